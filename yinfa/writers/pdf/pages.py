"""What the laid-out pages tell: which rows begin a page, and what goes over to the next."""

from collections.abc import Iterator
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from yinfa.writers.pdf.html import OPENING

if TYPE_CHECKING:
    import weasyprint

HAIR = 0.1  # of the engine's pixels


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


def lines_run_over(pages: "weasyprint.Document") -> int:
    """Return how many lines of the only text stand on its first page if the others have no room there, or else 0."""
    on_pages = ((page._page_box, _opening_lines(page._page_box)) for page in pages.pages)
    found = list(filter(itemgetter(1), on_pages))
    if len(found) < 2:
        return 0
    (page, lines), (_, others), *_ = found
    foot = page.content_box_y() + page.height
    room = foot - lines[-1].position_y - lines[-1].height
    return len(lines) if sum(each.height for each in others) > room + HAIR else 0


def _opening_lines(page: Any) -> list[Any]:
    """Return the lines on a page of the only text between head and signature."""
    from weasyprint.formatting_structure.boxes import LineBox

    opening = box_of(page, OPENING)
    return [each for each in opening.descendants() if isinstance(each, LineBox)] if opening else []


def box_of(page: Any, name: str) -> Any:
    """Return the first box on a page that is of this class, None if there is none."""
    return next((box for box in page.descendants() if _is_of(box.element, name)), None)


def _is_of(element: Any, name: str) -> bool:
    return element is not None and name in element.get("class", "").split()
