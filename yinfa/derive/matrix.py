"""The matrix of tasks by units: who leads a task, who supports it, cut into tables of a width that can be printed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
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


def matrices_of(charges: Sequence[Charge], registry: Registry, most: int) -> tuple[Matrix, ...]:
    """Return the matrix in tables of at most `most` units, evenly filled."""
    shares = shares_of(charges)
    return tuple(Matrix(units, tuple(_lines(shares, units))) for units in _cut(charged(charges, registry), most))


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


def _cut(units: Units, most: int) -> Iterator[Units]:
    tables = ceil(len(units) / most)
    for number in range(tables):
        yield units[len(units) * number // tables : len(units) * (number + 1) // tables]
