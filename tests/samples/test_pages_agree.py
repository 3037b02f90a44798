"""Headings fall on the same page in the PDF and in the DOCX as LibreOffice lays it out."""

from pathlib import Path

import pymupdf
import pytest

from tests.extract import squeeze
from tests.samples.conftest import Sample

pytestmark = pytest.mark.slow


def headings_of(path: Path) -> list[tuple[str, int]]:
    """Return the bookmarks of a PDF: each heading's words and the page it stands on, blank pages not counted."""
    with pymupdf.open(path) as pdf:
        printed = [index for index, page in enumerate(pdf) if page.get_text().strip()]
        return [(squeeze(title), printed.index(page - 1) + 1) for _, title, page in pdf.get_toc()]
