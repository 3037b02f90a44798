"""What is found many times in one way is told once."""

from pathlib import Path

import pytest

from tests.checks.finding import found
from tests.plans import Change, read_plan
from yinfa.checks import check
from yinfa.diagnostics import Report

ROWS = (4, 6, 8, 12, 14, 16)  # of the sheet 完成值: the numbers of 2013
OF_TASKS = tuple(f"任务进展!A{row}" for row in (2, 3, 4, 5))


def _blanked(rows: tuple[int, ...]) -> list[Change]:
    return [(f"完成值!E{row}", None) for row in rows]


def _no_data(folder: Path, *changes: Change) -> list[str]:
    return [each for each in found(folder, *changes) if "[no-data]" in each]


def test_five_blanks_are_told_one_by_one_and_six_together(tmp_path: Path) -> None:
    """At the first of them, with how many and which."""
    five = _no_data(tmp_path / "five", *_blanked(ROWS[:5]))
    assert [each.split(":")[0] for each in five] == [f"indicators.xlsx!完成值!E{row}" for row in ROWS[:5]]
    six = "6 个数没有填报（“产品抽查合格率”、“品牌数（国家级）”、“品牌数（省级）”等），都评价为“无数据”"
    (only,) = _no_data(tmp_path / "six", *_blanked(ROWS))
    assert only == f"indicators.xlsx!完成值!E4: 警告[no-data] 2013 年有 {six}"


def test_each_evaluation_is_told_by_itself(tmp_path: Path) -> None:
    """Six of 2013, and one of 2010."""
    said = _no_data(tmp_path, *_blanked((*ROWS, 20)))
    assert [each.split(":")[0] for each in said] == ["indicators.xlsx!完成值!E4", "indicators.xlsx!完成值!E20"]


def test_the_tasks_of_a_year_that_nobody_reported_are_told_together(tmp_path: Path) -> None:
    """Five points and tasks are told one by one; with one more they are too many."""
    gone: list[Change] = [(place, 2012) for place in OF_TASKS]
    text = "text/tasks-2013.yaml"
    more: Change = (
        text,
        "          - {text: 开展品牌宣传。}",
        "          - {text: 开展宣传。}\n          - {text: 总结经验。}",
    )
    assert len([each for each in _said(tmp_path / "five", *gone) if "[unreported]" in each]) == 5
    six = "6 项任务没有填报进展（任务“city”、任务“park”、任务“names”第 1 点等），都印作“未报送”"
    (only,) = (each for each in _said(tmp_path / "six", *gone, more) if "[unreported]" in each)
    assert only == f"data/xian/{text}:4:16: 警告[unreported] 2013 年有 {six}"


def _said(folder: Path, *changes: Change) -> list[str]:
    """Return what the rules say, whatever the model says of progress in a year without tasks."""
    plan, _ = read_plan(folder, *changes, evaluation=True)
    assert plan is not None
    report = Report()
    check(plan, report)
    return [str(each).split("\n")[0] for each in report]


@pytest.mark.parametrize(("number", "told"), [(2, 2), (7, 1)])
def test_projects_are_told_together_too(tmp_path: Path, number: int, told: int) -> None:
    rows: list[Change] = [("项目进展!A3", 2012), ("项目进展!A2", 2011), ("项目进展!A4", 2012)]
    more = [
        (f"项目!{column}{row}", value)
        for row in range(4, number + 2)
        for column, value in zip(
            "ABCDEFGHIJ",
            (f"p{row}", row - 1, f"项目{row}", "新建", 2011, 2013, "建设。", 100, 100, "县质监局"),
            strict=True,
        )
    ]
    said = [each for each in found(tmp_path, *rows, *more) if "[unreported]" in each]
    assert len(said) == told
    assert ("7 个项目" in said[0]) == (told == 1)
