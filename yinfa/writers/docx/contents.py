"""The list of contents: a live field whose entries are right before anyone updates it."""

from yinfa.document.tree import Contents, Entry
from yinfa.writers.docx.fields import closing, field, opening
from yinfa.writers.docx.inlines import run
from yinfa.writers.docx.paper import Paper
from yinfa.writers.docx.xml import Element, w
from yinfa.writers.titles import with_ordinal


def contents_block(contents: Contents, paper: Paper) -> Element:
    """Return the list in the frame that Word offers to update, its title within."""
    gallery = w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique"))
    title = paper.paragraph("contents-title", run(contents.title))
    entries = [paper.paragraph(f"contents-{min(each.level, 2)}", _line(each, paper)) for each in contents.entries]
    if entries:
        entries[0][1:1] = opening(_instruction(contents, paper))  # after the properties of the paragraph
        entries[-1].append(closing())
    return w("sdt", w("sdtPr", gallery), w("sdtContent", title, *entries))


def _instruction(contents: Contents, paper: Paper) -> str:
    """Return the field: headings to the depth wanted, and the titles of annexes by name of style, as links."""
    annex = paper.style.roles["annex-title"].word
    return f'TOC \\o "1-{contents.depth}" \\h \\z \\t "{annex},1" \\u'


def _line(entry: Entry, paper: Paper) -> Element:
    """Return an entry: words, leader and page number, all one link to the heading."""
    name = paper.bookmarks[entry.target].name
    page = field(f"PAGEREF {name} \\h", run(paper.layout.page_of.get(entry.target, "")))
    words = run(with_ordinal(entry.ordinal, entry.text))
    return w("hyperlink", words, w("r", w("tab")), *page, anchor=name, history=1)
