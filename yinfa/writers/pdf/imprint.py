"""版记 on the laid-out pages: whether it can stay behind the text, and how it is moved (gbt9704 29)."""

from dataclasses import replace
from typing import TYPE_CHECKING

from yinfa.document.tree import Document, Imprint, Section
from yinfa.writers.pdf.pages import HAIR, box_of

if TYPE_CHECKING:
    import weasyprint


def imprint_has_its_place(pages: "weasyprint.Document", document: Document) -> bool:
    """Return whether 版记 can stay in its section: behind text, on an even last page that is upright (gbt9704 29)."""
    found = _imprint_of(document)
    if found is None:
        return True
    section, imprint = found
    if section.page == "imprint" or not imprint.printer:  # that of a letter is mere text
        return True
    page = pages.pages[-1]._page_box
    box = box_of(page, "closing")
    follows = box is not None and box.position_y > page.content_box_y() + HAIR
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
    if box := box_of(page, "closing"):
        bottom = box.position_y + box.margin_height()
        box.translate(0, page.content_box_y() + page.height - bottom)


def _imprint_of(document: Document) -> tuple[Section, Imprint] | None:
    return next(
        ((section, block) for section in document.sections for block in section.blocks if isinstance(block, Imprint)),
        None,
    )
