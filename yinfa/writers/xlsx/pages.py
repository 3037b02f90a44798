"""How a sheet is printed: the form's paper, margins, page number and mark, as wide as its pages."""

from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from yinfa.styling import MM_PER_PT, PageForm, Style

MM_PER_INCH = 25.4


def set_up(worksheet: Worksheet, mark: str, style: Style, *, wide: bool, abreast: int) -> None:
    """Set a sheet up for printing on so many pages side by side."""
    setup = worksheet.page_setup
    setup.paperSize = worksheet.PAPERSIZE_A4
    setup.orientation = worksheet.ORIENTATION_LANDSCAPE if wide else worksheet.ORIENTATION_PORTRAIT
    setup.fitToWidth, setup.fitToHeight = abreast, 0
    worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    worksheet.print_options.horizontalCentered = True
    worksheet.page_margins = _margins(style.page, style, wide=wide)
    _head_and_foot(worksheet, mark, style)


def _margins(page: PageForm, style: Style, *, wide: bool) -> PageMargins:
    sides = {side: margin / MM_PER_INCH for side, margin in page.margins(wide=wide).items()}
    line = style.roles["number"].line * MM_PER_PT
    foot = min(sides["bottom"], (page.bottom - page.number_gap - line) / MM_PER_INCH)
    return PageMargins(**sides, header=page.mark_top / MM_PER_INCH, footer=foot)


def _head_and_foot(worksheet: Worksheet, mark: str, style: Style) -> None:
    """Set the page number, a character in from the right and on even pages from the left, and the mark (gbt9704 33)."""
    worksheet.HeaderFooter.differentOddEven = True
    mark = mark.replace("&", "&&")
    number = {"odd": ("right", "— &P —\u3000"), "even": ("left", "\u3000— &P —")}
    for parity, (side, words) in number.items():
        _words(getattr(worksheet.HeaderFooter, f"{parity}Footer"), side, words, "number", style)
        if mark:
            _words(getattr(worksheet.HeaderFooter, f"{parity}Header"), "right", mark, "mark", style)


def _words(item: HeaderFooterItem, side: str, words: str, role: str, style: Style) -> None:
    part, form = getattr(item, side), style.roles[role]
    part.text, part.size = words, round(form.size)
    part.font = f"{style.faces[form.face].docx},Regular"
