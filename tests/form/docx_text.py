"""The body of a red-head document in a DOCX, judged in its XML: gbt9704 17-27."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from tests.form.docx_paper import BIAOSONG, FANGSONG, HEITI, KAITI, Written, words_in
from tests.form.page import bare
from tests.form.wording import DATE, STOPS, announced_otherwise, ill_shaped
from tests.word import MM_PER_TWIP, W
from yinfa.document.tree import Attachments, Heading, Paragraph, Signature
from yinfa.document.walk import blocks_of, text_of
from yinfa.proof.measures import ASCENT, CHARACTER, LEFT, PITCH, RIGHT, TITLE_LINE, differs
from yinfa.proof.signing import SEAL, misplaced
from yinfa.styling import MM_PER_PT
from yinfa.writers.sheets import Piece

BREADTH = 1  # mm: what counting characters errs by
FACES = (HEITI, KAITI, FANGSONG, FANGSONG)


def breadth(text: str) -> float:
    """Return how wide a text of the body's size is in mm, ASCII half as wide as Han."""
    return sum(0.5 if each.isascii() else 1 for each in text) * CHARACTER


def rule_17(paper: Written) -> Iterator[str]:
    """The title: 2号 小标宋, two lines below the rule, centred, its lines a trapezoid or a rhombus of whole words."""
    for block, line in _of_role(paper, "headline"):
        yield from paper.looks("the title", line, BIAOSONG, 22)
        yield from paper.centred("the title", line)
        if words_in(line) != bare(text_of(block.children)):
            yield f"the title is {words_in(line)}"
        yield from ill_shaped(_lines_of(line), paper.document)
        yield from _below_rule(paper, line)


def _lines_of(paragraph: Any) -> list[str]:
    """Return the lines that a paragraph is broken into by hand."""
    marks = (each.text or "" if each.tag == f"{W}t" else "\n" for each in paragraph.iter(f"{W}t", f"{W}br"))
    return [bare(line) for line in "".join(marks).split("\n")]


def _below_rule(paper: Written, title: Any) -> Iterator[str]:
    if paper.head and paper.head.form == "document" and (numbers := paper.said(paper.head.number)):
        number = numbers[0]
        drop = paper.drop(number, title) if paper.after(number) is title else None
        over = paper.pitch(number) / 5 + paper.rule_below(number) + ASCENT + TITLE_LINE * PITCH - PITCH
        if drop is not None and differs(blank := (drop - over) / PITCH, 2, 0.5):
            yield f"the title stands {blank:.1f} lines below the rule"


def _of_role(paper: Written, role: str) -> Iterator[tuple[Paragraph, Any]]:
    """Yield each paragraph of a role with that of the DOCX."""
    for block in blocks_of(paper.document):
        if isinstance(block, Paragraph) and block.role == role:
            yield from ((block, each) for each in paper.exactly(text_of(block.children))[-1:])


def rule_18(paper: Written) -> Iterator[str]:
    """主送机关: one line below the title, flush left, with a full-width colon at its end."""
    for _, line in _of_role(paper, "addressee"):
        yield from paper.flush("主送机关", line)
        if not words_in(line).endswith("："):
            yield f"主送机关 does not end with ：: {words_in(line)}"
        titles = [title for _, title in _of_role(paper, "headline") if paper.after(title) is line]
        for drop in (paper.drop(title, line) for title in titles):
            if drop is not None and differs(blank := drop / PITCH - (1 + TITLE_LINE) / 2, 1, 0.5):
                yield f"主送机关 stands {blank:.1f} lines below the title"


def rule_20(paper: Written) -> Iterator[str]:
    """Paragraphs begin two characters in; turnover lines are flush."""
    for _, line in _of_role(paper, "body"):
        if differs(paper.indent(line, "first"), 2 * CHARACTER) or differs(paper.indent(line, "left"), 0):
            inset = paper.indent(line, "first") / CHARACTER
            yield f"a paragraph begins {inset:.1f} characters in: {words_in(line)[:12]}"


def rule_21(paper: Written) -> Iterator[str]:
    """Headings are set in 黑体, 楷体, 仿宋, 仿宋 by their level."""
    for block in blocks_of(paper.document):
        if isinstance(block, Heading) and block.form == "ordinal":
            for line in paper.word.paragraphs(f"heading {block.level}"):
                yield from paper.looks(f"a heading of level {block.level}", line, FACES[block.level - 1], 16)


def rule_22(paper: Written) -> Iterator[str]:
    """附件说明: a line blank above it, two characters in, names hanging below one another, without a stop."""
    for block in blocks_of(paper.document):
        if isinstance(block, Attachments):
            lines = [_named(paper, text_of(name)) for name in block.names]
            if not all(lines) or "附件：" not in paper.number_of(lines[0][0]) + words_in(lines[0][0])[:3]:
                yield "附件说明 is not written as 附件： and the names"
                return
            first, *others = (each[0] for each in lines)
            if differs(paper.indent(first, "first"), 2 * CHARACTER):
                yield f"附件说明 begins {paper.indent(first, 'first') / CHARACTER:.1f} characters in"
            if (blank := paper.blank_above(first)) is not None and differs(blank, 1, 0.2):
                yield f"附件说明 stands {blank:.1f} lines below the text"
            yield from (
                f"{words_in(each)} ends with a stop" for each in (first, *others) if words_in(each)[-1] in STOPS
            )
            if any(differs(paper.indent(each, "left"), paper.indent(first, "left")) for each in others):
                yield "names in 附件说明 do not hang below one another"


def _named(paper: Written, name: str) -> list[Any]:
    """Return the paragraphs that say the name of an annex and no more but 附件：."""
    return [each for each in paper.said(name) if words_in(each).removeprefix("附件：") == bare(name)]


