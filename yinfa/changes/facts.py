"""Which facts of a plan changed: matched by what they are about, by its id or else by its name, never by position."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from yinfa.changes.pairing import in_order
from yinfa.changes.passages import passages_changed, passages_moved
from yinfa.changes.things import counterparts
from yinfa.derive.facts import Fact, Key, Thing
from yinfa.derive.facts.passages import PASSAGE

RANK = "次序"  # as which of its like a thing stands in its file, which nobody writes down
ORDINAL = ("序号", RANK)  # what says of a thing only where it stands among its like
NOTHING = "0"


@dataclass(frozen=True, slots=True)
class Change:
    """What changed: one fact, all facts of a thing that came or went, the order of some things, where passages stand.

    `old` and `new` are the facts on either side, none where it was not there before or is no more. `kind` says which
    of it: changed, added, removed, reordered, moved.
    """

    kind: str
    thing: Thing
    old: tuple[Fact, ...]
    new: tuple[Fact, ...]

    @property
    def derived(self) -> bool:
        """Return whether nobody entered it."""
        return all(each.derived for each in (*self.old, *self.new))

    @property
    def label(self) -> str:
        """Return how a drafter calls it."""
        if self.kind == "reordered":
            return f"{self.thing.kind}的{(self.new or self.old)[0].key.what[-1]}"
        if self.kind != "changed" and len(self.old + self.new) > 1:
            return self.thing.label
        return (self.new or self.old)[0].label

    @property
    def before(self) -> str:
        """Return what it was, in words."""
        return self._words(self.old)

    @property
    def after(self) -> str:
        """Return what it is now, in words."""
        return self._words(self.new)

    def _words(self, facts: tuple[Fact, ...]) -> str:
        if self.kind == "reordered":
            return "、".join(f"“{each.key.thing.name}”{each.value}" for each in facts)
        if self.kind == "moved":
            return f"{facts[0].value}{f'等{len(facts)}段' if len(facts) > 1 else ''}"
        if len(facts) > 1:
            return "；".join(f"{''.join(each.key.what)}：{each.value}" for each in facts)
        return facts[0].value if facts else ""

    @property
    def place(self) -> str:
        """Return where it stands now, or stood."""
        return (self.new or self.old)[0].place

    @property
    def old_place(self) -> str:
        """Return where it stood, nothing where it was not there."""
        return self.old[0].place if self.old else ""

    @property
    def cells(self) -> frozenset[str]:
        """Return all cells that it has, on either side."""
        return frozenset(cell for each in (*self.old, *self.new) for cell in each.cells)

    @property
    def reason(self) -> str:
        """Return what is noted beside it now."""
        return next((each.reason for each in self.new if each.reason), "")


Told = Mapping[Key, Fact]


def changes_of(old: Told, new: Told) -> tuple[Change, ...]:
    """Return what changed from one state of a plan to the other; what was entered comes first."""
    partner = counterparts(old, new)
    before = {partner.get(key, key): fact for key, fact in old.items() if key.thing.kind != PASSAGE}
    now = {key: fact for key, fact in new.items() if key.thing.kind != PASSAGE}
    keys = (*now, *(key for key in before if key not in now))
    pairs = [_Pair(key, before.get(key), now.get(key)) for key in keys]
    steady = set(_steady(pairs))
    different = [each for each in pairs if _differ(each.was, each.is_) and each.key not in steady]
    found = [*_gathered(different, {key.thing for key in before}, {key.thing for key in now})]
    found += [_of(was, are) for was, are in passages_changed(old, new)]
    found += [Change("moved", are[0].key.thing, was, are) for was, are in passages_moved(old, new)]
    return tuple(sorted(found, key=lambda each: each.derived))


@dataclass(frozen=True, slots=True)
class _Pair:
    """A fact on both sides, by the key that it has now, or had last."""

    key: Key
    was: Fact | None
    is_: Fact | None

    @property
    def before(self) -> tuple[Fact, ...]:
        return (self.was,) if self.was else ()

    @property
    def after(self) -> tuple[Fact, ...]:
        return (self.is_,) if self.is_ else ()

    @property
    def derived(self) -> bool:
        return all(each.derived for each in (*self.before, *self.after))

    @property
    def is_place(self) -> bool:
        """Return whether it says only where a thing stands among its like, on either side."""
        values = [each.value for each in (self.was, self.is_) if each]
        return self.key.what[-1] in ORDINAL and len(values) == 2 and all(each.isdecimal() for each in values)


def _steady(pairs: Iterable[_Pair]) -> Iterator[Key]:
    """Yield the ranks of the things that stand among the others as they did, though some came, went or moved."""
    lots: dict[tuple[str, tuple[str, ...]], list[_Pair]] = defaultdict(list)
    for each in pairs:
        if each.key.what == (RANK,) and each.is_place:
            lots[each.key.thing.kind, each.key.thing.id[:-1]].append(each)
    for lot in lots.values():
        ranks = sorted((int(each.is_.value), int(each.was.value), each.key) for each in lot if each.is_ and each.was)
        kept = in_order([was for _, was, _ in ranks])
        yield from (key for nth, (_, _, key) in enumerate(ranks) if nth in kept)


def _differ(was: Fact | None, is_: Fact | None) -> bool:
    """Return whether a fact changed; that there is none, and that a count is nought, is the same."""
    if was and is_:
        return was.value != is_.value
    lone = was or is_
    return lone is not None and not (lone.derived and lone.value.startswith(NOTHING))


def _gathered(pairs: Iterable[_Pair], before: set[Thing], now: set[Thing]) -> Iterator[Change]:
    """Yield the changes: all facts of a thing that came or went as one, and all that only moved of a kind as one."""
    lots: dict[tuple[str, Thing, bool], list[_Pair]] = {}
    for pair in pairs:
        thing = pair.key.thing
        kind = "added" if thing not in before else "removed" if thing not in now else "changed"
        if kind == "changed" and pair.is_place:
            kind, thing = "reordered", Thing(thing.kind, thing.id[:-1])
        lots.setdefault((kind, thing, pair.derived), []).append(pair)
    for (kind, thing, _), lot in lots.items():
        if kind == "changed":
            yield from (_of(each.before, each.after) for each in lot)
        else:
            was, are = (fact for each in lot for fact in each.before), (fact for each in lot for fact in each.after)
            yield Change(kind, thing, tuple(was), tuple(are))


def _of(was: tuple[Fact, ...], are: tuple[Fact, ...]) -> Change:
    kind = "changed" if was and are else "added" if are else "removed"
    return Change(kind, (are or was)[0].key.thing, was, are)
