"""Where words, or a place of the data, are printed: spot by spot."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from yinfa.document.spots import Mark, Piece, Spot
from yinfa.sources.spans import cells_in
from yinfa.where.places import Place
from yinfa.where.words import folded, found_in

MEASURES = "计量单位"  # the column of a table of indicators
_MEASURED = re.compile(r"([≥≤]?[0-9０-９.,，]+)([^0-9０-９.,，]+)")


@dataclass(frozen=True, slots=True)
class Source:
    """What is printed (`text`) and where it comes from, a cell or those that it is made of; empty of a template."""

    text: str
    origin: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A spot that prints what is asked for: the characters `start` to `end` of one of its pieces, and their sources."""

    spot: Spot
    piece: Piece
    start: int
    end: int
    sources: tuple[Source, ...]

    @property
    def is_derived(self) -> bool:
        """Return whether all of it is made of several cells."""
        return all(len(cells_in(each.origin)) > 1 for each in self.sources)


Search = Callable[[Spot], Iterator[Hit]]


def words_search(words: str) -> Search:
    """Return how spots are searched for printed words."""

    def search(spot: Spot) -> Iterator[Hit]:
        for piece in spot.pieces:
            yield from (_hit(spot, piece, *found) for found in found_in(words, piece.text))
        yield from _measured(words, spot)

    return search


def _measured(words: str, spot: Spot) -> Iterator[Hit]:
    """Yield figures of a row whose measure stands in another cell of it, or in the heading of its column."""
    typed = _MEASURED.fullmatch(words.strip())
    if typed is None or spot.kind != "row":
        return
    of_row = any(each.column == MEASURES and folded(each.text) == folded(typed[2]) for each in spot.pieces)
    for piece in spot.pieces:
        if piece.figures and (of_row or f"（{typed[2]}）" in piece.column):
            yield from (_hit(spot, piece, *found) for found in found_in(typed[1], piece.text) if _ends(piece, found))


def _ends(piece: Piece, found: tuple[int, int]) -> bool:
    """Return whether a number ends where its figure ends: one that has a measure already is another number."""
    return any(each.at + len(each.inline.text) == found[1] for each in piece.marks)


def place_search(place: Place) -> Search:
    """Return how spots are searched for what comes from a place."""

    def search(spot: Spot) -> Iterator[Hit]:
        own = [(piece, mark) for piece in spot.pieces for mark in piece.marks if place.names(mark.inline.origin)]
        for piece, mark in own:
            yield Hit(spot, piece, mark.at, mark.at + len(mark.inline.text), (_source(mark),))
        if not own and spot.kind not in ("row", "head", "chart") and place.names(spot.origin):
            piece = spot.pieces[0] if spot.pieces else Piece("")
            yield Hit(spot, piece, 0, 0, (Source(spot.text, spot.origin),))

    return search


def _hit(spot: Spot, piece: Piece, start: int, end: int) -> Hit:
    """Return a hit with the sources of what stands there: figures and words by themselves, else the whole block."""
    touched = [each for each in piece.marks if each.at < end and start < each.at + len(each.inline.text)]
    sources = tuple(dict.fromkeys(_source(each) for each in touched if each.inline.origin))
    typed_at = "" if spot.kind in ("row", "head", "chart") else spot.origin  # a grid is a template's own words
    whole = Source(piece.text[start:end], typed_at)
    covered = sum(min(end, each.at + len(each.inline.text)) - max(start, each.at) for each in touched)
    typed = (whole,) if typed_at and covered < end - start else ()
    return Hit(spot, piece, start, end, (*sources, *typed) or (whole,))


def _source(mark: Mark) -> Source:
    return Source(mark.inline.text, mark.inline.origin)
