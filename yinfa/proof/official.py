"""What GB/T 9704 requires of the pages that open and close a paper: text on the first, 署名, 版记 (19, 23, 25, 29)."""

from collections.abc import Iterator
from itertools import groupby

from yinfa.checks.rule import Finding
from yinfa.document.tree import Imprint, Signature
from yinfa.document.walk import blocks_of
from yinfa.proof.breaks import HEADINGS
from yinfa.proof.heads import head_frame, within
from yinfa.proof.measures import BOTTOM, LEFT, NEAR, RIGHT, differs
from yinfa.proof.paragraphs import blank_above
from yinfa.proof.printed import Printed
from yinfa.proof.said import bare
from yinfa.proof.signing import Placed, misplaced
from yinfa.writers.sheets import Line, Sheet

_TEXT = ("p", "li", *HEADINGS, *(f"run-in-{level}" for level in range(1, 5)))
_STYLE = "版式在 styles/gbt9704.yaml 中"


def imprint_place(paper: Printed) -> Iterator[Finding]:
    """Find a 版记 that is not at the foot of an even last page, in a letter one of more than 抄送 (gbt9704 29, 36)."""
    imprint = next((block for block in blocks_of(paper.document) if isinstance(block, Imprint)), None)
    if imprint is None:
        return
    last = paper.sheets[-1]
    if paper.head and paper.head.form == "letter":
        if imprint.printer:
            yield paper.finding(last.count, "信函的版记不加印发机关和印发日期", imprint.origin, _STYLE)
        return
    frame = next((frame for frame in last.frames if frame.kind == "closing"), None)
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
        for date, block in zip(dates, signed, strict=False):
            for told in _misplaced(sheet, names, date, block):
                yield paper.finding(sheet.count, told, block.origin, _STYLE)
        if dates and not _text_on(sheet):
            hint = "增删正文几个字，使署名所在的页有正文"
            yield paper.finding(sheet.count, "署名和成文日期所在的页没有正文", paper.origin_of(dates[0]), hint)


def _misplaced(sheet: Sheet, names: list[Line], date: Line, block: Signature) -> Iterator[str]:
    """Yield what is wrong with the places of 署名 and 成文日期, of names side by side too (23)."""
    printed = list(_pieces(names, block))
    if [name.text for name in printed] != [bare(organ) for organ in block.organs]:
        return  # names on the page before, or broken over two lines: neither has a place to be judged
    tops = {id(piece): round(line.baseline) for line in names for piece in (line, *line.pieces)}
    lines = [list(line) for _, line in groupby(printed, key=lambda name: tops[id(name)])]
    yield from misplaced(lines, date, NEAR, sealed=block.sealed)
    if not block.sealed:
        yield from blank_above(sheet, names, "署名")


def _pieces(names: list[Line], block: Signature) -> Iterator[Placed]:
    """Yield the names that stand on some lines: a whole line, or pieces of it side by side."""
    organs = set(map(bare, block.organs))
    for line in names:
        yield from (line,) if bare(line.text) in organs else line.pieces


def first_page_text(paper: Printed) -> Iterator[Finding]:
    """Find a red-head paper whose first page carries no text (gbt9704 19)."""
    sheet = next((each for each in paper.sheets if head_frame(each)), None)
    if sheet and paper.head and not _text_on(sheet):
        yield paper.finding(sheet.count, "首页没有正文", paper.head.origin, "缩短标题或主送机关，使正文从首页开始")


def _text_on(sheet: Sheet) -> bool:
    head = head_frame(sheet)
    text = (line for line in sheet.lines if line.kind in _TEXT and not line.edge)
    return any(head is None or not within(head, line) for line in text)
