"""Results as offices hand them in: each slip is told in Chinese at its cell, and nothing is judged in silence."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.plans import SHOWN, Change, hints, only_fault, read_plan, write_plan
from yinfa.diagnostics import Report, Severity
from yinfa.model.load import load_plan


def told(folder: Path, *changes: Change) -> tuple[str, str]:
    """Return the one line that is said of the plan with evaluations and `changes`, and how it may be mended."""
    said = only_fault(folder, *changes, evaluation=True)
    (hint,) = hints(folder / "xian")
    return said, hint


def told_of(folder: Path, sheet: str, change: Callable[[Worksheet], None]) -> list[str]:
    """Return what is said of the plan whose sheet of indicators.xlsx was changed by hand."""
    plan = write_plan(folder, evaluation=True)
    book = load_workbook(plan / "indicators.xlsx")
    change(book[sheet])
    book.save(plan / "indicators.xlsx")
    report = Report()
    load_plan(plan, SHOWN, report)
    return [str(each).removeprefix(f"{SHOWN}/indicators.xlsx!") for each in report]


@pytest.mark.parametrize(
    ("value", "said", "hint"),
    [
        ("410000万元", "“410000万元”数字后面带有别的文字；单位另写在计量单位里", "按亿元填写：41"),
        ("4100000000元", "“4100000000元”数字后面带有别的文字；单位另写在计量单位里", "按亿元填写：41"),
        ("约41", "“约41”不是数", "只填数字；没有数值的填“—”"),
        ("41个", "“41个”数字后面带有别的文字；单位另写在计量单位里", "只填数字；没有数值的填“—”"),
        ("正在统计", "“正在统计”不是数", "只填数字；没有数值的填“—”"),
    ],
)
def test_a_result_in_words_or_in_another_measure_is_refused(tmp_path: Path, value: str, said: str, hint: str) -> None:
    """万元 where 亿元 is wanted is told in 亿元; nothing is converted in silence."""
    assert told(tmp_path, ("完成值!E14", value)) == (f"indicators.xlsx!完成值!E14: 错误[number] {said}", hint)


def test_a_measure_in_the_number_format_is_held_against_that_of_the_indicator(tmp_path: Path) -> None:
    """410000 shown as 410000万元 is not 410000亿元."""

    def change(sheet: Worksheet) -> None:
        sheet["E14"].value = 410000
        sheet["E14"].number_format = '0"万元"'

    (said,) = told_of(tmp_path, "完成值", change)
    assert said == (
        "完成值!E14: 错误[format-unit] 数字格式里的单位“万元”与计量单位“亿元”不符\n"
        "    改法：改用常规格式，或改正计量单位"
    )


def test_a_rate_shown_in_percent_is_what_it_shows(tmp_path: Path) -> None:
    """0.915 shown as 91.5% is 91.5; shown so in a measure that is none it is refused."""

    def change(sheet: Worksheet) -> None:
        sheet["E4"].value, sheet["E14"].value = 0.915, 0.41
        sheet["E4"].number_format = sheet["E14"].number_format = "0.0%"

    (said,) = told_of(tmp_path, "完成值", change)
    assert said.startswith("完成值!E14: 错误[format-unit] 数字格式里的单位“%”与计量单位“亿元”不符")


@pytest.mark.parametrize("column", ["E", "I"])
@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("=E13*1.1", "错误[formula-uncached]"),
        ("#REF!", "错误[cell-error]"),
        ("#DIV/0!", "错误[cell-error]"),
        ("#N/A", "错误[cell-error]"),
    ],
)
def test_a_formula_without_a_value_and_an_error_are_no_result(
    tmp_path: Path, column: str, value: str, said: str
) -> None:
    """Neither as a result nor as a year's target; told once, where it stands."""
    assert only_fault(tmp_path, (f"完成值!{column}14", value), evaluation=True).startswith(
        f"indicators.xlsx!完成值!{column}14: {said}"
    )


@pytest.mark.parametrize("cell", ["指标!M2", "目标调整!D2", "任务进展!C5", "项目进展!E4"])
def test_an_error_in_any_cell_that_a_verdict_rests_on_is_told(tmp_path: Path, cell: str) -> None:
    _, said = read_plan(tmp_path, (cell, "#REF!"), evaluation=True)
    assert any(f"{cell}: 错误[cell-error]" in each for each in said)


