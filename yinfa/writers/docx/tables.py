"""Tables: the grid of the tree as a grid of Word, every look of it in a style."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from yinfa.document.tree import Cell, Row, Table
from yinfa.writers.docx.paper import Paper
from yinfa.writers.docx.styles import TABLE_STYLE
from yinfa.writers.docx.xml import Element, w
from yinfa.writers.grid import stays_together

_KEYS = {"head": "table-head", "total": "table-total"}
_EMPTY = Cell(())


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell as Word wants it, once for each row it stands in: `merge` is restart, continue or empty."""

    cell: Cell
    column: int
    merge: str = ""


def table_elements(table: Table, paper: Paper) -> Iterator[Element]:
    """Yield the caption, the grid and the notes."""
    if table.caption or table.ordinal:
        yield paper.title("caption", "table", table.id, table.ordinal, table.caption)
    widths = _widths(table.columns, paper.text_width)
    grid = w("tbl", _properties(paper), w("tblGrid", *(w("gridCol", w=width) for width in widths)))
    grid.extend(_row(slots, widths, paper, head=True, keep=True) for slots in _slots(table.head, len(widths)))
    for group in table.groups:
        together = stays_together(group, table.columns, paper.style, wide=paper.page == "landscape")
        for number, slots in enumerate(_slots(group, len(widths)), 1):
            grid.append(_row(slots, widths, paper, head=False, keep=together and number < len(group)))
    yield grid
    yield from (paper.text("note", note.children) for note in table.notes)


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


def _slots(rows: Sequence[Row], columns: int) -> Iterator[list[Slot]]:
    """Yield each row's slots from left to right, cells of the rows above that reach down into it among them."""
    reaching: dict[int, tuple[Cell, int]] = {}  # by column: the cell, and how many more rows it reaches
    for row in rows:
        cells, slots, column = iter(row), [], 0
        while column < columns:
            cell, left = reaching.pop(column, (None, 0))
            slot = Slot(cell, column, "continue") if cell else _begun(next(cells, _EMPTY), column)
            left = left if cell else slot.cell.rowspan
            if left > 1:
                reaching[column] = (slot.cell, left - 1)
            slots.append(slot)
            column += slot.cell.colspan
        yield slots


def _begun(cell: Cell, column: int) -> Slot:
    return Slot(cell, column, "restart" if cell.rowspan > 1 else "")


def _row(slots: list[Slot], widths: list[int], paper: Paper, *, head: bool, keep: bool) -> Element:
    marks = [w("cantSplit"), *([w("tblHeader")] if head else [])]
    return w("tr", w("trPr", *marks), *(_cell(slot, widths, paper, keep) for slot in slots))


def _cell(slot: Slot, widths: list[int], paper: Paper, keep: bool) -> Element:
    cell = slot.cell
    width = sum(widths[slot.column : slot.column + cell.colspan])
    properties = w("tcPr", w("tcW", w=width, type="dxa"))
    if cell.colspan > 1:
        properties.append(w("gridSpan", val=cell.colspan))
    if slot.merge:
        properties.append(w("vMerge", val=slot.merge))
    children = () if slot.merge == "continue" else cell.children
    return w("tc", properties, paper.text(_key(cell, paper), children, keep=keep))


def _key(cell: Cell, paper: Paper) -> str:
    """Return the style of a cell's paragraph: that of its role, or its variant set to another side."""
    key = _KEYS.get(cell.role, "table-cell")
    return key if paper.style.roles[key].align == cell.align else f"{key}-{cell.align}"
