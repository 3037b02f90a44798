"""What must hold of units: everyone named is registered, under a name that held in that year."""

from collections.abc import Iterator

from yinfa.diagnostics import Report, nearest
from yinfa.model.identity import Dated, Unit
from yinfa.model.plan import Plan
from yinfa.sources.text import Text


def link_units(plan: Plan, report: Report) -> None:
    """Report what is wrong with the registry, and every unit of an indicator or a project that nobody knows."""
    for unit in plan.registry.units:
        _years(unit, report)
        _successor(plan, unit, report)
        _members(plan, unit, report)
    for indicator in plan.indicators:
        for name in indicator.units:
            find_unit(plan, name, _years_of(plan, indicator.period), report)
    for project in plan.projects:
        for name in project.units:
            find_unit(plan, name, range(plan.year, plan.year + 1), report)


def find_unit(plan: Plan, name: Text, years: range, report: Report) -> Unit | None:
    """Return the unit of this name, or None; a fault if there is none, or its name held in none of `years`."""
    unit = plan.registry.find(name)
    if unit is None:
        hint = f"{nearest(name, _names(plan, ids=name.isascii()))} 或在 units.yaml 中登记；多个单位用“、”分开"
        report.fault("unit-unknown", f"单位“{name}”没有登记", name.origin, hint)
    elif years and not unit.is_reversed and not any(unit.held_in(year) for year in years):
        message = f"{span(years)} 年没有单位“{name}”：这个名称{_held(unit)}"
        report.fault("unit-year", message, name.origin, _then(plan, unit, years))
    return unit


def _names(plan: Plan, *, ids: bool) -> Iterator[str]:
    for unit in plan.registry.units:
        yield from (str(unit.id),) if ids else (str(unit.short), str(unit.name))


def span(years: range) -> str:
    """Return years as messages name them: 2013, 2011—2015."""
    return f"{years[0]}" if len(years) == 1 else f"{years[0]}—{years[-1]}"


def _held(unit: Unit) -> str:
    """Return in which years the name of a unit held, in words."""
    if unit.since and unit.until:
        return f"用于 {unit.since}—{unit.until} 年"
    return f"只用到 {unit.until} 年" if unit.until else f"从 {unit.since} 年起才用"


def _then(plan: Plan, unit: Unit, years: range) -> str:
    """Return under which names the duties of a unit went in those years."""
    heirs = {each.id for each in plan.registry.line(unit)}
    line = [each for each in plan.registry.units if each.id in heirs or unit in plan.registry.line(each)]
    then = [f"“{each.short}”" for each in line if any(each.held_in(year) for year in years)]
    if then:
        return f"改为{'或'.join(then)}"
    return "核对 units.yaml 中的 since、until，并写明 successor（承接职责的单位）"


def _years_of(plan: Plan, period: str) -> range:
    """Return the years in which the units of a period's indicators are asked for: the plan's own for its own period."""
    found = plan.period(period)
    if found is None:
        return range(0)  # which is told already
    years = range(found.start, found.end + 1)
    return range(plan.year, plan.year + 1) if period == plan.identity.period and plan.year in years else years


def _years(unit: Unit, report: Report) -> None:
    named: list[tuple[Text, Dated]] = [(unit.id, unit), *((member.unit, member) for member in unit.members)]
    for name, each in named:
        if each.is_reversed:
            message = f"“{name}”起止年份颠倒（{each.since}—{each.until}）"
            report.fault("unit-years", message, name.origin, "since 应不晚于 until")


def _successor(plan: Plan, unit: Unit, report: Report) -> None:
    if unit.successor is None:
        return
    ids = [str(each.id) for each in plan.registry.units if each is not unit]
    if unit.successor not in ids:
        message = f"没有 id 为“{unit.successor}”的单位可承接“{unit.short}”"
        report.fault("unit-unknown", message, unit.successor.origin, f"{nearest(unit.successor, ids)} 或登记这一单位")
    elif unit in plan.registry.line(unit):
        report.fault("unit-successor", f"“{unit.short}”的承接单位绕回了自己", unit.successor.origin, "改正 successor")
    if unit.until is None:
        message = f"“{unit.short}”有承接单位，却没有写用到哪一年"
        report.fault("unit-years", message, unit.successor.origin, "写上 until：旧名称使用的最后一年")


def _members(plan: Plan, unit: Unit, report: Report) -> None:
    if unit.members and unit.level != "group":
        hint = "level 改为 group，或删去 members"
        report.fault("unit-members", f"“{unit.short}”不是单位组，不能有成员", unit.id.origin, hint)
    for member in unit.members:
        years = range(member.since or plan.year, (member.until or member.since or plan.year) + 1)
        found = find_unit(plan, member.unit, years, report)
        if found and found.level == "group":
            message = f"单位组“{unit.short}”的成员“{member.unit}”也是单位组"
            report.fault("unit-members", message, member.unit.origin, "直接列出各单位")
