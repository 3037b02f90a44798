"""What pages part that belongs together, and pages with nothing or next to nothing on them."""

from collections.abc import Iterator
from itertools import pairwise

from yinfa.checks.rule import Finding
from yinfa.document.tree import Box, Chart, Figure, Heading, Table
from yinfa.document.walk import blocks_of, words_of
from yinfa.proof.printed import Printed
from yinfa.proof.said import bare
from yinfa.writers.sheets import Line, Sheet

HEADINGS = ("h1", "h2", "h3", "h4")
STRANDED = (*HEADINGS, "label")  # what belongs to the text below it
ANNEX = ("annex-mark", "annex-title")
CAPTIONS = ("caption", "figcaption", "box-title")
_HINT = "在它前面增删几个字，使它移到下一页"


def stranded_heading(paper: Printed) -> Iterator[Finding]:
    """Find a heading that is the last thing on a page, its text on the next one."""
    for sheet, after in _following(paper):
        last = sheet.lines[-1]
        if last.kind in STRANDED and not _in_table(last):
            heading = _heading(paper, last)
            message = f"标题“{words_of(heading) if heading else last.text}”落在页末，下文在第{after.count}页"
            yield paper.finding(sheet.count, message, heading.origin if heading else paper.origin_of(last), _HINT)


def annex_alone(paper: Printed) -> Iterator[Finding]:
    """Find the title of an annex alone on its page."""
    for sheet in paper.sheets:
        if sheet.lines and all(line.kind in ANNEX for line in sheet.lines) and not sheet.frames:
            title = "".join(line.text for line in sheet.lines)
            heading = _heading(paper, sheet.lines[0])
            yield paper.finding(sheet.count, f"“{title}”独占一页", heading.origin if heading else "", "缩小表格或图")


def parted_caption(paper: Printed) -> Iterator[Finding]:
    """Find the caption of a table, a chart, a picture or a box on another page than what it names."""
    blocks = {block.id: block for block in blocks_of(paper.document) if isinstance(block, Table | Figure | Chart | Box)}
    for sheet in paper.sheets:
        for line in {line.within: line for line in sheet.lines if line.kind in CAPTIONS}.values():
            if not _has_what_it_names(sheet, line):
                origin = blocks[line.within].origin if line.within in blocks else ""
                yield paper.finding(sheet.count, f"“{line.text}”与所标的内容不在同一页", origin, _HINT)


def _has_what_it_names(sheet: Sheet, caption: Line) -> bool:
    if caption.kind == "caption":
        return any(grid.id == caption.within and grid.rows for grid in sheet.grids)
    if caption.kind == "figcaption":
        return any(frame.within == caption.within and frame.kind in ("img", "svg") for frame in sheet.frames)
    return any(line.within == caption.within and line.kind not in CAPTIONS for line in sheet.lines)


def runt_page(paper: Printed) -> Iterator[Finding]:
    """Find a last page that goes on from the one before it and holds no more than one line of text."""
    for before, sheet in pairwise(paper.sheets[-2:]):
        lines = [line for line in sheet.lines if line.kind != "imprint"]
        goes_on = sheet.name == before.name and sheet.make in ("body", "landscape")
        if goes_on and len(lines) == 1 and not sheet.grids and lines[0].kind not in (*HEADINGS, *ANNEX):
            message = f"最后一页只有一行：“{lines[0].text}”"
            yield paper.finding(sheet.count, message, paper.origin_of(lines[0]), "在前面删去几个字，使它回到上一页")


def empty_page(paper: Printed) -> Iterator[Finding]:
    """Find a page with nothing on it, but for a single one that lets the next begin on the side where it must."""
    for sheet, after in zip(paper.sheets, (*paper.sheets[1:], None), strict=True):
        wanted = sheet.blank and after is not None and not after.blank and after.name not in ("", "body", "landscape")
        if not wanted and not _says(sheet) and not any(frame.kind in ("img", "svg") for frame in sheet.frames):
            yield paper.finding(sheet.count, "空白页", hint="请报告：程序不应排出空白页")


def _says(sheet: Sheet) -> bool:
    return any(bare(line.text) for line in sheet.lines)


def _following(paper: Printed) -> Iterator[tuple[Sheet, Sheet]]:
    """Yield each page that has lines with the next one of its make."""
    written = [sheet for sheet in paper.sheets if sheet.lines]
    yield from ((one, other) for one, other in pairwise(written) if one.name == other.name)


def _in_table(line: Line) -> bool:
    return line.edge > 0


def _heading(paper: Printed, line: Line) -> Heading | None:
    headings = (block for block in blocks_of(paper.document) if isinstance(block, Heading))
    return next((each for each in headings if each.id == line.within), None)
