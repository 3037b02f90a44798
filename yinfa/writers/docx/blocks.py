"""Blocks of the tree as paragraphs and tables: text, headings, lists, boxes, pictures."""

from collections.abc import Iterable, Iterator

from yinfa.document.tree import Block, Box, Contents, Figure, Heading, ListBlock, Paragraph, Table
from yinfa.writers.docx.contents import contents_block
from yinfa.writers.docx.figures import figure_paragraphs
from yinfa.writers.docx.inlines import run, runs
from yinfa.writers.docx.numbering import NONE
from yinfa.writers.docx.paper import Paper
from yinfa.writers.docx.tables import table_elements
from yinfa.writers.docx.xml import Element, twips, w


def block_elements(blocks: Iterable[Block], paper: Paper) -> Iterator[Element]:
    """Yield what the blocks are in a DOCX, with nothing run together that is to stand apart."""
    last: Block | None = None
    for block in blocks:
        if _would_merge(last, block):
            yield paper.paragraph("section-end")
        yield from _elements(block, paper)
        last = block


def _would_merge(last: Block | None, block: Block) -> bool:
    """Return whether Word would draw two neighbours as one: framed paragraphs, or tables with nothing between."""
    if isinstance(last, Box):
        return isinstance(block, Box)
    bare = isinstance(last, Table) and not last.notes
    return bare and isinstance(block, Table) and not (block.ordinal or block.caption)


def _elements(block: Block, paper: Paper) -> Iterable[Element]:
    match block:
        case Heading():
            return _heading(block, paper)
        case Paragraph():
            return [paper.text(block.role, block.children)]
        case ListBlock():
            return _list(block, paper)
        case Box():
            return _box(block, paper)
        case Table():
            return table_elements(block, paper)
        case Figure():
            return figure_paragraphs(block, paper)
        case Contents():
            return [contents_block(block, paper)]


def _heading(heading: Heading, paper: Paper) -> Iterable[Element]:
    words = paper.bookmarks[heading.id].around(*runs(heading.children, paper.bookmarks))
    if heading.form == "annex":
        return _annex(heading.ordinal, words, paper)
    numbered = paper.numbers.heading(heading) if heading.form == "ordinal" else NONE
    if numbered is NONE:
        return [_unnumbered(heading, words, paper)]
    return [paper.paragraph(f"heading-{heading.level}", *words, numbered=numbered)]


def _annex(ordinal: str, words: list[Element], paper: Paper) -> Iterator[Element]:
    if ordinal:
        yield paper.paragraph("annex-mark-wide" if paper.page == "landscape" else "annex-mark", run(ordinal))
    yield paper.paragraph("annex-title", *words)


def _unnumbered(heading: Heading, words: list[Element], paper: Paper) -> Element:
    """Return a heading outside the count, an ordinal that Word cannot count printed as it is."""
    key = f"heading-{heading.level}"
    literal = [run(heading.ordinal)] if heading.ordinal else []
    paragraph = paper.paragraph(key, *literal, *words, numbered=NONE)
    role = paper.style.roles[key]
    # LibreOffice takes the indent away with the number
    paragraph[0].append(w("ind", left=0, firstLine=twips(role.indent * role.advance)))
    return paragraph


def _list(block: ListBlock, paper: Paper, prefix: str = "") -> Iterator[Element]:
    key = prefix + block.kind
    numbered = paper.numbers.ordered(key) if block.kind == "ordered" else None
    for item in block.items:
        yield paper.paragraph(key, *runs(item.children, paper.bookmarks), numbered=numbered)


def _box(box: Box, paper: Paper) -> Iterator[Element]:
    """Yield framed paragraphs: Word draws one frame around neighbours that are framed alike."""
    yield paper.title("box-title", "box", box.id, box.ordinal, box.title)
    for block in box.blocks:
        if isinstance(block, ListBlock):
            yield from _list(block, paper, "box-")
        else:
            key = f"box-{block.role}"
            yield paper.text(key if key in paper.style_ids else "box-body", block.children)
