"""What a paper is made of when it is compared: passages one after the other, and grids (tables, charts) of lines."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from yinfa.changes.side import Sheet
from yinfa.document.charts import Chart
from yinfa.document.grid import Slot, slots
from yinfa.document.inlines import Day, Inlines, Num, Ref, Text
from yinfa.document.spots import Spot, columns_of
from yinfa.document.tree import Block, Heading, Paragraph, Table
from yinfa.document.walk import blocks_of, text_of

_ORDINAL = re.compile(
    r"^[①-⑳]|^(?:专栏|表|图|附件)[0-9]*|^——|^[0-9]+\.|^（[一二三四五六七八九十0-9]+）|^[一二三四五六七八九十]+、"
)
_KEYS = ("名称", "任务", "内容", "责任单位")  # how the heading of a column ends by which its rows are known
Placed = tuple[Spot, int | None]  # a spot and its page
Marked = Num | Text | Day  # what knows where in the data it comes from
Column = tuple[str, int]  # the heading of a column, and which of those that have it


@dataclass(frozen=True, slots=True)
class Field:
    """What stands in a cell of a line; `begun` in the first of the lines that the cell reaches over."""

    text: str
    figures: tuple[Marked, ...]
    begun: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table, or what a chart shows over one label: `key` are the words by which it is known.

    `where` is how a reader finds it.
    """

    placed: Placed
    key: tuple[str, ...]
    fields: dict[Column, Field]
    where: str

    @property
    def text(self) -> str:
        """Return all that it says, cells that reach into it from above among them."""
        return " ".join(each.text for each in self.fields.values() if each.text)

    @property
    def figures(self) -> tuple[Marked, ...]:
        """Return its figures."""
        return tuple(figure for each in self.fields.values() for figure in each.figures)


@dataclass(frozen=True, slots=True)
class Element:
    """A passage, or a grid with its `lines`: `words` are what it says without its ordinal and without references."""

    kind: str
    words: str
    placed: Placed
    lines: tuple[Line, ...] = ()

    @property
    def spot(self) -> Spot:
        """Return the spot that it is, or that it begins with."""
        return self.placed[0]


def elements_of(sheet: Sheet) -> tuple[Element, ...]:
    """Return what a paper is made of, in reading order; each spot of it is in one of them."""
    blocks = tuple(blocks_of(sheet.document))
    runs = groupby(sheet.placed, key=lambda placed: placed[0].block)
    return tuple(each for number, run in runs for each in _elements(blocks[number], tuple(run)))


def _elements(block: Block, spots: tuple[Placed, ...]) -> Iterator[Element]:
    if isinstance(block, Table):
        yield from (_passage(block, each) for each in spots if each[0].kind in ("caption", "head"))
        rows = tuple(each for each in spots if each[0].kind == "row")
        if rows:
            yield Element("table", _named(block, spots), rows[0], tuple(_lines(block, rows)))
        yield from (_passage(block, each) for each in spots if each[0].kind == "note")
    elif isinstance(block, Chart):
        yield from (_passage(block, each) for each in spots if each[0].kind != "chart")
        drawn = tuple(each for each in spots if each[0].kind == "chart")
        if drawn:
            yield Element("chart", text_of(block.caption), drawn[0], tuple(_bars(block, drawn)))
    else:
        yield from (_passage(block, each) for each in spots)


def _passage(block: Block, placed: Placed) -> Element:
    return Element(placed[0].kind, _words(block, placed[0]), placed)


def _words(block: Block, spot: Spot) -> str:
    """Return what a spot says, without what only numbers it or refers to such a number."""
    if isinstance(block, Heading | Paragraph):
        return "".join(f"〔{each.target}〕" if isinstance(each, Ref) else text_of((each,)) for each in block.children)
    return _ORDINAL.sub("", spot.text) if spot.kind in ("item", "caption", "note") else spot.text


def _named(table: Table, spots: tuple[Placed, ...]) -> str:
    heads = (spot.text for spot, _ in spots if spot.kind == "head")
    return f"{text_of(table.caption)}|{'|'.join(heads)}"


def _lines(table: Table, rows: tuple[Placed, ...]) -> Iterator[Line]:
    columns = _counted(columns_of(table))
    lines = (line for group in table.groups for line in slots(group, len(columns)))
    for placed, line in zip(rows, lines, strict=True):
        fields = {columns[slot.column]: _field(slot) for slot in line}
        yield Line(placed, _key(fields), fields, placed[0].place)


def _field(slot: Slot) -> Field:
    figures = marked_in(slot.cell.children)
    return Field(text_of(slot.cell.children), figures, slot.begun)


def marked_in(children: Inlines) -> tuple[Marked, ...]:
    """Return the figures, and the words that know where they come from."""
    return tuple(each for each in children if isinstance(each, Num) or (isinstance(each, Text | Day) and each.origin))


def _counted(names: Iterable[str]) -> list[Column]:
    seen: dict[str, int] = {}
    found: list[Column] = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        found.append((name, seen[name]))
    return found


def _key(fields: dict[Column, Field]) -> tuple[str, ...]:
    """Return the words by which a row is known: what stands in its name columns, else its first words."""
    named = tuple(each.text for (name, _), each in fields.items() if name.endswith(_KEYS) and each.text)
    words = (each.text for each in fields.values() if each.text and not each.text[0].isdigit())
    return named or tuple(words)[:1]


def _chart_name(chart: Chart, spots: tuple[Placed, ...]) -> str:
    """Return how a chart is cited, without the series with which its first spot is."""
    return spots[0][0].place.removesuffix(f"“{chart.series[0].name}”")


def _bars(chart: Chart, spots: tuple[Placed, ...]) -> Iterator[Line]:
    """Yield what a chart shows, label by label: a field for each series."""
    columns = _counted(series.name for series in chart.series)
    for place, label in enumerate(chart.labels):
        values = [series.values[place] for series in chart.series]
        fields = {
            column: Field(value.text, (value,))
            for column, value in zip(columns, values, strict=True)
            if value is not None
        }
        shown = next((number for number, value in enumerate(values) if value is not None), 0)
        yield Line(spots[shown], (label,), fields, f"{_chart_name(chart, spots)}“{label}”")
