"""The path of a part over the years of its period: where it was to stand at the end of each, and where it stood."""

from dataclasses import dataclass, replace
from decimal import Decimal

from yinfa.derive.due import Goal
from yinfa.derive.evaluation import Judgement, goal_of, judge
from yinfa.derive.pace import on_pace
from yinfa.derive.rates import ZERO, high, low
from yinfa.diagnostics import Origin
from yinfa.model.identity import Period
from yinfa.model.indicators import Indicator, Part
from yinfa.model.plan import Plan
from yinfa.model.quantity import Absence, Quantity, Target
from yinfa.sources.spans import cells_of


@dataclass(frozen=True, slots=True)
class Milestone:
    """What was to be by the end of a year, and the cells that it comes from: of a pace those it runs between."""

    target: Target
    origins: tuple[Origin, ...]


NOTHING = Milestone(Target("≥", ZERO), ())


@dataclass(frozen=True, slots=True)
class Station:
    """The end of a year: `due` is what was to be by then, None where nothing says it, `value` what there was.

    Of what is added (新增), both are summed up from the first year on. `place` is the cell of the value, or its cells
    `book!sheet!E3..E5`.
    """

    year: int
    due: Milestone | None
    value: Quantity
    place: str


@dataclass(frozen=True, slots=True)
class Path:
    """The stations of a part in its period, and the `goal` they lead to: that in force at the end of `year`.

    `start` is where it stood before the period (基期值), None where that is not known.
    """

    year: int
    goal: Goal
    start: Station | None
    stations: tuple[Station, ...]

    @property
    def known(self) -> tuple[Station, ...]:
        """Return the stations of which there is a value."""
        return tuple(each for each in self.stations if isinstance(each.value, Decimal))

    @property
    def missing(self) -> tuple[Station, ...]:
        """Return the stations up to the year judged of which there is none."""
        return tuple(each for each in self.stations if each.year <= self.year and isinstance(each.value, Absence))


def path_of(plan: Plan, indicator: Indicator, part: Part, period: Period, year: int) -> Path | None:
    """Return the path of a part as known at the end of `year`: no value of a later one, though what is due in it.

    None where its target could not be read.
    """
    goal = goal_of(plan, indicator, part, year)
    if goal is None:
        return None
    judged = {each: found for each in period.years if (found := judge(plan, indicator, part, period, each))}
    dues = _dues(indicator, part, goal, period, judged)
    stations = tuple(_station(each, dues[each], judged[each], known=each <= year) for each in judged)
    return Path(year, goal, _start(part, period), stations)


def _start(part: Part, period: Period) -> Station | None:
    """Return where a part stood before the period; nothing was due then. What is added has no baseline."""
    if isinstance(part.baseline, Absence):
        return None
    return Station(period.start - 1, None, part.baseline, str(part.baseline_at))


def _dues(
    indicator: Indicator, part: Part, goal: Goal, period: Period, judged: dict[int, Judgement]
) -> dict[int, Milestone | None]:
    """Return what was due by the end of each year: the year's own target, else that of a linear pace to the goal."""
    dues: dict[int, Milestone | None] = {}
    last = NOTHING
    for year, judgement in judged.items():
        row, target = judgement.actual, on_pace(indicator, part, goal.target, period, year)
        origins: tuple[Origin, ...] = (goal.origin, part.baseline_at)
        if year == period.end:
            target, origins = goal.target, (goal.origin,)
        elif row and row.target:
            target, origins = row.target, (row.target_at,)
            if indicator.is_added:
                target, origins = _together(last.target, target, goal.target), (*last.origins, row.target_at)
        dues[year] = Milestone(target, origins) if target else None
        last = dues[year] or last
    return dues


def _together(due: Target, more: Target, goal: Target) -> Target:
    """Return what was due and what a year was to add to it; the upper end of a range never lies above the goal's."""
    if more.is_worded:
        return more
    above = None if more.high is None or goal.high is None else min(goal.high, high(due) + more.high)
    return replace(more, low=low(due) + low(more), high=above)


def _station(year: int, due: Milestone | None, judgement: Judgement, *, known: bool) -> Station:
    if not known or judgement.actual is None:
        return Station(year, due, Absence.MISSING, "")
    rows = judgement.summed or (judgement.actual,)
    return Station(year, due, judgement.course.total, cells_of(each.origin for each in rows))
