"""The figures as a table to read in a terminal."""

from collections.abc import Iterator, Mapping, Sequence

from bench.cases import Outcome
from bench.measure import Cost

COST = ("wall s", "CPU s", "peak MB")
HEAD = ("", *COST, "spread", "bare baseline", *COST, "x wall", "x CPU", "aim")
LEFT = (0, 5, 11)  # columns of words
LINEAR = 1.25  # of `_growth`, with what noise two differences of noisy figures have

Row = Sequence[str]


def costs(title: str, outcomes: Sequence[Outcome]) -> str:
    """Return the table of one size of text."""
    return f"{title}\n{grid([HEAD, *(_row(each) for each in outcomes)])}"


def growth(sizes: Mapping[int, Sequence[Outcome]]) -> str:
    """Return how the processor time grows with the text."""
    names = [each.case.name for each in sizes[max(sizes)]]
    by_name = {name: {times: _named(sizes[times], name) for times in sorted(sizes)} for name in names}
    head = ("CPU s per text", *(f"x{times}" for times in sorted(sizes)), "growth", "aim", "bare baseline", "growth")
    rows = [_growth_row(name, by_size) for name, by_size in by_name.items()]
    return grid([head, *rows], left=(0, len(sizes) + 2, len(sizes) + 3))


def grid(rows: Sequence[Row], left: Sequence[int] = LEFT) -> str:
    """Return rows of texts as columns, those in `left` set to the left; the first row is the head."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    head, *rest = [_line(row, widths, left) for row in rows]
    return "\n".join((head, "-" * sum(widths, 2 * (len(widths) - 1)), *rest))


def _line(row: Row, widths: Sequence[int], left: Sequence[int]) -> str:
    cells = (
        text.ljust(width) if n in left else text.rjust(width)
        for n, (text, width) in enumerate(zip(row, widths, strict=True))
    )
    return "  ".join(cells).rstrip()


def _row(outcome: Outcome) -> Row:
    case, ours, bare = outcome.case, outcome.ours, outcome.bare
    theirs = _figures(bare) if bare else ("", "", "")
    ratios = _ratio(outcome.clock_ratio), _ratio(outcome.ratio)
    spread, aims = f"{ours.spread:.0%}", "; ".join(_aims(outcome))
    return (case.name, *_figures(ours), spread, case.baseline, *theirs, *ratios, aims)


def _figures(cost: Cost) -> tuple[str, str, str]:
    return f"{cost.wall:.3f}", f"{cost.cpu:.3f}", f"{cost.peak:.0f}"


def _aims(outcome: Outcome) -> Iterator[str]:
    case = outcome.case
    if case.aim is not None and outcome.ratio is not None:
        yield _aim(outcome.ratio, case.aim, "")
    if case.cpu_aim is not None:
        yield _aim(outcome.ours.cpu, case.cpu_aim, " s")
    if case.peak_aim is not None:
        yield _aim(outcome.ours.peak, case.peak_aim, " MB")


def _aim(value: float, most: float, unit: str) -> str:
    return f"<= {most:g}{unit} {'met' if value <= most else 'MISSED'}"


def _named(outcomes: Sequence[Outcome], name: str) -> Outcome:
    return next(each for each in outcomes if each.case.name == name)


def _growth_row(name: str, by_size: Mapping[int, Outcome]) -> Row:
    ours = _growth({times: each.ours.cpu for times, each in by_size.items()})
    bare = _growth({times: each.bare.cpu for times, each in by_size.items() if each.bare})
    per_text = (f"{each.ours.cpu / times:.3f}" for times, each in by_size.items())
    verdict = "" if ours is None else _aim(ours, LINEAR, "")
    return (name, *per_text, _ratio(ours), verdict, by_size[1].case.baseline, _ratio(bare))


def _growth(seconds: Mapping[int, float]) -> float | None:
    """Return what a text more costs between the two largest sizes, to the same before them."""
    if len(seconds) < 3:
        return None
    (few, a), (more, b), (most, c) = sorted(seconds.items())[-3:]
    first, then = (b - a) / (more - few), (c - b) / (most - more)
    return then / first if first > 0 else None  # noise can hide what a text costs


def _ratio(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"
