"""Red-head papers of every form say the same in the tree, in the PDF and in the DOCX, which is valid."""

import subprocess
from pathlib import Path

import pytest

from tests.extract import first_difference
from tests.extract.from_docx import said_by_docx
from tests.extract.from_pdf import said_by_pdf
from tests.extract.from_tree import said_by_tree
from tests.form.rendered import made
from tests.redheads import REDHEADS
from tests.writers.docx.test_docx_valid import VALIDATOR

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("name", REDHEADS)
def test_the_pdf_says_what_the_tree_says(name: str, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(made(name).printed.pdf)
    tree, pdf = said_by_tree(made(name).layout.document), said_by_pdf(path)
    assert first_difference(tree.text, pdf.text) == ""
    assert pdf.tables == tree.tables


@pytest.mark.parametrize("name", [name for name in REDHEADS if name != "upward_three"])
def test_the_docx_says_what_the_tree_says(name: str) -> None:
    """With three 签发人 the first two stand on a line of the DOCX's text above 发文字号: it is read line by line."""
    tree, docx = said_by_tree(made(name).layout.document), said_by_docx(made(name).written.docx)
    assert first_difference(tree.text, docx.text) == ""
    assert docx.tables == tree.tables


@pytest.mark.parametrize("name", REDHEADS)
def test_the_open_xml_sdk_finds_nothing(name: str, tmp_path: Path) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(made(name).written.docx)
    found = subprocess.run([str(VALIDATOR), str(path)], capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout
