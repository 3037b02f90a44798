"""Lines over the years as shapes of SVG: what is wanted dashed with hollow points, what is reached solid."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from yinfa.document.charts import Chart, Look, Series
from yinfa.styling import MM_PER_PT, ChartStyle
from yinfa.writers.axes import plain
from yinfa.writers.charts import GAP, Frame
from yinfa.writers.labels import room_of
from yinfa.writers.pdf.svg import BLACK, WHITE, Area, Point, circle, strokes, words

_RADIUS = 0.9  # mm, of a point
_DASHES = "2 1.2"
_HOLLOW: tuple[Look, ...] = ("dashed", "blank")
_LIFTS = (0.95, 1.75)  # characters: how far above or below its point the middle of a figure stands
_SAMPLES = 40  # points of a line that a figure keeps clear of


def lines(chart: Chart, frame: Frame, form: ChartStyle) -> Iterator[str]:
    """Yield the whole plot: grid, lines, points, and their figures where they are clear of each other."""
    yield from _grid(frame, form)
    points = [points_of(series, frame) for series in chart.series]
    for series, places in zip(chart.series, points, strict=True):
        yield strokes(runs_of(places), form.stroke * MM_PER_PT * 1.4, BLACK, _dashes(series.look))
    for series, places in zip(chart.series, points, strict=True):
        yield from (_point(place, series.look, form) for place in places if place)
    yield from (words(text, at, frame.em, "middle") for text, at in figures_of(chart, frame))


def sample(series: Series, swatch: Area, form: ChartStyle) -> Iterator[str]:
    """Yield a bit of a series' line with a point on it, for the legend."""
    middle = swatch.top + swatch.height / 2
    ends = ((swatch.left, middle), (swatch.right, middle))
    yield strokes([ends], form.stroke * MM_PER_PT * 1.4, BLACK, _dashes(series.look))
    yield _point((swatch.left + swatch.width / 2, middle), series.look, form)


def points_of(series: Series, frame: Frame) -> list[Point | None]:
    """Return where the figures of a series lie; None for a gap."""
    return [
        (frame.names + (n + 0.5) * frame.pitch, frame.up(figure.value)) if figure and figure.value is not None else None
        for n, figure in enumerate(series.values)
    ]


def runs_of(points: Sequence[Point | None]) -> list[list[Point]]:
    """Return the points that a line joins, without those that stand between gaps by themselves."""
    runs = [[each for each in run if each] for _, run in groupby(points, key=lambda each: each is None)]
    return [run for run in runs if len(run) > 1]


def figures_of(chart: Chart, frame: Frame) -> list[tuple[str, Point]]:
    """Return the printed figures with their middles: above or below their points, wherever they hide least.

    At each place the highest figure goes up first and the lowest down.
    """
    points = [points_of(series, frame) for series in chart.series]
    ink = [each for places in points for run in runs_of(places) for each in _along(run)]
    taken = [_about(each, 2 * _RADIUS, 2 * _RADIUS) for places in points for each in places if each]
    found: list[tuple[str, Point]] = []
    for n in range(len(chart.labels)):
        here = sorted((place[1], number) for number, places in enumerate(points) if (place := places[n]))
        for rank, (_, number) in enumerate(here):
            point, figure = points[number][n], chart.series[number].values[n]
            if figure and point:
                box = _clear(point, room_of(figure.text) * frame.em, frame, taken, ink, up=rank == 0)
                taken.append(box)
                found.append((figure.text, (box.left + box.width / 2, box.top + box.height / 2)))
    return found


def _clear(point: Point, wide: float, frame: Frame, taken: Sequence[Area], ink: Sequence[Point], *, up: bool) -> Area:
    """Return the first of the places about a point for a figure that meets least of what is there already."""
    lifts = [sign * lift * frame.em for lift in _LIFTS for sign in ((-1, 1) if up else (1, -1))]
    places = [_about((point[0], point[1] + lift), wide, 0.8 * frame.em) for lift in lifts]
    foot = frame.height - frame.bottom

    def hidden(place: Area) -> int:
        met = sum(place.meets(each) for each in taken) * 10 + sum(map(place.holds, ink))
        return met + 100 * (place.top < 0 or place.foot > foot)

    return min(places, key=hidden)


def _about(middle: Point, wide: float, high: float) -> Area:
    return Area(middle[0] - wide / 2, middle[1] - high / 2, wide, high)


def _along(run: Sequence[Point]) -> Iterator[Point]:
    """Yield points so close upon a line that no figure stands between them."""
    for (x1, y1), (x2, y2) in pairwise(run):
        for part in (n / _SAMPLES for n in range(_SAMPLES + 1)):
            yield x1 + (x2 - x1) * part, y1 + (y2 - y1) * part


def _grid(frame: Frame, form: ChartStyle) -> Iterator[str]:
    """Yield the light grid with its figures at the left, and the axis with the labels below it."""
    right, foot = frame.width, frame.height - frame.bottom
    heights = [(frame.up(tick), plain(tick)) for tick in frame.axis.ticks]
    yield strokes([((frame.names, y), (right, y)) for y, _ in heights], form.stroke * MM_PER_PT * 0.5, form.grid)
    yield strokes([((frame.names, frame.top), (frame.names, foot), (right, foot))], form.stroke * MM_PER_PT)
    yield from (words(figure, (frame.names - GAP * frame.em, y), frame.em, "end") for y, figure in heights)
    for n, label in enumerate(frame.labels):
        x = frame.names + (n + 0.5) * frame.pitch
        yield from (
            words(text, (x, foot + (0.75 + 1.1 * at) * frame.em), frame.em, "middle") for at, text in enumerate(label)
        )


def _point(place: Point, look: Look, form: ChartStyle) -> str:
    return circle(place, _RADIUS, WHITE if look in _HOLLOW else BLACK, form.stroke * MM_PER_PT)


def _dashes(look: Look) -> str:
    return _DASHES if look == "dashed" else ""
