"""The other forms of a red head, judged in a DOCX's XML: letters, orders, minutes (gbt9704 36-38)."""

from collections.abc import Iterator
from typing import Any

from tests.form.docx_foot import borders, imprint_lines, is_letter, mm, numbers, table_of
from tests.form.docx_paper import HEITI, RED, Written
from tests.word import W
from yinfa.document.tree import Paragraph
from yinfa.document.walk import blocks_of, text_of
from yinfa.proof.measures import HEIGHT, PITCH, differs

WIDE, FOOT = 170, 20  # mm: the double rules of a letter, the lower of them above the edge of the sheet
HEAVIER = {
    "header": "thickThinSmallGap",
    "footer": "thinThickSmallGap",
}  # the upper line of the one, the lower of the other
RULES = ("double", *HEAVIER.values())


def rule_36(paper: Written) -> Iterator[str]:
    """信函: red double rules about the first page, 字号 at the right, no number on page 1, 版记 bare."""
    if paper.head is None or not is_letter(paper):
        return
    section = paper.word.sections()[0]
    if section.find(f"{W}titlePg") is None or "first" in numbers(paper, section):
        yield "page 1 of a letter is numbered"
    for kind in HEAVIER:
        yield from _double(paper, section, kind)
    yield from _at_right(paper, paper.head.number)
    if any(borders(each) for each in imprint_lines(paper)):
        yield "版记 of a letter has rules"


def _at_right(paper: Written, number: str) -> Iterator[str]:
    """Yield that 发文字号 is not led to the right edge: by the only tab of its line, or by its alignment."""
    line = (paper.said(number) or [None])[0]
    if line is None or paper.align(line) == "right":
        return
    stops = [stop for tabs in paper.word.properties(line, "pPr/tabs") for stop in tabs]
    ends = [(each.get(f"{W}val"), round(mm(each, "pos"))) for each in stops]
    led = [run.find(f"{W}tab") is not None for run in line.iterfind(f"{W}r")]
    if ends != [("right", 156)] or led.count(True) != 1 or led[-1]:
        yield "发文字号 is not flush right"


def _double(paper: Written, section: Any, kind: str) -> Iterator[str]:
    """Yield what is wrong with the double rule of the head or foot of page 1."""
    root = paper.word.margins(section, kind).get("first")
    lines = [] if root is None else list(root.iter(f"{W}p"))
    rules = [(line, rule) for line in lines for rule in paper.word.properties(line, "pPr/pBdr/bottom")]
    if len(rules) != 1 or rules[0][1].get(f"{W}val") not in RULES:
        yield f"the {kind} of page 1 has no double rule"
        return
    line, rule = rules[0]
    if rule.get(f"{W}val") != HEAVIER[kind]:
        yield f"the wrong line of the double rule in the {kind} is the heavier: {rule.get(f'{W}val')}"
    if RED.fullmatch(rule.get(f"{W}color") or "") is None:
        yield f"the double rule in the {kind} is not red"
    table = table_of(line)
    room = 156 if table is None else mm(table.find(f"{W}tblPr/{W}tblW"), "w")
    if differs(wide := room - paper.indent(line, "left") - paper.indent(line, "right"), WIDE):
        yield f"the double rule in the {kind} is {wide:.1f} mm wide"
    place = None if table is None else table.find(f"{W}tblPr/{W}tblpPr")
    if kind == "footer" and (place is None or differs(mm(place, "tblpY"), HEIGHT - FOOT, 2)):
        yield "the lower rule does not lie 20 mm above the edge of the sheet"


def rule_37(paper: Written) -> Iterator[str]:
    """命令: 令号 centred two lines below 标志, the text two lines further, and no rule."""
    if paper.head is None or paper.head.form != "order":
        return
    line = (paper.said(paper.head.number) or [None])[0]
    if line is None or paper.align(line) != "center":
        yield "令号 is not written or not centred"
        return
    yield from paper.below("令号", line, 2)
    text = paper.after(line)
    drop = None if text is None else paper.drop(line, text)
    blank = -1 if drop is None else drop / PITCH - 1
    if differs(blank, 2, 0.3):
        yield f"the text stands {blank:.1f} lines below 令号"
    if next(paper.word.properties(line, "pPr/pBdr/bottom"), None) is not None:
        yield "an order has a rule below 令号"


def rule_38(paper: Written) -> Iterator[str]:
    """纪要: 出席, 请假, 列席 in 黑体."""
    if paper.head is None or paper.head.form != "minutes":
        return
    for block in blocks_of(paper.document):
        if isinstance(block, Paragraph) and block.role == "participants":
            lines = paper.exactly(text_of(block.children))
            face = paper.face_of(lines[0].find(f"{W}r")) if lines else None
            if face != HEITI:
                yield f"{text_of(block.children)[:3]} is set in {face}, not {HEITI}"
