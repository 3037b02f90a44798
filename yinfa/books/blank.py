"""New workbooks: sheets with a head, drop-downs, notes, cells to fill in and cells that are locked; and no formula.

The same sheets make the same bytes, whenever and wherever they are written.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from openpyxl import Workbook
from openpyxl.cell import Cell as Written
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from yinfa.books.entries import Entry
from yinfa.sources.a1 import runs
from yinfa.sources.table import Column
from yinfa.writers.workbook import workbook_bytes

FONT, SIZE = "宋体", 11
HEAD, OPEN, KNOWN = "D9E2F3", "FFF8DC", "F2F2F2"  # fills: of the head, of what is to be filled in, of what is known
GROUNDS = {fill: PatternFill("solid", fgColor=fill) for fill in (HEAD, OPEN, KNOWN)}
THIN = Side(style="thin", color="BFBFBF")
LINE = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
LONGEST_LIST = 255  # characters that a drop-down's choices may have together
LONGEST_NOTE = 255  # characters that a cell may say when it is chosen
BLANK_ROWS = 200  # below the rows of a sheet to be written on, that have its drop-downs too
NARROWEST, WIDEST = 8, 40


@dataclass(frozen=True, slots=True)
class Head:
    """A column: its header and width in characters, what may be chosen below, what is said where it is chosen.

    `open` cells are to be filled in: they alone may be, where the sheet is locked. `remark` is a note at the header.
    """

    header: str
    width: float = 12
    choices: tuple[str, ...] = ()
    note: str = ""
    open: bool = False
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A cell with choices or a note of its own in the place of its column's."""

    value: Entry
    choices: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its columns, of which the first `keys` stay in sight, and its rows, a value for each column.

    A `locked` sheet lets only open cells be changed; no password is asked for. One that is not has blank rows to write
    on, with the drop-downs of the columns.
    """

    name: str
    heads: tuple[Head, ...]
    rows: tuple[tuple[Entry | Box, ...], ...] = ()
    keys: int = 0
    locked: bool = False
    hidden: bool = False


def heads_of(columns: Iterable[Column]) -> tuple[Head, ...]:
    """Return the columns of one of the plan's own sheets, to be written on: what may stand there is said at each."""
    return tuple(
        Head(each.header, _width(each.header), each.choices, open=True, remark=_remark(each)) for each in columns
    )


