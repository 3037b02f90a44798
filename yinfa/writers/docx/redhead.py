"""版头: 发文机关标志 in red, what stands above it and 发文字号 below, with the red rules (gbt9704 9-16, 36-38)."""

from collections.abc import Iterator
from dataclasses import replace

from yinfa.document.tree import Document, RedHead
from yinfa.document.walk import blocks_of
from yinfa.fitting import breadth_of, head_breadth, head_type, signer_lines
from yinfa.styling import MM_PER_PT, Roles, Style
from yinfa.writers.docx.frames import cell, frame, whole_row
from yinfa.writers.docx.inlines import run
from yinfa.writers.docx.paper import Paper
from yinfa.writers.docx.roles import DOUBLE, END_LINE, ink_drop
from yinfa.writers.docx.styles import SIGNER
from yinfa.writers.docx.xml import Element, mm_twips, twips, w, w_text
from yinfa.writers.titles import SIGNED_BY

_NUMBERS = {"document": "head-number", "order": "head-number-order", "minutes": "head-number-minutes"}
_SLACK = 1  # pt, so that a line that is just as wide as its cell is not turned over


def fit_head(document: Document, style: Style) -> Style:
    """Return the form with 发文机关标志 in the type that the paper's own fits in."""
    for block in blocks_of(document):
        if isinstance(block, RedHead):
            found = head_type(block, style)
            organ = replace(style.roles["head-organ"], size=found.size, line=found.line)
            return replace(style, roles=Roles(style.roles | {"head-organ": organ}))
    return style


def redhead_elements(head: RedHead, paper: Paper) -> Iterator[Element]:
    """Yield 版头 as it stands in the text; a letter's 发文机关标志 is in the head of its page."""
    if head.form == "letter":
        yield from _letter_lines(head, paper)
        return
    empty = [("head-serial", "")] if head.secrecy and not head.serial else []  # 密级 stands on the second line
    above = [paper.paragraph(key, run(text)) for key, text in (*empty, *_notes(head))]
    yield from above
    used = len(above) * paper.style.roles["body"].line
    top = ink_drop(paper.style.roles["head-organ"], paper.style.heads[head.form].top - paper.style.page.top)
    yield from _organs(head, paper, max(top - used, 0))
    yield from _number(head, paper)


def letter_head(head: RedHead, paper: Paper) -> list[Element]:
    """Return 发文机关标志 of a letter with the double rule below it."""
    names = (*head.organs[:-1], head.organs[-1] + head.suffix)
    keys = ("head-organ-letter", *("head-organ" for _ in names[1:]))
    lines = [paper.paragraph(key, _organ(name, head, paper)) for key, name in zip(keys, names, strict=True)]
    if len(names) > 1:
        lines = [_formed(_spread(line, head, paper), w("jc", val="distribute")) for line in lines]
    return [*lines, paper.paragraph("letter-rule" if paper.style.heads["letter"].rule else "section-end")]


def _spread(line: Element, head: RedHead, paper: Paper) -> Element:
    """Return one of several names in the middle of the type area, with the room that the longest takes."""
    fitted = head_type(head, paper.style)
    wide = head_breadth(head, paper.style) * fitted.size * fitted.scale / 100
    room = paper.style.page.text_width / MM_PER_PT - wide - _SLACK
    return _formed(line, w("ind", left=twips(room / 2), right=twips(room / 2)))


def letter_foot(paper: Paper) -> Iterator[Element]:
    """Yield the rule above the lower edge of a letter's first page: of a cell that floats there."""
    page, form, fitting = paper.style.page, paper.style.heads["letter"], paper.style.fitting
    width = mm_twips(form.rule)
    left, foot = mm_twips((page.width - form.rule) / 2), mm_twips(page.height - form.foot)
    top = foot - twips((DOUBLE if form.double else 1) * fitting.weight + END_LINE)
    if form.rule and form.foot:
        place = w("tblpPr", vertAnchor="page", horzAnchor="page", tblpX=left, tblpY=top)
        yield frame([width], [w("tr", cell(width, paper.paragraph("letter-foot")))], place=place)


def _notes(head: RedHead) -> list[tuple[str, str]]:
    """Return the lines of 份号, 密级 and 紧急程度, each with its style."""
    lines = (("head-serial", head.serial), ("head-note", head.secrecy), ("head-note", head.urgency))
    return [(key, text) for key, text in lines if text]


