"""The body of a red-head document in a DOCX, judged in its XML: gbt9704 17-27."""

from collections.abc import Iterator
from typing import Any

from tests.form.docx_paper import BIAOSONG, FANGSONG, HEITI, KAITI, Written, text_in
from tests.form.measures import CHARACTER, LEFT, NEAR, RIGHT, differs
from tests.form.page import bare
from tests.form.wording import DATE, STOPS, announced_otherwise
from yinfa.document.tree import Attachments, Heading, Paragraph, Signature
from yinfa.document.walk import blocks_of, text_of

FACES = (HEITI, KAITI, FANGSONG, FANGSONG)


def breadth(text: str) -> float:
    """Return how wide a text of the body's size is in mm, ASCII half as wide as Han."""
    return sum(0.5 if each.isascii() else 1 for each in text) * CHARACTER


def rule_17(paper: Written) -> Iterator[str]:
    """The title: 2号 小标宋, centred."""
    for block, line in _of_role(paper, "headline"):
        yield from paper.looks("the title", line, BIAOSONG, 22)
        yield from paper.centred("the title", line)
        if text_in(line) != bare(text_of(block.children)):
            yield f"the title is {text_in(line)}"


def _of_role(paper: Written, role: str) -> Iterator[tuple[Paragraph, Any]]:
    """Yield each paragraph of a role with that of the DOCX."""
    for block in blocks_of(paper.document):
        if isinstance(block, Paragraph) and block.role == role and paper.head:
            yield from ((block, each) for each in paper.exactly(text_of(block.children))[-1:])


def rule_18(paper: Written) -> Iterator[str]:
    """主送机关: flush left, with a full-width colon at its end."""
    for _, line in _of_role(paper, "addressee"):
        yield from paper.flush("主送机关", line)
        if not text_in(line).endswith("："):
            yield f"主送机关 does not end with ：: {text_in(line)}"


def rule_20(paper: Written) -> Iterator[str]:
    """Paragraphs begin two characters in; turnover lines are flush."""
    for _, line in _of_role(paper, "body"):
        if differs(paper.indent(line, "first"), 2 * CHARACTER) or differs(paper.indent(line, "left"), 0):
            inset = paper.indent(line, "first") / CHARACTER
            yield f"a paragraph begins {inset:.1f} characters in: {text_in(line)[:12]}"


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
            if not all(lines) or "附件：" not in paper.number_of(lines[0][0]) + text_in(lines[0][0])[:3]:
                yield "附件说明 is not written as 附件： and the names"
                return
            first, *others = (each[0] for each in lines)
            if differs(paper.indent(first, "first"), 2 * CHARACTER):
                yield f"附件说明 begins {paper.indent(first, 'first') / CHARACTER:.1f} characters in"
            yield from paper.below("附件说明", first, 1)
            yield from (f"{text_in(each)} ends with a stop" for each in (first, *others) if text_in(each)[-1] in STOPS)
            if any(differs(paper.indent(each, "left"), paper.indent(first, "left")) for each in others):
                yield "names in 附件说明 do not hang below one another"


def _named(paper: Written, name: str) -> list[Any]:
    """Return the paragraphs that say the name of an annex and no more but 附件：."""
    return [each for each in paper.said(name) if text_in(each).removeprefix("附件：") == bare(name)]


def rule_23(paper: Written) -> Iterator[str]:
    """署名 and 成文日期 in their places."""
    for block in blocks_of(paper.document):
        if isinstance(block, Signature) and len(block.organs) == 1:
            dates, organs = paper.exactly(block.date), paper.exactly(block.organs[0])
            if not dates or not organs:
                yield "署名 or 成文日期 is not written on a line of its own"
                return
            name, date = _span(paper, organs[-1], block.organs[0]), _span(paper, dates[0], block.date)
            if min(name[0], date[0]) < LEFT - NEAR or max(name[1], date[1]) > RIGHT + NEAR:
                yield "署名 or 成文日期 leaves the type area"
            yield from (_sealed if block.sealed else _unsealed)(name, date)


