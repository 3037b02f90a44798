"""Places in a sheet: `C5` is row 5, column 3."""

import re
from collections.abc import Iterable
from typing import NamedTuple

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")


class Area(NamedTuple):
    """A rectangle of cells, its bounds included."""

    top: int
    left: int
    bottom: int
    right: int

    def __str__(self) -> str:
        """Return the area as people write it: `A1:C5`."""
        return f"{reference(self.top, self.left)}:{reference(self.bottom, self.right)}"

    def covers(self, row: int, column: int) -> bool:
        """Return whether a cell lies within the area."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right


def letters(column: int) -> str:
    """Return the name of a column: 1 is A, 28 is AB."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def reference(row: int, column: int) -> str:
    """Return the name of a cell, such as `C5`."""
    return f"{letters(column)}{row}"


def place(name: str) -> tuple[int, int]:
    """Return the row and the column of the cell called `name`; ValueError if there is no such name."""
    match = _REFERENCE.fullmatch(name)
    if not match:
        raise ValueError(f"no cell reference: {name[:20]}")
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]), column


def area(name: str) -> Area:
    """Return the area called `name` (`A1:C5`, or one cell); ValueError if there is no such name."""
    first, _, last = name.partition(":")
    (top, left), (bottom, right) = place(first), place(last or first)
    return Area(min(top, bottom), min(left, right), max(top, bottom), max(left, right))


def runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Return `numbers` in order as runs without a gap: 5, 7, 8, 9 is (5, 5), (7, 9)."""
    found: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found
