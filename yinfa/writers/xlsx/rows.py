"""The rows of a sheet: its title, then the table with what a filter needs, every row whole."""

from itertools import accumulate
from math import ceil

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from yinfa.document.grid import Slot, slots
from yinfa.document.tree import Paragraph, Row, Table, Text
from yinfa.document.walk import text_of
from yinfa.styling import MM_PER_PT, Style
from yinfa.writers.measure import line_count
from yinfa.writers.xlsx.looks import GRID, ROLES, look_of
from yinfa.writers.xlsx.sheets import Sheet
from yinfa.writers.xlsx.values import Value, is_upright, value_of

MM_PER_UNIT = 7 / 96 * 25.4  # of a column's width: a digit of the workbook's standard font
NARROWEST = 8  # mm: room for a character
HAIR = 0.1  # mm
SMALLEST = 0.7  # to which a sheet is scaled to be as wide as a page: 12 pt are 8.4 pt then


def write_sheet(sheet: Sheet, worksheet: Worksheet, style: Style) -> int:
    """Write a sheet's title and its table, whose head stays in sight and bears the filter.

    Return on how many pages side by side it is to be printed: on one, unless its columns would be too narrow.
    """
    return _Writer(sheet, worksheet, style).write()


class _Writer:
    def __init__(self, sheet: Sheet, worksheet: Worksheet, style: Style) -> None:
        self._sheet = sheet
        self._worksheet = worksheet
        self._style = style
        self._area = style.page.area(wide=sheet.wide)[0]
        columns = sheet.table.columns
        self._scale = max(self._area / sum(columns), NARROWEST / min(columns))
        self._pages = ceil((self._scale * sum(columns) * SMALLEST - HAIR) / self._area)
        self._width = self._scale * sum(columns) / self._pages
        self._across = sum(self._scale * end <= self._width + HAIR for end in accumulate(columns))
        self._row = 0

    def write(self) -> int:
        """Write it all, from the first row down, and return on how many pages side by side it is to be printed."""
        self._set_widths(self._sheet.table)
        self._line("title", self._sheet.title)
        if self._sheet.label:
            self._line("label", self._sheet.label)
        self._table(self._sheet.table)
        return self._pages

    def _set_widths(self, table: Table) -> None:
        for number, weight in enumerate(table.columns, 1):
            width = self._scale * weight / MM_PER_UNIT
            self._worksheet.column_dimensions[get_column_letter(number)].width = round(width, 2)

    def _line(self, kind: str, words: str) -> None:
        """Write words across a page, on a row as high as they need, which no spreadsheet finds out by itself."""
        role = self._style.roles[ROLES[kind]]
        self._row += 1
        self._put(1, Value(words), role.word)
        self._worksheet.merge_cells(start_row=self._row, end_row=self._row, start_column=1, end_column=self._across)
        lines = line_count((Text(words),), role, self._width / MM_PER_PT)
        self._worksheet.row_dimensions[self._row].height = lines * role.line

    def _table(self, table: Table) -> None:
        top = self._row + 1
        for row in slots(table.head, len(table.columns)):
            self._slots(row, repeat=False)
        head = self._row
        self._merge_head(table.head, len(table.columns), top)
        for group in table.groups:
            for row in slots(group, len(table.columns)):
                self._slots(row, repeat=True)
        self._keep_in_sight(table, head)
        for note in table.notes:
            self._note(note)

    def _keep_in_sight(self, table: Table, head: int) -> None:
        """Freeze the head and the keys, print them on every page, and let all rows but totals be filtered."""
        totals = sum(any(cell.role == "total" for cell in row) for group in table.groups for row in group)
        self._worksheet.freeze_panes = f"{get_column_letter(table.keys + 1)}{head + 1}"
        if table.keys:
            self._worksheet.print_title_cols = f"A:{get_column_letter(table.keys)}"
        self._worksheet.print_title_rows = f"1:{head}"
        last = get_column_letter(len(table.columns))
        self._worksheet.auto_filter.ref = f"A{head}:{last}{self._row - totals}"

    def _slots(self, row: list[Slot], *, repeat: bool) -> None:
        """Write a row; in the body a cell that reaches down is written into each of its rows."""
        self._row += 1
        for slot in row:
            value = value_of(slot.cell) if repeat or slot.begun else Value("")
            role = GRID[slot.cell.role]
            side = "upright" if slot.cell.role == "head" and is_upright(slot.cell) else slot.cell.align
            look = look_of(role, side, self._style)
            for beyond in range(slot.cell.colspan):
                self._put(slot.column + 1 + beyond, Value("") if beyond else value, look)

    def _merge_head(self, head: tuple[Row, ...], width: int, top: int) -> None:
        for number, row in enumerate(slots(head, width), top):
            for slot in row:
                cell = slot.cell
                if slot.begun and (cell.rowspan, cell.colspan) != (1, 1):
                    self._worksheet.merge_cells(
                        start_row=number,
                        end_row=number + cell.rowspan - 1,
                        start_column=slot.column + 1,
                        end_column=slot.column + cell.colspan,
                    )

    def _note(self, note: Paragraph) -> None:
        self._line("note", text_of(note.children))

    def _put(self, column: int, value: Value, look: str) -> None:
        """Write a value in the present row; text stays text, whatever it begins with."""
        cell = self._worksheet.cell(self._row, column)
        cell.style = look
        if isinstance(value.value, str):
            if value.value:
                cell.value = value.value
                cell.data_type = "s"
                cell.quotePrefix = value.value[0] in "=+-@'"
        else:
            cell.value = value.value
            cell.number_format = value.number_format
