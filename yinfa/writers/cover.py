"""The cover: whatever the length of its title, issuer and date stay at their height on its one page."""

from collections.abc import Iterator
from dataclasses import replace

from yinfa.document.tree import Document, Paragraph
from yinfa.styling import MM_PER_PT, Roles, Style
from yinfa.writers.measure import line_count


def fit_cover(document: Document, style: Style) -> Style:
    """Return the form with as much less space above the issuer as the cover's paragraphs have lines beyond one."""
    issuer = style.roles["issuer"]
    before = max(issuer.before - sum(_turned_over(document, style)), 0)
    return replace(style, roles=Roles(style.roles | {"issuer": replace(issuer, before=before)}))


def _turned_over(document: Document, style: Style) -> Iterator[float]:
    """Yield how high the lines after the first are in each paragraph of the cover, in pt."""
    width = style.page.text_width / MM_PER_PT
    for section in document.sections:
        for block in section.blocks if section.page == "cover" else ():
            if isinstance(block, Paragraph):
                role = style.roles[block.role]
                yield (line_count(block.children, role, width) - 1) * role.line
