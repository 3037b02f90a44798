"""How much room text takes: an estimate without a face, so that every format decides alike."""

from math import ceil

from yinfa.document.tree import Inlines
from yinfa.document.walk import text_of
from yinfa.styling import Role


def line_count(children: Inlines, role: Role, width: float) -> int:
    """Return how many lines of `width` pt the text fills; an ASCII character is half as wide as a Han one."""
    parts = text_of(children, "\n").split("\n")
    wide = [sum(0.5 if each.isascii() else 1 for each in part) for part in parts]
    wide[0] += role.indent
    return sum(max(1, ceil(count * role.advance / max(width, role.advance))) for count in wide)
