"""What the form of a paper is made of: pages, roles of paragraphs, heads, frames, faces, patterns of ordinals."""

from dataclasses import dataclass
from typing import Literal

MM_PER_PT = 25.4 / 72
ASCENT = 0.88  # of the type size: how far the square of a Han character reaches above the baseline


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

    def beside(self, rule: float) -> tuple[float, float]:
        """Return how far in from the sides of the type area a rule of so many mm begins and ends, in mm.

        It is centred on the type area, or on the sheet if it is wider.
        """
        if rule <= self.text_width:
            return (self.text_width - rule) / 2, (self.text_width - rule) / 2
        out = (self.width - rule) / 2
        return out - self.left, out - self.right

    def margins(self, *, wide: bool) -> dict[str, float]:
        """Return the margins in mm by side, clockwise; those of the sheet turned clockwise if `wide` (gbt9704 35)."""
        if wide:
            return {"top": self.left, "right": self.top, "bottom": self.right, "left": self.bottom}
        return {"top": self.top, "right": self.right, "bottom": self.bottom, "left": self.left}

    def picture_height(self, *, wide: bool) -> float:
        """Return the greatest height of a picture in mm: heading, picture and caption go on one page."""
        return self.area(wide=wide)[1] - self.caption_room


@dataclass(frozen=True, slots=True)
class Role:
    """How a paragraph of one role looks.

    `size`, `line`, `before`, `after`, `tracking` in pt; `indent` (first line), `left` and `right` in characters of the
    role's own size; `outline` 1-9, or 0 for body text; `next` keeps it on the page of what follows; `colour` RRGGBB,
    nothing for black; `own` sets ASCII characters too in its face, not in the latin one.
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
    own: bool = False

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
    """How 发文机关标志 and titles are fitted, and what stands about them.

    `least` in pt, `narrowest` in %, `suffix_gap` in characters; `below` in lines, `gap` to the rule in mm, `letter_gap`
    in characters; `weight` of the rules in pt, of the two lines of a double one `thick` and `thin` by it; the width of
    a seal and how much it is `raised` in mm, the rules of 版记 in mm, the most lines of a title.
    """

    least: float
    narrowest: float
    suffix_gap: float
    below: float
    gap: float
    letter_gap: float
    weight: float
    thick: float
    thin: float
    seal: float
    raised: float
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
class ChartStyle:
    """How charts are drawn: type, strokes and the space `before` in pt, measures in mm; what each look of a series is.

    Type is set in `size`, or in `least` where labels are long or rows many. `row` is the pitch of the bars where the
    page has room for it and `thick` the part of it that they fill, `names` the part of the width that their labels may
    take, `height` that of a chart of lines. A chart of more than `most` bars goes on in another one. `looks` gives the
    fill of bars as RRGGBB, `hatched` the looks that are hatched upon it with strokes `hatch` mm apart.
    """

    face: str
    size: float
    least: float
    before: float
    width: float
    row: float
    thick: float
    names: float
    height: float
    most: int
    stroke: float
    grid: str
    looks: dict[str, str]
    hatched: tuple[str, ...]
    hatch: float


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
