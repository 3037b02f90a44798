"""What GB/T 9704 requires and pages alone can show: page numbers, red rules, 署名, 附件 and 版记."""

import re
from collections.abc import Iterator
from itertools import groupby

from yinfa.checks.rule import Finding
from yinfa.document.tree import Heading, Imprint, Signature
from yinfa.document.walk import blocks_of
from yinfa.proof.breaks import HEADINGS
from yinfa.proof.measures import BOTTOM, DASH, HAIR, HEIGHT, LEFT, NEAR, RIGHT, SMALL, differs
from yinfa.proof.printed import Printed
from yinfa.proof.said import bare
from yinfa.proof.signing import misplaced
from yinfa.styling import MM_PER_PT
from yinfa.writers.sheets import Frame, Line, Sheet

_NUMBER = re.compile(r"—(\d+)—")
_TEXT = ("p", "li", *HEADINGS, *(f"run-in-{level}" for level in range(1, 5)))
_STYLE = "版式在 styles/gbt9704.yaml 中"
_GAP, _BELOW = 4, 7  # mm: from 发文字号 to the red rule, from the type area to the dash of a number
_RULE, _LETTER_RULE, _FOOT = 156, 170, 20  # mm


def page_number(paper: Printed) -> Iterator[Finding]:
    """Find a page number that is missing, out of order, in another form or place (gbt9704 32-34)."""
    last = 0
    for sheet in paper.sheets:
        last = _begun(paper, sheet, last) + 1
        printed = [match[1] for line in sheet.numbers if (match := _NUMBER.fullmatch(bare(line.text)))]
        wanted = [str(last)] if _is_numbered(paper, sheet) else []
        if printed != wanted or len(sheet.numbers) != len(wanted):
            shown = "、".join(line.text for line in sheet.numbers) or "没有"
            message = f"页码是“{shown}”，应为“— {last} —”" if wanted else f"不编页码的页印了“{shown}”"
            yield paper.finding(sheet.count, message, hint=_STYLE)
        elif wanted and not sheet.wide and (told := _number_misplaced(sheet, sheet.numbers[0])):
            yield paper.finding(sheet.count, told, hint=_STYLE)


def _begun(paper: Printed, sheet: Sheet, last: int) -> int:
    """Return the number before that of a page: another one where a section begins its numbers anew."""
    number = re.fullmatch(r".*-(\d+)", sheet.name)
    before = paper.sheets[sheet.count - 2].name if sheet.count > 1 else ""
    if number and sheet.name != before:
        section = paper.document.sections[int(number[1])]
        return section.number_from - 1 if section.number_from is not None else last
    return last


def _is_numbered(paper: Printed, sheet: Sheet) -> bool:
    opens_letter = paper.head is not None and paper.head.form == "letter" and _red(sheet, "redhead")
    return sheet.make in ("body", "landscape") and not opens_letter


def _number_misplaced(sheet: Sheet, line: Line) -> str:
    if differs(line.size, 14, 0.1):
        return f"页码不是 4 号字，而是 {line.size:g} 磅"
    if sheet.count % 2 and differs(line.right, RIGHT - SMALL):
        return f"单页页码右空 {(RIGHT - line.right) / SMALL:.1f} 字，应为 1 字"
    if not sheet.count % 2 and differs(line.left, LEFT + SMALL):
        return f"双页页码左空 {(line.left - LEFT) / SMALL:.1f} 字，应为 1 字"
    gap = line.baseline - DASH * line.size * MM_PER_PT - BOTTOM
    return f"页码一字线在版心下 {gap:.1f} 毫米，应为 {_BELOW} 毫米" if differs(gap, _BELOW) else ""


def red_rule(paper: Printed) -> Iterator[Finding]:
    """Find a red rule that is missing, of another width or colour, or not 4 mm below 发文字号 (gbt9704 16, 36)."""
    if paper.head is None or paper.head.form not in ("document", "letter"):
        return
    letter = paper.head.form == "letter"
    sheet = next((each for each in paper.sheets if _red(each, "redhead")), paper.sheets[0])
    for kind in ("rule", "foot-rule") if letter else ("rule",):
        frame = _red(sheet, kind)
        told = _rule_wrong(frame, _LETTER_RULE if letter else _RULE) if frame else "没有红色分隔线"
        told = told or (_gap_wrong(sheet, frame) if frame and not letter else "")
        told = told or (_foot_wrong(frame) if frame and kind == "foot-rule" else "")
        if told:
            yield paper.finding(sheet.count, told, paper.head.origin, _STYLE)


def _red(sheet: Sheet, kind: str) -> Frame | None:
    return next((frame for frame in sheet.frames if frame.kind == kind), None)


