"""版记, page numbers and landscape pages, judged on the pages: gbt9704 28-35."""

from collections.abc import Iterator
from itertools import groupby

from tests.form.page import Printed, Run, bare
from tests.form.strokes import Stroke
from tests.form.wording import DATE
from yinfa.document.tree import Imprint, Row, Table
from yinfa.document.walk import blocks_of, text_of
from yinfa.proof.measures import BOTTOM, HAIR, LEFT, PITCH, RIGHT, SMALL, TOP, differs
from yinfa.styling import MM_PER_PT


def _imprint(paper: Printed) -> Imprint | None:
    """Return the 版记 of a paper whose head is not a letter's, None without one."""
    if paper.head is None or paper.head.form == "letter":
        return None
    return next((block for block in blocks_of(paper.document) if isinstance(block, Imprint)), None)


def _imprint_lines(paper: Printed, imprint: Imprint) -> list[Run]:
    return [line for lines in paper.of(imprint) for line in lines]


def _imprint_rules(paper: Printed, imprint: Imprint) -> list[Stroke]:
    """Return the rules about the 版记: those on its page from just above its first line on."""
    lines = _imprint_lines(paper, imprint)
    if not lines:
        return []
    top = lines[0].baseline - PITCH
    return [each for each in paper.strokes(lines[0].page) if top < each.top < BOTTOM + 5]


def rule_28(paper: Printed) -> Iterator[str]:
    """The rules of 版记: 156 mm wide, the first and the last 0.35 mm thick, those between 0.25 mm."""
    imprint = _imprint(paper)
    if imprint is None:
        return
    rules = _imprint_rules(paper, imprint)
    parts = bool(imprint.copies) + bool(imprint.printer or imprint.date)
    if len(rules) != parts + 1:
        yield f"版记 of {parts} parts has {len(rules)} rules"
    for number, rule in enumerate(rules):
        if differs(rule.left, LEFT) or differs(rule.right, RIGHT):
            yield f"a rule of 版记 goes from {rule.left:.1f} to {rule.right:.1f} mm"
        wanted = 0.35 if number in (0, len(rules) - 1) else 0.25
        if differs(rule.thickness, wanted, 0.04):
            yield f"rule {number + 1} of 版记 is {rule.thickness:.2f} mm thick, not {wanted}"


def rule_29(paper: Printed) -> Iterator[str]:
    """版记 at the end of the last page, which is even; its last rule on the edge of the type area."""
    imprint = _imprint(paper)
    if imprint is None:
        return
    lines = _imprint_lines(paper, imprint)
    if not lines:
        yield "版记 is not printed"
        return
    if len(paper.pages) % 2:
        yield f"the last page, {len(paper.pages)}, is odd"
    if {line.page for line in lines} != {len(paper.pages)}:
        yield f"版记 stands on page {lines[0].page} of {len(paper.pages)}"
    if paper.lines[-1].baseline > lines[-1].baseline + HAIR:
        yield f"below 版记 stands {paper.lines[-1].text}"
    rules = _imprint_rules(paper, imprint)
    if not rules or differs(rules[-1].bottom, BOTTOM):
        yield f"the last rule of 版记 lies at {rules[-1].bottom if rules else 0:.1f} mm, not {BOTTOM:.0f}"


def rule_30(paper: Printed) -> Iterator[str]:
    """抄送: 4号 仿宋, one character in at both sides, with a stop at its end."""
    imprint = next((block for block in blocks_of(paper.document) if isinstance(block, Imprint)), None)
    if imprint is None or not imprint.copies:
        return
    lines = paper.of(imprint)[0]
    if not lines:
        yield "抄送 is not printed"
        return
    yield from _small(lines)
    if differs(lines[0].left, LEFT + SMALL):
        yield f"抄送 begins {(lines[0].left - LEFT) / SMALL:.1f} characters in"
    if max(line.right for line in lines) > RIGHT - SMALL + HAIR:
        yield "抄送 goes further than one character before the right edge"
    if not lines[-1].text.endswith("。"):
        yield f"抄送 does not end with a stop: {lines[-1].text[-8:]}"


def _small(lines: tuple[Run, ...]) -> Iterator[str]:
    for line in lines:
        if line.sizes != {14} or not line.is_in("Fang"):
            yield f"not 4号 仿宋 but {line.sizes} pt {line.glyphs[0].face}: {line.text[:12]}"


def rule_31(paper: Printed) -> Iterator[str]:
    """印发机关 and 印发日期: 4号 仿宋 on one line, one character in from the left and from the right."""
    imprint = _imprint(paper)
    if imprint is None or not imprint.printer:
        return
    printer, issued = paper.of(imprint)[-2:]
    if not printer or not issued:
        yield "印发机关 or 印发日期 is not printed"
        return
    yield from _small((*printer, *issued))
    if differs(printer[0].left, LEFT + SMALL):
        yield f"印发机关 begins {(printer[0].left - LEFT) / SMALL:.1f} characters in"
    if differs(issued[-1].right, RIGHT - SMALL):
        yield f"印发日期 ends {(RIGHT - issued[-1].right) / SMALL:.1f} characters before the right edge"
    if differs(printer[0].baseline, issued[0].baseline, HAIR):
        yield "印发机关 and 印发日期 are not on one line"
    if not DATE.fullmatch(imprint.date):
        yield f"印发日期 is not of the form 2013年5月9日: {imprint.date}"


