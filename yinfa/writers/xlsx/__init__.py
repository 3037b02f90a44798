"""The XLSX writer: the tables of a paper as sheets to filter, print and send round; its prose is left to the others."""

from datetime import datetime
from io import BytesIO
from typing import cast
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.xml.constants import ARC_CORE, ARC_STYLE, SHEET_MAIN_NS
from openpyxl.xml.functions import fromstring, tostring

from yinfa.document.tree import Document
from yinfa.styling import Style
from yinfa.writers.archive import packed
from yinfa.writers.layout import Layout
from yinfa.writers.xlsx.looks import named_styles
from yinfa.writers.xlsx.pages import set_up
from yinfa.writers.xlsx.rows import write_sheet
from yinfa.writers.xlsx.sheets import sheets_of

# What a font consists of, in the order of ISO/IEC 29500 (CT_Font).
FONT = (
    *("b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color"),
    *("name", "family", "charset", "scheme"),
)


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
    return _bytes(book, document)


def _bytes(book: Workbook, document: Document) -> bytes:
    """Return the file; the document's own date is the only clock, though openpyxl looks at another."""
    stream = BytesIO()
    book.save(stream)
    core = book.properties
    core.title, core.subject, core.category = document.title, document.subject, document.kind
    core.creator = core.lastModifiedBy = document.author
    core.language = "zh-CN"
    core.created = core.modified = datetime.fromisoformat(document.date)
    with ZipFile(stream) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    changed = {ARC_CORE: tostring(core.to_tree()), ARC_STYLE: _fonts_in_order(parts[ARC_STYLE])}
    return packed((parts | changed).items())


def _fonts_in_order(styles: bytes) -> bytes:
    """Return the part of the styles with what a font consists of in the order of the standard; openpyxl has its own."""
    root = fromstring(styles)
    for font in root.iter(f"{{{SHEET_MAIN_NS}}}font"):
        font[:] = sorted(font, key=lambda each: FONT.index(each.tag.rpartition("}")[2]))
    return cast(bytes, tostring(root))  # whatever its stub says