def workbook(sheets: Sequence[Sheet], title: str, made: date) -> bytes:
    """Return the workbook of these sheets; `title` and the day are what its properties tell."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for each in sheets:
        _write(each, book.create_sheet(each.name))
    book.properties.title, book.properties.creator = title, ""
    book.properties.language = "zh-CN"
    return workbook_bytes(book, datetime.combine(made, time()))


def _width(header: str) -> float:
    return min(WIDEST, max(NARROWEST, 2 * len(header) + 4))


def _remark(column: Column) -> str:
    """Return what a header says of its column."""
    needed = "必填。" if column.required else "没有内容的可以空着。"
    choices = f"可填：{'、'.join(column.choices)}。" if column.choices else ""
    return needed + choices + column.hint


def _write(sheet: Sheet, worksheet: Worksheet) -> None:
    for number, head in enumerate(sheet.heads, 1):
        worksheet.column_dimensions[get_column_letter(number)].width = head.width
        _head(_cell(worksheet, 1, number), head)
    for row, values in enumerate(sheet.rows, 2):
        for number, (head, value) in enumerate(zip(sheet.heads, values, strict=True), 1):
            _put(_cell(worksheet, row, number), value.value if isinstance(value, Box) else value, head, sheet)
    for validation in _validations(sheet):
        worksheet.add_data_validation(validation)
    _set_up(sheet, worksheet)
    if sheet.locked:
        _lock(worksheet)
    worksheet.sheet_state = "hidden" if sheet.hidden else "visible"


def _cell(worksheet: Worksheet, row: int, column: int) -> Written:
    cell = worksheet.cell(row, column)
    assert isinstance(cell, Written)  # noqa: S101  nothing is merged here
    return cell


def _head(cell: Written, head: Head) -> None:
    _text(cell, head.header)
    cell.font, cell.fill, cell.border = Font(name=FONT, size=SIZE, bold=True), GROUNDS[HEAD], LINE
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    if head.remark:
        cell.comment = Comment(head.remark, "", width=260, height=90)


def _put(cell: Written, value: Entry, head: Head, sheet: Sheet) -> None:
    if isinstance(value, str):
        _text(cell, value)
    else:
        cell.value = value
    cell.font, cell.border = Font(name=FONT, size=SIZE), LINE
    cell.alignment = Alignment(vertical="center", wrap_text=True)
    if sheet.locked:
        cell.fill = GROUNDS[OPEN if head.open else KNOWN]
        cell.protection = Protection(locked=not head.open)


def _text(cell: Written, value: str) -> None:
    """Write a text, which stays one whatever it begins with."""
    cell.value = value
    cell.data_type = "s"
    cell.quotePrefix = value[:1] in tuple("=+-@'")


def _validations(sheet: Sheet) -> list[DataValidation]:
    """Return what may be chosen in which cells, and what is said there, the cells that share it together."""
    places: dict[tuple[tuple[str, ...], str], list[str]] = defaultdict(list)
    for column, head in enumerate(sheet.heads):
        rows: dict[tuple[tuple[str, ...], str], list[int]] = defaultdict(list)
        for row, values in enumerate(sheet.rows if head.open else (), 2):
            own = values[column]
            box = own if isinstance(own, Box) else Box(own, head.choices, head.note)
            rows[box.choices, box.note].append(row)
        if head.open and not sheet.locked:
            below = len(sheet.rows) + 2
            rows[head.choices, head.note] += range(below, below + BLANK_ROWS)
        for each, numbers in rows.items():
            letter = get_column_letter(column + 1)
            places[each] += [f"{letter}{first}:{letter}{last}" for first, last in runs(numbers)]
    return [_validation(*each, where) for each, where in places.items() if any(each)]


def _validation(choices: tuple[str, ...], note: str, places: Sequence[str]) -> DataValidation:
    listed = ",".join(choices)
    is_list = bool(choices) and len(listed) <= LONGEST_LIST and not any(set(each) & set(',"') for each in choices)
    made = DataValidation(
        type="list" if is_list else None, formula1=f'"{listed}"' if is_list else None, allow_blank=True
    )
    made.sqref = " ".join(places)
    if note:
        made.showInputMessage, made.prompt = True, note[:LONGEST_NOTE]
    if is_list:
        made.showErrorMessage, made.error = True, f"请从列表中选择：{'、'.join(choices)}"[:LONGEST_NOTE]
    return made


def _set_up(sheet: Sheet, worksheet: Worksheet) -> None:
    """Keep the head in sight and on every page, let rows be filtered, print across on A4."""
    last = get_column_letter(len(sheet.heads))
    worksheet.freeze_panes = f"{get_column_letter(sheet.keys + 1)}2"
    if len(sheet.heads) > 1:
        worksheet.auto_filter.ref = f"A1:{last}{len(sheet.rows) + 1}"
    worksheet.print_title_rows = "1:1"
    setup = worksheet.page_setup
    setup.paperSize, setup.orientation = worksheet.PAPERSIZE_A4, worksheet.ORIENTATION_LANDSCAPE
    setup.fitToWidth, setup.fitToHeight = 1, 0
    worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    foot = worksheet.HeaderFooter.oddFooter
    assert foot is not None  # noqa: S101  it is there in every new sheet
    foot.center.text = "&A　第 &P 页，共 &N 页"


def _lock(worksheet: Worksheet) -> None:
    """Let only open cells be changed, and columns and rows be made wider; a lock against slips, not against people."""
    lock = worksheet.protection
    lock.sheet = True
    lock.formatColumns = lock.formatRows = lock.autoFilter = False
