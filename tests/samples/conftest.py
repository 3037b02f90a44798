"""The shipped samples, composed and laid out once for all the tests that look at them."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

from tests.writers.libreoffice import docx_to_pdf
from yinfa.compose.compose import compose
from yinfa.diagnostics import Report
from yinfa.document.tree import Document
from yinfa.model.load import load_plan
from yinfa.paths import DATA
from yinfa.styling import load_style
from yinfa.writers.docx import write_docx
from yinfa.writers.layout import Layout
from yinfa.writers.pdf import lay_out

SAMPLES = ("ruian", "pingyang")


@dataclass(frozen=True)
class Sample:
    """A paper of a shipped sample, as every stage leaves it; what takes long is made when it is first asked for."""

    name: str
    document: Document
    folder: Path

    @cached_property
    def layout(self) -> Layout:
        """Return its laid-out pages."""
        return lay_out(self.document, load_style())

    @cached_property
    def pdf(self) -> Path:
        """Return its PDF as a file."""
        path = self.folder / "paper.pdf"
        path.write_bytes(self.layout.pdf())
        return path

    @cached_property
    def docx(self) -> bytes:
        """Return its DOCX."""
        return write_docx(self.document, load_style(), self.layout)

    @cached_property
    def office_pdf(self) -> Path:
        """Return its DOCX as LibreOffice lays it out."""
        folder = self.folder / "office"
        folder.mkdir()
        return docx_to_pdf(self.docx, folder)


@pytest.fixture(scope="session", params=SAMPLES)
def sample(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Sample:
    """Return each shipped sample in turn."""
    name: str = request.param
    report = Report()
    plan = load_plan(DATA / name, f"data/{name}", report)
    assert plan is not None, list(report)
    document = compose(plan, plan.papers()[0], load_style(), report)
    assert document is not None, list(report)
    assert not list(report), "a shipped sample gives cause for a diagnostic"
    return Sample(name, document, tmp_path_factory.mktemp(name))
