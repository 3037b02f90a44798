"""Lines that stand upon each other, but in tables: what leaves its cell is told as cell-overflow."""

from collections.abc import Iterator

from yinfa.checks.rule import Finding
from yinfa.proof.measures import NEAR
from yinfa.proof.printed import Printed
from yinfa.proof.said import bare
from yinfa.styling import MM_PER_PT
from yinfa.writers.sheets import Line, Sheet

_LEAST = 0.6  # of the smaller type: how far two baselines must be apart
_SHOWN = 12
_SPREAD = "suffix"  # 文件 beside names that are spread to one width: a gap stands behind the last letter of each


def text_overlap(paper: Printed) -> Iterator[Finding]:
    """Find a line that is printed upon another one: once a page."""
    for sheet in paper.sheets:
        if pair := next(_overlapping(sheet), None):
            upper, lower = pair
            message = f"“{upper.text[:_SHOWN]}”与“{lower.text[:_SHOWN]}”重叠"
            hint = "版式在 styles/ 中；没有改动过的，请报告"
            yield paper.finding(sheet.count, message, paper.origin_of(lower), hint)


def _overlapping(sheet: Sheet) -> Iterator[tuple[Line, Line]]:
    """Yield every two lines that stand upon each other, from the top on."""
    shown = (line for line in sheet.lines if bare(line.text) and not line.edge and line.kind != _SPREAD)
    lines = sorted(shown, key=lambda line: line.baseline)
    for place, upper in enumerate(lines):
        for lower in lines[place + 1 :]:
            if lower.baseline - upper.baseline >= _LEAST * upper.size * MM_PER_PT:
                break
            small = _LEAST * min(upper.size, lower.size) * MM_PER_PT
            beside = min(upper.right, lower.right) - max(upper.left, lower.left) < NEAR
            if lower.baseline - upper.baseline < small and not beside:
                yield upper, lower
