"""The chart of an indicator's path: its target and its results as lines over the years of the period."""

from collections.abc import Iterator
from decimal import Decimal

from yinfa.compose.results import chart_words as words
from yinfa.compose.results.bars import NOTHING, Drawn
from yinfa.derive.path import Path, Station
from yinfa.document.charts import Chart, Look, Series
from yinfa.document.tree import Num
from yinfa.model.indicators import Indicator, Part
from yinfa.model.quantity import Target, printed
from yinfa.sources.spans import cells_of

POINTS = 2  # a path of fewer years is none
RESULT: Look = "line"


def path(found: Path, indicator: Indicator, part: Part) -> Drawn:
    """Return the chart of a path; nothing where there is no result yet, or figures of one year alone.

    The target is one line, or one for either end of a range; a year without a figure is a gap in its line.
    """
    stations = (*([found.start] if found.start else []), *found.stations)
    every = _lines(stations, "累计" if indicator.is_added else "")
    series = tuple(each for each in every if any(each.values))
    if not found.known or sum(any(figures) for figures in zip(*(each.values for each in series), strict=True)) < POINTS:
        return NOTHING
    labels = tuple(f"{each.year}年" for each in stations)
    alt = words.of_path(indicator.named(part), part.measure, labels, series)
    return Drawn((Chart("", (), "lines", labels, series, alt, part.measure),), tuple(_notes(found)))


def _lines(stations: tuple[Station, ...], prefix: str) -> Iterator[Series]:
    """Yield the lines of what was due and of what there was."""
    targets = tuple(each.due.target if each.due else None for each in stations)
    low, high = ("目标下限", "目标上限") if any(each and each.high is not None for each in targets) else ("目标值", "")
    lines = {low: tuple(each.low if each else None for each in targets)}
    if high:  # a range that ends in one number ends there with both its lines
        lines[high] = tuple(_end(each) if each else None for each in targets)
    for name, values in lines.items():
        yield Series(f"{prefix}{name}", "dashed", tuple(map(_due, stations, values)))
    yield Series(f"{prefix}实际值", RESULT, tuple(map(_result, stations)))


def _due(station: Station, value: Decimal | None) -> Num | None:
    return None if value is None or station.due is None else Num(f"{value:f}", value, cells_of(station.due.origins))


def _end(target: Target) -> Decimal | None:
    """Return the upper end of a range; of one number that number."""
    return target.low if target.high is None else target.high


def _result(station: Station) -> Num | None:
    value = station.value
    return Num(printed(value), value, station.place) if isinstance(value, Decimal) else None


def _notes(found: Path) -> Iterator[str]:
    """Yield what the lines do not say by themselves: a target that was changed, years of which nothing is known."""
    if found.goal.revision:
        yield words.revised_by(found.goal.revision.document)
    if found.missing:
        yield words.gaps_in({each.year: each.value for each in found.missing})
