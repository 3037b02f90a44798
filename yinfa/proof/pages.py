"""On which page each spot of a paper came to stand."""

from collections.abc import Iterator

from yinfa.document.spots import Spot, spots_of
from yinfa.document.tree import Block
from yinfa.document.walk import blocks_of
from yinfa.proof.printed import Printed
from yinfa.proof.said import bare
from yinfa.proof.said_tree import pieces_of


def pages_of(paper: Printed) -> tuple[int, ...]:
    """Return for each spot of the tree the page on which it begins, counted from the first sheet as in findings.

    The spots are as many for the tree as composed, which knows nothing of labels that a page cuts.
    """
    blocks, pages, at = tuple(blocks_of(paper.document)), list[int](), 0
    for spot in spots_of(paper.document):
        pages.append(pages[-1] if spot.kind == "chart" else paper.page_at(at))  # it is where its caption is
        at += sum(len(bare(text)) for text in _said(spot, blocks[spot.block]))
    return tuple(pages)


def _said(spot: Spot, block: Block) -> Iterator[str]:
    """Yield what is read of a spot, in reading order: the figures of a chart are looked at."""
    if spot.kind == "official":
        yield from pieces_of(block)
    elif spot.kind != "chart":
        yield from (piece.text for piece in spot.pieces)
