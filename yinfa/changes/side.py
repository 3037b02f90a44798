"""One side of a comparison: a plan as it was read, and its papers, laid out only when their pages are asked for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from yinfa.document.spots import Spot, spots_of
from yinfa.document.stored import stored
from yinfa.document.tree import Document
from yinfa.issue.manifest import sha256
from yinfa.model.plan import Plan

Pages = Callable[[], tuple[int, ...]]  # of the spots of a paper, when it is laid out


@dataclass(frozen=True)
class Sheet:
    """A paper of a side: its tree, whose it is, and how its pages are had; one without pages (a workbook) has none.

    `unit` is the id of the unit whose paper it is, by which it is the same though the unit was renamed.
    """

    document: Document
    year: int | None
    unit: str | None
    pages: Pages | None

    @property
    def is_paged(self) -> bool:
        """Return whether it has pages."""
        return self.pages is not None

    @cached_property
    def digest(self) -> str:
        """Return the SHA-256 of all that it prints: not of where that stands in the data, nor of the date of a file."""
        return sha256(stored(replace(self.document, date="", author=""), places=False))

    @property
    def first(self) -> int | None:
        """Return its first page."""
        return 1 if self.is_paged else None

    @cached_property
    def placed(self) -> tuple[tuple[Spot, int | None], ...]:
        """Return its spots, each with its page; they are laid out for it."""
        spots = spots_of(self.document)
        pages: Sequence[int | None] = self.pages() if self.pages else [None] * len(spots)
        return tuple(zip(spots, pages, strict=True))


@dataclass(frozen=True, slots=True)
class Side:
    """A state of a plan: what a drafter calls it, the plan, its papers.

    `inputs` are the digests of the files that it was read from. A `frozen` one was issued: its papers are as they were
    then, by whatever version of the program.
    """

    name: str
    plan: Plan
    sheets: tuple[Sheet, ...]
    inputs: tuple[tuple[str, str], ...] = ()
    frozen: bool = False
