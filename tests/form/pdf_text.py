"""The body of a red-head document, judged on its pages: gbt9704 17-21."""

import re
from collections.abc import Iterator

from tests.form.page import Printed, Run, bare
from tests.form.strokes import is_red
from tests.form.wording import ORDINALS, ill_shaped
from yinfa.document.tree import Block, Heading, Paragraph
from yinfa.document.walk import blocks_of, text_of
from yinfa.proof.measures import ASCENT, CHARACTER, LEFT, PITCH, TITLE_LINE, differs

FACES = ("Hei", "Kai", "Fang", "Fang")


def paragraphs(paper: Printed, role: str) -> Iterator[tuple[Paragraph, tuple[Run, ...]]]:
    """Yield each paragraph of a role that is printed, with its lines."""
    for block in blocks_of(paper.document):
        if isinstance(block, Paragraph) and block.role == role and paper.of(block)[0]:
            yield block, paper.of(block)[0]


def rule_17(paper: Printed) -> Iterator[str]:
    """The title: 2号 小标宋, two lines below the rule, centred, its lines a trapezoid or a rhombus of whole words."""
    for block, lines in paragraphs(paper, "headline"):
        if [line.text for line in lines] != [bare(each) for each in text_of(block.children, "\n").split("\n")]:
            yield f"the title's lines are not those wanted: {[line.text for line in lines]}"
        for line in lines:
            if line.sizes != {22} or not line.is_in("Song-Bold"):
                yield f"the title is not 2号 小标宋: {line.sizes} pt, {line.glyphs[0].face}"
            if differs(line.middle, paper.middle(line.page)):
                yield f"a line of the title is not centred: {line.text}"
        yield from ill_shaped([line.text for line in lines], paper.document)
        yield from _below_rule(paper, lines[0])
        return


def _below_rule(paper: Printed, line: Run) -> Iterator[str]:
    above = [each for each in paper.strokes(1) if is_red(each.colour) and each.top < line.baseline]
    if paper.head and paper.head.form == "document" and above:
        top = line.baseline - ASCENT - (TITLE_LINE - 1) * PITCH
        if differs(blank := (top - above[-1].bottom) / PITCH, 2, 0.5):
            yield f"the title stands {blank:.1f} lines below the rule"


def rule_18(paper: Printed) -> Iterator[str]:
    """主送机关: one line below the title, flush left, with a full-width colon at its end."""
    for _, lines in paragraphs(paper, "addressee"):
        if not lines[-1].text.endswith("："):
            yield f"主送机关 does not end with ：: {lines[-1].text}"
        for line in lines:
            if differs(line.left, LEFT):
                yield f"主送机关 begins at {line.left:.1f} mm: {line.text}"
        ends = [each[-1] for _, each in paragraphs(paper, "headline") if each[-1].page == lines[0].page]
        above = [title.baseline for title in ends if title.baseline < lines[0].baseline]
        blank = (lines[0].baseline - max(above)) / PITCH - (1 + TITLE_LINE) / 2 if above else 1
        if differs(blank, 1, 0.5):
            yield f"主送机关 stands {blank:.1f} lines below the title"


def rule_19(paper: Printed) -> Iterator[str]:
    """The first page carries body text."""
    if paper.head and not text_on(paper, 1):
        yield "page 1 carries no text"


def text_on(paper: Printed, page: int) -> bool:
    """Return whether a line of the body proper stands on a page: the red-head paper's, not that of its annexes."""
    return any(
        line.page == page
        for block in blocks_of(paper.document)
        if isinstance(block, Heading | Paragraph) and getattr(block, "role", "body") == "body"
        for lines in paper.of(block)
        for line in lines
    )


def rule_20(paper: Printed) -> Iterator[str]:
    """Paragraphs begin two characters in; turnover lines are flush."""
    for block in _upright_text(paper):
        for lines in paper.of(block):
            for number, line in enumerate(lines):
                wanted = LEFT if number else LEFT + 2 * CHARACTER
                if differs(line.left, wanted, CHARACTER / 3):  # a mark's own side bearing
                    yield f"a line begins {(line.left - LEFT) / CHARACTER:.1f} characters in: {line.text[:12]}"


def _upright_text(paper: Printed) -> Iterator[Block]:
    """Yield the paragraphs and numbered headings of upright pages."""
    for section in paper.document.sections:
        if section.page == "body":
            for block in section.blocks:
                plain = isinstance(block, Paragraph) and block.role == "body"
                if plain or (isinstance(block, Heading) and block.form in ("ordinal", "run-in")):
                    yield block


def rule_21(paper: Printed) -> Iterator[str]:
    """Ordinals 一、（一）1.（1） in 黑体, 楷体, 仿宋, 仿宋; no gap and no repeat in a run."""
    for section in paper.document.sections:
        for block in section.blocks:
            if isinstance(block, Heading) and block.form in ("ordinal", "run-in") and paper.of(block)[0]:
                yield from _heading(paper, block)
    yield from _gaps(paper)


def _heading(paper: Printed, heading: Heading) -> Iterator[str]:
    line = paper.of(heading)[0][0]
    ordinal = re.match(ORDINALS[heading.level - 1], line.text)
    if ordinal is None:
        yield f"a heading of level {heading.level} begins with {line.text[:6]}"
    whole = Run(line.glyphs[: ordinal.end() + 2]) if heading.form == "run-in" and ordinal else line
    if not whole.is_in(FACES[heading.level - 1]) or whole.sizes != {16}:
        yield f"a heading of level {heading.level} is set in {whole.sizes} pt {whole.glyphs[0].face}: {whole.text}"


def _gaps(paper: Printed) -> Iterator[str]:
    last: dict[int, int] = {}
    for section in paper.document.sections:
        last = {} if section.opens else last
        for block in section.blocks:
            if isinstance(block, Heading) and block.form == "annex":
                last = {}
            elif isinstance(block, Heading) and block.form != "plain":
                if block.number != last.get(block.level, 0) + 1:
                    yield f"{block.ordinal} follows number {last.get(block.level, 0)} of its level"
                last = {level: n for level, n in last.items() if level < block.level or level == section.through}
                last[block.level] = block.number
