"""The semantic tree of a paper: what it says, with no knowledge of any format.

Templates emit it (as a small HTML vocabulary that `compose.parse` reads once), the passes of
`compose` fill in its numbers and references, and every writer is a function of it. All nodes are
frozen; a pass returns a new tree. `origin` is the place in the data (`file:line:column` or
`workbook!sheet!cell`) that a node was made from, empty when it was made by a template alone.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

# --- inside a paragraph -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """Plain characters."""

    text: str


@dataclass(frozen=True, slots=True)
class Num:
    """A figure out of the data: `text` as printed, `value` as known, `origin` its cell."""

    text: str
    value: Decimal | None
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to a numbered node; the refer pass fills in `text` (`表1`, `专栏2`)."""

    target: str
    text: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class RunIn:
    """The run-in heading that opens a paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Break:
    """A line break wanted by the author, in a title or a table's head."""


Inline = Text | Num | Ref | RunIn | Break
Inlines = tuple[Inline, ...]

# --- blocks -----------------------------------------------------------------------------

ParagraphRole = Literal["body", "headline", "title", "issuer", "date", "status", "label", "note"]
ListKind = Literal["dash", "ordered"]
Align = Literal["left", "center", "right"]
Page = Literal["cover", "contents", "body", "landscape"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 4; the number pass fills in `number` and `ordinal` (`一、`, `（一）`, `1.`, `（1）`).

    `form` is "ordinal" (numbered in its level), "annex" (its ordinal is `附件` or `附件1`, and its title is centred) or
    "plain" (no ordinal, but an entry of the contents).
    """

    id: str
    level: int
    children: Inlines
    form: Literal["ordinal", "annex", "plain"] = "ordinal"
    ordinal: str = ""
    number: int = 0
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; its `role` is the name of its style."""

    children: Inlines
    role: ParagraphRole = "body"
    origin: str = ""


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item; the number pass fills in the `marker` (`——`, `1.`)."""

    children: Inlines
    marker: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list whose items are paragraphs that begin with a marker."""

    kind: ListKind
    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A 专栏: a framed aside with a numbered title, which may break over pages."""

    id: str
    title: Inlines
    blocks: tuple["Paragraph | ListBlock", ...]
    ordinal: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the grid; `role` "head" and "group" are set apart, "total" belongs to a total row."""

    children: Inlines
    colspan: int = 1
    rowspan: int = 1
    align: Align = "center"
    role: Literal["head", "group", "data", "total"] = "data"


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A grid with a caption: `columns` are relative widths, `groups` are runs of rows kept apart from each other.

    A cell with a rowspan never reaches beyond its group. `head` rows repeat on every page.
    The number pass fills in `ordinal` (`表1`). `notes` stand below the grid.
    """

    id: str
    caption: Inlines
    columns: tuple[int, ...]
    head: tuple[Row, ...]
    groups: tuple[tuple[Row, ...], ...]
    notes: tuple[Paragraph, ...] = ()
    ordinal: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture: `data` are the bytes of a PNG or JPEG, `alt` says in words what it shows; width in mm."""

    id: str
    caption: Inlines
    data: bytes
    alt: str
    width: int = 140
    ordinal: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: the heading's id, level, ordinal and words."""

    target: str
    level: int
    ordinal: str
    text: str


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of contents; the outline pass fills in `entries`, the writers the page numbers."""

    title: str
    depth: int
    entries: tuple[Entry, ...] = ()


Block = Heading | Paragraph | ListBlock | Box | Table | Figure | Contents

# --- the whole --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Section:
    """A run of pages of one make (`page`), always begun on a new page.

    `number_from` restarts the printed page numbers; such a section begins on a right-hand page.
    """

    page: Page
    blocks: tuple[Block, ...]
    number_from: int | None = None

    @property
    def is_numbered(self) -> bool:
        """Return whether its pages bear a number; cover and contents do not."""
        return self.page in ("body", "landscape")


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper. `date` is ISO (`2011-11-01`), the only clock a writer may look at.

    `mark` (样例) is printed at the head of every page when it is not empty.
    """

    kind: str
    title: str
    author: str
    date: str
    sections: tuple[Section, ...]
    subject: str = ""
    mark: str = ""
