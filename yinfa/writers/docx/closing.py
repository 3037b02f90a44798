"""What closes a red-head document: 附件说明, 署名 and 成文日期, 版记 (gbt9704 22-25, 28-31)."""

from collections.abc import Iterator, Sequence

from docx.oxml.shape import CT_Inline
from docx.shared import Length, Mm
from lxml import etree

from yinfa.document.tree import Attachments, Imprint, Signature
from yinfa.fitting import SignaturePlace, breadth_of, ordinal_room, signature_place
from yinfa.styling import MM_PER_PT
from yinfa.writers.docx.frames import cell, frame, whole_row
from yinfa.writers.docx.inlines import run, runs
from yinfa.writers.docx.paper import Paper
from yinfa.writers.docx.xml import Element, Value, eighths, mm_twips, twips, w
from yinfa.writers.titles import ATTACHED, COPIED, ISSUED

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


def attachment_paragraphs(attachments: Attachments, paper: Paper) -> Iterator[Element]:
    """Yield 附件说明: one name, or several that Word numbers, kept on the page of the signature."""
    names = [list(runs(name, paper.bookmarks)) for name in attachments.names]
    if len(names) == 1:
        yield paper.paragraph("attachments", run(ATTACHED), *names[0], keep=True)
        return
    following = paper.numbers.ordered("attachments-next", 2)
    for n, name in enumerate(names):
        key = "attachments-next" if n else "attachments-first"
        numbered = following if n else paper.numbers.ordered(key)
        paragraph = paper.paragraph(key, *name, numbered=numbered, keep=True)
        yield _hung(paragraph, len(names), paper, 0 if n else breadth_of(ATTACHED))


def _hung(paragraph: Element, names: int, paper: Paper, before: float) -> Element:
    """Return a name of 附件说明, its ordinal wider than in its style where there are ten names."""
    role, room = paper.style.roles["attachments"], ordinal_room(names)
    if room > ordinal_room(2):
        left, hanging = role.indent + breadth_of(ATTACHED) + room, before + room
        paragraph[0].append(w("ind", left=twips(left * role.advance), hanging=twips(hanging * role.advance)))
    return paragraph


def signature_paragraphs(signature: Signature, paper: Paper) -> Iterator[Element]:
    """Yield 署名 and 成文日期, each name as far from the right edge as `fitting` has it, the seal behind them."""
    place, roles = signature_place(signature, paper.style), paper.style.roles
    line, blank = roles["signature"].line, place.before
    for names in place.lines:
        yield _abreast(names, signature, place, paper, blank * line)
        blank = place.apart
    seal = [_seal(signature, place, paper)] if signature.seal else []
    date = paper.paragraph("signature-date", *seal, run(signature.date))
    before = 0 if signature.organs else place.before * line
    yield _placed(date, before, place.date * roles["signature-date"].advance)


def _abreast(names: Sequence[int], signature: Signature, place: SignaturePlace, paper: Paper, before: float) -> Element:
    """Return the names of a line: a lone one by its indent, several led to their middles by tabs."""
    advance, organs = paper.style.roles["signature"].advance, signature.organs
    if len(names) == 1:
        words = run(organs[names[0]])
        return _placed(paper.paragraph("signature", words), before, place.organs[names[0]] * advance)
    content = [part for name in names for part in (w("r", w("tab")), run(organs[name]))]
    paragraph = paper.paragraph("signature", *content)
    width = paper.style.page.text_width / MM_PER_PT
    middles = (width - (place.organs[name] + breadth_of(organs[name]) / 2) * advance for name in names)
    stops = (w("tab", val="center", pos=twips(middle)) for middle in middles)
    paragraph[0].extend([w("tabs", *stops), w("spacing", before=twips(before)), w("jc", val="left")])
    return paragraph


def _placed(paragraph: Element, before: float, right: float) -> Element:
    """Return a paragraph with a space above and at its right, in pt."""
    paragraph[0].extend([w("spacing", before=twips(before)), w("ind", right=twips(right))])
    return paragraph


def _seal(signature: Signature, place: SignaturePlace, paper: Paper) -> Element:
    """Return the run that hangs the seal behind the text, where it moves no line."""
    relation, ratio = paper.package.add_picture(signature.seal)
    number = paper.package.next_drawing()
    wide, role = paper.style.fitting.seal, paper.style.roles["signature"]
    high = wide * ratio
    middle = (place.date + breadth_of(signature.date) / 2) * role.advance * MM_PER_PT
    left = paper.style.page.text_width - max(middle - wide / 2, 0) - wide
    inline = CT_Inline.new_pic_inline(number, relation, f"seal{number}", _emu(wide), _emu(high))
    inline.docPr.set("descr", "印章")
    anchor = _anchor(inline, _emu(left), _emu(-paper.style.fitting.raised - high / 2))
    return w("r", w("drawing", anchor))


def _anchor(inline: Element, left: int, down: int) -> Element:
    """Return a picture that stood in a line as one that stands behind the text, in EMU from margin and paragraph."""
    given = {"simplePos": "0", "relativeHeight": "1", "behindDoc": "1", "locked": "0", "layoutInCell": "1"}
    far = dict.fromkeys(("distT", "distB", "distL", "distR"), "0")
    anchor = _wp("anchor", **far, **given, allowOverlap="1")
    extent, *others = inline
    anchor.append(_wp("simplePos", x="0", y="0"))
    anchor.extend((_position("positionH", "margin", left), _position("positionV", "paragraph", down)))
    anchor.extend((extent, _wp("wrapNone"), *others))
    return anchor


def _position(tag: str, origin: str, offset: int) -> Element:
    position, place = _wp(tag, relativeFrom=origin), _wp("posOffset")
    place.text = str(offset)
    position.append(place)
    return position


def _wp(tag: str, **attributes: str) -> Element:
    return etree.Element(f"{{{_DRAWING}}}{tag}", attributes, {"wp": _DRAWING})


def _emu(millimetres: float) -> Length:
    return Length(Mm(millimetres))


def imprint_elements(imprint: Imprint, paper: Paper) -> list[Element]:
    """Return 版记: a table that floats to the foot of the type area, and what it hangs on; a letter's has no rules."""
    page = paper.style.page
    left, width = mm_twips(page.left), mm_twips(page.text_width)
    # LibreOffice lets a table of the full width float only where it is placed from the edge of the sheet
    place = w("tblpPr", vertAnchor="margin", horzAnchor="page", tblpX=left, tblpYSpec="bottom")
    rows = (whole_row(cell(width, line)) for line in _imprint_lines(imprint, paper))
    table = frame([width], rows, place=place, looks=_rules(paper) if imprint.printer else None)
    return [table, paper.paragraph("section-end")]


def _imprint_lines(imprint: Imprint, paper: Paper) -> Iterator[Element]:
    if imprint.copies:
        yield paper.paragraph("imprint-copies", run(COPIED + imprint.copies))
    if imprint.printer:
        date = [w("r", w("tab")), run(imprint.date + ISSUED)] if imprint.date else []
        yield paper.paragraph("imprint", run(imprint.printer), *date)


def _rules(paper: Paper) -> Element:
    form = paper.style.fitting
    widths = {"top": form.imprint_edge, "bottom": form.imprint_edge, "insideH": form.imprint_inner}
    look: dict[str, Value] = {"val": "single", "space": 0, "color": "auto"}
    return w("tblBorders", *(w(edge, sz=eighths(width / MM_PER_PT), **look) for edge, width in widths.items()))
