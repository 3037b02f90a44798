"""The workbook: every table a sheet that can be filtered, printed and trusted, read back with openpyxl."""

import os
import subprocess
import sys
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tests.openxml import sdk_faults
from tests.slowly import with_slow
from tests.specimen import specimen
from yinfa.document.tree import (
    Block,
    Break,
    Cell,
    Day,
    Document,
    Heading,
    Inlines,
    Num,
    Page,
    Paragraph,
    Row,
    Section,
    Table,
    Text,
)
from yinfa.paths import ROOT
from yinfa.styling import load_style
from yinfa.writers.layout import Layout
from yinfa.writers.xlsx import write_xlsx
from yinfa.writers.xlsx.values import value_of

pytestmark = pytest.mark.slow

STYLE = load_style()


def written(document: Document) -> bytes:
    return write_xlsx(document, STYLE, Layout({}, 0, bytes, document))


def read(document: Document) -> Workbook:
    return load_workbook(BytesIO(written(document)))


def paper(*blocks: Block, page: Page = "body", mark: str = "") -> Document:
    return Document(
        "responsibilities", "某县责任分解表", "某局", "2013-05-09", (Section(page, blocks),), "责任分解表", mark
    )


def cell(words: str, rows: int = 1, columns: int = 1) -> Cell:
    return Cell((Text(words),), columns, rows)


def row(*words: str) -> Row:
    return tuple(map(cell, words))


def table(*groups: tuple[Row, ...], caption: str = "", notes: tuple[str, ...] = ()) -> Table:
    """Return a table of three columns with one row of head."""
    head = tuple(Cell((Text(words),), role="head") for words in ("类别", "任务", "牵头"))
    said = tuple(Paragraph((Text(note),), "note") for note in notes)
    return Table("t", (Text(caption),) if caption else (), (20, 60, 20), (head,), groups, said)


GROUPS: tuple[tuple[Row, ...], ...] = (
    ((cell("甲类", rows=3), cell("一项", rows=2), cell("县甲局")), (cell("县乙局"),), row("二项", "县丙局")),
    (row("乙类", "三项", "县丁局"),),
)


def rows_of(sheet: Worksheet) -> list[tuple[object, ...]]:
    return list(sheet.iter_rows(values_only=True))


# --- sheets -----------------------------------------------------------------------------


def test_a_merged_cell_is_repeated_in_each_of_its_rows() -> None:
    """So that a filter keeps them together; nothing but the title is merged."""
    (sheet,) = read(paper(table(*GROUPS)))
    assert rows_of(sheet) == [
        ("某县责任分解表", None, None),
        ("类别", "任务", "牵头"),
        ("甲类", "一项", "县甲局"),
        ("甲类", "一项", "县乙局"),
        ("甲类", "二项", "县丙局"),
        ("乙类", "三项", "县丁局"),
    ]
    assert [str(each) for each in sheet.merged_cells.ranges] == ["A1:C1"]


def test_a_cell_over_several_columns_stands_in_the_first() -> None:
    """And a head is merged as it is printed."""
    head = (Cell((Text("序号"),), rowspan=2, role="head"), Cell((Text("内容"),), 2, role="head"))
    below = (Cell((Text("指标"),), role="head"), Cell((Text("分项"),), role="head"))
    body = (cell("1"), cell("合格率", columns=2))
    (sheet,) = read(paper(Table("t", (), (1, 1, 1), (head, below), ((body,),))))
    assert rows_of(sheet)[1:] == [("序号", "内容", None), (None, "指标", "分项"), ("1", "合格率", None)]
    assert {str(each) for each in sheet.merged_cells.ranges} == {"A1:C1", "A2:A3", "B2:C2"}
    assert (sheet.auto_filter.ref, sheet.freeze_panes) == ("A3:C4", "A4")


def test_sheets_are_named_by_caption_heading_or_kind() -> None:
    """Each as spreadsheets take it."""
    long = "一二三四五六七八九十" * 4
    book = read(
        paper(
            table(*GROUPS),
            table(*GROUPS, caption="任务[与]单位"),
            Heading("a", 1, (Text(long),), form="annex"),
            table(*GROUPS),
            Heading("b", 1, (Text(long),), form="annex"),
            table(*GROUPS),
        )
    )
    assert book.sheetnames == ["责任分解表", "任务_与_单位", long[:31], f"{long[:28]}（2）"]


