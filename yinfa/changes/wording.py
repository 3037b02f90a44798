"""What the words of a place tell of the change behind it: that it is the very text, is named there, stands there."""

import re

from yinfa.changes.differences import ORDINALS, PAGE_HEAD, Difference, Found
from yinfa.changes.facts import RANK, Change
from yinfa.derive.facts import Fact
from yinfa.derive.facts.passages import PASSAGE

NAMED = ("指标", "项目", "任务", "单位", "意见", "单位任务进展")
DUTIES = ("牵头单位", "配合单位")
_CALL = re.compile(r"\{\{.*?\}\}")
_SILENT = ("备注", "来源")  # what never brings a thing into a table, nor takes it out
_HEADINGS = ("heading", "article", "runin", "title", "caption", "label")
SHORTEST = 2  # characters of a word that is looked for in what is printed
TELLING = 10  # characters of one that tells by itself whose it is


def words_tell(difference: Difference, change: Change) -> bool:
    """Return whether the words of a place, or where it stands, show that a change is behind it."""
    return any(tells(difference, change) for tells in _TELLING)


def _both(difference: Difference, change: Change) -> tuple[tuple[Found | None, tuple[Fact, ...]], ...]:
    """Return what was found on either side with the facts of that side."""
    return (difference.old, change.old), (difference.new, change.new)


def _stands_at(difference: Difference, change: Change) -> bool:
    """Return whether the place is the very text that changed: a passage, a heading, the caption of a table."""
    if difference.either.spot.kind in ("row", "head", "chart") or change.derived:
        return False
    return any(found and any(_is_at(found, fact) for fact in facts) for found, facts in _both(difference, change))


def _is_at(found: Found, fact: Fact) -> bool:
    """Return whether a spot has its place from a text; one that a run-in heading opens has it from that heading."""
    if found.spot.origin in fact.cells:
        return True
    opening = _opening(fact)
    return bool(opening) and opening in found.text and _file(found.spot.origin) in map(_file, fact.cells)


def _opening(fact: Fact) -> str:
    """Return the words of the run-in heading that opens a text, nothing of any other fact."""
    thing, what = fact.key.thing, fact.key.what
    if thing.kind == PASSAGE:
        return thing.id[-2] if thing.id[-1] == "text" else ""
    return thing.name if thing.kind == "任务" and what[-1] == "内容" else ""


def _duties_tell(difference: Difference, change: Change) -> bool:
    """Return whether the place is the text of a task that ends with its units, which are others now."""
    if change.thing.kind != "任务" or _what(change) not in DUTIES or difference.either.spot.kind != "heading":
        return False
    return all(
        found and change.thing.name in found.text and all(_holds(found.text, fact.value) for fact in facts)
        for found, facts in _both(difference, change)
    )


def _file(cell: str) -> str:
    return re.split(r":[0-9]|!", cell, maxsplit=1)[0]


def _what(change: Change) -> str:
    return (change.new or change.old)[0].key.what[-1]


def _text_tells(difference: Difference, change: Change) -> bool:
    """Return whether the old words of a change went here and its new words came, where what they are of is named."""
    if not _is_worded(change):
        return False
    before, after = (found.text if found else "" for found in (difference.old, difference.new))
    went = not change.old or (_holds(before, change.old[0].value) and not _holds(after, change.old[0].value))
    came = not change.new or (_holds(after, change.new[0].value) and not _holds(before, change.new[0].value))
    return went and came and _names(difference, change)


def _is_worded(change: Change) -> bool:
    values = [each.value for each in (*change.old[:1], *change.new[:1])]
    return len(change.old) <= 1 and len(change.new) <= 1 and all(len(value) >= SHORTEST for value in values)


def _holds(text: str, value: str) -> bool:
    """Return whether a text prints a value: all the words that it has beside the calls in it, each name of a list."""
    words = [each for part in _CALL.split(value) for each in part.split("、") if each]
    return bool(words) and all(each.strip("。") in text for each in words)


def _names(difference: Difference, change: Change) -> bool:
    """Return whether what changed is named beside the place, or the words are long enough to tell by themselves."""
    name = change.thing.name.rstrip("…")
    sides = [each for each in (difference.old, difference.new) if each]
    beside = " ".join(f"{each.beside} {each.text} {each.spot.place}" for each in sides)
    if not name or name in beside or change.thing.kind in ("规划", "时期", "单位", "文件"):
        return True
    return not change.derived and may_tell_alone(change)


