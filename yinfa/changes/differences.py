"""What is printed otherwise than before in a paper: passage by passage, and in tables row by row, cell by cell."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from yinfa.changes.elements import Column, Element, Field, Line, Marked, Placed, elements_of
from yinfa.changes.pairing import ALIKE, in_order, likeness_of, paired
from yinfa.changes.side import Sheet
from yinfa.document.inlines import Num
from yinfa.document.spots import Spot

How = Literal["changed", "added", "removed", "moved", "renumbered", "form"]
ORDINALS = ("序号",)  # columns that only say where a row stands
_NOTED = re.compile("[①-⑳]")  # by which a cell refers to a note
_TABLE = re.compile("^.*?(?=第[0-9]+行)")  # which table a row is of
PAGE_HEAD = "每页页眉"
_TABLES = ("table", "chart")


@dataclass(frozen=True, slots=True)
class Found:
    """One side of a difference: the spot, its page (None of a workbook), what it says there, and its figures.

    `beside` are the words of the whole row, `known` those by which it is known; `where` is how a reader finds it.
    """

    spot: Spot
    page: int | None
    text: str
    figures: tuple[Marked, ...]
    beside: str
    where: str
    known: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """A place that prints otherwise than before: what stood there (None: nothing), what stands there now, and how.

    `column` is the heading of the column, or the name of the series of a chart; `count` how many rows it is true of.
    """

    how: How
    old: Found | None
    new: Found | None
    column: str = ""
    count: int = 1

    @property
    def either(self) -> Found:
        """Return the place as it is now, or was."""
        found = self.new or self.old
        assert found is not None  # noqa: S101  one of the two is there
        return found

    @property
    def place(self) -> str:
        """Return how a reader finds it."""
        return f"{self.either.where}{f'“{self.column}”' if self.column else ''}"


def differences_of(old: Sheet, new: Sheet) -> tuple[Difference, ...]:
    """Return what a paper prints otherwise than before, in its order."""
    was, are = elements_of(old), elements_of(new)
    pairs = paired(was, are, _key, _likeness)
    kept = in_order([i for i, k in pairs if i is not None and k is not None])
    both, found = -1, list(_page_heads(old, new))
    for i, k in pairs:
        if i is None or k is None:
            found += _alone(None if i is None else was[i], None if k is None else are[k])
        else:
            both += 1
            found += _both(was[i], are[k], moved=both not in kept)
    return tuple(found)


def _page_heads(old: Sheet, new: Sheet) -> Iterator[Difference]:
    """Yield what is printed at the head of every page, if that is another one."""
    was, is_ = (
        Found(Spot("official", -1, PAGE_HEAD, ()), sheet.first, sheet.document.mark, (), "", PAGE_HEAD)
        if sheet.document.mark
        else None
        for sheet in (old, new)
    )
    if old.document.mark != new.document.mark:
        yield Difference("changed" if was and is_ else "added" if is_ else "removed", was, is_)


def _key(element: Element) -> tuple[str, str]:
    return element.kind, element.words


def _likeness(one: Element, other: Element) -> float:
    if one.kind != other.kind:
        return 0.0
    if one.kind in ("head", *_TABLES):  # in a gap of the same make, a table is the one that stands there
        return max(likeness_of(one.words, other.words), 0.5)
    same_place = one.spot.origin and one.spot.origin == other.spot.origin
    return max(likeness_of(one.words, other.words), 0.5 if same_place or one.kind == "official" else 0.0)


def _alone(old: Element | None, new: Element | None) -> Iterator[Difference]:
    element = old or new
    assert element is not None  # noqa: S101  one of the two is there
    how: How = "removed" if old else "added"
    for placed in (line.placed for line in element.lines) if element.lines else (element.placed,):
        found = _whole(placed)
        yield Difference(how, found if old else None, None if old else found)


def _whole(placed: Placed) -> Found:
    spot, page = placed
    marked = (*spot.figures, *(word for piece in spot.pieces for word in piece.words))
    return Found(spot, page, spot.text, marked, spot.text, spot.place)


def _both(old: Element, new: Element, *, moved: bool) -> Iterator[Difference]:
    if old.lines or new.lines:
        yield from _grid(old, new)
    elif old.spot.text != new.spot.text:
        how: How = "renumbered" if old.words == new.words else "changed"
        yield Difference(how, _whole(old.placed), _whole(new.placed))
    elif moved:
        yield Difference("moved", _whole(old.placed), _whole(new.placed))


def _grid(old: Element, new: Element) -> Iterator[Difference]:
    was, are = tuple(_renamed(old.lines, new.lines)), new.lines
    pairs = paired(was, are, lambda line: line.key, _alike)
    kept = in_order([i for i, k in pairs if i is not None and k is not None])
    both, shifted, seen = -1, list[Difference](), set[tuple[Column, str, str]]()
    for i, k in pairs:
        if i is not None and k is not None:
            both += 1
            is_moved = both not in kept
            for column, each in _fields(was[i], are[k], seen):
                if column in ORDINALS and not is_moved:
                    shifted.append(each)
                elif column not in ORDINALS:
                    yield each
            if is_moved:
                yield Difference("moved", _line(was[i]), _line(are[k]))
        elif i is not None:
            yield Difference("removed", _line(was[i]), None)
        elif k is not None:
            yield Difference("added", None, _line(are[k]))
    yield from _shifted(shifted)


def _renamed(old: Sequence[Line], new: Sequence[Line]) -> Iterator[Line]:
    """Yield the old rows with their columns called as they are now, where a column has another heading."""
    before, now = ([*dict.fromkeys(column for line in lines for column in line.fields)] for lines in (old, new))
    pairs = paired(before, now, lambda column: column, lambda one, other: likeness_of(one[0], other[0]))
    names = {before[i]: now[k] for i, k in pairs if i is not None and k is not None}
    for line in old:
        yield replace(line, fields={names.get(column, column): each for column, each in line.fields.items()})


def _alike(one: Line, other: Line) -> float:
    """Return how alike two rows of different names are: one that was renamed keeps most of its figures.

    Those with the same figures of the same columns are one, whatever it is called; neighbours of like names are two.
    """
    alike = max(likeness_of(" ".join(one.key), " ".join(other.key)), likeness_of(one.text, other.text))
    return alike if _same_figures(one, other) >= ALIKE else 0.0


def _same_figures(one: Line, other: Line) -> float:
    """Return the share of the columns with figures, in either row, in which both have the same; 1 without figures."""
    columns = [column for column in one.fields if column[0] not in ORDINALS]
    pairs = [(one.fields[each], other.fields[each]) for each in columns if each in other.fields]
    told = [(a.text, b.text) for a, b in pairs if any(isinstance(each, Num) for each in (*a.figures, *b.figures))]
    return sum(a == b for a, b in told) / len(told) if told else 1.0


def _line(line: Line) -> Found:
    spot, page = line.placed
    text = "；".join(each.text for each in line.fields.values() if each.begun and each.text)
    return Found(spot, page, text, line.figures, line.text, line.where)


def _fields(old: Line, new: Line, seen: set[tuple[Column, str, str]]) -> Iterator[tuple[str, Difference]]:
    """Yield the cells that say something else; what reaches over several rows is told once."""
    for column in dict.fromkeys((*new.fields, *old.fields)):
        was, is_ = old.fields.get(column), new.fields.get(column)
        before, after = was.text if was else "", is_.text if is_ else ""
        if before == after:
            continue
        begun = any(each.begun for each in (was, is_) if each)
        if not begun and (column, before, after) in seen:
            continue
        seen.add((column, before, after))
        how: How = "renumbered" if before and _NOTED.sub("", before) == _NOTED.sub("", after) else "changed"
        yield column[0], Difference(how, _cell(old, was), _cell(new, is_), column[0])


def _cell(line: Line, field: Field | None) -> Found:
    spot, page = line.placed
    text, figures = (field.text, field.figures) if field else ("", ())
    return Found(spot, page, text, figures, f"{line.text} {line.where}", line.where, " ".join(line.key))


def _shifted(differences: Sequence[Difference]) -> Iterator[Difference]:
    """Yield one difference for all rows that only bear another number now."""
    if differences:
        first = differences[0]
        old, new = (
            [found for found in side if found] for side in zip(*((d.old, d.new) for d in differences), strict=True)
        )
        yield Difference("renumbered", _span(old), _span(new), first.column, len(differences))


def _span(rows: Sequence[Found]) -> Found:
    """Return some rows as one place, from the first to the last."""
    first, last = rows[0], rows[-1]
    beside = " ".join(each.beside for each in rows)
    text = first.text if first.text == last.text else f"{first.text}—{last.text}"
    where = first.where if first is last else f"{first.where}至{_TABLE.sub('', last.where)}"
    figures = tuple(figure for each in rows for figure in each.figures)
    return Found(first.spot, first.page, text, figures, beside, where)
