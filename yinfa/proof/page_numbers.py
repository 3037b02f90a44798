"""Page numbers: in order, in their form and in their place, on pages that lie on their side too (gbt9704 32-35)."""

import re
from collections.abc import Iterator

from yinfa.checks.rule import Finding
from yinfa.proof.heads import head_frame
from yinfa.proof.measures import BOTTOM, DASH, LEFT, RIGHT, SMALL, differs
from yinfa.proof.printed import Printed
from yinfa.proof.said import bare
from yinfa.styling import MM_PER_PT
from yinfa.writers.sheets import Line, Sheet

_NUMBER = re.compile(r"—(\d+)—")
_BELOW = 7  # mm from the type area to the dash
_STYLE = "版式在 styles/gbt9704.yaml 中"


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
        elif wanted and (told := _number_misplaced(sheet, sheet.numbers[0])):
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
    opens_letter = paper.head is not None and paper.head.form == "letter" and head_frame(sheet) is not None
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
