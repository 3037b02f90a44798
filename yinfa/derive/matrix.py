"""The matrix of tasks by units: who leads a task, who supports it, cut into tables of a width that can be printed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, count, groupby
from typing import Literal

from yinfa.derive.duties import Charge, Share, Units, charged, shares_of
from yinfa.model.identity import Registry, Unit

Mark = Literal["lead", "support", ""]


@dataclass(frozen=True, slots=True)
class Line:
    """A task in a matrix: what each of the table's units has in it, nothing for none."""

    share: Share
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """One table of the matrix: its units, and the tasks in which any of them has a part."""

    units: Units
    lines: tuple[Line, ...]


def matrices_of(
    charges: Sequence[Charge], registry: Registry, width: Callable[[Unit], int], room: int | None
) -> tuple[Matrix, ...]:
    """Return the matrix in tables whose units together are no wider than `room`, evenly filled; without it, in one.

    A unit that is wider by itself has a table of its own.
    """
    shares, units = shares_of(charges), charged(charges, registry)
    widths = tuple(map(width, units))
    tables = _cut(units, widths, sum(widths) if room is None else room)
    return tuple(Matrix(each, tuple(_lines(shares, each))) for each in tables)


def _lines(shares: Sequence[Share], units: Units) -> Iterator[Line]:
    for share in shares:
        marks = tuple(mark_of(share, unit) for unit in units)
        if any(marks):
            yield Line(share, marks)


def mark_of(share: Share, unit: Unit) -> Mark:
    """Return what a unit has in a task: who leads a point of it leads."""
    if any(unit.id == one.id for each in share.charges for one in each.lead):
        return "lead"
    return "support" if any(unit.id == one.id for each in share.charges for one in each.support) else ""


def _cut(units: Units, widths: Sequence[int], room: int) -> list[Units]:
    """Return the units in as few runs as have room, each unit in the run in which its middle falls."""
    whole, ends = sum(widths), tuple(accumulate(widths))
    for runs in count(1):
        places = [(2 * end - width) * runs // (2 * whole) for width, end in zip(widths, ends, strict=True)]
        cut = [[at for at, _ in run] for _, run in groupby(enumerate(places), key=lambda each: each[1])]
        if all(len(run) <= 1 or sum(widths[at] for at in run) <= room for run in cut):
            break
    return [tuple(units[at] for at in run) for run in cut]
