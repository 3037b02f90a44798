"""Labels printed again: a cell over several rows that a page cuts stands once on each page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from yinfa.document.grid import Slot, slots
from yinfa.document.tree import Block, Cell, Document, Row, Table
from yinfa.document.walk import map_blocks

Starts = Mapping[str, frozenset[tuple[int, int]]]  # by a table's id: the rows, by group and row, that begin a page


def reprint(document: Document, starts: Starts) -> Document:
    """Return the document with every cell that reaches into a row of `starts` cut there, its words in both parts."""

    def change(block: Block) -> Block:
        return _cut(block, starts[block.id]) if isinstance(block, Table) and block.id in starts else block

    return map_blocks(document, change)


def cutting(document: Document, starts: Starts) -> Starts:
    """Return those of `starts` that cut a cell of `document`."""
    tables = {block.id: block for section in document.sections for block in section.blocks if isinstance(block, Table)}
    found = {
        name: frozenset((group, row) for group, row in rows if _is_cut(tables[name], group, row))
        for name, rows in starts.items()
        if name in tables
    }
    return {name: rows for name, rows in found.items() if rows}


def _is_cut(table: Table, group: int, row: int) -> bool:
    lines = list(slots(table.groups[group], len(table.columns)))
    return any(not slot.begun for slot in lines[row])


def _cut(table: Table, starts: frozenset[tuple[int, int]]) -> Table:
    groups = tuple(
        _cut_group(group, sorted(row for at, row in starts if at == n), len(table.columns))
        for n, group in enumerate(table.groups)
    )
    return replace(table, groups=groups)


def _cut_group(group: Sequence[Row], rows: Sequence[int], columns: int) -> tuple[Row, ...]:
    """Return the rows with each cell of them as far as the next of `rows`, and again from there on."""
    lines = list(slots(group, columns))
    edges = [0, *(row for row in rows if row), len(lines)]
    return tuple(row for begin, end in pairwise(edges) for row in _part(lines[begin:end]))


def _part(lines: Sequence[Sequence[Slot]]) -> Iterator[Row]:
    """Yield the rows of one page: a cell begins in the first row that it stands in, and ends with the last."""
    for n, line in enumerate(lines):
        begun = (slot for slot in line if n == 0 or slot.begun)
        yield tuple(_within(slot, lines[n:]) for slot in begun)


def _within(slot: Slot, lines: Sequence[Sequence[Slot]]) -> Cell:
    reached = sum(1 for line in lines if any(each is slot or _goes_on(each, slot) for each in line))
    return replace(slot.cell, rowspan=reached)


def _goes_on(each: Slot, slot: Slot) -> bool:
    return each.cell is slot.cell and each.column == slot.column and not each.begun
