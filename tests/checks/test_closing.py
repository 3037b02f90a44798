"""The rules of what stands around the body, of titles, points and opinions: each finding at its place."""

from pathlib import Path

import pytest

from tests.checks.test_rules import found
from tests.plans import SHOWN, Change, good_plan, hints, only_fault, write_plan

NOTICE, ACTION = "text/notice.yaml", "text/action.yaml"
CONSULTATION = "consultation: {start: 2013-09-01, deadline: 2013-09-30}\n"
CONSULTED: Change = ("plan.yaml", "sample: true\n", f"sample: true\n{CONSULTATION}")
SIGNED = f"2013-05-09（写在 {SHOWN}/{NOTICE}:5:19）"


def test_an_imprint_is_not_dated_before_its_paper_is_signed(tmp_path: Path) -> None:
    change: Change = (NOTICE, "  date: 2013年5月9日", "  date: 2013-05-08")
    said = f"{NOTICE}:10:9: 问题[imprint-date] 印发日期 2013-05-08 早于成文日期 {SIGNED}"
    assert found(tmp_path, change, action=True) == [said]
    assert found(tmp_path, (NOTICE, "  date: 2013年5月9日", "  date: 2013-05-20"), action=True) == []


def test_a_number_is_of_the_year_in_which_its_paper_is_signed(tmp_path: Path) -> None:
    said = f"{NOTICE}:1:37: 问题[number-year] 发文字号是 2012 年的，成文日期是 {SIGNED}"
    assert found(tmp_path, (NOTICE, "〔2013〕", "〔2012〕"), action=True) == [said]


@pytest.mark.parametrize("number", ["number: 第62号, form: 命令", "form: 纪要"])
def test_a_number_without_a_year_is_of_any(tmp_path: Path, number: str) -> None:
    assert found(tmp_path, (NOTICE, "number: 某政办发〔2013〕62号", number), action=True) == []


@pytest.mark.parametrize(
    ("signed", "number", "said"),
    [
        ("2014-05-09", "〔2014〕", "问题[signature-year] 成文日期 2014-05-09 不在 2013 年内"),
        ("2011-12-09", "〔2011〕", "问题[signature-year] 成文日期 2011-12-09 不在 2013 年内"),
        ("2012-12-09", "〔2012〕", "警告[signature-early] 成文日期 2012-12-09 不在 2013 年内"),
    ],
)
def test_a_paper_is_signed_in_its_year(tmp_path: Path, signed: str, number: str, said: str) -> None:
    """Or at the end of the year before, which is worth a look."""
    imprinted: Change = (NOTICE, "  date: 2013年5月9日", "  date: 2014-06-01")
    changes = ((NOTICE, "{date: 2013-05-09}", f"{{date: {signed}}}"), (NOTICE, "〔2013〕", number), imprinted)
    assert found(tmp_path, *changes, action=True) == [f"{NOTICE}:5:19: {said}，年份写在 {SHOWN}/plan.yaml:18:11"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            (NOTICE, "县政府直属各单位：", "县政府直属各单位"),
            f"{NOTICE}:2:12: 警告[addressee-colon] 主送机关末尾没有全角冒号“：”",
        ),
        (
            (NOTICE, "（此件公开发布）", "此件公开发布"),
            f"{NOTICE}:6:13: 警告[postscript-brackets] 附注“此件公开发布”没有加圆括号（ ）",
        ),
        (
            (ACTION, "text: 推进企业技术改造。", "text: 推进企业技术改造"),
            f"{ACTION}:34:23: 警告[point-stop] 第 2 点“推进企业技术改造”末尾没有标点",
        ),
        (
            (ACTION, "text: 推进企业技术改造。", "text: （三）推进企业技术改造。"),
            f"{ACTION}:34:23: 警告[typed-ordinal] 手写的序号“（三）”会与程序的重复",
        ),
        (
            (ACTION, "text: 推进企业技术改造。", "text: 3.推进企业技术改造。"),
            f"{ACTION}:34:23: 警告[typed-ordinal] 手写的序号“3.”会与程序的重复",
        ),
        (
            ("plan.yaml", "        title: 2013年度某县质量强县建设行动计划", "        title: 某县(试行)行动计划"),
            "plan.yaml:25:18: 警告[punctuation] 中文里用了半角的“(”",
        ),
        (
            ("units.yaml", "name: 某县发展和改革局", "name: 某县发展(改革)局"),
            "units.yaml:4:27: 警告[punctuation] 中文里用了半角的“(”",
        ),
    ],
)
def test_what_a_rule_finds_is_told_at_its_place(tmp_path: Path, change: Change, said: str) -> None:
    assert found(tmp_path, change, action=True) == [said]


