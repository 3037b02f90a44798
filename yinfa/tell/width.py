"""How wide a text stands on a terminal, in columns: a Han character takes two."""

import unicodedata
from collections.abc import Iterable

from yinfa.sources.text import UNPRINTABLE

CUT = "…"


def width(text: str) -> int:
    """Return how many columns a text takes."""
    return sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def head(text: str, columns: int) -> str:
    """Return a text that takes at most `columns`: all of it, or its beginning and `CUT`."""
    return text if width(text) <= columns else "".join(_fitting(text, columns - width(CUT))) + CUT


def tail(text: str, columns: int) -> str:
    """Return a text that takes at most `columns`: all of it, or `CUT` and its end."""
    if width(text) <= columns:
        return text
    return CUT + "".join(_fitting(reversed(text), columns - width(CUT)))[::-1]


def _fitting(characters: Iterable[str], columns: int) -> Iterable[str]:
    for character in characters:
        columns -= _columns(character)
        if columns < 0:
            return
        yield character


def printable(text: str) -> str:
    """Return a text in which nothing moves the cursor, turns the line round or hides: such a character shows as �."""
    return UNPRINTABLE.sub("\ufffd", text.replace("\t", " "))
