"""Which passages of prose changed or moved: by their words and order, so that one more shifts none of the others."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import groupby

from yinfa.changes.pairing import in_order, likeness_of, paired
from yinfa.derive.facts import Fact, Key
from yinfa.derive.facts.passages import PASSAGE

Facts = tuple[Fact, ...]


def passages_changed(old: Mapping[Key, Fact], new: Mapping[Key, Fact]) -> Iterator[tuple[Facts, Facts]]:
    """Yield what each passage said and says that is not what it was; nothing on the side where it is not."""
    for was, are, pairs in _paired(old, new):
        for i, k in pairs:
            if i is None or k is None or was[i].value != are[k].value:
                yield () if i is None else (was[i],), () if k is None else (are[k],)


def passages_moved(old: Mapping[Key, Fact], new: Mapping[Key, Fact]) -> Iterator[tuple[Facts, Facts]]:
    """Yield the passages that say what they said at another place; those that went there together as one."""
    for was, are, pairs in _paired(old, new):
        both = [(i, k) for i, k in pairs if i is not None and k is not None]
        kept = in_order([i for i, _ in both])
        moved = [pair for nth, pair in enumerate(both) if nth not in kept and was[pair[0]].value == are[pair[1]].value]
        for _, run in groupby(moved, key=lambda pair: pair[1] - pair[0]):
            together = tuple(run)
            yield tuple(was[i] for i, _ in together), tuple(are[k] for _, k in together)


def _paired(
    old: Mapping[Key, Fact], new: Mapping[Key, Fact]
) -> Iterator[tuple[list[Fact], list[Fact], list[tuple[int | None, int | None]]]]:
    """Yield the passages of each file on either side, and which are one."""
    before, now = _by_file(old), _by_file(new)
    for file in dict.fromkeys((*now, *before)):
        was, are = before[file], now[file]
        yield was, are, paired(was, are, _key, _likeness)


def _by_file(facts: Mapping[Key, Fact]) -> defaultdict[str, list[Fact]]:
    found: defaultdict[str, list[Fact]] = defaultdict(list)
    for key, fact in facts.items():
        if key.thing.kind == PASSAGE:
            found[key.thing.id[0]].append(fact)
    return found


def _key(fact: Fact) -> tuple[str, str]:
    return fact.key.thing.id[-1], fact.value


def _likeness(one: Fact, other: Fact) -> float:
    """Return how alike two passages are; those that stand at the very same place count for more."""
    a, b = one.key.thing.id, other.key.thing.id
    if a[-1] != b[-1]:
        return 0.0
    return max(likeness_of(one.value, other.value), 0.5 if a == b and one.key.what == other.key.what else 0.0)
