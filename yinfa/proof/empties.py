"""What the finished tree should not hold: paragraphs that print nothing, tables of a head only, missing glyphs."""

from collections.abc import Iterator, Sequence

from yinfa.checks.rule import Finding
from yinfa.document.tree import Blank, Block, Box, Inlines, ListBlock, Paragraph, Table
from yinfa.document.walk import blocks_of, text_of
from yinfa.proof.printed import Composed
from yinfa.proof.said import bare
from yinfa.writers.glyphs import missing_in


def empty_paragraph(paper: Composed) -> Iterator[Finding]:
    """Find a paragraph or an item of a list that prints nothing and is nothing to fill in."""
    for block in _with_inner(list(blocks_of(paper.document))):
        match block:
            case Paragraph() if _is_empty(block.children):
                yield paper.finding("有一个空段落", block.origin, "删去它，或补上文字")
            case ListBlock():
                items = (item for item in block.items if _is_empty(item.children))
                yield from (
                    paper.finding(f"列表的“{each.marker}”没有文字", each.origin, "删去它，或补上文字") for each in items
                )


def _with_inner(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Box):
            yield from block.blocks


def _is_empty(children: Inlines) -> bool:
    return not bare(text_of(children)) and not any(isinstance(each, Blank) for each in children)


def table_head_only(paper: Composed) -> Iterator[Finding]:
    """Find a table without a row below its head."""
    for block in blocks_of(paper.document):
        if isinstance(block, Table) and not any(block.groups):
            name = block.ordinal + text_of(block.caption) or "表"
            yield paper.finding(f"“{name}”只有表头，没有内容", block.origin, "补上数据，或删去这个表")


def glyph(paper: Composed) -> Iterator[Finding]:
    """Find a character that no face of the form can print."""
    for character, place in missing_in(paper.document, paper.style).items():
        message = f"字体中没有“{character}”（U+{ord(character):04X}），印不出来"
        yield paper.finding(message, place, "换一个字，或在 styles/gbt9704.yaml 中增补字体")
