"""The outline pass: writes the entries of the list of contents."""

from dataclasses import replace

from yinfa.document.tree import Block, Contents, Document, Entry, Heading
from yinfa.document.walk import blocks_of, map_blocks, text_of


def outline(document: Document) -> Document:
    """Return the document with each list of contents holding the headings down to its depth."""
    headings = [block for block in blocks_of(document) if isinstance(block, Heading)]

    def visit(block: Block) -> Block:
        if not isinstance(block, Contents):
            return block
        return replace(block, entries=tuple(_entry(each) for each in headings if each.level <= block.depth))

    return map_blocks(document, visit)


def _entry(heading: Heading) -> Entry:
    return Entry(heading.id, heading.level, heading.ordinal, text_of(heading.children))
