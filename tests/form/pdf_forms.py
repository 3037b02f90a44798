"""The other forms of a red head, judged on its pages: letters, orders, minutes (gbt9704 36-38)."""

from collections.abc import Iterator

from tests.form.page import Printed, Run
from tests.form.pdf_head import foot_of, number_line, organ_at, organ_lines, red_rules, spans, two_lines_below
from tests.form.strokes import Stroke, is_red
from yinfa.document.tree import Heading, Imprint, Paragraph
from yinfa.document.walk import blocks_of
from yinfa.proof.measures import BOTTOM, CHARACTER, HEIGHT, LEFT, MIDDLE, NEAR, PITCH, RIGHT, TOP, differs


def rule_36(paper: Printed) -> Iterator[str]:
    """信函: 标志 at 30 mm, double rules of 170 mm, 字号 at the right, no number on page 1, 版记 bare."""
    if paper.head is None or paper.head.form != "letter":
        return
    yield from organ_at(paper, 30)
    foot = red_rules(paper, BOTTOM, HEIGHT)
    upper = red_rules(paper, 0, BOTTOM)
    for name, rules in (("upper", upper), ("lower", foot)):
        yield from _double(name, rules)
    if foot and not foot[0].top - NEAR <= HEIGHT - 20 <= foot[-1].bottom + NEAR:
        yield f"the lower rule lies {HEIGHT - foot[0].top:.1f} mm above the edge of the sheet"
    organ = organ_lines(paper)
    if organ and upper and differs(gap := upper[0].top - foot_of(organ[-1]), 4):
        yield f"the upper rule lies {gap:.1f} mm below 发文机关标志"
    yield from _letter_text(paper, upper)


def _double(name: str, rules: list[Stroke]) -> Iterator[str]:
    """Yield what is wrong with a double rule: the outer line is the heavier of the two."""
    if len(rules) != 2 or rules[1].bottom - rules[0].top > 3:
        yield f"the {name} double rule is {len(rules)} red rules"
        return
    outer, inner = rules if name == "upper" else reversed(rules)
    if outer.thickness < inner.thickness * 1.5:
        yield f"the {name} double rule has its heavier line inside: {outer.thickness:.2f}, {inner.thickness:.2f} mm"
    for rule in rules:
        yield from spans(rule, 20, 190)


def _letter_text(paper: Printed, upper: list[Stroke]) -> Iterator[str]:
    number = number_line(paper)
    if number and differs(number.right, RIGHT):
        yield f"发文字号 ends at {number.right:.1f} mm"
    if number and upper and number.baseline < upper[-1].bottom:
        yield "发文字号 is not below the rule"
    if 1 in paper.numbers:
        yield "page 1 of a letter is numbered"
    if any(_ruled(paper, line) for line in _copies(paper)):
        yield "版记 of a letter has rules"


def _copies(paper: Printed) -> list[Run]:
    """Return the lines of 版记."""
    return [
        line
        for block in blocks_of(paper.document)
        if isinstance(block, Imprint)
        for lines in paper.of(block)
        for line in lines
    ]


def _ruled(paper: Printed, line: Run) -> bool:
    """Return whether there is a rule just above or below a line."""
    black = (each.top for each in paper.strokes(line.page) if not is_red(each.colour))
    return any(line.baseline - PITCH < top < line.baseline + PITCH / 2 for top in black)


def rule_37(paper: Printed) -> Iterator[str]:
    """命令: 标志 20 mm below the top of the type area, 令号 two lines below it, the text two lines further."""
    if paper.head is None or paper.head.form != "order":
        return
    yield from organ_at(paper, TOP + 20)
    number, text = number_line(paper), _first_text(paper)
    if number is None or text is None:
        yield "令号 or text is not printed"
        return
    if differs(number.middle, MIDDLE):
        yield f"令号 is not centred: its middle is at {number.middle:.1f} mm"
    yield from two_lines_below(paper, number)
    if differs(blank := (text.baseline - number.baseline) / PITCH - 1, 2, 0.3):
        yield f"the text stands {blank:.1f} lines below 令号"


def _first_text(paper: Printed) -> Run | None:
    blocks = (each for each in blocks_of(paper.document) if isinstance(each, Paragraph | Heading))
    return next((lines[0] for each in blocks for lines in paper.of(each) if lines), None)


def rule_38(paper: Printed) -> Iterator[str]:
    """纪要: 标志 35 mm below the top of the type area; 出席, 请假, 列席 in 黑体, two characters in."""
    if paper.head is None or paper.head.form != "minutes":
        return
    yield from organ_at(paper, TOP + 35)
    for block in blocks_of(paper.document):
        if isinstance(block, Paragraph) and block.role == "participants":
            line = paper.of(block)[0][0]
            label = Run(line.glyphs[: line.text.index("：")])
            if differs(line.left, LEFT + 2 * CHARACTER):
                yield f"{label.text} begins {(line.left - LEFT) / CHARACTER:.1f} characters in"
            if not label.is_in("Hei"):
                yield f"{label.text} is not 黑体 but {label.glyphs[0].face}"
