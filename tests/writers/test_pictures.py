"""A picture however tall stands on one page with its headings and its caption, as large in either format."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tests.writers.libreoffice import docx_to_pdf
from tests.writers.pdf_measure import document_of, lines_of, pages_of
from yinfa.document.tree import Document, Figure, Heading, Page, Paragraph, Section, Text
from yinfa.styling import MM_PER_PT, load_style
from yinfa.writers.docx import write_docx
from yinfa.writers.pdf import lay_out

STYLE = load_style()


def _paper(page: Page) -> Document:
    data = BytesIO()
    Image.new("RGB", (10, 30), "white").save(data, "PNG")
    headings = (Heading(f"h-{n}", n, (Text("题"),), ordinal=ordinal) for n, ordinal in ((1, "一、"), (2, "（一）")))
    line, picture = Paragraph((Text("文"),)), Figure("f", (Text("图题"),), data.getvalue(), "长图", 150, "图1")
    return document_of(Section("body", (line,), 1), Section(page, (*[line] * 5, *headings, picture)))


def _check(pdf: bytes, height: float) -> None:
    *_, before, page = pages_of(pdf)
    words, after = ([line.text for line in lines_of(each) if "— " not in line.text] for each in (before, page))
    assert set(words) == {"文"}
    assert [text.split()[0][:2] for text in after] == ["一、", "（一", "图1"]
    (image,) = page.images
    assert image["height"] * MM_PER_PT == pytest.approx(height, abs=0.2)


@pytest.mark.parametrize(("page", "height"), [("body", 175), ("landscape", 106)])
def test_a_tall_picture_stays_with_its_headings(page: Page, height: float) -> None:
    _check(lay_out(_paper(page), STYLE).pdf(), height)


@pytest.mark.slow
@pytest.mark.parametrize(("page", "height"), [("body", 175), ("landscape", 106)])
def test_a_tall_picture_stays_with_its_headings_in_the_docx(tmp_path: Path, page: Page, height: float) -> None:
    paper = _paper(page)
    _check(docx_to_pdf(write_docx(paper, STYLE, lay_out(paper, STYLE)), tmp_path).read_bytes(), height)
