"""The tables of the PDF: figures stay whole, and rows stand together as far as the page has room."""

from itertools import pairwise

import pytest

from tests.writers.pdf_measure import pages_with, text_lines
from yinfa.document.tree import Align, Block, Cell, Paragraph, Row, Table, Text

LINE = Paragraph((Text("文"),))
HEAD = (Cell((Text("头"),), colspan=2, role="head"),)


def _cell(text: str, align: Align = "center") -> Cell:
    return Cell((Text(text),), align=align)


@pytest.mark.parametrize(("align", "whole"), [("center", True), ("right", True), ("left", False)])
def test_figures_are_never_broken(align: Align, whole: bool) -> None:
    """A figure too wide for its column stays in one line; a long address in running text is broken."""
    (page,) = pages_with(Table("t", (), (1, 14), (), (((_cell("600000", align), _cell("文")),),)))
    assert any("600000" in line.text for line in text_lines(page)) is whole


def _table(*groups: tuple[Row, ...], notes: tuple[Paragraph, ...] = ()) -> Table:
    return Table("t", (), (1, 9), (HEAD,), groups, notes)


def _words(*blocks: Block) -> list[list[str]]:
    """Return the lines of each page."""
    return [[line.text for line in text_lines(page)] for page in pages_with(*blocks)]


def _rows(count: int) -> tuple[Row, ...]:
    return tuple((_cell(str(n)), _cell("行")) for n in range(count))


def test_a_row_higher_than_a_third_of_the_page_is_broken() -> None:
    """It begins where the row before ends, and the head stands over what is left of it."""
    first, second = _words(*[LINE] * 12, _table(((_cell("1"), _cell("质量" * 300, "left")),)))
    assert len(first) > 20
    assert second[0] == "头"


def test_a_row_of_a_quarter_of_the_page_is_not_broken() -> None:
    first, second = _words(*[LINE] * 19, _table(((_cell("1"), _cell("质量" * 120, "left")),)))
    assert first == ["文"] * 19
    assert second[0] == "头"


@pytest.mark.parametrize("before", range(18, 22))
def test_a_total_never_stands_alone(before: int) -> None:
    """Wherever the page ends, the last row goes with the total."""
    total = ((Cell((Text("总计"),), colspan=2, role="total"),),)
    pages = _words(*[LINE] * before, _table(_rows(3), total))
    assert any({"2行", "总计"} <= set(page) for page in pages)


def test_a_total_row_is_as_high_as_any() -> None:
    """Its role must not take the space between rule and text away."""
    total = ((Cell((Text("总计"),), colspan=2, role="total"),),)
    lines = text_lines(pages_with(_table(_rows(2), total))[0])
    pitches = [after.baseline - before.baseline for before, after in pairwise(lines[1:])]
    assert pitches == pytest.approx([pitches[0]] * 2, abs=0.1)


@pytest.mark.parametrize(("length", "cut"), [(100, False), (200, True)])
def test_a_short_note_is_not_cut(length: int, cut: bool) -> None:
    pages = _words(*[LINE] * 19, _table(_rows(2), notes=(Paragraph((Text("注" * length),), "note"),)))
    assert any("注" in line for line in pages[0]) is cut


@pytest.mark.parametrize("before", range(18, 23))
def test_notes_never_stand_alone(before: int) -> None:
    """Wherever the page ends, the last row goes with the notes below it."""
    notes = tuple(Paragraph((Text(f"注{n}"),), "note") for n in range(2))
    pages = _words(*[LINE] * before, _table(_rows(3), notes=notes))
    assert any({"2行", "注0", "注1"} <= set(page) for page in pages)
