"""Facts that nobody entered: verdicts, rates, tallies, totals, counts, each with the cells that it follows from."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from yinfa.derive.duties import charges_of
from yinfa.derive.facts.fact import Facts, Thing
from yinfa.derive.facts.judged import QUOTES, judged_facts
from yinfa.derive.movement import plain
from yinfa.derive.progress import (
    STATES,
    UNREPORTED,
    by_unit,
    count_of,
    done_rate,
    project_states,
    spent_rate,
    task_states,
)
from yinfa.derive.rates import shown
from yinfa.diagnostics import Origin
from yinfa.model.identity import Leaf
from yinfa.model.opinions import DECISIONS
from yinfa.model.plan import Plan
from yinfa.model.progress import PROJECT_STATES
from yinfa.model.projects import MONEY, Sum, total_of
from yinfa.model.quantity import convert

PROJECTS = Thing("重大项目", ())
OPINIONS = Thing("意见汇总", ())
LARGE = "亿元"


def derived_facts(plan: Plan, facts: Facts) -> None:
    """Tell what follows from the facts that were entered."""
    _counts(plan, facts)
    _projects(plan, facts)
    _opinions(plan, facts)
    judged = {(plan.period_of(leaf), plan.year_of(leaf)): leaf for leaf in plan.evaluations()}
    for leaf in judged.values():
        judged_facts(plan, leaf, facts)
        _of_year(plan, leaf, facts)
    for leaf in {str(leaf.text): leaf for leaf in plan.leaves() if leaf.text}.values():
        _tasks(plan, leaf, facts)


def _counts(plan: Plan, facts: Facts) -> None:
    for period in plan.identity.periods:
        listed, thing = (
            plan.listed(str(period.id)),
            Thing("指标体系", (str(period.id),), str(period.name).strip(QUOTES)),
        )
        if listed:
            facts.derive(thing, "指标数", f"{len(listed)}项", (each.origin for each in listed))
        for group in dict.fromkeys(str(each.group) for each in listed):
            own = [each for each in listed if each.group == group]
            facts.derive(thing, (f"“{group}”", "指标数"), f"{len(own)}项", (each.group.origin for each in own))


def _projects(plan: Plan, facts: Facts) -> None:
    if plan.projects:
        facts.derive(PROJECTS, "项目数", f"{len(plan.projects)}个", (each.origin for each in plan.projects))
        _sum("总投资合计", [each.investment for each in plan.projects], facts)
        _sum("计划投资合计", [each.planned for each in plan.projects], facts)


def _sum(what: str | tuple[str, ...], sums: list[Sum], facts: Facts) -> None:
    if any(each.is_known for each in sums):
        whole = total_of(sums)
        value = f"{plain(whole)}{MONEY}（{plain(convert(whole, MONEY, LARGE))}{LARGE}）"
        facts.derive(PROJECTS, what, value, (each.origin for each in sums))


def _opinions(plan: Plan, facts: Facts) -> None:
    places = [each.decision.origin for each in plan.opinions]
    if plan.opinions:
        facts.derive(OPINIONS, "意见数", f"{len(places)}条", places)
        for decision in DECISIONS:
            number = sum(each.decision == decision for each in plan.opinions)
            facts.derive(OPINIONS, (decision, "意见数"), f"{number}条", places)


def _of_year(plan: Plan, leaf: Leaf, facts: Facts) -> None:
    """Tell what the projects and tasks of the year of an evaluation had come to."""
    year = plan.year_of(leaf)
    states = project_states(plan, year)
    if states and plan.project_progress:
        told = [each.progress for each in states if each.progress]
        cells = [each.origin for each in told] or [each.project.origin for each in states]
        for state in (*PROJECT_STATES, UNREPORTED):
            facts.derive(PROJECTS, (f"{year}年", state, "项目数"), f"{count_of(states, state)}个", cells)
        spent, this_year = [each.spent for each in told], [each.spent_this_year for each in told]
        _sum((f"{year}年", "本年完成投资合计"), this_year, facts)
        _sum((f"{year}年", "累计完成投资合计"), spent, facts)
        both = [each for each in states if each.share is not None]
        whole, done = (
            [each.project.investment for each in both],
            [each.progress.spent for each in both if each.progress],
        )
        rate_cells = [each.origin for each in (*done, *whole)]
        _rate(PROJECTS, (f"{year}年", "投资完成率"), spent_rate(done, whole), rate_cells, facts)
        for each in both:
            thing = Thing("项目", (str(each.project.id),), str(each.project.name))
            pair = [each.project.investment.origin, *([each.progress.spent.origin] if each.progress else [])]
            _rate(thing, (f"{year}年", "投资完成率"), each.share, pair, facts)
    _task_states(plan, year, facts)


def _task_states(plan: Plan, year: int, facts: Facts) -> None:
    states = task_states(plan, year)
    if not states:
        return
    lots = [(Thing("任务进展", (str(year),), f"{year}年"), states)]
    lots += [(Thing("单位任务进展", (str(year), str(each.unit.id)), str(each.unit.short)), each.states)
             for each in by_unit(plan, states)]  # fmt: skip
    for thing, own in lots:
        cells = [each.progress.origin if each.progress else each.charge.point.origin for each in own]
        cells += _places(each.charge.point for each in own)  # it counts those who lead
        facts.derive(thing, "任务数", f"{len(own)}项", cells)
        for state in STATES:
            facts.derive(thing, (state, "任务数"), f"{count_of(own, state)}项", cells)
        _rate(thing, ("任务完成率",), done_rate(own), cells, facts)


def _rate(thing: Thing, what: tuple[str, ...], rate: Decimal | None, cells: Iterable[Origin], facts: Facts) -> None:
    if rate is not None:
        facts.derive(thing, what, f"{shown(rate):f}%", cells)


def _tasks(plan: Plan, leaf: Leaf, facts: Facts) -> None:
    """Tell how many tasks a text has, and each unit in it."""
    charges = charges_of(plan.words_of(leaf), plan.registry, plan.year_of(leaf))
    if not charges:
        return
    file = str(leaf.text)
    thing = Thing("任务汇总", (file,), file)
    facts.derive(
        thing, "任务数", f"{len({each.ordinal for each in charges})}项", (each.task.task.origin for each in charges)
    )
    for unit in plan.registry.units:
        led = [each for each in charges if unit in each.lead]
        helped = [each for each in charges if unit in each.support]
        own = Thing("单位分工", (file, str(unit.id)), str(unit.short))
        for what, lot in (("牵头任务数", led), ("配合任务数", helped)):
            if lot:
                facts.derive(own, what, f"{len({each.ordinal for each in lot})}项", _places(each.point for each in lot))


def _places(points: Iterable[object]) -> Iterator[Origin]:
    for point in points:
        names = (*getattr(point, "lead", ()), *getattr(point, "support", ()))
        yield from (name.origin for name in names)