def rule_32(paper: Printed) -> Iterator[str]:
    """Page numbers: 4号 宋体 digits between dashes, the ink of the dash 7 mm below the type area."""
    if not paper.numbers:
        yield "no page is numbered"
    for page, line in paper.numbers.items():
        if line.sizes != {14} or "song" not in line.glyphs[1].face.lower():
            yield f"the number of page {page} is not 4号 宋体: {line.sizes} pt, {line.glyphs[1].face}"
    alike = {(paper.landscape(page), round(line.baseline, 1)): (page, line) for page, line in paper.numbers.items()}
    for page, line in alike.values():
        if differs(gap := _dash(paper, page, line) - BOTTOM, 7, HAIR):
            yield f"the dash of page {page} lies {gap:.2f} mm below the type area"


def _dash(paper: Printed, page: int, line: Run) -> float:
    """Return where the ink of a number's first dash begins; on a landscape page, on the sheet held upright."""
    dash = line.glyphs[0]
    high = dash.size * MM_PER_PT
    if paper.landscape(page):
        edge = 297 - dash.baseline
        ink = paper.ink(page, edge, dash.left + 1, edge + high, dash.right - 1)
        return 297 - ink.right if ink else 0
    ink = paper.ink(page, dash.left + 1, dash.baseline - high, dash.right - 1, dash.baseline)
    return ink.top if ink else 0


def rule_33(paper: Printed) -> Iterator[str]:
    """Odd pages have their number one character in from the right, even ones from the left."""
    for page, line in paper.numbers.items():
        if page % 2 and differs(line.right, RIGHT - SMALL):
            yield f"the number of odd page {page} ends at {line.right:.1f} mm"
        if not page % 2 and differs(line.left, LEFT + SMALL):
            yield f"the number of even page {page} begins at {line.left:.1f} mm"


def rule_34(paper: Printed) -> Iterator[str]:
    """Every page of text is numbered, on through the annexes; a blank page and 版记 alone are not."""
    printed = {page: line.text.strip("—–-") for page, line in paper.numbers.items()}
    with_text = _pages_with_text(paper)
    first = min(printed, default=1)
    for page in range(first, len(paper.pages) + 1):
        wanted = str(page - first + int(printed[first])) if page in with_text and printed else None
        if printed.get(page) != wanted:
            yield f"page {page} bears the number {printed.get(page)}, not {wanted}"


def _pages_with_text(paper: Printed) -> set[int]:
    imprint = next((block for block in blocks_of(paper.document) if isinstance(block, Imprint)), None)
    own = {id(glyph) for line in (_imprint_lines(paper, imprint) if imprint else []) for glyph in line.glyphs}
    lines = [line for line in paper.lines if line.baseline > TOP / 2 and line.text != paper.document.mark]
    return {line.page for line in lines if any(id(glyph) not in own for glyph in line.glyphs)}


def rule_35(paper: Printed) -> Iterator[str]:
    """Landscape pages: the number where upright pages have it; the head of the table at 订口, on even pages at 切口.

    The sheet is turned clockwise, so both edges are its top: there stands the head of a table, on each of its pages.
    """
    for number in range(1, len(paper.pages) + 1):
        if paper.landscape(number) and number not in paper.numbers and number in _pages_with_text(paper):
            yield f"the number of landscape page {number} is not turned with the sheet"
    tables = [block for block in blocks_of(paper.document) if isinstance(block, Table) and block.head]
    for lines in _landscape_lines(paper):
        for line in lines:
            if line.baseline < 28 or line.baseline > 210 - 26 or line.left < 35 - HAIR or line.right > 260 + HAIR:
                yield f"on landscape page {line.page} leaves the type area: {line.text[:12]}"
        about = {line for block in blocks_of(paper.document) for piece in paper.of(block) for line in piece}
        grid = [line for line in lines if line not in about]
        if grid and not any(set(grid[0].text) <= _letters(table.head) for table in tables):
            yield f"landscape page {grid[0].page} has at its top not the head of its table but: {grid[0].text[:12]}"


def _landscape_lines(paper: Printed) -> Iterator[list[Run]]:
    """Yield the lines of each landscape page that has any, from top to bottom."""
    for page, lines in groupby(paper.lines, key=lambda line: line.page):
        if paper.landscape(page):
            yield list(lines)


def _letters(rows: tuple[Row, ...]) -> set[str]:
    return {each for row in rows for cell in row for each in bare(text_of(cell.children))}