@pytest.mark.parametrize(
    ("changes", "said", "hint"),
    [
        (
            [("完成值!D4", 2016)],
            "完成值!D4: 错误[actual-year] 年度 2016 不在时期“12-5”（2011—2015 年）内",
            "核对年度和时期",
        ),
        (
            [("完成值!D2", 2010)],
            "完成值!D2: 错误[actual-year] 年度 2010 不在时期“12-5”（2011—2015 年）内",
            f"上一年的是基期值：填到 {SHOWN}/indicators.xlsx!指标!M2（“指标”表的“基期值”一栏），删去这一行",
        ),
        (
            [("完成值!B4", "qualty")],
            "完成值!B4: 错误[actual-unknown] 时期“12-5”没有编号“qualty”的指标",
            "核对“编号”：是否指“quality”？",
        ),
        (
            [("完成值!C4", "省级")],
            "完成值!B4: 错误[actual-unknown] 时期“12-5”没有编号“quality”、分项“省级”的指标",
            "这个指标没有分项，清空“分项”",
        ),
        (
            [("完成值!C8", None)],
            "完成值!B8: 错误[actual-unknown] 时期“12-5”没有编号“brands”的指标",
            "填写分项：国家级、省级",
        ),
        (
            [("完成值!A4", "12.5")],
            "完成值!B4: 错误[actual-unknown] 时期“12.5”没有编号“quality”的指标",
            "核对“时期”：是否指“12-5”、“11-5”？",
        ),
        (
            [("完成值!D4", 2012)],
            f"完成值!E4: 错误[duplicate] 完成值“12-5 quality 2012”重复，另一处在 {SHOWN}/indicators.xlsx!完成值!E3",
            "改为不同的值，或删去一处",
        ),
        (
            [("完成值!J4", "是")],
            "完成值!E4: 警告[provisional-discontinued] 同时标了快报和不再统计",
            "保留其一：快报数以后会更正，不再统计的以后没有数",
        ),
    ],
)
def test_a_result_that_belongs_nowhere_is_told_where_it_belongs(
    tmp_path: Path, changes: list[Change], said: str, hint: str
) -> None:
    assert told(tmp_path, *changes) == (f"indicators.xlsx!{said}", hint)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("完成值!E9", 95), "完成值!E9: 错误[actual-words] “定性”指标的完成值不能是“95”，定性指标不按数字评价"),
        (("完成值!E9", "较好"), "完成值!E9: 错误[actual-words] “定性”指标的完成值不能是“较好”，定性指标不按数字评价"),
        (("完成值!I9", 95), "完成值!I9: 错误[target-words] “定性”指标的目标值是数字 95"),
        (("指标!M5", 95), "指标!M5: 警告[baseline-unused] 定性指标不按数字评价，基期值“95”没有用上"),
        (("指标!M7", 95), "指标!M7: 警告[baseline-unused] 口径“新增”从零算起，基期值“95”没有用上"),
    ],
)
def test_a_number_that_no_verdict_could_rest_on_is_told(tmp_path: Path, change: Change, said: str) -> None:
    """Words are judged by evidence, what is added begins at nothing."""
    assert only_fault(tmp_path, change, evaluation=True) == f"indicators.xlsx!{said}"


@pytest.mark.parametrize("written", [None, "—", "不适用"])
def test_a_year_without_a_target_of_its_own_may_say_so(tmp_path: Path, written: object) -> None:
    """A dash is no target, and no fault; that it was not used is told, and of a blank nothing is."""
    plan, said = read_plan(tmp_path, ("完成值!I14", written), evaluation=True)
    assert plan is not None
    assert [each.split(" ")[1] for each in said] == ([] if written is None else ["警告[aim-unused]"])
    assert next(each for each in plan.actuals if (each.id, each.year) == ("revenue", 2013)).target is None


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            [("12-5", "revenue", None, 50, "2012-06-01", "甲文")],
            "D2: 警告[revision-same] 调整后的目标 ≥50 与调整前相同",
        ),
        (
            [
                ("12-5", "revenue", None, 45, "2012-10-30", "甲文"),
                ("12-5", "revenue", None, 40, "2012-10-30", "乙文"),
            ],
            f"E3: 错误[revision-twice] 同一目标在 2012-10-30 调整了两次，另一处在 {SHOWN}/indicators.xlsx!目标调整!D2",
        ),
        (
            [("12-5", "revenue", None, 45, "2016-01-05", "甲文")],
            "E2: 错误[revision-day] 调整日期 2016-01-05 不在时期“12-5”（2011—2015 年）内",
        ),
        (
            [
                ("12-5", "revenue", None, 40, "2013-10-30", "乙文"),
                ("12-5", "revenue", None, 40, "2012-10-30", "甲文"),
            ],
            "D2: 警告[revision-same] 调整后的目标 ≥40 与调整前相同",
        ),
        ([("12-5", "revenue", None, None, "2012-10-30", "甲文")], "D2: 错误[cell-blank] “调整后目标”不能为空"),
        ([("12-5", "revenue", None, 45, None, "甲文")], "E2: 错误[cell-blank] “调整日期”不能为空"),
        ([("12-5", "revenue", None, 45, "2012-10-30", None)], "F2: 错误[cell-blank] “依据文件”不能为空"),
        (
            [("12-5", "revenu", None, 45, "2012-10-30", "甲文")],
            "B2: 错误[actual-unknown] 时期“12-5”没有编号“revenu”的指标",
        ),
    ],
)
def test_a_change_of_a_target_has_a_day_and_a_document_and_changes_something(
    tmp_path: Path, rows: list[tuple[object, ...]], said: str
) -> None:
    """In whatever order the rows stand; 依据文件 is what makes it right."""

    def change(sheet: Worksheet) -> None:
        sheet.delete_rows(2)
        for row in rows:
            sheet.append(list(row))

    found = [each.split("\n")[0] for each in told_of(tmp_path, "目标调整", change)]
    assert found == [f"目标调整!{said}"]


def test_two_changes_of_one_target_on_different_days_are_fine(tmp_path: Path) -> None:
    """The last by then is in force."""

    def change(sheet: Worksheet) -> None:
        sheet.append(("12-5", "revenue", None, 48, "2013-05-06", "某政发〔2013〕9号"))

    assert told_of(tmp_path, "目标调整", change) == []


def test_what_is_told_of_a_result_stops_the_papers(tmp_path: Path) -> None:
    """A fault, every one of them: no verdict is given on a figure that could not be read."""
    report = Report()
    load_plan(write_plan(tmp_path, ("完成值!E14", "41万元"), evaluation=True), SHOWN, report)
    assert [each.severity for each in report] == [Severity.FAULT]