def _span(paper: Written, paragraph: Any, text: str) -> tuple[float, float]:
    """Return where the words of a line begin and end, by its alignment and indents."""
    wide = breadth(text)
    left, right = LEFT + paper.indent(paragraph, "first"), RIGHT - paper.indent(paragraph, "right")
    starts = {"right": right - wide, "center": (left + right - wide) / 2}
    start = starts.get(paper.align(paragraph), left)
    return start, start + wide


def _sealed(name: tuple[float, float], date: tuple[float, float]) -> Iterator[str]:
    if differs(sum(name) / 2, sum(date) / 2, 1):
        yield f"署名 is not centred over 成文日期: {sum(name) / 2:.1f} against {sum(date) / 2:.1f} mm"
    if name[1] < RIGHT - CHARACTER and differs(date[1], RIGHT - 4 * CHARACTER):
        yield f"成文日期 ends {(RIGHT - date[1]) / CHARACTER:.1f} characters before the right edge"


def _unsealed(name: tuple[float, float], date: tuple[float, float]) -> Iterator[str]:
    if differs(date[0] - name[0], 2 * CHARACTER, 1):
        yield f"成文日期 begins {(date[0] - name[0]) / CHARACTER:.1f} characters right of 署名"
    longer = date if date[1] - date[0] > name[1] - name[0] + NEAR else name
    if differs(longer[1], RIGHT - 2 * CHARACTER):
        yield f"署名 or 成文日期 ends {(RIGHT - longer[1]) / CHARACTER:.1f} characters before the right edge"


def rule_24(paper: Written) -> Iterator[str]:
    """成文日期 in digits, with its full year, without padding."""
    for block in blocks_of(paper.document):
        if isinstance(block, Signature) and not (DATE.fullmatch(block.date) and paper.exactly(block.date)):
            yield f"成文日期 is not of the form 2013年5月9日: {block.date}"


def rule_26(paper: Written) -> Iterator[str]:
    """附注: in brackets, two characters in, on the line after the date."""
    dates = [each.date for each in blocks_of(paper.document) if isinstance(each, Signature)]
    for _, line in _of_role(paper, "postscript"):
        if not (text_in(line).startswith("（") and text_in(line).endswith("）")):
            yield f"附注 is not in brackets: {text_in(line)}"
        if differs(paper.indent(line, "first"), 2 * CHARACTER):
            yield f"附注 begins {paper.indent(line, 'first') / CHARACTER:.1f} characters in"
        if dates and not any(paper.after(each) is line for each in paper.exactly(dates[0])):
            yield "附注 does not follow 成文日期"


def rule_27(paper: Written) -> Iterator[str]:
    """附件: on a new page, its mark 3号 黑体 and flush, its title 2号 小标宋, centred and as 附件说明 has it."""
    blocks = list(blocks_of(paper.document))
    annexes = [each for each in blocks if isinstance(each, Heading) and each.form == "annex"]
    for annex in annexes:
        marks = paper.exactly(annex.ordinal)
        if not marks:
            yield f"{annex.ordinal} is not on a line of its own"
            continue
        yield from paper.looks(annex.ordinal, marks[-1], HEITI, 16)
        yield from paper.flush(annex.ordinal, marks[-1])
        if paper.word.effective(marks[-1], "pPr/pageBreakBefore", "val") in (None, "0"):
            yield f"{annex.ordinal} does not begin a page"
        title = paper.after(marks[-1])
        if title is None or text_in(title) != bare(text_of(annex.children)):
            yield f"behind {annex.ordinal} does not stand its title"
        else:
            yield from paper.looks(f"the title of {annex.ordinal}", title, BIAOSONG, 22)
            yield from paper.centred(f"the title of {annex.ordinal}", title)
    yield from announced_otherwise(paper.document)
