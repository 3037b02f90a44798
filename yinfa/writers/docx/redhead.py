"""版头: 发文机关标志 in red, what stands above it and 发文字号 below, with the red rules (gbt9704 9-16, 36-38)."""

from collections.abc import Iterator
from dataclasses import replace

from yinfa.document.tree import Document, RedHead
from yinfa.document.walk import blocks_of
from yinfa.fitting import SUFFIX_GAP, breadth_of, head_breadth, head_type
from yinfa.styling import MM_PER_PT, Roles, Style
from yinfa.writers.docx.inlines import run
from yinfa.writers.docx.paper import Paper
from yinfa.writers.docx.roles import DOUBLE, END_LINE, ink_drop
from yinfa.writers.docx.styles import SIGNER
from yinfa.writers.docx.xml import Element, mm_twips, twips, w, w_text

_SIGNED = "签发人："
_ABREAST = 2  # names of signers on a line
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
    return [*lines, paper.paragraph("letter-rule")]


def letter_foot(paper: Paper) -> Element:
    """Return the double rule above the lower edge of a letter's first page: of a cell that floats there."""
    page, form, fitting = paper.style.page, paper.style.heads["letter"], paper.style.fitting
    width, rule = mm_twips(form.rule), paper.paragraph("letter-foot")
    left, foot = mm_twips((page.width - form.rule) / 2), mm_twips(page.height - form.foot)
    top = foot - twips(DOUBLE * fitting.weight + END_LINE)
    properties = w(
        "tblPr",
        w("tblpPr", vertAnchor="page", horzAnchor="page", tblpX=left, tblpY=top),
        w("tblW", w=width, type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *(w(edge, w=0, type="dxa") for edge in ("left", "right"))),
    )
    cell = w("tc", w("tcPr", w("tcW", w=width, type="dxa")), rule)
    return w("tbl", properties, w("tblGrid", w("gridCol", w=width)), w("tr", cell))


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
    gap = (SUFFIX_GAP if head.suffix else 0) * role.size * scale
    wide = [(head_breadth(head) - breadth_of(head.suffix)) * role.size * scale - gap + _SLACK]
    if head.suffix:
        wide.append(breadth_of(head.suffix) * role.size * scale + gap + _SLACK)
    widths = [twips(each) for each in wide]
    properties = w(
        "tblPr",
        w("tblW", w=sum(widths), type="dxa"),
        w("jc", val="center"),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *(w(edge, w=0, type="dxa") for edge in ("left", "right"))),
    )
    rows = [_row(number, head, paper, widths) for number in range(len(head.organs))]
    return w("tbl", properties, w("tblGrid", *(w("gridCol", w=width) for width in widths)), *rows)


def _row(number: int, head: RedHead, paper: Paper, widths: list[int]) -> Element:
    name = _formed(paper.paragraph("head-organ", _organ(head.organs[number], head, paper)), w("jc", val="distribute"))
    cells = [w("tc", w("tcPr", w("tcW", w=widths[0], type="dxa")), name)]
    if head.suffix:
        words = [] if number else [_organ(head.suffix, head, paper)]
        merged = w("vMerge", val="continue" if number else "restart")
        place = w("tcPr", w("tcW", w=widths[1], type="dxa"), merged, w("vAlign", val="center"))
        suffix = _formed(paper.paragraph("head-organ", *words), w("jc", val="right"))
        cells.append(w("tc", place, suffix))
    return w("tr", w("trPr", w("cantSplit")), *cells)


def _number(head: RedHead, paper: Paper) -> Iterator[Element]:
    """Yield 发文字号, with the rule below it; in an upward document on the line of the last signers."""
    if not head.signers:
        key = "head-number" if paper.style.heads[head.form].rule else "head-number-order"
        yield paper.paragraph(key, run(head.number))
        return
    lines = [head.signers[at : at + _ABREAST] for at in range(0, len(head.signers), _ABREAST)]
    role = paper.style.roles["head-number"]
    block = breadth_of(_SIGNED) + max(breadth_of("\u3000".join(names)) for names in lines)
    signed = paper.style.page.text_width / MM_PER_PT - (1 + block) * role.advance
    stops = (signed, signed + breadth_of(_SIGNED) * role.advance)
    for at, names in enumerate(lines):
        words = [run(head.number)] if at == len(lines) - 1 else []
        words += [_tab(), run(_SIGNED)] if at == 0 else [_tab(), _tab()]
        key = "head-number-upward" if at == len(lines) - 1 else "head-signer-line"
        line = paper.paragraph(key, *words, run("\u3000".join(names), SIGNER))
        line[0].append(w("tabs", *(w("tab", val="left", pos=twips(stop)) for stop in stops)))
        if len(lines) > 1:
            line[0].append(w("spacing", before=twips(2 * role.line) if at == 0 else 0))
        yield line


def _letter_lines(head: RedHead, paper: Paper) -> Iterator[Element]:
    """Yield the lines below a letter's rule: 份号 and the like at the left, 发文字号 at the right of the first."""
    first, *others = _notes(head) or [("head-serial", "")]
    lines = [paper.paragraph("head-number-letter", run(first[1]), _tab(), run(head.number))]
    lines += [paper.paragraph(key, run(text)) for key, text in others]
    for line in lines[:-1]:
        _formed(line, w("spacing", after=0))
    if others:
        _formed(lines[-1], w("spacing", after=twips(2 * paper.style.roles["body"].line)))
    yield from lines


def _tab() -> Element:
    return w("r", w("tab"))


def _formed(paragraph: Element, form: Element) -> Element:
    """Return the paragraph with a property that it has beside those of its style."""
    paragraph[0].append(form)
    return paragraph
