"""What a fact is, and what collects facts: each is kept, be there two of one name."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from yinfa.diagnostics import Origin
from yinfa.sources.spans import cells_of
from yinfa.sources.text import Text

_INNER = str.maketrans("“”", "‘’")


@dataclass(frozen=True, slots=True)
class Thing:
    """What facts are about: its `kind` (指标, 项目 …) and the id by which it is known in its plan.

    `name` is how a drafter calls it, `of` that of which period it is, where others bear its name; they are no part of
    what it is.
    """

    kind: str
    id: tuple[str, ...]
    name: str = field(default="", compare=False)
    of: str = field(default="", compare=False)

    @property
    def label(self) -> str:
        """Return how a drafter calls it: 2012年指标“绿色建筑面积”; quotes in the name become single (GB/T 15834)."""
        return f"{self.of}{self.kind}{f'“{self.name.translate(_INNER)}”' if self.name else ''}"


@dataclass(frozen=True, slots=True)
class Key:
    """What a fact is: what it is about, and what it says of that, such as (2022年, 完成值)."""

    thing: Thing
    what: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact: its value as it is printed, and its cells (`book!sheet!E2`, `file:line:column`).

    One that was entered has one cell, one that is `derived` all those that it follows from. `reason` is what is noted
    beside it: 备注 of its row, the document by which a target was changed.
    """

    key: Key
    value: str
    cells: tuple[str, ...]
    derived: bool = False
    reason: str = ""

    @property
    def label(self) -> str:
        """Return how a drafter calls it: 指标“制定标准”2022年完成值."""
        return f"{self.key.thing.label}{''.join(self.key.what)}"

    @property
    def place(self) -> str:
        """Return where it stands, as figures in papers have it: a span where it follows from several cells."""
        return cells_of(origin for cell in self.cells if (origin := Origin.parse(cell)))


def day_words(day: str) -> str:
    """Return a day or a month, 2013-05-09, as papers print it: 2013年5月9日."""
    return "".join(f"{int(part)}{unit}" for part, unit in zip(day.split("-"), "年月日", strict=False))


class Facts:
    """Collects facts; `shown` is the plan's folder, as places name it."""

    def __init__(self, shown: str) -> None:
        self.told: dict[Key, Fact] = {}
        self.shown = shown

    def put(self, thing: Thing, what: str | tuple[str, ...], value: object, *cells: object, reason: str = "") -> None:
        """Write down a fact that was entered; a blank one is none. A text knows its cell, unless one is given."""
        places = cells or ((value.origin,) if isinstance(value, Text) else ())
        self._take(thing, what, value, tuple(map(str, places)), reason, derived=False)

    def derive(self, thing: Thing, what: str | tuple[str, ...], value: object, cells: Iterable[object]) -> None:
        """Write down a fact that follows from some cells."""
        known = tuple(dict.fromkeys(cell for cell in map(str, cells) if cell))
        self._take(thing, what, value, known, "", derived=True)

    def texts(self, thing: Thing, *pairs: tuple[str | tuple[str, ...], Text | None], reason: str = "") -> None:
        """Write down texts that know their places."""
        for what, text in pairs:
            if text:
                self.put(thing, what, text, reason=reason)

    def names(self, thing: Thing, what: str | tuple[str, ...], names: Iterable[Text], reason: str = "") -> None:
        """Write down a list of names as one fact, at the place of the first."""
        listed = tuple(names)
        if listed:
            self.put(thing, what, "、".join(listed), listed[0].origin, reason=reason)

    def _take(
        self,
        thing: Thing,
        what: str | tuple[str, ...],
        value: object,
        cells: tuple[str, ...],
        reason: str,
        *,
        derived: bool,
    ) -> None:
        words = (what,) if isinstance(what, str) else what
        if str(value) == "":
            return
        key, count = Key(thing, words), 1
        while key in self.told:  # two of one name are two facts
            count += 1
            key = Key(thing, (*words, f"（第{count}处）"))
        self.told[key] = Fact(key, str(value), cells, derived, reason)
