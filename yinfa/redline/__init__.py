"""A corrected paper with its corrections marked: a DOCX in which an office accepts or rejects each change by itself.

Accepting all of them gives the new paper and rejecting all the old one, each as `writers.docx` writes it: texts,
styles, numbers as they are displayed, tables with their merged cells, captions, notes, 版头, 署名, 版记, annexes,
fields, pictures, charts with their figures, and breaks between sections.

What no mark of WordprocessingML can hold is as in the new paper, whatever is done with the changes: heads and feet of
pages (with them the name over a letter), document properties. Nor is it told how a page keeps lines and
rows together, and a row's least height: that follows from the pages. Labels are not repeated where a page cuts a
table, unless the trees given have them so.
"""

from yinfa.document.tree import Document
from yinfa.redline.blocks import runs_of
from yinfa.redline.looks import keep_looks
from yinfa.redline.marks import Marks
from yinfa.redline.matching import steps_of
from yinfa.redline.merging import merge
from yinfa.redline.names import rename
from yinfa.redline.parts import Parts
from yinfa.styling import Style
from yinfa.writers.docx import write_docx
from yinfa.writers.docx.roles import looks_of, style_id
from yinfa.writers.docx.xml import w_name
from yinfa.writers.layout import Layout
from yinfa.writers.pdf import lay_out

__all__ = ["redline", "redlined"]


def redline(old: Document, new: Document, style: Style, *, author: str, date: str) -> bytes:
    """Return a DOCX of the new paper with every change from the old one marked as `author`'s, made on `date` (ISO).

    Both are laid out for the pages that their lists of contents show. The same trees give the same bytes. Raise
    MissingFont where a face has no file.
    """
    return redlined((old, lay_out(old, style)), (new, lay_out(new, style)), style, author=author, date=date)


def redlined(
    old: tuple[Document, Layout], new: tuple[Document, Layout], style: Style, *, author: str, date: str
) -> bytes:
    """Return the same for papers that are laid out already."""
    before, after = (Parts(write_docx(document, style, layout)) for document, layout in (old, new))
    steps = steps_of(runs_of(before, old[0]), runs_of(after, new[0]))
    paragraphs = [
        (one.element, other.element) for one, other in steps if one and other and one.element.tag == w_name("p")
    ]
    keep_looks(before, after)
    first = rename(before, after, paragraphs)
    plain = style_id("section-end", looks_of(style)["section-end"])
    merge(before, after, steps, Marks(author, date, first), plain)
    return after.to_bytes()
