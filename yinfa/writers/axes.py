"""The axis of a chart's figures: nice steps, the limit, and what is too great for it."""

from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from statistics import median_low

from yinfa.document.tree import Chart

HUGE = Decimal("2.5")  # times the limit or the median, whichever is greater: what is more goes beyond the axis

_STEPS_AT_MOST = 8
_NICE = (1, 2, 5, 10)
_MARGIN = Decimal("0.12")  # of the span of lines, left free above and below for their figures


@dataclass(frozen=True, slots=True)
class Axis:
    """The figures at the axis go from `least` to `most` by `step`."""

    least: Decimal
    most: Decimal
    step: Decimal

    @property
    def ticks(self) -> tuple[Decimal, ...]:
        """Return the figures at the axis."""
        return tuple(self.least + n * self.step for n in range(int((self.most - self.least) / self.step) + 1))

    def part(self, value: Decimal) -> float:
        """Return how far along the axis a value lies, from 0 to 1; what is beyond its end lies at the end."""
        return float((min(max(value, self.least), self.most) - self.least) / (self.most - self.least))


def axis_of(chart: Chart) -> Axis:
    """Return the axis of a chart: from zero for bars, for lines from zero or a figure near the least of them.

    That of bars ends at the chart's `top`, if it has one, else where there is room for all bars but huge ones.
    """
    values = values_of(chart)
    if chart.form == "lines":
        return _lines_axis(values)
    if chart.top is not None:
        found = _axis(min([Decimal(0), *values]), chart.top, Decimal(chart.form == "stacked"))
        return replace(found, most=chart.top)
    if chart.form == "stacked":
        rows = zip(*(series.values for series in chart.series), strict=True)
        values = [sum((each.value for each in row if each and each.value is not None), Decimal(0)) for row in rows]
        return _axis(Decimal(0), max(values, default=Decimal(0)), Decimal(1))
    limit = shown_limit(chart) or Decimal(0)
    return _axis(min([Decimal(0), *values]), max([limit, *_usual(values, limit)]))


def values_of(chart: Chart) -> list[Decimal]:
    """Return all values of a chart, without gaps."""
    figures = (figure for series in chart.series for figure in series.values)
    return [figure.value for figure in figures if figure and figure.value is not None]


def shown_limit(chart: Chart) -> Decimal | None:
    """Return the value at which a line goes across the bars: the limit of a chart of bars that has one."""
    return chart.limit.value if chart.limit and chart.form == "bars" else None


def plain(value: Decimal) -> str:
    """Return a figure of the axis as printed: 0, 20, 2.5, 1200."""
    return f"{value.normalize():f}"


def _usual(values: list[Decimal], limit: Decimal) -> list[Decimal]:
    """Return the values that the axis has to hold: without those that would make all others unreadably short."""
    positive = [each for each in values if each > 0]
    bound = HUGE * max(limit, median_low(positive)) if positive else Decimal(0)
    return [each for each in values if each <= bound]


def _lines_axis(values: list[Decimal]) -> Axis:
    least, most = min(values, default=Decimal(0)), max(values, default=Decimal(0))
    margin = _MARGIN * (most - least) or abs(most) / 10
    low = least - margin
    from_zero = least >= 0 and (low < 0 or least * 2 < most)
    return _axis(Decimal(0) if from_zero else low, most + margin)


def _axis(low: Decimal, high: Decimal, whole: Decimal = Decimal(0)) -> Axis:
    """Return the axis from a step at or below `low` to one at or above `high`; no step is less than `whole`."""
    if high <= low:
        high = low + 1
    step = max(_nice_step((high - low) / _STEPS_AT_MOST), whole)
    least = (low / step).to_integral_value(ROUND_FLOOR) * step
    return Axis(least, (high / step).to_integral_value(ROUND_CEILING) * step, step)


def _nice_step(least: Decimal) -> Decimal:
    """Return the first of 1, 2, 5, 10, 20, ... (or 0.5, 0.2, ...) that is not less."""
    power = Decimal(1).scaleb(least.adjusted())
    return next(power * each for each in _NICE if power * each >= least)
