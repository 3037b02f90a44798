"""What stays on one page in the PDF and in the DOCX, as LibreOffice lays it out: titles, tables, charts and notes."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from tests.writers.docx.drawn import BESIDE
from tests.writers.docx.reading import STYLE
from tests.writers.libreoffice import docx_to_pdf
from tests.writers.pdf_measure import document_of, pages_of
from yinfa.document.tree import Block, Cell, Heading, Page, Paragraph, Row, Section, Table, Text
from yinfa.writers.docx import write_docx
from yinfa.writers.pdf import lay_out

pytestmark = pytest.mark.slow

Words: TypeAlias = list[str]  # of each page
LINE = Paragraph((Text("文"),))
TITLE = Heading("annex-1", 1, (Text("任务清单"),), "annex", "附件")


@pytest.fixture(params=["pdf", pytest.param("docx", marks=pytest.mark.slow)])
def words_on(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Words]:
    """Return how to lay blocks out, which returns what stands on each page."""

    def words(*blocks: Block, page: Page = "body") -> Words:
        paper = document_of(Section("body", (LINE,), 1), Section(page, blocks))
        layout = lay_out(paper, STYLE)
        pdf = layout.pdf()
        if request.param == "docx":
            folder: Path = tmp_path_factory.getbasetemp() / "holds"  # one profile of LibreOffice for all
            folder.mkdir(exist_ok=True)
            pdf = docx_to_pdf(write_docx(layout.document, STYLE, layout), folder).read_bytes()
        return ["".join(each.extract_text().split()) for each in pages_of(pdf)][1:]

    return words


def _cell(text: str, rows: int = 1) -> Cell:
    return Cell((Text(text),), rowspan=rows)


def _shared(count: int, words: int) -> tuple[Row, ...]:
    """Return rows that share a label, each with a cell of so many words."""
    first = (_cell("标签", count), _cell("质量" * words), _cell("行0"))
    return (first, *((_cell("质量" * words), _cell(f"行{n}")) for n in range(1, count)))


def _table(*groups: tuple[Row, ...], notes: tuple[str, ...] = ()) -> Table:
    head = (Cell((Text("头"),), colspan=3, role="head"),)
    texts = tuple(Paragraph((Text(note),), "note") for note in notes)
    return Table("table-1", (Text("表题"),), (1, 4, 1), (head,), groups, texts, ordinal="表1")


@pytest.mark.parametrize(("count", "words"), [(2, 200), (3, 120), (3, 200), (4, 150), (8, 80)])
def test_high_rows_that_share_a_label_leave_no_title_alone(
    words_on: Callable[..., Words], count: int, words: int
) -> None:
    """On a turned page, where they fill all that the title leaves, and more."""
    first, *others = words_on(TITLE, _table(_shared(count, words)), page="landscape")
    assert "任务清单" in first
    assert "行0" in first
    assert others


def _rows(count: int) -> tuple[Row, ...]:
    return tuple((_cell("文"), _cell("文"), _cell(f"行{n}")) for n in range(count))


@pytest.mark.parametrize("notes", [(), ("注0", "注1")])
def test_a_small_table_is_not_cut(words_on: Callable[..., Words], notes: tuple[str, ...]) -> None:
    """It goes to the next page with its caption and its heading."""
    heading = Heading("h-1", 1, (Text("进展"),), ordinal="一、")
    pages = words_on(*[LINE] * 15, heading, _table(_rows(4), _rows(5), notes=notes), LINE)
    assert pages[0] == "文" * 15 + "—2—"
    assert pages[1].startswith("一、进展表1表题头")
    assert pages[1].count("行") == 9


def test_a_larger_table_is_cut(words_on: Callable[..., Words]) -> None:
    """It would leave too much of the page empty."""
    first, second = words_on(*[LINE] * 15, _table(_rows(14)))
    assert "行3" in first
    assert "行13" in second


@pytest.mark.parametrize("before", range(13, 20))
def test_a_note_stays_with_its_chart(words_on: Callable[..., Words], before: int) -> None:
    """Wherever the page ends: chart, caption and note stand on one page."""
    note = Paragraph((Text("注：" + "未列入图中的指标。" * 9),), "note")
    pages = words_on(*[LINE] * before, BESIDE, note, LINE)
    (page,) = [each for each in pages if "图1" in each]
    assert "县质监局" in page
    assert page.count("未列入") == 9


def test_text_below_a_chart_is_no_note(words_on: Callable[..., Words]) -> None:
    """It goes on where there is room for it."""
    first, second = words_on(*[LINE] * 17, BESIDE, Paragraph((Text("正文" * 60),)))
    assert "图1" in first
    assert "正文" in second
