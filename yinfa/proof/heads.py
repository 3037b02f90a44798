"""What stands in 版头 and where: 份号, 密级, 紧急程度, 发文机关标志, 发文字号, 签发人 (gbt9704 9-12, 14, 15, 36-38)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from yinfa.checks.rule import Finding
from yinfa.document.tree import RedHead
from yinfa.proof.measures import (
    ASCENT,
    CHARACTER,
    DESCENT,
    HAIR,
    LEFT,
    MIDDLE,
    NEAR,
    PITCH,
    RIGHT,
    TOP,
    characters,
    differs,
)
from yinfa.proof.printed import Printed
from yinfa.proof.said import bare
from yinfa.styling import MM_PER_PT, Style
from yinfa.writers.fonts import ink_top, prepare_faces
from yinfa.writers.sheets import Frame, Line, Sheet

_INK = {"document": 72, "letter": 30, "order": 57, "minutes": 72}  # mm: where that of 发文机关标志 begins
_BLANK = 2  # lines between 发文机关标志 and 发文字号, and between 令号 and the text
_HALF = 0.5  # of a line
_STYLE = "版式在 styles/gbt9704.yaml 中"


@dataclass(frozen=True)
class _Head:
    """The 版头 of a paper: what the tree has, its frame and its lines."""

    tree: RedHead
    style: Style
    frame: Frame
    lines: tuple[Line, ...]
    below: Line | None

    def of(self, *kinds: str) -> list[Line]:
        """Return its lines of some kinds."""
        return [line for line in self.lines if line.kind in kinds]

    @property
    def number(self) -> Line | None:
        """Return the line of 发文字号 (令号)."""
        return next(iter(self.of("head-number")), None)

    @property
    def organs(self) -> list[Line]:
        """Return the lines of 发文机关标志."""
        return self.of("p", "suffix")


def head_place(paper: Printed) -> Iterator[Finding]:
    """Find a part of 版头 that is not in its place, or a note in it that is not in its type."""
    found = next(((sheet, frame) for sheet in paper.sheets if (frame := head_frame(sheet))), None)
    if found and paper.head:
        sheet, frame = found
        inner = tuple(line for line in sheet.lines if within(frame, line))
        below = next((line for line in sheet.lines if line.baseline > frame.bottom), None)
        head = _Head(paper.head, paper.composed.style, frame, inner, below)
        for told in _told(head):
            yield paper.finding(sheet.count, told, paper.head.origin, _STYLE)


def head_frame(sheet: Sheet) -> Frame | None:
    """Return the frame of the 版头 that stands on a page."""
    return next((frame for frame in sheet.frames if frame.kind == "redhead"), None)


def within(frame: Frame, line: Line) -> bool:
    """Return whether a line stands in a frame."""
    return frame.top - NEAR < line.baseline < frame.bottom - HAIR


def _told(head: _Head) -> Iterator[str]:
    yield from _notes(head)
    yield from _organ(head)
    if head.number:
        yield from _number(head, head.number)
        yield from _signers(head, head.number)


def _notes(head: _Head) -> Iterator[str]:
    """Yield what is wrong with 份号, 密级 and 紧急程度: flush, 3号, in this order, from the first line on (9-11)."""
    names = {head.tree.serial: "份号", head.tree.secrecy: "密级和保密期限", head.tree.urgency: "紧急程度"}
    notes = [line for line in head.of("head-serial", "head-note") if bare(line.text)]
    for line in notes:
        name = names.get(line.text, line.text)
        if differs(line.left, LEFT):
            yield f"{name}没有顶格，左空 {characters(line.left - LEFT)} 字"
        if differs(line.size, 16, 0.1) or (line.kind == "head-note" and not is_wholly(head.style, "heiti", line)):
            yield f"{name}不是 3 号{'黑体' if line.kind == 'head-note' else ''}字"
        wanted = {head.tree.serial: 0, head.tree.secrecy: 1}.get(line.text)
        found = (line.baseline - ASCENT - TOP) / PITCH
        if wanted is not None and head.tree.form != "letter" and differs(found, wanted, _HALF):
            yield f"{name}在版心第 {found + 1:.1f} 行，应在第 {wanted + 1} 行"
    order = [line.text for line in sorted(notes, key=lambda line: line.baseline)]
    if order != [text for text in names if text in order]:
        yield f"份号、密级、紧急程度的次序不对：{'、'.join(order)}"


def is_wholly(style: Style, face: str, line: Line) -> bool:
    """Return whether a line, its digits too, is set in a face of the form before any other."""
    return is_in(style, face, line.faces[:1])


def is_in(style: Style, face: str, families: Sequence[str]) -> bool:
    """Return whether a face of the form is among some families of type."""
    files = style.faces[face].files
    return any(family.endswith(file.rpartition(".")[0]) for family in families for file in files)


def _organ(head: _Head) -> Iterator[str]:
    """Yield what is wrong with 发文机关标志: centred, its ink beginning where the form has it (12, 36-38)."""
    names = head.of("p")
    if not names:
        yield "没有发文机关标志"
        return
    first = names[0]
    own = min(line.right for line in names)  # those that are spread to the width of the widest end in a gap
    right = max([own, *(line.right for line in head.of("suffix"))])
    if differs(middle := (first.left + right) / 2, MIDDLE):
        yield f"发文机关标志没有居中：中线在 {middle:.1f} 毫米，应在 {MIDDLE:.0f} 毫米"
    ink, wanted = _ink(head.style, first), _INK[head.tree.form]
    if differs(ink, wanted):
        yield f"发文机关标志上边缘距页边 {ink:.1f} 毫米，应为 {wanted} 毫米"
    if any(lower.baseline < upper.baseline for upper, lower in pairwise(names)):
        yield "发文机关标志的各机关上下次序不对"


def _ink(style: Style, line: Line) -> float:
    """Return where the ink of a line of 发文机关标志 begins, in mm from the edge of the sheet."""
    han = prepare_faces(style.faces, line.text)[style.roles["head-organ"].face][1:]
    return line.baseline - ink_top(han, line.text) * line.size * MM_PER_PT


def _number(head: _Head, number: Line) -> Iterator[str]:
    """Yield what is wrong with 发文字号: two lines below 标志 and centred, in a letter at the right (14, 36, 37)."""
    if head.tree.form == "letter":
        if differs(number.right, RIGHT):
            yield f"信函的发文字号没有顶格居右：右空 {characters(RIGHT - number.right)} 字"
        return
    name = "令号" if head.tree.form == "order" else "发文字号"
    rows = max(_rows(head.tree), 1)
    blank = (number.baseline - ASCENT - _foot(head.organs)) / PITCH
    if head.organs and differs(blank, _BLANK + rows - 1, _HALF):
        yield f"{name}在发文机关标志下空 {blank:.1f} 行，应空 {_BLANK + rows - 1} 行"
    if not head.tree.signers and differs(number.middle, MIDDLE):
        yield f"{name}没有居中：中线在 {number.middle:.1f} 毫米，应在 {MIDDLE:.0f} 毫米"
    if head.tree.form == "order" and head.below:
        below = (head.below.baseline - number.baseline) / PITCH - 1
        if differs(below, _BLANK, _HALF):
            yield f"正文在令号下空 {below:.1f} 行，应空 {_BLANK} 行"


def _rows(head: RedHead) -> int:
    """Return how many lines the signers take, two of whom stand on each."""
    return (len(head.signers) + 1) // 2


def _foot(lines: Sequence[Line]) -> float:
    """Return where the characters of the lowest of some lines end."""
    return max((line.baseline + DESCENT * line.size * MM_PER_PT for line in lines), default=0)


def _signers(head: _Head, number: Line) -> Iterator[str]:
    """Yield what is wrong with 签发人: 字号 beside the last, two names a line, one character in at both sides (15)."""
    lines = head.of("head-signer")
    if not head.tree.signers or not lines:
        return
    if differs(number.left, LEFT + CHARACTER):
        yield f"发文字号左空 {characters(number.left - LEFT)} 字，应为 1 字"
    if differs(number.baseline, lines[-1].baseline):
        yield "发文字号不与最后一个签发人在同一行"
    if differs(last := max(line.right for line in lines), RIGHT - CHARACTER):
        yield f"签发人右空 {characters(RIGHT - last)} 字，应为 1 字"
    if len(lines) != _rows(head.tree):
        yield f"{len(head.tree.signers)} 个签发人排了 {len(lines)} 行，每行应排两个"
    if not all(is_in(head.style, "kaiti", line.faces) for line in lines):
        yield "签发人姓名不是楷体"
