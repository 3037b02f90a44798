"""Cells that are filled in and say nothing: 无, /, 待补."""

import re

from yinfa.sources.headers import plain

NOTHING = re.compile("[/\\\\—–\\-－.。、]*|无|没有|暂无|略|同上|不详|不适用|待[定补填]充?|N/?A", re.IGNORECASE)


def says_nothing(words: str) -> bool:
    """Return whether a cell is blank, or holds no more than a sign or a word for nothing."""
    return bool(NOTHING.fullmatch(plain(words)))
