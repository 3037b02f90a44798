"""What stands inside a paragraph: runs of characters, references, bookmarks and numbered titles."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from yinfa.document.tree import Blank, Box, Break, Chart, Document, Figure, Heading, Inline, Inlines, Ref, RunIn, Table
from yinfa.document.walk import blocks_of, plain
from yinfa.writers.docx.blanks import control
from yinfa.writers.docx.fields import field
from yinfa.writers.docx.styles import RUN_IN
from yinfa.writers.docx.xml import Element, w, w_text
from yinfa.writers.titles import with_ordinal

# Characters that a Latin face may have too (“ ” — … ≥ ×): Word sets them in the Han face only when told.
_EITHER = re.compile("[\u0080-\u2e7f]")


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place that can be pointed at; `counted` where its text is a number that Word keeps."""

    name: str
    number: int
    counted: bool

    def around(self, *children: Element) -> list[Element]:
        """Return the children between the two ends of the bookmark."""
        return [
            w("bookmarkStart", id=self.number, name=self.name),
            *children,
            w("bookmarkEnd", id=self.number),
        ]


Bookmarks = Mapping[str, Bookmark]


def bookmarks_of(document: Document) -> Bookmarks:
    """Return by id a bookmark for every block that can be pointed at."""
    marks: dict[str, Bookmark] = {}
    for block in blocks_of(document):
        if isinstance(block, Heading | Box | Table | Figure | Chart):
            counted, number = not isinstance(block, Heading), len(marks) + 1
            marks[block.id] = Bookmark(f"{'_Ref' if counted else '_Toc'}{number:09d}", number, counted)
    return marks


def run(text: str, style: str = "") -> Element:
    """Return a run of characters, in a character style if one is given."""
    properties = [w("rStyle", val=style)] if style else []
    if _EITHER.search(text):
        properties.append(w("rFonts", hint="eastAsia"))
    return w("r", *([w("rPr", *properties)] if properties else []), w_text("t", text))


def runs(children: Inlines, bookmarks: Bookmarks, run_in: str = RUN_IN, *, in_cell: bool = False) -> Iterator[Element]:
    """Yield what stands in a paragraph for the inlines of the tree, run-in headings in the character style given.

    What is to be filled in has its own frame in a cell, and a line elsewhere.
    """
    for child in plain(children):
        if isinstance(child, Blank):
            yield control(child, ruled=not in_cell)
        else:
            yield from _runs_of(child, bookmarks, run_in)


def _runs_of(child: Inline, bookmarks: Bookmarks, run_in: str) -> list[Element]:
    match child:
        case Break():
            return [w("r", w("br"))]
        case RunIn(text=text):
            return [run(text, run_in)]
        case Ref(target=target, text=text) if target in bookmarks:
            return _reference(text, bookmarks[target])
        case _:
            return [run(child.text)]


def _reference(text: str, bookmark: Bookmark) -> list[Element]:
    """Return a live number, or a link where the words cited (第二部分) are not those that stand there (二、)."""
    if bookmark.counted:
        return field(f"REF {bookmark.name} \\h", run(text))
    return [w("hyperlink", run(text), anchor=bookmark.name, history=1)]


def numbered_title(ordinal: str, pattern: str, title: Inlines, bookmark: Bookmark, others: Bookmarks) -> list[Element]:
    """Return a caption: its ordinal as a sequence that Word counts (`表` and SEQ), then its words."""
    if not ordinal:
        return bookmark.around(*runs(title, others))
    before, after = re.split(r"\{n\}|\{han\}", pattern)
    digits = ordinal[len(before) : len(ordinal) - len(after)]
    form = "CHINESENUM3" if "{han}" in pattern else "ARABIC"
    name = before.strip("（") or "Caption"
    count = field(f"SEQ {name} \\* {form}", run(digits))
    label = bookmark.around(*([run(before)] if before else []), *count, *([run(after)] if after else []))
    return [*label, run(with_ordinal(ordinal, "")[len(ordinal) :]), *runs(title, others)]
