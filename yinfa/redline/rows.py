"""Rows of two tables matched by what they are, never by where they stand."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from yinfa.document.grid import Slot, slots
from yinfa.document.tree import Num, Table
from yinfa.document.walk import text_of
from yinfa.redline.aligning import rising
from yinfa.redline.tokens import text_in
from yinfa.redline.words import likeness
from yinfa.writers.docx.xml import Element, w_name

_RENAMED = 0.5  # how alike two names are at least, of rows whose figures stand in the same cells of the data
_REWORDED = 0.6  # how alike two rows are at least that have no figures


@dataclass(frozen=True, slots=True)
class Known:
    """What a row is known by: all its words, names from the strictest to the loosest, the cells of its figures."""

    words: tuple[str, ...]
    names: tuple[tuple[str, ...], ...]
    origins: frozenset[str] = frozenset()


def known_rows(grid: Element, table: Table | None) -> list[Known]:
    """Return what each row of a grid is known by; one that is of no tree is known by its words."""
    if table is None:
        lines = ([text_in(cell) for cell in row.iterfind(w_name("tc"))] for row in grid.iterfind(w_name("tr")))
        return [Known(tuple(words), (tuple(words),)) for words in lines]
    heads = [_head(line) for line in slots(table.head, len(table.columns))]
    groups = (slots(group, len(table.columns)) for group in table.groups)
    return [*heads, *(_row(line, table.keys) for group in groups for line in group)]


def _head(line: Sequence[Slot]) -> Known:
    words = tuple(text_of(slot.cell.children) for slot in line)
    return Known(words, (words, ("head",)))


def _row(line: Sequence[Slot], keys: int) -> Known:
    """Return what a row is known by: the key columns with its group's label and without, then its first words alone.

    Without keys it is the first two texts: a name, and what part of it or which measure the row is of.
    """
    words = tuple(text_of(slot.cell.children) for slot in line)
    told = [(slot, text) for slot, text in zip(line, words, strict=True) if _tells(text)]
    keyed = [(slot, text) for slot, text in told if slot.column < keys]
    own = [text for slot, text in keyed if slot.cell.role != "group"]
    first = [text for slot, text in told if slot.cell.role != "group"]
    names = (words, tuple(text for _, text in keyed), tuple(own), tuple(first[:2]), tuple(first[:1]))
    figures = (each for slot in line if slot.begun for each in slot.cell.children if isinstance(each, Num))
    return Known(words, names, frozenset(each.origin for each in figures if "!" in each.origin))


def _tells(text: str) -> bool:
    """Return whether a text tells rows apart: a mere count does not."""
    return bool(text) and not text.strip("（）()、.").isdigit()


def matched_rows(old: Sequence[Known], new: Sequence[Known]) -> list[tuple[int, int]]:
    """Return the rows that are the same, in one order: a row that has moved is not among them."""
    pairs: dict[int, int] = {}
    for level in range(max((len(each.names) for each in (*old, *new)), default=0)):
        _pair(pairs, _named(old, level), _named(new, level))
    _pair_alike(pairs, old, new, _is_renamed)
    _pair_alike(pairs, old, new, _is_reworded)
    return rising([*pairs.items()])


def _named(rows: Sequence[Known], level: int) -> list[Hashable]:
    return [(level, *each.names[level]) if any(each.names[level : level + 1]) else None for each in rows]


def _pair(pairs: dict[int, int], old: Sequence[Hashable], new: Sequence[Hashable]) -> None:
    """Pair the rows of one name that are not paired yet, several of one in their order; None is no name."""
    waiting: defaultdict[Hashable, list[int]] = defaultdict(list)
    taken = set(pairs.values())
    for j, name in enumerate(new):
        if j not in taken and name is not None:
            waiting[name].append(j)
    for i, name in enumerate(old):
        if i not in pairs and waiting[name]:
            pairs[i] = waiting[name].pop(0)


def _pair_alike(
    pairs: dict[int, int], old: Sequence[Known], new: Sequence[Known], same: Callable[[Known, Known], bool]
) -> None:
    taken = set(pairs.values())
    left = [i for i, _ in enumerate(old) if i not in pairs]
    for i in left:
        found = next((j for j, other in enumerate(new) if j not in taken and same(old[i], other)), None)
        if found is not None:
            pairs[i] = found
            taken.add(found)


def _is_renamed(one: Known, other: Known) -> bool:
    """Return whether the figures of two rows come from the same cells, under names that are alike."""
    return bool(one.origins) and one.origins == other.origins and _alike(one.names[-1], other.names[-1]) >= _RENAMED


def _is_reworded(one: Known, other: Known) -> bool:
    return not one.origins and not other.origins and _alike(one.words, other.words) >= _REWORDED


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    return likeness(Counter("".join(one)), Counter("".join(other)))
