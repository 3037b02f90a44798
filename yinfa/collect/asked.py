"""Who is asked what about a year: each row goes to the unit that leads, whoever else is named supports it.

An indicator and a project are their first 责任单位's, a task or point its first lead's. A group counts as one unit.
What has no unit that there is goes to nobody, and is told.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from yinfa.collect.forms import FORMS, INDICATOR_FORM, PROJECT_FORM, TASK_FORM, Form
from yinfa.collect.indicators import indicator_lines, years_before
from yinfa.collect.lines import Key, Line, Questions, Sheaf
from yinfa.collect.standing import Standing, standing
from yinfa.collect.work import project_lines, task_lines
from yinfa.diagnostics import Origin, Report
from yinfa.model.identity import Unit
from yinfa.model.plan import Plan
from yinfa.sources.text import Text

Named = tuple[Line, tuple[Text, ...], Origin]  # a row, the units named for it, the lead first, and where
Rows = Callable[[Plan, int, Standing, Report], Iterator[Named]]

ROWS: tuple[tuple[Form, Rows], ...] = (
    (INDICATOR_FORM, indicator_lines),
    (TASK_FORM, task_lines),
    (PROJECT_FORM, project_lines),
)


@dataclass
class _Share:
    """What falls to a unit: the rows of each form by its sheet, and those that it supports."""

    led: dict[str, list[Line]] = field(default_factory=dict)
    supported: list[tuple[Form, Line, Unit]] = field(default_factory=list)


def questions_of(plan: Plan, year: int, report: Report) -> tuple[Questions, ...]:
    """Return what each unit is asked about a year, in the order of the registry; only those that lead anything.

    What nobody leads is a notice, two rows of one name are a fault.
    """
    shares = {unit.id: _Share() for unit in plan.registry.units}
    now = standing(plan, FORMS, year)
    for form, rows in ROWS:
        seen: dict[Key, Origin] = {}
        for line, names, origin in rows(plan, year, now, report):
            if line.key in seen:
                message = f"{line.label}有两处，另一处在 {seen[line.key]}，交回时分不清是哪一个"
                report.fault("collect-unclear", message, origin, "改动其中一处的编号")
            seen[line.key] = origin
            _deal(form, line, _units(plan, names, year), origin, shares, report)
    forms = _forms(plan, year)
    found = (_questions(unit, year, shares[unit.id], forms) for unit in plan.registry.units)
    return tuple(each for each in found if each.is_asked)


def _deal(
    form: Form, line: Line, units: tuple[Unit, ...], origin: Origin, shares: dict[Text, _Share], report: Report
) -> None:
    if not units:
        message = f"{line.label}没有责任单位，不在任何单位的填报表里"
        report.notice("collect-nobody", message, origin, "填写责任单位（units.yaml 中的简称），或自己填报")
        return
    lead, *others = units
    shares[lead.id].led.setdefault(form.sheet, []).append(line)
    for other in others:
        shares[other.id].supported.append((form, line, lead))


def _units(plan: Plan, names: Iterable[str], year: int) -> tuple[Unit, ...]:
    """Return the units of these names in their order, each once: of a name that went over, who had it in the year."""
    found = (plan.registry.find(name, year) for name in names)
    return tuple({unit.id: unit for unit in found if unit}.values())


def _forms(plan: Plan, year: int) -> tuple[Form, ...]:
    before = years_before(plan, year)
    return tuple(form.with_years(before) if form is INDICATOR_FORM else form for form in FORMS)


def _questions(unit: Unit, year: int, share: _Share, forms: tuple[Form, ...]) -> Questions:
    sheaves = tuple(Sheaf(form, tuple(share.led.get(form.sheet, ()))) for form in forms)
    return Questions(unit, year, sheaves, tuple(share.supported))
