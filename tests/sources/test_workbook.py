"""A workbook becomes sheets of cells, each with the value a person would name and its place."""

from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.growth import assert_in_proportion
from tests.hostile.xlsx_cases import MAIN, PARTS, SHEET, SHOWN, STRINGS, STYLES, a2, inline, packed, sheet, styles
from yinfa.diagnostics import Diagnostic, Origin, Report, Severity
from yinfa.sources import limits
from yinfa.sources.cells import ERRORS
from yinfa.sources.number_format import BUILT_IN, shown_by
from yinfa.sources.workbook import Workbook, read_workbook


def read(data: bytes, folder: Path) -> tuple[Workbook, list[Diagnostic]]:
    """Return a workbook that can be read, and all diagnostics."""
    path = folder / "表.xlsx"
    path.write_bytes(data)
    report = Report()
    workbook = read_workbook(path, SHOWN, report)
    assert workbook is not None
    return workbook, list(report)


def saved(fill: Callable[[Worksheet], None], folder: Path) -> bytes:
    """Return a workbook as openpyxl saves it, its one sheet filled in by `fill`."""
    book = openpyxl.Workbook()
    active = book.active
    assert isinstance(active, Worksheet)
    active.title = "表"
    fill(active)
    path = folder / "saved.xlsx"
    book.save(path)
    return path.read_bytes()


def value(row: str, folder: Path, **changes: str) -> tuple[object, list[Diagnostic]]:
    """Return the value of A2 in the small workbook with this second row, and all diagnostics."""
    workbook, found = read(packed({SHEET: sheet(row)} | changes), folder)
    return workbook.sheets["表"].rows[1][0].value, found


def test_each_cell_has_its_value_and_its_place(tmp_path: Path) -> None:
    """Text, numbers, days and truths come as their own types; a blank between them is None."""
    row = ["甲", 92, 0.1, date(2011, 6, 1), True, None, "丙"]
    workbook, found = read(saved(lambda each: each.append(row), tmp_path), tmp_path)
    (cells,) = workbook.sheets["表"].rows
    assert [cell.value for cell in cells] == ["甲", Decimal(92), Decimal("0.1"), date(2011, 6, 1), True, None, "丙"]
    assert str(cells[6].origin) == f"{SHOWN}!表!G1"
    assert cells[3].number_format == "yyyy-mm-dd"
    assert (found, workbook.shown) == ([], SHOWN)


def test_twice_the_rows_are_twice_the_work(tmp_path: Path) -> None:
    """And no more: what looks through all the cells for each would be four times the work."""

    def reading(rows: int) -> Callable[[], object]:
        def fill(each: Worksheet) -> None:
            for _ in range(rows):
                each.append(["甲", 92, 0.1] * 5)

        data = saved(fill, tmp_path)
        return lambda: read(data, tmp_path)

    assert_in_proportion(reading, 60)


def test_sheets_keep_their_order_and_an_empty_one_has_no_rows(tmp_path: Path) -> None:
    """Sheets are known by name."""
    book = openpyxl.Workbook()
    book.create_sheet("空")
    book.save(tmp_path / "saved.xlsx")
    workbook, _ = read((tmp_path / "saved.xlsx").read_bytes(), tmp_path)
    assert list(workbook.sheets) == ["Sheet", "空"]
    assert workbook.sheets["空"].rows == ()


def test_every_fault_of_a_workbook_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    """A cell refused is broken, not blank; its neighbours are as they were."""
    row = '<row r="2"><c r="A2" t="e"><v>#REF!</v></c><c r="B2"><f>1</f></c><c r="C2"><v>3</v></c></row>'
    workbook, found = read(packed({SHEET: sheet(row)}), tmp_path)
    first, second, third = workbook.sheets["表"].rows[1]
    assert [each.code for each in found] == ["cell-error", "formula-uncached"]
    assert (first.broken, first.is_blank, second.broken, third.value) == (True, False, True, Decimal(3))


def test_formulas_are_known_by_their_place(tmp_path: Path) -> None:
    """What rewrites a workbook must refuse one that holds any."""
    workbook, _ = read(packed({SHEET: sheet(a2("<f>1+1</f><v>2</v>"))}), tmp_path)
    assert workbook.sheets["表"].formulas == (Origin(SHOWN, sheet="表", cell="A2"),)


