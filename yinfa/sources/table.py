"""A sheet as a table: a row of headers, and below it rows of cells called by those headers."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from yinfa.diagnostics import Origin, Report, closest, nearest
from yinfa.sources.a1 import place
from yinfa.sources.brief import Brief
from yinfa.sources.cells import Cell
from yinfa.sources.figures import text_of
from yinfa.sources.headers import Column, are_on_top, looks_like, places_of, plain
from yinfa.sources.workbook import Sheet, Workbook

__all__ = ["Column", "Row", "find_sheet", "read_table", "tell_unread"]

Row = dict[str, Cell]

_UNNAMED = re.compile(r"(sheet|工作表|表)\d*", re.IGNORECASE)  # what Excel and WPS call a new sheet

# How rows begin that are no data -> what to do about them.
_EXTRA = (
    (re.compile(r"[合总小]计([:(].*)?"), "合计由程序计算，删去此行"),
    (re.compile(r"(注|备注|说明|填表说明)\d*[:.、].*"), "删去此行；注写在 text 的 notes"),
    (re.compile(r"(填表|制表|填报|报送|审核|复核|联系)(人|单位|日期|时间|电话)?[:].*"), "删去此行"),
)


def find_sheet(workbook: Workbook, name: str) -> Sheet | None:
    """Return the sheet of this name in whatever width and with whatever blanks, or None."""
    return next((sheet for sheet in workbook.sheets.values() if plain(sheet.name) == plain(name)), None)


def read_table(workbook: Workbook, sheet_name: str, columns: Sequence[Column], report: Report) -> list[Row] | None:
    """Return the rows of a sheet that are not blank, each with a cell for every one of `columns`.

    Faulty headers leave no table, that is None; a fault within a row leaves the row as it is.
    """
    sheet = find_sheet(workbook, sheet_name)
    if sheet is None:
        hint = _renaming(workbook, sheet_name, columns)
        report.fault("sheet-missing", f"缺少工作表“{sheet_name}”", Origin(workbook.shown), hint)
        return None
    brief = Brief()
    rows = _rows(sheet, columns, brief)
    brief.pass_on(report, sheet.origin)
    return rows


def tell_unread(workbook: Workbook, read: Iterable[str], report: Report) -> None:
    """Tell of each sheet that holds something and is not among those that are read."""
    names = {plain(name): name for name in read}
    absent = [name for name in names.values() if find_sheet(workbook, name) is None]
    for sheet in workbook.sheets.values():
        if sheet.rows and plain(sheet.name) not in names:
            meant = closest(sheet.name, absent)
            hint = f"把它改名为“{meant}”" if meant else "内容要用的，移到应在的工作表；只是说明的，可不理会"
            report.notice("sheet-unread", f"工作表“{sheet.name}”不会被读取", sheet.origin, hint)


def _renaming(workbook: Workbook, name: str, columns: Sequence[Column]) -> str:
    """Return which sheet to rename, by its name or its columns, or which there are when none seems to be meant."""
    alike = (sheet.name for sheet in workbook.sheets.values() if looks_like(sheet, columns))
    unnamed = (sheet.name for sheet in workbook.sheets.values() if sheet.rows and _UNNAMED.fullmatch(sheet.name))
    meant = closest(name, workbook.sheets) or next(alike, "") or next(unnamed, "")
    return f"把工作表“{meant}”改名为“{name}”" if meant else nearest(name, workbook.sheets)


def _rows(sheet: Sheet, columns: Sequence[Column], report: Report) -> list[Row] | None:
    if not are_on_top(columns, sheet, report):
        return None
    extra = {number for number, cells in enumerate(sheet.rows, 1) if number > 1 and _is_extra(cells, report)}
    places = places_of(columns, sheet, report) if _merges_are_fine(sheet, extra, report) else None
    if places is None:
        return None
    data = (cells for number, cells in enumerate(sheet.rows, 1) if number > 1 and number not in extra)
    rows = [_row(cells, places, columns, sheet, report) for cells in data if not _is_blank(cells)]
    for row in rows:
        _check_row(row, columns, sheet, report)
    return rows


def _is_extra(cells: Sequence[Cell], report: Report) -> bool:
    """Return whether a row is a total or a note, which is told."""
    first = next((cell for cell in cells if not cell.is_blank), None)
    words = text_of(first) if first else ""
    for pattern, hint in _EXTRA if first else ():
        if pattern.fullmatch(plain(words)):
            report.fault("row-extra", f"“{words[:20]}”一行不是数据", cells[0].origin, hint)
            return True
    return False


def _merges_are_fine(sheet: Sheet, extra: set[int], report: Report) -> bool:
    """Return whether the headers are free of merged cells; those below are faults too (case 31)."""
    for area in sheet.merged:
        origin = Origin(sheet.origin.file, sheet=sheet.name, cell=str(area))
        if area.top == 1:
            report.fault("merged-header", "表头含有合并单元格，分不清各列", origin, "取消合并，每列在第 1 行写一个表头")
        elif area.top <= len(sheet.rows) and area.top not in extra:
            report.fault("merged-cells", "数据含有合并单元格，只有左上角一格有值", origin, "取消合并，每格填写各自的值")
    return not any(area.top == 1 for area in sheet.merged)


def _is_blank(cells: Iterable[Cell]) -> bool:
    return all(cell.is_blank for cell in cells)


def _row(cells: Sequence[Cell], places: dict[str, int], columns: Sequence[Column], sheet: Sheet, report: Report) -> Row:
    """Return a row by header; a column that is left out is blank."""
    absent = Cell(None, sheet.origin)
    indexes = ((column, places.get(plain(column.header))) for column in columns)
    return {
        column.header: absent if index is None else _respelt(cells[index], column, report) for column, index in indexes
    }


def _respelt(cell: Cell, column: Column, report: Report) -> Cell:
    """Return a cell with its choice as it is spelt here, saying so when it was spelt otherwise."""
    word = text_of(cell)
    meant = column.spellings.get(plain(word), word)
    if meant == word:
        return cell
    report.notice("cell-form", f"“{word}”已读作“{meant}”", cell.origin, f"写成“{meant}”可免此提示")
    return replace(cell, value=meant)


def _check_row(row: Row, columns: Sequence[Column], sheet: Sheet, report: Report) -> None:
    """Tell of blanks where something is required, and of words that are not among the choices."""
    for column in columns:
        cell = row[column.header]
        if column.required and cell.is_blank and not _is_covered(cell, sheet):
            report.fault("cell-blank", f"“{column.header}”不能为空", cell.origin, _filling(column))
        word = text_of(cell)
        if column.choices and word and word not in column.choices:
            message = f"“{column.header}”不能是“{word[:40]}”"
            report.fault("cell-choice", message, cell.origin, nearest(word, column.choices))


def _is_covered(cell: Cell, sheet: Sheet) -> bool:
    """Return whether a cell lies in a merge, which has been told already."""
    return any(area.covers(*place(cell.origin.cell)) for area in sheet.merged)


def _filling(column: Column) -> str:
    """Return what may be filled in."""
    choices = f"可填：{'、'.join(column.choices)}" if column.choices else "填写此格；没有内容时删去整行"
    return column.hint or choices
