"""Tables: from elements of the vocabulary to a grid that has been checked."""

import re
from collections.abc import Iterable
from typing import Literal, cast

from yinfa.compose.elements import Element, bad, get, whole
from yinfa.compose.parse_inlines import inlines
from yinfa.document.tree import Align, Cell, Inlines, Paragraph, Row, Table

MAX_SPAN = 64
MAX_COLUMNS = 512  # a workbook has no pages to cut a matrix for
MAX_ROWS = 1024


def table(element: Element) -> Table:
    """Return the table of a `<table>`. Raise `BadMarkup` unless its rows fill its columns."""
    found = Table(
        id=get(element, "id"),
        caption=_caption(element),
        columns=_columns(element),
        head=tuple(_row(row) for row in element.iterfind("thead/tr")),
        groups=tuple(tuple(_row(row) for row in group) for group in element.iterfind("tbody")),
        notes=tuple(Paragraph(inlines(note), "note", get(note, "at")) for note in element.iterfind("tfoot/p")),
        keys=whole(element, "keys", "0"),
        origin=get(element, "at"),
    )
    for rows in (found.head, *found.groups):
        _check_grid(rows, len(found.columns), element)
    return found


def _caption(element: Element) -> Inlines:
    child = element.find("caption")
    return () if child is None else inlines(child)


def _columns(element: Element) -> tuple[int, ...]:
    given = get(element, "columns")
    if not re.fullmatch(r"[1-9][0-9]{0,3}( [1-9][0-9]{0,3})*", given) or given.count(" ") >= MAX_COLUMNS:
        raise bad(f"<table> 的 columns“{given[:40]}”应是一列整数", element)
    return tuple(int(width) for width in given.split())


def _row(element: Element) -> Row:
    return tuple(_cell(child) for child in element)


def _cell(element: Element) -> Cell:
    classes = get(element, "class").split()
    align = next((each for each in classes if each in ("left", "right")), "center")
    role = next((each for each in classes if each in ("group", "total")), "head" if element.tag == "th" else "data")
    return Cell(
        inlines(element),
        _span(element, "colspan"),
        _span(element, "rowspan"),
        cast(Align, align),
        cast(Literal["head", "group", "data", "total"], role),
    )


def _span(element: Element, name: str) -> int:
    given = whole(element, name, "1")
    if not 1 <= given <= (MAX_ROWS if name == "rowspan" else MAX_SPAN):
        raise bad(f"{name}=“{given}”超出范围", element)
    return given


def _check_grid(rows: Iterable[Row], width: int, element: Element) -> None:
    """Raise `BadMarkup` unless every row, with what hangs into it from above, fills `width` columns."""
    hanging = [0] * width
    for row in rows:
        hanging = _hang(row, hanging, element)
    if any(hanging):
        raise bad("表格的跨行单元格超出了它的分组", element)


def _hang(row: Row, hanging: list[int], element: Element) -> list[int]:
    """Return how many further rows each column is covered after `row`, given how many it is before."""
    after = [max(0, rows - 1) for rows in hanging]
    free = [column for column, rows in enumerate(hanging) if not rows]
    if len(free) != sum(cell.colspan for cell in row):
        filled = len(hanging) - len(free) + sum(cell.colspan for cell in row)
        raise bad(f"表格的一行占 {filled} 列，应为 {len(hanging)} 列", element)
    for cell in row:
        columns, free = free[: cell.colspan], free[cell.colspan :]
        if columns[-1] - columns[0] >= cell.colspan:
            raise bad("表格的跨列单元格被上面的跨行单元格隔断", element)
        for column in columns:
            after[column] = cell.rowspan - 1
    return after
