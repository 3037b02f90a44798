"""版记, page numbers and landscape pages, judged in a DOCX's XML: gbt9704 28-35."""

from collections.abc import Iterator
from typing import Any

from tests.form.docx_paper import FANGSONG, Written, words_in
from tests.form.page import bare
from tests.word import MM_PER_TWIP, W
from yinfa.document.tree import Imprint, Table
from yinfa.document.walk import blocks_of, text_of
from yinfa.proof.measures import BELOW, DASH, HAIR, SMALL, differs
from yinfa.styling import MM_PER_PT

TURNED = {"top": 28, "right": 37, "bottom": 26, "left": 35}  # mm: the margins of the upright sheet turned clockwise


def _imprint(paper: Written) -> Imprint | None:
    return next((block for block in blocks_of(paper.document) if isinstance(block, Imprint)), None)


def is_letter(paper: Written) -> bool:
    """Return whether a paper has the head of a letter."""
    return paper.head is not None and paper.head.form == "letter"


def imprint_lines(paper: Written) -> list[Any]:
    """Return the paragraphs of 版记: the last that say what it says."""
    imprint = _imprint(paper)
    said = [imprint.copies, imprint.printer and imprint.printer + imprint.date] if imprint else []
    return [paper.said(text)[-1] for text in said if text and paper.said(text)]


def table_of(paragraph: Any) -> Any:
    """Return the table that a paragraph stands in, None outside of any."""
    return next(iter(paragraph.iterancestors(f"{W}tbl")), None)


def borders(paragraph: Any) -> list[Any]:
    """Return the level rules of the table that a paragraph stands in, from above."""
    table = table_of(paragraph)
    held = None if table is None else table.find(f"{W}tblPr/{W}tblBorders")
    names = ("top", "insideH", "bottom")
    found = [] if held is None else [held.find(f"{W}{name}") for name in names]
    return [each for each in found if each is not None and each.get(f"{W}val") not in ("nil", "none")]


def rule_28(paper: Written) -> Iterator[str]:
    """The rules of 版记: 156 mm wide, the first and the last 0.35 mm thick, those between 0.25 mm."""
    lines = imprint_lines(paper)
    if not lines or is_letter(paper):
        return
    rules = borders(lines[0])
    if len(rules) != 3:
        yield f"版记 has {len(rules)} sorts of rules"
        return
    for rule, wanted in zip(rules, (0.35, 0.25, 0.35), strict=True):
        if differs(thick := int(rule.get(f"{W}sz")) / 8 * MM_PER_PT, wanted, 0.04):
            yield f"a rule of 版记 is {thick:.2f} mm thick, not {wanted}"
    width = int(table_of(lines[0]).find(f"{W}tblPr/{W}tblW").get(f"{W}w")) * MM_PER_TWIP
    if differs(width, 156):
        yield f"版记 is {width:.1f} mm wide"


def rule_29(paper: Written) -> Iterator[str]:
    """版记 at the very end, hung on the lower edge of the type area; one of its own pages begins on an even page."""
    lines = imprint_lines(paper)
    if not lines or is_letter(paper):
        return
    if paper.body[-1] is not lines[-1]:
        yield f"behind 版记 stands {words_in(paper.body[-1])[:12]}"
    table = table_of(lines[0])
    place = None if table is None else table.find(f"{W}tblPr/{W}tblpPr")
    hung = {} if place is None else {name: place.get(f"{W}{name}") for name in ("vertAnchor", "tblpYSpec")}
    if hung != {"vertAnchor": "margin", "tblpYSpec": "bottom"}:
        yield f"版记 does not hang on the lower edge of the type area: {hung}"
    own = paper.document.sections[-1].page == "imprint"
    if own and paper.word.sections()[-1].find(f"{W}type").get(f"{W}val") != "evenPage":
        yield "the page of 版记 need not be even"


def rule_30(paper: Written) -> Iterator[str]:
    """抄送: 4号 仿宋, one character in at both sides, with a stop at its end."""
    imprint, lines = _imprint(paper), imprint_lines(paper)
    if imprint is None or not imprint.copies:
        return
    if not lines:
        yield "抄送 is not written"
        return
    yield from paper.looks("抄送", lines[0], FANGSONG, 14)
    if not words_in(lines[0]).endswith("。"):
        yield f"抄送 does not end with a stop: {words_in(lines[0])[-8:]}"
    for side in ("first", "right"):
        if differs(paper.indent(lines[0], side), SMALL):
            yield f"抄送 is {paper.indent(lines[0], side) / SMALL:.1f} characters in at {side}"


def rule_31(paper: Written) -> Iterator[str]:
    """印发机关 and 印发日期: 4号 仿宋 on one line, one character in from the left and from the right."""
    imprint, lines = _imprint(paper), imprint_lines(paper)
    if imprint is None or not imprint.printer:
        return
    if not lines or not words_in(lines[-1]).endswith("印发"):
        yield "印发机关 and 印发日期 are not written on one line"
        return
    yield from paper.looks("印发机关", lines[-1], FANGSONG, 14)
    if differs(paper.indent(lines[-1], "first"), SMALL):
        yield f"印发机关 is {paper.indent(lines[-1], 'first') / SMALL:.1f} characters in"
    stops = [stop for tabs in paper.word.properties(lines[-1], "pPr/tabs") for stop in tabs][:1]
    if [(each.get(f"{W}val"), round(156 - int(each.get(f"{W}pos")) * MM_PER_TWIP)) for each in stops] != [("right", 5)]:
        yield "印发日期 does not end one character before the right edge"


