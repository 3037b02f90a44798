"""The checks of what verdicts rest on: silent on evaluations that are right, each finding at its cell."""

from pathlib import Path

import pytest

from tests.checks.finding import found, hint
from tests.evaluations import FINAL
from tests.plans import SHOWN, Change, read_plan
from yinfa.checks import check
from yinfa.diagnostics import Report

pytestmark = pytest.mark.slow

TEXT = "text/evaluation-2013.yaml"
VERDICTS = (
    "      - {table: verdicts, caption: 指标完成情况和评价, id: table-verdicts, notes: [注：数据截至2013年底。]}\n"
)
# The last indicator of 2010, with a target in words and evidence.
WORDED: tuple[Change, ...] = (("指标!K14", "定性"), ("指标!L14", "覆盖主要行业"), ("完成值!K22", "登记证书"))
MISSED = "      - {table: missed, caption: 未完成指标的原因和改进措施}\n"


def test_evaluations_that_are_right_give_no_finding(tmp_path: Path) -> None:
    assert found(tmp_path) == []


# What may follow from a cell that could not be read.
FOLLOWING = {"no-data", "pace-unknown", "revised-judgement", "unreported", "id-gap", "signature-year"}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ([("完成值!L12", None)], ["E12: 问题[missed-target] “新增发明专利”2013 年未完成，没有填写原因"]),
        ([("完成值!M12", None)], ["E12: 问题[missed-target] “新增发明专利”2013 年未完成，没有填写改进措施"]),
        ([("完成值!L12", " ")], ["E12: 问题[missed-target] “新增发明专利”2013 年未完成，没有填写原因"]),
        (
            [("完成值!L8", None), ("完成值!M8", None)],
            ["E8: 问题[missed-target] “品牌数（省级）”2013 年基本完成，没有填写原因和改进措施"],
        ),
        ([("完成值!L21", None)], ["E21: 问题[missed-target] “获认证企业”2010 年基本完成，没有填写原因"]),
        ([("完成值!E14", 39.9)], ["E14: 问题[missed-target] “检测服务业收入”2013 年基本完成，没有填写原因和改进措施"]),
        (
            [("完成值!E9", "未完成")],
            ["E9: 问题[missed-target] “污染物排放（化学需氧量）”2013 年未完成，没有填写原因和改进措施"],
        ),
    ],
)
def test_what_is_missed_without_a_cause_or_a_remedy_is_found(
    tmp_path: Path, changes: list[Change], said: list[str]
) -> None:
    """Be it missed wholly or nearly met, in numbers or in words; told once where one row holds for two parts."""
    assert found(tmp_path, *changes) == [f"indicators.xlsx!完成值!{each}" for each in said]


def test_the_columns_to_fill_in_are_named(tmp_path: Path) -> None:
    assert hint(tmp_path, ("完成值!L8", None), ("完成值!M8", None)) == "在这一行填写“原因”、“改进措施”"


def test_what_is_missed_is_asked_for_only_where_it_is_evaluated(tmp_path: Path) -> None:
    """In 2012 nobody judges, nor does anybody an indicator that no table lists."""
    assert found(tmp_path, ("完成值!E3", 89), ("完成值!E18", 70)) == []


@pytest.mark.parametrize("evidence", [None, " "])
def test_words_without_evidence_are_found(tmp_path: Path, evidence: object) -> None:
    """The verdict is no data, whatever is said."""
    said = "“污染物排放（化学需氧量）”填报“达到序时进度”，没有证据，只能评价为“无数据”"
    assert found(tmp_path, ("完成值!K9", evidence)) == [f"indicators.xlsx!完成值!E9: 问题[qualitative] {said}"]


@pytest.mark.parametrize("words", ["已完成", "提前完成"])
def test_when_the_period_is_over_words_are_a_verdict(tmp_path: Path, words: str) -> None:
    assert found(tmp_path, *WORDED, ("完成值!E22", words)) == []


def test_words_that_are_no_verdict_when_the_period_is_over_are_found(tmp_path: Path) -> None:
    """In the third of five years they are one: the fixture has them."""
    said = "“质量协会”2010 年填报“达到序时进度”，规划期末年不能这样评价，只能评价为“无数据”"
    pace: Change = ("完成值!E22", "达到序时进度")
    assert found(tmp_path, *WORDED, pace) == [f"indicators.xlsx!完成值!E22: 问题[qualitative] {said}"]
    assert hint(tmp_path, *WORDED, pace) == "改填已完成、基本完成、未完成之一"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            [("指标!M2", None)],
            "完成值!E4: 问题[pace-unknown] “产品抽查合格率”",
        ),
        (
            [("指标!M4", "—")],
            "完成值!E8: 问题[pace-unknown] “品牌数（省级）”",
        ),
        (
            [("指标!M8", None), ("完成值!I14", None)],
            "完成值!E14: 问题[pace-unknown] “检测服务业收入”",
        ),
    ],
)
def test_a_result_of_which_nothing_says_what_was_due_is_found(tmp_path: Path, changes: list[Change], said: str) -> None:
    why = "没有 2013 年的年度目标，也没有基期值，算不出当年应达到的目标"
    assert found(tmp_path, *changes) == [f"indicators.xlsx!{said}{why}"]


