"""A sheet as a table: a row of headers, and below it rows of cells called by those headers."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from yinfa.diagnostics import Origin, Report, nearest
from yinfa.sources.a1 import place
from yinfa.sources.cells import Cell
from yinfa.sources.figures import text_of
from yinfa.sources.workbook import Sheet, Workbook

Row = dict[str, Cell]


@dataclass(frozen=True)
class Column:
    """A column that is read: its header, and what may stand below it.

    A required column must have its header and no blank cell; one that is not may be left out altogether.
    """

    header: str
    required: bool = True
    choices: tuple[str, ...] = ()


def read_table(workbook: Workbook, sheet_name: str, columns: Sequence[Column], report: Report) -> list[Row]:
    """Return the rows of a sheet that are not blank, each with a cell for every one of `columns`.

    Faulty headers leave no rows; a fault within a row leaves the row as it is.
    """
    sheet = workbook.sheets.get(sheet_name)
    if sheet is None:
        hint = nearest(sheet_name, workbook.sheets)
        report.fault("sheet-missing", f"缺少工作表“{sheet_name}”", Origin(workbook.shown), hint)
        return []
    if not _merges_are_fine(sheet, report):
        return []
    places = _places(sheet, report)
    _check_headers(places, columns, sheet, report)
    if any(column.required and plain(column.header) not in places for column in columns):
        return []
    rows = [_row(cells, places, columns, sheet) for cells in sheet.rows[1:] if not _is_blank(cells)]
    for row in rows:
        _check_row(row, columns, sheet, report)
    return rows


def tell_unread(workbook: Workbook, read: Iterable[str], report: Report) -> None:
    """Tell of each sheet that holds something and is not among those that are read."""
    for sheet in workbook.sheets.values():
        if sheet.rows and sheet.name not in read:
            hint = "内容要用的，移到应在的工作表；只是说明的，可不理会"
            report.notice("sheet-unread", f"工作表“{sheet.name}”不会被读取", sheet.origin, hint)


def plain(header: str) -> str:
    """Return a header as it is compared: half-width where it can be, without blanks and line breaks."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", header))


def _merges_are_fine(sheet: Sheet, report: Report) -> bool:
    """Return whether the headers are free of merged cells; those below are faults too (case 31)."""
    for area in sheet.merged:
        origin = Origin(sheet.origin.file, sheet=sheet.name, cell=str(area))
        if area.top == 1:
            report.fault("merged-header", "表头含有合并单元格，分不清各列", origin, "取消合并，每列在第 1 行写一个表头")
        elif area.top <= len(sheet.rows):
            report.fault("merged-cells", "数据含有合并单元格，只有左上角一格有值", origin, "取消合并，每格填写各自的值")
    return not any(area.top == 1 for area in sheet.merged)


def _places(sheet: Sheet, report: Report) -> dict[str, int]:
    """Return the index of each column by its plain header; the same header twice is a fault."""
    places: dict[str, int] = {}
    for index, cell in enumerate(sheet.rows[0] if sheet.rows else ()):
        header = plain(text_of(cell))
        if header in places:
            message = f"表头“{header}”出现两次（前一处在 {sheet.rows[0][places[header]].origin.cell}）"
            report.fault("header-twice", message, cell.origin, "删去或改名其中一列")
        elif header:
            places[header] = index
        elif any(not row[index].is_blank for row in sheet.rows[1:]):
            report.warning("header-unknown", "此列有内容而没有表头，不会被读取", cell.origin, "补上表头，或删去此列")
    return places


def _check_headers(places: dict[str, int], columns: Sequence[Column], sheet: Sheet, report: Report) -> None:
    """Tell which headers are missing, and which nobody reads."""
    known = {plain(column.header): column for column in columns}
    strange = [header for header in places if header not in known]
    for header, column in known.items():
        if column.required and header not in places:
            message, hint = (
                f"缺少表头“{column.header}”（表头须在第 1 行）",
                nearest(header, strange or places),
            )
            report.fault("header-missing", message, sheet.origin, hint)
    unused = [column.header for header, column in known.items() if header not in places]
    for header in strange:
        message = f"表头“{header}”不认识，此列不会被读取"
        report.warning("header-unknown", message, sheet.rows[0][places[header]].origin, nearest(header, unused))


def _is_blank(cells: Iterable[Cell]) -> bool:
    return all(cell.is_blank for cell in cells)


def _row(cells: Sequence[Cell], places: dict[str, int], columns: Sequence[Column], sheet: Sheet) -> Row:
    """Return a row by header; a column that is left out is blank."""
    absent = Cell(None, sheet.origin)
    indexes = {column.header: places.get(plain(column.header)) for column in columns}
    return {header: absent if index is None else cells[index] for header, index in indexes.items()}


def _check_row(row: Row, columns: Sequence[Column], sheet: Sheet, report: Report) -> None:
    """Tell of blanks where something is required, and of words that are not among the choices."""
    for column in columns:
        cell = row[column.header]
        if column.required and cell.is_blank and not _is_covered(cell, sheet):
            report.fault("cell-blank", f"“{column.header}”不能为空", cell.origin, _choices(column))
        word = text_of(cell)
        if column.choices and word and word not in column.choices:
            message = f"“{column.header}”不能是“{word[:40]}”"
            report.fault("cell-choice", message, cell.origin, nearest(word, column.choices))


def _is_covered(cell: Cell, sheet: Sheet) -> bool:
    """Return whether a cell lies in a merge, which has been told already."""
    return any(area.covers(*place(cell.origin.cell)) for area in sheet.merged)


def _choices(column: Column) -> str:
    """Return what may be filled in."""
    return f"可填：{'、'.join(column.choices)}" if column.choices else "填写此格；没有内容时删去整行"
