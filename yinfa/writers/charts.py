"""What charts look like in every format: their measures, legend and labels; see axes.py for their figures."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from yinfa.document.tree import Chart, Num, Series
from yinfa.styling import MM_PER_PT, ChartStyle, Style
from yinfa.writers.axes import Axis, axis_of, plain, shown_limit
from yinfa.writers.labels import label_lines, lines_of_labels, room_of

MEASURE = "单位："  # before the measure of the figures
LINE = 1.3  # line pitch by the type size
GAP = 0.4  # of a character: between a label or figure and what it belongs to
SWATCH = 2.5  # characters: the sample of a look in the legend
ABREAST = 0.9  # of a row for each bar, where several stand in one

_APART = 1.5  # characters between two entries of the legend


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the parts of a chart stand, in mm; `size` of all type in pt.

    The plot lies `names` from the left, `behind` from the right (room for figures behind the bars), `top` below the
    upper edge and `bottom` above the lower one. `pitch` is that of the rows of bars, or of the columns of a chart of
    lines. `labels` are in lines; so is the `legend`, which is empty if there is one series only.
    """

    width: float
    height: float
    names: float
    behind: float
    top: float
    bottom: float
    pitch: float
    size: float
    labels: tuple[tuple[str, ...], ...]
    legend: tuple[tuple[Series, ...], ...]
    axis: Axis
    limit: Decimal | None

    @property
    def plot(self) -> float:
        """Return the width of the plot."""
        return self.width - self.names - self.behind

    @property
    def em(self) -> float:
        """Return the width of a character in mm."""
        return self.size * MM_PER_PT

    def across(self, value: Decimal) -> float:
        """Return how far from the left edge of the chart a bar of this value ends; none leaves the plot."""
        return self.names + self.plot * self.axis.part(value)

    def up(self, value: Decimal) -> float:
        """Return how far below the upper edge of the chart the point of this value lies."""
        return self.height - self.bottom - (self.height - self.top - self.bottom) * self.axis.part(value)


def frame_of(chart: Chart, style: Style, *, wide: bool = False) -> Frame:
    """Return the frame of a chart that is no higher than a page has room for; a turned page if `wide`."""
    return _lines_frame(chart, style, wide=wide) if chart.form == "lines" else _bars_frame(chart, style, wide=wide)


def legend_of(chart: Chart) -> tuple[Series, ...]:
    """Return the series that a legend has to tell apart: those with a figure, none if the chart has but one series."""
    if len(chart.series) < 2:
        return ()
    return tuple(each for each in chart.series if any(value is not None for value in each.values))


def words_in(chart: Chart) -> Iterator[str]:
    """Yield all that is printed in a chart but its caption."""
    yield from chart.labels
    yield from (series.name for series in chart.series)
    yield from (figure.text for series in chart.series for figure in series.values if figure)
    yield chart.limit.text if chart.limit else ""
    yield MEASURE + chart.measure if chart.measure else ""


def pieces_of(chart: Chart, row: int) -> list[tuple[Series, Num, Decimal]]:
    """Return the figures of a row with their series and values, without gaps."""
    found = ((series, series.values[row]) for series in chart.series)
    return [(series, figure, figure.value) for series, figure in found if figure and figure.value is not None]


def behind_bar(chart: Chart, row: int, *, pieces: bool = False) -> str:
    """Return what a stacked bar has behind it: the total, and with `pieces` how it is made up; nothing for a gap."""
    found = pieces_of(chart, row)
    total = plain(sum((value for *_, value in found), Decimal(0)))
    parts = [figure.text for _, figure, value in found if value]
    if not found:
        return ""
    return f"{'+'.join(parts)}={total}" if pieces and len(parts) > 1 else total


def _bars_frame(chart: Chart, style: Style, *, wide: bool) -> Frame:
    form, rows, limit = style.chart, len(chart.labels), shown_limit(chart)
    width = min(form.width, style.page.area(wide=wide)[0])
    wanted, tallest = form.row * max(1, ABREAST * abreast_in(chart)), style.page.picture_height(wide=wide)
    widest, share = max(map(room_of, chart.labels)) + GAP, form.names * width
    roomy = widest * form.size * MM_PER_PT <= share and rows * wanted <= tallest - 4 * _line(form.size)
    size = form.size if roomy else form.least
    em, line = size * MM_PER_PT, _line(size)
    legend = _legend_lines(chart, width / em)
    top = line * ((len(legend) or bool(chart.measure)) + (1 if limit is not None else 0.3))
    room = min(widest, share / em) - GAP
    labels, pitch = lines_of_labels(chart.labels, room, wanted, (tallest - top - line) / rows, em)
    names = (max(room_of(each) for label in labels for each in label) + GAP) * em
    return Frame(
        width=width,
        height=top + rows * pitch + line,
        names=names,
        behind=_behind(chart, width - names, em) * em,
        top=top,
        bottom=line,
        pitch=pitch,
        size=size,
        labels=labels,
        legend=legend,
        axis=axis_of(chart),
        limit=limit,
    )


