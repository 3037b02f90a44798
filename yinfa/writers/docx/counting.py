"""What the ordinals of headings say: their numbers, and whether a level is numbered on through the higher ones."""

import re
from collections.abc import Iterable

from yinfa.document.tree import Heading

NO_LEVEL = 5  # below the lowest
_DIGITS = "〇一二三四五六七八九"


def value_of(ordinal: str) -> int:
    """Return the number that an ordinal shows, in digits or Chinese numerals below a hundred; 0 if it shows none."""
    shown = re.sub(r"[^0-9一二三四五六七八九十]", "", ordinal)
    if not shown or shown.isdecimal():
        return int(shown or 0)
    tens, ten, ones = shown.rpartition("十")
    return (_DIGITS.find(tens or "一") * 10 if ten else 0) + (_DIGITS.find(ones) if ones else 0)


def level_numbered_on(headings: Iterable[Heading]) -> int:
    """Return the highest level whose numbers go on where a higher heading comes between, or NO_LEVEL.

    So are the articles （一） to （二十） of an opinion numbered, through all its chapters.
    """
    last, fresh, found = [0] * 4, [False] * 4, NO_LEVEL
    for heading in headings:
        level, value = heading.level - 1, value_of(heading.ordinal)
        if fresh[level] and last[level] and value == last[level] + 1:
            found = min(found, heading.level)
        last[level], fresh[level] = value, False
        fresh[level + 1 :] = [True] * (3 - level)
    return found
