"""What became of the figures since the year before: how many are better or worse, and which changed most."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from yinfa.compose.counts import Count, counted
from yinfa.compose.results.movement import Movement, growth
from yinfa.compose.results.names import name_of
from yinfa.derive.evaluation import Evaluation
from yinfa.derive.facts.judged import cells_behind
from yinfa.derive.tally import Change, changes
from yinfa.diagnostics import Origin
from yinfa.model.plan import Plan
from yinfa.sources.text import Text

NAMED = 3  # so many of those that are better, of those that are worse, of the others are named


@dataclass(frozen=True, slots=True)
class Moved:
    """A part whose figure changed, and how."""

    name: Text
    movement: Movement


@dataclass(frozen=True, slots=True)
class Moves:
    """How many changed in one way, and those that changed most."""

    number: Count
    most: tuple[Moved, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """The parts of indicators by what became of them; `other` changed where neither way is better.

    `unknown` are those that have no number in one of the two years. `by_part` says that an indicator has several parts.
    """

    better: Moves
    worse: Moves
    other: Moves
    level: Count
    unknown: Count
    by_part: bool

    @property
    def compared(self) -> Count:
        """Return how many can be compared."""
        return self.better.number + self.worse.number + self.other.number + self.level


def changed(plan: Plan, evaluation: Evaluation) -> Changes:
    """Return what became of the figures of all parts of all indicators."""
    found, parts = changes(plan, evaluation), tuple(evaluation.judgements)
    compared = [each.judgement for each in found]
    moved = [each for each in found if each.difference]
    return Changes(
        better=_moves(each for each in moved if each.better),
        worse=_moves(each for each in moved if each.better is False),
        other=_moves(each for each in moved if each.better is None),
        level=counted([each for each in found if not each.difference], _cells),
        unknown=counted([each for each in parts if each not in compared], cells_behind),
        by_part=len(parts) > len(evaluation.results),
    )


def _moves(changes: Iterable[Change]) -> Moves:
    ordered = sorted(changes, key=_extent, reverse=True)  # stable: of equals the first comes first
    return Moves(counted(ordered, _cells), tuple(Moved(_name(each), growth(each)) for each in ordered[:NAMED]))


def _cells(change: Change) -> tuple[Origin, ...]:
    return change.before.origin, change.after.origin


def _extent(change: Change) -> Decimal:
    """Return how much a figure changed by what it was: so amounts and rates can be compared. From zero, it is most."""
    before = change.before.value
    return abs(change.difference / before) if before else Decimal("Infinity")


def _name(change: Change) -> Text:
    return name_of(change.judgement.indicator, change.judgement.part)
