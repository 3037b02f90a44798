"""Cells set and rows added in a workbook: what was to be changed is, and every other byte of its parts stays."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.formatting.rule import Rule
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

from yinfa.books.edit import AddRow, Edit, SetCell, edited
from yinfa.diagnostics import Faults, Report
from yinfa.sources.workbook import parse_workbook

PLACE = "data/xian/book.xlsx"
ROWS = (("编号", "年度", "完成值", "备注"), ("A01", 2012, 91.5, "甲"), ("A02", 2012, 7, None))


def made(change: Callable[[Workbook], None] = lambda _: None) -> bytes:
    """Return a workbook of two sheets, changed by hand before it is saved."""
    book, file = Workbook(), BytesIO()
    sheet = book.worksheets[0]
    sheet.title = "完成值"
    for row in ROWS:
        sheet.append(row)
    book.create_sheet("说明").append(["只是说明"])
    change(book)
    book.save(file)
    return file.getvalue()


def cells(book: bytes) -> dict[str, object]:
    """Return what is in every cell that is not blank, as our reader reads it."""
    workbook = parse_workbook(book, PLACE, Report())
    assert workbook is not None
    return {
        f"{name}!{cell.origin.cell}": cell.value
        for name, sheet in workbook.sheets.items()
        for row in sheet.rows
        for cell in row
        if not cell.is_blank
    }


def parts(book: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(book)) as file:
        return {name: file.read(name) for name in file.namelist()}


def with_part(book: bytes, name: str, change: Callable[[str], str]) -> bytes:
    """Return the workbook with the text of one of its parts changed, or with a new part."""
    all_, out = parts(book), BytesIO()
    all_[name] = change(all_.get(name, b"").decode()).encode()
    with ZipFile(out, "w", ZIP_DEFLATED) as file:
        for each, data in all_.items():
            file.writestr(each, data)
    return out.getvalue()


def refused(book: bytes, *edits: Edit) -> list[str]:
    """Return the codes and places of what an edit is refused for."""
    with pytest.raises(Faults) as caught:
        edited(book, edits or (SetCell("完成值", "C3", 8),), PLACE)
    assert all(each.hint for each in caught.value.diagnostics)
    return [f"{each.code} {each.origin}" for each in caught.value.diagnostics]


def test_a_cell_is_set_and_no_other_changes() -> None:
    before = made()
    after = edited(before, [SetCell("完成值", "C3", Decimal("7.5"))], PLACE)
    assert cells(after) == cells(before) | {"完成值!C3": Decimal("7.5")}


def test_a_row_is_added_by_its_headers_below_the_last_one() -> None:
    before = made()
    rows = [AddRow("完成值", {"年度": 2013, "编号": "A01"}), AddRow("完 成 值", {"备注": "乙", "编号": "A02"})]
    assert cells(edited(before, rows, PLACE)) == cells(before) | {
        "完成值!A4": "A01",
        "完成值!B4": Decimal(2013),
        "完成值!A5": "A02",
        "完成值!D5": "乙",
    }


def test_only_the_part_of_the_sheet_changes_and_in_it_only_the_cell() -> None:
    """Signs that are written otherwise than we would write them stay as they are."""
    sheet = "xl/worksheets/sheet1.xml"
    before = with_part(made(), sheet, lambda xml: xml.replace("<sheetData>", "<!-- 手写 --><sheetData  >"))
    after = edited(before, [SetCell("完成值", "D3", "乙")], PLACE)
    changed = [name for name, data in parts(before).items() if parts(after)[name] != data]
    assert changed == [sheet]
    old, new = (re.sub('<c r="D3".*?(/>|</c>)', "", parts(each)[sheet].decode()) for each in (before, after))
    assert old == new
    assert list(parts(before)) == list(parts(after))


@pytest.mark.slow
@given(
    text=st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"]), max_size=40
    )
)
def test_any_text_is_read_as_it_was_put(text: str) -> None:
    after = cells(edited(made(), [SetCell("完成值", "D3", f"甲{text}乙")], PLACE))
    assert after["完成值!D3"] == f"甲{text}乙"


@pytest.mark.slow
@given(number=st.decimals(-(10**9), 10**9, places=3))
def test_any_number_is_read_as_it_was_put(number: Decimal) -> None:
    assert cells(edited(made(), [SetCell("完成值", "C2", number)], PLACE))["完成值!C2"] == number


def test_what_looks_like_an_escape_is_none() -> None:
    assert cells(edited(made(), [SetCell("完成值", "D2", "_x0041_<&>\"'")], PLACE))["完成值!D2"] == "_x0041_<&>\"'"


def test_a_cell_is_cleared() -> None:
    assert "完成值!D2" not in cells(edited(made(), [SetCell("完成值", "D2", None)], PLACE))


def test_a_day_is_put_where_days_stand() -> None:
    """In a column of another format it is refused."""

    def of_days(book: Workbook) -> None:
        book["完成值"]["D2"].value = date(2012, 6, 15)

    after = edited(made(of_days), [SetCell("完成值", "D2", date(2013, 1, 2))], PLACE)
    assert cells(after)["完成值!D2"] == date(2013, 1, 2)
    assert refused(made(), SetCell("完成值", "D2", date(2013, 1, 2))) == [f"edit-value {PLACE}!完成值!D2"]


def test_a_new_row_looks_like_the_one_above() -> None:
    def styled(book: Workbook) -> None:
        book["完成值"]["C3"].number_format = "0.00"
        book["完成值"].row_dimensions[3].height = 33

    new = load_workbook(BytesIO(edited(made(styled), [AddRow("完成值", {"完成值": 8})], PLACE)))["完成值"]
    assert (new["C4"].number_format, new.row_dimensions[4].height) == ("0.00", 33)


def test_rows_that_were_formatted_beforehand_are_filled() -> None:
    def prepared(book: Workbook) -> None:
        for row in range(4, 9):
            book["完成值"].cell(row, 3).number_format = "0.0"

    after = edited(made(prepared), [AddRow("完成值", {"编号": "A03", "完成值": 8})], PLACE)
    assert cells(after) == cells(made()) | {"完成值!A4": "A03", "完成值!C4": Decimal(8)}
    assert load_workbook(BytesIO(after))["完成值"]["C4"].number_format == "0.0"


def test_filters_drop_downs_conditions_and_tables_take_in_the_new_rows() -> None:
    def ranged(book: Workbook) -> None:
        sheet = book["完成值"]
        sheet.auto_filter.ref = "A1:D3"
        choice = DataValidation("list", formula1='"甲,乙"')
        choice.add("D2:D3")
        sheet.add_data_validation(choice)
        sheet.conditional_formatting.add("C2:C3", Rule("containsBlanks"))
        book["说明"].append(["一"])
        book["说明"].add_table(Table(displayName="t", ref="A1:A2"))

    rows = [AddRow("完成值", {"编号": "A03"}), AddRow("完成值", {"编号": "A04"}), AddRow("说明", {"只是说明": "二"})]
    new = load_workbook(BytesIO(edited(made(ranged), rows, PLACE)))
    sheet = new["完成值"]
    assert (sheet.auto_filter.ref, sheet.dimensions) == ("A1:D5", "A1:D5")
    assert [str(each.sqref) for each in sheet.data_validations.dataValidation] == ["D2:D5"]
    assert [str(each.sqref) for each in sheet.conditional_formatting] == ["C2:C5"]
    assert new["说明"].tables["t"].ref == "A1:A3"


def test_a_drop_down_that_ends_above_the_last_row_stays() -> None:
    def ranged(book: Workbook) -> None:
        choice = DataValidation("list", formula1='"甲,乙"')
        choice.add("D2:D2")
        book["完成值"].add_data_validation(choice)

    new = load_workbook(BytesIO(edited(made(ranged), [AddRow("完成值", {"编号": "A03"})], PLACE)))["完成值"]
    assert [str(each.sqref) for each in new.data_validations.dataValidation] == ["D2"]


def test_a_sheet_of_headers_alone_gets_its_first_row_without_their_looks() -> None:
    def bare(book: Workbook) -> None:
        sheet = book.create_sheet("目标调整")
        sheet.append(["编号", "备注"])
        sheet["A1"].number_format = "0.00"

    new = load_workbook(BytesIO(edited(made(bare), [AddRow("目标调整", {"编号": "A01"})], PLACE)))["目标调整"]
    assert (new["A2"].value, new["A2"].number_format) == ("A01", "General")


def test_formulas_anywhere_are_refused() -> None:
    def computing(book: Workbook) -> None:
        book["说明"]["B1"].value = "=1+1"

    book = with_part(
        made(computing),
        "xl/worksheets/sheet2.xml",
        lambda xml: xml.replace("<v/>", "<v>2</v>").replace("<v></v>", "<v>2</v>"),
    )
    assert refused(book) == [f"edit-formula {PLACE}!说明!B1"]


def test_a_merged_cell_in_the_way_is_refused_and_one_elsewhere_is_not() -> None:
    def merged(book: Workbook) -> None:
        book["完成值"].merge_cells("C3:D3")

    assert refused(made(merged)) == [f"edit-merged {PLACE}!完成值!C3:D3"]
    assert cells(edited(made(merged), [SetCell("完成值", "A2", "A09")], PLACE))["完成值!A2"] == "A09"


def test_a_protected_sheet_is_refused_and_a_protected_neighbour_is_not() -> None:
    def protected(book: Workbook) -> None:
        book["完成值"].protection.enable()

    assert refused(made(protected)) == [f"edit-protected {PLACE}!完成值"]
    assert edited(made(protected), [SetCell("说明", "A1", "改")], PLACE)


@pytest.mark.parametrize(
    ("part", "code"),
    [("_xmlsignatures/origin.sigs", "edit-signed"), ("xl/revisions/revisionHeaders.xml", "edit-shared")],
)
def test_signed_and_shared_workbooks_are_refused(part: str, code: str) -> None:
    assert refused(with_part(made(), part, lambda _: "<a/>")) == [f"{code} {PLACE}"]


def test_a_workbook_with_a_password_to_change_it_is_refused() -> None:
    book = with_part(
        made(),
        "xl/workbook.xml",
        lambda xml: xml.replace("<workbookPr", '<fileSharing readOnlyRecommended="1"/><workbookPr'),
    )
    assert refused(book) == [f"edit-reserved {PLACE}"]


def test_a_table_with_totals_is_refused() -> None:
    def totals(book: Workbook) -> None:
        table = Table(displayName="t", ref="A1:D3", totalsRowCount=1)
        book["完成值"].add_table(table)

    assert refused(made(totals), AddRow("完成值", {"编号": "A03"})) == [f"edit-table {PLACE}!完成值"]


def test_a_table_that_computes_a_column_is_refused() -> None:
    book = made(lambda book: book["完成值"].add_table(Table(displayName="t", ref="A1:D3")))
    computing = with_part(
        book,
        "xl/tables/table1.xml",
        lambda xml: re.sub(
            r"(<tableColumn [^>]*)/>(?=</tableColumns>)",
            r"\1><calculatedColumnFormula>1</calculatedColumnFormula></tableColumn>",
            xml,
        ),
    )
    assert b"calculatedColumnFormula" in parts(computing)["xl/tables/table1.xml"]
    assert refused(computing, AddRow("完成值", {"编号": "A03"})) == [f"edit-table {PLACE}!完成值"]
    assert edited(book, [AddRow("完成值", {"编号": "A03"})], PLACE)


def test_a_number_that_would_be_shown_otherwise_is_refused() -> None:
    def percent(book: Workbook) -> None:
        book["完成值"]["C3"].number_format = "0%"

    assert refused(made(percent), SetCell("完成值", "C3", 92)) == [f"edit-value {PLACE}!完成值!C3"]


def test_unknown_sheets_and_headers_are_told_together_with_what_is_meant() -> None:
    edits = (AddRow("完成数", {"编号": "A"}), AddRow("完成值", {"年份": 2013}))
    assert refused(made(), *edits) == [f"edit-sheet {PLACE}", f"edit-header {PLACE}!完成值"]


def test_two_values_for_one_cell_are_refused() -> None:
    edits = (SetCell("完成值", "C3", 1), SetCell("完成值", "C3", 2))
    assert refused(made(), *edits) == [f"edit-twice {PLACE}!完成值!C3"]


def test_what_is_no_workbook_is_refused_as_ever() -> None:
    assert [each.split(" ")[0] for each in refused(b"no workbook")] == ["xlsx-kind"]


def test_no_edits_give_the_same_bytes() -> None:
    book = made()
    assert edited(book, [], PLACE) == book
