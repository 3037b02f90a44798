"""The progress of tasks and projects that an evaluation prints: none left out, causes given, money that can be."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import pairwise

from yinfa.checks.blanks import says_nothing
from yinfa.checks.gather import Named, together
from yinfa.checks.rule import Finding
from yinfa.derive.progress import UNREPORTED, ProjectState, TaskState, project_states, task_states
from yinfa.model.identity import Leaf
from yinfa.model.link_charts import OF_PROJECTS, OF_TASKS, judged
from yinfa.model.plan import Plan
from yinfa.model.progress import COMPLETED, NOT_BEGUN, OPEN_STATES, ProjectProgress, TaskProgress
from yinfa.model.projects import MONEY, Project


def task_reason(plan: Plan) -> Iterator[Finding]:
    """Find a task that is not done without a cause, where a table of the open tasks is printed."""
    for state in _told(plan, lambda names: "open-tasks" in names):
        progress = state.progress
        if progress and progress.state in OPEN_STATES and says_nothing(progress.cause):
            message = f"{progress.year} 年{_called(progress)}{progress.state}，没有填写原因"
            yield Finding(message, progress.origin, "在这一行填写“原因”")


def task_remedy(plan: Plan) -> Iterator[Finding]:
    """Find a task that is not done without the next steps, where a table of the open tasks is printed."""
    for state in _told(plan, lambda names: "open-tasks" in names):
        progress = state.progress
        if progress and progress.state in OPEN_STATES and says_nothing(progress.remedy):
            message = f"{progress.year} 年{_called(progress)}{progress.state}，没有填写下步措施"
            yield Finding(message, progress.origin, "在这一行填写“下步措施”")


def _called(progress: TaskProgress) -> str:
    return f"任务“{progress.task}”" + (f"第 {progress.point} 点" if progress.point else "")


def unreported(plan: Plan) -> Iterator[Finding]:
    """Find tasks and projects of a year of which nobody said how far they have come, where that is printed."""
    for leaf in plan.evaluations():
        year, names = plan.year_of(leaf), _printed(plan, leaf)
        if not OF_TASKS.isdisjoint(names):
            tasks = [_unsaid(each) for each in task_states(plan, year) if each.progress is None]
            yield from together(tasks, f"{year} 年有 {{number}} 项任务没有填报进展（{{names}}），都印作“{UNREPORTED}”")
        if not OF_PROJECTS.isdisjoint(names):
            begun = [each for each in project_states(plan, year) if each.project.start <= year]
            projects = [_unsaid_project(each, year) for each in begun if each.progress is None]
            yield from together(
                projects, f"{year} 年有 {{number}} 个项目没有填报进展（{{names}}），都印作“{UNREPORTED}”"
            )


def _unsaid(state: TaskState) -> Named:
    point = state.charge.point
    message = f"{point.label}没有填报进展，印作“{state.state}”"
    return Named(point.label, Finding(message, point.origin, "在 progress.xlsx 的“任务进展”表填写"))


def _unsaid_project(state: ProjectState, year: int) -> Named:
    name = f"“{state.project.name}”"
    message = f"项目{name}没有填报 {year} 年的进展，印作“{state.state}”"
    return Named(name, Finding(message, state.project.origin, "在 progress.xlsx 的“项目进展”表填写"))


def project_state(plan: Plan) -> Iterator[Finding]:
    """Find a project whose state its own money or a later year contradicts."""
    for project in plan.projects:
        rows = sorted(_rows(plan, project), key=lambda each: each.year)
        for row in rows:
            spent_on = [each.value for each in (row.spent_this_year, row.spent) if isinstance(each.value, Decimal)]
            if row.state == NOT_BEGUN and any(spent_on):
                message = f"项目“{project.name}”{row.year} 年“{row.state}”，却已完成投资 {max(spent_on):f}{MONEY}"
                yield Finding(message, row.origin, "核对状态和投资额；前期费用不计入完成投资的，改为 0")
            if row.state == COMPLETED and row.spent.value == 0:
                message = f"项目“{project.name}”{row.year} 年“{row.state}”，累计完成投资却是 0"
                yield Finding(message, row.origin, "核对状态和投资额；没有数额的填“—”")
        for before, after in pairwise(rows):
            if before.state == COMPLETED and after.state != COMPLETED:
                message = f"项目“{project.name}”{before.year} 年“{before.state}”，{after.year} 年却是“{after.state}”"
                yield Finding(message, after.origin, f"核对两年的状态，另一处在 {before.origin}")


def spent(plan: Plan) -> Iterator[Finding]:
    """Find investments that cannot be: below zero, less in all than in a year, or than the year before."""
    for project in plan.projects:
        rows = sorted(_rows(plan, project), key=lambda each: each.year)
        for row in rows:
            yield from _impossible(row)
        for before, after in pairwise(rows):
            old, new = before.spent.value, after.spent.value
            if isinstance(old, Decimal) and isinstance(new, Decimal) and new < old:
                message = f"累计完成投资 {new:f}{MONEY}少于 {before.year} 年的 {old:f}{MONEY}"
                yield Finding(message, after.spent.origin, f"核对两年的数，另一处在 {before.spent.origin}")


def _impossible(row: ProjectProgress) -> Iterator[Finding]:
    now, all_ = row.spent_this_year, row.spent
    for money in (now, all_):
        if isinstance(money.value, Decimal) and money.value < 0:
            yield Finding(f"投资额是负数：{money.value:f}{MONEY}", money.origin, "核对数额和正负号")
    if isinstance(now.value, Decimal) and isinstance(all_.value, Decimal) and now.value > all_.value:
        message = f"本年完成投资 {now.value:f}{MONEY}大于累计完成投资 {all_.value:f}{MONEY}"
        yield Finding(message, now.origin, "核对两栏数额，是否填反")


def overspent(plan: Plan) -> Iterator[Finding]:
    """Find more money spent on a project than it was to cost."""
    for project in plan.projects:
        whole = project.investment.value
        for money in (row.spent for row in _rows(plan, project)):
            if isinstance(whole, Decimal) and isinstance(money.value, Decimal) and money.value > whole:
                message = f"累计完成投资 {money.value:f}{MONEY}大于总投资 {whole:f}{MONEY}"
                yield Finding(message, money.origin, "核对数额，是否单位不一；确实超出概算的，在 plan.yaml 中静默")


def _rows(plan: Plan, project: Project) -> Iterator[ProjectProgress]:
    """Yield what was reported of a project."""
    return (each for each in plan.project_progress if each.project == project.id)


def _told(plan: Plan, wanted: Callable[[set[str]], bool]) -> Iterator[TaskState]:
    """Yield the tasks of the years of the evaluations that print what is wanted."""
    for leaf in plan.evaluations():
        if wanted(_printed(plan, leaf)):
            yield from task_states(plan, plan.year_of(leaf))


def _printed(plan: Plan, leaf: Leaf) -> set[str]:
    """Return the names of the tables, charts and sentences that a paper is to print."""
    return {name for _, name, _ in judged(plan.words_of(leaf))}
