"""The corrected facts as the errata paper lists them: what each was, what it is, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from yinfa.changes.excerpts import excerpts
from yinfa.changes.facts import Change
from yinfa.changes.markup import cut, marked
from yinfa.changes.text import HOW
from yinfa.derive.facts import Fact
from yinfa.derive.facts.passages import PASSAGE

TO_BE_SAID = "〔待定〕"
LONGEST = 80  # characters of a cell, beyond which only the clauses that differ are shown
_INNER = (
    "名称",
    "编号",
    "标题",
    "主表",
    "比较",
    "来源",
    "备注",
    "次序",
    "文种",
    "正文",
    "时期",
)  # what papers do not say of a thing


@dataclass(frozen=True, slots=True)
class Item:
    """A corrected fact, as the paper lists it: what it was and is, or else in words `what` became of it."""

    label: str
    before: Markup
    after: Markup
    what: str
    reason: str


def item_of(change: Change) -> Item:
    """Return how the paper lists a corrected fact."""
    before, after = (cut(words, 3 * LONGEST) for words in excerpts(change.before, change.after, LONGEST))
    return Item(change.label, marked(before, change.old), marked(after, change.new), _became(change), reason_of(change))


def _became(change: Change) -> str:
    """Return what became of a fact where that is not to be said by its two values."""
    if change.thing.kind == PASSAGE:
        return f"文字{HOW[change.kind]}，见附件"
    if any("{{" in each.value for each in (*change.old, *change.new)):  # what is printed of a call, the table says
        return f"{HOW[change.kind]}，见附件"
    if change.kind == "changed":
        return ""
    values = cut(_values(change.new or change.old), 3 * LONGEST)
    return f"{HOW[change.kind]}：{values}" if change.kind in ("added", "removed") else f"{HOW[change.kind]}，见附件"


def _values(facts: Sequence[Fact]) -> str:
    """Return what a thing was or is, without what only the data know of it."""
    if len(facts) == 1:
        return facts[0].value
    return "；".join(f"{''.join(each.key.what)}{each.value}" for each in facts if each.key.what[-1] not in _INNER)


def reason_of(change: Change) -> str:
    """Return why a fact was corrected: what was noted beside it with the correction, else that it is to be said."""
    was = {each.reason for each in change.old}
    new = change.reason
    if new and new not in was:
        return new.rstrip("。")
    return f"{TO_BE_SAID}（备注：{new.rstrip('。')}）" if new else TO_BE_SAID
