"""What stands around the body of a red-head document: each fault of it at its place."""

from pathlib import Path

import pytest
from PIL import Image

from tests.actions import NOTICE as NOTICE_TEXT
from tests.plans import SHOWN, Change, good_plan, hints, only_fault, read_plan, write_plan
from yinfa.diagnostics import Report
from yinfa.model.load import load_plan

NOTICE, CONSULT = "text/notice.yaml", "text/consult.yaml"
NUMBER = "某政办发〔2013〕62号"
NOTICE_IMPRINT = NOTICE_TEXT[NOTICE_TEXT.index("imprint:") :]


def test_a_head_is_read_whole(tmp_path: Path) -> None:
    words = good_plan(tmp_path, action=True).words
    head, joint = words[NOTICE].head, words[CONSULT].head
    assert head is not None
    assert joint is not None
    assert (head.number, head.form, head.serial, head.secrecy) == (NUMBER, "文件", "000012", "秘密★1年")
    assert (joint.organs, joint.form) == (("某县质量技术监督局", "某县环境保护局"), "信函")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("某政办发[2013]62号", "用了半角方括号"),
        ("某政办发［2013］62号", "用了方括号"),
        ("某政办发(2013)62号", "用了半角括号"),
        ("某政办发（2013）62号", "用了圆括号"),
        ("某政办发【2013】62号", "用了别的括号"),
        ("某政办发〔2013〕062号", "号数前补了 0"),
        ("某政办发〔2013〕第62号", "号数前有“第”"),
        ("某政办发〔2013〕62", "末尾缺“号”"),
        ("某政办发〔２０１３〕62号", "用了全角数字"),
        ("某政办发 〔2013〕62号", "中间有空格"),
        ("某政办发〔2013年〕62号", "年份后有“年”"),
        ("某政办发[2013]第062", "用了半角方括号、号数前有“第”、号数前补了 0、末尾缺“号”"),
    ],
)
def test_what_is_wrong_with_a_number_is_said_by_name(tmp_path: Path, number: str, said: str) -> None:
    """And what was meant (gbt9704 14)."""
    report = Report()
    load_plan(write_plan(tmp_path, (NOTICE, NUMBER, f'"{number}"'), action=True), SHOWN, report)
    (found,) = report
    assert str(found.origin) == f"{SHOWN}/{NOTICE}:1:37"
    assert found.message == f"“number”的值“{number}”不合写法：{said}"
    assert found.hint.startswith(f"是否指“{NUMBER}”？")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("某政办发〔13〕62号", "年份不是四位"),
        ("某政办发62号", "缺年份"),
        ("〔2013〕62号", "缺机关代字"),
    ],
)
def test_what_cannot_be_guessed_is_not(tmp_path: Path, number: str, said: str) -> None:
    """No number is put forward that may be wrong."""
    report = Report()
    load_plan(write_plan(tmp_path, (NOTICE, NUMBER, f'"{number}"'), action=True), SHOWN, report)
    (found,) = report
    assert found.message.endswith(f"不合写法：{said}")
    assert found.hint.startswith("写成 天政办发〔2013〕62号")