def test_a_second_table_under_a_heading_has_a_sheet_of_its_own_named_by_its_label_too() -> None:
    """As the indicators of a unit behind its tasks: below them they would print under a head that is not theirs."""
    blocks = (
        Heading("h", 1, (Text("县甲局"),), form="plain"),
        table(*GROUPS),
        Paragraph((Text("涉及指标"),), "label"),
        table((row("产品", "合格率", "≥90"),)),
    )
    first, second = read(paper(*blocks))
    assert [first.title, second.title] == ["县甲局", "县甲局（涉及指标）"]
    assert [line[0] for line in rows_of(second)] == ["某县责任分解表（县甲局）", "涉及指标", "类别", "产品"]
    assert [first.auto_filter.ref, second.auto_filter.ref] == ["A2:C6", "A3:C4"]
    assert [first.print_title_rows, second.print_title_rows] == ["$1:$2", "$1:$3"]


def test_notes_stand_below_and_totals_out_of_the_filter() -> None:
    total = (Cell((Text("总计"),), 3, role="total"),)
    (sheet,) = read(paper(table(*GROUPS, (total,), notes=("注：●为牵头。",))))
    assert [line[0] for line in rows_of(sheet)[-2:]] == ["总计", "注：●为牵头。"]
    assert sheet.auto_filter.ref == "A2:C6"


# --- values -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("92", "92", "0"),
        ("92%", "92", '0"%"'),
        ("≥99.50%", "99.50", '"≥"0.00"%"'),
        ("-3.5万元", "-3.5", '0.0"万元"'),
        ("60万平方米", "60", '0"万平方米"'),
    ],
)
def test_a_figure_is_a_number_that_prints_its_measure(text: str, value: str, expected: str) -> None:
    found = value_of(Cell((Num(text, Decimal(value)),)))
    assert (found.value, found.number_format) == (Decimal(value), expected)


@pytest.mark.parametrize(
    ("text", "value"),
    [("5～10", "5"), ("23.5亿元", "234543.5"), ("每千名33.3张", "33"), ("完成任务", "1"), ("1234567890123456", None)],
)
def test_a_range_and_what_is_scaled_or_rounded_stays_text(text: str, value: str | None) -> None:
    """A number that reads otherwise than it is printed would mislead."""
    number = Decimal(value or text)
    assert value_of(Cell((Num(text, number),))).value == text


def test_text_stays_text_whatever_it_begins_with() -> None:
    """No formula, no error, no number of what is none."""
    hostile = ("=1+1", "+86", "-甲", "@SUM(A1)", "#REF!", "0571", "'甲")
    (sheet,) = read(paper(table(tuple(row(words, "任务", "局") for words in hostile))))
    cells = [sheet.cell(number, 1) for number in range(3, 3 + len(hostile))]
    assert [each.value for each in cells] == list(hostile)
    assert {each.data_type for each in cells} == {"s"}
    assert [each.quotePrefix for each in cells] == [True, True, True, True, False, False, True]


def test_a_number_reads_back_as_one() -> None:
    body = (cell("甲"), Cell((Num("≥92%", Decimal(92)),)), cell("局"))
    (sheet,) = read(paper(table((body,))))
    found = sheet["B3"]
    assert (found.value, found.data_type, found.number_format) == (92, "n", '"≥"0"%"')


@pytest.mark.parametrize(
    ("children", "value", "form"),
    [
        ((Day("2013年9月", "2013-09"),), date(2013, 9, 1), 'yyyy"年"m"月"'),
        (
            (Day("2013年", "2013-12-31"), Break(), Day("12月31日", "2013-12-31")),
            date(2013, 12, 31),
            'yyyy"年"m"月"d"日"',
        ),
        ((Day("2013年9月", "2013-09"), Text("底")), "2013年9月底", ""),
        ((Day("9月", "2013-09"), Break(), Day("10月", "2013-10")), "9月10月", ""),
    ],
)
def test_a_term_is_a_date_that_prints_as_it_is_written(children: Inlines, value: date | str, form: str) -> None:
    """A month is its first day; where there is more than one day in a cell it stays text."""
    found = value_of(Cell(children))
    assert (found.value, found.number_format) == (value, form)


def test_terms_read_back_as_dates_that_sort() -> None:
    """Not as text, of which 2013年10月 comes before 2013年9月."""
    days = ("2013-09", "2013-10", "2013-10-15")
    (sheet,) = read(paper(table(*(((cell("甲"), cell("乙"), Cell((Day(day, day),))),) for day in days))))
    found = [sheet.cell(number, 3).value for number in (3, 4, 5)]
    assert found == [datetime(2013, 9, 1), datetime(2013, 10, 1), datetime(2013, 10, 15)]  # noqa: DTZ001


def test_a_table_that_is_wider_than_a_page_stays_whole_and_keeps_its_keys_in_sight() -> None:
    """Its columns are as wide as a character at least, its title stands on the first of the pages side by side."""
    units = tuple(cell("●") for _ in range(60))
    wide = Table("t", (Text("对照表"),), (12, 60, *(9,) * 60), (), (((cell("1"), cell("创建"), *units),),), keys=2)
    (sheet,) = read(paper(wide, page="landscape"))
    assert (sheet.freeze_panes, sheet.print_title_cols, sheet.max_column) == ("C2", "$A:$B", 62)
    assert min(each.width for each in sheet.column_dimensions.values()) * 7 / 96 * 25.4 >= 7.9
    assert sheet.page_setup.fitToWidth == 2
    (title,) = sheet.merged_cells.ranges
    across = sum(sheet.column_dimensions[get_column_letter(n)].width for n in range(1, title.max_col + 1))
    assert 260 < across * 7 / 96 * 25.4 <= 273


