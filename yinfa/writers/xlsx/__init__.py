"""The XLSX writer: the tables of a paper as sheets to filter, print and send round; its prose is left to the others."""

from datetime import datetime

from openpyxl import Workbook

from yinfa.document.tree import Document
from yinfa.styling import Style
from yinfa.writers.layout import Layout
from yinfa.writers.workbook import workbook_bytes
from yinfa.writers.xlsx.looks import named_styles
from yinfa.writers.xlsx.pages import set_up
from yinfa.writers.xlsx.rows import write_sheet
from yinfa.writers.xlsx.sheets import sheets_of


def write_xlsx(document: Document, style: Style, _layout: Layout) -> bytes:
    """Return the tables of `document` as a workbook without formulas, which needs no layout: it has no pages."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for look in named_styles(style):
        book.add_named_style(look)
    for each in sheets_of(document):
        worksheet = book.create_sheet(each.name)
        abreast = write_sheet(each, worksheet, style)
        set_up(worksheet, document.mark, style, wide=each.wide, abreast=abreast)
    _describe(book, document)
    return workbook_bytes(book, datetime.fromisoformat(document.date))


def _describe(book: Workbook, document: Document) -> None:
    core = book.properties
    core.title, core.subject, core.category = document.title, document.subject, document.kind
    core.creator = core.lastModifiedBy = document.author
    core.language = "zh-CN"
