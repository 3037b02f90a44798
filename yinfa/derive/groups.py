"""Indicators in the groups (分类) of their table, each with what was achieved."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from yinfa.model.actuals import Actual
from yinfa.model.indicators import Indicator, Part
from yinfa.model.plan import Plan


@dataclass(frozen=True, slots=True)
class Group:
    """A run of indicators of one 分类; `rows` is how many lines of a table they fill."""

    name: str
    indicators: tuple[Indicator, ...]

    @property
    def rows(self) -> int:
        """Return the number of table rows: one for each part of each indicator."""
        return sum(len(each.parts) for each in self.indicators)


def groups_of(indicators: Iterable[Indicator]) -> tuple[Group, ...]:
    """Return the indicators in their groups, in the order of 序号."""
    ordered = sorted(indicators, key=lambda each: each.ordinal)
    return tuple(Group(name, tuple(run)) for name, run in groupby(ordered, key=lambda each: each.group))


def last_actual(plan: Plan, indicator: Indicator, part: Part, year: int = 0) -> Actual | None:
    """Return the latest result of a part of an indicator, or that of `year`; None when none was entered."""
    found = [each for each in plan.actuals.of(indicator, part.name) if year in (0, each.year)]
    return max(found, key=lambda each: each.year, default=None)