def _lines_frame(chart: Chart, style: Style, *, wide: bool) -> Frame:
    form, axis = style.chart, axis_of(chart)
    width = min(form.width, style.page.area(wide=wide)[0])
    em, line = form.size * MM_PER_PT, _line(form.size)
    names = (max(room_of(plain(tick)) for tick in axis.ticks) + 2 * GAP) * em
    legend, pitch = _legend_lines(chart, width / em), (width - names) / len(chart.labels)
    labels = tuple(label_lines(label, pitch / em - GAP) for label in chart.labels)
    return Frame(
        width=width,
        height=min(form.height, style.page.picture_height(wide=wide)),
        names=names,
        behind=0,
        top=line * ((len(legend) or bool(chart.measure)) + 0.5),
        bottom=line * max(map(len, labels)),
        pitch=pitch,
        size=form.size,
        labels=labels,
        legend=legend,
        axis=axis,
        limit=None,
    )


def _line(size: float) -> float:
    return LINE * size * MM_PER_PT


def _legend_lines(chart: Chart, room: float) -> tuple[tuple[Series, ...], ...]:
    """Return the legend in lines of `room` characters, the measure at the end of the first."""
    lines: list[list[Series]] = []
    used, free = 0.0, room - (room_of(MEASURE + chart.measure) + _APART if chart.measure else 0)
    for series in legend_of(chart):
        wide = entry_room(series)
        if not lines or used + wide > free:
            lines.append([])
            used = 0
        lines[-1].append(series)
        used += wide
    return tuple(map(tuple, lines))


def entry_room(series: Series) -> float:
    """Return how many characters wide an entry of the legend is, with the space behind it."""
    return SWATCH + GAP + room_of(series.name) + _APART


def _behind(chart: Chart, room: float, em: float) -> float:
    """Return how many characters of room are needed at the right of a plot, `room` mm wide together with it.

    Figures stand there behind the bars, and half of what is printed at the end of the axis.
    """
    axis = axis_of(chart)
    ends = max(room_of(plain(axis.most)), room_of(chart.limit.text) if chart.limit else 0) / 2
    rows = range(len(chart.labels))
    if chart.form == "bars":
        figures = max((room_of(figure.text) for row in rows for _, figure, _ in pieces_of(chart, row)), default=0)
        return max(figures + 2 * GAP, ends)
    sums = max(room_of(behind_bar(chart, row, pieces=True)) for row in rows)
    plot = room - (sums + 2 * GAP) * em
    narrow = any(has_narrow_pieces(chart, row, plot / float(axis.most), em) for row in rows)
    return max((sums if narrow else max(room_of(behind_bar(chart, row)) for row in rows)) + 2 * GAP, ends)


def has_narrow_pieces(chart: Chart, row: int, unit: float, em: float) -> bool:
    """Return whether a piece of a stacked bar is too narrow for its figure; `unit` is the width of 1 in mm."""
    return any(0 < float(value) * unit < room_of(figure.text) * em for _, figure, value in pieces_of(chart, row))


def abreast_in(chart: Chart) -> int:
    """Return how many bars stand in the row of a chart that has most of them; pieces of a stacked bar are one."""
    if chart.form == "stacked":
        return 1
    return max(1, *(len(pieces_of(chart, row)) for row in range(len(chart.labels))))


def bar_places(chart: Chart, row: int, frame: Frame, form: ChartStyle) -> list[tuple[float, float]]:
    """Return for each bar of a row how far below the upper edge of the chart it begins, and its thickness, in mm."""
    count = 1 if chart.form == "stacked" else len(pieces_of(chart, row))
    thick = form.thick * frame.pitch / abreast_in(chart)
    first = frame.top + (row + 0.5) * frame.pitch - count * thick / 2
    return [(first + n * thick, thick) for n in range(count)]
