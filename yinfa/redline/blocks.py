"""What a body is made of: paragraphs, tables and the list of contents, in sections."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from yinfa.document.tree import Document, Table
from yinfa.document.walk import blocks_of
from yinfa.redline.parts import Parts
from yinfa.redline.tables import Grid
from yinfa.redline.tokens import Digest, signature, text_in
from yinfa.writers.docx.styles import TABLE_STYLE
from yinfa.writers.docx.xml import Element, w_name


@dataclass(frozen=True)
class Part:
    """A paragraph, a table or the list of contents, as it stands in a body; a table with that of the tree."""

    element: Element
    digest: Digest
    table: Table | None = None

    @cached_property
    def kind(self) -> tuple[object, ...]:
        """Return what another must be equal in to be the same part, whatever it says."""
        element = self.element
        if element.tag == w_name("tbl"):
            return ("tbl", self.grid.form)
        if element.tag != w_name("p"):
            return (element.tag,)
        marks = sum(1 for _ in element.iterfind(w_name("bookmarkStart")))
        numbered = _value(element, "numPr/numId") not in ("", "0")
        # LibreOffice does not take a picture back that has come beside another
        drawn = signature(tuple(element.iter(w_name("drawing"))), self.digest)
        return ("p", _value(element, "pStyle"), numbered, marks, drawn)

    @cached_property
    def key(self) -> tuple[object, ...]:
        """Return what is equal in two parts that say the same."""
        return (*self.kind, _value(self.element, "numPr/numId") == "0", self.text)

    @cached_property
    def text(self) -> str:
        """Return what it says."""
        return text_in(self.element)

    @cached_property
    def letters(self) -> Counter[str]:
        """Return its characters, counted."""
        return Counter(self.text)

    @cached_property
    def grid(self) -> Grid:
        """Return it as a table."""
        return Grid(self.element, self.table)

    @property
    def is_table(self) -> bool:
        """Return whether it is a table."""
        return bool(self.element.tag == w_name("tbl"))


def _value(paragraph: Element, path: str) -> str:
    found = paragraph.find("/".join(map(w_name, ("pPr", *path.split("/")))))
    return "" if found is None else found.get(w_name("val"), "")


@dataclass(frozen=True)
class Run:
    """The parts of a section: the last one holds the set-up of its pages, or the body does at the end of all."""

    parts: tuple[Part, ...]
    page: tuple[str, ...]
    is_last: bool = False

    @cached_property
    def letters(self) -> Counter[str]:
        """Return its characters, counted."""
        return sum((each.letters for each in self.parts), Counter())


def runs_of(parts: Parts, document: Document) -> list[Run]:
    """Return the sections of a body, their tables with those of the tree that they were written from."""
    tables = (block for block in blocks_of(document) if isinstance(block, Table))
    runs: list[Run] = []
    held: list[Part] = []
    for element in parts.body:
        if element.tag == w_name("sectPr"):
            runs.append(Run(tuple(held), _page(element), is_last=True))
            continue
        held.append(Part(element, parts.digest, next(tables) if _is_grid(element) else None))
        section = element.find(f"{w_name('pPr')}/{w_name('sectPr')}")
        if section is not None:
            runs.append(Run(tuple(held), _page(section)))
            held = []
    return runs


def _is_grid(element: Element) -> bool:
    style = element.find(f"{w_name('tblPr')}/{w_name('tblStyle')}")
    return style is not None and style.get(w_name("val")) == TABLE_STYLE


def _page(section: Element) -> tuple[str, ...]:
    size = section.find(w_name("pgSz"))
    return () if size is None else tuple(size.attrib.values())
