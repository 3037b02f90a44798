"""A printed paper as an eye with a ruler sees it: glyphs, runs of them and rules, in mm from the sheet's top left.

What stands turned on a landscape page is measured on the sheet held upright.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from itertools import groupby
from typing import Any

import pdfplumber

from tests.form.strokes import Stroke, strokes_of
from tests.writers.pdf_measure import Ink, ink_in
from yinfa.document.tree import Block, Document, RedHead, Table
from yinfa.document.walk import blocks_of, text_of
from yinfa.proof.measures import BOTTOM, HEIGHT, MIDDLE, WIDE_MIDDLE
from yinfa.proof.said_tree import pieces_of
from yinfa.styling import MM_PER_PT

_INVISIBLE = re.compile(r"[\s\u200b\u2060\u00ad]")
MARK = 28  # mm: what heads each page stands above
_ONE_LINE = 0.2  # mm between the baselines of one line


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character on a page (from 1); `size` in pt, `colour` as red, green and blue from 0 to 1."""

    text: str
    page: int
    left: float
    right: float
    baseline: float
    size: float
    face: str
    colour: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """Glyphs of one piece of text on one line."""

    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        """Return its characters without blanks."""
        return "".join(each.text for each in self.glyphs)

    @property
    def page(self) -> int:
        """Return the number of its page."""
        return self.glyphs[0].page

    @property
    def baseline(self) -> float:
        """Return where its characters stand."""
        return self.glyphs[0].baseline

    @property
    def left(self) -> float:
        """Return where it begins."""
        return min(each.left for each in self.glyphs)

    @property
    def right(self) -> float:
        """Return where it ends."""
        return max(each.right for each in self.glyphs)

    @property
    def middle(self) -> float:
        """Return its middle."""
        return (self.left + self.right) / 2

    @property
    def sizes(self) -> set[float]:
        """Return the sizes of its type in pt."""
        return {round(each.size, 1) for each in self.glyphs}

    def is_in(self, face: str) -> bool:
        """Return whether all its Han characters are of a face, named by a part of its name."""
        return all(face.lower() in each.face.lower() for each in self.glyphs if "\u4e00" <= each.text <= "\u9fff")

    def is_wholly(self, face: str) -> bool:
        """Return whether all of it is of a face, the digits too."""
        return all(face.lower() in each.face.lower() for each in self.glyphs)


@dataclass(frozen=True)
class Printed:
    """A paper: its tree tells what is to be found, its PDF where it came to stand."""

    document: Document
    pdf: bytes
    _strokes: dict[int, list[Stroke]] = field(default_factory=dict)

    @cached_property
    def pages(self) -> list[Any]:
        """Return the pages as pdfplumber has them."""
        return list(pdfplumber.open(BytesIO(self.pdf)).pages)

    @cached_property
    def lines(self) -> list[Run]:
        """Return all lines in reading order, without the page numbers and the mark that heads each page."""
        lines = (line for page in self.pages for line in _lines(page, turned=False) if not _is_number(line))
        mark = bare(self.document.mark)
        return [line for line in lines if not mark or line.text != mark or line.baseline > MARK]

    @cached_property
    def numbers(self) -> dict[int, Run]:
        """Return the page number of each page that has one."""
        lines = (line for page in self.pages for line in _lines(page, turned=page.width > page.height))
        return {line.page: line for line in lines if _is_number(line)}

    def strokes(self, page: int) -> list[Stroke]:
        """Return the rules across an upright page, from top to bottom."""
        if page not in self._strokes:
            self._strokes[page] = list(strokes_of(self.pdf, page))
        return self._strokes[page]

    @cached_property
    def head(self) -> RedHead | None:
        """Return the red head that the tree has."""
        return next((block for block in blocks_of(self.document) if isinstance(block, RedHead)), None)

    @cached_property
    def places(self) -> dict[int, tuple[tuple[Run, ...], ...]]:
        """Return by the id of each block the lines of each of its pieces, looked for one after the other."""
        start, places = self._behind_head(), {}
        for block in blocks_of(self.document):
            found = []
            for piece in pieces(block):
                runs, start = self._find(piece, start)
                found.append(runs)
            places[id(block)] = tuple(found)
        return places

    def of(self, block: Block) -> tuple[tuple[Run, ...], ...]:
        """Return the lines of each piece of a block; no line for one that was not found."""
        return self.places[id(block)]

    def first(self, text: str) -> Run | None:
        """Return the first line of a text, wherever it is first found."""
        return next(iter(self._find(text, 0)[0]), None)

    def landscape(self, page: int) -> bool:
        """Return whether a page lies on its side."""
        return bool(self.pages[page - 1].width > self.pages[page - 1].height)

    def middle(self, page: int) -> float:
        """Return the middle of the type area of a page."""
        return WIDE_MIDDLE if self.landscape(page) else MIDDLE

    def ink(self, page: int, left: float, top: float, right: float, bottom: float) -> Ink | None:
        """Return where there is ink within the rectangle."""
        return ink_in(self.pages[page - 1], left, top, right, bottom)

    @cached_property
    def _stream(self) -> tuple[str, list[tuple[int, Glyph]]]:
        glyphs = [(number, glyph) for number, line in enumerate(self.lines) for glyph in line.glyphs]
        return "".join(glyph.text for _, glyph in glyphs), glyphs

    def _behind_head(self) -> int:
        if self.head is None or not self.head.number:
            return 0
        return max(self._stream[0].find(bare(self.head.number)), 0) + len(bare(self.head.number))

    def _find(self, text: str, start: int) -> tuple[tuple[Run, ...], int]:
        """Return the runs of a text from `start` on, and where it ends; nothing and `start` if it is not there."""
        stream, glyphs = self._stream
        place = stream.find(bare(text), start)
        if place < 0 or not bare(text):
            return (), start
        end = place + len(bare(text))
        lines = groupby(glyphs[place:end], key=lambda each: each[0])
        return tuple(Run(tuple(glyph for _, glyph in line)) for _, line in lines), end


