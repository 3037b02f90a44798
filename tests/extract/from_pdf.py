"""What the PDF says, read through its structure tree: the order and the parts that a reading machine is told."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pdfplumber
from pdfplumber.structure import PDFStructElement, PDFStructTree

from yinfa.proof.said import Said, squeeze

_NOWHERE = -1  # a number that no marked content has
Rows = tuple[tuple[str, ...], ...]


def said_by_pdf(path: Path) -> Said:
    """Return all that the PDF says in the order of its structure tree.

    A table that goes on on the next page is joined to its beginning; its repeated header is left out.
    """
    with pdfplumber.open(path) as pdf:
        reader = _Reader(pdf)
        for element in _WithEmptyCells(pdf):
            reader.read(element)
    return Said(squeeze("".join(reader.text)), tuple(tuple(table) for table in reader.tables))


class _WithEmptyCells(PDFStructTree):
    """The structure tree with its empty cells, which pdfplumber prunes: each is given content that is nowhere."""

    def _make_element(self, obj: Any) -> tuple[PDFStructElement | None, list[Any]]:
        element, children = super()._make_element(obj)
        return element, [*children, _NOWHERE] if element and element.type in ("TD", "TH") else children


class _Reader:
    def __init__(self, pdf: Any) -> None:
        self._marked: dict[tuple[int, int], str] = defaultdict(str)
        for page in pdf.pages:
            for char in page.chars:
                if char.get("mcid") is not None:
                    self._marked[page.page_number, char["mcid"]] += char["text"]
        self._open: tuple[int, int, Rows] = (0, 0, ())  # how much was said behind a table, its last page, its header
        self.text: list[str] = []
        self.tables: list[list[tuple[str, ...]]] = []

    def read(self, element: PDFStructElement) -> None:
        """Read one element and all below it."""
        if self._is_contents(element):
            return
        if element.type == "Table":
            self._table(element)
            return
        if own := self._own(element):
            self.text.append(own)
        for child in element.children:
            self.read(child)

    def _own(self, element: PDFStructElement) -> str:
        """Return the words of an element itself; what stands in a picture is looked at, not read on."""
        if element.type == "Figure":
            return ""
        return "".join(self._marked[element.page_number or 0, mcid] for mcid in element.mcids)

    def _whole(self, element: PDFStructElement) -> str:
        return self._own(element) + "".join(self._whole(child) for child in element.children)

    def _is_contents(self, element: PDFStructElement) -> bool:
        """Return whether an element is a line of the list of contents, or its title: they lead by links."""
        if element.type == "L":
            return any(each.type == "Link" for each in _below(element)) and "…" in self._whole(element)
        return squeeze(self._whole(element)) == "目录" if element.type == "P" else False

    def _table(self, table: PDFStructElement) -> None:
        rows: Rows = tuple(
            tuple(squeeze(self._whole(cell)) for cell in row.children) for row in _below(table) if row.type == "TR"
        )
        header = tuple(row for row, element in zip(rows, _rows(table), strict=True) if element.children[0].type == "TH")
        captions = [each for each in table.children if each.type == "Caption"]
        page = _page_of(table)
        if not captions and self._open == (len(self.text), page - 1, header):
            rows = rows[len(header) :]
        else:
            self.tables.append([])
        self.tables[-1].extend(rows)
        self.text += [self._whole(caption) for caption in captions]
        self.text += [cell for row in rows for cell in row]
        self._open = (len(self.text), page, header)


def _page_of(table: PDFStructElement) -> int:
    return max((each.page_number or 0 for each in _below(table)), default=0)


def _rows(table: PDFStructElement) -> list[PDFStructElement]:
    return [each for each in _below(table) if each.type == "TR"]


def _below(element: PDFStructElement) -> Iterator[PDFStructElement]:
    for child in element.children:
        yield child
        yield from _below(child)
