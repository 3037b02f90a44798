"""The cells of a table in their columns, and which rows are to stand on one page: the same in every format."""

from collections.abc import Iterator, Sequence
from math import ceil

from yinfa.document.tree import Cell, Row
from yinfa.document.walk import text_of
from yinfa.styling import MM_PER_PT, Style

KEPT_AT_MOST = 0.8  # of a page: a group of rows higher than this may be cut


def stays_together(group: Sequence[Row], columns: Sequence[int], style: Style, *, wide: bool) -> bool:
    """Return whether the rows of a group are to stand on one page: they share a cell, and are not too many."""
    if not any(cell.rowspan > 1 for row in group for cell in row):
        return False
    width, height = style.page.text_width / MM_PER_PT, style.page.text_height / MM_PER_PT
    if wide:
        width, height = height, width
    role, form = style.roles["table-cell"], style.table
    taken = 0.0
    for row in cells_in_columns(group, len(columns)):
        shares = ((cell, sum(columns[column : column + cell.colspan])) for column, cell in row if cell.rowspan == 1)
        rooms = ((cell, width * share / sum(columns) - 2 * form.pad_x) for cell, share in shares)
        lines = max((ceil(len(text_of(cell.children)) * role.size / max(room, 1)) for cell, room in rooms), default=1)
        taken += max(lines, 1) * role.line + 2 * form.pad_y + form.border
    return taken <= KEPT_AT_MOST * height


def cells_in_columns(rows: Sequence[Row], columns: int) -> Iterator[list[tuple[int, Cell]]]:
    """Yield each row's own cells with the number of the column each begins in."""
    taken = [0] * columns  # by column: how many rows from here on a cell above reaches down
    for row in rows:
        placed: list[tuple[int, Cell]] = []
        for cell in row:
            column = next((number for number, reach in enumerate(taken) if reach == 0), columns - 1)
            for number in range(column, min(column + cell.colspan, columns)):
                taken[number] = cell.rowspan
            placed.append((column, cell))
        taken = [max(reach - 1, 0) for reach in taken]
        yield placed
