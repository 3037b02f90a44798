"""What must hold of tasks: somebody leads, nothing is said in vain, all that they name is known and in its year."""

from yinfa.diagnostics import Report, nearest
from yinfa.model.base import whole
from yinfa.model.identity import Leaf
from yinfa.model.link_units import find_unit, span
from yinfa.model.plan import Plan
from yinfa.model.tasks import Duty, Manner, Point, TaskBlock
from yinfa.model.unique import unique
from yinfa.model.walk import each_of
from yinfa.sources.scalars import as_date

LONE: tuple[Manner, ...] = ("负责",)  # the manners that name nobody who supports


def link_tasks(plan: Plan, report: Report) -> None:
    """Report what is wrong with the tasks of every text, for each paper that prints them."""
    for words in plan.words.values():
        tasks = tuple(each_of(TaskBlock, words))
        unique("任务", ((each.task, each.task.origin) for each in tasks), report)
        for task in tasks:
            _in_vain(task, report)
            for point in task.points():
                _charge(plan, point, report)
                _manner(point, words.duties, report)
    for leaf in plan.leaves():
        for duty in each_of(Duty, plan.words_of(leaf)):
            _units(plan, leaf, duty, report)
            _indicators(plan, leaf, duty, report)
            _due(plan, leaf, duty, report)


def _in_vain(task: TaskBlock, report: Report) -> None:
    """Report what a task says for its points and none of them takes over: it would be printed nowhere."""
    if not task.parts:
        return
    points = tuple(task.points())
    if task.lead and all(point.part and point.part.lead for point in points):
        hint = "删去任务的 lead，或删去某一点的 lead"
        report.fault(
            "task-unused", f"任务“{task.task}”的各点都有牵头单位，任务的牵头单位没有用上", task.lead[0].origin, hint
        )
    if task.support and all(point.support != task.support for point in points):
        hint = "删去任务的 support，或把它写到有关的点"
        report.fault("task-unused", f"任务“{task.task}”的配合单位没有一点用上", task.support[0].origin, hint)
    if task.goal:
        report.fault("task-unused", f"任务“{task.task}”分了点，goal 没有用上", task.goal.origin, "把 goal 写到各点")


def _charge(plan: Plan, point: Point, report: Report) -> None:
    """Report a point that nobody leads, and a unit that is named for it twice."""
    if not point.lead:
        report.fault("no-lead", f"{point.label}没有牵头单位", point.origin, "写上 lead")
    shares: dict[str, str] = {}
    for name, share in (*((name, "lead") for name in point.lead), *((name, "support") for name in point.support)):
        unit = plan.registry.find(name)
        known = str(unit.id) if unit else str(name)
        if shares.get(known) == share:
            report.fault("unit-twice", f"“{name}”在 {share} 中写了两次", name.origin, "只留一处")
        elif known in shares:
            report.fault(
                "lead-supports", f"“{name}”已是牵头单位，又列为配合单位", name.origin, "从 lead 或 support 中删去"
            )
        shares.setdefault(known, share)


def _manner(point: Point, usual: Manner, report: Report) -> None:
    """Report units that support where the manner of naming units leaves them out."""
    manner = point.manner or usual
    if manner in LONE and point.support:
        message = f"写法“{manner}”不列配合单位，{point.label}的配合单位印不出来"
        report.fault("manner", message, point.support[0].origin, "duties 改为“牵头配合”，或把它们移到 lead")


def _units(plan: Plan, leaf: Leaf, duty: Duty, report: Report) -> None:
    year = plan.year_of(leaf)
    for name in (*duty.lead, *duty.support):
        find_unit(plan, name, range(year, year + 1), report)


def _indicators(plan: Plan, leaf: Leaf, duty: Duty, report: Report) -> None:
    period = plan.period_of(leaf)
    known = [name for each in plan.indicators if each.period == period for name in (str(each.id), str(each.name))]
    for name in duty.indicators if plan.period(period) else ():
        if plan.indicator(name, period) is None:
            hint = f"{nearest(name, known)} 写指标的编号或名称，时期在 plan.yaml 中这一文件的 period".lstrip()
            report.fault("indicator-unknown", f"时期“{period}”没有指标“{name}”", name.origin, hint)


def _due(plan: Plan, leaf: Leaf, duty: Duty, report: Report) -> None:
    if duty.due is None:
        return
    try:
        day = as_date(whole(duty.due))
    except ValueError as error:
        report.fault("due", f"“due”：{error}", duty.due.origin, "写成 2013-09 或 2013-09-30")
        return
    years = plan.years_of(leaf)
    if day.year not in years:
        hint = "改正时限，或核对 plan.yaml 中这一文件的 year、period"
        report.fault("due", f"时限 {duty.due} 不在 {span(years)} 年内", duty.due.origin, hint)
