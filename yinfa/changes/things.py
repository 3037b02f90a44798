"""Which indicator, project, task or unit of one state is which of the other: by id, by name, whichever changes less."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from yinfa.changes.pairing import likeness_of, paired
from yinfa.derive.facts import Fact, Key, Thing

NAMED = ("指标", "项目", "任务", "单位", "意见", "文件", "时期")  # what has a name beside its id
_WORDED = ("内容", "分项")  # what says the words of a point, the name of a part
_GONE = "原"  # put before the number of a point that is no more
Said = dict[Thing, dict[tuple[str, ...], Fact]]


def counterparts(old: Mapping[Key, Fact], new: Mapping[Key, Fact]) -> dict[Key, Key]:
    """Return for each old fact that goes by another key now what that is."""
    before, now = _by_thing(old), _by_thing(new)
    pairs = {each: each for each in before if each in now and each.kind not in NAMED}
    for kind in NAMED:
        pairs |= _of_kind(
            {k: v for k, v in before.items() if k.kind == kind}, {k: v for k, v in now.items() if k.kind == kind}
        )
    found: dict[Key, Key] = {}
    taken = set(pairs.values())
    for thing, facts in before.items():
        heir = pairs.get(thing)
        # One whose id is another's now is not that other one.
        there = heir or (Thing(thing.kind, (*thing.id, _GONE), thing.name) if thing in taken else thing)
        points = _points(facts, now[heir]) if heir and thing.kind in ("任务", "指标") else {}
        for what in facts:
            renamed = (points[what[0]], *what[1:]) if what and what[0] in points else what
            found[Key(thing, what)] = Key(there, renamed)
    return found


def _by_thing(facts: Mapping[Key, Fact]) -> Said:
    found: Said = defaultdict(dict)
    for key, fact in facts.items():
        found[key.thing][key.what] = fact
    return found


def _of_kind(before: Said, now: Said) -> dict[Thing, Thing]:
    """Return the pairs of the things of a kind, by that of two ways by which less has changed."""
    names = {thing: thing.name for thing in (*before, *now)}  # of equal ids the new name
    was = {thing: thing.name for thing in before}
    certain = {each: each for each in before if each in now and was[each] == names[each]}
    left, right = [each for each in before if each not in certain], [each for each in now if each not in certain]
    ways = [_joined(left, right, order) for order in (("id", "name"), ("name", "id"))]
    best = min(ways, key=lambda way: _cost(way, before, now))
    return certain | best


def _joined(left: Iterable[Thing], right: Iterable[Thing], order: Iterable[str]) -> dict[Thing, Thing]:
    pairs: dict[Thing, Thing] = {}
    for by in order:
        free = [each for each in left if each not in pairs]
        taken = set(pairs.values())
        open_ = [each for each in right if each not in taken]
        here, there = Counter(_mark(each, by) for each in free), {_mark(each, by): each for each in open_}
        many = Counter(_mark(each, by) for each in open_)
        for each in free:
            mark = _mark(each, by)
            if here[mark] == many[mark] == 1:
                pairs[each] = there[mark]
    return pairs


def _mark(thing: Thing, by: str) -> object:
    """Return by what a thing is known: its id, or its name beside what its id begins with (a period, a file)."""
    return thing.id if by == "id" else (*thing.id[:-1], thing.name) if thing.kind != "文件" else thing.name


def _cost(pairs: Mapping[Thing, Thing], before: Said, now: Said) -> int:
    """Return how many facts would have changed."""
    return sum(
        len({what for what in (*before[a], *now[b]) if _value(before[a], what) != _value(now[b], what)})
        for a, b in pairs.items()
    ) - 2 * len(pairs)


def _value(facts: Mapping[tuple[str, ...], Fact], what: tuple[str, ...]) -> str:
    return facts[what].value if what in facts else ""


def _points(before: Mapping[tuple[str, ...], Fact], now: Mapping[tuple[str, ...], Fact]) -> dict[str, str]:
    """Return for the points of a task, or the parts of an indicator, which they are now, by their words."""
    was, are = _worded(before), _worded(now)
    found: dict[str, str] = {}
    for i, k in paired(was, are, lambda each: each[1], lambda a, b: likeness_of(a[1], b[1])):
        if i is not None:
            found[was[i][0]] = f"{_GONE}{was[i][0]}" if k is None else are[k][0]
    return found


def _worded(facts: Mapping[tuple[str, ...], Fact]) -> list[tuple[str, str]]:
    return [(what[0], fact.value) for what, fact in facts.items() if len(what) == 2 and what[1] in _WORDED]
