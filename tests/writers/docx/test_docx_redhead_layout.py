"""Red-head documents as LibreOffice lays them out: where the form has them, and page by page as the PDF has them."""

from collections.abc import Callable
from typing import Any, TypeAlias

import pytest

from tests.redheads import REDHEADS
from tests.writers.docx.reading import STYLE
from tests.writers.docx.test_docx_layout import rules_of, words_of
from tests.writers.libreoffice import docx_to_pdf
from tests.writers.pdf_measure import BOTTOM, LEFT, RIGHT, Ink, ink_in, pages_of
from yinfa.writers.docx import write_docx
from yinfa.writers.pdf import lay_out

pytestmark = pytest.mark.slow

Pages: TypeAlias = list[Any]
Both = Callable[[str], tuple[Pages, Pages]]


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Both:
    """Return for the name of a paper its pages in the PDF and as LibreOffice sets the DOCX, each made once."""
    made: dict[str, tuple[Pages, Pages]] = {}
    folder = tmp_path_factory.mktemp("papers")

    def pages(name: str) -> tuple[Pages, Pages]:
        if name not in made:
            layout = lay_out(REDHEADS[name](), STYLE)
            docx = write_docx(layout.document, STYLE, layout)
            made[name] = pages_of(layout.pdf()), pages_of(docx_to_pdf(docx, folder).read_bytes())
        return made[name]

    return pages


def ink(page: Any, left: float, top: float, right: float, bottom: float) -> Ink:
    """Return where there is ink within a rectangle in which there must be some."""
    found = ink_in(page, left, top, right, bottom)
    assert found, (left, top, right, bottom)
    return found


@pytest.mark.parametrize("name", [name for name in REDHEADS if name != "short_below_a_long_head"])
def test_pages_begin_and_end_with_the_same_lines(name: str, both: Both) -> None:
    """But for a paragraph that is to be cut though it has room: LibreOffice cuts none that it keeps, as Word does."""
    pdf, docx = both(name)
    assert len(pdf) == len(docx)
    for mine, theirs in zip(map(words_of, pdf), map(words_of, docx), strict=True):
        assert (mine[:1], mine[-1:], len(mine)) == (theirs[:1], theirs[-1:], len(theirs))


@pytest.mark.parametrize(("name", "top"), [("unsealed", 72), ("document", 72), ("joint", 72), ("minutes", 72)])
def test_the_name_of_the_office_begins_72_mm_down(name: str, top: float, both: Both) -> None:
    """Rules 12 and 38."""
    above = 67 if name == "document" else 40  # below 份号, 密级 and 紧急程度
    assert ink(both(name)[1][0], LEFT, above, RIGHT, 95).top == pytest.approx(top, abs=0.5)


def test_that_of_a_letter_begins_30_mm_down(both: Both) -> None:
    """Rule 36."""
    assert ink(both("letter")[1][0], LEFT, 27, RIGHT, 46).top == pytest.approx(30, abs=0.5)


def test_that_of_an_order_begins_20_mm_below_the_type_areas_top(both: Both) -> None:
    """Rule 37."""
    assert ink(both("order")[1][0], LEFT, 40, RIGHT, 80).top == pytest.approx(57, abs=0.5)


@pytest.mark.parametrize("name", ["unsealed", "joint", "minutes", "upward_three"])
def test_the_red_rule_is_4_mm_below_the_number_and_156_mm_wide(name: str, both: Both) -> None:
    """Rule 16."""
    page = both(name)[1][0]
    height = rules_of(page)[0]
    rule = ink(page, LEFT, height - 1, LEFT + 3, height + 1)
    across = ink(page, 15, rule.top, 200, rule.bottom)
    assert [across.left, across.right] == pytest.approx([LEFT, RIGHT], abs=0.2)
    number = ink(page, LEFT, rule.top - 10, RIGHT, rule.top - 0.3)
    assert rule.top - number.bottom == pytest.approx(4, abs=0.5)


def test_the_double_rules_of_a_letter_are_170_mm_wide(both: Both) -> None:
    """Rule 36: one 4 mm below the name, the other 20 mm above the edge of the sheet; on the first page alone."""
    first, second, *_ = both("letter")[1]
    upper, lower = (ink(first, 15, top, 24, bottom) for top, bottom in ((40, 60), (265, 290)))
    assert lower.bottom == pytest.approx(297 - 20, abs=0.3)
    name = ink(first, LEFT, 27, RIGHT, upper.top - 0.3)
    assert upper.top - name.bottom == pytest.approx(4, abs=0.5)
    for rule in (upper, lower):
        across = ink(first, 5, rule.top, 205, rule.bottom)
        assert [across.left, across.right] == pytest.approx([20, 190], abs=0.2)
        assert not ink_in(second, 15, rule.top, 24, rule.bottom)


@pytest.mark.parametrize("name", ["ends_on_an_odd_page", "ends_on_an_even_page", "ends_on_a_full_even_page"])
def test_the_last_rule_lies_at_the_foot_of_the_type_area_of_an_even_page(name: str, both: Both) -> None:
    """Rule 29."""
    pages = both(name)[1]
    assert len(pages) % 2 == 0
    assert ink(pages[-1], LEFT, 240, LEFT + 2, BOTTOM + 2).bottom == pytest.approx(BOTTOM, abs=0.5)


def test_neither_the_blank_page_nor_that_of_the_imprint_bears_a_number(both: Both) -> None:
    """Rule 34."""
    *numbered, blank, last = both("ends_on_a_full_even_page")[1]
    for page in (blank, last):
        assert not ink_in(page, LEFT, BOTTOM + 2, RIGHT, 290)
    for page in numbered:
        assert ink_in(page, LEFT, BOTTOM + 2, RIGHT, 290)