def numbers(paper: Written, section: Any) -> dict[str, Any]:
    """Return the paragraph of the page number by the pages that a foot of a section is of."""
    lines = {kind: next(_fields(root), None) for kind, root in paper.word.footers(section).items()}
    return {kind: line for kind, line in lines.items() if line is not None}


def mm(element: Any, attribute: str) -> float:
    """Return an attribute that is told in twips, in mm."""
    return int(element.get(f"{W}{attribute}")) * MM_PER_TWIP


def _fields(root: Any) -> Iterator[Any]:
    return (
        each for each in root.iter(f"{W}p") if any("PAGE" in (code.text or "") for code in each.iter(f"{W}instrText"))
    )


def rule_32(paper: Written) -> Iterator[str]:
    """Page numbers: 4号 宋体 figures between two dashes, the dash 7 mm below the type area."""
    found = [(section, line) for section in paper.word.sections() for line in numbers(paper, section).values()]
    if not found:
        yield "no page is numbered"
    for section, line in found:
        yield from paper.looks("the page number", line, "宋体", 14, wholly=True)
        if words_in(line) != "—1—":
            yield f"the page number is {words_in(line)}"
        if differs(gap := _dash(paper, section, line), 7, HAIR):
            yield f"the dash of a page number lies {gap:.1f} mm below the type area"


def _dash(paper: Written, section: Any, line: Any) -> float:
    """Return how far below the type area the ink of a dash lies, by the foot's place or, turned, by its cell's."""
    pitch = paper.pitch(line)
    ink = DASH * paper.size(line) * MM_PER_PT
    margin = mm(section.find(f"{W}pgMar"), "bottom")
    cell = table_of(line)
    if cell is None:
        return margin - mm(section.find(f"{W}pgMar"), "footer") - pitch / 5 - ink
    place, width = cell.find(f"{W}tblPr/{W}tblpPr"), cell.find(f"{W}tblPr/{W}tblW")
    right = mm(place, "tblpX") + mm(width, "w")  # of the cell: the turned sheet's foot is its left margin
    return BELOW - right + paper.spacing(line, "before") + pitch * 4 / 5 - ink


def rule_33(paper: Written) -> Iterator[str]:
    """Odd pages have their number one character in from the right, even ones from the left."""
    if paper.word.part("settings.xml").find(f"{W}evenAndOddHeaders") is None:
        yield "odd and even pages have the same foot"
    for section in paper.word.sections():
        for kind, line in numbers(paper, section).items():
            side = {"default": "right", "even": "left"}.get(kind, "")
            if paper.align(line) != side or differs(paper.indent(line, side), SMALL, 0.2):
                yield f"the number of {kind} pages stands {paper.align(line)}"


def rule_34(paper: Written) -> Iterator[str]:
    """Pages of text are numbered, through the annexes without a new start; the page of 版记 is not."""
    for given, section in zip(paper.document.sections, paper.word.sections(), strict=True):
        kinds = set(numbers(paper, section))
        if kinds != ({"default", "even"} if given.is_numbered else set()):
            yield f"of a section {given.page} the pages {sorted(kinds)} are numbered"
        start = section.find(f"{W}pgNumType")
        if given is not paper.document.sections[0] and not given.number_from and start is not None:
            yield f"the numbers begin anew in a section {given.page}"


def rule_35(paper: Written) -> Iterator[str]:
    """Landscape pages: the sheet turned clockwise, the number with it; the head of each table at what is then its top.

    That is 订口 of an odd page and 切口 of an even one.
    """
    for given, section in zip(paper.document.sections, paper.word.sections(), strict=True):
        if given.page == "landscape":
            if section.find(f"{W}pgSz").get(f"{W}orient") != "landscape":
                yield "a landscape page stands upright"
            edges = {side: mm(section.find(f"{W}pgMar"), side) for side in TURNED}
            if any(differs(edges[side], wanted, 1) for side, wanted in TURNED.items()):
                yield f"the type area of a landscape page is not turned clockwise: {edges}"
            for line in numbers(paper, section).values():
                cell = next(line.iterancestors(f"{W}tc"), None)
                turned = None if cell is None else cell.find(f"{W}tcPr/{W}textDirection")
                if turned is None or turned.get(f"{W}val") != "tbRl":
                    yield "the number of a landscape page is not turned with the sheet"
            tables = [block for block in given.blocks if isinstance(block, Table) and block.head]
            yield from (told for table in tables for told in _headless(paper, table))


def _headless(paper: Written, table: Table) -> Iterator[str]:
    """Yield that a table does not begin, and go on on each page, with its head."""
    words = [bare(text_of(cell.children)) for cell in table.head[0]]
    rows = [
        row for row in paper.word.document.iter(f"{W}tr") if [words_in(each) for each in row.iter(f"{W}tc")] == words
    ]
    if not any(row.find(f"{W}trPr/{W}tblHeader") is not None and row.getprevious().tag != row.tag for row in rows):
        yield f"a table of a landscape page does not begin with its head, or does not repeat it: {words}"
