"""The checks of progress: nothing left out that is printed, causes given, money that can be."""

from pathlib import Path

import pytest

from tests.checks.finding import found, hint
from tests.plans import SHOWN, Change

TEXT = "text/evaluation-2013.yaml"
OPEN = "      - {table: open-tasks, caption: 未完成的任务}\n"
ALL_OF_TASKS = (
    "- summary: tasks\n",
    "- {table: task-progress, caption: 任务完成情况}\n",
    "- {table: open-tasks, caption: 未完成的任务}\n",
    "- {chart: units, caption: 各单位任务完成情况}\n",
)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ([("任务进展!F3", None)], ["D3: 问题[task-reason] 2013 年任务“park”未启动，没有填写原因"]),
        ([("任务进展!F5", " ")], ["D5: 问题[task-reason] 2013 年任务“names”第 2 点推进中，没有填写原因"]),
        (
            [("任务进展!D4", "推进中"), ("任务进展!G4", "补充名录。")],
            ["D4: 问题[task-reason] 2013 年任务“names”推进中，没有填写原因"],
        ),
        ([("任务进展!D3", "已完成"), ("任务进展!F3", None)], []),
        ([("任务进展!F3", None), (TEXT, OPEN, "")], []),
    ],
)
def test_a_task_that_is_not_done_has_a_cause(tmp_path: Path, changes: list[Change], said: list[str]) -> None:
    """Told once for all points of a task; only where the open tasks are printed."""
    assert found(tmp_path, *changes) == [f"progress.xlsx!任务进展!{each}" for each in said]


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (
            {"A3": 2013, "B3": "city", "C3": None, "B2": "park"},
            [],
        ),
        (
            dict.fromkeys(("A3", "B3", "D3", "F3", "G3")),
            ["text/tasks-2013.yaml:5:16: 警告[unreported] 任务“park”没有填报进展，印作“未报送”"],
        ),
        (
            {"C4": 1},
            ["text/tasks-2013.yaml:14:20: 警告[unreported] 任务“names”第 3 点没有填报进展，印作“未报送”"],
        ),
    ],
)
def test_a_task_of_which_nothing_is_said_is_found(tmp_path: Path, cells: dict[str, object], said: list[str]) -> None:
    """A point too, unless the whole task is spoken of."""
    assert [
        each
        for each in found(tmp_path, *((f"任务进展!{cell}", value) for cell, value in cells.items()))
        if "unreported" in each
    ] == said


def test_a_task_is_asked_for_only_where_tasks_are_printed(tmp_path: Path) -> None:
    gone: list[Change] = [(f"任务进展!{cell}", None) for cell in ("A3", "B3", "D3", "F3", "G3")]
    without: list[Change] = [(TEXT, f"      {block}", "") for block in ALL_OF_TASKS[1:]]
    without.append((TEXT, "      - summary: tasks\n", "      - 任务另行报告。\n"))
    assert found(tmp_path, *gone, *without) == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            [("项目进展!A4", 2014)],
            ["projects.xlsx!项目!C3: 警告[unreported] 项目“污水处理厂”没有填报 2013 年的进展，印作“未报送”"],
        ),
        ([("项目进展!A4", 2014), ("项目!E3", 2014)], []),
    ],
)
def test_a_project_of_which_nothing_is_said_is_found(tmp_path: Path, changes: list[Change], said: list[str]) -> None:
    """But not one that has not begun by then."""
    assert found(tmp_path, *changes) == said


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            [("项目进展!D3", 90001)],
            ["D3: 问题[spent] 本年完成投资 90001万元大于累计完成投资 90000万元"],
        ),
        (
            [("项目进展!E3", 90001)],
            ["E3: 警告[spent-beyond] 累计完成投资 90001万元大于总投资 90000万元"],
        ),
        (
            [("项目进展!E2", 90001)],
            [
                "E3: 问题[spent] 累计完成投资 90000万元少于 2012 年的 90001万元",
                "E2: 警告[spent-beyond] 累计完成投资 90001万元大于总投资 90000万元",
            ],
        ),
        ([("项目进展!D4", -5)], ["D4: 问题[spent] 投资额是负数：-5万元"]),
        ([("项目进展!D4", "—")], []),
        ([("项目进展!E3", "—")], []),
        ([("项目进展!E2", 90000)], []),
        ([("项目!H2", "—"), ("项目!I2", "—"), ("项目进展!E3", 99999)], []),
    ],
)
def test_an_investment_that_cannot_be_is_found(tmp_path: Path, changes: list[Change], said: list[str]) -> None:
    """What is not known is held against nothing."""
    assert found(tmp_path, *changes) == [f"progress.xlsx!项目进展!{each}" for each in said]


def test_a_sum_that_falls_names_both_cells(tmp_path: Path) -> None:
    change: Change = ("项目进展!E2", 89999)
    assert found(tmp_path, change) == []
    assert hint(tmp_path, change, ("项目进展!E3", 89998)) == f"核对两年的数，另一处在 {SHOWN}/progress.xlsx!项目进展!E2"
