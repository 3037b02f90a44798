"""What is missed, target by target: what was due, what was achieved, and by how much it falls short or goes beyond."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from markupsafe import Markup

from yinfa.compose.counts import Count, results
from yinfa.compose.figures import figure
from yinfa.compose.results.cells import aim_cells, grounds, judged_figure
from yinfa.compose.results.names import name_of
from yinfa.derive.evaluation import Evaluation, Judgement
from yinfa.derive.movement import IN_POINTS, POINTS, plain
from yinfa.derive.rates import high, low
from yinfa.derive.tally import tally_of
from yinfa.model.quantity import Verdict
from yinfa.sources.text import Text

Side = Literal["short", "low", "over"]


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A part of an indicator that is missed.

    `due` is what was due, `basis` what makes it so; `at_most` says that less is better. `actual` is what was compared
    with it and `gap` the distance: things that are counted are `short`, a state too `low`, either too much `over`. Of
    words there are no figures: they stand in `due`.
    """

    name: Text
    verdict: Verdict
    basis: str
    due: Markup
    at_most: bool
    worded: bool
    actual: Markup
    side: Side
    gap: Markup


@dataclass(frozen=True, slots=True)
class Lot:
    """The indicators of one verdict that have missed parts: how many they are, and these parts."""

    verdict: Verdict
    indicators: Count
    parts: tuple[Shortfall, ...]


@dataclass(frozen=True, slots=True)
class Missed:
    """What is missed: the indicators missed first, then those nearly met, then those of which other parts lack data.

    `number` is how many indicators are missed, nearly met ones among them, `unknown` how many have no data.
    """

    lots: tuple[Lot, ...]
    number: Count
    unknown: Count


def missed(evaluation: Evaluation) -> Missed:
    """Return what is missed of all indicators."""
    lots = (_lot(evaluation, each) for each in (Verdict.MISSED, Verdict.NEARLY, Verdict.NO_DATA))
    tally = tally_of(evaluation.results)
    fallen = [each for each in evaluation.results if each.verdict.is_missed]
    return Missed(tuple(each for each in lots if each.parts), results(fallen), results(tally.having(Verdict.NO_DATA)))


def _lot(evaluation: Evaluation, verdict: Verdict) -> Lot:
    of_results = (
        (each, tuple(shortfall(part) for part in each.judgements if part.verdict.is_missed))
        for each in evaluation.results
        if each.verdict is verdict
    )
    found = [(each, parts) for each, parts in of_results if parts]
    return Lot(verdict, results([each for each, _ in found]), tuple(part for _, parts in found for part in parts))


def shortfall(judgement: Judgement) -> Shortfall:
    """Return what there is to say of a part that is missed."""
    aim, goal, measure = judgement.aim, judgement.goal, judgement.part.measure
    target, place = (aim.target, aim_cells(judgement)) if aim else (goal.target, str(goal.origin))
    side, gap = _gap(judgement)
    return Shortfall(
        name=name_of(judgement.indicator, judgement.part),
        verdict=judgement.verdict,
        basis="调整后目标" if goal.revision and aim and aim.basis == "规划目标" else (aim.basis if aim else "规划目标"),
        due=figure(target.printed(measure), target.low, place),
        at_most=target.operator == "≤",
        worded=judgement.case.worded,
        actual=judged_figure(judgement, measure),
        side=side,
        gap=figure(f"{plain(gap)}{POINTS if measure in IN_POINTS else measure}", gap, grounds(judgement)),
    )


def _gap(judgement: Judgement) -> tuple[Side, Decimal]:
    """Return on which side of what was due the figure lies, and how far from there."""
    value, target = judgement.case.value, judgement.case.aim
    if target is None or target.is_worded or not isinstance(value, Decimal):
        return "short", Decimal(0)
    if target.operator != "≥" and value > high(target):
        return "over", value - high(target)
    return ("short" if judgement.indicator.is_counted_up else "low"), low(target) - value
