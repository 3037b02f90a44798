"""The bodies of two papers side by side: which parts of the one are parts of the other, section by section."""

from collections import Counter
from collections.abc import Sequence

from yinfa.redline.aligning import Step, best_pairs, pairs_of, steps_along
from yinfa.redline.blocks import Part, Run
from yinfa.redline.tokens import text_in
from yinfa.redline.words import likeness, may_be_like
from yinfa.writers.docx.xml import w_name

_SAME_PARAGRAPH = 0.6  # of the characters of two paragraphs, from which on the one is told as a change of the other
_SAME_TABLE = 0.3  # of those of two tables with the same columns
_SAME_HEAD = 0.5  # of those of their heads
_ANY_SECTION = 0.05  # sections of one make of page match in their order, however little of their text does

Steps = list[Step[Part]]


def steps_of(old: Sequence[Run], new: Sequence[Run]) -> Steps:
    """Return the steps from one body to the other; at the end the last paragraphs match, for none can be taken away."""
    steps: Steps = []
    for before, after in steps_along(old, new, _sections(old, new)):
        steps += _section(before, after)
    if old and new:
        steps.append((old[-1].parts[-1], new[-1].parts[-1]))
    return _apart(steps)


def _sections(old: Sequence[Run], new: Sequence[Run]) -> list[tuple[int, int]]:
    def alike(i: int, j: int) -> float:
        return _ANY_SECTION + likeness(old[i].letters, new[j].letters) if old[i].page == new[j].page else 0

    return best_pairs(range(len(old)), range(len(new)), alike)


def _section(before: Run | None, after: Run | None) -> Steps:
    """Return the steps of a section; the paragraphs at the end of two that match do so, with the set-up of the pages.

    One that ends its paper is left to the end of all.
    """
    olds, news = (() if run is None else run.parts[:-1] for run in (before, after))
    was, now = (None if run is None or run.is_last else run.parts[-1] for run in (before, after))
    last: Steps = [(was, now)] if was or now else []
    return [*steps_along(olds, news, alike_pairs(olds, news)), *last]


def alike_pairs(old: Sequence[Part], new: Sequence[Part]) -> list[tuple[int, int]]:
    """Return the places of the parts that match, in one order."""
    keys = [each.key for each in old], [each.key for each in new]
    return pairs_of(*keys, lambda i, j: _alike(old[i], new[j]))


def _alike(old: Part, new: Part) -> float:
    """Return how far one part is a change of another, 0 where it is none."""
    if old.kind != new.kind:
        return 0
    if old.is_table:
        return _table_alike(old, new)
    if old.element.tag != w_name("p"):
        return 1  # the list of contents
    alike = likeness(old.letters, new.letters) if may_be_like(old.text, new.text, _SAME_PARAGRAPH) else 0
    return alike if alike >= _SAME_PARAGRAPH else 0


def _table_alike(old: Part, new: Part) -> float:
    alike = likeness(old.letters, new.letters)
    if old.table and new.table and old.table.id == new.table.id:
        alike = max(alike, _SAME_TABLE)
    return alike if alike >= _SAME_TABLE and _same_head(old, new) else 0


def _same_head(old: Part, new: Part) -> bool:
    heads = (Counter("".join(map(text_in, part.grid.head))) for part in (old, new))
    return likeness(*heads) >= _SAME_HEAD


def _apart(steps: Steps) -> Steps:
    """Return the steps with no table that is gone right above one that has come: Word takes neighbours for one table.

    Where turning the two about does not help, the paragraph above them is told as gone and come as well; where there is
    none, a step of neither paper stands between them.
    """
    found = list(steps)
    for at in range(1, len(steps)):
        if _is_table(found[at - 1][0], found[at - 1][1]) and _is_table(found[at][1], found[at][0]):
            first = next((n + 1 for n in reversed(range(at)) if found[n][1]), 0)
            after = next((n for n in range(at, len(found)) if found[n][0]), len(found))
            found[max(first - 1, 0) : after] = _parted(
                found[max(first - 1, 0) : first], found[first:at], found[at:after]
            )
    return found


def _is_table(here: Part | None, there: Part | None) -> bool:
    return here is not None and here.is_table and there is None


def _parted(above: Steps, gone: Steps, come: Steps) -> Steps:
    if not (come[-1][1] and come[-1][1].is_table and gone[0][0] and gone[0][0].is_table):
        return [*above, *come, *gone]
    was, now = above[0] if above else (None, None)
    if was and now and not was.is_table:
        return [(was, None), *gone, (None, now), *come]
    return [*above, *gone, (None, None), *come]
