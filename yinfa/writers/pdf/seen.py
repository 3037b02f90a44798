"""The laid-out pages as `sheets`: every line, frame and table where the engine has put it."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from yinfa.writers.sheets import Frame, Grid, Line, Piece, Sheet, Strip

if TYPE_CHECKING:
    import weasyprint

_MM = 25.4 / 96  # of the engine's pixels
_PT = 72 / 96
_DRAWN = ("rule", "foot-rule", "closing", "img", "svg", "box", "redhead")


def sheets_of(pages: "weasyprint.Document") -> tuple[Sheet, ...]:
    """Return what stands on each page, in reading order."""
    begun: set[Any] = set()
    return tuple(_sheet(page._page_box, number, begun) for number, page in enumerate(pages.pages, 1))


def _sheet(page: Any, number: int, begun: set[Any]) -> Sheet:
    eye = _Eye(begun)
    margins = [child for child in page.children if type(child).__name__ == "MarginBox"]
    for child in page.children:
        if child not in margins:
            eye.look(child, _Place())
    left, top = page.content_box_x(), page.content_box_y()
    area = (left * _MM, top * _MM, (left + page.width) * _MM, (top + page.height) * _MM)
    kind = page.page_type
    return Sheet(
        *(number, kind.name or "", bool(kind.blank), page.margin_width() * _MM, page.margin_height() * _MM, area),
        *(tuple(eye.lines), tuple(eye.frames), tuple(eye.grids)),
        tuple(line for box in margins if not box.at_keyword.startswith("@top") for line in _lines_in(box, page)),
    )


def _lines_in(box: Any, page: Any) -> list[Line]:
    """Return the lines of a margin box; turned ones as they stand on the sheet held upright."""
    eye = _Eye(set())
    eye.look(box, _Place())
    matrix = getattr(box, "transformation_matrix", None)
    return [_upright(line, matrix, page.margin_width()) for line in eye.lines] if matrix else eye.lines


def _upright(line: Line, matrix: Any, width: float) -> Line:
    """Return a line that `matrix` turns, on the sheet that is `width` pixels high once it is held upright."""

    def place(x: float, y: float) -> tuple[float, float]:
        across, down = matrix.transform_point(x / _MM, y / _MM)
        return down * _MM, (width - across) * _MM

    (left, top), (right, bottom) = place(line.left, line.top), place(line.right, line.bottom)
    return replace(line, left=left, right=right, top=top, bottom=bottom, baseline=place(line.left, line.baseline)[1])


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the page something stands: within which element with an id, in which cell, in a head printed again."""

    within: str = ""
    edge: float = 0
    cell: tuple[int, int] | None = None
    again: bool = False


@dataclass
class _Eye:
    """Goes over the boxes of a page; `begun` are the tables that pages before it have shown."""

    begun: set[Any]
    lines: list[Line] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)

    def look(self, box: Any, place: _Place) -> None:
        """Write down a box and all that is in it."""
        kind = type(box).__name__
        element = box.element
        if element is not None and element.get("id"):
            place = replace(place, within=element.get("id"))
        if kind == "LineBox":
            self._line(box, place)
            return
        if element is not None and box.element_tag == element.tag:
            self._frame(box, place)
        if kind == "TableBox":
            self._table(box, place)
            return
        for child in getattr(box, "children", ()):
            self.look(child, place)

    def _line(self, box: Any, place: _Place) -> None:
        texts, apart = list[Any](), list[Any]()
        _sort(box, texts, apart)
        if texts:
            self.lines.append(_line_of(box, texts, place, opens=box.element not in self.begun))
            self.begun.add(box.element)
        for each in apart:
            self.look(each, place)

    def _frame(self, box: Any, place: _Place) -> None:
        name = next((name for name in _names(box.element) if name in _DRAWN), "")
        if not name:
            return
        left, top = box.border_box_x() * _MM, box.border_box_y() * _MM
        right, bottom = left + box.border_width() * _MM, top + box.border_height() * _MM
        rule = name.endswith("rule")
        colour = _colour(box.style, "border_top_color") if rule else ()
        strokes = (box.border_top_width * _MM, box.border_bottom_width * _MM) if rule else (0, 0)
        alt = box.element.get("alt") or next((each.text or "" for each in box.element if _is_title(each)), "")
        self.frames.append(Frame(name, left, right, top, bottom, colour, place.within, alt, strokes))

    def _table(self, table: Any, place: _Place) -> None:
        again = table.element in self.begun
        self.begun.add(table.element)
        places = {row: n for n, row in enumerate(table.element.iterfind("tbody/tr"))}
        head, rows = list[tuple[str, ...]](), list[Strip]()
        for group in table.children:
            for row in group.children:
                number, here = places.get(row.element, -1), replace(place, again=again and group.is_header)
                cells = tuple(self._cell(cell, here, (number, at)) for at, cell in _in_row(row))
                if group.is_header:
                    head.append(cells)
                else:
                    rows.append(Strip(number, cells, "tall" in _names(row.element)))
        wants = table.element.find("thead") is not None
        self.grids.append(Grid(table.element.get("id"), not again, wants, tuple(head), tuple(rows)))

    def _cell(self, cell: Any, place: _Place, at: tuple[int, int]) -> str:
        start = len(self.lines)
        edge = (cell.border_box_x() + cell.border_width()) * _MM
        for child in cell.children:
            self.look(child, replace(place, edge=edge, cell=at if at[0] >= 0 else None))
        return "".join(line.text for line in self.lines[start:])


def _in_row(row: Any) -> Iterator[tuple[int, Any]]:
    """Yield the cells of a row, or of what a page has of it, each with its place in the whole row."""
    elements = list(row.element)
    yield from ((elements.index(cell.element), cell) for cell in row.children)


def _is_title(element: Any) -> bool:
    return str(element.tag).endswith("title")


def _names(element: Any) -> list[str]:
    """Return the classes of an element, then its tag without a namespace."""
    return [*(element.get("class") or "").split(), str(element.tag).rpartition("}")[2]]


def _sort(box: Any, texts: list[Any], apart: list[Any]) -> None:
    """Sort what is in a line into texts in their order, and what stands by itself."""
    for child in box.children:
        if not child.is_in_normal_flow():
            apart.append(child)
        elif hasattr(child, "text"):
            texts.append(child)
        elif hasattr(child, "children"):
            _sort(child, texts, apart)


def _colour(style: Any, name: str) -> tuple[float, ...]:
    """Return a colour; an edge that has none of its own is drawn in that of the text."""
    value = style[name] if style[name] != "currentcolor" else style["color"]
    return tuple(value.coordinates)


def _line_of(box: Any, texts: list[Any], place: _Place, *, opens: bool) -> Line:
    first = max(texts, key=lambda each: each.style["font_size"])
    return Line(
        "".join(each.text for each in texts),
        min(each.position_x for each in texts) * _MM,
        max(each.position_x + each.width for each in texts) * _MM,
        box.position_y * _MM,
        (box.position_y + box.height) * _MM,
        (first.position_y + first.baseline) * _MM,
        first.style["font_size"] * _PT,
        _names(box.element)[0] if box.element is not None else "",
        place.within,
        place.edge,
        place.cell,
        place.again,
        opens,
        max((_colour(each.style, "color") for each in texts), key=max),
        tuple(dict.fromkeys(family for each in texts for family in each.style["font_family"])),
        tuple(Piece(each.text, each.position_x * _MM, (each.position_x + each.width) * _MM) for each in texts),
    )
