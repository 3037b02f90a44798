"""What a paper says, read back from its tree, its pages and its DOCX, so that the three can be compared whole.

Each reader returns a `Said`: all the text in reading order, and the cells of every table. Left out are
running heads, page numbers, the list of contents and repeated table headers.
"""

import re
from dataclasses import dataclass

_INVISIBLE = re.compile(r"[\s\u200b\u2060\u00ad]+")
Tables = tuple[tuple[tuple[str, ...], ...], ...]


@dataclass(frozen=True)
class Said:
    """The text of a paper without blanks, and for each table its rows of cell texts."""

    text: str
    tables: Tables


def squeeze(text: str) -> str:
    """Return `text` without blanks and line ends."""
    return "".join(text.split())


def bare(text: str) -> str:
    """Return `text` without what prints nothing: blanks, and the marks of where a line may be broken."""
    return _INVISIBLE.sub("", text)