def test_half_width_brackets_are_told_once(tmp_path: Path) -> None:
    """By the rule of punctuation."""
    said = f"{NOTICE}:6:13: 警告[punctuation] 中文里用了半角的“(”"
    assert found(tmp_path, (NOTICE, "（此件公开发布）", "(此件公开发布)"), action=True) == [said]


def test_a_half_width_colon_is_told_once(tmp_path: Path) -> None:
    """By the rule of punctuation."""
    change: Change = (NOTICE, "各乡镇人民政府，县政府直属各单位：", '"各乡镇人民政府，县政府直属各单位:"')
    said = f"{NOTICE}:2:29: 警告[punctuation] 中文里用了半角的“:”"
    assert found(tmp_path, change, action=True) == [said]


@pytest.mark.parametrize(
    "text", ["推进技术改造，开展“质量月。”", "3.5亿元投入技术改造；", "推进技术改造（含数字化。）"]
)
def test_a_point_that_is_right_is_left_alone(tmp_path: Path, text: str) -> None:
    """Its stop may stand within the last quotes, and its text may begin with a number."""
    assert found(tmp_path, (ACTION, "text: 推进企业技术改造。", f"text: {text}"), action=True) == []


@pytest.mark.parametrize(
    ("received", "said"),
    [
        ("2013-08-31", "收到日期 2013-08-31 早于征求意见开始之日 2013-09-01"),
        ("2013-10-01", "收到日期 2013-10-01 晚于征求意见截止之日 2013-09-30"),
        ("1999-01-01", "收到日期 1999-01-01 早于征求意见开始之日 2013-09-01"),
    ],
)
def test_an_opinion_comes_in_while_the_public_is_consulted(tmp_path: Path, received: str, said: str) -> None:
    place = f"{SHOWN}/plan.yaml:14:23"
    wanted = [f"feedback.xlsx!意见!G2: 警告[opinion-date] {said}，期限写在 {place}"]
    assert found(tmp_path, CONSULTED, ("意见!G2", received), action=True) == wanted
    assert found(tmp_path, ("意见!G2", received), action=True) == []


def test_an_opinion_of_the_first_or_the_last_day_is_in_time(tmp_path: Path) -> None:
    assert found(tmp_path, CONSULTED, ("意见!G2", "2013-09-01"), ("意见!G3", "2013-09-30"), action=True) == []


@pytest.mark.parametrize(
    ("consultation", "said"),
    [
        (
            "{start: 2013-09-01, deadline: 2013-08-31}",
            "13:45: 错误[yaml-value-error] “deadline”：截止日期早于开始日期 2013-09-01",
        ),
        ("{start: 2013-09}", "13:23: 错误[yaml-pattern] “start”的值“2013-09”不合写法"),
        ("{start: 2013-09-01, deadline: 2013-9-31}", "13:45: 错误[yaml-pattern] “deadline”的值“2013-9-31”不合写法"),
    ],
)
def test_a_consultation_has_two_days_in_their_order(tmp_path: Path, consultation: str, said: str) -> None:
    change: Change = ("plan.yaml", "sample: true\n", f"sample: true\nconsultation: {consultation}\n")
    write_plan(tmp_path, change)
    assert hints(tmp_path / "xian")
    lines = only_fault(tmp_path, change) if "deadline" in consultation else f"plan.yaml:{said}"
    assert lines == f"plan.yaml:{said}"
    good_plan(tmp_path, CONSULTED)