def rule_23(paper: Written) -> Iterator[str]:
    """署名 and 成文日期 in their places, sealed and unsealed; 署名 one line below the text where there is no seal."""
    for block in blocks_of(paper.document):
        if isinstance(block, Signature):
            date = (paper.exactly(block.date) or [None])[0]
            lines = _names_above(paper, block, date)
            if date is None or not lines:
                yield "署名 or 成文日期 is not written on a line of its own"
                return
            spans = [_spans(paper, line, names) for line, names in lines]
            yield from misplaced(spans, _span(paper, date, block.date), BREADTH, sealed=block.sealed)
            drops = [paper.drop(upper, lower) for (upper, _), (lower, _) in pairwise(lines)]
            if block.sealed and any(drop is not None and drop < SEAL for drop in drops):
                yield "seals below one another touch"
            if not block.sealed and (blank := paper.blank_above(lines[0][0])) is not None and differs(blank, 1, 0.2):
                yield f"署名 stands {blank:.1f} lines below the text"


def _names_above(paper: Written, block: Signature, date: Any) -> list[tuple[Any, list[str]]]:
    """Return the paragraphs just above the date that together say the names, each with those it says; else nothing."""
    found: list[tuple[Any, list[str]]] = []
    names, line = list(block.organs), date
    while names and line is not None:
        line = paper.before(line)
        here: list[str] = []
        while names and line is not None and words_in(line).endswith(bare(names[-1] + "".join(here))):
            here.insert(0, names.pop())
        if not here or words_in(line) != bare("".join(here)):
            return []
        found.insert(0, (line, here))
    return found if not names else []


def _spans(paper: Written, paragraph: Any, names: list[str]) -> list[Piece]:
    """Return where the names of a line stand: led to their middles by tabs, or by the indent of a lone one."""
    stops = [stop for tabs in paper.word.properties(paragraph, "pPr/tabs") for stop in tabs]
    if len(names) == 1 and paragraph.find(f"{W}r/{W}tab") is None:
        return [_span(paper, paragraph, names[0])]
    led = [each for each in stops if each.get(f"{W}val") == "center"][: len(names)]
    start = LEFT if paper.align(paragraph) == "left" and len(led) == len(names) else RIGHT
    middles = [start + int(each.get(f"{W}pos")) * MM_PER_TWIP for each in led] or [start] * len(names)
    halves = [breadth(name) / 2 for name in names]
    return [Piece(name, at - half, at + half) for name, at, half in zip(names, middles, halves, strict=False)]


def _span(paper: Written, paragraph: Any, text: str) -> Piece:
    """Return where the words of a line begin and end, by its alignment and indents."""
    wide = breadth(text)
    left, right = LEFT + paper.indent(paragraph, "first"), RIGHT - paper.indent(paragraph, "right")
    starts = {"right": right - wide, "center": (left + right - wide) / 2}
    start = starts.get(paper.align(paragraph), left)
    return Piece(text, start, start + wide)


def rule_24(paper: Written) -> Iterator[str]:
    """成文日期 in digits, with its full year, without padding."""
    for block in blocks_of(paper.document):
        if isinstance(block, Signature) and not (DATE.fullmatch(block.date) and paper.exactly(block.date)):
            yield f"成文日期 is not of the form 2013年5月9日: {block.date}"


def rule_26(paper: Written) -> Iterator[str]:
    """附注: in brackets, two characters in, on the line after the date."""
    dates = [each.date for each in blocks_of(paper.document) if isinstance(each, Signature)]
    for _, line in _of_role(paper, "postscript"):
        if not (words_in(line).startswith("（") and words_in(line).endswith("）")):
            yield f"附注 is not in brackets: {words_in(line)}"
        if differs(paper.indent(line, "first"), 2 * CHARACTER):
            yield f"附注 begins {paper.indent(line, 'first') / CHARACTER:.1f} characters in"
        above = [each for each in paper.exactly(dates[0]) if paper.after(each) is line] if dates else []
        if dates and not above:
            yield "附注 does not follow 成文日期"
        drops = (paper.drop(each, line) for each in above)
        if any(drop is not None and differs(drop / PITCH, 1, 0.2) for drop in drops):
            yield "附注 is not on the line after 成文日期"


def rule_27(paper: Written) -> Iterator[str]:
    """附件: on a new page, its mark 3号 黑体 and flush; its title 2号 小标宋, centred, on line 3, as announced."""
    for annex in blocks_of(paper.document):
        if isinstance(annex, Heading) and annex.form == "annex":
            marks = paper.exactly(annex.ordinal)
            yield from _annex(paper, annex, marks[-1]) if marks else [f"{annex.ordinal} is not on a line of its own"]
    yield from announced_otherwise(paper.document)


def _annex(paper: Written, annex: Heading, mark: Any) -> Iterator[str]:
    yield from paper.looks(annex.ordinal, mark, HEITI, 16, wholly=True)
    yield from paper.flush(annex.ordinal, mark)
    if not paper.begins_page(mark):
        yield f"{annex.ordinal} does not begin a page"
    title = paper.after(mark)
    if title is None or words_in(title) != bare(text_of(annex.children)):
        yield f"behind {annex.ordinal} does not stand its title"
        return
    yield from paper.looks(f"the title of {annex.ordinal}", title, BIAOSONG, 22)
    yield from paper.centred(f"the title of {annex.ordinal}", title)
    foot = paper.pitch(mark) * 4 / 5 + (paper.drop(mark, title) or 0)
    line = (foot - 0.38 * 22 * MM_PER_PT) / PITCH + 1  # of the middle of its characters
    if not 3 <= line <= 4:
        yield f"the title of {annex.ordinal} is on line {line:.2f}, not 3"
