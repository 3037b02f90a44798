"""Headings fall on the same page in the PDF and in the DOCX as LibreOffice lays it out."""

import re
from collections.abc import Collection
from pathlib import Path
from typing import Any

import pymupdf
import pytest

from tests.samples.conftest import Sample
from yinfa.document.tree import Heading
from yinfa.document.walk import blocks_of, words_of
from yinfa.proof.said import squeeze

pytestmark = pytest.mark.slow


def opened(path: Path) -> Any:
    """Return the PDF at `path` as pymupdf has it, which says nothing of its types."""
    return pymupdf.open(path)  # type: ignore[no-untyped-call]


def headings_of(path: Path, run_in: Collection[str]) -> list[tuple[str, int]]:
    """Return the bookmarks of a PDF: each heading's words, without the 附件1 of an annex, and the page it stands on.

    Those of Word hold the whole paragraph that a run-in heading opens, or nothing of it: such are left out.
    """
    with opened(path) as pdf:
        marks = [(squeeze(re.sub(r"^附件\d*\s", "", title)), page) for _, title, page in pdf.get_toc()]
    return [(title, page) for title, page in marks if not title.startswith(tuple(run_in))]


def run_in_headings(sample: Sample) -> list[str]:
    """Return the ordinals and words of headings in whose paragraph the text goes on."""
    headings = (each for each in blocks_of(sample.document) if isinstance(each, Heading) and each.form == "run-in")
    return [squeeze(each.ordinal + words_of(each)) for each in headings]


def test_headings_fall_on_the_same_page_in_both_formats(sample: Sample) -> None:
    """Read as Word reads it: LibreOffice 7.4 mistakes two flags of a DOCX, which `docx_to_pdf` sets right."""
    run_in = run_in_headings(sample)
    assert headings_of(sample.office_pdf, run_in) == headings_of(sample.pdf, run_in)


def test_both_formats_have_the_same_number_of_pages(sample: Sample) -> None:
    with opened(sample.office_pdf) as office, opened(sample.pdf) as ours:
        assert len(office) == len(ours) == sample.layout.page_count


def test_full_pages_of_the_docx_have_22_lines(plan: Sample) -> None:
    """Count the lines of pages that hold nothing but text: neither box nor table nor heading moved to the next page."""
    with opened(plan.office_pdf) as office, opened(plan.pdf) as ours:
        counts = [(lines_of(one), lines_of(other)) for one, other in zip(office, ours, strict=True)]
    full = [pair for pair in counts if 22 in pair]
    assert len(full) >= 8
    assert all(one == other for one, other in full)


def lines_of(page: Any) -> int:
    """Return how many lines of 16 pt text stand in the type area of a page."""
    spans = [
        span
        for block in page.get_text("dict")["blocks"]
        for line in block.get("lines", ())
        for span in line["spans"]
        if round(span["size"]) == 16 and span["text"].strip()
    ]
    return len({round(span["origin"][1] / 5) for span in spans})
