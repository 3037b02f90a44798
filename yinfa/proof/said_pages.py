"""What the pages say: the lines that stand on them, in reading order."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from yinfa.proof.said import Said, Tables, bare
from yinfa.writers.sheets import Line, Sheet

_CONTENTS = ("contents-title", "contents-1", "contents-2", "contents")


def said_by_pages(sheets: Sequence[Sheet]) -> Said:
    """Return all that the pages say."""
    return Said("".join(bare(line.text) for _, line in spoken(sheets)), _tables(sheets))


def spoken(sheets: Sequence[Sheet]) -> Iterator[tuple[Sheet, Line]]:
    """Yield each line with its page, without the list of contents and what the head of a table repeats.

    The cells of a row that goes over to the next page are read one after the other, each to its end.
    """
    everything = ((sheet, line) for sheet in sheets for line in sheet.lines)
    read = [(sheet, line) for sheet, line in everything if not line.again and line.kind not in _CONTENTS]
    for (_, in_cell), group in groupby(read, key=lambda each: (each[1].within, each[1].cell is not None)):
        lines = list(group)
        yield from sorted(lines, key=_cell_of) if in_cell else lines


def _cell_of(placed: tuple[Sheet, Line]) -> tuple[int, int]:
    return placed[1].cell or (0, 0)


def _tables(sheets: Sequence[Sheet]) -> Tables:
    """Return the cells of each table; a row that goes over to the next page is one."""
    tables: list[dict[int, tuple[str, ...]]] = []
    at: dict[str, dict[int, tuple[str, ...]]] = {}
    for grid in (grid for sheet in sheets for grid in sheet.grids):
        if grid.first:
            at[grid.id] = {n - len(grid.head): row for n, row in enumerate(grid.head)}
            tables.append(at[grid.id])
        for strip in grid.rows:
            known = at[grid.id].get(strip.place, ("",) * len(strip.cells))
            at[grid.id][strip.place] = tuple(map("".join, zip(known, strip.cells, strict=True)))
    return tuple(tuple(tuple(map(bare, row)) for _, row in sorted(table.items())) for table in tables)