def may_tell_alone(change: Change) -> bool:
    """Return whether the words of a change are long enough to tell by themselves what they are of."""
    values = [each.value for each in (*change.old, *change.new)]
    return all(max(map(len, _CALL.sub("", each).split("、"))) >= TELLING for each in values)


def _name_tells(difference: Difference, change: Change) -> bool:
    """Return whether the name of what changed is here only before or only now: it was told of, or it is now."""
    name = change.thing.name
    if change.thing.kind not in NAMED or len(name) < SHORTEST or _what(change) in _SILENT:
        return False
    before, after = (f"{found.text} {found.where}" if found else "" for found in (difference.old, difference.new))
    return (name in before) != (name in after)


def _column_tells(difference: Difference, change: Change) -> bool:
    """Return whether the column is that of a unit (a matrix has one for each) that is named only before or only now."""
    if len(difference.column) < SHORTEST or change.thing.name not in difference.either.beside:
        return False
    return difference.column in _units(change)


def _units(change: Change) -> set[str]:
    """Return the names in lists that are in only one of the two."""
    return set(change.before.split("、")) ^ set(change.after.split("、"))


def moves(difference: Difference, paper: str, change: Change) -> bool:
    """Return whether a change can have moved a place of a paper that nothing in its own words explains."""
    return _is_of_unit(difference, paper, change) or _is_ranked(difference, change)


def _is_of_unit(difference: Difference, paper: str, change: Change) -> bool:
    """Return whether the place is told to a unit that has another share in something for the change.

    By that all that it is told of it may come and go: its row, the indicators that it serves.
    """
    if change.derived or _what(change) not in (*DUTIES, "责任单位"):
        return False
    return any(f"“{unit}”下" in difference.either.where or paper.endswith(f"（{unit}）") for unit in _units(change))


def _is_ranked(difference: Difference, change: Change) -> bool:
    """Return whether the place only bears other ordinals, of those that tasks have that came, went or moved."""
    facts = (*change.old, *change.new) if change.kind != "changed" and change.thing.kind == "任务" else ()
    ranks = [int(each.value) for each in facts if each.key.what[-1] == RANK]
    if difference.how != "renumbered" or difference.column not in ORDINALS or not ranks:
        return False
    sides = [each for each in (difference.old, difference.new) if each]
    numbers = [int(number) for each in sides for number in re.findall("[0-9]+", each.text)]
    return max(numbers, default=0) >= min(ranks) and (change.kind != "reordered" or min(numbers) <= max(ranks))


def _is_under(difference: Difference, change: Change) -> bool:
    """Return whether the place came or went with the heading that it stands under."""
    if change.thing.kind != PASSAGE or change.thing.id[-1] not in _HEADINGS or difference.how != change.kind:
        return False
    return any(found and any(fact.value in found.where for fact in facts) for found, facts in _both(difference, change))


def _is_renumbered(difference: Difference, change: Change) -> bool:
    """Return whether a place bears another number, or moved, because something of its file came, went or moved."""
    if difference.how not in ("moved", "renumbered"):
        return False
    if change.kind == "reordered" and difference.either.spot.kind == "row":
        return any(each.key.thing.name in difference.either.beside for each in (*change.old, *change.new))
    if not _shifts_others(change):
        return False
    files = {_file(cell) for cell in change.cells}
    sides = [each for each in (difference.old, difference.new) if each]
    return any(
        _file(cell) in files for each in sides for cell in (each.spot.origin, *(m.origin for m in each.figures)) if cell
    )


def _shifts_others(change: Change) -> bool:
    """Return whether what stands after it bears another number for it."""
    if change.thing.kind == PASSAGE:
        return change.kind != "changed" and any(
            each.key.thing.id[-1] in _HEADINGS for each in (*change.old, *change.new)
        )
    return change.kind == "reordered" or (change.kind in ("added", "removed") and len(change.old + change.new) > 1)


def _is_marked(difference: Difference, change: Change) -> bool:
    """Return whether the place is the head of every page, and the change that of its mark."""
    return difference.place == PAGE_HEAD and change.thing.kind == "规划" and _what(change) == "样例标记"


_TELLING = (
    *(_stands_at, _duties_tell, _text_tells, _name_tells, _column_tells),
    *(_is_under, _is_renumbered, _is_marked),
)
