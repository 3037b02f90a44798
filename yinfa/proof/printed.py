"""What the rules of this package look at: a paper as composed, and as printed."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from yinfa.checks.rule import Finding
from yinfa.diagnostics import Origin
from yinfa.document.tree import Block, Document, RedHead
from yinfa.document.walk import blocks_of
from yinfa.proof.said import Said, bare
from yinfa.proof.said_pages import said_by_pages, spoken
from yinfa.proof.said_tree import pieces_of, said_by_tree
from yinfa.styling import Style
from yinfa.writers.sheets import Line, Sheet


@dataclass(frozen=True)
class Composed:
    """A paper whose tree is finished; `origin` is the file that its text stands in."""

    document: Document
    style: Style
    origin: Origin | None = None

    def finding(self, message: str, place: str = "", hint: str = "") -> Finding:
        """Return a finding at a place in the data, at that of the whole paper where a node has none."""
        return Finding(message, Origin.parse(place) or self.origin, hint)


@dataclass(frozen=True)
class Printed:
    """A paper on its pages, with the tree as printed; `docx` and `pdf` are its bytes, nothing where it has none."""

    composed: Composed
    sheets: tuple[Sheet, ...]
    docx: bytes = b""
    pdf: bytes = b""

    @property
    def document(self) -> Document:
        """Return the tree as printed."""
        return self.composed.document

    def finding(self, page: int, message: str, place: str = "", hint: str = "") -> Finding:
        """Return a finding on a page, counted from the first sheet."""
        return self.composed.finding(f"第{page}页：{message}", place, hint)

    @cached_property
    def tree(self) -> Said:
        """Return what the tree says."""
        return said_by_tree(self.document)

    @cached_property
    def pages(self) -> Said:
        """Return what the pages say."""
        return said_by_pages(self.sheets)

    @cached_property
    def head(self) -> RedHead | None:
        """Return the red head, None of a paper without one."""
        return next((block for block in blocks_of(self.document) if isinstance(block, RedHead)), None)

    def lines(self) -> Iterator[tuple[Sheet, Line]]:
        """Yield every line that is read, with its page."""
        return spoken(self.sheets)

    def page_at(self, place: int) -> int:
        """Return on which page the character of the text at `place` stands, the last one for what is beyond."""
        starts, pages = self._lines_by_place
        return pages[max(bisect_right(starts, place) - 1, 0)] if pages else 1

    def origin_at(self, place: int) -> str:
        """Return from where in the data the character of the tree's text at `place` is."""
        starts, blocks = self._blocks_by_place
        return getattr(blocks[max(bisect_right(starts, place) - 1, 0)], "origin", "") if blocks else ""

    def origin_of(self, wanted: Line) -> str:
        """Return from where in the data a line is, nothing where that cannot be told."""
        place = next(
            (at for at, (_, line) in zip(self._lines_by_place[0], self.lines(), strict=True) if line is wanted), -1
        )
        text = bare(wanted.text)
        return self.origin_at(place) if place >= 0 and self.tree.text.startswith(text, place) else ""

    @cached_property
    def _lines_by_place(self) -> tuple[list[int], list[int]]:
        starts, pages, at = list[int](), list[int](), 0
        for sheet, line in self.lines():
            starts.append(at)
            pages.append(sheet.count)
            at += len(bare(line.text))
        return starts, pages

    @cached_property
    def _blocks_by_place(self) -> tuple[list[int], list[Block]]:
        starts, blocks, at = list[int](), list[Block](), 0
        for block in blocks_of(self.document):
            starts.append(at)
            blocks.append(block)
            at += sum(len(bare(piece)) for piece in pieces_of(block))
        return starts, blocks
