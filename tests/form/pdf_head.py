"""The head of a red-head document, judged on its pages: gbt9704 8-16."""

import re
from collections.abc import Iterator, Sequence

from tests.form.page import Printed, Run
from tests.form.strokes import Stroke, is_red
from tests.form.wording import NUMBER
from yinfa.proof.measures import (
    ASCENT,
    BOTTOM,
    CHARACTER,
    FIRST,
    HAIR,
    LEFT,
    MIDDLE,
    PITCH,
    RIGHT,
    TOP,
    TYPE,
    differs,
)
from yinfa.styling import MM_PER_PT

LARGE = 28  # pt: nothing but 发文机关标志 is so large


def rule_8(paper: Printed) -> Iterator[str]:
    """All text is black but 发文机关标志."""
    for line in paper.lines:
        if any(max(each.colour) > 0.01 for each in line.glyphs if each.page > 1 or each.size < LARGE):
            yield f"not black: {line.text[:12]}"


def rule_9(paper: Printed) -> Iterator[str]:
    """份号: six digits, 3号, on the first line, flush left; in a letter below its rule."""
    if paper.head is None or not paper.head.serial:
        return
    line = paper.first(paper.head.serial)
    if line is None or not re.fullmatch(r"\d{6}", line.text):
        yield f"份号 is not six digits: {paper.head.serial}"
        return
    if line.sizes != {16}:
        yield f"份号 is set in {line.sizes} pt"
    if differs(line.left, LEFT):
        yield f"份号 begins {line.left:.1f} mm from the left edge"
    if paper.head.form != "letter" and differs(line.baseline, TOP + ASCENT, FIRST):
        yield f"份号 is not on the first line: its baseline is at {line.baseline:.1f} mm"


def rule_10(paper: Printed) -> Iterator[str]:
    """密级★期限: 3号 黑体, on the second line, flush left."""
    if paper.head is None or not paper.head.secrecy:
        return
    yield from _note(paper, "密级", paper.head.secrecy)
    line = paper.first(paper.head.secrecy)
    if line and paper.head.form != "letter" and paper.head.serial and differs(line.baseline, TOP + ASCENT + PITCH, 1.5):
        yield f"密级 is not on the second line: its baseline is at {line.baseline:.1f} mm"


def rule_11(paper: Printed) -> Iterator[str]:
    """紧急程度: 3号 黑体, and 份号, 密级, 紧急程度 below one another in this order."""
    if paper.head is None:
        return
    if paper.head.urgency:
        yield from _note(paper, "紧急程度", paper.head.urgency)
    texts = [text for text in (paper.head.serial, paper.head.secrecy, paper.head.urgency) if text]
    lines = [line for line in map(paper.first, texts) if line]
    if [line.baseline for line in lines] != sorted({line.baseline for line in lines}):
        yield f"not in the order 份号, 密级, 紧急程度: {[line.text for line in lines]}"


def _note(paper: Printed, name: str, text: str) -> Iterator[str]:
    line = paper.first(text)
    if line is None:
        yield f"{name} is not printed: {text}"
        return
    if line.sizes != {16} or not line.is_wholly("Hei"):
        yield f"{name} is not 3号 黑体: {line.sizes} pt, {line.glyphs[0].face}"
    if differs(line.left, LEFT):
        yield f"{name} begins {line.left:.1f} mm from the left edge"


def rule_12(paper: Printed) -> Iterator[str]:
    """发文机关标志: centred, its ink beginning 35 mm below the top of the type area."""
    if paper.head and paper.head.form == "document":
        yield from organ_at(paper, TOP + 35)


def organ_at(paper: Printed, top: float) -> Iterator[str]:
    """Yield what is wrong with the place of 发文机关标志, the ink of which should begin at `top`."""
    organ = organ_lines(paper)
    if not organ:
        yield "发文机关标志 is not printed"
        return
    if differs(middle := (min(each.left for each in organ) + max(each.right for each in organ)) / 2, MIDDLE):
        yield f"发文机关标志 is not centred: its middle is at {middle:.1f} mm"
    if min(each.left for each in organ) < LEFT - HAIR or max(each.right for each in organ) > RIGHT + HAIR:
        yield "发文机关标志 leaves the type area"
    if differs(found := ink_top(paper, organ), top, TYPE):
        yield f"发文机关标志's ink begins at {found:.2f} mm, not {top:.0f}"


def organ_lines(paper: Printed) -> list[Run]:
    """Return the lines of 发文机关标志: of page 1, the glyphs larger than any other."""
    lines = [tuple(each for each in line.glyphs if each.size >= LARGE) for line in paper.lines if line.page == 1]
    return [Run(glyphs) for glyphs in lines if glyphs]


def ink_top(paper: Printed, lines: Sequence[Run]) -> float:
    """Return where the ink of the first of some lines begins."""
    first = lines[0]
    high = max(first.sizes) * MM_PER_PT
    ink = paper.ink(1, first.left, first.baseline - high, first.right, first.baseline)
    return ink.top if ink else 0