def bare(text: str) -> str:
    """Return a text without what prints nothing."""
    return _INVISIBLE.sub("", text)


def _is_number(line: Run) -> bool:
    return line.baseline > BOTTOM and re.fullmatch(r"[—–-]\d+[—–-]", line.text) is not None


def _lines(page: Any, *, turned: bool) -> list[Run]:
    glyphs = sorted(_glyphs(page, turned=turned), key=lambda each: each.baseline)
    lines: list[list[Glyph]] = []
    for glyph in glyphs:
        if not lines or glyph.baseline - lines[-1][-1].baseline > _ONE_LINE:
            lines.append([])
        lines[-1].append(glyph)
    return [Run(tuple(sorted(line, key=lambda each: each.left))) for line in lines]


def _glyphs(page: Any, *, turned: bool) -> Iterator[Glyph]:
    for char in page.chars:
        text = bare(char["text"])
        if text and char["upright"] is not turned:
            left, right, baseline = (_turned if turned else _upright)(page, char)
            face, colour = char["fontname"].split("+")[-1], _colour(char["non_stroking_color"])
            size = float(char["width" if turned else "size"])
            yield Glyph(text, page.page_number, left, right, baseline, size, face, colour)


def _upright(page: Any, char: Any) -> tuple[float, float, float]:
    return char["x0"] * MM_PER_PT, char["x1"] * MM_PER_PT, (float(page.height) - char["matrix"][5]) * MM_PER_PT


def _turned(_: Any, char: Any) -> tuple[float, float, float]:
    """Return the place on the sheet that was turned clockwise, held upright again."""
    return char["top"] * MM_PER_PT, char["bottom"] * MM_PER_PT, HEIGHT - char["matrix"][4] * MM_PER_PT


def _colour(paint: Any) -> tuple[float, ...]:
    values = tuple(paint) if isinstance(paint, list | tuple) else (paint or 0,)
    return tuple(map(float, values)) if len(values) == 3 else (float(values[0]),) * 3


def pieces(block: Block) -> Iterable[str]:
    """Return the texts of a block, each of which stands for itself; of a table those about its grid.

    Cells that stand beside each other are read otherwise than they follow each other in the tree.
    """
    match block:
        case RedHead():
            return ()
        case Table():
            return (block.ordinal + text_of(block.caption), *(text_of(note.children) for note in block.notes))
        case _:
            return pieces_of(block)
