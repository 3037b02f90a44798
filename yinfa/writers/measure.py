"""How much room text takes: an estimate without a face, so that every format decides alike."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from yinfa.document.tree import Blank, Block, Heading, Inlines, Paragraph, RedHead
from yinfa.document.walk import text_of
from yinfa.fitting import breadth_of
from yinfa.styling import MM_PER_PT, Role, Style

CLOSING_LINES = 6  # of the last paragraph, up to which it goes to the page of the signature as a whole
_CUT_IN_TWOS = 4  # lines: what has fewer cannot be cut with two on either side


@dataclass(frozen=True, slots=True)
class Closing:
    """How the words above a signature go to its page: `whole`, or their last lines, two if `twos` (gbt9704 25).

    `opening` are those which are all the text there is below the head: they begin on its page (gbt9704 19).
    """

    whole: bool
    opening: bool = False
    twos: bool = True


def line_count(children: Inlines, role: Role, width: float) -> int:
    """Return how many lines of `width` pt the text fills; an ASCII character is half as wide as a Han one.

    A blank takes as many lines as are to be written there.
    """
    parts = text_of(children, "\n").split("\n")
    wide = [breadth_of(part) for part in parts]
    wide[0] += role.indent
    blank = max((child.lines for child in children if isinstance(child, Blank)), default=1)
    return max(blank, sum(max(1, ceil(count * role.advance / max(width, role.advance))) for count in wide))


def closing_of(blocks: Sequence[Block], style: Style) -> Closing:
    """Return how the last of `blocks`, above a signature, goes with it; the others are those before it.

    Of long ones the PDF and Word keep the last lines with it; LibreOffice cuts no paragraph that it keeps.
    """
    *before, block = blocks
    if not isinstance(block, Heading | Paragraph):
        return Closing(whole=True)
    lines = line_count(block.children, style.roles["body"], style.page.text_width / MM_PER_PT)
    opening = lines > 1 and any(isinstance(each, RedHead) for each in before) and all(map(_is_headed, before))
    return Closing(lines <= CLOSING_LINES and not opening, opening, lines >= _CUT_IN_TWOS or not opening)


def _is_headed(block: Block) -> bool:
    """Return whether a block is no text yet, but head, title, addressee or heading."""
    if isinstance(block, Heading):
        return block.form != "run-in"
    return isinstance(block, RedHead) or (isinstance(block, Paragraph) and block.role != "body")
