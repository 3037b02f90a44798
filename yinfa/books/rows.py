"""The rows of a sheet part with cells put into them: the splices that do it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from yinfa.books.entries import Entry
from yinfa.books.grounds import Target
from yinfa.books.part import Element, Splice, ascii_of, attribute
from yinfa.sources.a1 import place, reference
from yinfa.sources.cells import EPOCH_1900

Cells = Mapping[int, Entry]  # by column
# What a new row has of the one above: its height and its looks, not that it is hidden.
LOOKS = ("s", "customFormat", "ht", "customHeight")
_LIKE_AN_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a sheet and their cells, as they stand in its part."""

    target: Target
    epoch: date = EPOCH_1900

    def put(self, rows: Mapping[int, Cells], model: int) -> Iterator[Splice]:
        """Yield the splices that put cells into rows; what is new looks as in the row `model` (0 for none)."""
        standing = {int(each.attributes["r"]): each for each in self.target.of("row")}
        fresh: dict[int, list[bytes]] = {}
        for number, cells in sorted(rows.items()):
            if row := standing.get(number):
                yield from self._into(row, number, cells, model)
            else:
                after = [each.start for other, each in standing.items() if other > number]
                fresh.setdefault(min(after, default=-1), []).append(self._row(number, cells, model, standing))
        for where, made in fresh.items():
            yield self._between(where, b"".join(made))

    @property
    def _data(self) -> Element:
        return self.target.of("sheetData")[0]

    def _prefix(self) -> bytes:
        tag = self.target.part[self._data.start + 1 : self._data.inside]
        return tag.partition(b"sheetData")[0]

    def _between(self, where: int, made: bytes) -> Splice:
        """Return the splice that puts rows before the one that begins at `where`, -1 for behind all of them."""
        if where >= 0:
            return Splice(where, where, made)
        if not self._data.is_bare:
            return Splice(self._data.close, self._data.close, made)
        return self._filled(self._data, b"sheetData", made)

    def _filled(self, bare: Element, name: bytes, made: bytes) -> Splice:
        """Return the splice that puts something into an element written `<c/>`."""
        slash = self.target.part.rindex(b"/", bare.start, bare.inside)
        return Splice(slash, bare.end, b">" + made + b"</" + self._prefix() + name + b">")

    def _cells(self, number: int) -> dict[int, Element]:
        """Return the cells of a row by column."""
        found = (each for each in self.target.of("c") if place(each.attributes["r"])[0] == number)
        return {place(each.attributes["r"])[1]: each for each in found}

    def _into(self, row: Element, number: int, cells: Cells, model: int) -> Iterator[Splice]:
        """Yield the splices that put cells into a row that is there."""
        standing, looks = self._cells(number), self._styles(model)
        fresh: dict[int, bytes] = {}
        for column, value in sorted(cells.items()):
            if there := standing.get(column):
                yield Splice(there.start, there.end, self._cell(number, column, value, there.attributes.get("s")))
            else:
                after = [each.start for other, each in standing.items() if other > column]
                made = self._cell(number, column, value, looks.get(column))
                where = min(after, default=row.close)
                fresh[where] = fresh.get(where, b"") + made
        if row.is_bare and fresh:
            yield self._filled(row, b"row", b"".join(fresh.values()))
        else:
            yield from (Splice(where, where, made) for where, made in fresh.items())
        if fresh and not row.is_bare:
            yield from attribute(self.target.part, row, "spans", lambda spans: _wider(spans, cells))

    def _styles(self, number: int) -> dict[int, str]:
        return {column: each.attributes["s"] for column, each in self._cells(number).items() if "s" in each.attributes}

    def _row(self, number: int, cells: Cells, model: int, standing: Mapping[int, Element]) -> bytes:
        """Return a new row."""
        looks, above = self._styles(model), standing.get(model)
        kept = "".join(f' {name}="{above.attributes[name]}"' for name in LOOKS if above and name in above.attributes)
        made = (self._cell(number, column, cells.get(column), looks.get(column)) for column in sorted({*looks, *cells}))
        prefix = self._prefix()
        return b"".join((b"<", prefix, b"row", f' r="{number}"{kept}>'.encode(), *made, b"</", prefix, b"row>"))

    def _cell(self, row: int, column: int, value: Entry, style: str | None) -> bytes:
        """Return a cell: a text within it, for which no other part need be changed."""
        prefix, looks = self._prefix().decode(), f' s="{style}"' if style else ""
        head = f'<{prefix}c r="{reference(row, column)}"{looks}'.encode()
        match value:
            case None | "":
                return head + b"/>"
            case str(text):
                spaced = f' t="inlineStr"><{prefix}is><{prefix}t xml:space="preserve">'.encode()
                return head + spaced + ascii_of(escaped(text)) + f"</{prefix}t></{prefix}is></{prefix}c>".encode()
            case date():
                number = Decimal((value - self.epoch).days)
            case _:
                number = Decimal(value)
        return head + f"><{prefix}v>{number:f}</{prefix}v></{prefix}c>".encode()


def escaped(text: str) -> str:
    """Return a text with what a workbook would take for an escape (`_x0041_`) escaped."""
    return _LIKE_AN_ESCAPE.sub("_x005F_", text)


def _wider(spans: str, cells: Cells) -> str:
    """Return the columns that a row says it spans, with those of its new cells."""
    if " " in spans.strip():
        return spans
    first, _, last = spans.partition(":")
    return f"{min(int(first), *cells)}:{max(int(last), *cells)}"
