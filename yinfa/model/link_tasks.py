"""What must hold of tasks: somebody leads, nothing is said in vain, all that they name is known and in its year."""

from yinfa.diagnostics import Origin, Report, nearest
from yinfa.kinds import KINDS
from yinfa.model.days import day_of
from yinfa.model.identity import Leaf
from yinfa.model.link_tables import is_of_tasks
from yinfa.model.link_units import find_unit, span
from yinfa.model.plan import Plan
from yinfa.model.tasks import Duty, Manner, Names, Point, TaskBlock
from yinfa.model.unique import unique
from yinfa.model.walk import each_of
from yinfa.model.words import TableBlock
from yinfa.sources.text import Text

LEAD_ALONE: tuple[Manner, ...] = ("负责",)  # the manners that name nobody who supports
# What a task says for those of its points that do not say it themselves, as a drafter calls it.
INHERITED = {"lead": "牵头单位", "due": "时限", "indicators": "指标", "duties": "写法"}


def link_tasks(plan: Plan, report: Report) -> None:
    """Report what is wrong with the tasks of every text, for each paper that prints them."""
    tabled = _tabled(plan)
    for file, words in plan.words.items():
        tasks = tuple(each_of(TaskBlock, words))
        unique("任务", ((each.task, each.task.origin) for each in tasks), report)
        for task in tasks:
            _task(task, words.duties, report)
        if file in tabled:
            _without_goal(tasks, report)
    for leaf in plan.leaves():
        _leaf(plan, leaf, report)
    for paper in plan.papers():
        if paper.text not in tabled and any(part.text in tabled for part in paper.parts):
            _untabled(tuple(each_of(TaskBlock, plan.words_of(paper))), report)


def _leaf(plan: Plan, leaf: Leaf, report: Report) -> None:
    """Report what is wrong with tasks in the year and the period of a paper."""
    words, year = plan.words_of(leaf), plan.year_of(leaf)
    for task in each_of(TaskBlock, words):
        for point in task.points():
            _led(plan, point, year, report)
    for duty in each_of(Duty, words):
        for name in (*duty.lead, *duty.support):
            find_unit(plan, name, range(year, year + 1), report)
        _indicators(plan, leaf, duty, report)
        _due(plan, leaf, duty, report)


def _tabled(plan: Plan) -> set[str]:
    """Return the texts from whose tasks a table is made: a paper of its own, or one that the text calls for."""
    own = {str(leaf.text) for leaf in plan.leaves() if leaf.kind in KINDS and KINDS[leaf.kind].of_tasks}
    called = (file for file, words in plan.words.items() for each in each_of(TableBlock, words) if is_of_tasks(each))
    return own.union(called)


def _without_goal(tasks: tuple[TaskBlock, ...], report: Report) -> None:
    for task in tasks:
        if not (task.text or task.goal or task.parts):
            message = f"任务“{task.task}”没有内容，责任分解表中的目标印作“—”"
            report.warning("task-empty", message, task.task.origin, "写上 text、goal 或 parts")


def _untabled(tasks: tuple[TaskBlock, ...], report: Report) -> None:
    """Warn of a paper's own tasks, of which no table is made, as it is of those of what it issues."""
    if not tasks:
        return
    first = tasks[0].task
    named = f"“{first}”" + (f"等 {len(tasks)} 项" if len(tasks) > 1 else "")
    hint = "由这个文件也生成一份 responsibilities，或把任务移到有责任分解表的文件"
    message = f"这个文件的任务（{named}）不进任何责任分解表或任务单"
    report.warning("task-untabled", message, first.origin, hint)


def _task(task: TaskBlock, usual: Manner, report: Report) -> None:
    """Report what of a task could not be printed as it is meant."""
    for point in task.points():
        _manner(point, usual, report)
    if task.parts:
        _in_vain(task, report)
        _points(task, report)


