"""Pictures: one paragraph with the picture in its line, and one with its caption."""

from typing import cast

from docx.oxml.shape import CT_Inline
from docx.shared import Length, Mm

from yinfa.document.tree import Figure
from yinfa.writers.docx.paper import Paper
from yinfa.writers.docx.xml import Element, w


def figure_paragraphs(figure: Figure, paper: Paper) -> list[Element]:
    """Return the picture's paragraph and its caption's."""
    picture = paper.paragraph("figure", w("r", w("drawing", _picture(figure, paper))))
    return [picture, paper.title("figure-caption", "figure", figure.id, figure.ordinal, figure.caption)]


def _picture(figure: Figure, paper: Paper) -> Element:
    relation, ratio = paper.package.add_picture(figure.data)
    width = _fitting(figure.width, ratio, paper)
    number = paper.bookmarks[figure.id].number
    inline = CT_Inline.new_pic_inline(number, relation, f"picture{number}", _emu(width), _emu(width * ratio))
    inline.docPr.set("descr", figure.alt)
    return cast(Element, inline)


def _fitting(width: float, ratio: float, paper: Paper) -> float:
    """Return the width in mm at which the picture stands within the type area."""
    page, wide = paper.style.page, paper.page == "landscape"
    return min(width, page.area(wide=wide)[0], page.picture_height(wide=wide) / ratio)


def _emu(millimetres: float) -> Length:
    return Length(Mm(millimetres))
