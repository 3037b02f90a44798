"""The red rules of 版头: how long, how red, and how far below what stands over them (gbt9704 16, 36)."""

from collections.abc import Iterator

from yinfa.checks.rule import Finding
from yinfa.proof.heads import head_frame, within
from yinfa.proof.measures import DESCENT, HEIGHT, LEFT, RIGHT, differs
from yinfa.proof.printed import Printed
from yinfa.styling import MM_PER_PT
from yinfa.writers.sheets import Frame, Sheet

_GAP = 4  # mm from 发文字号, or in a letter from 发文机关标志, to the rule
_RULE, _LETTER_RULE, _FOOT = 156, 170, 20  # mm
_THIN = 0.1  # mm: less is no rule
_HEAVIER = 1.5  # times as thick is the outer line of a double rule
_STYLE = "版式在 styles/gbt9704.yaml 中"


def red_rule(paper: Printed) -> Iterator[Finding]:
    """Find a red rule that is missing, of another make, or not 4 mm below what stands over it (gbt9704 16, 36)."""
    if paper.head is None or paper.head.form not in ("document", "letter"):
        return
    letter = paper.head.form == "letter"
    sheet = next((each for each in paper.sheets if head_frame(each)), paper.sheets[0])
    for kind in ("rule", "foot-rule") if letter else ("rule",):
        frame = _red(sheet, kind)
        told = _rule_wrong(frame, _LETTER_RULE if letter else _RULE) if frame else "没有红色分隔线"
        if frame and letter:
            told = told or _double_wrong(frame, heavier_below=kind == "foot-rule")
        if frame:
            told = told or (_foot_wrong(frame) if kind == "foot-rule" else _gap_wrong(sheet, frame, letter=letter))
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
    if frame.bottom - frame.top < _THIN or frame.colour[0] < 0.6 or max(frame.colour[1:]) > 0.3:
        return "分隔线不是红色"
    return ""


def _double_wrong(frame: Frame, *, heavier_below: bool) -> str:
    """Return what is wrong with a letter's double rule, whose outer line is the heavier one."""
    upper, lower = frame.strokes
    if min(upper, lower) < _THIN:
        return "信函的红线不是双线"
    outer, inner = (lower, upper) if heavier_below else (upper, lower)
    return "" if outer > inner * _HEAVIER else f"信函的红色双线应是{'上细下粗' if heavier_below else '上粗下细'}"


def _gap_wrong(sheet: Sheet, rule: Frame, *, letter: bool) -> str:
    """Return what is wrong with the gap between the rule and the foot of the characters that stand over it."""
    head = head_frame(sheet)
    inner = [line for line in sheet.lines if head and within(head, line)]
    over = [line for line in inner if line.kind == ("p" if letter else "head-number")]
    if not over:
        return ""
    gap = rule.top - over[-1].baseline - DESCENT * over[-1].size * MM_PER_PT
    name = "发文机关标志" if letter else "发文字号"
    return f"红色分隔线在{name}下 {gap:.1f} 毫米，应为 {_GAP} 毫米" if differs(gap, _GAP) else ""


def _foot_wrong(frame: Frame) -> str:
    edge = HEIGHT - (frame.top + frame.bottom) / 2
    return f"信函下边的红线距下页边 {edge:.1f} 毫米，应为 {_FOOT} 毫米" if differs(edge, _FOOT, 1) else ""
