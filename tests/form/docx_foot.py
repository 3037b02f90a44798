"""版记, page numbers, landscape pages and the other forms of a head, judged in a DOCX's XML: gbt9704 28-38."""

from collections.abc import Iterator
from typing import Any

from tests.form.docx_paper import FANGSONG, HEITI, RED, Written, text_in
from tests.form.measures import PITCH, SMALL, differs
from tests.samples.word import MM_PER_TWIP, W
from yinfa.document.tree import Imprint, Paragraph
from yinfa.document.walk import blocks_of, text_of
from yinfa.styling import MM_PER_PT


def _imprint(paper: Written) -> Imprint | None:
    return next((block for block in blocks_of(paper.document) if isinstance(block, Imprint)), None)


def _is_letter(paper: Written) -> bool:
    return paper.head is not None and paper.head.form == "letter"


def _imprint_lines(paper: Written) -> list[Any]:
    """Return the paragraphs of 版记: the last that say what it says."""
    imprint = _imprint(paper)
    said = [imprint.copies, imprint.printer and imprint.printer + imprint.date] if imprint else []
    return [paper.said(text)[-1] for text in said if text and paper.said(text)]


def _table_of(paragraph: Any) -> Any:
    return next(iter(paragraph.iterancestors(f"{W}tbl")), None)


def _borders(paragraph: Any) -> list[Any]:
    """Return the level rules of the table that a paragraph stands in, from above."""
    table = _table_of(paragraph)
    held = None if table is None else table.find(f"{W}tblPr/{W}tblBorders")
    names = ("top", "insideH", "bottom")
    found = [] if held is None else [held.find(f"{W}{name}") for name in names]
    return [each for each in found if each is not None and each.get(f"{W}val") not in ("nil", "none")]


def rule_28(paper: Written) -> Iterator[str]:
    """The rules of 版记: 156 mm wide, the first and the last 0.35 mm thick, those between 0.25 mm."""
    lines = _imprint_lines(paper)
    if not lines or _is_letter(paper):
        return
    rules = _borders(lines[0])
    if len(rules) != 3:
        yield f"版记 has {len(rules)} sorts of rules"
        return
    for rule, wanted in zip(rules, (0.35, 0.25, 0.35), strict=True):
        if differs(thick := int(rule.get(f"{W}sz")) / 8 * MM_PER_PT, wanted, 0.04):
            yield f"a rule of 版记 is {thick:.2f} mm thick, not {wanted}"
    width = int(_table_of(lines[0]).find(f"{W}tblPr/{W}tblW").get(f"{W}w")) * MM_PER_TWIP
    if differs(width, 156):
        yield f"版记 is {width:.1f} mm wide"


def rule_29(paper: Written) -> Iterator[str]:
    """版记 at the very end, hung on the lower edge of the type area; one of its own pages begins on an even page."""
    lines = _imprint_lines(paper)
    if not lines or _is_letter(paper):
        return
    if paper.body[-1] is not lines[-1]:
        yield f"behind 版记 stands {text_in(paper.body[-1])[:12]}"
    table = _table_of(lines[0])
    place = None if table is None else table.find(f"{W}tblPr/{W}tblpPr")
    hung = {} if place is None else {name: place.get(f"{W}{name}") for name in ("vertAnchor", "tblpYSpec")}
    if hung != {"vertAnchor": "margin", "tblpYSpec": "bottom"}:
        yield f"版记 does not hang on the lower edge of the type area: {hung}"
    own = paper.document.sections[-1].page == "imprint"
    if own and paper.word.sections()[-1].find(f"{W}type").get(f"{W}val") != "evenPage":
        yield "the page of 版记 need not be even"


def rule_30(paper: Written) -> Iterator[str]:
    """抄送: 4号 仿宋, one character in at both sides, with a stop at its end."""
    imprint, lines = _imprint(paper), _imprint_lines(paper)
    if imprint is None or not imprint.copies:
        return
    if not lines:
        yield "抄送 is not written"
        return
    yield from paper.looks("抄送", lines[0], FANGSONG, 14)
    if not text_in(lines[0]).endswith("。"):
        yield f"抄送 does not end with a stop: {text_in(lines[0])[-8:]}"
    for side in ("first", "right"):
        if differs(paper.indent(lines[0], side), SMALL):
            yield f"抄送 is {paper.indent(lines[0], side) / SMALL:.1f} characters in at {side}"


def rule_31(paper: Written) -> Iterator[str]:
    """印发机关 and 印发日期: 4号 仿宋 on one line, one character in from the left and from the right."""
    imprint, lines = _imprint(paper), _imprint_lines(paper)
    if imprint is None or not imprint.printer:
        return
    if not lines or not text_in(lines[-1]).endswith("印发"):
        yield "印发机关 and 印发日期 are not written on one line"
        return
    yield from paper.looks("印发机关", lines[-1], FANGSONG, 14)
    if differs(paper.indent(lines[-1], "first"), SMALL):
        yield f"印发机关 is {paper.indent(lines[-1], 'first') / SMALL:.1f} characters in"
    stops = [stop for tabs in paper.word.properties(lines[-1], "pPr/tabs") for stop in tabs][:1]
    if [(each.get(f"{W}val"), round(156 - int(each.get(f"{W}pos")) * MM_PER_TWIP)) for each in stops] != [("right", 5)]:
        yield "印发日期 does not end one character before the right edge"


