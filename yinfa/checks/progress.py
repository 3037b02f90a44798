"""The progress of tasks and projects that an evaluation prints: none left out, causes given, money that can be."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import pairwise

from yinfa.derive.progress import TaskState, project_states, task_states
from yinfa.diagnostics import Report
from yinfa.model.identity import Leaf
from yinfa.model.link_charts import OF_PROJECTS, OF_TASKS, judged
from yinfa.model.plan import Plan
from yinfa.model.progress import OPEN_STATES, ProjectProgress
from yinfa.model.projects import MONEY


def task_reason(plan: Plan, report: Report) -> None:
    """Report a task that is not done without a cause, where a table of the open tasks is printed."""
    for state in _told(plan, lambda names: "open-tasks" in names):
        progress = state.progress
        if progress and progress.state in OPEN_STATES and not progress.cause:
            named = f"任务“{progress.task}”" + (f"第 {progress.point} 点" if progress.point else "")
            message = f"{progress.year} 年{named}{progress.state}，没有填写原因"
            report.error("task-reason", message, progress.origin, "在这一行填写“原因”")


def unreported(plan: Plan, report: Report) -> None:
    """Warn of tasks and projects of a year of which nobody said how far they have come, where that is printed."""
    for state in _told(plan, lambda names: not OF_TASKS.isdisjoint(names)):
        if state.progress is None:
            message = f"{state.charge.point.label}没有填报进展，印作“{state.state}”"
            report.warning("unreported", message, state.charge.point.origin, "在 progress.xlsx 的“任务进展”表填写")
    for leaf in plan.evaluations():
        year = plan.year_of(leaf)
        for each in project_states(plan, year) if not _printed(plan, leaf).isdisjoint(OF_PROJECTS) else ():
            if each.progress is None and each.project.start <= year:
                message = f"项目“{each.project.name}”没有填报 {year} 年的进展，印作“{each.state}”"
                hint = "在 progress.xlsx 的“项目进展”表填写"
                report.warning("unreported", message, each.project.origin, hint)


def spent(plan: Plan, report: Report) -> None:
    """Report investments that cannot be: less in all than in a year, or than the year before; warn of too much."""
    for project in plan.projects:
        rows = sorted(
            (each for each in plan.project_progress if each.project == project.id), key=lambda each: each.year
        )
        for row in rows:
            _amounts(row, project.investment.value, report)
        for before, after in pairwise(rows):
            old, new = before.spent.value, after.spent.value
            if isinstance(old, Decimal) and isinstance(new, Decimal) and new < old:
                message = f"累计完成投资 {new:f}{MONEY}少于 {before.year} 年的 {old:f}{MONEY}"
                report.error("spent", message, after.spent.origin, f"核对两年的数，另一处在 {before.spent.origin}")


def _amounts(row: ProjectProgress, whole: object, report: Report) -> None:
    now, all_ = row.spent_this_year, row.spent
    for money in (now, all_):
        if isinstance(money.value, Decimal) and money.value < 0:
            report.error("spent", f"投资额是负数：{money.value:f}{MONEY}", money.origin, "核对数额和正负号")
    if isinstance(now.value, Decimal) and isinstance(all_.value, Decimal) and now.value > all_.value:
        message = f"本年完成投资 {now.value:f}{MONEY}大于累计完成投资 {all_.value:f}{MONEY}"
        report.error("spent", message, now.origin, "核对两栏数额，是否填反")
    if isinstance(whole, Decimal) and isinstance(all_.value, Decimal) and all_.value > whole:
        message = f"累计完成投资 {all_.value:f}{MONEY}大于总投资 {whole:f}{MONEY}"
        report.warning("spent", message, all_.origin, "核对数额，是否单位不一；超出概算的可不理会")


def _told(plan: Plan, wanted: Callable[[set[str]], bool]) -> Iterator[TaskState]:
    """Yield the tasks of the years of the evaluations that print what is wanted."""
    for leaf in plan.evaluations():
        if wanted(_printed(plan, leaf)):
            yield from task_states(plan, plan.year_of(leaf))


def _printed(plan: Plan, leaf: Leaf) -> set[str]:
    """Return the names of the tables, charts and sentences that a paper is to print."""
    return {name for _, name, _ in judged(plan.words_of(leaf))}
