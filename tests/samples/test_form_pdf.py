"""The musts of GB/T 9704 (docs/gbt9704.md) on the rendered pages of the shipped samples' PDF, in mm and pt."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pdfplumber
import pytest

from tests.samples.conftest import Sample
from yinfa.document.tree import Heading
from yinfa.document.walk import blocks_of, text_of
from yinfa.proof.measures import ASCENT, BOTTOM, CHARACTER, LEFT, PITCH, RIGHT, TOP
from yinfa.styling import MM_PER_PT

pytestmark = pytest.mark.slow

FACES = {1: "Hei", 2: "Kai", 3: "Fang", 4: "Fang"}


@dataclass(frozen=True)
class Line:
    """A line of an upright page: its words, the page, its baseline and left edge in mm, its Han face and size in pt."""

    text: str
    page: int
    baseline: float
    left: float
    right: float
    face: str
    size: float


@pytest.fixture(scope="module")
def lines(plan: Sample) -> list[Line]:
    """Return the lines in the type area of the upright pages that carry a number."""
    with pdfplumber.open(plan.pdf) as pdf:
        return [
            line
            for page in pdf.pages
            if page.height > page.width and "— " in (page.crop((0, 742, page.width, page.height)).extract_text() or "")
            for line in lines_of(page)
        ]


def lines_of(page: Any) -> list[Line]:
    rows: dict[float, list[dict[str, Any]]] = defaultdict(list)
    for char in page.chars:
        baseline = (page.height - char["matrix"][5]) * MM_PER_PT
        if TOP < baseline < BOTTOM:
            rows[round(baseline, 1)].append(char)
    return [_line(page.page_number, baseline, rows[baseline]) for baseline in sorted(rows)]


def _line(page: int, baseline: float, chars: list[dict[str, Any]]) -> Line:
    chars = sorted(chars, key=lambda char: float(char["x0"]))
    han = next((char for char in chars if ord(char["text"][0]) > 0x2000), chars[0])
    left, right = chars[0]["x0"] * MM_PER_PT, chars[-1]["x1"] * MM_PER_PT
    text = "".join(char["text"] for char in chars)
    return Line(text, page, baseline, left, right, han["fontname"], round(han["size"], 1))


def body(lines: list[Line]) -> list[Line]:
    return [line for line in lines if line.size == 16]


def test_rules_2_to_4_the_text_fills_the_type_area(lines: list[Line]) -> None:
    text = body(lines)
    assert min(line.left for line in text) == pytest.approx(LEFT, abs=1)
    assert max(line.right for line in text) == pytest.approx(RIGHT, abs=1)
    assert min(line.baseline for line in text) - ASCENT == pytest.approx(TOP, abs=1)
    assert max(line.baseline for line in text) - ASCENT + PITCH == pytest.approx(BOTTOM, abs=1)


def test_rule_5_no_page_has_more_than_22_lines_and_full_ones_have_just_that(lines: list[Line]) -> None:
    counts: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        counts[line.page].append(line)
    plain = [page for page in counts.values() if all(line.size == 16 for line in page)]
    assert max(len(page) for page in plain) == 22
    assert sum(len(page) == 22 for page in plain) >= 8
    for page in plain:
        assert all(low.baseline - high.baseline == pytest.approx(PITCH, abs=0.11) for high, low in pairwise(page))


def test_rule_6_a_full_line_has_28_characters(lines: list[Line]) -> None:
    wide = [line for line in body(lines) if all(ord(each) > 0x2000 for each in line.text) and line.right > RIGHT - 1]
    flush = [line for line in wide if line.left < LEFT + 1]
    assert len(flush) > 100
    assert max(len(line.text) for line in flush) == 28
    assert sum(len(line.text) == 28 for line in flush) > len(flush) / 2


def test_rule_7_the_body_is_16_pt_fangsong(plan: Sample, lines: list[Line]) -> None:
    headings = {text for _, text in headings_of(plan)}
    text = [line for line in body(lines) if line.text not in headings and line.left < LEFT + 1]
    assert len(text) > 300
    assert sum("Fang" in line.face or "fangsong" in line.face.lower() for line in text) == len(text)


def headings_of(plan: Sample) -> list[tuple[int, str]]:
    """Return level and printed words of each numbered heading."""
    blocks = [block for block in blocks_of(plan.document) if isinstance(block, Heading) and block.form == "ordinal"]
    return [(block.level, block.ordinal + text_of(block.children)) for block in blocks]


def test_rule_20_lines_begin_flush_or_two_characters_in(lines: list[Line]) -> None:
    for line in body(lines):
        inset = (line.left - LEFT) / CHARACTER
        assert min(abs(inset), abs(inset - 2)) < 0.35, line  # a mark's own side bearing is up to a third of its width


@pytest.mark.parametrize("level", FACES)
def test_rule_21_headings_are_set_in_their_face(plan: Sample, lines: list[Line], level: int) -> None:
    by_text = {line.text: line for line in lines}
    for text in [text for each, text in headings_of(plan) if each == level]:
        assert FACES[level].lower() in by_text[text].face.lower()
        assert by_text[text].size == 16
