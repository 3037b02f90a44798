"""A paper as it is, or once was, printed: its tree, and for each of its spots the page."""

from collections.abc import Iterator
from dataclasses import dataclass

from yinfa.document.spots import Spot, spots_of
from yinfa.document.tree import Document


@dataclass(frozen=True, slots=True)
class Printing:
    """A printed paper: for each spot of its tree the page on which it begins, counted from the first sheet.

    `pages` are all 0 in a workbook, which has none. `year` and `unit` (its id) are the paper's, where it has any.
    """

    document: Document
    year: int | None
    unit: str | None
    pages: tuple[int, ...]

    def placed(self) -> Iterator[tuple[Spot, int]]:
        """Yield each spot with its page."""
        return zip(spots_of(self.document), self.pages, strict=True)
