"""The cells of a table in their columns, and which rows are to stand on one page: the same in every format."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from yinfa.document.tree import Cell, Row
from yinfa.document.walk import text_of
from yinfa.styling import MM_PER_PT, Style

KEPT_AT_MOST = 0.8  # of a page: a group of rows higher than this may be cut
_EMPTY = Cell(())


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell once for each row that it stands in; `begun` in the first of them."""

    cell: Cell
    column: int
    begun: bool


def stays_together(group: Sequence[Row], columns: Sequence[int], style: Style, *, wide: bool) -> bool:
    """Return whether the rows of a group are to stand on one page: they share a cell, and are not too many."""
    if not any(cell.rowspan > 1 for row in group for cell in row):
        return False
    width, height = style.page.text_width / MM_PER_PT, style.page.text_height / MM_PER_PT
    if wide:
        width, height = height, width
    role, form = style.roles["table-cell"], style.table
    taken = 0.0
    for row in slots(group, len(columns)):
        own = (slot for slot in row if slot.cell.rowspan == 1)
        shares = ((slot.cell, sum(columns[slot.column : slot.column + slot.cell.colspan])) for slot in own)
        rooms = ((cell, width * share / sum(columns) - 2 * form.pad_x) for cell, share in shares)
        lines = max((ceil(len(text_of(cell.children)) * role.size / max(room, 1)) for cell, room in rooms), default=1)
        taken += max(lines, 1) * role.line + 2 * form.pad_y + form.border
    return taken <= KEPT_AT_MOST * height


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
