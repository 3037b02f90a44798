"""What stands inside a paragraph, a heading or a cell: texts, figures, references, breaks, blanks to fill in."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal


@dataclass(frozen=True, slots=True)
class Text:
    """Plain characters; `origin` is the place in the data of words that are a value of it (a name, a state)."""

    text: str
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Num:
    """A figure out of the data: `text` as printed, `value` as known.

    `origin` is its cell, or the cells that it is made or counted from (yinfa/sources/spans.py).
    """

    text: str
    value: Decimal | None
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """A day or a month: `text` as printed, `date` as it sorts (`2013-09-30`, `2013-09`).

    One that is printed on several lines is as many of them, of one date.
    """

    text: str
    date: str
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


@dataclass(frozen=True, slots=True)
class Blank:
    """A place to fill in: `name` is unique in the paper, `label` says what is asked; it prints no text of its own.

    A "text" blank takes `lines` lines, a "check" is ticked or not.
    """

    name: str
    label: str
    kind: Literal["text", "check"] = "text"
    lines: int = 1
    text: Literal[""] = ""


Inline = Text | Num | Day | Ref | RunIn | Break | Blank
Inlines = tuple[Inline, ...]
