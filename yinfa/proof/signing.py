"""Where 署名 and 成文日期 stand, wherever their places were read from (gbt9704 23)."""

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import Protocol

from yinfa.proof.measures import CHARACTER, HAIR, LEFT, RIGHT, differs

SEAL, ABREAST = 42, 3  # mm across, and how many stand side by side
SEALED_IN, UNSEALED_IN = 4 * CHARACTER, 2 * CHARACTER


class Placed(Protocol):
    """Words on a line, in mm from the left edge of the sheet."""

    @property
    def text(self) -> str:
        """Return the words."""

    @property
    def left(self) -> float:
        """Return where they begin."""

    @property
    def right(self) -> float:
        """Return where they end."""

    @property
    def middle(self) -> float:
        """Return their middle."""


Lines = Sequence[Sequence[Placed]]


def misplaced(lines: Lines, date: Placed, by: float, *, sealed: bool) -> Iterator[str]:
    """Yield in Chinese what is wrong with the places of names, line by line, and of the date.

    `by` is what the reading may err, in mm.
    """
    for each in (*chain(*lines), date):
        if each.left < LEFT - by or each.right > RIGHT + by:
            yield f"“{each.text}”出了版心"
    yield from (_sealed if sealed else _unsealed)(lines, date, by)


def _sealed(lines: Lines, date: Placed, by: float) -> Iterator[str]:
    last = lines[-1][-1]
    if differs(last.middle, date.middle, by):
        yield f"署名没有居中于成文日期之上：{last.middle:.1f} 毫米，日期在 {date.middle:.1f} 毫米"
    yield from _date_in_its_place(lines, date, by)
    if len(lines) > 1 or len(lines[0]) > 1:
        yield from (told for line in lines for told in _side_by_side(line))


def _date_in_its_place(lines: Lines, date: Placed, by: float) -> Iterator[str]:
    """Yield that the date does not stand four characters in.

    It stands further in where a name over it would leave the type area, and less far, but never less than two, where
    several names have no room else: the outermost then begins at the left edge.
    """
    rightmost = [line[-1] for line in lines]
    least = max((name.right - name.left for name in rightmost), default=0) / 2
    wanted = max(SEALED_IN + (date.right - date.left) / 2, least)
    found = RIGHT - date.middle
    outermost = min(min(line[0].left, line[0].middle - SEAL / 2) for line in lines)
    moved = max(map(len, lines)) > 1 and outermost - LEFT < CHARACTER / 2 and wanted - UNSEALED_IN - by < found < wanted
    if differs(found, wanted, by) and not moved:
        yield f"成文日期右空 {(RIGHT - date.right) / CHARACTER:.1f} 字"


def _side_by_side(line: Sequence[Placed]) -> Iterator[str]:
    """Yield what is wrong with the seals of a line: in order, three abreast at most, touching neither each other."""
    middles = [name.middle for name in line]
    if len(line) > ABREAST or any(right - left < SEAL for left, right in pairwise(middles)):
        yield f"印章相碰、次序颠倒或一排太多：{'、'.join(name.text for name in line)}"
    if middles[0] - SEAL / 2 < LEFT - HAIR or middles[-1] + SEAL / 2 > RIGHT + HAIR:
        yield f"印章出了版心：{'、'.join(name.text for name in line)}"


def _unsealed(lines: Lines, date: Placed, by: float) -> Iterator[str]:
    names = list(chain(*lines))
    first, widest = min(name.left for name in names), max(name.right for name in names)
    if differs(date.left, first + 2 * CHARACTER, by):
        yield f"成文日期比署名右移 {(date.left - first) / CHARACTER:.1f} 字，应为 2 字"
    longer = date.right - date.left > widest - first + HAIR
    ends = date.right if longer else widest
    if differs(ends, RIGHT - UNSEALED_IN, by):
        yield f"署名和成文日期中较长的一个右空 {(RIGHT - ends) / CHARACTER:.1f} 字，应为 2 字"
