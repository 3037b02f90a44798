"""Measuring the pages of a PDF: lines by their glyphs, ink by its pixels; all in mm from the top left corner."""

from collections import defaultdict
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pdfplumber
from PIL import ImageOps

from tests.trees import document_of as document_of
from yinfa.document.tree import Block, Section
from yinfa.proof.measures import BOTTOM as BOTTOM  # the type area of an upright page
from yinfa.proof.measures import LEFT as LEFT
from yinfa.proof.measures import RIGHT as RIGHT
from yinfa.proof.measures import TOP as TOP
from yinfa.styling import MM_PER_PT, load_style
from yinfa.writers.pdf import lay_out

DPI = 300


@dataclass(frozen=True)
class Line:
    """A line of text: its characters from left to right, its baseline, and where it begins and ends."""

    text: str
    baseline: float
    left: float
    right: float
    positions: tuple[float, ...]


@dataclass(frozen=True)
class Ink:
    """The smallest rectangle that holds all the ink of a region."""

    left: float
    top: float
    right: float
    bottom: float


def pages_with(*blocks: Block) -> list[Any]:
    """Return the pages of a document of one section that holds these blocks."""
    return pages_of(lay_out(document_of(Section("body", blocks, 1)), load_style()).pdf())


def pages_of(pdf: bytes) -> list[Any]:
    """Return the pages as pdfplumber has them."""
    return list(pdfplumber.open(BytesIO(pdf)).pages)


def size_of(page: Any) -> tuple[float, float]:
    """Return the page's width and height."""
    return round(float(page.width) * MM_PER_PT, 2), round(float(page.height) * MM_PER_PT, 2)


def lines_of(page: Any) -> list[Line]:
    """Return the page's upright lines from top to bottom."""
    rows: dict[float, list[dict[str, Any]]] = defaultdict(list)
    for char in page.chars:
        if char["upright"]:
            rows[round(char["matrix"][5], 1)].append(char)
    return [_line(float(page.height) - y, rows[y]) for y in sorted(rows, reverse=True)]


def text_lines(page: Any) -> list[Line]:
    """Return the lines of the type area."""
    return [line for line in lines_of(page) if TOP < line.baseline < BOTTOM]


def ink_in(page: Any, left: float, top: float, right: float, bottom: float) -> Ink | None:
    """Return where there is ink within the rectangle, or None."""
    picture = ImageOps.invert(page.to_image(resolution=DPI).original.convert("L")).point(lambda v: 255 * (v > 127))
    mm = 25.4 / DPI
    box = picture.crop((left / mm, top / mm, right / mm, bottom / mm)).getbbox()
    return box and Ink(left + box[0] * mm, top + box[1] * mm, left + box[2] * mm, top + box[3] * mm)


def _line(baseline: float, chars: list[dict[str, Any]]) -> Line:
    chars = sorted(chars, key=lambda char: char["x0"])
    edges = chars[0]["x0"] * MM_PER_PT, chars[-1]["x1"] * MM_PER_PT
    positions = tuple(char["x0"] * MM_PER_PT for char in chars)
    return Line("".join(char["text"] for char in chars), baseline * MM_PER_PT, *edges, positions)
