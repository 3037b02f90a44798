"""What the form of a paper is made of: pages, roles of paragraphs, heads, frames, faces, patterns of ordinals."""

from dataclasses import dataclass
from typing import Literal

MM_PER_PT = 25.4 / 72


@dataclass(frozen=True, slots=True)
class PageForm:
    """A page: sides and margins in mm, and the mesh of lines and characters of its body text."""

    width: float
    height: float
    top: float
    left: float
    bottom: float
    right: float
    lines: int
    characters: int
    number_gap: float
    mark_top: float
    caption_room: float

    @property
    def text_width(self) -> float:
        """Return the width of the type area in mm."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        """Return the height of the type area in mm."""
        return self.height - self.top - self.bottom

    def area(self, *, wide: bool) -> tuple[float, float]:
        """Return width and height of the type area in mm, those of the turned sheet if `wide`."""
        return (self.text_height, self.text_width) if wide else (self.text_width, self.text_height)

    def picture_height(self, *, wide: bool) -> float:
        """Return the greatest height of a picture in mm: heading, picture and caption go on one page."""
        return self.area(wide=wide)[1] - self.caption_room


@dataclass(frozen=True, slots=True)
class Role:
    """How a paragraph of one role looks.

    `size`, `line`, `before`, `after`, `tracking` in pt; `indent` (first line), `left` and `right` in characters of the
    role's own size; `outline` 1-9, or 0 for body text; `next` keeps it on the page of what follows; `colour` RRGGBB,
    nothing for black.
    """

    word: str
    face: str
    size: float
    line: float
    tracking: float
    align: Literal["left", "center", "right", "justify"]
    indent: float = 0
    left: float = 0
    right: float = 0
    before: float = 0
    after: float = 0
    outline: int = 0
    next: bool = False
    colour: str = ""

    @property
    def advance(self) -> float:
        """Return the width of one Han character in pt, tracking included."""
        return self.size + self.tracking


@dataclass(frozen=True, slots=True)
class HeadForm:
    """The head of one form of red-head document.

    `top` of the ink of 发文机关标志 and `foot` of a second rule in mm from the sheet's edges, `rule` the width of the
    red rule in mm, 0 for none.
    """

    top: float
    number: Literal["center", "right"]
    rule: float
    double: bool
    foot: float


@dataclass(frozen=True, slots=True)
class Fitting:
    """How 发文机关标志 and titles are fitted.

    `least` in pt, `narrowest` in %, `gap` to the rule in mm, `weight` of the rules in pt, the rules of 版记 in mm, the
    most lines of a title.
    """

    least: float
    narrowest: float
    gap: float
    weight: float
    imprint_edge: float
    imprint_inner: float
    title_lines: int


@dataclass(frozen=True, slots=True)
class RunInForm:
    """The character style of a run-in heading."""

    word: str
    face: str


@dataclass(frozen=True, slots=True)
class BoxForm:
    """The frame of a 专栏: border, padding and, below its text, `foot` in pt; the shade behind its title as RRGGBB.

    The foot is small: WeasyPrint 70 counts it twice when it looks whether a line still fits on the page.
    """

    border: float
    padding: float
    foot: float
    shade: str


@dataclass(frozen=True, slots=True)
class TableForm:
    """The grid of a table: border and padding of cells in pt."""

    border: float
    pad_x: float
    pad_y: float


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface: its name in the DOCX, the files the PDF may be set in, and those for rare characters."""

    docx: str
    files: tuple[str, ...]
    rare: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Numbering:
    """The patterns of ordinals: `{han}` Chinese numerals, `{n}` digits."""

    headings: tuple[str, ...]
    headings_cited: tuple[str, ...]
    through_cited: str
    ordered: str
    dash: str
    table: str
    figure: str
    box: str
    annex: str