@pytest.mark.parametrize("number", ["某政办函〔2013〕8号", "某建（质）〔2013〕120号", "X县府办〔2013〕1号"])
def test_a_number_that_is_right_is_taken(tmp_path: Path, number: str) -> None:
    """Whatever the office is called."""
    good_plan(tmp_path, (NOTICE, NUMBER, number), action=True)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ((NOTICE, NUMBER, "第62号"), "1:37: 错误[number] 文件格式的发文字号应有机关代字和年份，“第62号”没有"),
        ((NOTICE, '"000012"', "12"), "1:60: 错误[yaml-pattern] “serial”的值“12”不合写法"),
        ((NOTICE, '"000012"', "０００012"), "1:60: 错误[yaml-pattern] “serial”的值“０００012”不合写法"),
        ((NOTICE, "秘密★1年", "秘密1年"), "1:79: 错误[yaml-pattern] “secrecy”的值“秘密1年”不合写法"),
        ((NOTICE, "秘密★1年", "内部★1年"), "1:79: 错误[yaml-pattern] “secrecy”的值“内部★1年”不合写法"),
        ((NOTICE, "加急", "紧急"), "1:95: 错误[yaml-literal-error] “urgency”的值“紧急”不在可选范围内"),
        ((NOTICE, "[某县人民政府办公室]", "[]"), "1:16: 错误[yaml-too-short] “organs”至少要有一项"),
        (
            (NOTICE, "{date: 2013-05-09}", "{date: 2013-05}"),
            "5:19: 错误[yaml-pattern] “date”的值“2013-05”不合写法",
        ),
        ((NOTICE, "2013年5月9日", "2013年4月31日"), "10:9: 错误[yaml-value-error] “date”：“2013-04-31”：没有这一天"),
        ((NOTICE, "{date: 2013-05-09}", "{date: 2013-05-09, seal: 章.png}"), "5:37: 错误[figure] 没有图片“章.png”"),
        (
            (CONSULT, "  - 关于公开征求《某县质量强县规划》\n  - 意见的通知", "  - 公开征求意见"),
            "3:5: 错误[headline] headline 各行连起来是“某县质量技术监督局公开征求意见”，与标题不同",
        ),
    ],
)
def test_a_fault_is_told_in_chinese_at_its_place(tmp_path: Path, change: tuple[str, str, str], said: str) -> None:
    assert only_fault(tmp_path, change, action=True) == f"{change[0]}:{said}"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ((NOTICE, "[某县人民政府办公室]", "[xianfuban]"), "1:17: 错误[unit-unknown] 单位“xianfuban”没有登记"),
        ((NOTICE, "printer: 某县人民政府办公室", "printer: fagia"), "9:12: 错误[unit-unknown] 单位“fagia”没有登记"),
        (
            (CONSULT, "[某县质量技术监督局, 某县环境保护局], sealed", "[shijian], sealed"),
            "12:40: 错误[unit-year] 2013 年没有单位“shijian”：这个名称从 2014 年起才用",
        ),
    ],
)
def test_an_office_named_by_an_id_is_a_unit_of_that_year(tmp_path: Path, change: Change, said: str) -> None:
    """Else the id itself would be printed in red, or an office sign that was not there."""
    assert only_fault(tmp_path, change, action=True) == f"{change[0]}:{said}"


@pytest.mark.parametrize(
    ("imprint", "said"),
    [
        ("{}", "7:10: 错误[yaml-value-error] “imprint”：版记没有内容"),
        ("{copies: [县委各部门]}", "7:20: 错误[imprint] 版记缺印发机关（printer）和印发日期（date）"),
        ("{printer: 某县人民政府办公室}", "7:20: 错误[imprint] 版记缺印发日期（date）"),
        ("{copies: [县委各部门], date: 2013-05-09}", "7:34: 错误[imprint] 版记缺印发机关（printer）"),
    ],
)
def test_an_imprint_has_printer_and_date_or_there_is_none(tmp_path: Path, imprint: str, said: str) -> None:
    """Both stand in its last line (gbt9704 27)."""
    whole = NOTICE_IMPRINT.removeprefix("imprint:")
    assert only_fault(tmp_path, (NOTICE, whole, f" {imprint}\n"), action=True) == f"{NOTICE}:{said}"


def test_a_letter_may_have_copies_alone(tmp_path: Path) -> None:
    good_plan(tmp_path, (CONSULT, "annexes: []", "imprint: {copies: 县委办公室，县府办、县人大办。}"), action=True)


