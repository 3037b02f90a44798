"""Annexes on the pages: their mark, their title, and what 附件说明 calls them (gbt9704 27)."""

from collections.abc import Iterator
from typing import TypeGuard

from yinfa.checks.rule import Finding
from yinfa.document.tree import Attachments, Block, Heading
from yinfa.document.walk import blocks_of, text_of
from yinfa.proof.heads import is_wholly
from yinfa.proof.measures import MIDDLE, PITCH, WIDE_MIDDLE, differs
from yinfa.proof.printed import Printed
from yinfa.styling import MM_PER_PT
from yinfa.writers.sheets import Line, Sheet

_TITLE = 3  # the line on which the title stands
_UP = 0.38  # of the type size: the middle of a character over its baseline
_STYLE = "版式在 styles/gbt9704.yaml 中"


def annex_place(paper: Printed) -> Iterator[Finding]:
    """Find an annex whose mark is not flush on line 1, whose title is not centred on line 3, or is called otherwise."""
    annexes = {block.id: block for block in blocks_of(paper.document) if _is_annex(block)}
    for sheet in paper.sheets:
        for line in (line for line in sheet.lines if line.kind == "annex-mark"):
            annex, title = annexes.get(line.within), _title_of(sheet, line)
            for told in (*_mark(paper, sheet, line), *_title(sheet, title)):
                yield paper.finding(sheet.count, told, annex.origin if annex else "", _STYLE)
    for annex, announced in _called_otherwise(paper):
        page = next((s.count for s in paper.sheets if any(line.within == annex.id for line in s.lines)), 1)
        message = f"{annex.ordinal}的标题是“{text_of(annex.children)}”，附件说明是“{announced}”"
        yield paper.finding(page, message, annex.origin, "请报告：附件说明由程序编排")


def _is_annex(block: Block) -> TypeGuard[Heading]:
    return isinstance(block, Heading) and block.form == "annex"


def _title_of(sheet: Sheet, mark: Line) -> list[Line]:
    return [line for line in sheet.lines if line.kind == "annex-title" and line.within == mark.within]


def _mark(paper: Printed, sheet: Sheet, mark: Line) -> Iterator[str]:
    left, top, _, _ = sheet.area
    if differs(mark.left, left) or differs(mark.top, top):
        yield f"“{mark.text}”不在版心左上角第一行顶格"
    if differs(mark.size, 16, 0.1) or not is_wholly(paper.composed.style, "heiti", mark):
        yield f"“{mark.text}”不是 3 号黑体字"


def _title(sheet: Sheet, lines: list[Line]) -> Iterator[str]:
    middle = WIDE_MIDDLE if sheet.wide else MIDDLE
    for line in lines:
        if differs(line.middle, middle):
            yield f"附件标题没有居中：“{line.text}”偏 {line.middle - middle:+.1f} 毫米"
    if lines:
        place = (lines[0].baseline - _UP * lines[0].size * MM_PER_PT - sheet.area[1]) / PITCH + 1
        if not _TITLE <= place <= _TITLE + 1:
            yield f"附件标题在版心第 {place:.1f} 行，应在第 {_TITLE} 行"


def _called_otherwise(paper: Printed) -> Iterator[tuple[Heading, str]]:
    """Yield each annex that 附件说明 of its paper calls otherwise, and what it says."""
    told: list[str] = []
    for section in paper.document.sections:
        told = [] if section.opens else told
        for block in section.blocks:
            if isinstance(block, Attachments):
                told = [text_of(name) for name in block.names]
            elif _is_annex(block) and told:
                announced = "".join(told[block.number - 1 : block.number])
                if announced != text_of(block.children):
                    yield block, announced
