"""The papers of two sides side by side: those that are the same to the letter, and what is different in the others."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from yinfa.changes.differences import Difference, differences_of
from yinfa.changes.side import Sheet


@dataclass(frozen=True, slots=True)
class Compared:
    """A paper on both sides, None where it is not there, and what is printed otherwise.

    One whose tree is another, but all of whose words are the same, differs in form alone.
    """

    old: Sheet | None
    new: Sheet | None
    differences: tuple[Difference, ...] = ()

    @property
    def either(self) -> Sheet:
        """Return the paper as it is now, or was."""
        sheet = self.new or self.old
        assert sheet is not None  # noqa: S101  one of the two is there
        return sheet

    @property
    def title(self) -> str:
        """Return its title now, or what it was."""
        return self.either.document.title

    @property
    def is_same(self) -> bool:
        """Return whether it prints the very same."""
        return self.old is not None and self.new is not None and self.old.digest == self.new.digest


def matched(old: Iterable[Sheet], new: Iterable[Sheet]) -> list[tuple[Sheet | None, Sheet | None]]:
    """Return the papers of both sides in pairs: by kind, year, unit and title, then by less of that."""
    left, right = list(old), list(new)
    found: dict[int, Sheet] = {}
    for mark in _MARKS:
        _join(left, right, mark, found)
    pairs: list[tuple[Sheet | None, Sheet | None]] = [(found.get(id(sheet)), sheet) for sheet in new]
    return [*pairs, *((sheet, None) for sheet in left)]


_MARKS: tuple[Callable[[Sheet], object], ...] = (
    lambda each: (each.document.kind, each.year, each.unit, each.is_paged, each.document.title),
    lambda each: (each.document.kind, each.year, each.unit, each.is_paged),
    lambda each: (each.document.kind, each.is_paged, each.document.title),
)


def _join(left: list[Sheet], right: list[Sheet], mark: Callable[[Sheet], object], found: dict[int, Sheet]) -> None:
    """Join the papers of one mark in their order, where there are as many on either side."""
    here, there = Counter(map(mark, left)), Counter(map(mark, right))
    for sheet in tuple(right):
        if here[mark(sheet)] == there[mark(sheet)]:
            partner = next(each for each in left if mark(each) == mark(sheet))
            found[id(sheet)] = partner
            left.remove(partner)
            right.remove(sheet)


def compared(old: Sheet | None, new: Sheet | None) -> Compared:
    """Return a paper with what is different in it; only one that is not the same is laid out."""
    both = Compared(old, new)
    if old is None or new is None or both.is_same:
        return both
    return Compared(old, new, differences_of(old, new))
