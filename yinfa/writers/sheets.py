"""What stands on the printed pages and where, in mm from the sheet's top left corner: for those who check them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line: words that stand together."""

    text: str
    left: float
    right: float

    @property
    def middle(self) -> float:
        """Return its middle."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text as printed; `size` of its type in pt.

    `kind` is the class or else the tag of its paragraph, `within` the id of the heading, box, table or figure that it
    belongs to. `edge` is the right edge of its cell, 0 outside of tables, and `cell` its row below the head
    and its place in the row; `again` is what a table's head repeats. `opens` is the first line of its paragraph.
    `colour` is its brightest, as red, green and blue from 0 to 1; `faces` are the families that it asks for, in their
    order, `pieces` what it is put together from.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    baseline: float
    size: float
    kind: str
    within: str = ""
    edge: float = 0
    cell: tuple[int, int] | None = None
    again: bool = False
    opens: bool = True
    colour: tuple[float, ...] = (0, 0, 0)
    faces: tuple[str, ...] = ()
    pieces: tuple[Piece, ...] = ()

    @property
    def middle(self) -> float:
        """Return its middle."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Frame:
    """What is drawn with edges of its own: a rule, 版记, a picture; `kind` is its class or tag.

    `colour` is that of its upper edge, as red, green and blue from 0 to 1; `strokes` how thick the upper edge of a rule
    and the lower one are, in mm; `alt` says what a picture shows.
    """

    kind: str
    left: float
    right: float
    top: float
    bottom: float
    colour: tuple[float, ...] = ()
    within: str = ""
    alt: str = ""
    strokes: tuple[float, float] = (0, 0)


@dataclass(frozen=True, slots=True)
class Strip:
    """A row of a table as far as it stands on a page: `place` counts the rows below the head from 0.

    `tall` is one that is higher than a page and so may be cut; `cells` are their texts.
    """

    place: int
    cells: tuple[str, ...]
    tall: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as far as it stands on a page: its `head` where that is printed; `first` on the page where it begins."""

    id: str
    first: bool
    wants_head: bool
    head: tuple[tuple[str, ...], ...]
    rows: tuple[Strip, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A printed page, counted from 1: `name` is that of its kind of page, nothing for a `blank` one.

    `area` is its type area (left, top, right, bottom), `numbers` what is printed below it; on a page that lies on its
    side they are turned, and measured on the sheet held upright.
    """

    count: int
    name: str
    blank: bool
    width: float
    height: float
    area: tuple[float, float, float, float]
    lines: tuple[Line, ...]
    frames: tuple[Frame, ...]
    grids: tuple[Grid, ...]
    numbers: tuple[Line, ...]

    @property
    def make(self) -> str:
        """Return what make of page it is: body, landscape, cover, contents, closing-page."""
        return self.name.rstrip("0123456789").removesuffix("-")

    @property
    def wide(self) -> bool:
        """Return whether it lies on its side."""
        return self.width > self.height
