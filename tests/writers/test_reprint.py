"""A label that a page cuts is printed again, and the grid stays what it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.writers.pdf_measure import document_of, pages_of
from yinfa.document.grid import slots
from yinfa.document.tree import Cell, Document, Paragraph, Row, Section, Table, Text
from yinfa.document.walk import text_of
from yinfa.styling import load_style
from yinfa.writers.pdf import lay_out
from yinfa.writers.pdf.reprint import cutting, reprint

pytestmark = pytest.mark.slow

STYLE = load_style()
COLUMNS = 3


@st.composite
def groups(draw: st.DrawFn) -> tuple[Row, ...]:
    """Return the rows of a group whose cells reach over rows and columns as they like, but not beyond it."""
    count = draw(st.integers(1, 7))
    covered = [0] * COLUMNS
    rows = []
    for n in range(count):
        cells, column = [], 0
        while column < COLUMNS:
            if covered[column]:
                covered[column] -= 1
                column += 1
                continue
            room = next((k for k in range(column, COLUMNS) if covered[k]), COLUMNS) - column
            wide, high = draw(st.integers(1, room)), draw(st.integers(1, count - n))
            cells.append(Cell((Text(f"{n}.{column}"),), colspan=wide, rowspan=high))
            covered[column : column + wide] = [high - 1] * wide
            column += wide
        rows.append(tuple(cells))
    return tuple(rows)


def _document(*rows: tuple[Row, ...], width: int = COLUMNS) -> Document:
    return document_of(Section("body", (Table("t", (), (1,) * width, (), rows),), 1))


def _groups(document: Document) -> tuple[tuple[Row, ...], ...]:
    (table,) = document.sections[0].blocks
    assert isinstance(table, Table)
    return table.groups


def _seen(rows: tuple[Row, ...]) -> list[list[tuple[str, int]]]:
    """Return what stands in each row, cells that reach down into it among it."""
    return [[(text_of(slot.cell.children), slot.cell.colspan) for slot in row] for row in slots(rows, COLUMNS)]


@given(groups(), st.sets(st.integers(0, 6)))
def test_each_row_keeps_its_labels(rows: tuple[Row, ...], starts: set[int]) -> None:
    """Every row shows what it showed, none of the pages' first rows shows less than all, nothing reaches over a cut."""
    wanted = {n for n in starts if n < len(rows)}
    (cut,) = _groups(reprint(_document(rows), {"t": frozenset((0, n) for n in wanted)}))
    assert _seen(cut) == _seen(rows)
    for n, row in enumerate(slots(cut, COLUMNS)):
        assert sum(slot.cell.colspan for slot in row) == COLUMNS
        assert all(slot.begun for slot in row) or n not in wanted
        edge = min((each for each in (*wanted, len(cut)) if each > n), default=len(cut))
        assert all(n + slot.cell.rowspan <= edge for slot in row if slot.begun)


@given(groups(), st.integers(0, 6))
def test_what_cuts_nothing_changes_nothing(rows: tuple[Row, ...], start: int) -> None:
    document, starts = _document(rows), {"t": frozenset({(0, min(start, len(rows) - 1))})}
    assert (reprint(document, starts) == document) is not bool(cutting(document, starts))


def _group(name: str, count: int) -> tuple[Row, ...]:
    first = (Cell((Text(name),), rowspan=count), Cell((Text(f"{name}0"),)))
    return (first, *((Cell((Text(f"{name}{n}"),)),) for n in range(1, count)))


def test_labels_are_printed_on_every_page_of_their_rows() -> None:
    """Wherever the pages cut the groups, and the tree as printed says so too."""
    laid = lay_out(_document(_group("甲", 20), _group("乙", 70), width=2), STYLE)
    pages = pages_of(laid.pdf())
    assert len(pages) > 2
    for page in pages:
        places = [(char["text"], char["x0"] < page.width / 2) for char in page.chars if char["text"] in "甲乙"]
        assert {name for name, label in places if label} == {name for name, label in places if not label}
    printed = [text_of(row[0].children) for rows in _groups(laid.document) for row in rows if len(row) == 2]
    assert printed == ["甲", "乙", *["乙"] * (len(pages) - 1)]


def test_a_paper_without_cut_labels_is_printed_as_it_is() -> None:
    document = document_of(Section("body", (Paragraph((Text("文"),)), _table_of(_group("甲", 3))), 1))
    assert lay_out(document, STYLE).document is document


def _table_of(rows: tuple[Row, ...]) -> Table:
    return Table("t", (), (1, 1), (), (rows,))
