"""What the form says of words: patterns of numbers and dates, and titles that must agree."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from yinfa.compose.titles import words_of_title
from yinfa.document.tree import Attachments, Document, Heading, RedHead
from yinfa.document.walk import blocks_of, text_of
from yinfa.fitting import breadth_of
from yinfa.styling import MM_PER_PT

DATE = re.compile(r"(19|20)\d\d年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日")
ORDINALS = ("[一二三四五六七八九十]+、", "（[一二三四五六七八九十]+）", r"[1-9]\d*[.．、]", r"（[1-9]\d*）")
STOPS = "。，、；：！？.,;:"
TITLE_WIDTH = 156 / 22 / MM_PER_PT  # characters of a title on a line
ALIKE = 0.5  # of a character: lines that differ by less are as long as each other
NUMBER = re.compile(r"[\u4e00-\u9fff]+〔(19|20)\d\d〕[1-9]\d*号")


def announced_otherwise(document: Document) -> Iterator[str]:
    """Yield each annex whose title is not that which 附件说明 of its paper has in its place."""
    told: list[str] = []
    for section in document.sections:
        told = [] if section.opens else told
        for block in section.blocks:
            if isinstance(block, Attachments):
                told = [text_of(name) for name in block.names]
            elif isinstance(block, Heading) and block.form == "annex" and told:
                title = text_of(block.children)
                if told[block.number - 1 : block.number] != [title]:
                    yield f"{block.ordinal} is not titled as 附件说明 has it: {title}"


def ill_shaped(lines: Sequence[str], document: Document) -> Iterator[str]:
    """Yield what is wrong with the lines of a title: a word broken, or neither a trapezoid nor a rhombus (gbt9704 17).

    The lines of several offices above the rest are a block of their own.
    """
    head = next((block for block in blocks_of(document) if isinstance(block, RedHead)), None)
    words = words_of_title("".join(lines), head.organs if head else (), TITLE_WIDTH)
    ends = set(accumulate(map(len, words)))
    if broken := [line for end, line in zip(accumulate(map(len, lines)), lines, strict=True) if end not in ends]:
        yield f"a word of the title is broken behind {broken}"
    about = next((number for number, line in enumerate(lines) if line.startswith("关于")), 0)
    widths = [breadth_of(line) for line in (lines[about:] if about > 1 else lines)]
    if len(widths) > 1 and max(widths) - min(widths) <= ALIKE:
        yield f"the lines of the title are a block: {list(lines)}"
    longer = [low > high for high, low in pairwise(widths) if abs(high - low) > ALIKE]
    if any(not first and then for first, then in pairwise(longer)):
        yield f"the lines of the title are an hourglass: {list(lines)}"
