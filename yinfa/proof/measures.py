"""The measures of the form in mm: written down here once more, apart from the style that is judged."""

from yinfa.styling import MM_PER_PT

LEFT, RIGHT, TOP, BOTTOM = 28.0, 184.0, 37.0, 262.0  # the type area of an upright page
BELOW = 35.0  # of an upright page, below its type area
WIDTH, HEIGHT = 210.0, 297.0
MIDDLE = (LEFT + RIGHT) / 2
WIDE_MIDDLE = (35 + 260) / 2  # of the type area turned clockwise
CHARACTER = (RIGHT - LEFT) / 28
SMALL = 14 * MM_PER_PT  # a character of 4号
PITCH = 28.95 * MM_PER_PT
ASCENT = (28.95 - 16) / 2 * MM_PER_PT + 0.88 * 16 * MM_PER_PT  # from the top of a line of text to its baseline
TITLE_LINE = 36 / 28.95  # of a line of text: the pitch of a title's lines
DASH = 0.31  # of the type size, above the baseline: the upper edge of a Han dash
DESCENT = 0.12  # of the type size: how far Han characters reach below the baseline
FIRST = 1.5  # Word sets a line of an exact pitch lower in its room than a browser does
NEAR = 0.6  # what a printer's eye forgives, and the side bearing of a mark
HAIR = 0.3
TYPE = 0.5  # what the outlines of two engines differ by


def differs(found: float, wanted: float, by: float = NEAR) -> bool:
    """Return whether two measures are further apart than `by`."""
    return abs(found - wanted) > by


def characters(length: float) -> str:
    """Return a length in characters of 3号, to a tenth."""
    return f"{round(length / CHARACTER, 1) + 0:.1f}"  # + 0: a hair to the left is not -0.0
