"""The DOCX laid out by LibreOffice beside the PDF: the same lines on the same pages."""

from typing import Any

import pytest

from tests.specimen import specimen
from tests.writers.docx.reading import STYLE
from tests.writers.libreoffice import docx_to_pdf
from tests.writers.pdf_measure import BOTTOM, LEFT, RIGHT, TOP, Ink, ink_in, pages_of, size_of, text_lines
from yinfa.styling import MM_PER_PT
from yinfa.writers.docx import write_docx
from yinfa.writers.pdf import lay_out

pytestmark = pytest.mark.slow
FIRST_OF_TEXT, OF_TABLE, ODD_WIDE, EVEN_WIDE = 2, 10, 12, 11  # pages of the specimen, from 0

Pages = list[Any]


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Pages, Pages]:
    """Return the specimen's pages in the PDF and as LibreOffice sets the DOCX."""
    paper = specimen()
    layout = lay_out(paper, STYLE)
    path = docx_to_pdf(write_docx(paper, STYLE, layout), tmp_path_factory.mktemp("paper"))
    return pages_of(layout.pdf()), pages_of(path.read_bytes())


def words_of(page: Any) -> list[str]:
    """Return the lines of a page without their spaces."""
    return ["".join(line.text.split()) for line in text_lines(page)]


def rules_of(page: Any) -> list[float]:
    """Return how far down the rules of a page's tables lie, in mm."""
    drawn = [*page.lines, *page.rects, *page.curves]
    across = {
        round((each["top"] + each["bottom"]) / 2, 1) for each in drawn if each["width"] > 20 > 10 * each["height"]
    }
    return [each * MM_PER_PT for each in sorted(across)]


def test_pages_are_as_many_and_as_large(both: tuple[Pages, Pages]) -> None:
    pdf, docx = both
    assert len(pdf) == len(docx)
    for mine, theirs in zip(pdf, docx, strict=True):
        assert size_of(theirs) == pytest.approx(size_of(mine), abs=0.1)


def test_a_full_page_has_22_lines_of_28_characters(both: tuple[Pages, Pages]) -> None:
    """Rules 5 and 6."""
    lines = text_lines(both[1][FIRST_OF_TEXT])
    assert len(lines) == 22
    assert max(len(line.text) for line in lines if line.text.isascii() is False) >= 28
    assert lines[-1].baseline - lines[0].baseline == pytest.approx(21 * 28.95 * MM_PER_PT, abs=0.2)


def test_pages_begin_and_end_with_the_same_lines(both: tuple[Pages, Pages]) -> None:
    pdf, docx = both
    for number in range(FIRST_OF_TEXT, len(pdf)):
        mine, theirs = words_of(pdf[number]), words_of(docx[number])
        assert (mine[:1], mine[-1:], len(mine)) == (theirs[:1], theirs[-1:], len(theirs)), number


def test_lines_lie_at_the_same_height(both: tuple[Pages, Pages]) -> None:
    """But for up to 1.5 mm: an office program sets the baseline at 4/5 of an exact line, CSS centres the characters."""
    for pdf, docx in list(zip(*both, strict=True))[FIRST_OF_TEXT:]:
        heights = [[line.baseline for line in text_lines(page)] for page in (pdf, docx)]
        assert heights[1] == pytest.approx(heights[0], abs=1.5)


def test_rows_are_as_high(both: tuple[Pages, Pages]) -> None:
    for number in (OF_TABLE, EVEN_WIDE, ODD_WIDE):
        mine, theirs = (rules_of(pages[number]) for pages in both)
        assert len(mine) > 5
        assert theirs == pytest.approx(mine, abs=0.3)


def test_the_dash_lies_7_mm_below_the_type_area(both: tuple[Pages, Pages]) -> None:
    """Rules 32, 33 and 35: below on upright pages, at the left on landscape ones."""
    odd, even = (ink_in(page, LEFT, BOTTOM + 1, RIGHT, 290) for page in both[1][FIRST_OF_TEXT : FIRST_OF_TEXT + 2])
    assert isinstance(odd, Ink)
    assert isinstance(even, Ink)
    assert RIGHT - odd.right == pytest.approx(5, abs=0.3)
    assert even.left - LEFT == pytest.approx(5, abs=0.3)
    dash = ink_in(both[1][FIRST_OF_TEXT], odd.left, BOTTOM + 1, odd.left + 3, 290)
    assert isinstance(dash, Ink)
    assert dash.top - BOTTOM == pytest.approx(7, abs=0.2)


def test_the_landscape_number_stays_where_upright_pages_have_it(both: tuple[Pages, Pages]) -> None:
    for page, inset in ((both[1][EVEN_WIDE], "top"), (both[1][ODD_WIDE], "bottom")):
        ink = ink_in(page, 5, 20, 34, 190)
        assert isinstance(ink, Ink)
        from_edge = ink.top - 28 if inset == "top" else 184 - ink.bottom
        assert from_edge == pytest.approx(5, abs=0.3)
        dash = ink_in(page, 5, ink.top, 34, ink.top + 3)
        assert isinstance(dash, Ink)
        assert 35 - dash.right == pytest.approx(7, abs=0.5)


def test_every_page_is_marked(both: tuple[Pages, Pages]) -> None:
    for page in both[1]:
        assert "样例" in page.extract_text()
        width = size_of(page)[0]
        assert ink_in(page, width / 2, 15, width, TOP if width < 220 else 27.5)
