"""Tables: the grid of the tree as a grid of Word, every look of it in a style."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from yinfa.document.grid import Slot, slots
from yinfa.document.tree import Blank, Cell, Table
from yinfa.styling import Style
from yinfa.writers.docx.paper import Paper
from yinfa.writers.docx.styles import TABLE_STYLE
from yinfa.writers.docx.xml import Element, twips, w
from yinfa.writers.grid import Hold, holds, note_holds

_HEAD = Hold(whole=True, next=True)
_KEYS = {"head": "table-head", "total": "table-total"}


def table_elements(table: Table, paper: Paper) -> Iterator[Element]:
    """Yield the caption, the grid and the notes."""
    if table.caption or table.ordinal:
        yield paper.title("caption", "table", table.id, table.ordinal, table.caption)
    widths, wide = _widths(table.columns, paper.text_width), paper.page == "landscape"
    grid = w("tbl", _properties(paper), w("tblGrid", *(w("gridCol", w=width) for width in widths)))
    grid.extend(_row(row, widths, paper, _HEAD, head=True) for row in slots(table.head, len(widths)))
    for group, held in zip(table.groups, holds(table, paper.style, wide=wide), strict=True):
        rows = zip(slots(group, len(widths)), held, strict=True)
        grid.extend(_row(row, widths, paper, hold) for row, hold in rows)
    yield grid
    for note, hold in zip(table.notes, note_holds(table, paper.style, wide=wide), strict=True):
        yield paper.text("note", note.children, keep=hold.next, whole=hold.whole)


def _properties(paper: Paper) -> Element:
    return w(
        "tblPr",
        w("tblStyle", val=TABLE_STYLE),
        w("tblW", w=paper.text_width, type="dxa"),
        w("jc", val="center"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="0000"),
    )


def _widths(columns: Sequence[int], total: int) -> list[int]:
    """Return the columns' widths in twips, which add up to `total` whatever their weights."""
    edges = [round(total * edge / sum(columns)) for edge in accumulate(columns, initial=0)]
    return [right - left for left, right in pairwise(edges)]


def _row(row: list[Slot], widths: list[int], paper: Paper, hold: Hold, *, head: bool = False) -> Element:
    marks = [*([w("cantSplit")] if hold.whole else []), *_room(row, paper.style), *([w("tblHeader")] if head else [])]
    return w("tr", w("trPr", *marks), *(_cell(slot, widths, paper, hold.next) for slot in row))


def _room(row: list[Slot], style: Style) -> list[Element]:
    """Return the least height of a row in which several lines are to be written, none for others."""
    lines = max((each.lines for slot in row for each in slot.cell.children if isinstance(each, Blank)), default=1)
    height = lines * style.roles["table-cell"].line + 2 * style.table.pad_y
    return [w("trHeight", val=twips(height), hRule="atLeast")] if lines > 1 else []


def _cell(slot: Slot, widths: list[int], paper: Paper, keep: bool) -> Element:
    cell = slot.cell
    width = sum(widths[slot.column : slot.column + cell.colspan])
    properties = w("tcPr", w("tcW", w=width, type="dxa"))
    if cell.colspan > 1:
        properties.append(w("gridSpan", val=cell.colspan))
    if cell.rowspan > 1:
        properties.append(w("vMerge", val="restart" if slot.begun else "continue"))
    children = cell.children if slot.begun else ()
    return w("tc", properties, paper.text(_key(cell, paper), children, keep=keep))


def _key(cell: Cell, paper: Paper) -> str:
    """Return the style of a cell's paragraph: that of its role, or its variant set to another side."""
    key = _KEYS.get(cell.role, "table-cell")
    return key if paper.style.roles[key].align == cell.align else f"{key}-{cell.align}"
