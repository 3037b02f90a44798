"""How far tasks and projects have come in a year: the rows of progress.xlsx as typed values."""

from collections.abc import Iterable
from dataclasses import dataclass

from yinfa.diagnostics import Origin, Report
from yinfa.model.base import YEARS
from yinfa.model.cells import ORDINALS, whole_of, words_of
from yinfa.model.projects import MONEY, NO_AMOUNT, Sum, sum_of
from yinfa.sources.table import Column, Row
from yinfa.sources.text import Text

TASK_PROGRESS, PROJECT_PROGRESS = "任务进展", "项目进展"
TASK_STATES = ("已完成", "推进中", "未启动")  # done, under way, not begun
OPEN_STATES = TASK_STATES[1:]
PROJECT_STATES = ("未开工", "在建", "已完工", "停缓建")
NOT_BEGUN, COMPLETED = PROJECT_STATES[0], PROJECT_STATES[2]
SPENT_THIS_YEAR = f"本年完成投资（{MONEY}）"
SPENT = f"累计完成投资（{MONEY}）"
TASK_PROGRESS_COLUMNS = (
    Column("年度"),
    Column("任务"),
    Column("分点", required=False, kept=True),
    Column("状态", choices=TASK_STATES),
    Column("进展", required=False, kept=True),
    Column("原因", required=False),
    Column("下步措施", required=False),
    Column("备注", required=False),
)
PROJECT_PROGRESS_COLUMNS = (
    Column("年度"),
    Column("项目"),
    Column("状态", choices=PROJECT_STATES),
    Column(SPENT_THIS_YEAR, hint=NO_AMOUNT),
    Column(SPENT, hint=NO_AMOUNT),
    Column("形象进度", required=False, kept=True),
    Column("备注", required=False),
)


@dataclass(frozen=True, slots=True)
class TaskProgress:
    """How far a task of a year's text, or one of its points (`point` from 1, 0 for the whole), has come.

    `task` is its id in text/*.yaml, `state` one of `TASK_STATES`; `cause` and `remedy` are for what is not done.
    `origin` is the state's cell.
    """

    year: int
    year_at: Origin
    task: Text
    point: int
    point_at: Origin
    state: str
    words: Text
    cause: Text
    remedy: Text
    note: Text
    origin: Origin


@dataclass(frozen=True, slots=True)
class ProjectProgress:
    """How far a project (its id in projects.xlsx) has come by the end of a year; money in 万元."""

    year: int
    year_at: Origin
    project: Text
    state: str
    spent_this_year: Sum
    spent: Sum
    words: Text
    note: Text
    origin: Origin


def task_progress_of(rows: Iterable[Row], report: Report) -> tuple[TaskProgress, ...]:
    """Return the rows of the sheet 任务进展, in its order."""
    return tuple(_task(row, report) for row in rows)


def _task(row: Row, report: Report) -> TaskProgress:
    return TaskProgress(
        year=whole_of(row["年度"], YEARS, report) or 0,
        year_at=row["年度"].origin,
        task=words_of(row["任务"]),
        point=whole_of(row["分点"], ORDINALS, report) or 0,
        point_at=row["分点"].origin,
        state=words_of(row["状态"]),
        words=words_of(row["进展"]),
        cause=words_of(row["原因"]),
        remedy=words_of(row["下步措施"]),
        note=words_of(row["备注"]),
        origin=row["状态"].origin,
    )


def project_progress_of(rows: Iterable[Row], report: Report) -> tuple[ProjectProgress, ...]:
    """Return the rows of the sheet 项目进展, in its order."""
    return tuple(_project(row, report) for row in rows)


def _project(row: Row, report: Report) -> ProjectProgress:
    return ProjectProgress(
        year=whole_of(row["年度"], YEARS, report) or 0,
        year_at=row["年度"].origin,
        project=words_of(row["项目"]),
        state=words_of(row["状态"]),
        spent_this_year=sum_of(row, SPENT_THIS_YEAR, report),
        spent=sum_of(row, SPENT, report),
        words=words_of(row["形象进度"]),
        note=words_of(row["备注"]),
        origin=row["状态"].origin,
    )
