"""What the laid-out pages tell, and the one thing that is moved on them: which rows begin a page, where 版记 stands."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from yinfa.document.tree import Document, Imprint, Section

if TYPE_CHECKING:
    import weasyprint

_HAIR = 0.1  # of the engine's pixels


def row_starts(pages: "weasyprint.Document") -> dict[str, frozenset[tuple[int, int]]]:
    """Return by the id of each table the rows (group and row) that begin a page, but not those cut by the page."""
    starts: dict[str, set[tuple[int, int]]] = {}
    last: dict[Any, Any] = {}  # of each table, the row that stood last on the page before
    for page in pages.pages:
        for table in _tables(page._page_box):
            rows = [row.element for group in table.children if not group.is_header for row in group.children]
            if table.element in last and rows and rows[0] is not last[table.element]:
                starts.setdefault(table.element.get("id"), set()).add(_place(table.element, rows[0]))
            last |= {table.element: rows[-1]} if rows else {}
    return {name: frozenset(rows) for name, rows in starts.items()}


def _tables(box: Any) -> Iterator[Any]:
    from weasyprint.formatting_structure.boxes import TableBox

    return (each for each in box.descendants() if isinstance(each, TableBox))


def _place(table: Any, row: Any) -> tuple[int, int]:
    return next(
        (group, n) for group, rows in enumerate(table.iterfind("tbody")) for n, each in enumerate(rows) if each is row
    )


def imprint_has_its_place(pages: "weasyprint.Document", document: Document) -> bool:
    """Return whether 版记 can stay in its section: behind text, on an even last page that is upright (gbt9704 29)."""
    found = _imprint_of(document)
    if found is None:
        return True
    section, imprint = found
    if section.page == "imprint" or not imprint.printer:  # that of a letter is mere text
        return True
    page = pages.pages[-1]._page_box
    box = _imprint_on(page)
    follows = box is not None and box.position_y > page.content_box_y() + _HAIR
    return section.page == "body" and len(pages.pages) % 2 == 0 and follows


def with_imprint_apart(document: Document) -> Document:
    """Return the document with 版记 in a section of its own at its end."""
    found = _imprint_of(document)
    if found is None:
        return document
    section, imprint = found
    rest = replace(section, blocks=tuple(block for block in section.blocks if block is not imprint))
    sections = (rest if each is section else each for each in document.sections)
    return replace(document, sections=(*(each for each in sections if each.blocks), Section("imprint", (imprint,))))


def lower_imprint(pages: "weasyprint.Document") -> None:
    """Move 版记 down to the foot of the last page's type area (gbt9704 29)."""
    page = pages.pages[-1]._page_box
    if box := _imprint_on(page):
        bottom = box.position_y + box.margin_height()
        box.translate(0, page.content_box_y() + page.height - bottom)


def _imprint_of(document: Document) -> tuple[Section, Imprint] | None:
    return next(
        ((section, block) for section in document.sections for block in section.blocks if isinstance(block, Imprint)),
        None,
    )


def _imprint_on(page: Any) -> Any:
    return next((box for box in page.descendants() if _is_imprint(box.element)), None)


def _is_imprint(element: Any) -> bool:
    return element is not None and "closing" in element.get("class", "").split()