@pytest.mark.parametrize(
    "changes",
    [
        [("指标!M2", None), ("完成值!I4", 91)],
        [("指标!M2", None), ("完成值!E4", 92.5)],
        [("指标!M3", None)],
        [("指标!M8", None)],
        [("指标!M10", None)],
    ],
)
def test_what_was_due_may_be_known_otherwise(tmp_path: Path, changes: list[Change]) -> None:
    """By the year's own target, by the plan's that is met already, or since it does not apply."""
    assert found(tmp_path, *changes) == []


def test_both_cells_that_would_say_what_was_due_are_named(tmp_path: Path) -> None:
    book = f"{SHOWN}/indicators.xlsx"
    assert hint(tmp_path, ("指标!M2", None)) == f"填写年度目标（{book}!完成值!I4），或基期值（{book}!指标!M2）"


@pytest.mark.parametrize(
    ("changes", "years"),
    [
        ([("完成值!E11", None)], "2012"),
        ([("完成值!E10", "—"), ("完成值!E11", None)], "2011、2012"),
        ([("完成值!D10", 2014)], "2011"),
    ],
)
def test_a_year_that_is_missing_in_a_sum_is_found(tmp_path: Path, changes: list[Change], years: str) -> None:
    """Whether its row is there or not."""
    said = f"“新增发明专利”口径为新增，缺 {years} 年的完成值，算不出累计新增，只能评价为“无数据”"
    assert found(tmp_path, *changes) == [f"indicators.xlsx!完成值!E12: 问题[added-gap] {said}"]


@pytest.mark.parametrize(
    "changes",
    [
        [("完成值!E11", None), ("完成值!I12", 10)],
        [("完成值!E11", "不适用"), ("完成值!H11", "当年暂停申报"), ("完成值!E12", 60)],
    ],
)
def test_a_sum_that_nothing_rests_on_may_have_gaps(tmp_path: Path, changes: list[Change]) -> None:
    """The year has a target of its own; or what does not apply added nothing."""
    assert found(tmp_path, *changes) == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ([("完成值!E16", None)], "完成值!E16: 警告[no-data] “质量安全事故”没有填报 2013 年的完成值，评价为“无数据”"),
        (
            [("完成值!E16", "—")],
            "完成值!E16: 警告[no-data] “质量安全事故”2013 年的完成值填“—”（来源没有数），评价为“无数据”",
        ),
        ([("完成值!D16", 2014)], "指标!F9: 警告[no-data] “质量安全事故”没有填报 2013 年的完成值，评价为“无数据”"),
        ([("完成值!E12", None)], "完成值!E12: 警告[no-data] “新增发明专利”没有填报 2013 年的完成值，评价为“无数据”"),
        (
            [("完成值!E9", None)],
            "完成值!E9: 警告[no-data] “污染物排放（化学需氧量）”没有填报 2013 年的完成值，评价为“无数据”",
        ),
        ([("完成值!E22", None)], "完成值!E22: 警告[no-data] “质量协会”没有填报 2010 年的完成值，评价为“无数据”"),
    ],
)
def test_what_has_no_result_is_found(tmp_path: Path, changes: list[Change], said: str) -> None:
    """At the cell to fill in, or at the indicator where there is no row."""
    assert found(tmp_path, *changes) == [f"indicators.xlsx!{said}"]


@pytest.mark.parametrize(
    ("cell", "value"),
    [("E16", "#REF!"), ("E16", "=1+1"), ("E16", "两起"), ("E9", "#N/A"), ("E9", "很好"), ("E11", "#REF!")],
)
def test_a_result_that_could_not_be_read_is_told_once(tmp_path: Path, cell: str, value: str) -> None:
    """As what it is, and not as if nobody had filled it in, nor as a gap in a sum."""
    plan, said = read_plan(tmp_path, (f"完成值!{cell}", value), evaluation=True)
    assert plan is not None
    assert [each.split(": ")[0] for each in said] == [f"{SHOWN}/indicators.xlsx!完成值!{cell}"]
    report = Report()
    check(plan, report)
    assert list(report) == []


