"""What the numbers of headings say: whether a level is numbered on through the higher ones."""

from collections.abc import Iterable

from yinfa.document.tree import Heading

NO_LEVEL = 5  # below the lowest


def level_numbered_on(headings: Iterable[Heading]) -> int:
    """Return the highest level whose numbers go on where a higher heading comes between, or NO_LEVEL.

    So are the articles （一） to （二十） of an opinion numbered, through all its chapters.
    """
    last, fresh, found = [0] * 4, [False] * 4, NO_LEVEL
    for heading in headings:
        level, value = heading.level - 1, heading.number
        if fresh[level] and last[level] and value == last[level] + 1:
            found = min(found, heading.level)
        last[level], fresh[level] = value, False
        fresh[level + 1 :] = [True] * (3 - level)
    return found
