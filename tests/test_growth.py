"""Twice the indicators or tasks cost twice the work: counted in instructions, and not timed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from bench import duties, results
from tests.growth import assert_in_proportion
from yinfa.checks import check
from yinfa.compose.compose import Composer
from yinfa.diagnostics import Report
from yinfa.model.load import load_plan
from yinfa.model.progress import TASK_PROGRESS, TASK_PROGRESS_COLUMNS
from yinfa.styling import load_style

pytestmark = pytest.mark.slow

FEW = 24  # indicators or tasks; then twice and four times as many
STYLE = load_style()


def checked(folder: Path) -> None:
    report = Report()
    plan = load_plan(folder, "data", report)
    assert plan is not None
    check(plan, report)
    assert list(report) == []


def planned(folder: Path, indicators: int) -> Path:
    """Return a plan of many indicators, each with results of five years."""
    return results.write_plan(folder, indicators)


def tasked(folder: Path, tasks: int) -> Path:
    """Return a plan of many tasks, of each of which it is told how far it has come."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = TASK_PROGRESS
    headers = [column.header for column in TASK_PROGRESS_COLUMNS]
    sheet.append(headers)
    for number in range(tasks):
        row = {"年度": 2013, "任务": f"t{number}", "状态": "已完成"}
        sheet.append([row.get(header) for header in headers])
    duties.write_plan(folder, tasks, 10)
    book.save(folder / "progress.xlsx")
    return folder


def composer(folder: Path) -> Callable[[], object]:
    plan = load_plan(folder, "data", Report())
    assert plan is not None
    return lambda: Composer(plan, STYLE, Report()).compose(plan.papers()[0])


def checker(folder: Path) -> Callable[[], object]:
    return lambda: checked(folder)


@pytest.mark.parametrize(
    ("plan", "stage"), [(planned, checker), (tasked, checker), pytest.param(planned, composer, marks=pytest.mark.slow)]
)
def test_the_work_grows_with_the_data_and_no_faster(
    tmp_path: Path, plan: Callable[[Path, int], Path], stage: Callable[[Path], Callable[[], object]]
) -> None:
    """What looks through all of them for each would be four times the work."""
    assert_in_proportion(lambda number: stage(plan(tmp_path / f"{number}", number)), FEW)
