"""Which characters of a paper no face of its form can print."""

from collections import defaultdict
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
    Inline,
    Inlines,
    ListBlock,
    Paragraph,
    RedHead,
    RunIn,
    Signature,
    Table,
    Text,
)
from yinfa.document.walk import blocks_of, text_of
from yinfa.styling import Style
from yinfa.writers.charts import words_in
from yinfa.writers.fonts import missing_characters

RUN_IN = "run-in "  # before the role of a heading: its first words alone are set in its face


def missing_in(document: Document, style: Style) -> dict[str, str]:
    """Return the characters that the face they are set in, its rare faces and the latin face all lack.

    Each with the place in the data of the first block that holds it, nothing where a template alone made it.
    """
    texts: dict[str, dict[str, str]] = defaultdict(dict)
    texts[style.roles["mark"].face] = dict.fromkeys(document.mark, "")
    for block in blocks_of(document):
        for face, character, place in _characters(block, style):
            texts[face][character] = texts[face].get(character) or place  # the list of contents has no place
    return {
        character: places[character]
        for face, places in texts.items()
        for character in sorted(missing_characters("".join(places), style.faces[face]))
    }


def _characters(block: Block, style: Style) -> Iterator[tuple[str, str, str]]:
    """Yield each character of a block with the face it is set in and its place."""
    if isinstance(block, Chart):
        yield from ((style.chart.face, character, block.origin) for words in words_in(block) for character in words)
    for role, children in _roles_of(block):
        for n, each in enumerate(children):
            place = getattr(each, "origin", "") or getattr(block, "origin", "")
            yield from ((_face(role, each, n, style), character, place) for character in text_of((each,)))


def _face(role: str, inline: Inline, place: int, style: Style) -> str:
    """Return the face of what stands at `place` in a paragraph, by the heading or label that it may be."""
    if role.startswith(RUN_IN):
        heading = role.removeprefix(RUN_IN)
        return style.roles[heading].face if place == 0 else _face("body", inline, place, style)
    if isinstance(inline, RunIn):
        return style.roles["label"].face if role == "participants" else style.run_in.face
    return style.roles[role].face


def _roles_of(block: Block) -> Iterator[tuple[str, Inlines]]:
    """Yield what each paragraph of a block prints with the role in which it is set."""
    match block:
        case Heading():
            yield _heading_role(block), block.children
        case Paragraph():
            yield block.role, block.children
        case ListBlock():
            yield from ((block.kind, item.children) for item in block.items)
        case Box():
            yield "box-title", block.title
            yield from (("box-body", children) for inner in block.blocks for _, children in _roles_of(inner))
        case Table():
            yield from _table(block)
        case Figure() | Chart():
            yield "caption", block.caption
        case Contents():
            yield "contents-title", (Text(block.title),)
            yield from ((f"contents-{min(each.level, 2)}", (Text(each.text),)) for each in block.entries)
        case RedHead() | Attachments() | Signature() | Imprint():
            yield from _official(block)


def _official(block: RedHead | Attachments | Signature | Imprint) -> Iterator[tuple[str, Inlines]]:
    match block:
        case RedHead():
            yield from ((role, (Text(text),)) for role, text in _head(block))
        case Attachments():
            yield from (("attachments", name) for name in block.names)
        case Signature():
            yield "signature", (Text("".join(block.organs)),)
            yield "signature-date", (Text(block.date),)
        case Imprint():
            yield "imprint", (Text(block.copies + block.printer + block.date),)


def _heading_role(heading: Heading) -> str:
    role = f"heading-{heading.level}"
    return {"annex": "annex-title", "run-in": RUN_IN + role}.get(heading.form, role)


def _head(head: RedHead) -> Iterator[tuple[str, str]]:
    yield "head-organ", "".join(head.organs) + head.suffix
    yield "head-number", head.number
    yield "head-serial", head.serial
    yield "head-note", head.secrecy + head.urgency
    yield "head-signer", "".join(head.signers)


def _table(table: Table) -> Iterator[tuple[str, Inlines]]:
    yield "caption", table.caption
    yield from (("table-head", cell.children) for row in table.head for cell in row)
    for cell in (cell for group in table.groups for row in group for cell in row):
        yield "table-total" if cell.role == "total" else "table-cell", cell.children
    yield from (("note", note.children) for note in table.notes)
