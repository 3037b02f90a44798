"""How much room text takes: an estimate without a face, so that every format decides alike."""

from math import ceil

from yinfa.document.tree import Blank, Block, Heading, Inlines, Paragraph
from yinfa.document.walk import text_of
from yinfa.fitting import breadth_of
from yinfa.styling import MM_PER_PT, Role, Style

CLOSING_LINES = 6  # of the last paragraph, up to which it goes to the page of the signature as a whole


def line_count(children: Inlines, role: Role, width: float) -> int:
    """Return how many lines of `width` pt the text fills; an ASCII character is half as wide as a Han one.

    A blank takes as many lines as are to be written there.
    """
    parts = text_of(children, "\n").split("\n")
    wide = [breadth_of(part) for part in parts]
    wide[0] += role.indent
    blank = max((child.lines for child in children if isinstance(child, Blank)), default=1)
    return max(blank, sum(max(1, ceil(count * role.advance / max(width, role.advance))) for count in wide))


def closes_whole(block: Block, style: Style) -> bool:
    """Return whether the words above a signature are few enough to stand on its page whole (gbt9704 25).

    Of longer ones the PDF and Word keep the last lines with it; LibreOffice cuts no paragraph that it keeps.
    """
    if not isinstance(block, Heading | Paragraph):
        return True
    return line_count(block.children, style.roles["body"], style.page.text_width / MM_PER_PT) <= CLOSING_LINES
