"""The shipped workbooks are pleasant to edit: what the program reads has its header and its drop-down, no more."""

from collections.abc import Iterator

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from yinfa.model.actuals import ACTUAL_COLUMNS, ACTUALS, REVISION_COLUMNS, REVISIONS
from yinfa.model.indicators import INDICATOR_COLUMNS, INDICATORS
from yinfa.model.opinions import OPINION_COLUMNS, OPINIONS
from yinfa.model.progress import PROJECT_PROGRESS, PROJECT_PROGRESS_COLUMNS, TASK_PROGRESS, TASK_PROGRESS_COLUMNS
from yinfa.model.projects import PROJECT_COLUMNS, PROJECTS
from yinfa.paths import DATA

COLUMNS = {
    INDICATORS: INDICATOR_COLUMNS,
    ACTUALS: ACTUAL_COLUMNS,
    REVISIONS: REVISION_COLUMNS,
    PROJECTS: PROJECT_COLUMNS,
    OPINIONS: OPINION_COLUMNS,
    TASK_PROGRESS: TASK_PROGRESS_COLUMNS,
    PROJECT_PROGRESS: PROJECT_PROGRESS_COLUMNS,
}


def sheets() -> Iterator[Worksheet]:
    """Yield every sheet of every shipped workbook."""
    for path in sorted(DATA.glob("*/*.xlsx")):
        yield from load_workbook(path).worksheets


@pytest.mark.parametrize("sheet", list(sheets()), ids=lambda sheet: sheet.title)
def test_a_sheet_has_the_headers_that_are_read(sheet: Worksheet) -> None:
    """In their order, and kept in sight."""
    assert [cell.value for cell in sheet[1]] == [column.header for column in COLUMNS[sheet.title]]
    assert sheet.freeze_panes == "A2"


@pytest.mark.parametrize("sheet", list(sheets()), ids=lambda sheet: sheet.title)
def test_a_column_of_choices_has_a_drop_down_of_just_these(sheet: Worksheet) -> None:
    """From the first row below the header on."""
    lists = {
        str(each.sqref).split(":")[0]: each.formula1
        for each in sheet.data_validations.dataValidation
        if each.type == "list"
    }
    assert lists == {
        f"{get_column_letter(number)}2": f'"{",".join(column.choices)}"'
        for number, column in enumerate(COLUMNS[sheet.title], 1)
        if column.choices
    }


@pytest.mark.parametrize("sheet", list(sheets()), ids=lambda sheet: sheet.title)
def test_no_cell_holds_a_formula(sheet: Worksheet) -> None:
    """Saving the book by a program would drop its value."""
    assert not [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
