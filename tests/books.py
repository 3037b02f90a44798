"""Workbooks of a plan, by code: each content is written once, for many tests want the same and openpyxl is slow."""

from collections.abc import Mapping
from io import BytesIO

from openpyxl import Workbook

from yinfa.sources.table import Column

Rows = tuple[tuple[object, ...], ...]
Tables = dict[str, tuple[tuple[Column, ...], Rows]]
_WRITTEN: dict[str, bytes] = {}


def book(sheets: Tables, cells: dict[str, object]) -> bytes:
    """Return the workbook of these sheets with those of `cells` that are theirs changed, and take these out of it."""
    rows = {title: ([column.header for column in columns], rows) for title, (columns, rows) in sheets.items()}
    changed = {place: cells.pop(place) for place in list(cells) if place.split("!")[0] in sheets}
    content = repr((rows, changed))  # as it is written, for 1 equals 1.0 and True
    if content not in _WRITTEN:
        _WRITTEN[content] = _saved(rows, changed)
    return _WRITTEN[content]


def _saved(sheets: Mapping[str, tuple[list[str], Rows]], cells: Mapping[str, object]) -> bytes:
    made, file = Workbook(), BytesIO()
    made.remove(made.worksheets[0])
    for title, (headers, rows) in sheets.items():
        sheet = made.create_sheet(title)
        for row in (headers, *rows):
            sheet.append(row)
    for place, value in cells.items():
        title, _, cell = place.partition("!")
        made[title][cell].value = value
    made.save(file)
    return file.getvalue()
