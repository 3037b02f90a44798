"""Tree, PDF and DOCX say the same: compared whole, character by character and cell by cell."""

import pytest

from tests.extract.differing import first_difference
from tests.extract.from_pdf import said_by_pdf
from tests.samples.conftest import Sample
from yinfa.proof.said_docx import said_by_docx
from yinfa.proof.said_tree import said_by_tree

pytestmark = pytest.mark.slow


def test_the_pdf_says_what_the_tree_says(sample: Sample) -> None:
    tree, pdf = said_by_tree(sample.document), said_by_pdf(sample.pdf)
    assert first_difference(tree.text, pdf.text) == ""
    assert pdf.tables == tree.tables


def test_the_docx_says_what_the_tree_says(sample: Sample) -> None:
    tree, docx = said_by_tree(sample.document), said_by_docx(sample.docx)
    assert first_difference(tree.text, docx.text) == ""
    assert docx.tables == tree.tables
