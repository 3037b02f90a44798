"""The spots of a paper: each place of the tree that prints something, by the name under which a reader looks it up.

A spot is a heading, a paragraph, an item, a caption, a row of a table, a note, a chart's figures or a part of the red
head. What is compared, cited or searched in papers is compared, cited and searched spot by spot.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from yinfa.document.charts import Chart, Series
from yinfa.document.grid import Slot, slots
from yinfa.document.inlines import Day, Inline, Inlines, Num, Text
from yinfa.document.official import Attachments, Imprint, RedHead, Signature
from yinfa.document.tree import Block, Box, Contents, Document, Figure, Heading, ListBlock, Paragraph, Table
from yinfa.document.walk import blocks_of, text_of, words_of

SpotKind = Literal["heading", "paragraph", "item", "caption", "head", "row", "note", "chart", "official"]
_WITHIN = str.maketrans("“”", "‘’")
_OPENING = 8  # characters of a row by which it is known
_OFFICIAL = {RedHead: "版头", Attachments: "附件说明", Signature: "署名", Imprint: "版记"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure, or words that know their place in the data, and at which character of its piece it begins."""

    at: int
    inline: Num | Text | Day


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands in a paragraph or in one cell: its text, and what in it comes out of the data (`marks`).

    `column` is the heading of its column, empty outside of tables.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    column: str = ""

    @property
    def figures(self) -> tuple[Num, ...]:
        """Return the figures out of the data."""
        return tuple(each.inline for each in self.marks if isinstance(each.inline, Num))

    @property
    def words(self) -> tuple[Text | Day, ...]:
        """Return the words and days that know their place."""
        return tuple(each.inline for each in self.marks if not isinstance(each.inline, Num))


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that prints something: `block` counts the top-level blocks of the paper from 0, `row` those of its table.

    `place` is how a reader finds it: “二、主要目标”下第2段, 表1第5行“食品抽检”. A row has a piece for each cell
    that begins in it, everything else has one. `origin` is the place in the data of the whole block,
    empty where a template alone made it.
    """

    kind: SpotKind
    block: int
    place: str
    pieces: tuple[Piece, ...]
    origin: str = ""
    row: int = 0

    @property
    def text(self) -> str:
        """Return what it prints, the cells of a row divided by a blank."""
        return " ".join(piece.text for piece in self.pieces if piece.text)

    @property
    def figures(self) -> tuple[Num, ...]:
        """Return the figures out of the data that it prints."""
        return tuple(figure for piece in self.pieces for figure in piece.figures)


def spots_of(document: Document) -> tuple[Spot, ...]:
    """Return the spots of a paper in reading order; the list of contents repeats headings and is none."""
    guide = _Guide()
    return tuple(spot for number, block in enumerate(blocks_of(document)) for spot in _spots(number, block, guide))


class _Guide:
    """Where a reader has come to: under which heading, and at which paragraph of it."""

    def __init__(self) -> None:
        self._heading = ""
        self._paragraphs = 0

    def enter(self, heading: Heading) -> str:
        """Go on under a heading and return how it is cited."""
        apart = " " if heading.form == "annex" else ""  # 附件1 2022年…
        self._heading, self._paragraphs = _quoted(f"{heading.ordinal}{apart}{words_of(heading)}"), 0
        return f"标题{self._heading}"

    def paragraph(self) -> str:
        """Return how the next paragraph is cited."""
        self._paragraphs += 1
        return f"{f'{self._heading}下' if self._heading else '正文'}第{self._paragraphs}段"

    def named(self, ordinal: str, what: str) -> str:
        """Return how a table, box or figure is cited: by its number, else by the heading it stands under."""
        return ordinal or f"{f'{self._heading}下的' if self._heading else ''}{what}"


def _spots(number: int, block: Block, guide: _Guide) -> Iterator[Spot]:
    match block:
        case Heading():
            yield Spot("heading", number, guide.enter(block), (_piece(block.children, block.ordinal),), block.origin)
        case Paragraph():
            yield Spot("paragraph", number, guide.paragraph(), (_piece(block.children),), block.origin)
        case ListBlock():
            yield from _items(number, block, guide.paragraph)
        case Box():
            yield from _box(number, block, guide)
        case Table():
            yield from _table(number, block, guide.named(block.ordinal, "表"))
        case Figure() | Chart():
            yield from _picture(number, block, guide.named(block.ordinal, "图"))
        case RedHead() | Attachments() | Signature() | Imprint():
            yield Spot("official", number, _OFFICIAL[type(block)], tuple(_official(block)), block.origin)
        case Contents():
            return


def _piece(children: Inlines, before: str = "", column: str = "") -> Piece:
    return Piece(before + text_of(children), tuple(_marks(children, len(before))), column)


def _marks(children: Inlines, at: int) -> Iterator[Mark]:
    for child in children:
        if isinstance(child, Num) or (isinstance(child, Text | Day) and child.origin):
            yield Mark(at, child)
        at += len(text_of((child,)))


def _items(number: int, block: ListBlock, cited: Callable[[], str]) -> Iterator[Spot]:
    for item in block.items:
        yield Spot("item", number, cited(), (_piece(item.children, item.marker),), item.origin)


def _box(number: int, box: Box, guide: _Guide) -> Iterator[Spot]:
    name, inside = guide.named(box.ordinal, "专栏"), _Guide()
    yield Spot("caption", number, f"{name}标题", (_piece(box.title, box.ordinal),), box.origin)
    for block in box.blocks:
        for spot in _spots(number, block, inside):
            yield Spot(
                spot.kind, number, name + spot.place.removeprefix("正文"), spot.pieces, spot.origin or box.origin
            )


def _picture(number: int, block: Figure | Chart, name: str) -> Iterator[Spot]:
    yield Spot("caption", number, f"{name}标题", (_piece(block.caption, block.ordinal),), block.origin)
    if isinstance(block, Chart):
        for series in block.series:
            piece = _piece(tuple(_told(block.labels, series)))
            yield Spot("chart", number, name + _quoted(series.name), (piece,), block.origin)


def _told(labels: Sequence[str], series: Series) -> Iterator[Inline]:
    """Yield what a row of a chart shows, each figure behind its label."""
    known = [(label, value) for label, value in zip(labels, series.values, strict=True) if value is not None]
    for count, (label, value) in enumerate(known):
        yield Text(f"{'、' if count else ''}{label} ")
        yield value


def _table(number: int, table: Table, name: str) -> Iterator[Spot]:
    if table.caption:
        yield Spot("caption", number, f"{name}标题", (_piece(table.caption, table.ordinal),), table.origin)
    columns = columns_of(table)
    for count, row in enumerate(table.head, 1):
        pieces = tuple(_piece(cell.children) for cell in row)
        yield Spot("head", number, f"{name}表头第{count}行", pieces, table.origin, row=count)
    rows = (line for group in table.groups for line in slots(group, len(columns)))
    for count, line in enumerate(rows, 1):
        own = [slot for slot in line if slot.begun]
        pieces = tuple(_piece(slot.cell.children, column=columns[slot.column]) for slot in own)
        yield Spot("row", number, f"{name}第{count}行{_known_by(line)}", pieces, table.origin, count)
    for count, note in enumerate(table.notes, 1):
        yield Spot(
            "note", number, f"{name}注{count if len(table.notes) > 1 else ''}", (_piece(note.children),), note.origin
        )


def _known_by(line: Sequence[Slot]) -> str:
    """Return the first words of a row, by which a reader knows it, quoted; nothing of a row of figures alone."""
    texts = (text_of(slot.cell.children) for slot in line if slot.cell.role != "group")
    words = next((text for text in texts if text and not text[0].isdigit()), "")
    return _quoted(f"{words[:_OPENING]}{'…' if len(words) > _OPENING else ''}") if words else ""


def columns_of(table: Table) -> tuple[str, ...]:
    """Return the heading of each column: what stands above it in the head, from above to below."""
    heads: list[list[str]] = [[] for _ in table.columns]
    for slot in (slot for line in slots(table.head, len(heads)) for slot in line if slot.begun):
        for column in range(slot.column, min(slot.column + slot.cell.colspan, len(heads))):
            heads[column].append(text_of(slot.cell.children))
    return tuple("".join(words) for words in heads)


def _official(block: RedHead | Attachments | Signature | Imprint) -> Iterator[Piece]:
    """Yield what a part of a red-head document prints, a run of text each; empty ones left out."""
    match block:
        case RedHead():
            words = (
                block.serial,
                block.secrecy,
                block.urgency,
                *block.organs,
                block.suffix,
                block.number,
                *block.signers,
            )
            yield from (Piece(each) for each in words if each)
        case Attachments():
            yield from (_piece(name) for name in block.names)
        case Signature():
            yield from (Piece(each) for each in (*block.organs, block.date) if each)
        case Imprint():
            yield from (Piece(each) for each in (block.copies, block.printer, block.date) if each)


def _quoted(words: str) -> str:
    """Return words in quotes; those within are single ones (GB/T 15834)."""
    return f"“{words.translate(_WITHIN)}”"
