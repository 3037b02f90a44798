"""A sheet becomes rows of cells called by their headers, and a cell becomes what its column is for."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from yinfa.diagnostics import Diagnostic, Origin, Report, Severity
from yinfa.sources.a1 import Area, area, letters, place, reference, runs
from yinfa.sources.cells import Cell, Value
from yinfa.sources.figures import date_of, decimal_of, integer_of, text_of
from yinfa.sources.table import Column, Row, read_table, tell_unread
from yinfa.sources.workbook import Sheet, Workbook

SHOWN = "data/x/表.xlsx"
NAME, KIND, NOTE = Column("名称"), Column("类型", choices=("约束性", "预期性")), Column("备注", required=False)


def workbook(*rows: Sequence[Value], merged: tuple[Area, ...] = ()) -> Workbook:
    """Return a workbook with one sheet 表 of these values."""
    cells = tuple(
        tuple(
            Cell(value, Origin(SHOWN, sheet="表", cell=reference(row, column)))
            for column, value in enumerate(values, 1)
        )
        for row, values in enumerate(rows, 1)
    )
    return Workbook({"表": Sheet("表", cells, merged, Origin(SHOWN, sheet="表"))}, SHOWN)


def read(book: Workbook, *columns: Column) -> tuple[list[Row], list[Diagnostic]]:
    """Return the rows of the sheet 表, and all diagnostics."""
    report = Report()
    rows = read_table(book, "表", columns, report)
    assert rows is not None
    return rows, list(report)


def refused(book: Workbook, *columns: Column) -> list[Diagnostic]:
    """Return what is said of a sheet 表 that is no table."""
    report = Report()
    assert read_table(book, "表", columns, report) is None
    return list(report)


def said(found: list[Diagnostic]) -> list[tuple[str, Severity, str]]:
    """Return code, severity and place of each diagnostic."""
    return [(each.code, each.severity, str(each.origin)) for each in found]


def cell(value: Value, number_format: str = "General") -> Cell:
    """Return a cell of its own."""
    return Cell(value, Origin(SHOWN, sheet="表", cell="A2"), number_format)


def test_rows_are_called_by_their_headers_and_blank_ones_are_skipped() -> None:
    """Columns may stand in any order; blanks and line breaks in a header do not matter."""
    book = workbook(["类 型", "名\n称 "], ["约束性", "甲"], [None, None], ["预期性", "乙"])
    rows, found = read(book, NAME, KIND, NOTE)
    assert [[text_of(each) for each in row.values()] for row in rows] == [["甲", "约束性", ""], ["乙", "预期性", ""]]
    assert list(rows[0]) == ["名称", "类型", "备注"]
    assert found == []


def test_a_sheet_that_nobody_reads_is_told_unless_it_is_empty() -> None:
    """Its rows would be missed without a word."""
    book = workbook(["名称"], ["甲"])
    book.sheets["表（续）"] = Sheet("表（续）", book.sheets["表"].rows, (), Origin(SHOWN, sheet="表（续）"))
    book.sheets["Sheet2"] = Sheet("Sheet2", (), (), Origin(SHOWN, sheet="Sheet2"))
    report = Report()
    tell_unread(book, ["表"], report)
    assert said(list(report)) == [("sheet-unread", Severity.NOTICE, f"{SHOWN}!表（续）")]


def test_full_width_headers_are_the_same_headers() -> None:
    """（％） is (%)."""
    rows, found = read(workbook(["目标值（％）"], ["92"]), Column("目标值(%)"))
    assert (text_of(rows[0]["目标值(%)"]), found) == ("92", [])


def test_a_missing_sheet_is_named_with_the_nearest() -> None:
    """The hint says what there is."""
    report = Report()
    assert read_table(workbook(), "表1", [NAME], report) is None
    (found,) = report
    assert (found.code, str(found.origin), found.hint) == ("sheet-missing", SHOWN, "把工作表“表”改名为“表1”")


def test_a_sheet_never_named_is_to_be_renamed() -> None:
    """Sheet1 is what Excel calls it."""
    report = Report()
    book = workbook(["名称"], ["甲"])
    assert (
        read_table(Workbook({"Sheet1": replace(book.sheets["表"], name="Sheet1")}, SHOWN), "指标", [NAME], report)
        is None
    )
    assert [each.hint for each in report] == ["把工作表“Sheet1”改名为“指标”"]


def test_a_sheet_of_another_name_is_known_by_its_headers() -> None:
    """Be its name as unlike as may be; one with other columns is not."""
    other, sheet = workbook(["项目"], ["乙"]).sheets["表"], workbook(["名称", "类型"], ["甲", "约束性"]).sheets["表"]
    book = Workbook({name: replace(each, name=name) for name, each in {"说明": other, "反馈": sheet}.items()}, SHOWN)
    report = Report()
    assert read_table(book, "意见", [NAME, KIND], report) is None
    assert read_table(book, "意见", [Column("编号")], report) is None
    assert [each.hint for each in report] == ["把工作表“反馈”改名为“意见”", "可用的有：说明、反馈"]


def test_the_name_of_a_sheet_may_have_blanks_and_any_width() -> None:
    """Nobody sees a blank behind a name; and the sheet is not called unread."""
    book = workbook(["名称"], ["甲"])
    blank = Workbook({" 表１ ": replace(book.sheets["表"], name=" 表１ ")}, SHOWN)
    report = Report()
    assert read_table(blank, "表1", [NAME], report)
    tell_unread(blank, ["表1"], report)
    assert list(report) == []


def test_an_unread_sheet_named_nearly_like_one_that_is_missing_is_to_be_renamed() -> None:
    """Else what it holds is lost without a fault, where the sheet is optional."""
    report = Report()
    tell_unread(workbook(["名称"], ["甲"]), ["表1"], report)
    assert [each.hint for each in report] == ["把它改名为“表1”"]


def test_a_missing_header_is_named_with_the_nearest_and_the_strange_one_is_warned_of() -> None:
    """Both halves of a misspelt header are told."""
    found = refused(workbook(["名称", "类行"], ["甲", "约束性"]), NAME, KIND)
    assert said(found) == [
        ("header-missing", Severity.FAULT, f"{SHOWN}!表"),
        ("header-unknown", Severity.WARNING, f"{SHOWN}!表!B1"),
    ]
    assert "类行" in found[0].hint
    assert "类型" in found[1].hint


def test_a_column_without_a_header_is_warned_of_only_when_it_holds_something() -> None:
    """What nobody reads would be dropped in silence."""
    _, found = read(workbook(["名称", None, None], ["甲", None, "注"]), NAME)
    assert said(found) == [("header-unknown", Severity.WARNING, f"{SHOWN}!表!C1")]


def test_a_header_twice_is_refused_naming_both_places() -> None:
    """Which column counts cannot be told."""
    _, (found,) = read(workbook(["名称", "名 称"], ["甲", "乙"]), NAME)
    assert (found.code, str(found.origin), "A1" in found.message) == ("header-twice", f"{SHOWN}!表!B1", True)


def test_an_empty_sheet_misses_its_headers() -> None:
    """No rows is no table."""
    (found,) = refused(workbook(), NAME)
    assert (found.code, found.hint) == ("header-row", "表头应在第 1 行：名称")


def test_a_column_deleted_is_told_once_without_guessing() -> None:
    """No other column of the table is taken for it; one whose cells may be blank must be there as well."""
    target = Column("目标值", required=False, kept=True)
    (found,) = refused(workbook(["名称", "完成值"], ["甲", "1"]), NAME, Column("完成值"), target)
    assert (found.message, found.hint) == ("缺少“目标值”一列", "补上这一列，可从样例复制")


def test_headers_further_down_are_told_where_they_are() -> None:
    """In one line, merged title or not."""
    book = workbook(["某县主要指标", None], [None, None], ["名称", "类型"], ["甲", "约束性"], merged=(area("A1:B1"),))
    (found,) = refused(book, NAME, KIND)
    assert str(found.origin) == f"{SHOWN}!表!A3"
    assert (found.code, found.message, found.hint) == (
        "header-row",
        "表头应在第 1 行，现在第 3 行",
        "删去表头上面的各行",
    )


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("合 计", "合计由程序计算，删去此行"),
        ("总计（万元）", "合计由程序计算，删去此行"),
        ("注：未含在建项目。", "删去此行；注写在 text 的 notes"),
        ("注1：未含在建项目。", "删去此行；注写在 text 的 notes"),
    ],
)
def test_a_total_or_a_note_is_one_fault_for_its_row(words: str, hint: str) -> None:
    """Merged or not; its blanks are none, and it is no row."""
    book = workbook(["名称", "类型"], ["甲", "约束性"], [None, words], merged=(area("A3:B3"),))
    rows, (found,) = read(book, NAME, KIND)
    assert (len(rows), found.code, str(found.origin), found.hint) == (1, "row-extra", f"{SHOWN}!表!A3", hint)


def test_another_spelling_of_a_choice_is_read_with_a_notice() -> None:
    """As it is spelt here."""
    sign = Column("比较", choices=("≥", "="), spellings={">=": "≥", "=": "="})
    rows, found = read(workbook(["比较"], ["＞ ＝"], ["＝"], ["≥"]), sign)
    assert [text_of(row["比较"]) for row in rows] == ["≥", "=", "≥"]
    assert [(each.code, each.severity, each.message) for each in found] == [
        ("cell-form", Severity.NOTICE, "“＞ ＝”已读作“≥”"),
        ("cell-form", Severity.NOTICE, "“＝”已读作“=”"),
    ]


def test_one_fault_a_thousand_times_is_counted() -> None:
    """As in reading a workbook."""
    _, found = read(workbook(["名称", "类型"], *[["甲", None]] * 1000), NAME, KIND)
    assert len(found) == 21
    assert (str(found[-1].origin), found[-1].message) == (f"{SHOWN}!表", "同类情形还有 980 处，未逐一列出")


def test_a_column_may_say_what_to_do_about_a_blank() -> None:
    """An amount that is unknown is a dash."""
    _, (found,) = read(workbook(["名称", "金额"], ["甲", None]), NAME, Column("金额", hint="没有数额的填“—”"))
    assert found.hint == "没有数额的填“—”"


def test_a_merge_among_the_rows_is_one_fault_and_its_blanks_are_none() -> None:
    """The cells below the top left one are blank because of the merge."""
    rows, found = read(workbook(["名称"], ["甲"], [None], ["乙"], merged=(area("A2:A3"),)), NAME)
    assert said(found) == [("merged-cells", Severity.FAULT, f"{SHOWN}!表!A2:A3")]
    assert [text_of(row["名称"]) for row in rows] == ["甲", "乙"]
    _, wide = read(workbook(["名称", "备注"], ["甲", "一"], [None, "二"], merged=(area("A2:A3"),)), NAME, NOTE)
    assert [each.code for each in wide] == ["merged-cells"]


def test_a_merge_below_the_table_does_not_matter() -> None:
    """Blank formatted cells may be merged as they please."""
    assert read(workbook(["名称"], ["甲"], merged=(area("A9:A10"),)), NAME)[1] == []


def test_every_blank_and_every_wrong_word_is_told() -> None:
    """Nothing stops at the first fault; a broken cell has been told before."""
    book = workbook(["名称", "类型"], [None, "约束"], ["乙", None])
    broken = Cell(None, Origin(SHOWN, sheet="表", cell="A4"), broken=True)
    cells = (*book.sheets["表"].rows, (broken, cell("预期性")))
    rows, found = read(Workbook({"表": Sheet("表", cells, (), Origin(SHOWN, sheet="表"))}, SHOWN), NAME, KIND)
    assert said(found) == [
        ("cell-blank", Severity.FAULT, f"{SHOWN}!表!A2"),
        ("cell-choice", Severity.FAULT, f"{SHOWN}!表!B2"),
        ("cell-blank", Severity.FAULT, f"{SHOWN}!表!B3"),
    ]
    assert "约束性" in found[1].hint
    assert "约束性、预期性" in found[2].hint
    assert len(rows) == 3


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (None, "General", ""),
        ("完成上级下达任务", "General", "完成上级下达任务"),
        (Decimal("1.10"), "General", "1.10"),
        (Decimal("1E+3"), "General", "1000"),
        (Decimal("0.92"), "0%", "92%"),
        (Decimal("0.925"), '"≥"0.0%', "≥92.5%"),
        (Decimal(5), '0"万元"', "5万元"),
        (date(2011, 6, 1), "yyyy/m/d", "2011-06-01"),
        (True, "General", "TRUE"),
    ],
)
def test_text_is_what_a_person_sees(value: Value, number_format: str, text: str) -> None:
    """A figure read as text keeps the unit its format gives it."""
    assert text_of(cell(value, number_format)) == text


@pytest.mark.parametrize(
    ("value", "number_format", "measure", "number"),
    [
        (None, "General", "家", None),
        (Decimal("1.10"), "General", "家", Decimal("1.10")),
        (Decimal("0.9"), "0.00%", "%", Decimal(90)),
        (Decimal("0.92"), "0%", "％", Decimal(92)),
        (Decimal("0.05"), "0%", "个百分点", Decimal(5)),
        (Decimal(5), '"¥"#,##0', "万元", Decimal(5)),
    ],
)
def test_a_number_is_read_in_its_measure(
    value: Value, number_format: str, measure: str, number: Decimal | None
) -> None:
    """Percent formats count hundredths where the measure does; nothing needs saying."""
    report = Report()
    assert str(decimal_of(cell(value, number_format), measure, report)) == str(number)
    assert list(report) == []


@pytest.mark.parametrize(
    ("value", "measure", "number"),
    [
        ("92", "家", "92"),
        ("１２３", "家", "123"),
        ("92％", "%", "92"),
        ("92%", "百分点", "92"),
        ("1,234.5", "万元", "1234.5"),
        ("5万元", "万元", "5"),
    ],
)
def test_a_number_written_as_text_is_read_with_a_notice(value: str, measure: str, number: str) -> None:
    """The notice says as what it was read."""
    report = Report()
    assert decimal_of(cell(value), measure, report) == Decimal(number)
    (found,) = report
    assert said([found]) == [("number-as-text", Severity.NOTICE, f"{SHOWN}!表!A2")]
    assert f"按 {number} 读取" in found.message


@pytest.mark.parametrize(
    ("value", "number_format", "measure", "code"),
    [
        ("92%", "General", "家", "number"),
        ("5-10", "General", "家", "number"),
        ("1.2万", "General", "万元", "number"),
        ("—", "General", "家", "number"),
        (True, "General", "家", "number"),
        (date(2011, 5, 10), "d-mmm", "家", "number-is-date"),
        (Decimal("0.92"), "0%", "", "format-unit"),
        (Decimal(92), '0"%"', "家", "format-unit"),
        (Decimal(92), '"≥"0', "家", "format-unit"),
        (Decimal(92), "0,", "家", "format-scale"),
    ],
)
def test_what_is_no_number_in_the_measure_is_refused(value: Value, number_format: str, measure: str, code: str) -> None:
    """One fault each, at the cell, with a remedy."""
    report = Report()
    assert decimal_of(cell(value, number_format), measure, report) is None
    (found,) = report
    assert said([found]) == [(code, Severity.FAULT, f"{SHOWN}!表!A2")]
    assert found.hint


def test_a_broken_cell_is_not_complained_of_again() -> None:
    """Its fault was told when the workbook was read."""
    report = Report()
    broken = Cell(None, Origin(SHOWN), broken=True)
    assert (decimal_of(broken, "家", report), date_of(broken, report), text_of(broken)) == (None, None, "")
    assert list(report) == []


def test_a_whole_number_is_asked_for() -> None:
    """92.0 is whole, 92.5 is not."""
    report = Report()
    assert integer_of(cell(Decimal("92.0")), "家", report) == 92
    assert integer_of(cell(None), "家", report) is None
    assert list(report) == []
    assert integer_of(cell(Decimal("92.5")), "家", report) is None
    assert said(list(report)) == [("number-not-whole", Severity.FAULT, f"{SHOWN}!表!A2")]


def test_a_day_may_be_a_date_or_its_text() -> None:
    """Anything else is refused; only a number that may be a serial is called one."""
    report = Report()
    assert date_of(cell(date(2011, 6, 1)), report) == date_of(cell("2011-06-01"), report) == date(2011, 6, 1)
    assert date_of(cell(None), report) is None
    assert list(report) == []
    assert [date_of(cell(value), report) for value in ("五月", Decimal(40695), Decimal(5), True)] == [None] * 4
    assert [each.code for each in report] == ["date", "date-serial", "date", "date"]


def test_places_and_their_names_go_both_ways() -> None:
    """The last cell of a sheet is XFD1048576."""
    for row, column, name in ((1, 1, "A1"), (5, 28, "AB5"), (1048576, 16384, "XFD1048576")):
        assert reference(row, column) == name
        assert place(name) == (row, column)
    assert (letters(26), letters(27), letters(703)) == ("Z", "AA", "AAA")
    assert area("C5:A1") == Area(1, 1, 5, 3)
    assert runs([7, 5, 9, 8]) == [(5, 5), (7, 9)]


@pytest.mark.parametrize("name", ["", "A0", "1", "a1", "ABCD1", "A1B", "A１"])
def test_what_is_no_place_is_refused(name: str) -> None:
    """A reference in a file may be anything."""
    with pytest.raises(ValueError, match="reference"):
        place(name)
