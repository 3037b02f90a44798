"""The bytes of a workbook, the same whenever it is made."""

from datetime import datetime
from io import BytesIO
from typing import cast
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.xml.constants import ARC_CORE, ARC_STYLE, SHEET_MAIN_NS
from openpyxl.xml.functions import fromstring, tostring

from yinfa.writers.archive import packed

# What a font consists of, in the order of ISO/IEC 29500 (CT_Font).
FONT = (
    *("b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color"),
    *("name", "family", "charset", "scheme"),
)


def workbook_bytes(book: Workbook, made: datetime) -> bytes:
    """Return the file of a workbook, `made` at the only time that it tells, though openpyxl looks at a clock."""
    stream = BytesIO()
    book.save(stream)
    book.properties.created = book.properties.modified = made
    with ZipFile(stream) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    changed = {ARC_CORE: tostring(book.properties.to_tree()), ARC_STYLE: _fonts_in_order(parts[ARC_STYLE])}
    return packed((parts | changed).items())


def _fonts_in_order(styles: bytes) -> bytes:
    """Return the part of the styles with what a font consists of in the order of the standard; openpyxl has its own."""
    root = fromstring(styles)
    for font in root.iter(f"{{{SHEET_MAIN_NS}}}font"):
        font[:] = sorted(font, key=lambda each: FONT.index(each.tag.rpartition("}")[2]))
    return cast(bytes, tostring(root))  # whatever its stub says
