"""Which characters of a paper no face of its form can print."""

from collections import defaultdict
from collections.abc import Iterator

from yinfa.document.tree import Block, Box, Document, Figure, Heading, ListBlock, Paragraph, Table
from yinfa.document.walk import blocks_of, text_of
from yinfa.styling import Style
from yinfa.writers.fonts import missing_characters


def missing_in(document: Document, style: Style) -> set[str]:
    """Return the characters that the face of their paragraph, its rare faces and the latin face all lack."""
    texts: dict[str, set[str]] = defaultdict(set)
    for block in blocks_of(document):
        for role, text in _roles_of(block):
            texts[style.roles[role].face].update(text)
    return {each for face, characters in texts.items() for each in _missing("".join(characters), face, style)}


def _missing(characters: str, face: str, style: Style) -> set[str]:
    return missing_characters(characters, style.faces[face])


def _roles_of(block: Block) -> Iterator[tuple[str, str]]:
    """Yield each text of a block with the role in which it is set."""
    match block:
        case Heading():
            role = "annex-title" if block.form == "annex" else f"heading-{block.level}"
            yield role, text_of(block.children)
        case Paragraph():
            yield block.role, text_of(block.children)
        case ListBlock():
            yield from ((block.kind, text_of(item.children)) for item in block.items)
        case Box():
            yield "box-title", text_of(block.title)
            yield from (("box-body", text) for inner in block.blocks for _, text in _roles_of(inner))
        case Table():
            yield from _table(block)
        case Figure():
            yield "caption", text_of(block.caption)


def _table(table: Table) -> Iterator[tuple[str, str]]:
    yield "caption", text_of(table.caption)
    yield from (("table-head", text_of(cell.children)) for row in table.head for cell in row)
    yield from (("table-cell", text_of(cell.children)) for group in table.groups for row in group for cell in row)
    yield from (("note", text_of(note.children)) for note in table.notes)