def test_merged_areas_and_hidden_rows_are_known(tmp_path: Path) -> None:
    """Hidden rows are named as people list them; hidden rows without content are nobody's business."""

    def fill(each: Worksheet) -> None:
        for _ in range(6):
            each.append(["甲", "乙"])
        each.merge_cells("A1:B2")
        for row in (3, 5, 6, 100):
            each.row_dimensions[row].hidden = True

    workbook, (found,) = read(saved(fill, tmp_path), tmp_path)
    assert [str(area) for area in workbook.sheets["表"].merged] == ["A1:B2"]
    assert (found.code, "第 3、5-6 行" in found.message) == ("hidden", True)


@pytest.mark.parametrize("word", ERRORS)
def test_every_error_word_is_explained(word: str, tmp_path: Path) -> None:
    """A drafter reads why, not only that."""
    _, (found,) = value(a2(f"<v>{word}</v>", kind="e"), tmp_path)
    assert (found.code, ERRORS[word] in found.message) == ("cell-error", True)


def test_a_diagnostic_of_every_row_is_said_twenty_times_and_then_counted(tmp_path: Path) -> None:
    """A column pasted with blanks does not bury everything else."""
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="inlineStr">{inline("甲 ")}</c></row>' for n in range(2, 102))
    _, found = read(packed({SHEET: sheet(rows)}), tmp_path)
    assert len(found) == limits.SAME_CODE + 1
    assert (found[-1].code, found[-1].severity) == ("blank-ends", Severity.NOTICE)
    assert f"还有 {100 - limits.SAME_CODE} 处" in found[-1].message


def test_cells_and_rows_without_a_name_follow_the_one_before(tmp_path: Path) -> None:
    """Small writers leave the references out."""
    row = '<row><c><v>1</v></c><c r="D2"><v>4</v></c><c><v>5</v></c></row>'
    workbook, _ = read(packed({SHEET: sheet(row)}), tmp_path)
    assert [cell.value for cell in workbook.sheets["表"].rows[1]] == [1, None, None, 4, 5]


def test_a_prefix_before_every_element_changes_nothing(tmp_path: Path) -> None:
    """Some writers say <x:row>."""
    plain = PARTS[SHEET].replace("<", "<x:").replace("<x:/", "</x:").replace("<x:?", "<?").replace("xmlns", "xmlns:x")
    workbook, _ = read(packed({SHEET: plain}), tmp_path)
    assert workbook.sheets["表"].rows[1][0].value == 92


def test_names_of_parts_differ_by_more_than_case(tmp_path: Path) -> None:
    """SharedStrings.xml is sharedStrings.xml."""
    changes = {STRINGS: None, "xl/SharedStrings.XML": PARTS[STRINGS], SHEET: sheet(a2("<v>0</v>", kind="s"))}
    workbook, _ = read(packed(changes), tmp_path)
    assert workbook.sheets["表"].rows[1][0].value == "甲"


def test_rich_text_is_joined_and_phonetic_guides_are_left_out(tmp_path: Path) -> None:
    """Only what stands in the cell is its text."""
    strings = (
        f'<sst xmlns="{MAIN}"><si><r><t>瑞</t></r><r><t>安</t></r><rPh sb="0" eb="1"><t>ruian</t></rPh></si></sst>'
    )
    assert value(a2("<v>0</v>", kind="s"), tmp_path, **{STRINGS: strings}) == ("瑞安", [])


def test_a_line_break_in_a_cell_is_kept_as_one(tmp_path: Path) -> None:
    """Alt+Enter comes as a newline, or escaped from other programs."""
    assert value(a2(inline("甲_x000D_\n乙"), kind="inlineStr"), tmp_path) == ("甲\n乙", [])


def test_an_escaped_control_character_is_refused(tmp_path: Path) -> None:
    """The escape is undone before the characters are looked at."""
    _, (found,) = value(a2(inline("甲_x0007_乙"), kind="inlineStr"), tmp_path)
    assert (found.code, "U+0007" in found.message) == ("character", True)


def test_a_shared_text_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """An index beyond the end is damage."""
    _, (found,) = value(a2("<v>7</v>", kind="s"), tmp_path)
    assert (found.code, found.severity) == ("xlsx-damaged", Severity.FAULT)


@pytest.mark.parametrize(("written", "meant"), [("1", True), ("0", False)])
def test_truths_are_truths(written: str, meant: bool, tmp_path: Path) -> None:
    """A boolean cell is no number."""
    assert value(a2(f"<v>{written}</v>", kind="b"), tmp_path) == (meant, [])


