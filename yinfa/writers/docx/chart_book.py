"""The workbook inside a chart, which Word opens to edit its figures: labels down, series across."""

from datetime import datetime

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.utils import absolute_coordinate, get_column_letter, quote_sheetname
from openpyxl.worksheet.worksheet import Worksheet

from yinfa.document.tree import Chart, Num
from yinfa.writers.number_format import literal, number_format
from yinfa.writers.workbook import workbook_bytes

SHEET = "数据"


def chart_book(chart: Chart, made: datetime) -> bytes:
    """Return the workbook with the figures of a chart, a gap an empty cell, `made` at the time that it tells."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = SHEET
    for row, label in enumerate(chart.labels, 2):
        _write(sheet, row, 1, label)
    for column, series in enumerate(chart.series, 2):
        _write(sheet, 1, column, series.name)
        for row, figure in enumerate(series.values, 2):
            if figure:
                cell = sheet.cell(row, column, figure.value)
                cell.number_format = format_of(figure)
    return workbook_bytes(book, made)


def _write(sheet: Worksheet, row: int, column: int, words: str) -> None:
    """Write text, which stays text whatever it begins with, in its lines."""
    cell = sheet.cell(row, column, words)
    cell.data_type, cell.alignment = "s", Alignment(wrap_text="\n" in words)


def labels_at(chart: Chart) -> str:
    """Return where the labels stand."""
    return _range(1, 2, len(chart.labels) + 1)


def name_at(series: int) -> str:
    """Return where the name of a series stands, counted from 0."""
    return _range(series + 2, 1, 1)


def figures_at(series: int, chart: Chart) -> str:
    """Return where the figures of a series stand, counted from 0."""
    return _range(series + 2, 2, len(chart.labels) + 1)


def format_of(figure: Num) -> str:
    """Return the number format that prints a figure as the paper does, if need be by its very words."""
    return (figure.value is not None and number_format(figure.text, figure.value)) or literal(figure.text)


def _range(column: int, first: int, last: int) -> str:
    letter = get_column_letter(column)
    place = f"{letter}{first}" if first == last else f"{letter}{first}:{letter}{last}"
    return f"{quote_sheetname(SHEET)}!{absolute_coordinate(place)}"
