"""The place of a figure that several cells make, and these cells one by one again.

`book!sheet!E2..E7//E9//G2//other.xlsx!sheet!D4//text/a.yaml:31:9//:34:9`: runs down a column are written as their ends,
and what is as in the place before (the workbook and its sheet, the text file) is not written again.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from yinfa.diagnostics import APART, Origin
from yinfa.sources.a1 import area, letters, place, reference, runs

MOST = 10_000  # cells of a span: a sheet has no more rows
_CELLS = re.compile(r"[A-Z]{1,3}[0-9]+(?:\.\.[A-Z]{1,3}[0-9]+)?")


def cells_of(origins: Iterable[Origin]) -> str:
    """Return the place of a figure that some cells make, each named once; nothing of none."""
    files: dict[tuple[str, str], dict[Origin, None]] = {}
    for each in origins:
        if each.file:
            files.setdefault((each.file, each.sheet), {})[each] = None
    return APART.join(piece for (_, sheet), own in files.items() for piece in (_cells(own) if sheet else _lines(own)))


def _cells(origins: Iterable[Origin]) -> Iterator[str]:
    """Yield the places in one sheet: the first in full, the others by their cells."""
    own, columns, others = list(origins), dict[int, list[int]](), list[str]()
    for each in own:
        try:
            row, column = place(each.cell)
        except ValueError:  # a whole sheet, or a span already
            others.append(each.cell)
        else:
            columns.setdefault(column, []).append(row)
    spans = [_span(column, *run) for column, rows in sorted(columns.items()) for run in runs(rows)]
    first, *rest = (*spans, *dict.fromkeys(others))
    yield str(Origin(own[0].file, sheet=own[0].sheet, cell=first))
    yield from rest


def _span(column: int, first: int, last: int) -> str:
    start = reference(first, column)
    return start if first == last else f"{start}..{letters(column)}{last}"


def _lines(origins: Iterable[Origin]) -> Iterator[str]:
    """Yield the places in one text file: the first in full, the others by their lines."""
    first, *rest = origins
    yield str(first)
    yield from (str(each).removeprefix(first.file) for each in rest)


def places_in(place: str) -> Iterator[str]:
    """Yield the places that `cells_of` put together, each in full: a cell, a run of cells, a line."""
    book = file = ""
    for piece in place.split(APART):
        if _CELLS.fullmatch(piece) and book:
            yield f"{book}!{piece}"
        elif piece.startswith(":") and file:
            yield f"{file}{piece}"
        elif piece:
            book = piece.rpartition("!")[0]
            file = "" if book else piece.rsplit(":", 2)[0]
            yield piece


@lru_cache(maxsize=65_536)
def cells_in(place: str) -> frozenset[str]:
    """Return the cells of a place one by one, all that lie between the ends of a run; anything else is the place."""
    return frozenset(cell for each in places_in(place) for cell in _each(each))


def _each(place: str) -> Iterable[str]:
    first, dots, last = place.rpartition("..")
    sheet, _, cell = first.rpartition("!")
    if not (dots and sheet):
        return (place,)
    try:
        span = area(f"{cell}:{last}")
    except ValueError:
        return (place,)
    rows, columns = range(span.top, span.bottom + 1), range(span.left, span.right + 1)
    if len(rows) * len(columns) > MOST:
        return (f"{sheet}!{cell}", f"{sheet}!{last}")
    return (f"{sheet}!{reference(row, column)}" for row in rows for column in columns)
