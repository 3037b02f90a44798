"""Red-head papers of every form say the same in the tree, in the PDF and in the DOCX, which is valid."""

from pathlib import Path

import pytest

from tests.extract.differing import first_difference
from tests.extract.from_pdf import said_by_pdf
from tests.form.rendered import made
from tests.openxml import sdk_faults
from tests.redheads import REDHEADS
from yinfa.proof.said_docx import said_by_docx
from yinfa.proof.said_tree import said_by_tree

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("name", REDHEADS)
def test_the_pdf_says_what_the_tree_says(name: str, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(made(name).printed.pdf)
    tree, pdf = said_by_tree(made(name).layout.document), said_by_pdf(path)
    assert first_difference(tree.text, pdf.text) == ""
    assert pdf.tables == tree.tables


@pytest.mark.parametrize("name", REDHEADS)
def test_the_docx_says_what_the_tree_says(name: str) -> None:
    tree, docx = said_by_tree(made(name).layout.document), said_by_docx(made(name).written.docx)
    assert first_difference(tree.text, docx.text) == ""
    assert docx.tables == tree.tables


@pytest.mark.parametrize("name", REDHEADS)
def test_the_open_xml_sdk_finds_nothing(name: str, tmp_path: Path) -> None:
    assert sdk_faults(made(name).written.docx, tmp_path / "paper.docx") == ""