def _in_vain(task: TaskBlock, report: Report) -> None:
    """Report what a task says for its points and none of them takes over: it would be printed nowhere."""
    for key, called in INHERITED.items():
        said = getattr(task, key)
        if said and all(getattr(part, key) for part in task.parts):
            message = f"任务“{task.task}”的各点都有{called}，任务的{called}没有用上"
            hint = f"删去任务的 {key}，或删去某一点的 {key}"
            report.fault("task-unused", message, _place(said), hint)
    if task.support and all(point.support != task.support for point in task.points()):
        hint = "删去任务的 support，或把它写到有关的点"
        report.fault("task-unused", f"任务“{task.task}”的配合单位没有一点用上", task.support[0].origin, hint)
    if task.goal:
        report.fault("task-unused", f"任务“{task.task}”分了点，goal 没有用上", task.goal.origin, "把 goal 写到各点")


def _place(said: Text | Names) -> Origin:
    return said.origin if isinstance(said, Text) else said[0].origin


def _points(task: TaskBlock, report: Report) -> None:
    """Report a point that is the only one, and a manner that names nobody since the units stand behind the last."""
    if len(task.parts) == 1:
        message = f"任务“{task.task}”只有一点，会印成单独的“一是……”"
        report.fault("task-parts", message, task.parts[0].text.origin, "至少写两点，或把这一点写到 text")
    if any(part.lead or part.support for part in task.parts):
        return
    for number, part in enumerate(task.parts, 1):
        if part.duties:
            message = f"任务“{task.task}”的单位印在任务末尾，第 {number} 点的 duties 没有用上"
            hint = "把 duties 写到任务，或给这一点写上 lead"
            report.fault("manner", message, getattr(part.duties, "origin", part.text.origin), hint)


def _led(plan: Plan, point: Point, year: int, report: Report) -> None:
    """Report a point that nobody leads, and a unit that is named for it twice."""
    if not point.lead:
        report.fault("no-lead", f"{point.label}没有牵头单位", point.origin, "写上 lead")
    leading = _each_once(plan, "lead", point.lead, year, report)
    supporting = _each_once(plan, "support", point.support, year, report)
    for unit, name in supporting.items():
        if unit in leading:
            message = f"“{name}”已是牵头单位，又列为配合单位"
            report.fault("lead-supports", message, name.origin, "从 lead 或 support 中删去")


def _each_once(plan: Plan, key: str, names: Names, year: int, report: Report) -> dict[str, Text]:
    """Return the names by the ids of their units; one named twice under `key`, be it once by its id, is a fault."""
    seen: dict[str, Text] = {}
    for name in names:
        unit = plan.registry.find(name, year)
        known = str(unit.id if unit else name)  # that nobody has the name is told elsewhere
        if known in seen:
            report.fault("unit-twice", f"“{name}”在 {key} 中写了两次", name.origin, "只留一处")
        seen.setdefault(known, name)
    return seen


def _manner(point: Point, usual: Manner, report: Report) -> None:
    """Report units that support where the manner of naming units leaves them out."""
    manner = point.manner or usual
    if manner in LEAD_ALONE and point.support:
        message = f"写法“{manner}”不列配合单位，{point.label}的配合单位印不出来"
        report.fault("manner", message, point.support[0].origin, "duties 改为“牵头配合”，或把它们移到 lead")


def _indicators(plan: Plan, leaf: Leaf, duty: Duty, report: Report) -> None:
    """Report an indicator that the period of a paper does not have, or that is named twice."""
    period, seen = plan.period_of(leaf), set()
    for name in duty.indicators if plan.period(period) else ():
        found = plan.indicator(name, period)
        if found is None:
            known = [it for each in plan.indicators if each.period == period for it in (str(each.id), str(each.name))]
            hint = f"{nearest(name, known)} 写指标的编号或名称，时期在 plan.yaml 中这一文件的 period".lstrip()
            report.fault("indicator-unknown", f"时期“{period}”没有指标“{name}”", name.origin, hint)
        elif found.id in seen:
            report.fault("indicator-twice", f"指标“{name}”写了两次", name.origin, "只留一处")
        else:
            seen.add(found.id)


def _due(plan: Plan, leaf: Leaf, duty: Duty, report: Report) -> None:
    if duty.due is None:
        return
    day, years = day_of("due", duty.due, "写成 2013-09 或 2013-09-30", report), plan.years_of(leaf)
    if day and day.year not in years:
        hint = "改正时限，或核对 plan.yaml 中这一文件的 year、period"
        report.fault("due", f"时限 {duty.due} 不在 {span(years)} 年内", duty.due.origin, hint)