def _rule_wrong(frame: Frame, width: float) -> str:
    found, off = frame.right - frame.left, (frame.left + frame.right) / 2 - (LEFT + RIGHT) / 2
    if differs(found, width):
        return f"红色分隔线长 {found:.0f} 毫米，应为 {width} 毫米"
    if width == _RULE and differs(off, 0):
        return "红色分隔线不与版心等宽对齐"
    if frame.bottom - frame.top < 0.1 or not frame.colour or frame.colour[0] < 0.6 or max(frame.colour[1:]) > 0.3:
        return "分隔线不是红色"
    return ""


def _gap_wrong(sheet: Sheet, rule: Frame) -> str:
    """Return what is wrong with the gap between the characters of 发文字号 and the rule below them."""
    number = next((line for line in sheet.lines if line.kind == "head-number"), None)
    if number is None:
        return ""
    leading = (number.bottom - number.top - number.size * MM_PER_PT) / 2
    gap = rule.top - number.bottom + leading
    return f"红色分隔线在发文字号下 {gap:.1f} 毫米，应为 {_GAP} 毫米" if differs(gap, _GAP) else ""


def _foot_wrong(frame: Frame) -> str:
    edge = HEIGHT - (frame.top + frame.bottom) / 2
    return f"信函下边的红线距下页边 {edge:.1f} 毫米，应为 {_FOOT} 毫米" if differs(edge, _FOOT, 1) else ""


def imprint_place(paper: Printed) -> Iterator[Finding]:
    """Find a 版记 that is not at the foot of an even last page (gbt9704 29)."""
    imprint = next((block for block in blocks_of(paper.document) if isinstance(block, Imprint)), None)
    if imprint is None or not imprint.printer:
        return
    last = paper.sheets[-1]
    frame = _red(last, "closing")
    if frame is None:
        yield paper.finding(last.count, "版记不在最后一页", imprint.origin, _STYLE)
        return
    if last.count % 2:
        yield paper.finding(last.count, f"版记在第{last.count}页，应在双页", imprint.origin, _STYLE)
    if differs(frame.bottom, BOTTOM):
        message = f"版记末条分隔线距版心下边缘 {BOTTOM - frame.bottom:.1f} 毫米，应在版心下边缘"
        yield paper.finding(last.count, message, imprint.origin, _STYLE)
    if differs(frame.left, LEFT) or differs(frame.right, RIGHT):
        yield paper.finding(last.count, "版记分隔线不与版心等宽", imprint.origin, _STYLE)


def signature_place(paper: Printed) -> Iterator[Finding]:
    """Find 署名 and 成文日期 out of their places, or on a page without text (gbt9704 23, 25)."""
    signed = iter([block for block in blocks_of(paper.document) if isinstance(block, Signature)])
    for sheet in paper.sheets:
        names = [line for line in sheet.lines if line.kind == "signature"]
        dates = [line for line in sheet.lines if line.kind == "signature-date"]
        for date in dates:
            block = next(signed, None)
            if block is None or not names or len(names) != len(block.organs):
                continue  # names side by side are one line on the page: their places are judged by what fits them
            lines = [list(line) for _, line in groupby(names, key=lambda name: round(name.baseline))]
            for told in misplaced(lines, date, NEAR, sealed=block.sealed):
                yield paper.finding(sheet.count, told, block.origin, _STYLE)
        if dates and not _text_on(sheet):
            hint = "增删正文几个字，使署名所在的页有正文"
            yield paper.finding(sheet.count, "署名和成文日期所在的页没有正文", paper.origin_of(dates[0]), hint)


def first_page_text(paper: Printed) -> Iterator[Finding]:
    """Find a red-head paper whose first page carries no text (gbt9704 19)."""
    sheet = next((each for each in paper.sheets if _red(each, "redhead")), None)
    if sheet and paper.head and not _text_on(sheet):
        yield paper.finding(sheet.count, "首页没有正文", paper.head.origin, "缩短标题或主送机关，使正文从首页开始")


def _text_on(sheet: Sheet) -> bool:
    head = _red(sheet, "redhead")
    text = (line for line in sheet.lines if line.kind in _TEXT and not line.edge)
    return any(head is None or not _within(head, line) for line in text)


def _within(frame: Frame, line: Line) -> bool:
    return frame.top - NEAR < line.baseline < frame.bottom - HAIR


def annex_place(paper: Printed) -> Iterator[Finding]:
    """Find the mark of an annex that is not flush on the first line of its page (gbt9704 27)."""
    annexes = {block.id: block for block in blocks_of(paper.document) if isinstance(block, Heading)}
    for sheet in paper.sheets:
        left, top, _, _ = sheet.area
        for line in (line for line in sheet.lines if line.kind == "annex-mark"):
            if differs(line.left, left) or differs(line.top, top):
                origin = annexes[line.within].origin if line.within in annexes else ""
                yield paper.finding(sheet.count, f"“{line.text}”不在版心左上角第一行顶格", origin, _STYLE)
