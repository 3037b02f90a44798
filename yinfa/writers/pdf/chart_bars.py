"""Bars, beside one another or stacked, as shapes of SVG."""

from collections.abc import Iterator
from decimal import Decimal

from yinfa.document.charts import Chart, Look
from yinfa.styling import MM_PER_PT, ChartStyle
from yinfa.writers.axes import plain
from yinfa.writers.charts import GAP, Frame, bar_places, behind_bar, has_narrow_pieces, pieces_of
from yinfa.writers.labels import room_of
from yinfa.writers.pdf.svg import BLACK, WHITE, Area, Point, hatching, rectangle, strokes, words

_BREAK = 1.2  # mm: width and lean of the gap in a bar that is longer than the axis
_DASHES = "1.2 0.8"


def bars(chart: Chart, frame: Frame, form: ChartStyle) -> Iterator[str]:
    """Yield the whole plot: grid, bars, limit, and above them all the words."""
    rows = range(len(chart.labels))
    row_of = _stack if chart.form == "stacked" else _row
    yield from _grid(frame, form)
    drawn = [row_of(chart, row, frame, form) for row in rows]
    yield from (shape for shapes, _ in drawn for shape in shapes)
    yield from _limit(chart, frame, form)
    yield from (figure for _, figures in drawn for figure in figures)
    for row in rows:
        yield from _label(row, frame)


def bar(area: Area, look: Look, form: ChartStyle) -> Iterator[str]:
    """Yield a bar or a piece of one, in its look; one without length has no ink."""
    if area.width <= 0:
        return
    yield rectangle(area, form.looks[look])
    if look in form.hatched:
        yield strokes(hatching(area, form.hatch), form.stroke * MM_PER_PT * 0.7)
    corners = ((area.left, area.top), (area.right, area.top), (area.right, area.foot), (area.left, area.foot))
    yield strokes([(*corners, corners[0])], form.stroke * MM_PER_PT * 0.7)


def _grid(frame: Frame, form: ChartStyle) -> Iterator[str]:
    """Yield the light grid with its figures below, and the line at zero from which the bars go."""
    top, foot = frame.top, frame.height - frame.bottom
    thin = form.stroke * MM_PER_PT * 0.5
    places = [(frame.across(tick), plain(tick)) for tick in frame.axis.ticks]
    yield strokes([((x, top), (x, foot)) for x, _ in places], thin, form.grid)
    zero = frame.across(Decimal(0))
    yield strokes([((zero, top), (zero, foot))], form.stroke * MM_PER_PT)
    yield from (words(figure, (x, foot + frame.bottom / 2), frame.em, "middle") for x, figure in places)


def _limit(chart: Chart, frame: Frame, form: ChartStyle) -> Iterator[str]:
    """Yield the line across the bars, dashed in black on white so that it shows upon dark bars too; its label above."""
    if frame.limit is None or chart.limit is None:
        return
    x = frame.across(frame.limit)
    line = [((x, frame.top), (x, frame.height - frame.bottom))]
    yield strokes(line, form.stroke * MM_PER_PT * 1.6, WHITE)
    yield strokes(line, form.stroke * MM_PER_PT * 1.2, BLACK, _DASHES)
    yield words(chart.limit.text, (x, frame.top - frame.em * 0.6), frame.em, "middle")


def _label(row: int, frame: Frame) -> Iterator[str]:
    """Yield the lines of a row's label, ending at the plot."""
    label, middle = frame.labels[row], frame.top + (row + 0.5) * frame.pitch
    pitch = min(1.1 * frame.em, frame.pitch / len(label))
    for n, line in enumerate(label):
        yield words(line, (frame.names - GAP * frame.em, middle + (n - (len(label) - 1) / 2) * pitch), frame.em, "end")


def _row(chart: Chart, row: int, frame: Frame, form: ChartStyle) -> tuple[list[str], list[str]]:
    """Return the bars of a row, and the figures behind them; a gap has neither."""
    shapes, figures, zero = list[str](), list[str](), frame.across(Decimal(0))
    pieces = pieces_of(chart, row)
    for (series, figure, value), (top, thick) in zip(pieces, bar_places(chart, row, frame, form), strict=True):
        end = frame.across(value)
        area = Area(min(zero, end), top, abs(end - zero), thick)
        shapes += bar(area, series.look, form)
        if value > frame.axis.most:
            shapes += _broken(area, form)
        figures += _boxed(figure.text, (max(zero, end) + GAP * frame.em, top + thick / 2), frame.em)
    return shapes, figures


def _broken(area: Area, form: ChartStyle) -> Iterator[str]:
    """Yield a slanting gap near the end of a bar: it is longer than it is drawn."""
    left, over = area.right - 3 * _BREAK, 0.4
    edges = [((x, area.foot + over), (x + _BREAK, area.top - over)) for x in (left, left + _BREAK)]
    yield strokes(
        [((left + _BREAK / 2, area.foot + over), (left + 1.5 * _BREAK, area.top - over))], _BREAK * 0.85, WHITE
    )
    yield strokes(edges, form.stroke * MM_PER_PT * 0.7)


def _stack(chart: Chart, row: int, frame: Frame, form: ChartStyle) -> tuple[list[str], list[str]]:
    """Return the pieces of a row, and the figures in them and behind the last."""
    shapes, figures, total = list[str](), list[str](), Decimal(0)
    unit = frame.plot / float(frame.axis.most - frame.axis.least)
    narrow = has_narrow_pieces(chart, row, unit, frame.em)
    ((top, thick),) = bar_places(chart, row, frame, form)
    for series, figure, value in pieces_of(chart, row):
        left, right = frame.across(total), frame.across(total + value)
        shapes += bar(Area(left, top, right - left, thick), series.look, form)
        total += value
        if value and not narrow:
            figures += _inside(figure.text, ((left + right) / 2, top + thick / 2), series.look, frame, form)
    words_behind = behind_bar(chart, row, pieces=narrow)
    return shapes, [*figures, *_boxed(words_behind, (frame.across(total) + GAP * frame.em, top + thick / 2), frame.em)]


def _inside(text: str, middle: Point, look: Look, frame: Frame, form: ChartStyle) -> Iterator[str]:
    """Yield a figure in a piece, on a hatched one in a white box."""
    if look in form.hatched:
        wide, high = (room_of(text) + 0.3) * frame.em, 0.9 * frame.em
        yield rectangle(Area(middle[0] - wide / 2, middle[1] - high / 2, wide, high), WHITE)
    yield words(text, middle, frame.em, "middle")


def _boxed(text: str, start: Point, em: float) -> Iterator[str]:
    """Yield a figure in a white box, so that neither grid nor limit goes through it."""
    if text:
        yield rectangle(Area(start[0] - 0.1 * em, start[1] - 0.45 * em, (room_of(text) + 0.2) * em, 0.9 * em), WHITE)
        yield words(text, start, em)
