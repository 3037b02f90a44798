"""What must hold of units: everyone named is registered, under a name that held in that year."""

from collections.abc import Iterator

from yinfa.diagnostics import Origin, Report, nearest
from yinfa.model.identity import Dated, Member, Unit
from yinfa.model.plan import Plan
from yinfa.model.told import either
from yinfa.sources.text import Text


def link_units(plan: Plan, report: Report) -> None:
    """Report what is wrong with the registry, and every unit of an indicator or a project that was not there."""
    _names_once(plan.registry.units, report)
    for unit in plan.registry.units:
        _reversed(unit, report)
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
    unit = _known(plan, name, years, report)
    if unit and _was_not_there(unit, years):
        message = f"{span(years)} 年没有单位“{name}”：这个名称{_held(unit)}"
        report.fault("unit-year", message, name.origin, _then(plan, unit, years))
    return unit


def _known(plan: Plan, name: Text, years: range, report: Report) -> Unit | None:
    """Return the unit of this name, of several one that had it in `years`; None, with a fault, if there is none."""
    named = plan.registry.named(name)
    if not plan.registry.units:
        place = Origin(f"{plan.shown}/units.yaml")
        report.fault("unit-unknown", "一个单位也没有登记", place, "登记文件和表格里写到的单位")
    elif not named:
        near = nearest(name, _names(plan, ids=name.isascii()))
        hint = either(near, "在 units.yaml 中登记；多个单位用“、”分开")
        report.fault("unit-unknown", f"单位“{name}”没有登记", name.origin, hint)
    return next((each for each in named if not _was_not_there(each, years)), next(iter(named), None))


def _was_not_there(unit: Unit, years: range) -> bool:
    """Return whether the name of a unit held in none of these years; years that are reversed are told elsewhere."""
    return bool(years) and not unit.is_reversed and not any(unit.held_in(year) for year in years)


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
    if line:
        return f"核对 units.yaml 中{'、'.join(f'“{each.short}”' for each in (unit, *line))}的 since、until"
    return "核对 units.yaml 中的 since、until，并写明 successor（承接职责的单位）"


def _years_of(plan: Plan, period: str) -> range:
    """Return the years in which the units of a period's indicators are asked for: the plan's own for its own period."""
    found = plan.period(period)
    if found is None:
        return range(0)  # which is told already
    own = period == plan.identity.period and plan.year in found.years
    return range(plan.year, plan.year + 1) if own else found.years


def _reversed(unit: Unit, report: Report) -> None:
    """Report a name, or a membership, that is said to have ended before it began."""
    named: list[tuple[Text, Dated]] = [(unit.id, unit), *((member.unit, member) for member in unit.members)]
    for name, each in named:
        if each.is_reversed:
            message = f"“{name}”起止年份颠倒（{each.since}—{each.until}）"
            report.fault("unit-years", message, name.origin, "since 应不晚于 until")


def _names_once(units: tuple[Unit, ...], report: Report) -> None:
    """Report a name that two units had in the same year: nobody could say whose it was."""
    for place, unit in enumerate(units):
        earlier = [each for each in units[:place] if each.overlaps(unit)]
        for name in (unit.name, unit.short):
            other = next((each for each in earlier if name in (each.name, each.short)), None)
            if other is not None:
                _shared(name, unit, other, report)


def _shared(name: Text, unit: Unit, other: Unit, report: Report) -> None:
    kinds = [(each.name == name, each.short == name) for each in (unit, other)]
    what = "单位名称" if kinds[0] != kinds[1] else "单位全称" if kinds[0][0] else "单位简称"
    there = other.name if other.name == name else other.short
    hint = "改为不同的值；先后两个单位的名称，写明 since、until，年份不能重叠"
    report.fault("duplicate", f"{what}“{name}”重复，另一处在 {there.origin}", name.origin, hint)


def _successor(plan: Plan, unit: Unit, report: Report) -> None:
    if unit.successor is None:
        return
    others = [each for each in plan.registry.units if each is not unit]
    if unit.successor not in [each.id for each in others]:
        _no_heir(unit, unit.successor, others, report)
    elif unit in plan.registry.line(unit):
        report.fault("unit-successor", f"“{unit.short}”的承接单位绕回了自己", unit.successor.origin, "改正 successor")
    if unit.until is None:
        message = f"“{unit.short}”有承接单位，却没有写用到哪一年"
        report.fault("unit-years", message, unit.successor.origin, "写上 until：旧名称使用的最后一年")


def _no_heir(unit: Unit, name: Text, others: list[Unit], report: Report) -> None:
    """Report a successor that is no id of another unit: it is the unit's own, a name of one, or nobody's."""
    meant = next((each for each in others if name in (each.short, each.name)), None)
    if meant is None and name in (unit.id, unit.short, unit.name):
        hint = "写接下职责的单位的 id，或删去 successor"
        report.fault("unit-successor", f"“{unit.short}”的承接单位不能是自己", name.origin, hint)
        return
    near = either(nearest(name, [str(each.id) for each in others]), "登记这一单位")
    hint = f"写它的 id：{meant.id}" if meant else near
    report.fault("unit-unknown", f"没有 id 为“{name}”的单位可承接“{unit.short}”", name.origin, hint)


def _members(plan: Plan, unit: Unit, report: Report) -> None:
    if unit.members and unit.level != "group":
        hint = "level 改为 group，或删去 members"
        report.fault("unit-members", f"“{unit.short}”不是单位组，不能有成员", unit.id.origin, hint)
    for member in unit.members:
        _member(plan, unit, member, report)


def _member(plan: Plan, group: Unit, member: Member, report: Report) -> None:
    first = member.since or plan.year
    years = range(first, (member.until or first) + 1)
    found = _known(plan, member.unit, years, report)
    if found and found.level == "group":
        message = f"单位组“{group.short}”的成员“{member.unit}”也是单位组"
        report.fault("unit-members", message, member.unit.origin, "直接列出各单位")
    elif found and _was_not_there(found, years):
        message = f"单位组“{group.short}”的成员“{found.short}”：{span(years)} 年没有这个单位，这个名称{_held(found)}"
        report.fault("unit-year", message, member.unit.origin, _dated(member, found, first))


def _dated(member: Member, unit: Unit, year: int) -> str:
    """Return how the years of a membership are put right."""
    if member.since or member.until:
        return "改正这一成员的 since、until，或删去"
    return f"给这一成员写 {'until' if unit.until and unit.until < year else 'since'}，或删去"
