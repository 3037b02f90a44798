"""The rows of a sheet: its title, then each table with what a filter needs, every row whole."""

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from yinfa.document.tree import Paragraph, Row, Table, Text
from yinfa.document.walk import text_of
from yinfa.styling import MM_PER_PT, Style
from yinfa.writers.grid import Slot, slots
from yinfa.writers.measure import line_count
from yinfa.writers.xlsx.looks import GRID, ROLES, look_of
from yinfa.writers.xlsx.sheets import Labelled, Sheet
from yinfa.writers.xlsx.values import Value, is_upright, value_of

MM_PER_UNIT = 7 / 96 * 25.4  # of a column's width: a digit of the workbook's standard font


def write_sheet(sheet: Sheet, worksheet: Worksheet, style: Style) -> None:
    """Write a sheet's title and its tables; the first one's head stays in sight and bears the filter."""
    _Writer(sheet, worksheet, style).write()


class _Writer:
    def __init__(self, sheet: Sheet, worksheet: Worksheet, style: Style) -> None:
        self._sheet = sheet
        self._worksheet = worksheet
        self._style = style
        self._columns = max(len(each.table.columns) for each in sheet.tables)
        self._width = style.page.area(wide=sheet.wide)[0]
        self._row = 0

    def write(self) -> None:
        """Write it all, from the first row down."""
        self._set_widths(self._sheet.tables[0].table)
        self._line("title", self._sheet.title)
        for number, each in enumerate(self._sheet.tables):
            self._row += 1 if number else 0
            self._table(each, first=not number)

    def _set_widths(self, table: Table) -> None:
        for number, weight in enumerate(table.columns, 1):
            width = self._width * weight / sum(table.columns) / MM_PER_UNIT
            self._worksheet.column_dimensions[get_column_letter(number)].width = round(width, 2)

    def _line(self, kind: str, words: str) -> None:
        """Write words across all columns, on a row as high as they need, which no spreadsheet finds out by itself."""
        role = self._style.roles[ROLES[kind]]
        self._row += 1
        self._put(1, Value(words), role.word)
        self._worksheet.merge_cells(start_row=self._row, end_row=self._row, start_column=1, end_column=self._columns)
        lines = line_count((Text(words),), role, self._width / MM_PER_PT)
        self._worksheet.row_dimensions[self._row].height = lines * role.line

    def _table(self, labelled: Labelled, *, first: bool) -> None:
        if labelled.label:
            self._line("label", labelled.label)
        table = labelled.table
        top = self._row + 1
        for row in slots(table.head, len(table.columns)):
            self._slots(row, repeat=False)
        head = self._row
        self._merge_head(table.head, len(table.columns), top)
        for group in table.groups:
            for row in slots(group, len(table.columns)):
                self._slots(row, repeat=True)
        if first:
            self._keep_in_sight(table, head)
        for note in table.notes:
            self._note(note)

    def _keep_in_sight(self, table: Table, head: int) -> None:
        """Freeze the head, print it on every page, and let the rows be filtered: totals are left out of that."""
        totals = sum(any(cell.role == "total" for cell in row) for group in table.groups for row in group)
        self._worksheet.freeze_panes = f"A{head + 1}"
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