def ink_bottom(paper: Printed, lines: Sequence[Run]) -> float:
    """Return where the ink of the last of some lines ends."""
    last = lines[-1]
    high = max(last.sizes) * MM_PER_PT
    ink = paper.ink(1, last.left, last.baseline - high / 2, last.right, last.baseline + high / 5)
    return ink.bottom if ink else 0


def rule_13(paper: Printed) -> Iterator[str]:
    """发文机关标志 is red 小标宋."""
    for line in organ_lines(paper):
        if not all(is_red(each.colour) for each in line.glyphs):
            yield f"发文机关标志 is not red: {line.text}"
        if not line.is_in("Song-Bold"):
            yield f"发文机关标志 is not 小标宋 but {line.glyphs[0].face}"


def rule_14(paper: Printed) -> Iterator[str]:
    """发文字号: its form; two lines below 发文机关标志, centred."""
    head, line = paper.head, number_line(paper)
    if head is None or head.form not in ("document", "letter"):
        return
    if line is None or not NUMBER.fullmatch(line.text):
        yield f"发文字号 is not of the form 机关代字〔年〕号: {head.number}"
        return
    if line.sizes != {16} or not line.is_in("Fang"):
        yield f"发文字号 is not 3号 仿宋: {line.sizes} pt, {line.glyphs[0].face}"
    if head.form == "document" and not head.signers and differs(line.middle, MIDDLE):
        yield f"发文字号 is not centred: its middle is at {line.middle:.1f} mm"
    if head.form == "document" and len(head.signers) < 3:
        yield from two_lines_below(paper, line)


def two_lines_below(paper: Printed, line: Run) -> Iterator[str]:
    """Yield that a line is not two lines below 发文机关标志: two lines of text are blank between the two."""
    if organ := organ_lines(paper):
        blank = line.baseline - ASCENT - ink_bottom(paper, organ)
        if differs(blank / PITCH, 2, 0.5):
            yield f"{line.text} stands {blank / PITCH:.1f} lines below 发文机关标志"


def number_line(paper: Printed) -> Run | None:
    """Return the line of 发文字号 (令号)."""
    return paper.first(paper.head.number) if paper.head and paper.head.number else None


def rule_15(paper: Printed) -> Iterator[str]:
    """上行文: 字号 one character in, on the line of the last 签发人; two names a line, one character from the right."""
    head, number = paper.head, number_line(paper)
    if head is None or not head.signers or number is None:
        return
    names = [paper.first(name) for name in head.signers]
    label = paper.first("签发人：")
    if label is None or None in names:
        yield "签发人 is not printed"
        return
    found = [name for name in names if name]
    if differs(number.left, LEFT + CHARACTER):
        yield f"发文字号 begins {(number.left - LEFT) / CHARACTER:.1f} characters in"
    if differs(number.baseline, found[-1].baseline, HAIR):
        yield "发文字号 is not on the line of the last 签发人"
    if not label.is_in("Fang") or not all(name.is_in("Kai") for name in found):
        yield "签发人： is not 仿宋 or a name is not 楷体"
    yield from _names(label, found)


def _names(label: Run, names: list[Run]) -> Iterator[str]:
    rows = sorted({round(name.baseline, 1) for name in names})
    if len(rows) != (len(names) + 1) // 2:
        yield f"{len(names)} 签发人 stand on {len(rows)} lines"
    if differs(label.baseline, names[0].baseline, HAIR):
        yield "签发人： is not on the line of the first name"
    last = max(name.right for name in names)
    if differs(last, RIGHT - CHARACTER):
        yield f"签发人 ends {(RIGHT - last) / CHARACTER:.1f} characters before the right edge"


def rule_16(paper: Printed) -> Iterator[str]:
    """A red rule as wide as the type area, 4 mm below 发文字号."""
    number = number_line(paper)
    if paper.head is None or paper.head.form != "document" or number is None:
        return
    below = red_rules(paper, number.baseline, BOTTOM)
    if len(below) != 1:
        yield f"{len(below)} red rules below 发文字号"
        return
    yield from spans(below[0], LEFT, RIGHT)
    gap = below[0].top - foot_of(number)
    if differs(gap, 4):
        yield f"the red rule lies {gap:.1f} mm below 发文字号"


def foot_of(line: Run) -> float:
    """Return where the type of a line ends: its characters reach an eighth of their size below the baseline."""
    return line.baseline + 0.12 * max(line.sizes) * MM_PER_PT


def red_rules(paper: Printed, top: float, bottom: float) -> list[Stroke]:
    """Return the red rules of page 1 between two heights."""
    return [each for each in paper.strokes(1) if is_red(each.colour) and top < each.top < bottom]


def spans(rule: Stroke, left: float, right: float) -> Iterator[str]:
    """Yield that a rule does not go from one place to another."""
    if differs(rule.left, left) or differs(rule.right, right):
        yield f"a red rule goes from {rule.left:.1f} to {rule.right:.1f} mm, not from {left:.0f} to {right:.0f}"
