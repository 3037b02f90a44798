"""What stands around the body of a red-head document: each fault of it at its place."""

from pathlib import Path

import pytest
from PIL import Image

from tests.plans import SHOWN, Change, good_plan, only_fault, read_plan, write_plan
from yinfa.diagnostics import Report
from yinfa.model.load import load_plan

NOTICE, CONSULT = "text/notice.yaml", "text/consult.yaml"
NUMBER = "某政办发〔2013〕62号"


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
        ("某政办发〔2013年〕62号", "年份后有“年”"),
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
            "5:19: 错误[date] “date”：“2013-05”不是日期，写作 2011-06-01 或 2011年6月1日",
        ),
        ((NOTICE, "2013年5月9日", "2013年4月31日"), "10:9: 错误[date] “date”：“2013-04-31”：没有这一天"),
        ((NOTICE, "{date: 2013-05-09}", "{date: 2013-05-09, seal: 章.png}"), "5:37: 错误[figure] 没有图片“章.png”"),
        (
            (CONSULT, "  - 关于公开征求《某县质量强县规划》\n  - 意见的通知", "  - 公开征求意见"),
            "3:5: 错误[headline] headline 各行连起来是“某县质量技术监督局公开征求意见”，与标题不同",
        ),
    ],
)
def test_a_fault_is_told_in_chinese_at_its_place(tmp_path: Path, change: tuple[str, str, str], said: str) -> None:
    assert only_fault(tmp_path, change, action=True) == f"{change[0]}:{said}"


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