def _organ(text: str, head: RedHead, paper: Paper) -> Element:
    """Return a name in the type that it fits in: the size is the style's, the width its own."""
    scale = head_type(head, paper.style).scale
    return w("r", *([w("rPr", w("w", val=round(scale)))] if scale < 100 else []), w_text("t", text))


def _organs(head: RedHead, paper: Paper, before: float) -> list[Element]:
    """Return 发文机关标志, `before` pt below what stands above it."""
    if len(head.organs) > 1:
        space = w("spacing", before=0, after=0, line=max(twips(before), 1), lineRule="exact")
        return [_formed(paper.paragraph("section-end"), space), _table(head, paper)]
    words = _organ("".join(head.organs) + head.suffix, head, paper)
    return [_formed(paper.paragraph("head-organ", words), w("spacing", before=twips(before)))]


def _table(head: RedHead, paper: Paper) -> Element:
    """Return the names one below the other, spread to one width, and 文件 behind them at half their height."""
    role, scale = paper.style.roles["head-organ"], head_type(head, paper.style).scale / 100
    gap = (paper.style.fitting.suffix_gap if head.suffix else 0) * role.size * scale
    wide = [(head_breadth(head, paper.style) - breadth_of(head.suffix)) * role.size * scale - gap + _SLACK]
    if head.suffix:
        wide.append(breadth_of(head.suffix) * role.size * scale + gap + _SLACK)
    widths = [twips(each) for each in wide]
    rows = (_row(number, head, paper, widths) for number in range(len(head.organs)))
    return frame(widths, rows, looks=w("jc", val="center"))


def _row(number: int, head: RedHead, paper: Paper, widths: list[int]) -> Element:
    name = _formed(paper.paragraph("head-organ", _organ(head.organs[number], head, paper)), w("jc", val="distribute"))
    cells = [cell(widths[0], name)]
    if head.suffix:
        words = [] if number else [_organ(head.suffix, head, paper)]
        merged = w("vMerge", val="continue" if number else "restart")
        suffix = _formed(paper.paragraph("head-organ", *words), w("jc", val="right"))
        cells.append(cell(widths[1], suffix, merged, w("vAlign", val="center")))
    return whole_row(*cells)


def _number(head: RedHead, paper: Paper) -> Iterator[Element]:
    """Yield 发文字号, with the rule below it; in an upward document on the line of the last signers."""
    if not head.signers:
        yield paper.paragraph(_NUMBERS[head.form], run(head.number))
        return
    lines = ["\u3000".join(names) for names in signer_lines(head)]
    before = paper.style.fitting.below * paper.style.roles["head-number"].line
    for at, names in enumerate(lines):
        opening, last = at == 0, at == len(lines) - 1
        words = [*([run(head.number)] if last else []), _tab(), run(SIGNED_BY) if opening else _tab()]
        line = paper.paragraph("head-number-upward" if last else "head-signer-line", *words, run(names, SIGNER))
        _formed(line, _signer_stops(lines, paper))
        if len(lines) > 1:
            _formed(line, w("spacing", before=twips(before) if opening else 0))
        yield line


def _signer_stops(lines: list[str], paper: Paper) -> Element:
    """Return the places of 签发人： and of the names, whose longest line ends one character in (gbt9704 15)."""
    advance, label = paper.style.roles["head-number"].advance, breadth_of(SIGNED_BY)
    signed = paper.style.page.text_width / MM_PER_PT - (1 + label + max(map(breadth_of, lines))) * advance
    stops = (signed, signed + label * advance)
    return w("tabs", *(w("tab", val="left", pos=twips(stop)) for stop in stops))


def _letter_lines(head: RedHead, paper: Paper) -> Iterator[Element]:
    """Yield the lines below a letter's rule: 份号 and the like at the left, 发文字号 at the right of the first."""
    first, *others = _notes(head) or [("head-serial", "")]
    lines = [paper.paragraph("head-number-letter", run(first[1]), _tab(), run(head.number))]
    lines += [paper.paragraph(key, run(text)) for key, text in others]
    for line in lines[:-1]:
        _formed(line, w("spacing", after=0))
    if others:
        _formed(lines[-1], w("spacing", after=twips(paper.style.fitting.below * paper.style.roles["body"].line)))
    yield from lines


def _tab() -> Element:
    return w("r", w("tab"))


def _formed(paragraph: Element, form: Element) -> Element:
    """Return the paragraph with a property that it has beside those of its style."""
    paragraph[0].append(form)
    return paragraph
