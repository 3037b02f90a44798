"""The judges find nothing on red-head papers of every form: in the PDF, in the DOCX, and where it is laid out."""

from pathlib import Path

import pytest

from tests.form.page import Printed
from tests.form.rendered import made
from tests.form.rules import broken_in_xml, broken_on_pages
from tests.redheads import REDHEADS
from tests.writers.libreoffice import docx_to_pdf

pytestmark = pytest.mark.slow
LAID_OUT = (
    *("document", "joint", "upward_three", "letter", "letter_of_two", "order", "minutes", "unsealed_long_date"),
    *("runs_over_below_a_long_head", "ten_annexes"),
)


@pytest.mark.parametrize("name", REDHEADS)
def test_no_rule_is_broken_on_the_pages(name: str) -> None:
    assert broken_on_pages(made(name).printed) == {}


@pytest.mark.parametrize("name", REDHEADS)
def test_no_rule_is_broken_in_the_docx(name: str) -> None:
    assert broken_in_xml(made(name).written) == {}


@pytest.mark.parametrize("name", LAID_OUT)
def test_no_rule_is_broken_where_libreoffice_lays_the_docx_out(name: str, tmp_path: Path) -> None:
    paper = made(name)
    pdf = docx_to_pdf(paper.written.docx, tmp_path).read_bytes()
    assert broken_on_pages(Printed(paper.layout.document, pdf)) == {}
