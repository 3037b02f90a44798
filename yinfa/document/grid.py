"""The cells of a table in their columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yinfa.document.tree import Cell, Row

_EMPTY = Cell(())


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell once for each row that it stands in; `begun` in the first of them."""

    cell: Cell
    column: int
    begun: bool


def slots(rows: Sequence[Row], columns: int) -> Iterator[list[Slot]]:
    """Yield each row's slots from left to right, cells of the rows above that reach down into it among them.

    Where a row lacks cells, empty ones stand.
    """
    reaching: dict[int, tuple[Cell, int]] = {}  # by column: the cell, and how many more rows it reaches
    for row in rows:
        cells, found, column = iter(row), list[Slot](), 0
        while column < columns:
            above, left = reaching.pop(column, (None, 0))
            slot = Slot(above or next(cells, _EMPTY), column, begun=above is None)
            left = slot.cell.rowspan if slot.begun else left
            if left > 1:
                reaching[column] = (slot.cell, left - 1)
            found.append(slot)
            column += slot.cell.colspan
        yield found
