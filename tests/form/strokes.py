"""The rules across a page, measured on its pixels: how an engine draws them makes no difference."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import pymupdf
from PIL import Image, ImageOps

from yinfa.proof.measures import LEFT, RIGHT

DPI = 300
MM = 25.4 / DPI  # of a pixel
COVERED = 0.5  # of a row's width within the type area: no line of text is so dark


@dataclass(frozen=True, slots=True)
class Stroke:
    """A level rule, in mm from the sheet's top left corner; `colour` as red, green and blue from 0 to 1."""

    left: float
    right: float
    top: float
    bottom: float
    colour: tuple[float, ...]

    @property
    def thickness(self) -> float:
        """Return how thick it is."""
        return self.bottom - self.top


def is_red(colour: Sequence[float]) -> bool:
    """Return whether a colour is red."""
    return len(colour) == 3 and colour[0] > 0.6 and max(colour[1:]) < 0.3


def strokes_of(pdf: bytes, page: int) -> Iterator[Stroke]:
    """Yield the rules as wide as the type area on a page (from 1), from top to bottom."""
    picture = _painted(pdf, page)
    least = ImageOps.invert(picture).split()[1]  # red and black lack green alike
    area = least.crop((round(LEFT / MM) + 9, 0, round(RIGHT / MM) - 9, least.height))
    rows = [value / 255 for value in area.resize((1, area.height), Image.Resampling.BOX).tobytes()]
    for dark, group in groupby(range(len(rows)), key=lambda row: rows[row] > COVERED):
        if dark:
            yield _stroke(picture, least, rows, list(group))


def _painted(pdf: bytes, page: int) -> Image.Image:
    """Return a page painted by MuPDF, whose grey at an edge is just as dark as the edge covers its pixel."""
    opened: Any = pymupdf.open(stream=pdf)  # type: ignore[no-untyped-call]
    with opened:
        pixels = opened[page - 1].get_pixmap(dpi=DPI)
        return Image.frombytes("RGB", (pixels.width, pixels.height), pixels.samples)


def _stroke(picture: Image.Image, least: Image.Image, rows: list[float], dark: list[int]) -> Stroke:
    """Return the rule of some dark rows; of the rows about them it has what is not as white as paper."""
    first, last = dark[0], dark[-1]
    darkest = max(rows[first : last + 1])
    top = first + 1 - (rows[first] + rows[first - 1]) / darkest
    bottom = last + (rows[last] + rows[last + 1]) / darkest
    middle = (first + last) // 2
    across = least.crop((0, middle, least.width, middle + 1)).point(lambda value: 255 * (value > 127)).getbbox()
    left, right = (across[0], across[2]) if across else (0, 0)
    colour = picture.crop((least.width // 2, middle, least.width // 2 + 1, middle + 1)).tobytes()
    return Stroke(left * MM, right * MM, top * MM, bottom * MM, tuple(each / 255 for each in colour))
