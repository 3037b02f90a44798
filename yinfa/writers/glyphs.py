"""Which characters of a paper no face of its form can print."""

from collections import defaultdict
from collections.abc import Iterator

from yinfa.document.tree import (
    Block,
    Box,
    Contents,
    Document,
    Figure,
    Heading,
    Inlines,
    ListBlock,
    Paragraph,
    RunIn,
    Table,
    Text,
)
from yinfa.document.walk import blocks_of, text_of
from yinfa.styling import Style
from yinfa.writers.fonts import missing_characters


def missing_in(document: Document, style: Style) -> set[str]:
    """Return the characters that the face they are set in, its rare faces and the latin face all lack."""
    texts: dict[str, set[str]] = defaultdict(set)
    texts[style.roles["mark"].face].update(document.mark)
    for block in blocks_of(document):
        for role, children in _roles_of(block):
            for each in children:
                form = style.run_in if isinstance(each, RunIn) else style.roles[role]
                texts[form.face].update(text_of((each,)))
    return {each for face, text in texts.items() for each in missing_characters("".join(text), style.faces[face])}


def _roles_of(block: Block) -> Iterator[tuple[str, Inlines]]:
    """Yield what each paragraph of a block prints with the role in which it is set."""
    match block:
        case Heading():
            yield "annex-title" if block.form == "annex" else f"heading-{block.level}", block.children
        case Paragraph():
            yield block.role, block.children
        case ListBlock():
            yield from ((block.kind, item.children) for item in block.items)
        case Box():
            yield "box-title", block.title
            yield from (("box-body", children) for inner in block.blocks for _, children in _roles_of(inner))
        case Table():
            yield from _table(block)
        case Figure():
            yield "caption", block.caption
        case Contents():
            yield "contents-title", (Text(block.title),)
            yield from ((f"contents-{min(each.level, 2)}", (Text(each.text),)) for each in block.entries)


def _table(table: Table) -> Iterator[tuple[str, Inlines]]:
    yield "caption", table.caption
    yield from (("table-head", cell.children) for row in table.head for cell in row)
    for cell in (cell for group in table.groups for row in group for cell in row):
        yield "table-total" if cell.role == "total" else "table-cell", cell.children
    yield from (("note", note.children) for note in table.notes)
