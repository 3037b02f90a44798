"""Where a paper's title, addressee, paragraphs, 附件说明 and 附注 stand (gbt9704 17, 18, 20, 22, 26, 38)."""

import re
from collections.abc import Iterator
from itertools import pairwise

from yinfa.checks.rule import Finding
from yinfa.document.tree import Attachments
from yinfa.document.walk import blocks_of, text_of
from yinfa.proof.area import in_box
from yinfa.proof.heads import head_frame, within
from yinfa.proof.measures import (
    ASCENT,
    CHARACTER,
    LEFT,
    MIDDLE,
    PITCH,
    TITLE_LINE,
    WIDE_MIDDLE,
    characters,
    differs,
)
from yinfa.proof.printed import Printed
from yinfa.writers.sheets import Line, Sheet

INDENT = 2  # characters, of the first line of a paragraph
HANGING = 5  # characters: 附件： stands before the names, 出席： before those who were there
_BLANK = 2  # lines between the red rule and the title
_LINE, _HALF, _FIFTH = 1, 0.5, 0.2
_SIDE = CHARACTER / 3  # a mark that opens a line has room of its own at its left
_TEXT = ("p", "h1", "h2", "h3", "h4", "run-in-1", "run-in-2", "run-in-3", "run-in-4", "postscript", "participants")
_STOPS = "。，、；：！？.,;:!?"
_ORDINAL = re.compile(r"\d+\.")
_SHOWN = 12
_STYLE = "版式在 styles/gbt9704.yaml 中"


def title_place(paper: Printed) -> Iterator[Finding]:
    """Find a title that is not centred or not two lines below the red rule, 主送机关 not flush one line below it."""
    for sheet in paper.sheets:
        titles = [line for line in sheet.lines if line.kind == "headline"]
        for told in (*_title(sheet, titles), *_addressee(sheet, titles)):
            yield paper.finding(sheet.count, told, paper.origin_of(titles[0]) if titles else "", _STYLE)


def _title(sheet: Sheet, titles: list[Line]) -> Iterator[str]:
    middle = WIDE_MIDDLE if sheet.wide else MIDDLE
    for line in titles:
        if differs(line.middle, middle):
            yield f"标题没有居中：“{line.text[:_SHOWN]}”偏 {line.middle - middle:+.1f} 毫米"
    rule = next((frame for frame in sheet.frames if frame.kind == "rule"), None)
    if titles and rule and not any(frame.kind == "foot-rule" for frame in sheet.frames):
        top = titles[0].baseline - ASCENT - (TITLE_LINE - 1) * PITCH
        if differs(blank := (top - rule.bottom) / PITCH, _BLANK, _HALF):
            yield f"标题在红色分隔线下空 {blank:.1f} 行，应空 {_BLANK} 行"


def _addressee(sheet: Sheet, titles: list[Line]) -> Iterator[str]:
    lines = [line for line in sheet.lines if line.kind == "addressee"]
    for line in lines:
        if differs(line.left, LEFT, _SIDE):
            yield f"主送机关没有顶格：“{line.text[:_SHOWN]}”左空 {characters(line.left - LEFT)} 字"
    if lines and titles:
        blank = (lines[0].baseline - titles[-1].baseline) / PITCH - (1 + TITLE_LINE) / 2
        if differs(blank, _LINE, _HALF):
            yield f"主送机关在标题下空 {blank:.1f} 行，应空 {_LINE} 行"


def indents(paper: Printed) -> Iterator[Finding]:
    """Find a paragraph that does not begin two characters in, or a turnover line that is not flush: once a page."""
    for sheet in paper.sheets:
        told = ((line, wanted) for line in _text_of(sheet) if _off(line, wanted := _indent(line)))
        if first := next(told, None):
            line, wanted = first
            found = f"左空 {characters(line.left - LEFT)} 字，应空 {wanted} 字"
            yield paper.finding(sheet.count, f"“{line.text[:_SHOWN]}”{found}", paper.origin_of(line), _STYLE)


def _text_of(sheet: Sheet) -> Iterator[Line]:
    """Yield the lines of the text of an upright page: not of its 版头, its tables or its boxes."""
    frame = head_frame(sheet)
    for line in sheet.lines if sheet.make == "body" else ():
        if line.kind in _TEXT and not line.edge and not in_box(sheet, line) and not (frame and within(frame, line)):
            yield line


def _indent(line: Line) -> int:
    """Return how many characters in a line begins."""
    if line.opens:
        return INDENT
    return HANGING if line.kind == "participants" else 0


def _off(line: Line, wanted: int) -> bool:
    return differs(line.left, LEFT + wanted * CHARACTER, _SIDE)


def attachments_place(paper: Printed) -> Iterator[Finding]:
    """Find 附件说明 that is not two characters in, one line below the text, its names hanging and without a stop."""
    block = next((each for each in blocks_of(paper.document) if isinstance(each, Attachments)), None)
    if block is None:
        return
    for sheet in paper.sheets:
        lines = [line for line in sheet.lines if line.kind == "attachments"]
        for told in (*_hanging(lines, len(block.names)), *blank_above(sheet, lines, "附件说明")):
            yield paper.finding(sheet.count, told, block.origin, _STYLE)
        if lines and (stopped := [text for name in block.names if (text := text_of(name))[-1:] in _STOPS]):
            yield paper.finding(sheet.count, f"附件说明中的名称末尾有标点：“{stopped[0]}”", block.origin, "删去标点")


def _hanging(lines: list[Line], names: int) -> Iterator[str]:
    """Yield the first line that does not begin where it should: behind 附件：, and behind the ordinal of several."""
    room = len(f"{names}.") / 2 if names > 1 else 0
    for line in lines:
        if line.text.startswith("附件："):
            wanted: float = INDENT
        else:
            wanted = HANGING + (0 if names > 1 and line.opens and _ORDINAL.match(line.text) else room)
        if differs(line.left, LEFT + wanted * CHARACTER, _SIDE):
            found = characters(line.left - LEFT)
            yield f"附件说明“{line.text[:_SHOWN]}”左空 {found} 字，应空 {wanted:g} 字"
            return


def blank_above(sheet: Sheet, lines: list[Line], name: str) -> Iterator[str]:
    """Yield that there is not one blank line above the first of some lines, which may be the first of its page."""
    above = next((over for over, line in pairwise(sheet.lines) if lines and line is lines[0]), None)
    if above and lines[0].opens and above.kind in _TEXT:
        blank = (lines[0].baseline - above.baseline) / PITCH - 1
        if differs(blank, _LINE, _FIFTH):
            yield f"{name}在正文下空 {blank:.1f} 行，应空 {_LINE} 行"


def postscript_place(paper: Printed) -> Iterator[Finding]:
    """Find 附注 that is not on the line after 成文日期."""
    for sheet in paper.sheets:
        for above, line in pairwise(sheet.lines):
            if line.kind == "postscript" and above.kind == "signature-date":
                lower = (line.baseline - above.baseline) / PITCH
                if differs(lower, _LINE, _FIFTH):
                    message = f"附注在成文日期下第 {lower:.1f} 行，应在下一行"
                    yield paper.finding(sheet.count, message, paper.origin_of(line), _STYLE)
