"""How the rows of a table are held on their pages: the same in every format."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from yinfa.document.grid import slots
from yinfa.document.tree import Row, Table
from yinfa.styling import MM_PER_PT, Style
from yinfa.writers.measure import line_count

ROW_AT_MOST = 1 / 3  # of a page: a row higher than this may be broken over pages
GROUP_AT_MOST = 0.4  # of a page: a group of rows, or a table, higher than this may be cut between them
SHORT = 3  # lines: a note of no more is not cut


@dataclass(frozen=True, slots=True)
class Hold:
    """How a row or note is held: not broken over pages (`whole`), and on the page of what is after it (`next`)."""

    whole: bool
    next: bool


def holds(table: Table, style: Style, *, wide: bool) -> list[list[Hold]]:
    """Return for each row of each group how it is held: rows of a small table, or that share a cell, stay together.

    Neither a total nor the notes stand on a page without the row before them.
    """
    width, page = (side / MM_PER_PT for side in style.page.area(wide=wide))
    head, *groups = (list(_heights(rows, table.columns, style, width)) for rows in (table.head, *table.groups))
    room = page - _above(style) - sum(head)
    most = min(GROUP_AT_MOST * page, room)
    small = sum(head) + sum(map(sum, groups)) <= most
    held = [
        _held(heights, range(len(heights)) if small else _bound(group, heights, most, room), page)
        for group, heights in zip(table.groups, groups, strict=True)
    ]
    if len(held) > 1 and len(held[-1]) == 1:  # a total
        held[-2][-1] = replace(held[-2][-1], next=True)
    if held:
        held[-1][-1] = replace(held[-1][-1], next=bool(table.notes))
    return held


def note_holds(table: Table, style: Style, *, wide: bool) -> list[Hold]:
    """Return for each note of a table how it is held: a short one whole, and all together."""
    width, role = style.page.area(wide=wide)[0] / MM_PER_PT, style.roles["note"]
    last = len(table.notes) - 1
    lines = (line_count(note.children, role, width) for note in table.notes)
    return [Hold(count <= SHORT, n < last) for n, count in enumerate(lines)]


def _above(style: Style) -> float:
    """Return how high the mark and the title of an annex are, two lines of it, and the caption of its table, in pt."""
    mark, title, caption = (style.roles[name] for name in ("annex-mark", "annex-title", "caption"))
    return 2 * mark.line + title.before + 2 * title.line + title.after + caption.line + caption.after


def _bound(group: Sequence[Row], heights: Sequence[float], most: float, room: float) -> set[int]:
    """Return which rows of a group go with the next: all that share a cell, or where these are too many the outer ones.

    So none of them is alone on a page, but the last of three, and one of two that have no `room` below a title, which
    would stand alone itself.
    """
    last = len(group) - 1
    if all(cell.rowspan == 1 for row in group for cell in row):
        return set()
    if sum(heights) <= most:
        return set(range(last))
    return {n for n in ((0,) if last == 2 else (0, last - 1)) if sum(heights[n : n + 2]) <= room}


def _held(heights: Sequence[float], bound: Container[int], page: float) -> list[Hold]:
    return [Hold(height <= ROW_AT_MOST * page, n in bound) for n, height in enumerate(heights)]


def _heights(group: Sequence[Row], columns: Sequence[int], style: Style, width: float) -> Iterator[float]:
    """Yield how high each row is in pt, by its cells that reach no further."""
    role, form = style.roles["table-cell"], style.table
    for row in slots(group, len(columns)):
        own = (slot for slot in row if slot.cell.rowspan == 1)
        shares = ((slot.cell, sum(columns[slot.column : slot.column + slot.cell.colspan])) for slot in own)
        rooms = ((cell, width * share / sum(columns) - 2 * form.pad_x - form.border) for cell, share in shares)
        lines = max((line_count(cell.children, role, room) for cell, room in rooms), default=1)
        yield lines * role.line + 2 * form.pad_y + form.border
