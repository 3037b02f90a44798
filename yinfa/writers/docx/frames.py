"""Tables that only place things on the page: of fixed widths, with no rules and no space in their cells."""

from collections.abc import Iterable, Sequence

from yinfa.writers.docx.xml import Element, w


def frame(
    widths: Sequence[int], rows: Iterable[Element], *, place: Element | None = None, looks: Element | None = None
) -> Element:
    """Return a table of columns of these widths in twips; it floats at its `place`, or else stands in the text.

    `looks` is the property of its side or of its rules.
    """
    properties = w(
        "tblPr",
        *([] if place is None else [place]),
        w("tblW", w=sum(widths), type="dxa"),
        *([] if looks is None else [looks]),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *(w(edge, w=0, type="dxa") for edge in ("left", "right"))),
    )
    return w("tbl", properties, w("tblGrid", *(w("gridCol", w=width) for width in widths)), *rows)


def cell(width: int, content: Element, *properties: Element) -> Element:
    """Return a cell that holds one paragraph."""
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa"), *properties), content)


def whole_row(*cells: Element) -> Element:
    """Return a row that no page cuts."""
    return w("tr", w("trPr", w("cantSplit")), *cells)