@pytest.mark.parametrize("written", ["nan", "1_000", "９２", "0x10"])
def test_what_python_takes_for_a_number_and_excel_does_not_is_refused(written: str, tmp_path: Path) -> None:
    """A number in a file is digits, a point and an exponent."""
    _, (found,) = value(a2(f"<v>{written}</v>"), tmp_path)
    assert (found.code, str(found.origin)) == ("number", f"{SHOWN}!表!A2")


@pytest.mark.parametrize(
    ("written", "meant"), [("100", "100"), ("92.0", "92"), ("1E-3", "0.001"), ("1e17", "1" + "0" * 17)]
)
def test_a_number_is_its_plain_digits(written: str, meant: str, tmp_path: Path) -> None:
    """No exponent and no empty decimals, however it was written."""
    number, _ = value(a2(f"<v>{written}</v>"), tmp_path)
    assert str(number) == meant


@pytest.mark.parametrize("number_format", [14, 31])
def test_the_built_in_dates_of_chinese_excel_are_dates(number_format: int, tmp_path: Path) -> None:
    """They have a number and no code, and openpyxl knows half of them."""
    part = styles("0").replace('<xf numFmtId="200"/>', f'<xf numFmtId="{number_format}"/>')
    assert value(a2("<v>40695</v>"), tmp_path, **{STYLES: part}) == (date(2011, 6, 1), [])


def test_every_built_in_format_but_two_is_a_date() -> None:
    """The table holds percentages and dates; the rest are plain numbers."""
    assert [number for number, code in BUILT_IN.items() if not shown_by(code).is_date] == [9, 10]


def test_a_date_without_a_year_may_have_been_a_range(tmp_path: Path) -> None:
    """5-10 typed into Excel becomes the tenth of May."""

    def fill(each: Worksheet) -> None:
        each["A1"] = date(2011, 5, 10)
        each["A1"].number_format = 'm"月"d"日"'

    _, (found,) = read(saved(fill, tmp_path), tmp_path)
    assert (found.code, found.severity, "5-10" in found.message) == ("date-without-year", Severity.WARNING, True)


def test_a_time_of_day_is_left_out_of_a_date_and_alone_refused(tmp_path: Path) -> None:
    """5:30 typed into Excel becomes a time, which no plan holds."""
    row = [datetime(2011, 6, 1, 12, 30), time(5, 30)]  # noqa: DTZ001 (a workbook knows no zones)
    workbook, found = read(saved(lambda each: each.append(row), tmp_path), tmp_path)
    assert [each.code for each in found] == [
        "date-with-time",
        "date-time-only",
    ]
    assert workbook.sheets["表"].rows[0][0].value == date(2011, 6, 1)


def test_a_day_beyond_the_calendar_is_refused(tmp_path: Path) -> None:
    """The year 9999 is the last."""
    _, (found,) = value(a2("<v>99999999</v>", 2), tmp_path)
    assert found.code == "date-range"


def test_a_workbook_without_styles_has_plain_numbers(tmp_path: Path) -> None:
    """The format allows for none at all; only a lost part is a fault."""
    rels = "xl/_rels/workbook.xml.rels"
    changes = {STYLES: None, rels: PARTS[rels].replace("relationships/styles", "relationships/other")}
    workbook, found = read(packed(changes), tmp_path)
    assert (workbook.sheets["表"].rows[1][0].value, found) == (92, [])


@pytest.mark.parametrize(
    ("number_format", "prefix", "suffix"),
    [
        ("General", "", ""),
        ('0"万元"', "", "万元"),
        ("0\\家", "", "家"),
        ('G/通用格式"家"', "", "家"),
        ('"第"0"期"', "第", "期"),
        ('"≥"0.0%', "≥", "%"),
        ("_ * #,##0.00_ ;_ * -#,##0.00_ ", "", ""),
        ("[$¥-804]#,##0.00", "", ""),
        ("[DBNum1][$-804]General", "", ""),
        ("0.00E+00", "", ""),
    ],
)
def test_a_number_format_writes_this_around_a_number(number_format: str, prefix: str, suffix: str) -> None:
    """What takes room, colours or currency signs says nothing of the measure."""
    shown = shown_by(number_format)
    assert (shown.prefix, shown.suffix, shown.is_date) == (prefix, suffix, False)


@pytest.mark.parametrize("number_format", ["0,", '0!.0,"万"', '0"."0000"万"', "#,##0,,", "0%%"])
def test_a_number_format_that_shows_another_number_is_known(number_format: str) -> None:
    """12345 shown as 1.2万 is 12345."""
    assert shown_by(number_format).rescales
    assert not shown_by("#,##0.00").rescales
