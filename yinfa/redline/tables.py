"""Two tables that match as one: rows that have come or gone, and in the others the cells that differ.

A row moved is one gone and one come, for `w:trPr` knows no move (ECMA-376 part 1, 17.4.81). So is a row whose cells
are merged otherwise than before: that a change of `w:vMerge` is taken back is not to be relied on. Thus each row of
the file stands wholly in the old table, in the new one, or in both, and its label with it.
"""

from copy import deepcopy
from dataclasses import dataclass
from itertools import zip_longest

from yinfa.document.tree import Table
from yinfa.redline.aligning import steps_along
from yinfa.redline.marks import Marks
from yinfa.redline.paragraphs import one_paragraph
from yinfa.redline.parts import said
from yinfa.redline.rows import Known, known_rows, matched_rows
from yinfa.redline.tokens import Digest
from yinfa.writers.docx.xml import Element, w, w_name


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as it is written, and as the tree has it (a frame of the red head is in no tree)."""

    element: Element
    table: Table | None = None

    @property
    def form(self) -> str:
        """Return its properties and columns: two tables that differ in them are two."""
        return "".join(said(each) for each in self.element if each.tag != w_name("tr"))

    @property
    def known(self) -> list[Known]:
        """Return what its rows are known by."""
        return known_rows(self.element, self.table)

    @property
    def head(self) -> list[Element]:
        """Return the rows that every page repeats."""
        return [row for row in self.rows if row.find(f"{w_name('trPr')}/{w_name('tblHeader')}") is not None]

    @property
    def rows(self) -> list[Element]:
        """Return its rows."""
        return list(self.element.iterfind(w_name("tr")))


def one_table(old: Grid, new: Grid, marks: Marks, digest: Digest) -> Element:
    """Return the new table, which the old one is again where its changes are rejected."""
    olds, news = old.rows, new.rows
    pairs = [(i, j) for i, j in matched_rows(old.known, new.known) if _fits(olds[i], news[j])]
    table = w("tbl", *(deepcopy(each) for each in new.element if each.tag != w_name("tr")))
    for gone, come in steps_along(olds, news, pairs):
        if gone is not None and come is not None:
            table.append(_one_row(gone, come, marks, digest))
        elif gone is not None:
            table.append(marks.row(gone, "del"))
        elif come is not None:
            table.append(marks.row(come, "ins"))
    return table


def _fits(old: Element, new: Element) -> bool:
    """Return whether two rows have the same cells, merged alike with those beside, above and below."""
    cells = zip_longest(old.iterfind(w_name("tc")), new.iterfind(w_name("tc")))
    return all(one is not None and other is not None and _form(one) == _form(other) for one, other in cells)


def _form(cell: Element) -> list[str]:
    """Return what a cell is; one that could reach down but has nothing below is like one that could not."""
    properties = cell[0] if len(cell) and cell[0].tag == w_name("tcPr") else w("tcPr")
    told = [each for each in properties if each.tag != w_name("vMerge") or each.get(w_name("val")) != "restart"]
    return [*map(said, told), *(each.tag for each in cell[1:])]


def _one_row(old: Element, new: Element, marks: Marks, digest: Digest) -> Element:
    """Return the new row; how its page holds it (`cantSplit`, `tblHeader`) is as in the new paper."""
    row = w("tr", *(deepcopy(each) for each in new if each.tag != w_name("tc")))
    for one, other in zip(old.iterfind(w_name("tc")), new.iterfind(w_name("tc")), strict=True):
        properties = deepcopy(max(one[0], other[0], key=len))  # the one that reaches down, if either does
        inner = zip(one[1:], other[1:], strict=True)
        row.append(w("tc", properties, *(one_paragraph(was, now, marks, digest) for was, now in inner)))
    return row
