"""Ways through the tree that passes, writers and tests share."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import takewhile

from yinfa.document.tree import (
    Attachments,
    Block,
    Box,
    Break,
    Chart,
    Contents,
    Document,
    Figure,
    Heading,
    Imprint,
    Inline,
    Inlines,
    ListBlock,
    Paragraph,
    RedHead,
    Row,
    RunIn,
    Section,
    Signature,
    Table,
    Text,
)


def text_of(children: Inlines, line_break: str = "") -> str:
    """Return the characters that `children` print, each `Break` as `line_break`."""
    return "".join(line_break if isinstance(child, Break) else child.text for child in children)


def plain(children: Inlines) -> Inlines:
    """Return inlines as they look: words that know their place are one text with those beside them."""
    joined: list[Inline] = []
    for child in children:
        before = joined[-1] if joined else None
        if isinstance(child, Text) and isinstance(before, Text) and (before.origin or child.origin):
            joined[-1] = Text(before.text + child.text, before.origin or child.origin)
        else:
            joined.append(child)
    return tuple(joined)


def words_of(heading: Heading) -> str:
    """Return the words of a heading, without the text that goes on behind a run-in one."""
    if heading.form == "run-in":
        return text_of(tuple(takewhile(lambda child: isinstance(child, RunIn), heading.children)))
    return text_of(heading.children)


def blocks_of(document: Document) -> Iterator[Block]:
    """Yield every top-level block in reading order."""
    for section in document.sections:
        yield from section.blocks


def letter_of(section: Section) -> RedHead | None:
    """Return the 版头 of a letter that a section opens with: its first page bears no number (gbt9704 36)."""
    heads = (block for block in section.blocks if isinstance(block, RedHead) and block.form == "letter")
    return next(heads, None)


def papers_of(document: Document) -> Iterator[tuple[Section, ...]]:
    """Yield the runs of sections that are a paper of their own: each but the first begins where a section `opens`."""
    run: list[Section] = []
    for section in document.sections:
        if section.opens and run:
            yield tuple(run)
            run = []
        run.append(section)
    yield tuple(run)


def map_blocks(document: Document, change: Callable[[Block], Block]) -> Document:
    """Return the document with `change` applied to every top-level block, in reading order."""
    sections = tuple(
        replace(section, blocks=tuple(change(block) for block in section.blocks)) for section in document.sections
    )
    return replace(document, sections=sections)


def map_inlines(block: Block, change: Callable[[Inlines], Inlines]) -> Block:
    """Return the block with `change` applied to each of its runs of inlines."""
    match block:
        case Heading() | Paragraph():
            return replace(block, children=change(block.children))
        case ListBlock():
            return _map_list(block, change)
        case Box():
            inner = tuple(_map_inner(each, change) for each in block.blocks)
            return replace(block, title=change(block.title), blocks=inner)
        case Table():
            return _map_table(block, change)
        case Figure() | Chart():
            return replace(block, caption=change(block.caption))
        case Attachments():
            return replace(block, names=tuple(change(name) for name in block.names))
        case Contents() | RedHead() | Signature() | Imprint():
            return block


def _map_inner(block: Paragraph | ListBlock, change: Callable[[Inlines], Inlines]) -> Paragraph | ListBlock:
    if isinstance(block, ListBlock):
        return _map_list(block, change)
    return replace(block, children=change(block.children))


def _map_list(block: ListBlock, change: Callable[[Inlines], Inlines]) -> ListBlock:
    return replace(block, items=tuple(replace(item, children=change(item.children)) for item in block.items))


def _map_table(table: Table, change: Callable[[Inlines], Inlines]) -> Table:
    def rows(group: tuple[Row, ...]) -> tuple[Row, ...]:
        return tuple(tuple(replace(cell, children=change(cell.children)) for cell in row) for row in group)

    return replace(
        table,
        caption=change(table.caption),
        head=rows(table.head),
        groups=tuple(rows(group) for group in table.groups),
        notes=tuple(replace(note, children=change(note.children)) for note in table.notes),
    )
