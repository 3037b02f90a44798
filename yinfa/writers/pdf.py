"""The PDF writer: the HTML and its style sheet, laid out and painted by the engine."""

from typing import TYPE_CHECKING

from yinfa.document.tree import Document
from yinfa.styling import Style
from yinfa.writers.cover import fit_cover
from yinfa.writers.css import write_css
from yinfa.writers.engine import paint, render
from yinfa.writers.fonts import prepare_faces, write_font_config
from yinfa.writers.html import page_name, write_html
from yinfa.writers.layout import Layout

if TYPE_CHECKING:
    import weasyprint


def write_pdf(_document: Document, _style: Style, layout: Layout) -> bytes:
    """Return the PDF of a paper that has been laid out."""
    return layout.pdf()


def lay_out(document: Document, style: Style) -> Layout:
    """Return the pages of `document`. Raise MissingFont where a face has no file."""
    style = fit_cover(document, style)
    html = write_html(document, style)
    faces = prepare_faces(style.faces, html + document.mark)
    config = write_font_config(each for several in faces.values() for each in several)
    pages = render(html, write_css(style, document, faces), config)
    return Layout(_page_of(pages, document), len(pages.pages), lambda: paint(pages))


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
        before = section
        if section and section.is_numbered:
            page_of |= {anchor: str(number) for anchor in page.anchors if anchor not in page_of}
    return page_of
