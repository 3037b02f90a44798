"""Which changes that somebody made a derived change follows from."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from yinfa.changes.facts import Change

# What moves a count of an evaluation that rests on all its results: the verdicts, unless it is one of these.
_MOVERS = {
    "有可比数据": "比上年",
    "好于上年": "比上年",
    "差于上年": "比上年",
    "与上年持平": "比上年",
    "无可比数据": "比上年",
    "完成率最高": "完成率",
    "完成率最低": "完成率",
    "没有完成率": "完成率",
}
_COUNTS, _VERDICT = "评估", "评价"


class Roots:
    """The changes of a plan, asked which of them follow from which."""

    def __init__(self, changes: Sequence[Change]) -> None:
        self.entered = tuple(each for each in changes if not each.derived)
        self.derived = tuple(each for each in changes if each.derived)

    def behind(self, derived: Change) -> tuple[Change, ...]:
        """Return the entered changes that a derived one follows from."""
        return self._behind[id(derived)]

    def following(self, entered: Change) -> tuple[Change, ...]:
        """Return the derived changes that follow from an entered one."""
        return tuple(self._following[id(entered)])

    @cached_property
    def _following(self) -> dict[int, list[Change]]:
        found: dict[int, list[Change]] = defaultdict(list)
        for derived in self.derived:
            for entered in self.behind(derived):
                found[id(entered)].append(derived)
        return found

    @cached_property
    def _behind(self) -> dict[int, tuple[Change, ...]]:
        return {id(each): tuple(self._touching(each.cells & self._moving(each) or each.cells)) for each in self.derived}

    def _touching(self, cells: frozenset[str]) -> Iterator[Change]:
        touched = {id(each) for cell in cells for each in self._by_cell.get(cell, ())}
        yield from (each for each in self.entered if id(each) in touched)

    @cached_property
    def _by_cell(self) -> dict[str, list[Change]]:
        found: dict[str, list[Change]] = defaultdict(list)
        for change in self.entered:
            for cell in change.cells if change.kind != "reordered" else ():
                found[cell].append(change)
        return found

    def _moving(self, derived: Change) -> frozenset[str]:
        """Return the cells by which a count can have changed: those of the verdicts that did; all of any other fact."""
        if derived.thing.kind != _COUNTS:
            return derived.cells
        what = (derived.new or derived.old)[0].key.what[-1]
        return self._movers.get(_MOVERS.get(what, _VERDICT), frozenset())

    @cached_property
    def _movers(self) -> dict[str, frozenset[str]]:
        """Return the cells of the derived facts that changed, verdict by verdict, by what they say."""
        found: dict[str, set[str]] = defaultdict(set)
        for change in self.derived:
            for fact in (*change.old, *change.new) if change.thing.kind != _COUNTS else ():
                said = fact.key.what[-1]
                found[_VERDICT if said.endswith(_VERDICT) else said].update(fact.cells)
        return {said: frozenset(cells) for said, cells in found.items()}
