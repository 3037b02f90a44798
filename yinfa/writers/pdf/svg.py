"""The few shapes of SVG that charts are made of; all measures in mm."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from math import ceil, floor
from typing import Literal

BLACK, WHITE = "000000", "FFFFFF"
MIDDLE = 0.36  # of the type size: how far below the middle of a line its baseline is

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle, by its upper left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Return where it ends."""
        return self.left + self.width

    @property
    def foot(self) -> float:
        """Return its lower edge."""
        return self.top + self.height

    def meets(self, other: "Area") -> bool:
        """Return whether it shares ground with another one."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.foot and other.top < self.foot

    def holds(self, point: Point) -> bool:
        """Return whether a point lies in it."""
        return self.left < point[0] < self.right and self.top < point[1] < self.foot


def mm(measure: float) -> str:
    """Return a measure as short as it may be written, to a thousandth."""
    return f"{measure:.3f}".rstrip("0").rstrip(".")


def rectangle(area: Area, fill: str, stroke: float = 0) -> str:
    """Return a filled rectangle, with a black outline if `stroke` has a width."""
    line = f' stroke="#{BLACK}" stroke-width="{mm(stroke)}"' if stroke else ""
    place = f'x="{mm(area.left)}" y="{mm(area.top)}" width="{mm(area.width)}" height="{mm(area.height)}"'
    return f'<rect {place} fill="#{fill}"{line}/>'


def strokes(lines: Iterable[Iterable[Point]], width: float, colour: str = BLACK, dashes: str = "") -> str:
    """Return lines through points as one path, nothing where there are none."""
    path = "".join("M" + "L".join(f"{mm(x)} {mm(y)}" for x, y in line) for line in lines)
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'<path d="{path}" fill="none" stroke="#{colour}" stroke-width="{mm(width)}"{dashed}/>' if path else ""


def circle(middle: Point, radius: float, fill: str, stroke: float) -> str:
    """Return a circle with a black outline."""
    place = f'cx="{mm(middle[0])}" cy="{mm(middle[1])}" r="{mm(radius)}"'
    return f'<circle {place} fill="#{fill}" stroke="#{BLACK}" stroke-width="{mm(stroke)}"/>'


def words(text: str, at: Point, size: float, anchor: Literal["start", "middle", "end"] = "start") -> str:
    """Return words on a line whose middle is at this height, beginning, centred or ending at this place."""
    place = f'x="{mm(at[0])}" y="{mm(at[1] + MIDDLE * size)}"'
    return f'<text {place} text-anchor="{anchor}" fill="#{BLACK}">{escape(text, quote=False)}</text>'


def hatching(area: Area, gap: float) -> list[tuple[Point, Point]]:
    """Return strokes rising to the right across an area, `gap` apart along its edges.

    They are placed by the picture, not by the area: pieces beside each other are hatched as one.
    """
    first, last = ceil((area.left + area.top) / gap), floor((area.right + area.foot) / gap)
    found = []
    for total in (n * gap for n in range(first, last + 1)):  # along a stroke, x + y is the same everywhere
        left, right = max(area.left, total - area.foot), min(area.right, total - area.top)
        if right > left:
            found.append(((left, total - left), (right, total - right)))
    return found