@pytest.mark.parametrize(
    ("organs", "said", "hint"),
    [
        (
            "[某县人民政府办公室文件]",
            "1:17: 错误[organ] 发文机关“某县人民政府办公室文件”带了“文件”二字，署名也会印上",
            "写成“某县人民政府办公室”，文件二字由版式加上",
        ),
        ("[某县县委, 某县县委]", "1:23: 错误[organ] 发文机关“某县县委”写了两次", "只留一处"),
        ("[某县环境保护局, huanbao]", "1:26: 错误[organ] 发文机关“huanbao”写了两次", "只留一处"),
        (
            "[某县县委 某县人民政府]",
            "1:17: 错误[organ] “某县县委 某县人民政府”中间有空格，是几个机关写在了一起",
            "逐个列出：[某县县委, 某县人民政府]",
        ),
        (
            "[某县环境保护厅]",
            "1:17: 警告[organ-near] 机关“某县环境保护厅”没有登记，与登记的“某县环境保护局”只差几个字",
            "是否指“某县环境保护局”？名称无误的，不必理会",
        ),
    ],
)
def test_offices_that_would_be_printed_wrongly_are_told(tmp_path: Path, organs: str, said: str, hint: str) -> None:
    """Each by what is wrong with it, with the way to mend it."""
    change: Change = (NOTICE, "[某县人民政府办公室]", organs)
    assert only_fault(tmp_path, change, action=True) == f"{NOTICE}:{said}"
    assert hints(tmp_path / "xian") == [hint]


def test_a_letter_adds_no_word_to_its_offices(tmp_path: Path) -> None:
    """So none is promised."""
    said = only_fault(tmp_path, (CONSULT, "、某县环境保护局, number", "、某县环境保护局文件, number"), action=True)
    assert said == f"{CONSULT}:1:16: 错误[organ] 发文机关“某县环境保护局文件”带了“文件”二字，署名也会印上"
    assert hints(tmp_path / "xian") == ["写成“某县环境保护局”"]


@pytest.mark.parametrize("organ", ["某县人民政府", "某县教育局", "某县发展和改革局价格分局"])
def test_an_office_need_not_be_a_unit(tmp_path: Path, organ: str) -> None:
    """Nor is one whose name goes on beyond that of a unit taken for it."""
    good_plan(tmp_path, (NOTICE, "[某县人民政府办公室]", f"[{organ}]"), action=True)


@pytest.mark.parametrize(
    ("old", "new", "meant"),
    [
        ("{date: 2013-05-09}", "{date: 2013-05}", ""),
        ("{date: 2013-05-09}", "{date: 2013-5-9}", "2013-05-09"),
        ("{date: 2013-05-09}", "{date: '2013-05-09 10:00'}", "2013-05-09"),
        ("{date: 2013-05-09}", "{date: ２０１３年５月９日}", "2013-05-09"),
        ("{date: 2013-05-09}", "{date: 20130509}", "2013-05-09"),
        ("{date: 2013-05-09}", "{date: 2013/2/30}", ""),
        ("秘密★1年", "秘密1年", "秘密★1年"),
        ("秘密★1年", "机密 ☆10年", "机密★10年"),
        ("秘密★1年", "绝密级", "绝密"),
        ("秘密★1年", "内部★1年", ""),
        ('"000012"', "12", "000012"),
        ('"000012"', "No.12", "000012"),
        ('"000012"', "十二", ""),
        ("秘密★1年", "秘密★一年", ""),
    ],
)
def test_what_was_meant_is_asked_where_it_is_plain(tmp_path: Path, old: str, new: str, meant: str) -> None:
    """The date of a signature has its day: no month is put forward."""
    (hint,) = hints(write_plan(tmp_path, (NOTICE, old, new), action=True))
    assert hint.startswith(f"是否指“{meant}”？" if meant else "写" if "date" in old or "秘" in old else "份号")
    assert "2011-11（" not in hint


@pytest.mark.parametrize("written", ["甲某某、乙某", "[甲某某, 乙某]"])
def test_signers_are_a_list_or_one_text(tmp_path: Path, written: str) -> None:
    plan = good_plan(tmp_path, (NOTICE, f"number: {NUMBER}", f"number: {NUMBER}, signers: {written}"), action=True)
    head = plan.words[NOTICE].head
    assert head is not None
    assert head.signers == ("甲某某", "乙某")


