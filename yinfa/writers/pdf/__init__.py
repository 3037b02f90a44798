"""The PDF writer: the HTML and its style sheet, laid out and painted by the engine."""

import gc
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yinfa.document.tree import Document
from yinfa.document.walk import letter_of
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

_LAYOUTS = 4  # what is seen on the pages can move them, and so what is seen there


@dataclass(frozen=True, slots=True)
class _Seen:
    """What pages ask of their tree: the rows that begin one and cut a label, and 版记 on a page of its own."""

    cut: Starts
    imprint_apart: bool

    def told_of(self, document: Document) -> Document:
        """Return the tree as these pages want it."""
        document = reprint(document, self.cut)
        return with_imprint_apart(document) if self.imprint_apart else document


def write_pdf(_document: Document, _style: Style, layout: Layout) -> bytes:
    """Return the PDF of a paper that has been laid out."""
    return layout.pdf()


def lay_out(document: Document, style: Style) -> Layout:
    """Return the pages of `document`, laid out again where what they show asks for another tree.

    Labels that a page cuts are printed again, and 版记 has a page of its own where it cannot stay behind the text: the
    layout's `document` is the tree as printed. Raise MissingFont where a face has no file.
    """
    style = fit_cover(document, style)
    printed, pages = _settled(document, style)
    lower_imprint(pages)
    page_of, count = _page_of(pages, printed), len(pages.pages)
    run_over = lines_run_over(pages)
    return Layout(page_of, count, lambda: paint(pages), printed, run_over, lambda: sheets_of(pages))


def _settled(document: Document, style: Style) -> tuple[Document, "weasyprint.Document"]:
    """Return the tree as printed, with its pages: laid out again until they ask for nothing else."""
    printed, pages, done = document, _pages(document, style), _Seen({}, imprint_apart=False)
    for _ in range(_LAYOUTS - 1):
        apart = done.imprint_apart or not imprint_has_its_place(pages, printed)
        seen = _Seen(cutting(document, row_starts(pages)), apart)
        if seen == done:
            break
        del pages
        done, printed = seen, seen.told_of(document)
        gc.collect()  # or the pages of a long paper stand in memory twice
        pages = _pages(printed, style)
    return printed, pages


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
