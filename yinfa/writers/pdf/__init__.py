"""The PDF writer: the HTML and its style sheet, laid out and painted by the engine."""

import gc
from typing import TYPE_CHECKING

from yinfa.document.tree import Document, Table
from yinfa.document.walk import blocks_of, letter_of
from yinfa.styling import Style
from yinfa.writers.cover import fit_cover
from yinfa.writers.fonts import prepare_faces, write_font_config
from yinfa.writers.layout import Layout
from yinfa.writers.pdf.css import write_css
from yinfa.writers.pdf.engine import paint, render
from yinfa.writers.pdf.html import page_name, write_html
from yinfa.writers.pdf.imprint import imprint_has_its_place, lower_imprint, with_imprint_apart
from yinfa.writers.pdf.pages import lines_run_over, row_starts
from yinfa.writers.pdf.reprint import Starts, cutting, reprint
from yinfa.writers.pdf.seen import sheets_of

if TYPE_CHECKING:
    import weasyprint

__all__ = ["lay_out", "write_pdf"]

_REPRINTS = 3  # a label printed again can move the rows behind it, and that another one


def write_pdf(_document: Document, _style: Style, layout: Layout) -> bytes:
    """Return the PDF of a paper that has been laid out."""
    return layout.pdf()


def lay_out(document: Document, style: Style) -> Layout:
    """Return the pages of `document`, laid out again where what they show asks for another tree.

    Labels that a page cuts are printed again, and 版记 has a page of its own where it cannot stay behind the text: the
    layout's `document` is the tree as printed. Raise MissingFont where a face has no file.
    """
    style = fit_cover(document, style)
    printed, pages = _with_labels(document, style)
    if not imprint_has_its_place(pages, printed):
        del pages  # two lots of pages at once would be too many
        printed = with_imprint_apart(printed)
        pages = _pages(printed, style)
    lower_imprint(pages)
    page_of, count = _page_of(pages, printed), len(pages.pages)
    run_over = lines_run_over(pages)
    return Layout(page_of, count, lambda: paint(pages), printed, run_over, lambda: sheets_of(pages))


def _with_labels(document: Document, style: Style) -> tuple[Document, "weasyprint.Document"]:
    """Return the tree with the labels printed again that its pages cut, and those pages."""
    printed, pages = document, _pages(document, style)
    done: Starts = {}
    spans = any(isinstance(block, Table) and _spans(block) for block in blocks_of(document))
    for _ in range(_REPRINTS if spans else 0):
        starts = cutting(document, row_starts(pages))
        if starts == done:
            break
        del pages
        done, printed = starts, reprint(document, starts)
        gc.collect()  # or the pages of a long paper stand in memory twice
        pages = _pages(printed, style)
    return printed, pages


def _spans(table: Table) -> bool:
    return any(cell.rowspan > 1 for group in table.groups for row in group for cell in row)


def _pages(document: Document, style: Style) -> "weasyprint.Document":
    html = write_html(document, style)
    faces = prepare_faces(style.faces, html + document.mark)
    config = write_font_config(each for several in faces.values() for each in several)
    return render(html, write_css(style, document, faces), config)


def _page_of(pages: "weasyprint.Document", document: Document) -> dict[str, str]:
    """Return the printed page number of every id on a page that bears one."""
    sections = {page_name(number, section): section for number, section in enumerate(document.sections)}
    page_of: dict[str, str] = {}
    number, before = 0, None
    for page in pages.pages:
        section = sections.get(page._page_box.page_type.name, before)  # a blank page has no name
        number += 1
        if section and section is not before and section.number_from is not None:
            number = section.number_from
        opening = section is not before and section is not None and letter_of(section)
        before = section
        if section and section.is_numbered and not opening:
            page_of |= {anchor: str(number) for anchor in page.anchors if anchor not in page_of}
    return page_of