def test_copies_in_one_text_are_divided_by_commas(tmp_path: Path) -> None:
    """The offices that 、 joins stay together."""
    change: Change = (
        NOTICE,
        "[县委各部门, 县人大常委会、县政协办公室, 县人武部]",
        "县委各部门，县人大、县政协，县人武部。",
    )
    imprint = good_plan(tmp_path, change, action=True).words[NOTICE].imprint
    assert imprint is not None
    assert imprint.copies == ("县委各部门", "县人大、县政协", "县人武部")


def test_an_order_may_have_a_mere_number(tmp_path: Path) -> None:
    """第1号, as 命令 have it (gbt9704 37)."""
    good_plan(tmp_path, (NOTICE, f"number: {NUMBER}", "number: 第62号, form: 命令"), action=True)


def test_a_signature_without_offices_is_refused_where_no_head_names_them(tmp_path: Path) -> None:
    change: Change = ("text/opinion.yaml", "through: true", "signature: {date: 2013-05-09}\nthrough: true")
    assert only_fault(tmp_path, change, action=True) == "text/opinion.yaml:3:19: 错误[signature] 没有署名机关"


def test_a_seal_is_a_picture_of_the_plan(tmp_path: Path) -> None:
    """Read, listed among the inputs, and refused where nothing is sealed."""
    folder = write_plan(tmp_path, (NOTICE, "{date: 2013-05-09}", "{date: 2013-05-09, seal: 章.png}"), action=True)
    Image.new("RGB", (4, 4)).save(folder / "章.png")
    plan = load_plan(folder, SHOWN, Report())
    assert plan is not None
    assert plan.pictures == {"章.png": (folder / "章.png").read_bytes()}
    assert plan.inputs[-1] == "章.png"


@pytest.mark.parametrize(("size", "told"), [((3000, 20), 1), ((20, 3000), 1), ((100, 199), 0), ((100, 67), 0)])
def test_a_seal_is_about_as_wide_as_high(tmp_path: Path, size: tuple[int, int], told: int) -> None:
    """Else the picture is none of a seal; it would be drawn out of shape."""
    folder = write_plan(tmp_path, (NOTICE, "{date: 2013-05-09}", "{date: 2013-05-09, seal: 章.png}"), action=True)
    Image.new("RGB", size).save(folder / "章.png")
    report = Report()
    load_plan(folder, SHOWN, report)
    said = f"{SHOWN}/{NOTICE}:5:37: 错误[seal] 印章图片“章.png”宽高悬殊（{size[0]}×{size[1]} 点），不像印章"
    hint = "换成印章的图片，裁去四周空白，宽高之比不超过 2"
    assert [str(each) for each in report] == [f"{said}\n    改法：{hint}"] * told


def test_a_seal_on_what_is_not_sealed_is_refused(tmp_path: Path) -> None:
    change = (NOTICE, "{date: 2013-05-09}", "{date: 2013-05-09, sealed: 否, seal: 章.png}")
    folder = write_plan(tmp_path, change, action=True)
    Image.new("RGB", (4, 4)).save(folder / "章.png")
    _, said = read_plan(tmp_path, change, action=True)
    assert said == [f"{SHOWN}/{NOTICE}:5:48: 错误[signature] 不加盖印章（sealed: 否），却给了印章图片"]


def test_what_a_letter_does_not_print_is_refused(tmp_path: Path) -> None:
    """Its 版记 is the 抄送 alone (gbt9704 36)."""
    change = (CONSULT, "annexes: []", "imprint: {copies: [县府办], printer: 某县质量技术监督局}")
    said = "11:35: 错误[imprint] 信函格式的版记只有抄送，印不出“某县质量技术监督局”"
    assert only_fault(tmp_path, change, action=True) == f"{CONSULT}:{said}"
