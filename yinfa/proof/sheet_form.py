"""The sheet itself: A4, its edges, its type area, and black type (gbt9704 1-4, 8)."""

from collections.abc import Iterator

from yinfa.checks.rule import Finding
from yinfa.proof.heads import head_frame, within
from yinfa.proof.measures import BOTTOM, HEIGHT, LEFT, RIGHT, TOP, WIDTH, differs
from yinfa.proof.printed import Printed
from yinfa.writers.sheets import Line, Sheet

_SIZES = {False: (WIDTH, HEIGHT), True: (HEIGHT, WIDTH)}
# left, top, right, bottom; a page that lies on its side is the upright one turned clockwise (35)
_AREAS = {False: (LEFT, TOP, RIGHT, BOTTOM), True: (HEIGHT - BOTTOM, LEFT, HEIGHT - TOP, RIGHT)}
_EDGES = ("左白边", "天头", "右白边", "下白边")
_ABOUT = 1  # mm that an edge may be wider or narrower
_BLACK = 0.01
_SHOWN = 12
_STYLE = "版式在 styles/gbt9704.yaml 中"


def sheet_size(paper: Printed) -> Iterator[Finding]:
    """Find a page that is not A4 or whose type area is not 156 by 225 mm in its place: each fault once."""
    known: set[str] = set()
    for sheet in paper.sheets:
        for told in [told for told in _size(sheet) if told not in known]:
            known.add(told)
            yield paper.finding(sheet.count, told, hint=_STYLE)


def _size(sheet: Sheet) -> Iterator[str]:
    width, height = _SIZES[sheet.wide]
    if differs(sheet.width, width) or differs(sheet.height, height):
        yield f"纸张是 {sheet.width:.0f}×{sheet.height:.0f} 毫米，应为 A4：{width:.0f}×{height:.0f} 毫米"
        return
    outer = (0, 0, width, height)
    for name, edge, found, wanted in zip(_EDGES, outer, sheet.area, _AREAS[sheet.wide], strict=True):
        if differs(found, wanted, _ABOUT):
            yield f"{name} {abs(found - edge):.1f} 毫米，应为 {abs(wanted - edge):.0f} 毫米"


def not_black(paper: Printed) -> Iterator[Finding]:
    """Find a line of text that is not black, but for 发文机关标志: once a page."""
    for sheet in paper.sheets:
        told = (line for line in (*sheet.lines, *sheet.numbers) if max(line.colour) > _BLACK)
        if line := next((line for line in told if not _is_organ(sheet, line)), None):
            message = f"文字不是黑色：“{line.text[:_SHOWN]}”"
            yield paper.finding(sheet.count, message, paper.origin_of(line), _STYLE)


def _is_organ(sheet: Sheet, line: Line) -> bool:
    frame = head_frame(sheet)
    return frame is not None and within(frame, line) and line.kind in ("p", "suffix")
