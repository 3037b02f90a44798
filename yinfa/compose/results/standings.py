"""How the indicators of a paper stand, all of them, by nature and by group, and which came furthest and least far."""

from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from yinfa.compose.counts import Count, counted, results
from yinfa.compose.figures import figure
from yinfa.compose.results.cells import completion_figure, grounds, share_figure
from yinfa.compose.results.names import name_of
from yinfa.derive.evaluation import Evaluation, Judgement, Result
from yinfa.derive.tally import Tally, best, by_group, by_nature, tally_of, worst
from yinfa.derive.verdicts import why_unrated
from yinfa.model.indicators import NATURES
from yinfa.model.quantity import Verdict, rounded
from yinfa.sources.text import Text

UNRATED = ("定性", str(Verdict.NO_DATA), str(Verdict.NOT_APPLICABLE))  # why there may be no rate
Counts = tuple[tuple[str, Count], ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """How some indicators stand: `met` and `others` say how many have which verdict, those that occur, best first.

    `only` is the verdict of all that apply, empty where they differ or none applies; `rate` is — where none does.
    """

    name: str
    total: Count
    applicable: Count
    excluded: Count
    reached: Count
    met: Counts
    others: Counts
    only: str
    rate: Markup

    @property
    def unknown(self) -> int:
        """Return how many have no data."""
        return dict(self.others).get(str(Verdict.NO_DATA), 0)


def standing(tally: Tally) -> Standing:
    """Return how the indicators of a tally stand."""
    told = [
        (each, results(tally.having(each))) for each in Verdict if tally.of(each) and each is not Verdict.NOT_APPLICABLE
    ]
    return Standing(
        name=tally.name,
        total=counted(tally.results, lambda each: (each.indicator.origin,)),
        applicable=results(tally.applying),
        excluded=results(tally.having(Verdict.NOT_APPLICABLE)),
        reached=results([each for each in tally.results if each.verdict.is_met], tally.applying),
        met=tuple((str(each), count) for each, count in told if each.is_met),
        others=tuple((str(each), count) for each, count in told if not each.is_met),
        only=str(told[0][0]) if len(told) == 1 else "",
        rate=share_figure(tally.rate, results(tally.applying).place),
    )


def overall(evaluation: Evaluation) -> Standing:
    """Return how all indicators stand."""
    return standing(tally_of(evaluation.results))


def natures(evaluation: Evaluation) -> tuple[Standing, ...]:
    """Return how those that are 约束性 stand and those that are 预期性, also where there are none."""
    known = {each.name: each for each in by_nature(evaluation)}
    return tuple(standing(known.get(name) or tally_of((), name)) for name in NATURES)


def groups(evaluation: Evaluation) -> tuple[Standing, ...]:
    """Return how the indicators of each 分类 stand."""
    return tuple(map(standing, by_group(evaluation)))


@dataclass(frozen=True, slots=True)
class Extremes:
    """The names of the best and of the worst, and their rates; where all have one rate, it is both.

    `rated` is how many have a rate, `unrated` how many have none, by why that is so.
    """

    best: tuple[Text, ...]
    high: Markup
    worst: tuple[Text, ...]
    low: Markup
    rated: Count
    unrated: Counts

    @property
    def differ(self) -> bool:
        """Return whether there is a best and a worst."""
        return self.best != self.worst


def extremes(evaluation: Evaluation) -> Extremes:
    """Return which indicators came furthest to what was due, and which least far."""
    top, bottom = best(evaluation), worst(evaluation)
    rated = results([each for each in evaluation.results if each.rate is not None])
    high, low = _rates(top, bottom)
    return Extremes(_names(top), high, _names(bottom), low, rated, _unrated(evaluation))


def _unrated(evaluation: Evaluation) -> Counts:
    """Return how many have no rate for which reason, those that occur."""
    lacking = [(why_unrated(each.verdict), each) for each in evaluation.results if each.rate is None]
    lots = ((why, results([each for reason, each in lacking if reason == why])) for why in UNRATED)
    return tuple((why, count) for why, count in lots if count)


def _names(found: tuple[Result, ...]) -> tuple[Text, ...]:
    return tuple(name_of(each.indicator) for each in found)


def _rates(top: tuple[Result, ...], bottom: tuple[Result, ...]) -> tuple[Markup, Markup]:
    """Return the highest rate and the lowest as tables print them, with decimals enough to tell them apart."""
    if not top or top[0].rate is None or bottom[0].rate is None:
        return Markup(""), Markup("")
    high, low = completion_figure(_leading(top[0])), completion_figure(_leading(bottom[0]))
    if top[0].rate != bottom[0].rate and high.striptags() == low.striptags():
        return _apart((top[0].rate, _leading(top[0])), (bottom[0].rate, _leading(bottom[0])))
    return high, low


def _apart(high: tuple[Decimal, Judgement], low: tuple[Decimal, Judgement]) -> tuple[Markup, Markup]:
    """Return two rates with as many decimals as it takes to see that one is the higher."""
    decimals = 2
    while rounded(low[0], decimals) == rounded(high[0], decimals):
        decimals += 1
    one, other = (figure(f"{rounded(rate, decimals)}%", rate, grounds(each)) for rate, each in (high, low))
    return one, other


def _leading(result: Result) -> Judgement:
    """Return the judgement whose rate is that of the indicator."""
    return next(each for each in result.judgements if each.rate == result.rate)
