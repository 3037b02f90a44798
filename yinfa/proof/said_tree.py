"""What the tree says."""

from collections.abc import Iterator

from yinfa.document.tree import (
    Attachments,
    Block,
    Box,
    Chart,
    Contents,
    Document,
    Figure,
    Heading,
    Imprint,
    ListBlock,
    Paragraph,
    RedHead,
    Row,
    Signature,
    Table,
)
from yinfa.document.walk import blocks_of, text_of
from yinfa.proof.said import Said, squeeze


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
        case Figure() | Chart():  # what is inside a chart is a picture to look at: a format may draw it as it can
            yield block.ordinal + text_of(block.caption)
        case RedHead() | Attachments() | Signature() | Imprint():
            yield from _official(block)
        case Contents():
            return


def _official(block: RedHead | Attachments | Signature | Imprint) -> Iterator[str]:
    """Yield the runs of text of a part that red-head documents alone have, empty ones left out."""
    match block:
        case RedHead():
            yield from filter(None, _head(block))
        case Attachments(names=names):
            ordinals = (f"{n}." if len(names) > 1 else "" for n in range(1, len(names) + 1))
            lines = [ordinal + text_of(name) for ordinal, name in zip(ordinals, names, strict=True)]
            yield from (f"附件：{line}" if line is lines[0] else line for line in lines)
        case Signature():
            yield from (*block.organs, block.date)
        case Imprint():
            issued = f"{block.date}印发" if block.date else ""
            yield from filter(None, (block.copies and f"抄送：{block.copies}", block.printer, issued))


def _head(head: RedHead) -> tuple[str, ...]:
    """Return the words of a head as they are read; in a letter 发文字号 stands on the first line below 标志."""
    signers = ("签发人：", *head.signers) if head.signers else ()
    notes, organs = (head.serial, head.secrecy, head.urgency), (*head.organs, head.suffix)
    if head.form != "letter":
        return (*notes, *organs, head.number, *signers)
    first, *others = [*filter(None, notes), ""]
    return (*organs, first, head.number, *others)


def rows_of(table: Table) -> tuple[tuple[str, ...], ...]:
    """Return the texts of a table's cells, row by row, a merged cell once."""
    rows: list[Row] = [*table.head, *(row for group in table.groups for row in group)]
    return tuple(tuple(squeeze(text_of(cell.children)) for cell in row) for row in rows)
