"""New workbooks: what may be filled in and what is locked, what may be chosen, the same bytes each time."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from tests.collect.filling import INDICATORS, sent
from tests.openxml import sdk_faults
from tests.plans import write_plan
from yinfa.books.blank import BLANK_ROWS, Box, Head, Sheet, heads_of, workbook
from yinfa.diagnostics import Report
from yinfa.model.indicators import INDICATOR_COLUMNS
from yinfa.sources.table import read_table
from yinfa.sources.workbook import read_workbook

DAY = date(2014, 1, 2)
HEADS = (Head("编号"), Head("名称", 30), Head("状态", choices=("好", "差"), note="选一个", open=True, remark="必填"))
ROWS = (("a", "=1+1", Box(None, ("是", "否"), "另选")), ("b", Decimal("0.10"), "好"), ("c", "+5", None))
FORM = Sheet("表", HEADS, ROWS, keys=1, locked=True)


def saved(*sheets: Sheet) -> Worksheet:
    """Return the first sheet as another program opens it."""
    return load_workbook(BytesIO(workbook(sheets, "名称", DAY))).worksheets[0]


def at(sheet: Worksheet, place: str) -> Cell:
    """Return a cell."""
    cell = sheet[place]
    assert isinstance(cell, Cell)
    return cell


def test_only_open_cells_may_be_changed_and_are_seen_to_be() -> None:
    """No password is asked for by who must."""
    sheet = saved(FORM)
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    assert [each.protection.locked for each in sheet[2]] == [True, True, False]
    assert at(sheet, "A1").protection.locked
    assert len({at(sheet, place).fill.fgColor.rgb for place in ("A1", "A2", "C2")}) == 3


def test_what_may_be_chosen_and_what_is_said_there() -> None:
    """A cell may have choices of its own."""
    found = {str(each.sqref): (each.formula1, each.prompt) for each in saved(FORM).data_validations.dataValidation}
    assert found == {"C2": ('"是,否"', "另选"), "C3:C4": ('"好,差"', "选一个")}


def test_choices_that_a_list_cannot_hold_are_left_to_the_note() -> None:
    """A comma would part one in two, and there is no room for many."""
    for choices in (("甲,乙", "丙"), tuple(f"第{n}种情况" for n in range(60))):
        sheet = saved(Sheet("表", (Head("状态", choices=choices, note="选", open=True),), ((None,),), locked=True))
        assert [(each.formula1, each.prompt) for each in sheet.data_validations.dataValidation] == [(None, "选")]


def test_text_stays_text_whatever_it_begins_with() -> None:
    """No formula comes into being."""
    sheet = saved(FORM)
    assert [(at(sheet, place).value, at(sheet, place).data_type) for place in ("B2", "B4")] == [
        ("=1+1", "s"),
        ("+5", "s"),
    ]
    assert at(sheet, "B3").data_type == "n"


def test_the_head_and_the_keys_stay_in_sight_and_rows_may_be_filtered() -> None:
    """On paper the head is on every page."""
    sheet = saved(FORM)
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("B2", "A1:C4", "$1:$1")
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth) == ("landscape", 1)
    assert at(sheet, "C1").comment is not None


def test_a_sheet_to_write_on_has_its_lists_on_blank_rows_too() -> None:
    """Made of the columns that the program reads, it is read without a word."""
    sheet = saved(Sheet("指标", heads_of(INDICATOR_COLUMNS)))
    lists = {str(each.sqref): each.formula1 for each in sheet.data_validations.dataValidation}
    assert lists[f"C2:C{1 + BLANK_ROWS}"] == '"是,否"'
    assert not sheet.protection.sheet
    assert [each.value for each in sheet[1]] == [each.header for each in INDICATOR_COLUMNS]


def test_the_same_sheets_are_the_same_bytes() -> None:
    """Whatever the clock says."""
    assert workbook([FORM], "名称", DAY) == workbook([FORM], "名称", DAY)


def test_it_is_read_as_it_was_written(tmp_path: Path) -> None:
    """By the program itself."""
    path, report = tmp_path / "a.xlsx", Report()
    path.write_bytes(workbook([Sheet("指标", heads_of(INDICATOR_COLUMNS))], "名称", DAY))
    book = read_workbook(path, "a.xlsx", report)
    assert book is not None
    assert read_table(book, "指标", INDICATOR_COLUMNS, report) == []
    assert list(report) == []


@pytest.mark.slow
def test_what_units_are_sent_is_valid(tmp_path: Path) -> None:
    """By Open XML SDK; the forms in sight, what was sent out of sight."""
    books = sent(write_plan(tmp_path, evaluation=True), 2013, tmp_path / "out")
    for path in books.values():
        assert sdk_faults(path.read_bytes(), tmp_path / "a.xlsx") == ""
    book = load_workbook(books["县质监局"])
    assert [(each.title, each.sheet_state) for each in book] == [
        ("填表说明", "visible"),
        (INDICATORS, "visible"),
        ("任务进展情况", "visible"),
        ("项目进展情况", "visible"),
        ("配合事项", "visible"),
        ("回收核对", "hidden"),
    ]
