"""Blocks of the tree as paragraphs and tables: text, headings, lists, boxes, pictures."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from yinfa.document.tree import (
    Attachments,
    Block,
    Box,
    Chart,
    Contents,
    Figure,
    Heading,
    Imprint,
    ListBlock,
    Paragraph,
    RedHead,
    RunIn,
    Signature,
    Table,
)
from yinfa.writers.docx.charts import chart_paragraphs
from yinfa.writers.docx.closing import attachment_paragraphs, imprint_elements, signature_paragraphs
from yinfa.writers.docx.contents import contents_block
from yinfa.writers.docx.figures import figure_paragraphs
from yinfa.writers.docx.inlines import run, runs
from yinfa.writers.docx.numbering import NONE
from yinfa.writers.docx.paper import Paper
from yinfa.writers.docx.redhead import redhead_elements
from yinfa.writers.docx.styles import run_in_style
from yinfa.writers.docx.tables import table_elements
from yinfa.writers.docx.xml import Element, twips, w, w_name
from yinfa.writers.measure import Closing, closing_of


def block_elements(blocks: Sequence[Block], paper: Paper) -> Iterator[Element]:
    """Yield what the blocks are in a DOCX, with nothing run together that is to stand apart."""
    last: Block | None = None
    for at, (block, after) in enumerate(zip_longest(blocks, blocks[1:]), 1):
        if _would_merge(last, block):
            yield paper.paragraph("section-end")
        elements = list(_elements(block, paper, last))
        if isinstance(after, Attachments | Signature):
            _keep(elements[-1][0], closing_of(blocks[:at], paper.style), paper.layout.runs_over)
        if after is not None and _is_note_of(block, after):
            elements[-1][0].insert(1, w("keepNext"))
        yield from elements
        last = block


def _keep(properties: Element, closing: Closing, runs_over: int) -> None:
    """Keep a paragraph on the page of the signature below, or of a long one the last two lines (gbt9704 25).

    The only text whose `runs_over` lines are all that its page has room for needs no keeping.
    """
    if properties.tag != w_name("pPr") or properties.find(w_name("keepNext")) is not None:
        return
    by_itself = runs_over if closing.opening else 0
    held = (("keepNext", not by_itself), ("keepLines", closing.whole))
    twos = ("widowControl", closing.twos and not closing.whole and by_itself != 1)
    properties[1:1] = [w(name) for name, holds in (*held, twos) if holds]


def _is_note_of(last: Block | None, block: Block) -> bool:
    """Return whether a block is the note of the chart or picture above it, which stands on the same page, whole."""
    return isinstance(last, Chart | Figure) and isinstance(block, Paragraph) and block.role == "note"


def _would_merge(last: Block | None, block: Block) -> bool:
    """Return whether Word would draw two neighbours as one: framed paragraphs, or tables with nothing between.

    What floats at the very beginning of a section LibreOffice would take for a part of the one before.
    """
    if last is None:
        return isinstance(block, Imprint)
    if isinstance(last, Box):
        return isinstance(block, Box)
    bare = isinstance(last, Table) and not last.notes
    return bare and (isinstance(block, Imprint) or (isinstance(block, Table) and not (block.ordinal or block.caption)))


def _elements(block: Block, paper: Paper, last: Block | None) -> Iterable[Element]:
    match block:
        case Heading():
            return _heading(block, paper)
        case Paragraph():
            return [paper.text(_key(block, last), block.children, whole=_is_note_of(last, block))]
        case ListBlock():
            return _list(block, paper)
        case Box():
            return _box(block, paper)
        case Table():
            return table_elements(block, paper)
        case Figure():
            return figure_paragraphs(block, paper)
        case Chart():
            return chart_paragraphs(block, paper)
        case Contents():
            return [contents_block(block, paper)]
        case _:
            return _official(block, paper)


def _official(block: RedHead | Attachments | Signature | Imprint, paper: Paper) -> Iterable[Element]:
    match block:
        case RedHead():
            return redhead_elements(block, paper)
        case Attachments():
            return attachment_paragraphs(block, paper)
        case Signature():
            return signature_paragraphs(block, paper)
        case Imprint():
            return imprint_elements(block, paper)


def _key(paragraph: Paragraph, last: Block | None) -> str:
    """Return the style of a paragraph; the first list of participants stands a line below what is before it."""
    goes_on = isinstance(last, Paragraph) and last.role == paragraph.role
    return "participants-first" if paragraph.role == "participants" and not goes_on else paragraph.role


def _heading(heading: Heading, paper: Paper) -> Iterable[Element]:
    if heading.form == "run-in":
        return [_run_in(heading, paper)]
    words = paper.bookmarks[heading.id].around(*runs(heading.children, paper.bookmarks))
    if heading.form == "annex":
        return _annex(heading.ordinal, words, paper)
    numbered = paper.numbers.heading(heading) if heading.form == "ordinal" else NONE
    if numbered is NONE:
        return [_unnumbered(heading, words, paper)]
    return [paper.paragraph(f"heading-{heading.level}", *words, numbered=numbered)]


def _run_in(heading: Heading, paper: Paper) -> Element:
    """Return a paragraph of text whose number and first words are set as a heading's; Word has it in no outline."""
    style, numbered = run_in_style(heading.level), paper.numbers.heading(heading)
    words = tuple(child for child in heading.children if isinstance(child, RunIn))
    text = tuple(child for child in heading.children if not isinstance(child, RunIn))
    literal = [run(heading.ordinal, style)] if numbered is NONE else []
    opening = paper.bookmarks[heading.id].around(*literal, *runs(words, paper.bookmarks, style))
    numbered = None if numbered is NONE else numbered
    paragraph = paper.paragraph("body", *opening, *runs(text, paper.bookmarks), numbered=numbered)
    paragraph[0].append(w("rPr", w("rStyle", val=style)))  # the mark's face is the number's
    return paragraph


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
