"""Which changed facts are behind a difference: by the cells of its figures, else by the words that changed.

First what the place prints itself: a fact whose cell one of the figures comes from that are not what they were, a text
whose old words went and whose new ones came. Then what such a fact follows from. Nothing is guessed from likeness: a
difference for which no ground is found is left without a cause, and told as such.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from yinfa.changes.differences import Difference, Found
from yinfa.changes.elements import Marked
from yinfa.changes.facts import Change
from yinfa.changes.roots import Roots
from yinfa.changes.wording import NAMED, may_tell_alone, moves, words_tell
from yinfa.derive.facts import Fact
from yinfa.derive.facts.passages import PASSAGE
from yinfa.sources.spans import cells_in

_PLAIN = re.compile("[“”]|^[0-9]{4}年$|指标(?=完成率)|(指标|任务|项目|意见|牵头任务|配合任务)数$|^参评$|合计$|要求$")
_COUNT = re.compile(r"([0-9]+)[项个条]")
_COUNTED = ("评估", "指标体系", "任务进展", "单位任务进展", "任务汇总", "单位分工", "意见汇总")


@dataclass(frozen=True, slots=True)
class Grounds:
    """What is behind a difference: the changes that the place prints itself, and those entered that it is due to."""

    direct: tuple[Change, ...]
    roots: tuple[Change, ...]

    @property
    def all(self) -> tuple[Change, ...]:
        """Return both, each once."""
        return tuple(dict.fromkeys((*self.direct, *self.roots)))


class Causes:
    """The changes of a plan, asked place by place; with `alone`, what changed of a lone thing is behind all of them.

    That is so where both sides were made by the same program: then nothing else can be.
    """

    def __init__(self, changes: Sequence[Change], roots: Roots, *, alone: bool) -> None:
        self._changes = changes
        self._roots = roots
        self._alone = alone

    def of(self, difference: Difference, paper: str) -> "Grounds":
        """Return the changes behind a difference in the paper of that title."""
        direct = tuple(each for each in self._near(difference) if self._prints(difference, each))
        roots = dict.fromkeys(each for each in direct if not each.derived)
        roots |= dict.fromkeys(root for each in direct if each.derived for root in self._roots.behind(each))
        if not roots:
            roots = dict.fromkeys(each for each in self._roots.entered if moves(difference, paper, each))
        return Grounds(direct, tuple(roots) or (self._lone() if self._alone else ()))

    def _near(self, difference: Difference) -> Iterator[Change]:
        """Yield the changes that a place may print, without looking closely: few of many facts are of one row."""
        sides = [each for each in (difference.old, difference.new) if each]
        words = " ".join((difference.column, *(f"{each.text} {each.beside} {each.where}" for each in sides)))
        cells = {cell for each in sides for figure in each.figures for cell in cells_in(figure.origin)}
        cells |= {each.spot.origin for each in sides}
        for change, own, name in self._hints:
            if not name or name in words or not own.isdisjoint(cells):
                yield change

    @cached_property
    def _hints(self) -> list[tuple[Change, frozenset[str], str]]:
        """Return each change with its cells, and with the name by which alone a place can be known to print it."""
        return [(each, each.cells, each.thing.name if _is_of_one(each) else "") for each in self._changes]

    def _lone(self) -> tuple[Change, ...]:
        """Return all changes that were made, where they are those of one thing, or of the prose of one file."""
        makers = tuple(each for each in self._roots.entered if each.kind != "reordered") or self._roots.entered
        about = {each.thing.id[:1] if each.thing.kind == PASSAGE else each.thing for each in makers}
        return makers if len(about) == 1 else ()

    def _prints(self, difference: Difference, change: Change) -> bool:
        if change.kind == "reordered":
            return words_tell(difference, change)
        return _figures_tell(difference, change) or words_tell(difference, change)


def _is_of_one(change: Change) -> bool:
    """Return whether a place that prints a change names what it is of, if no cell of it."""
    short = change.derived or not may_tell_alone(change)
    return change.kind == "changed" and change.thing.kind in ("指标", "项目", "任务", "意见") and short


def _figures_tell(difference: Difference, change: Change) -> bool:
    """Return whether a figure that is not what it was comes from the cell of the change, or is its count."""
    old, new = _only_in(difference.old, difference.new), _only_in(difference.new, difference.old)
    if any(_is_of(each, change.old) for each in old) or any(_is_of(each, change.new) for each in new):
        return True
    return bool(old or new) and change.derived and _counts(change, old, new) and _is_about(difference, change)


def _only_in(found: Found | None, other: Found | None) -> list[Marked]:
    """Return the figures, and the words that know their place, of one side that the other does not print there."""
    own = list(found.figures) if found else []
    texts = [each.text for each in other.figures] if other else []
    if len(own) == len(texts):  # one by one: two counts may have changed places
        return [each for each, text in zip(own, texts, strict=True) if each.text != text]
    steps = SequenceMatcher(None, [each.text for each in own], texts, autojunk=False).get_opcodes()
    return [each for tag, i, j, _, _ in steps if tag != "equal" for each in own[i:j]]


def _is_of(figure: Marked, facts: Sequence[Fact]) -> bool:
    """Return whether a figure is made of a fact: of its only cell, or of the very cells that a derived one is of."""
    if not figure.origin:
        return False
    cells = cells_in(figure.origin)
    return any(cells & set(fact.cells) and (not fact.derived or _is_told(fact, figure)) for fact in facts)


def _is_told(fact: Fact, figure: Marked) -> bool:
    """Return whether a figure is the value of a derived fact; what merely counts is known by more than its number."""
    return fact.key.thing.kind not in _COUNTED and says(fact.value, figure.text)


def says(value: str, text: str) -> bool:
    """Return whether one of two figures is the other, be it with its measure or its sign: no other number."""
    short, long = sorted((value, text), key=len)
    return bool(short) and re.search(rf"(?<![0-9.]){re.escape(short)}(?![0-9.])", long) is not None


def _counts(change: Change, old: Sequence[Marked], new: Sequence[Marked]) -> bool:
    """Return whether figures went from what a derived fact was to what it is."""
    return _is_among(change.before, old, change.old) and _is_among(change.after, new, change.new)


def _is_among(value: str, figures: Sequence[Marked], facts: Sequence[Fact]) -> bool:
    bare = _COUNT.fullmatch(value)
    texts = {value, bare[1]} if bare else {value}
    if not facts or (bare and bare[1] == "0" and not figures):  # of nought things nothing may be printed
        return True
    cells = {cell for fact in facts for cell in fact.cells}
    return any(each.text in texts and (not each.origin or cells & cells_in(each.origin)) for each in figures)


def _is_about(difference: Difference, change: Change) -> bool:
    """Return whether the words that say what a derived count is of stand by it: a verdict, a group, a unit."""
    sides = [each for each in (difference.old, difference.new) if each]
    is_cell = difference.either.spot.kind in ("row", "chart")
    beside = " ".join(
        (difference.column, *(f"{each.known if is_cell else each.beside} {each.where}" for each in sides))
    )
    what = (change.new or change.old)[0].key.what
    words = [_PLAIN.sub("", each) for each in what] + [change.thing.name if change.thing.kind in NAMED else ""]
    if is_cell and change.thing.kind not in NAMED and not what[0].startswith("“") and "合计" not in beside:
        return False  # it counts all, and here is told of some
    return all(each in beside for each in words)
