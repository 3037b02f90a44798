"""The DOCX writer: a paper as an office edits it, every look a named style and every number alive."""

from dataclasses import replace

from yinfa.document.tree import Document, Section
from yinfa.styling import Style
from yinfa.writers.cover import fit_cover
from yinfa.writers.docx.blocks import block_elements
from yinfa.writers.docx.package import Package
from yinfa.writers.docx.paper import Paper, begin
from yinfa.writers.docx.redhead import fit_head
from yinfa.writers.docx.sections import Margins, section_properties
from yinfa.writers.docx.settings import font_table, settings
from yinfa.writers.docx.styles import style_sheet
from yinfa.writers.docx.xml import Element, ignorable, w, w_name
from yinfa.writers.layout import Layout

__all__ = ["write_docx"]


def write_docx(document: Document, style: Style, layout: Layout) -> bytes:
    """Return the document as a DOCX; `layout` tells the pages that its list of contents shows."""
    style, body = fit_head(document, fit_cover(document, style)), w("body")
    package = Package(ignorable(w("document", body)))
    package.describe(document)
    paper = begin(document, style, layout, package)
    margins = Margins(paper, document.mark)
    for number, section in enumerate(document.sections, 1):
        body.extend(_section(section, paper))
        setup = section_properties(section, style, margins, first=number == 1)
        # but for the last, a property of the section's last paragraph
        (body if number == len(document.sections) else body[-1][0]).append(setup)
    _add_parts(package, paper)
    return package.to_bytes()


def _add_parts(package: Package, paper: Paper) -> None:
    """Add what the body rests on: styles, numberings, settings, fonts."""
    package.add("styles", style_sheet(paper.style, paper.numbers.of_styles))
    package.add("numbering", paper.numbers.part())
    package.add("settings", settings())
    package.add("fontTable", font_table(paper.style))


def _section(section: Section, paper: Paper) -> list[Element]:
    """Return the blocks of a section, with a paragraph at the end: there Word looks for the page set-up."""
    elements = list(block_elements(section.blocks, replace(paper, page=section.page)))
    if not elements or elements[-1].tag != w_name("p"):
        elements.append(paper.paragraph("section-end"))
    return elements
