"""One slip of a drafter at an evaluation is told at its place, once, and nothing that merely follows from it is."""

from pathlib import Path

import pytest

from tests.plans import Change, hints, write_plan
from yinfa.diagnostics import Report, Severity
from yinfa.pipeline import Request, galleys_of
from yinfa.styling import load_style

pytestmark = pytest.mark.slow

QUOTED = ("现将2013年度规划实施情况报告如下。", """'{{ actual("产品抽查合格率", year="2012") }}。'""")
ROWS_OF_TASKS = ("A2", "A3", "A4", "A5")


def told(folder: Path, *changes: Change) -> list[str]:
    """Return what is said of the plan with `changes` and of its evaluations: place, code, message."""
    plan, report = write_plan(folder, *changes, evaluation=True), Report()
    galleys_of(Request([plan], folder / "output", ("evaluation",), ("pdf",)), load_style(), report)
    said = [str(each).split("\n")[0] for each in report if each.severity is not Severity.NOTICE]
    return [each.removeprefix(f"{plan}/") for each in said]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("指标!K9", "不高于"), "indicators.xlsx!指标!K9: 错误[cell-choice] “比较”不能是“不高于”"),
        (("指标!K9", "<"), "indicators.xlsx!指标!K9: 错误[cell-choice] “比较”不能是“<”"),
        (("指标!J2", "约束"), "indicators.xlsx!指标!J2: 错误[cell-choice] “属性”不能是“约束”"),
        (("指标!L2", None), "indicators.xlsx!指标!L2: 错误[target-missing] 缺少目标值"),
    ],
)
def test_an_indicator_that_cannot_be_compared_is_told_and_nothing_of_the_templates(
    tmp_path: Path, change: Change, said: str
) -> None:
    """A drafter has no use for a line of a template."""
    assert told(tmp_path, change) == [said]


@pytest.mark.parametrize("state", ["完成", None])
def test_no_cause_is_asked_of_a_task_whose_state_cannot_be_read(tmp_path: Path, state: str | None) -> None:
    """It may well be done."""
    (said,) = told(tmp_path, ("任务进展!D2", state))
    assert said.startswith("progress.xlsx!任务进展!D2: 错误[cell-")


def test_the_rows_of_a_year_without_tasks_are_told_all_at_once(tmp_path: Path) -> None:
    """The year is wrong, or the paper with the tasks has another."""
    said = told(tmp_path, *((f"任务进展!{cell}", 2012) for cell in ROWS_OF_TASKS))
    assert [each for each in said if "[progress-" in each] == [
        "progress.xlsx!任务进展!A2: 错误[progress-year] 2012 年的文件没有任务，这一年的进展有 4 行"
    ]


def test_a_row_of_a_whole_task_that_is_printed_nowhere_is_told(tmp_path: Path) -> None:
    """Each of its points has a row of its own."""
    said = told(tmp_path, *_row("任务进展!", 6, (2013, "names", 1, "已完成")), *_row("任务进展!", 7, THIRD))
    assert said == [
        "progress.xlsx!任务进展!B4: 警告[progress-unused] 任务“names”各点都另有进展，整个任务的这一行没有用上"
    ]


THIRD = (2013, "names", 3, "已完成")


def test_without_the_indicators_no_name_of_one_is_called_unknown(tmp_path: Path) -> None:
    """They stand in a sheet that could not be read."""
    said = told(tmp_path, ("指标!B1", "号码"))
    assert [each for each in said if "错误" in each] == ["indicators.xlsx!指标: 错误[header-missing] 缺少“编号”一列"]


def test_a_year_in_quotes_is_called_so(tmp_path: Path) -> None:
    """The result of that year is there."""
    said = told(tmp_path, ("text/evaluation-2013.yaml", *QUOTED))
    assert said == ["text/evaluation-2013.yaml:4:5: 错误[prose-fact-unknown] year 的“2012”是文字，不是年份"]


@pytest.mark.parametrize("words", ["填表人：某某", "联系电话: 0577-00000000", "审核：某某  日期："])
def test_who_filled_in_a_sheet_is_no_data(tmp_path: Path, words: str) -> None:
    """As a total and a note are none."""
    (said,) = told(tmp_path, ("完成值!A30", words))
    assert said.startswith("indicators.xlsx!完成值!A30: 错误[row-extra]")


def _row(sheet: str, number: int, values: tuple[object, ...]) -> list[Change]:
    """Return the changes that write a row."""
    return [(f"{sheet}{column}{number}", value) for column, value in zip("ABCD", values, strict=True)]


@pytest.mark.parametrize(
    ("words", "key"),
    [("nearly: {约束性: 100}", "binding"), ("nearly: {预期性: 90}", "expected"), ("基本完成: 90", "nearly")],
)
def test_a_threshold_named_in_chinese_is_told_its_key(tmp_path: Path, words: str, key: str) -> None:
    """And not taken for a text that its colon cut in two."""
    plan = write_plan(tmp_path, ("plan.yaml", "sample: true", f"sample: true\nevaluation: {{{words}}}"))
    assert hints(plan) == [f"请检查拼写，或删去这一项。是否指“{key}”？"]


@pytest.mark.parametrize(
    ("year", "said"),
    [
        ("", "错误[evaluation-year] 评估报告没有写评估哪一年"),
        (", year: 2016", "错误[evaluation-year] 评估的年份 2016 不在时期“12-5”（2011—2015 年）内"),
        (', year: 2013, period: "13-5"', "错误[period] 没有时期“13-5”"),
    ],
)
def test_an_evaluation_of_no_year_is_told_and_nothing_is_judged(tmp_path: Path, year: str, said: str) -> None:
    """Not the tasks that this year has not, nor what the indicators would lack; only a date that gainsays it is."""
    change = ("plan.yaml", "2013年度评估报告, year: 2013", f"2013年度评估报告{year}")
    (only,) = (each for each in told(tmp_path, change) if "[signature-year]" not in each)
    assert said in only


def test_a_year_without_rows_is_told_once(tmp_path: Path) -> None:
    """And not for each indicator; one row makes it an ordinary year."""
    rows = [(f"完成值!D{row}", 2015) for row in (4, 6, 8, 9, 12, 14, 16, 17)]
    first = "indicators.xlsx!完成值: 问题[no-rows] “完成值”表没有“12-5”2013 年的行，7 项指标都评价为“无数据”"
    assert [each for each in told(tmp_path, *rows) if "[no-" in each] == [first]
    said = [each for each in told(tmp_path / "again", *rows[1:]) if "[no-" in each]
    assert [each.split(" 2013 年有")[0] for each in said] == ["indicators.xlsx!指标!F3: 警告[no-data]"]
    assert "8 个数没有填报" in said[0]