def test_a_name_set_upright_is_one_word_turned() -> None:
    """A filter shows it on one line."""
    upright = Cell(tuple(part for each in "县甲局" for part in (Text(each), Break()))[:-1], role="head")
    broken = Cell((Text("计量"), Break(), Text("单位")), role="head")
    (sheet,) = read(paper(Table("t", (), (1, 1), ((upright, broken),), ((row("●", "个"),),))))
    assert [sheet["A2"].value, sheet["B2"].value] == ["县甲局", "计量单位"]
    assert [sheet["A2"].alignment.textRotation, sheet["B2"].alignment.textRotation] == [255, 0]


# --- looks and print --------------------------------------------------------------------


def test_the_fonts_are_those_of_the_form() -> None:
    """By the names that an office has."""
    (sheet,) = read(paper(table(*GROUPS)))
    fonts = [(sheet[place].font.name, sheet[place].font.size) for place in ("A2", "A3")]
    assert fonts == [("黑体", 12), ("仿宋_GB2312", 12)]
    assert sheet["A3"].border.left.style == "thin"
    assert sheet["A3"].alignment.wrap_text


@pytest.mark.parametrize(("page", "orientation"), [("body", "portrait"), ("landscape", "landscape")])
def test_it_is_printed_on_the_paper_of_the_form(page: Page, orientation: str) -> None:
    """A4, the head on every page, as wide as the page (gbt9704 1, 2, 3, 35)."""
    (sheet,) = read(paper(table(*GROUPS), page=page))
    setup, margins = sheet.page_setup, sheet.page_margins
    assert (setup.paperSize, setup.orientation, setup.fitToWidth, setup.fitToHeight) == (9, orientation, 1, 0)
    fitting = sheet.sheet_properties.pageSetUpPr
    assert fitting
    assert fitting.fitToPage
    assert (sheet.print_title_rows, sheet.freeze_panes) == ("$1:$2", "A3")
    sides = [round(side * 25.4) for side in (margins.top, margins.right, margins.bottom, margins.left)]
    assert sides == ([28, 37, 26, 35] if page == "landscape" else [37, 26, 35, 28])
    widths = sum(sheet.column_dimensions[name].width for name in "ABC")
    assert widths * 7 / 96 * 25.4 == pytest.approx(225 if page == "landscape" else 156, abs=0.5)


def test_the_page_number_stands_outside_and_the_mark_above() -> None:
    """On right pages to the right, on left pages to the left (gbt9704 33); an ampersand is no command."""
    (sheet,) = read(paper(table(*GROUPS), mark="样例&"))
    assert sheet.HeaderFooter.differentOddEven
    odd, even = sheet.oddFooter, sheet.evenFooter
    assert odd
    assert even
    assert (odd.right.text, odd.right.font, odd.right.size) == ("— &P —\u3000", "宋体,Regular", 14)
    assert even.left.text == "\u3000— &P —"
    assert [head.right.text for head in (sheet.oddHeader, sheet.evenHeader) if head] == ["样例&&"] * 2


# --- the file ---------------------------------------------------------------------------


def test_it_tells_what_it_is_and_holds_no_formula() -> None:
    book = read(specimen(1))
    core = book.properties
    assert (core.title, core.creator) == ("某县质量强县发展规划（样张）", "某县质量强县工作领导小组办公室")
    assert str(core.created) == str(core.modified) == "2011-11-01 00:00:00"
    assert book.sheetnames == ["主要指标", "重大建设项目表"]
    assert all(each.data_type != "f" for sheet in book for line in sheet.iter_rows() for each in line)


def test_it_is_the_same_to_the_byte_whenever_it_is_made() -> None:
    """In another process, with another seed and another clock."""
    program = (
        "import sys; from tests.writers.test_xlsx import written; from tests.specimen import specimen;"
        "sys.stdout.buffer.write(written(specimen(1)))"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Shanghai"}
    child = subprocess.run([sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, check=True)
    assert child.stdout == written(specimen(1))


@pytest.mark.parametrize(
    "document", with_slow({"specimen": specimen(1), "table": paper(table(*GROUPS), mark="样例")}, ["specimen"])
)
def test_the_open_xml_sdk_finds_no_error(document: Document, tmp_path: Path) -> None:
    assert sdk_faults(written(document), tmp_path / "book.xlsx") == ""
