"""The charts of bars of an evaluation, as charts that have no name yet: labels, figures, notes on what is left out."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from math import ceil

from yinfa.compose import counts
from yinfa.compose.results import chart_words as words
from yinfa.compose.results.cells import grounds
from yinfa.derive.evaluation import Evaluation, Judgement
from yinfa.derive.progress import STATES, UnitTasks, in_state
from yinfa.derive.rates import HUNDRED
from yinfa.derive.tally import Tally, by_group
from yinfa.derive.verdicts import why_unrated
from yinfa.document.charts import Chart, ChartForm, Look, Series
from yinfa.document.tree import Num
from yinfa.model.quantity import Verdict

MET = "达到目标"
COUNTED = (str(Verdict.NEARLY), str(Verdict.MISSED), str(Verdict.NO_DATA))
FILLS: tuple[Look, ...] = ("solid", "light", "hatched", "blank")
WHOLE = Decimal(250)  # %: up to here the longest bar of rates is drawn whole
CUT = Decimal(200)  # %: where they end if one is longer, so that a bar of 900 does not make all others alike
STEP = 20  # %: to whole ones of these the axis of rates goes where several charts share it
LIMIT = Num("100%", HUNDRED)


@dataclass(frozen=True, slots=True)
class Drawn:
    """The charts that a block comes to, and what is to be said below the last of them."""

    charts: tuple[Chart, ...]
    notes: tuple[str, ...] = ()


NOTHING = Drawn(())


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its label, and the figures that it is made of by the names of their series."""

    label: str
    figures: Mapping[str, Num]

    @property
    def length(self) -> Decimal:
        """Return how long the whole bar is."""
        return sum((each.value for each in self.figures.values() if each.value is not None), Decimal(0))


@dataclass(frozen=True, slots=True)
class Design:
    """What all charts of one block have in common; `alt` says in words what some bars show."""

    form: ChartForm
    names: tuple[str, ...]
    measure: str
    alt: Callable[[tuple[str, ...], tuple[Series, ...]], str]
    limit: Num | None = None


RATES = Design("bars", (MET, str(Verdict.NEARLY), str(Verdict.MISSED)), "%", words.of_rates, LIMIT)
GROUPS = Design("stacked", (MET, *COUNTED), "项", words.of_groups)
UNITS = Design("stacked", STATES, "项", words.of_units)


def charts_of(design: Design, rows: Sequence[Bar], most: int) -> tuple[Chart, ...]:
    """Return as many charts as it takes to have at most so many bars in each, as equal in size as can be."""
    pieces = tuple(balanced(rows, most))
    top = _top(design, rows, shared=len(pieces) > 1)
    return tuple(_chart(design, piece, top) for piece in pieces)


def balanced(rows: Sequence[Bar], most: int) -> Iterator[Sequence[Bar]]:
    """Yield `rows` in pieces of at most `most`, their sizes not more than one apart."""
    pieces = ceil(len(rows) / most)
    ends = [len(rows) * number // pieces for number in range(pieces + 1)] if pieces else []
    return (rows[start:end] for start, end in pairwise(ends))


def _top(design: Design, rows: Sequence[Bar], *, shared: bool) -> Decimal | None:
    """Return where the axis ends: that of rates before the longest bars, one that several charts share behind them."""
    longest = max((row.length for row in rows), default=Decimal(0))
    if design.limit and longest > WHOLE:
        return CUT
    if not shared:
        return None
    return Decimal(max(ceil(longest / STEP), 6) * STEP) if design.limit else longest


def _chart(design: Design, rows: Sequence[Bar], top: Decimal | None) -> Chart:
    labels = tuple(row.label for row in rows)
    looks = zip(design.names, FILLS, strict=False)  # rates have no bar for what has no data
    every = (Series(name, look, tuple(row.figures.get(name) for row in rows)) for name, look in looks)
    series = tuple(each for each in every if any(each.values))
    return Chart("", (), design.form, labels, series, design.alt(labels, series), design.measure, design.limit, top)


def rates(evaluation: Evaluation, most: int) -> Drawn:
    """Return a bar for each part of an indicator that has a rate; those that have none are named below."""
    rated = ((each, each.rate_shown) for each in evaluation.judgements)
    rows = tuple(_rate(judgement, rate) for judgement, rate in rated if rate is not None)
    charts = charts_of(RATES, rows, most)
    cut = any(chart.top == CUT for chart in charts) and any(row.length > CUT for row in rows)
    notes = (*_without(evaluation), *([words.cut_at(CUT)] if cut else []))
    return Drawn(charts, notes)


def _rate(judgement: Judgement, rate: Decimal) -> Bar:
    name = MET if judgement.verdict.is_met else str(judgement.verdict)
    return Bar(_label(judgement), {name: Num(f"{rate:f}%", rate, grounds(judgement))})


def _label(judgement: Judgement) -> str:
    return judgement.indicator.named(judgement.part)


def _without(evaluation: Evaluation) -> Iterator[str]:
    """Yield the sentence that names what has no rate, by what is why."""
    reasons: dict[str, list[str]] = {}
    for judgement in evaluation.judgements:
        if judgement.rate is None:
            reasons.setdefault(why_unrated(judgement.verdict), []).append(_label(judgement))
    if reasons:
        yield words.without_rate(reasons)


def groups(evaluation: Evaluation, most: int) -> Drawn:
    """Return a bar for each 分类 of how many indicators are met and are not; what does not apply is named below."""
    rows = tuple(_group(tally) for tally in by_group(evaluation) if tally.applicable)
    results = evaluation.results
    left = [str(each.indicator.name) for each in results if each.verdict is Verdict.NOT_APPLICABLE]
    notes = (words.not_counted(left),) if left else ()
    return Drawn(charts_of(GROUPS, rows, most), notes)


def _group(tally: Tally) -> Bar:
    met = [each for each in tally.results if each.verdict.is_met]
    lots = {MET: met, **{name: tally.having(Verdict(name)) for name in COUNTED}}
    return Bar(tally.name, _counted((name, counts.results(own)) for name, own in lots.items()))


def units(tasks: Iterable[UnitTasks], most: int) -> Drawn:
    """Return a bar for each unit of how far the tasks that it leads have come."""
    listed = tuple(tasks)
    rows = tuple(
        Bar(str(each.unit.short), _counted((state, counts.states(in_state(each.states, state))) for state in STATES))
        for each in listed
    )
    shared = any(state.is_shared for each in listed for state in each.states)
    return Drawn(charts_of(UNITS, rows, most), (words.LED_BY_SEVERAL,) if shared else ())


def _counted(lots: Iterable[tuple[str, counts.Count]]) -> dict[str, Num]:
    """Return the figures of a stacked bar; of none there is none to be seen."""
    return {name: Num(f"{count}", Decimal(count), count.place) for name, count in lots if count}
