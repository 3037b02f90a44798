"""Which of two lists belong together: what is equal, what is alike, what is only here or only there."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from difflib import SequenceMatcher
from itertools import product
from typing import TypeVar

Item = TypeVar("Item")
Pair = tuple[int | None, int | None]  # the places in either list; None where there is no counterpart
ALIKE = 0.5  # from this share of common characters on two texts are taken for one that was changed
LARGE = 10_000  # of more pairs than that, none is looked at for likeness but those of one place


def paired(
    old: Sequence[Item],
    new: Sequence[Item],
    key: Callable[[Item], Hashable],
    likeness: Callable[[Item, Item], float],
) -> list[Pair]:
    """Return the pairs of two lists, each item in one of them: in the order of the new, the removed where they were.

    Equal keys in order come first, then what is alike between them, then equal keys out of order.
    """
    pairs: list[Pair] = []
    for tag, i, j, k, m in SequenceMatcher(None, [*map(key, old)], [*map(key, new)], autojunk=False).get_opcodes():
        if tag == "equal":
            pairs += zip(range(i, j), range(k, m), strict=True)
        else:
            pairs += _alike(old, new, range(i, j), range(k, m), likeness)
    return _moved(pairs, old, new, key)


def likeness_of(one: str, other: str) -> float:
    """Return the share of characters that two texts have in common, from 0 to 1."""
    if one == other:
        return 1.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0.0
    return matcher.ratio()


def in_order(places: Sequence[int]) -> set[int]:
    """Return the indexes of a longest rising run among `places`: what is not in it has been moved."""
    tails: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for index, place in enumerate(places):
        at = bisect_left(tails, place)
        tails[at:] = [place, *tails[at + 1 :]]
        last[at:] = [index, *last[at + 1 :]]
        before.append(last[at - 1] if at else -1)
    kept, index = set[int](), last[-1] if last else -1
    while index >= 0:
        kept.add(index)
        index = before[index]
    return kept


def _alike(
    old: Sequence[Item],
    new: Sequence[Item],
    here: Sequence[int],
    there: Sequence[int],
    likeness: Callable[[Item, Item], float],
) -> Iterable[Pair]:
    """Return the pairs of a gap: the likest first, so far as they keep their order; the rest stands alone."""
    wide = len(here) * len(there) > LARGE
    tried = zip(here, there, strict=False) if wide else product(here, there)
    ranked = sorted(
        ((likeness(old[i], new[k]), -abs((i - here[0]) - (k - there[0])), i, k) for i, k in tried), reverse=True
    )
    chosen: list[tuple[int, int]] = []
    for degree, _, i, k in ranked:
        if degree >= ALIKE and all((i < a and k < b) or (i > a and k > b) for a, b in chosen):
            chosen.append((i, k))
    partner, taken = dict(chosen), {k for _, k in chosen}
    pairs: list[Pair] = []
    free = iter([k for k in there if k not in taken])
    waiting = next(free, None)
    for i in here:
        if i in partner:
            while waiting is not None and waiting < partner[i]:
                pairs.append((None, waiting))
                waiting = next(free, None)
        pairs.append((i, partner.get(i)))
    while waiting is not None:
        pairs.append((None, waiting))
        waiting = next(free, None)
    return pairs


def _moved(pairs: list[Pair], old: Sequence[Item], new: Sequence[Item], key: Callable[[Item], Hashable]) -> list[Pair]:
    """Return the pairs, with those joined that stand alone here and there and are equal."""
    gone: dict[Hashable, list[int]] = defaultdict(list)
    for i, k in pairs:
        if i is not None and k is None:
            gone[key(old[i])].append(i)
    joined: dict[int, int] = {}
    for i, k in pairs:
        if i is None and k is not None and gone[key(new[k])]:
            joined[k] = gone[key(new[k])].pop(0)
    back = set(joined.values())
    return [
        (joined.get(k) if i is None and k is not None else i, k) for i, k in pairs if k is not None or i not in back
    ]
