"""Where text stands on the sheet: within the type area, on lines and at characters of the mesh (gbt9704 4-7)."""

import re
from collections.abc import Iterator
from itertools import pairwise

from yinfa.checks.rule import Finding
from yinfa.proof.measures import HAIR, LEFT, NEAR, PITCH, RIGHT, differs
from yinfa.proof.printed import Printed
from yinfa.proof.said import bare
from yinfa.writers.sheets import Line, Sheet

SIZE = 16  # pt, 3号
CHARACTERS, LINES = 28, 22
_LEAST = CHARACTERS - 3  # a mark that may not begin a line takes others with it
_HAN = re.compile(r"[\u3400-\u9fff、，。；：！？（）《》“”‘’〔〕…—·]+")
_SHOWN = 12
_CLOSE = 1.5  # lines: what stands nearer is not parted by a blank


def text_outside(paper: Printed) -> Iterator[Finding]:
    """Find a line that leaves the type area (gbt9704 4), but for 发文机关标志; of cells tells cell-overflow."""
    for sheet in paper.sheets:
        for line in sheet.lines:
            if not line.edge and not _in_head(sheet, line) and (over := _over(sheet, line)) > NEAR:
                message = f"“{line.text[:_SHOWN]}”超出版心 {over:.1f} 毫米"
                yield paper.finding(sheet.count, message, paper.origin_of(line), "缩短这一行，或在中间断开")


def _over(sheet: Sheet, line: Line) -> float:
    left, top, right, bottom = sheet.area
    return max(left - line.left, line.right - right, top - line.top, line.bottom - bottom)


def _in_head(sheet: Sheet, line: Line) -> bool:
    heads = (frame for frame in sheet.frames if frame.kind == "redhead")
    return any(frame.top - NEAR < line.baseline < frame.bottom for frame in heads)


def body_grid(paper: Printed) -> Iterator[Finding]:
    """Find body text that is not 3号, not on 22 lines a page, or not of 28 characters a line: once a page."""
    for sheet in paper.sheets:
        lines = [line for line in sheet.lines if is_body(sheet, line)]
        if told := next(filter(None, (_off_grid(each) for each in _turned_over(lines))), ""):
            yield paper.finding(sheet.count, told, hint="字号、行距、字距在 styles/gbt9704.yaml 中")


def is_body(sheet: Sheet, line: Line) -> bool:
    """Return whether a line is of the text proper: not in a table, a box, a head or a landscape page."""
    plain = line.kind in ("p", "run-in-1", "run-in-2", "run-in-3", "run-in-4")
    return plain and sheet.make == "body" and not line.edge and not _in_head(sheet, line) and not in_box(sheet, line)


def in_box(sheet: Sheet, line: Line) -> bool:
    """Return whether a line stands in a box (专栏)."""
    return any(frame.kind == "box" and frame.within == line.within for frame in sheet.frames)


def _turned_over(lines: list[Line]) -> Iterator[tuple[Line, Line]]:
    """Yield each line with the next of its paragraph: one that begins at the edge, and close below it."""
    for line, after in pairwise(lines):
        if not differs(after.left, LEFT) and after.top - line.top < _CLOSE * PITCH and line.right > RIGHT - 3 * NEAR:
            yield line, after


def _off_grid(pair: tuple[Line, Line]) -> str:
    line, after = pair
    if differs(line.size, SIZE, 0.1):
        return f"正文不是 3 号字，而是 {line.size:g} 磅：“{line.text[:_SHOWN]}”"
    if differs(after.top - line.top, PITCH, HAIR / 3):
        lines = int((262 - 37) / (after.top - line.top) + 0.01)
        return f"正文行距 {after.top - line.top:.2f} 毫米，一页 {lines} 行，应为 {LINES} 行"
    text = bare(line.text)
    if _HAN.fullmatch(text) and not differs(line.left, LEFT) and not _LEAST <= len(text) <= CHARACTERS:
        return f"一行有 {len(text)} 字，应为 {CHARACTERS} 字：“{line.text[:_SHOWN]}”"
    return ""
