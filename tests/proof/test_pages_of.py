"""On which page a spot stands: as the PDF itself says, looked at by another program."""

from io import BytesIO

import pdfplumber
import pytest

from tests.proof.proving import heading, lines, plain, table
from tests.redheads import REDHEADS
from tests.specimen import specimen
from tests.writers.drawn import path
from yinfa.document.spots import Spot, spots_of
from yinfa.document.tree import Box, Document, Paragraph, Text
from yinfa.proof import Composed, Printed
from yinfa.proof.pages import pages_of
from yinfa.proof.said import bare
from yinfa.styling import load_style
from yinfa.writers.pdf import lay_out

pytestmark = pytest.mark.slow

ASIDE = Box("box-1", (Text("重点工程"),), (Paragraph((Text("健全推进机制。"),)),), ordinal="专栏1")


def placed(document: Document) -> tuple[list[tuple[Spot, int]], list[str]]:
    """Return the spots with their pages, and what a reader of the PDF finds on each page."""
    style = load_style()
    layout = lay_out(document, style)
    pages = pages_of(Printed(Composed(layout.document, style), layout.look()))
    with pdfplumber.open(BytesIO(layout.pdf())) as pdf:
        texts = [bare(page.extract_text()) for page in pdf.pages]
    return list(zip(spots_of(document), pages, strict=True)), texts


def opening(spot: Spot) -> str:
    """Return the first characters of a spot, which surely stand on one line."""
    return bare(spot.pieces[0].text)[:6] if spot.pieces else ""


PAPERS = {
    "paragraphs over pages": plain(*lines(70)),
    "a table over pages": plain(*lines(10), heading("一、", "工作保障"), table(60), ASIDE, *lines(30)),
    "a red head and its annexes": REDHEADS["document"](),
}


@pytest.mark.parametrize("document", PAPERS.values(), ids=PAPERS)
def test_a_spot_begins_where_the_pdf_has_its_first_words(document: Document) -> None:
    """Of every spot whose opening stands on one page only, which are most."""
    spots, texts = placed(document)
    assert len(texts) > 2
    tried = 0
    for spot, page in spots:
        where = [number for number, text in enumerate(texts, 1) if len(opening(spot)) > 4 and opening(spot) in text]
        if len(where) == 1:
            assert page == where[0], spot.place
            tried += 1
    assert tried > 3


def test_each_row_of_a_long_table_stands_on_its_own_page() -> None:
    """The head is said again on every page and counts once."""
    spots, texts = placed(plain(*lines(10), table(60)))
    pages = [page for spot, page in spots if spot.kind == "row"]
    rows = [text.count("推进质量工作") for text in texts]
    assert [pages.count(number) for number in range(1, len(texts) + 1)] == rows
    assert len([each for each in rows if each]) > 2


def test_a_chart_stands_where_its_caption_does_though_the_text_goes_on_overleaf() -> None:
    for before in range(4, 16):
        spots, texts = placed(plain(*lines(before), path(), *lines(30)))
        (caption,) = (page for spot, page in spots if spot.kind == "caption")
        assert {page for spot, page in spots if spot.kind == "chart"} == {caption}
        assert "完成情况" in texts[caption - 1]


def test_pages_are_counted_from_the_first_and_never_back() -> None:
    spots, texts = placed(specimen())
    pages = [page for _, page in spots]
    assert pages == sorted(pages)
    assert set(pages) <= set(range(1, len(texts) + 1))