def test_zero_and_what_does_not_apply_are_results(tmp_path: Path) -> None:
    assert found(tmp_path, ("完成值!E16", 0), ("完成值!E4", "不适用")) == []


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("G20", "E20: 警告[provisional] 终期评估用了“产品抽查合格率”2010 年的快报数"),
        ("G21", "E21: 警告[provisional] 终期评估用了“获认证企业”2010 年的快报数"),
    ],
)
def test_a_final_evaluation_that_rests_on_provisional_figures_is_found(tmp_path: Path, cell: str, said: str) -> None:
    """An annual one may; the fixture has one."""
    assert found(tmp_path, (f"完成值!{cell}", "是")) == [f"indicators.xlsx!完成值!{said}"]
    assert found(tmp_path, ("完成值!G19", "是")) == []


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (4, "“产品抽查合格率”2013 年的完成值没有来源"),
        (10, "“新增发明专利”2011 年的完成值没有来源"),
        (9, "“污染物排放（化学需氧量）”2013 年的完成值没有来源"),
        (20, "“产品抽查合格率”2010 年的完成值没有来源"),
    ],
)
def test_a_result_without_its_source_is_found(tmp_path: Path, row: int, said: str) -> None:
    """Also one that is summed, and words."""
    assert found(tmp_path, (f"完成值!F{row}", None)) == [f"indicators.xlsx!完成值!E{row}: 警告[source] {said}"]


def test_a_source_is_asked_for_only_where_a_verdict_rests_on_it(tmp_path: Path) -> None:
    """Not of the years before, nor of what is not there."""
    assert found(tmp_path, ("完成值!F3", None), ("完成值!F17", None)) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ((TEXT, VERDICTS, ""), f"{TEXT} 没有指标完成情况和评价表，指标没有全部印出"),
        ((TEXT, VERDICTS, VERDICTS * 2), f"{TEXT} 有 2 张指标完成情况和评价表，每个指标印了不止一次"),
        ((TEXT, MISSED, ""), f"2 项指标没有完成，{TEXT} 没有未完成指标表"),
    ],
)
def test_an_evaluation_that_leaves_out_indicators_is_found(tmp_path: Path, change: Change, said: str) -> None:
    """Or prints them twice, or is silent on those that are missed."""
    assert found(tmp_path, change) == [f"plan.yaml:18:30: 问题[coverage] {said}"]


def test_an_evaluation_in_which_nothing_is_missed_needs_no_table_of_it(tmp_path: Path) -> None:
    text = "text/evaluation-2010.yaml"
    without: Change = (text, MISSED, "")
    assert found(tmp_path, without) == [f"plan.yaml:20:11: 问题[coverage] 1 项指标没有完成，{text} 没有未完成指标表"]
    assert found(tmp_path, without, ("完成值!E21", 40)) == []


def test_a_table_of_another_period_is_one_more(tmp_path: Path) -> None:
    """It is no second table of the same indicators, and what it prints is asked for as well."""
    before = '      - {table: verdicts, caption: “十一五”指标完成情况, period: "11-5"}\n'
    own: Change = (TEXT, VERDICTS, VERDICTS + before)
    gone: Change = ("plan.yaml", FINAL, "")
    assert found(tmp_path, own, gone) == []
    said = "indicators.xlsx!完成值!E21: 问题[missed-target] “获认证企业”2010 年基本完成，没有填写原因"
    assert found(tmp_path, own, gone, ("完成值!L21", None)) == [said]
    assert found(tmp_path, gone, ("完成值!L21", None)) == []


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2013-12-31", []),
        ("2014-12-31", []),
        ("2012-12-31", ["错误"]),
        ("2015-01-01", ["错误"]),
    ],
)
def test_an_evaluation_is_signed_in_its_year_or_the_next(tmp_path: Path, day: str, said: list[str]) -> None:
    """Not before its year, nor two years later."""
    number: Change = (TEXT, "〔2014〕", f"〔{day[:4]}〕")
    place = f"{TEXT}:37:19: 问题[signature-year] 成文日期 {day} 不在 2013—2014 年内，年份写在 {SHOWN}/plan.yaml:18:12"
    assert found(tmp_path, (TEXT, "2014-01-20", day), number) == [place for _ in said]


@pytest.mark.parametrize(
    "change",
    [
        ("指标!L2", "#REF!"),
        ("指标!L5", None),
        ("指标!A2", "15-5"),
        ("指标!M2", "九成"),
        ("完成值!D4", 2016),
        ("完成值!E4", "#REF!"),
        ("完成值!I14", "#REF!"),
        ("目标调整!E2", "去年"),
        ("任务进展!B3", "parc"),
        ("任务进展!A3", "去年"),
        ("项目进展!B4", "p3"),
        ("项目!E3", "去年"),
        ("项目!H3", "#REF!"),
        ("plan.yaml", "报告, year: 2013}", "报告, year: 2016}"),
        ("plan.yaml", 'period: "11-5"\n    year: 2010', 'period: "10-5"\n    year: 2000'),
        ("plan.yaml", "start: 2011, end: 2015", "start: 2015, end: 2011"),
        ("text/tasks-2013.yaml", "lead: 县经信局, support", "lead: 县税务局, support"),
    ],
)
def test_a_plan_with_faults_is_checked_as_far_as_it_goes(tmp_path: Path, change: Change) -> None:
    """No fault of the data ends as one of the program; what is right gives no finding for it."""
    plan, said = read_plan(tmp_path, change, evaluation=True)
    assert plan is not None
    assert "错误[" in "".join(said)
    report = Report()
    check(plan, report)
    assert {each.code for each in report} <= FOLLOWING
