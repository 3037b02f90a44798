"""What closes a red-head document, and its annexes, judged on the pages: gbt9704 22-27."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from tests.form.page import Printed, Run
from tests.form.pdf_text import paragraphs, text_on
from tests.form.wording import DATE, STOPS, announced_otherwise
from yinfa.document.tree import Attachments, Heading, Imprint, Signature
from yinfa.document.walk import blocks_of
from yinfa.proof.measures import ASCENT, CHARACTER, FIRST, HAIR, LEFT, NEAR, PITCH, TOP, differs
from yinfa.proof.signing import SEAL, misplaced
from yinfa.styling import MM_PER_PT


def rule_22(paper: Printed) -> Iterator[str]:
    """附件说明: one line below the text, two characters in, names hanging below one another, without a stop."""
    for block in blocks_of(paper.document):
        if isinstance(block, Attachments):
            names = paper.of(block)
            if not names or not all(names):
                yield "附件说明 is not printed as 附件： and the names"
                return
            if differs(names[0][0].left, LEFT + 2 * CHARACTER):
                yield f"附件说明 begins {(names[0][0].left - LEFT) / CHARACTER:.1f} characters in"
            yield from _hanging(names)
            if any(lines[-1].text[-1] in STOPS for lines in names):
                yield "a name in 附件说明 ends with a stop"
            if (blank := _blank_above(paper, names[0][0])) is not None and differs(blank, 1, 0.2):
                yield f"附件说明 stands {blank:.1f} lines below the text"


def _hanging(names: tuple[tuple[Run, ...], ...]) -> Iterator[str]:
    ordinals = [re.match(r"(附件：)?(\d+\.)?", lines[0].text) for lines in names]
    if len(names) > 1 and [each and each[2] for each in ordinals] != [f"{n}." for n in range(1, len(names) + 1)]:
        yield f"names in 附件说明 are not numbered: {[lines[0].text for lines in names]}"
    edges = [lines[0].glyphs[each.end() if each else 0].left for each, lines in zip(ordinals, names, strict=True)]
    for lines in names:
        turnover = [line.left for line in lines[1:]]
        if any(differs(left, edges[0], 1) for left in (*edges, *turnover)):
            yield f"the name does not hang under the first one's: {[line.text for line in lines]}"


def _blank_above(paper: Printed, line: Run) -> float | None:
    """Return how many lines are blank above a line, None where it is the first of its page."""
    above = [each.baseline for each in paper.lines if each.page == line.page and each.baseline < line.baseline - 1]
    return (line.baseline - max(above)) / PITCH - 1 if above and max(above) > TOP else None


def rule_23(paper: Printed) -> Iterator[str]:
    """署名 and 成文日期 in their places, sealed and unsealed."""
    for block in blocks_of(paper.document):
        if isinstance(block, Signature):
            *organs, date = (lines[0] if len(lines) == 1 else None for lines in paper.of(block))
            names = [organ for organ in organs if organ]
            if date is None or not names or len(names) != len(organs):
                yield "署名 or 成文日期 is not on a line of its own"
                return
            lines = [list(each) for _, each in groupby(names, key=lambda name: (name.page, round(name.baseline)))]
            yield from misplaced(lines, date, NEAR, sealed=block.sealed)
            if any(name.page == date.page and name.baseline > date.baseline - PITCH / 2 for name in names):
                yield "署名 is not above 成文日期"
            if block.sealed:
                yield from _stacked(names)
            elif (blank := _blank_above(paper, names[0])) is not None and differs(blank, 1, 0.2):
                yield f"署名 stands {blank:.1f} lines below the text"


def _stacked(names: list[Run]) -> Iterator[str]:
    """Yield that seals below one another have no room."""
    below = ((upper, lower) for upper, lower in pairwise(names) if upper.page == lower.page)
    if any(HAIR < lower.baseline - upper.baseline < SEAL - HAIR for upper, lower in below):
        yield "seals below one another touch"


def rule_24(paper: Printed) -> Iterator[str]:
    """成文日期 in digits, with its full year, without padding."""
    for block in blocks_of(paper.document):
        if isinstance(block, Signature):
            date = "".join(line.text for line in paper.of(block)[-1])
            if not DATE.fullmatch(date):
                yield f"成文日期 is not of the form 2013年5月9日: {block.date}"


def rule_25(paper: Printed) -> Iterator[str]:
    """The page with the signature carries body text."""
    for block in blocks_of(paper.document):
        if isinstance(block, Signature) and paper.of(block)[-1]:
            page = paper.of(block)[-1][0].page
            if not text_on(paper, page):
                yield f"page {page} carries the signature and no text"


def rule_26(paper: Printed) -> Iterator[str]:
    """附注: in brackets, two characters in, on the line after the date."""
    dates = [paper.of(each)[-1] for each in blocks_of(paper.document) if isinstance(each, Signature)]
    for _, lines in paragraphs(paper, "postscript"):
        text = "".join(line.text for line in lines)
        if not (text.startswith("（") and text.endswith("）")):
            yield f"附注 is not in brackets: {text}"
        if differs(lines[0].left, LEFT + 2 * CHARACTER, CHARACTER / 3):
            yield f"附注 begins {(lines[0].left - LEFT) / CHARACTER:.1f} characters in"
        date = dates[0][0] if dates and dates[0] else lines[0]
        if date.page == lines[0].page and differs((lines[0].baseline - date.baseline) / PITCH, 1, 0.2):
            yield "附注 is not on the line after 成文日期"


def rule_27(paper: Printed) -> Iterator[str]:
    """附件: on a page of its own before 版记, marked on line 1, titled on line 3, and titled as 附件说明 says."""
    blocks = list(blocks_of(paper.document))
    annexes = [each for each in blocks if isinstance(each, Heading) and each.form == "annex"]
    for annex in annexes:
        yield from _annex(paper, annex)
    yield from announced_otherwise(paper.document)
    imprints = [place for place, each in enumerate(blocks) if isinstance(each, Imprint)]
    if annexes and imprints and imprints[0] < blocks.index(annexes[-1]):
        yield "版记 stands before an annex"


def _annex(paper: Printed, annex: Heading) -> Iterator[str]:
    lines = paper.of(annex)[0]
    if not lines or lines[0].text != annex.ordinal:
        yield f"{annex.ordinal} is not on a line of its own"
        return
    mark, *title = lines
    left, top = (35, 28) if paper.landscape(mark.page) else (LEFT, TOP)
    if any(top < each.baseline < mark.baseline - 1 for each in paper.lines if each.page == mark.page):
        yield f"{annex.ordinal} is not at the top of its page"
    if mark.sizes != {16} or not mark.is_wholly("Hei"):
        yield f"{annex.ordinal} is not 3号 黑体: {mark.sizes} pt, {mark.glyphs[0].face}"
    if differs(mark.left, left) or differs(mark.baseline, top + ASCENT, FIRST):
        yield f"{annex.ordinal} is not flush on line 1: {mark.left:.1f}, {mark.baseline:.1f} mm"
    if title and any(differs(each.middle, paper.middle(mark.page)) for each in title):
        yield f"the title of {annex.ordinal} is not centred"
    if title:
        line = (title[0].baseline - 0.38 * 22 * MM_PER_PT - top) / PITCH + 1  # of the middle of its characters
        if not 3 <= line <= 4:
            yield f"the title of {annex.ordinal} is on line {line:.2f}, not 3"
