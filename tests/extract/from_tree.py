"""What the tree says."""

from collections.abc import Iterator

from tests.extract import Said, squeeze
from yinfa.document.tree import Block, Box, Document, Figure, Heading, ListBlock, Paragraph, Row, Table
from yinfa.document.walk import blocks_of, text_of


def said_by_tree(document: Document) -> Said:
    """Return all that the tree says, in reading order."""
    text = "".join(piece for block in blocks_of(document) for piece in pieces_of(block))
    tables = tuple(rows_of(block) for block in blocks_of(document) if isinstance(block, Table))
    return Said(squeeze(text), tables)


def pieces_of(block: Block) -> Iterator[str]:
    """Yield each run of text that a block prints."""
    match block:
        case Heading():
            yield block.ordinal + text_of(block.children)
        case Paragraph():
            yield text_of(block.children)
        case ListBlock():
            yield from (item.marker + text_of(item.children) for item in block.items)
        case Box():
            yield block.ordinal + text_of(block.title)
            for inner in block.blocks:
                yield from pieces_of(inner)
        case Table():
            yield block.ordinal + text_of(block.caption)
            yield from (cell for row in rows_of(block) for cell in row)
            yield from (text_of(note.children) for note in block.notes)
        case Figure():
            yield block.ordinal + text_of(block.caption)


def rows_of(table: Table) -> tuple[tuple[str, ...], ...]:
    """Return the texts of a table's cells, row by row, a merged cell once."""
    rows: list[Row] = [*table.head, *(row for group in table.groups for row in group)]
    return tuple(tuple(squeeze(text_of(cell.children)) for cell in row) for row in rows)
