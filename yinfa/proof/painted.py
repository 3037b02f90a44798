"""The bytes of the PDF against the pages that were laid out: nothing lost, nothing added in painting."""

from collections import Counter
from collections.abc import Iterator

from yinfa.checks.rule import Finding
from yinfa.document.tree import Chart
from yinfa.document.walk import blocks_of
from yinfa.proof.printed import Printed
from yinfa.proof.said import bare
from yinfa.proof.said_pdf import said_by_pdf
from yinfa.writers.charts import words_in
from yinfa.writers.glyphs import missing_in
from yinfa.writers.sheets import Line, Sheet

_BUG = "程序写出的 PDF 与排好的版面不一致，不要印发；请连同数据文件夹报告"
_SHOWN = 12
_AXIS, _MANY = "0123456789.,-−%", 999  # the figures at the axes of a chart are not of the tree


def painted(paper: Printed) -> Iterator[Finding]:
    """Find a page of the PDF that lacks a line, or says more than was laid out; a missing page before all else."""
    texts = said_by_pdf(paper.pdf)
    if len(texts) != len(paper.sheets):
        yield paper.finding(1, f"PDF 有 {len(texts)} 页，排好的有 {len(paper.sheets)} 页", hint=_BUG)
        return
    for sheet, text in zip(paper.sheets, texts, strict=True):
        lines = [line for line in (*sheet.lines, *sheet.numbers) if bare(line.text)]
        if (lost := _fewer(lines, text)) and not _unprintable(paper, lines):
            yield paper.finding(sheet.count, f"PDF 中缺“{lost.text[:_SHOWN]}”", paper.origin_of(lost), _BUG)
        elif not lost and (more := Counter(text) - Counter(_joined(lines)) - _beside(paper, sheet)):
            message = f"PDF 中多出“{''.join(more.elements())[:_SHOWN]}”"
            yield paper.finding(sheet.count, message, hint=_BUG)


def _joined(lines: list[Line]) -> str:
    return "".join(bare(line.text) for line in lines)


def _unprintable(paper: Printed, lines: list[Line]) -> bool:
    """Return whether a character of some lines has no glyph: that is told by itself, and its box says nothing."""
    return not missing_in(paper.document, paper.composed.style).keys().isdisjoint(_joined(lines))


def _fewer(lines: list[Line], text: str) -> Line | None:
    """Return the first line that stands on a page less often than was laid out."""
    times = Counter(bare(line.text) for line in lines)
    return next((line for line in lines if text.count(bare(line.text)) < times[bare(line.text)]), None)


def _beside(paper: Printed, sheet: Sheet) -> Counter[str]:
    """Return the characters that a page may have beside its lines: those of its mark, and of its charts and axes."""
    there = {frame.within for frame in sheet.frames if frame.kind == "svg"}
    charts = (block for block in blocks_of(paper.document) if isinstance(block, Chart) and block.id in there)
    words = [paper.document.mark, *(words for chart in charts for words in words_in(chart))]
    return Counter("".join(map(bare, words))) + Counter(_AXIS * _MANY if there else "")
