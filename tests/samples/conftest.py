"""Every paper of the shipped samples, composed and laid out once for all the tests that look at it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import pytest
import yaml

from tests.writers.libreoffice import docx_to_pdf
from yinfa.diagnostics import Report
from yinfa.document.tree import Document
from yinfa.kinds import KINDS
from yinfa.paths import DATA
from yinfa.pipeline import Galley, Request, galleys_of
from yinfa.styling import load_style
from yinfa.writers.docx import write_docx
from yinfa.writers.layout import Layout
from yinfa.writers.pdf import lay_out

SHEETS = 2  # of those that every unit gets, the first and the last of each plan
FORMATS = ("docx", "pdf")


@dataclass(frozen=True)
class Sample:
    """A paper of a shipped sample, as every stage leaves it; what takes long is made when it is first asked for."""

    name: str
    composed: Document
    folder: Path

    @cached_property
    def layout(self) -> Layout:
        """Return its laid-out pages."""
        return lay_out(self.composed, load_style())

    @property
    def document(self) -> Document:
        """Return its tree as it is printed."""
        return self.layout.document

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


def named() -> Iterator[str]:
    """Yield the papers that are looked at: folder, kind, and which of its kind."""
    for folder in sorted(DATA.iterdir()):
        kinds = [each["kind"] for each in yaml.safe_load((folder / "plan.yaml").read_text("utf-8"))["documents"]]
        for kind in dict.fromkeys(kinds):
            count = SHEETS if KINDS[kind].each else kinds.count(kind)
            yield from (f"{folder.name}/{kind}/{n}" for n in range(count))


@cache
def galleys(folder: str) -> list[Galley]:
    """Return all papers of a sample that have pages, composed."""
    report = Report()
    found = galleys_of(Request([DATA / folder], Path(), formats=FORMATS), load_style(), report)
    assert not list(report), "a shipped sample gives cause for a diagnostic"
    return found


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> "Samples":
    """Return the samples by their names."""
    return Samples(tmp_path_factory)


class Samples(dict[str, Sample]):
    """The samples that have been asked for."""

    def __init__(self, folders: pytest.TempPathFactory) -> None:
        super().__init__()
        self._folders = folders

    def __missing__(self, name: str) -> Sample:
        folder, kind, place = name.split("/")
        of_kind = [each for each in galleys(folder) if each.paper.kind == kind]
        chosen = of_kind[-1 if KINDS[kind].each and place != "0" else int(place)]
        self[name] = Sample(name, chosen.document, self._folders.mktemp(name.replace("/", "-")))
        return self[name]


NAMES = tuple(named())
PLANS = tuple(name for name in NAMES if "/plan/" in name)


@pytest.fixture(scope="session", params=NAMES)
def sample(request: pytest.FixtureRequest, samples: Samples) -> Sample:
    """Return each paper of the shipped samples in turn."""
    return samples[request.param]


@pytest.fixture(scope="session", params=PLANS)
def plan(request: pytest.FixtureRequest, samples: Samples) -> Sample:
    """Return each shipped plan in turn: papers of many pages of prose."""
    return samples[request.param]
