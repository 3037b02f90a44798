"""The semantic tree of a paper: what it says, with no knowledge of any format.

Templates emit it (as a small HTML vocabulary that `compose.parse` reads once), the passes of
`compose` fill in its numbers and references, and every writer is a function of it. All nodes are
frozen; a pass returns a new tree. `origin` is the place in the data (`file:line:column` or
`workbook!sheet!cell`) that a node was made from, empty when it was made by a template alone.
"""

from dataclasses import dataclass
from typing import Literal

# The whole tree is to be had from here; these parts of it stand in files of their own.
from yinfa.document.charts import Chart as Chart
from yinfa.document.charts import Series as Series
from yinfa.document.inlines import Blank as Blank
from yinfa.document.inlines import Break as Break
from yinfa.document.inlines import Day as Day
from yinfa.document.inlines import Inline as Inline
from yinfa.document.inlines import Inlines as Inlines
from yinfa.document.inlines import Num as Num
from yinfa.document.inlines import Ref as Ref
from yinfa.document.inlines import RunIn as RunIn
from yinfa.document.inlines import Text as Text
from yinfa.document.official import Attachments as Attachments
from yinfa.document.official import HeadForm as HeadForm
from yinfa.document.official import Imprint as Imprint
from yinfa.document.official import RedHead as RedHead
from yinfa.document.official import Signature as Signature

# --- blocks -----------------------------------------------------------------------------

ParagraphRole = Literal[
    "body",
    "headline",
    "title",
    "issuer",
    "date",
    "status",
    "label",
    "note",
    "addressee",
    "postscript",
    "participants",
]
ListKind = Literal["dash", "ordered"]
Align = Literal["left", "center", "right"]
Page = Literal["cover", "contents", "body", "landscape", "imprint"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 4; the number pass fills in `number` and `ordinal` (`一、`, `（一）`, `1.`, `（1）`).

    `form` is "ordinal" (numbered in its level), "run-in" (numbered too, but its words are the `RunIn` that opens
    `children`, and the text goes on in the same paragraph), "annex" (its ordinal is `附件` or `附件1`, and its title is
    centred; a `number` given by the template is kept) or "plain" (no ordinal, but an entry of the contents).
    """

    id: str
    level: int
    children: Inlines
    form: Literal["ordinal", "run-in", "annex", "plain"] = "ordinal"
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
    The number pass fills in `ordinal` (`表1`), unless there is no caption. `notes` stand below the grid. By the first
    `keys` columns its rows are told apart: a workbook keeps them in sight.
    """

    id: str
    caption: Inlines
    columns: tuple[int, ...]
    head: tuple[Row, ...]
    groups: tuple[tuple[Row, ...], ...]
    notes: tuple[Paragraph, ...] = ()
    ordinal: str = ""
    origin: str = ""
    keys: int = 0


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


Illustration = Figure | Chart
Official = RedHead | Attachments | Signature | Imprint
Block = Heading | Paragraph | ListBlock | Box | Table | Illustration | Contents | Official

# --- the whole --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Section:
    """A run of pages of one make (`page`), always begun on a new page.

    `number_from` restarts the printed page numbers; such a section begins on a right-hand page. With `opens` a paper of
    its own begins, whose ordinals begin anew. Headings of the level `through` are numbered on through the higher ones.
    A section "imprint" holds the 版记 that had no room on an even last page: it begins on an even page.
    """

    page: Page
    blocks: tuple[Block, ...]
    number_from: int | None = None
    opens: bool = False
    through: int = 0

    @property
    def is_numbered(self) -> bool:
        """Return whether its pages bear a number; cover, contents and a 版记 page of its own do not."""
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
