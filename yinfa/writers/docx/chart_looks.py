"""How the parts of a chart look in DrawingML: fills, strokes and type, from the form's measures."""

from typing import Any, cast

from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.colors import ColorChoice
from openpyxl.drawing.fill import PatternFillProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Font, Paragraph, ParagraphProperties, RichTextProperties

from yinfa.document.charts import Look
from yinfa.styling import ChartStyle, Style

BLACK, WHITE = "000000", "FFFFFF"
EMU_PER_PT = 12700
NOTHING = GraphicalProperties(noFill=True, ln=LineProperties(noFill=True))
WHITENED = GraphicalProperties(solidFill=WHITE, ln=LineProperties(noFill=True))  # no line goes through a label
_LABEL = RichTextProperties(wrap="none", lIns=19050, tIns=0, rIns=19050, bIns=0, anchor="ctr", spAutoFit=True)  # 1.5 pt
_END = CharacterProperties(lang="zh-CN")


def fill(look: Look, style: ChartStyle) -> GraphicalProperties:
    """Return what a bar is filled with, and its outline."""
    shade, outline = style.looks[look], stroke(BLACK, style)
    if look in style.hatched:
        lines = PatternFillProperties("wdUpDiag", _colour(BLACK), _colour(shade))
        return GraphicalProperties(pattFill=lines, ln=outline)
    return GraphicalProperties(solidFill=shade, ln=outline)


def stroke(colour: str, style: ChartStyle, *, times: float = 1, dashed: bool = False) -> LineProperties:
    """Return a line of so many `times` the stroke of the form."""
    width = round(style.stroke * times * EMU_PER_PT)
    return LineProperties(w=width, solidFill=colour, prstDash="dash" if dashed else "solid")


def type_of(style: Style, size: float, frame: RichTextProperties | None = None) -> RichText:
    """Return type of a size in pt, Han and Latin characters each in their face."""
    return RichText(frame, p=[Paragraph(pPr=ParagraphProperties(defRPr=characters(style, size)), endParaRPr=_END)])


def characters(style: Style, size: float) -> CharacterProperties:
    """Return the properties of characters of a size in pt, black as all text (gbt9704 8)."""
    return CharacterProperties(
        lang="zh-CN",
        altLang="en-US",
        sz=round(size * 100),
        b=False,
        solidFill=BLACK,
        latin=Font(typeface=style.faces["latin"].docx),
        ea=Font(typeface=style.faces[style.chart.face].docx),
    )


def label_looks(look: Look, style: Style, size: float, *, inside: bool) -> tuple[GraphicalProperties, RichText]:
    """Return the ground and the type of a label: none `inside` of a plain bar, white upon strokes and lines."""
    plain = inside and look not in style.chart.hatched
    return NOTHING if plain else WHITENED, type_of(style, size, _LABEL)


def _colour(rgb: str) -> ColorChoice:
    return ColorChoice(srgbClr=cast(Any, rgb))  # whatever its stub says
