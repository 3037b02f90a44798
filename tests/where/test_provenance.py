"""Every figure of every paper knows its cells, and a cell every place that prints it: on all samples."""

import re
from collections.abc import Iterator
from functools import cache

import pytest

from tests.samples.conftest import galleys
from yinfa.diagnostics import Origin, Report
from yinfa.document.charts import Chart
from yinfa.document.inlines import Num
from yinfa.document.spots import Spot, spots_of
from yinfa.document.tree import Document
from yinfa.document.walk import blocks_of
from yinfa.paths import DATA
from yinfa.sources.figures import text_of
from yinfa.sources.spans import cells_in
from yinfa.sources.workbook import Workbook, read_workbook
from yinfa.where.hits import place_search
from yinfa.where.places import Place

pytestmark = pytest.mark.slow

SAMPLES = ("chengchuan", "pingyang", "ruian", "tiantai")
# What a template prints as a figure though it is none of the data.
CONSTANTS = {
    "—": "nothing to tell: no target, no rate",
    "100%": "the limit of a chart of rates",
}
_NUMBERS = re.compile(r"[0-9]+(?:\.[0-9]+)?")


def papers(sample: str) -> Iterator[Document]:
    """Yield the papers of a sample."""
    return (each.document for each in galleys(sample))


def figures(document: Document) -> Iterator[Num]:
    """Yield every figure of a paper, the limits of charts among them."""
    yield from (figure for spot in spots_of(document) for figure in spot.figures)
    charts = (block for block in blocks_of(document) if isinstance(block, Chart))
    yield from (chart.limit for chart in charts if chart.limit)


@cache
def book(path: str) -> Workbook | None:
    """Return a workbook of a sample, by its path in the project."""
    return read_workbook(DATA.parent / path, path, Report())


def said_in(cell: str) -> str | None:
    """Return what stands in a cell or on a line, None where there is no such place."""
    origin = Origin.parse(cell)
    assert origin is not None
    if origin.line:
        lines = (DATA.parent / origin.file).read_text(encoding="utf-8").split("\n")
        return lines[origin.line - 1] if origin.line <= len(lines) else None
    found = book(origin.file)
    rows = found.sheets[origin.sheet].rows if found and origin.sheet in found.sheets else ()
    return next((text_of(each) for row in rows for each in row if each.origin.cell == origin.cell), None)


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_figure_without_cells_is_a_constant_of_a_template(sample: str) -> None:
    lost = {each.text for document in papers(sample) for each in figures(document) if not each.origin}
    assert lost <= set(CONSTANTS)


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_cells_of_figures_and_words_are_there(sample: str) -> None:
    origins = {origin for document in papers(sample) for spot in spots_of(document) for origin in origins_of(spot)}
    gone = [cell for origin in origins if origin for cell in cells_in(origin) if said_in(cell) is None]
    assert gone == []


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_figure_of_one_cell_prints_the_digits_of_that_cell(sample: str) -> None:
    """Unless that holds words: then it is a count of one thing, or the share of it."""
    other = []
    for document in papers(sample):
        for each in figures(document):
            cells = cells_in(each.origin)
            said = said_in(next(iter(cells))) if each.origin and len(cells) == 1 else None
            if said is not None and _NUMBERS.search(said) and not _agree(each.text, said):
                other.append((each.text, said, each.origin))
    assert other == []


def _agree(printed: str, said: str) -> bool:
    wanted = [_plain(each) for each in _NUMBERS.findall(printed)]
    there = [_plain(each) for each in _NUMBERS.findall(said.replace(",", ""))]
    return all(each in there for each in wanted)


def _plain(number: str) -> str:
    whole, _, part = number.partition(".")
    return f"{int(whole)}.{part.rstrip('0')}".rstrip(".")


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_cell_lists_every_spot_whose_figures_or_words_name_it(sample: str) -> None:
    """And no other."""
    for document in papers(sample):
        spots = spots_of(document)
        named: dict[str, set[int]] = {}
        for number, spot in enumerate(spots):
            for origin in marks_of(spot):
                for cell in cells_in(origin):
                    named.setdefault(cell, set()).add(number)
        for cell, wanted in list(named.items())[::7]:
            search = place_search(Place(cell, cells=frozenset((cell,))))
            listed = {number for number, spot in enumerate(spots) for hit in search(spot) if hit.start < hit.end}
            assert listed == wanted, cell


def marks_of(spot: Spot) -> Iterator[str]:
    """Yield the origins of the figures and the words of a spot."""
    return (mark.inline.origin for piece in spot.pieces for mark in piece.marks if mark.inline.origin)


def origins_of(spot: Spot) -> Iterator[str]:
    """Yield all origins of a spot."""
    yield spot.origin
    yield from marks_of(spot)
