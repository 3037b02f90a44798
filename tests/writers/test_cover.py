"""The cover holds title, status, issuer and date whatever the length of the title, alike in both formats."""

from pathlib import Path
from typing import Any

import pytest

from tests.writers.libreoffice import docx_to_pdf
from tests.writers.pdf_measure import document_of, pages_of, text_lines
from yinfa.document.tree import Break, Document, Inlines, Paragraph, Section, Text
from yinfa.styling import load_style
from yinfa.writers.docx import write_docx
from yinfa.writers.pdf import lay_out

STYLE = load_style()
LINE = "某县质量强县发展规划"
TITLES: dict[int, Inlines] = {
    1: (Text(LINE),),
    2: (Text(f"{LINE}（2011—2015年）"),),  # 18 characters wide, of which 17 fill a line
    4: (Text(LINE), Break(), Text("强" * 30), Break(), Text(LINE)),
    6: (Text("强" * 17 * 6),),
}


def _paper(title: Inlines) -> Document:
    words = {"status": "（征求意见稿）", "issuer": "某县质量强县工作领导小组办公室", "date": "二〇一一年十月"}
    rest = (Paragraph((Text(text),), role) for role, text in words.items())  # type: ignore[arg-type]  # a dict's keys
    cover = Section("cover", (Paragraph(title, "title"), *rest))
    return document_of(cover, Section("body", (Paragraph((Text("正文"),)),), 1))


def _check(pages: list[Any], lines: int) -> float:
    """Return how low the date stands."""
    cover = text_lines(pages[0])
    assert len(cover) == lines + 3
    assert cover[-1].text.strip() == "二〇一一年十月"
    return cover[-1].baseline


def test_issuer_and_date_stay_at_their_height() -> None:
    papers = {lines: pages_of(lay_out(_paper(title), STYLE).pdf()) for lines, title in TITLES.items()}
    heights = [_check(pages, lines) for lines, pages in papers.items()]
    assert heights == pytest.approx([heights[0]] * len(TITLES), abs=0.5)


@pytest.mark.slow
def test_issuer_and_date_stay_at_their_height_in_the_docx(tmp_path: Path) -> None:
    for lines in (2, 4):
        paper = _paper(TITLES[lines])
        layout = lay_out(paper, STYLE)
        office = docx_to_pdf(write_docx(paper, STYLE, layout), tmp_path).read_bytes()
        heights = [_check(pages_of(pdf), lines) for pdf in (layout.pdf(), office)]
        assert heights[1] == pytest.approx(heights[0], abs=1.5)
