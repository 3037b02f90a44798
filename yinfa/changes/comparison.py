"""Two sides compared: facts and papers, and which is behind which."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from yinfa.changes.causes import Causes, Grounds
from yinfa.changes.differences import Difference
from yinfa.changes.facts import Change, changes_of
from yinfa.changes.papers import Compared, compared, matched
from yinfa.changes.roots import Roots
from yinfa.changes.side import Side
from yinfa.derive.facts import facts_of
from yinfa.document.spots import spots_of
from yinfa.document.tree import Document
from yinfa.sources.spans import cells_in


@dataclass(frozen=True)
class Place:
    """A difference in its paper, with the changes behind it; none where no ground was found for it."""

    paper: Compared
    difference: Difference
    grounds: Grounds

    @property
    def causes(self) -> tuple[Change, ...]:
        """Return the changes behind it."""
        return self.grounds.all


@dataclass(frozen=True)
class Comparison:
    """What changed from one side to the other: facts, papers, and every place that prints something else."""

    old: Side
    new: Side
    changes: tuple[Change, ...]
    papers: tuple[Compared, ...]
    places: tuple[Place, ...]

    @property
    def entered(self) -> tuple[Change, ...]:
        """Return the changes that somebody made."""
        return tuple(each for each in self.changes if not each.derived)

    @property
    def derived(self) -> tuple[Change, ...]:
        """Return the changes that follow from those."""
        return tuple(each for each in self.changes if each.derived)

    @property
    def touched(self) -> tuple[Compared, ...]:
        """Return the papers that print something else, came or went."""
        return tuple(each for each in self.papers if not each.is_same)

    @property
    def untouched(self) -> tuple[Compared, ...]:
        """Return the papers that are the same to the letter."""
        return tuple(each for each in self.papers if each.is_same)

    @property
    def unexplained(self) -> tuple[Place, ...]:
        """Return the places for which no changed fact was found."""
        return tuple(each for each in self.places if not each.causes)

    @property
    def unprinted(self) -> tuple[Change, ...]:
        """Return the entered changes that no paper prints, nor anything that follows from them."""
        return tuple(each for each in self.entered if not self.printing(each) and not each.cells & self._of_lone)

    @cached_property
    def _of_lone(self) -> frozenset[str]:
        """Return the cells that papers print which are on one side alone."""
        lone = (paper.either.document for paper in self.papers if paper.old is None or paper.new is None)
        return frozenset(cell for document in lone for cell in cells_printed(document))

    @property
    def corrections(self) -> tuple[Change, ...]:
        """Return the entered changes that papers print, themselves or by what follows from them."""
        silent = {id(each) for each in self.unprinted}
        return tuple(each for each in self.entered if id(each) not in silent)

    def printing(self, change: Change) -> tuple[Place, ...]:
        """Return the places that a change is behind."""
        return self._by_change.get(change, ())

    def following(self, change: Change) -> tuple[Change, ...]:
        """Return the derived changes that follow from an entered one."""
        return self._roots.following(change)

    @property
    def rootless(self) -> tuple[Change, ...]:
        """Return the derived changes for which no entered one was found."""
        return tuple(each for each in self.derived if not self._roots.behind(each))

    @cached_property
    def _roots(self) -> Roots:
        return Roots(self.changes)

    @cached_property
    def _by_change(self) -> dict[Change, tuple[Place, ...]]:
        found: dict[Change, list[Place]] = {}
        for place in self.places:
            for change in place.causes:
                found.setdefault(change, []).append(place)
        return {change: tuple(places) for change, places in found.items()}


def compare(old: Side, new: Side, progress: Callable[[str], None]) -> Comparison:
    """Return what changed from `old` to `new`; only the papers that changed are laid out."""
    changes = changes_of(facts_of(old.plan), facts_of(new.plan))
    papers = tuple(_papers(old, new, progress))
    causes = Causes(changes, Roots(changes), alone=not (old.frozen or new.frozen))
    return Comparison(old, new, changes, papers, tuple(_places(papers, causes)))


def cells_printed(document: Document) -> Iterator[str]:
    """Yield every cell that a paper prints: those of its figures, of words that know their place, of its passages."""
    for spot in spots_of(document):
        words = (word for piece in spot.pieces for word in piece.words)
        for origin in (spot.origin, *(each.origin for each in (*spot.figures, *words))):
            yield from cells_in(origin)


def _papers(old: Side, new: Side, progress: Callable[[str], None]) -> Iterator[Compared]:
    for was, is_ in matched(old.sheets, new.sheets):
        if was is None or is_ is None or was.digest != is_.digest:
            progress(f"排版 {(is_ or was).document.title}")  # type: ignore[union-attr]
        yield compared(was, is_)


def _places(papers: Sequence[Compared], causes: Causes) -> Iterator[Place]:
    for paper in papers:
        for difference in paper.differences:
            yield Place(paper, difference, causes.of(difference, paper.title))
