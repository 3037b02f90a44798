"""Two sequences side by side: which members of the old one stand in the new one, changed or not, in the same order."""

from bisect import bisect_left
from collections.abc import Callable, Hashable, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

T = TypeVar("T")
Step = tuple[T | None, T | None]  # of the old and of the new: both where they match
Alike = Callable[[int, int], float]


def steps_along(old: Sequence[T], new: Sequence[T], pairs: Sequence[tuple[int, int]]) -> list[Step[T]]:
    """Return the steps from old to new for pairs of places that match, which rise on both sides.

    In each gap what is gone stands before what is new.
    """
    steps: list[Step[T]] = []
    i = j = 0
    for one, other in [*pairs, (len(old), len(new))]:
        steps += [(each, None) for each in old[i:one]]
        steps += [(None, each) for each in new[j:other]]
        if one < len(old):
            steps.append((old[one], new[other]))
        i, j = one + 1, other + 1
    return steps


def pairs_of(old: Sequence[Hashable], new: Sequence[Hashable], alike: Alike) -> list[tuple[int, int]]:
    """Return the places of members that match: first equal ones, then between them those that are `alike` (above 0)."""
    pairs: list[tuple[int, int]] = []
    for tag, i, i2, j, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            pairs += zip(range(i, i2), range(j, j2), strict=True)
        elif tag == "replace":
            pairs += best_pairs(range(i, i2), range(j, j2), alike)
    return pairs


def best_pairs(old: Sequence[int], new: Sequence[int], alike: Alike) -> list[tuple[int, int]]:
    """Return the pairs in one order that are most alike in all."""
    scores = [[alike(i, j) for j in new] for i in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            both = scores[i][j] + best[i + 1][j + 1] if scores[i][j] else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], both)
    found, i, j = [], 0, 0
    while i < len(old) and j < len(new):
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            found.append((old[i], new[j]))
            i, j = i + 1, j + 1
    return found


def rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return as many of the pairs as stand in one order on both sides: the others have moved."""
    ordered = sorted(pairs)
    ends: list[int] = []  # by length, the least end of a run
    last: list[int] = []  # and where in `ordered` it is
    before: list[int | None] = []
    for at, (_, j) in enumerate(ordered):
        length = bisect_left(ends, j)
        before.append(last[length - 1] if length else None)
        ends[length:], last[length:] = [j, *ends[length + 1 :]], [at, *last[length + 1 :]]
    found: list[tuple[int, int]] = []
    at_: int | None = last[-1] if last else None
    while at_ is not None:
        found.append(ordered[at_])
        at_ = before[at_]
    return found[::-1]