def _numbers(paper: Written, section: Any) -> dict[str, Any]:
    """Return the paragraph of the page number by the pages that a foot of a section is of."""
    lines = {kind: next(_fields(root), None) for kind, root in paper.word.footers(section).items()}
    return {kind: line for kind, line in lines.items() if line is not None}


def _fields(root: Any) -> Iterator[Any]:
    return (
        each for each in root.iter(f"{W}p") if any("PAGE" in (code.text or "") for code in each.iter(f"{W}instrText"))
    )


def rule_32(paper: Written) -> Iterator[str]:
    """Page numbers: 4号 宋体 figures between two dashes."""
    numbers = [line for section in paper.word.sections() for line in _numbers(paper, section).values()]
    if not numbers:
        yield "no page is numbered"
    for line in numbers:
        yield from paper.looks("the page number", line, "宋体", 14)
        if paper.word.effective(line, "rPr/rFonts", "ascii") != "宋体":
            yield "the figures of the page number are not 宋体"
        if text_in(line) != "—1—":
            yield f"the page number is {text_in(line)}"


def rule_33(paper: Written) -> Iterator[str]:
    """Odd pages have their number one character in from the right, even ones from the left."""
    if paper.word.part("settings.xml").find(f"{W}evenAndOddHeaders") is None:
        yield "odd and even pages have the same foot"
    for section in paper.word.sections():
        for kind, line in _numbers(paper, section).items():
            side = {"default": "right", "even": "left"}.get(kind, "")
            if paper.align(line) != side or differs(paper.indent(line, side), SMALL, 0.2):
                yield f"the number of {kind} pages stands {paper.align(line)}"


def rule_34(paper: Written) -> Iterator[str]:
    """Pages of text are numbered, through the annexes without a new start; the page of 版记 is not."""
    for given, section in zip(paper.document.sections, paper.word.sections(), strict=True):
        kinds = set(_numbers(paper, section))
        if kinds != ({"default", "even"} if given.is_numbered else set()):
            yield f"of a section {given.page} the pages {sorted(kinds)} are numbered"
        start = section.find(f"{W}pgNumType")
        if given is not paper.document.sections[0] and not given.number_from and start is not None:
            yield f"the numbers begin anew in a section {given.page}"


def rule_35(paper: Written) -> Iterator[str]:
    """Landscape pages: the number turned with the sheet, in the margin that is the upright sheet's foot."""
    for given, section in zip(paper.document.sections, paper.word.sections(), strict=True):
        if given.page == "landscape":
            if section.find(f"{W}pgSz").get(f"{W}orient") != "landscape":
                yield "a landscape page stands upright"
            for line in _numbers(paper, section).values():
                cell = next(line.iterancestors(f"{W}tc"), None)
                turned = None if cell is None else cell.find(f"{W}tcPr/{W}textDirection")
                if turned is None or turned.get(f"{W}val") != "tbRl":
                    yield "the number of a landscape page is not turned with the sheet"


def rule_36(paper: Written) -> Iterator[str]:
    """信函: red double rules about the first page, 字号 at the right, no number on page 1, 版记 bare."""
    if paper.head is None or not _is_letter(paper):
        return
    section = paper.word.sections()[0]
    if section.find(f"{W}titlePg") is None or "first" in _numbers(paper, section):
        yield "page 1 of a letter is numbered"
    for kind in ("header", "footer"):
        first = paper.word.margins(section, kind).get("first")
        if first is None or not _double(paper, first):
            yield f"the {kind} of page 1 has no red double rule of 170 mm"
    line = paper.said(paper.head.number)
    stops = [stop for tabs in paper.word.properties(line[0], "pPr/tabs") for stop in tabs][:1] if line else []
    at_right = stops and stops[0].get(f"{W}val") == "right" and not differs(_mm(stops[0], "pos"), 156)
    if not at_right and not (line and paper.align(line[0]) == "right"):
        yield "发文字号 is not flush right"
    if any(_borders(each) for each in _imprint_lines(paper)):
        yield "版记 of a letter has rules"


def _mm(element: Any, attribute: str) -> float:
    return int(element.get(f"{W}{attribute}")) * MM_PER_TWIP


def _double(paper: Written, root: Any) -> bool:
    """Return whether a line of a head or foot has a red double rule as wide as a letter's."""
    for line in root.iter(f"{W}p"):
        table = _table_of(line)
        room = 156 if table is None else _mm(table.find(f"{W}tblPr/{W}tblW"), "w")
        wide = room - paper.indent(line, "left") - paper.indent(line, "right")
        rules = [rule for border in paper.word.properties(line, "pPr/pBdr") for rule in border]
        if any(map(_is_double, rules)) and not differs(wide, 170):
            return True
    return False


def _is_double(rule: Any) -> bool:
    double = rule.get(f"{W}val") in ("double", "thickThinSmallGap", "thinThickSmallGap")
    return double and RED.fullmatch(rule.get(f"{W}color") or "") is not None


def rule_37(paper: Written) -> Iterator[str]:
    """命令: 令号 centred two lines below 标志, the text two lines further, and no rule."""
    if paper.head is None or paper.head.form != "order":
        return
    line = (paper.said(paper.head.number) or [None])[0]
    if line is None or paper.align(line) != "center":
        yield "令号 is not written or not centred"
        return
    for side in ("before", "after"):
        if differs(blank := paper.spacing(line, side) / PITCH, 2, 0.3):
            yield f"令号 leaves {blank:.1f} lines blank {side} it"
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
