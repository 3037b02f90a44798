"""Two states of the small plan compared, of which no page is laid out: that is another matter, and slow."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tests.plans import Change, write_plan
from yinfa.changes.comparison import Comparison, Place, compare
from yinfa.changes.facts import Change as Changed
from yinfa.changes.facts import changes_of
from yinfa.changes.plans import sides_of
from yinfa.changes.side import Side
from yinfa.derive.facts import Fact, Key, facts_of
from yinfa.diagnostics import Report
from yinfa.model.load import load_plan
from yinfa.styling import load_style

STYLE = load_style()
OLD, NEW = "旧", "新"  # what the two sides are called


def silent(_: str) -> None:
    """Show no progress."""


def unpaged(side: Side) -> Side:
    """Return a side whose papers have no pages."""
    return replace(side, sheets=tuple(replace(each, pages=None) for each in side.sheets))


def compared_folders(old: Path, new: Path) -> Comparison:
    """Return the comparison of two folders."""
    was, is_ = sides_of((old, OLD), (new, NEW), STYLE, silent)
    return compare(unpaged(was), unpaged(is_), silent)


def compared(folder: Path, *changes: Change, action: bool = False, evaluation: bool = False) -> Comparison:
    """Return what the small plan became by `changes`."""
    old = write_plan(folder / "old", action=action, evaluation=evaluation)
    new = write_plan(folder / "new", *changes, action=action, evaluation=evaluation)
    return compared_folders(old, new)


def facts_in(folder: Path, shown: str = "旧") -> dict[Key, Fact]:
    """Return the facts of the plan in a folder."""
    report = Report()
    plan = load_plan(folder, shown, report)
    assert plan is not None, list(report)
    assert not report.has_faults, list(map(str, report))
    return dict(facts_of(plan))


def changed_facts(
    folder: Path, *changes: Change, action: bool = False, evaluation: bool = False
) -> tuple[Changed, ...]:
    """Return the facts of the small plan that `changes` change."""
    old = write_plan(folder / "old", action=action, evaluation=evaluation)
    new = write_plan(folder / "new", *changes, action=action, evaluation=evaluation)
    return changes_of(facts_in(old), facts_in(new, "新"))


def told(changes: Sequence[Changed]) -> list[str]:
    """Return changes in a line each: 指标“…”目标值：≥92% → ≥93%."""
    return [f"{each.label}：{each.before or '无'} → {each.after or '无'}" for each in changes]


def placed(places: Sequence[Place]) -> list[str]:
    """Return places in a line each: how, where, what stood there, what stands there."""
    return [
        f"{each.difference.how} {each.difference.place}："
        f"{each.difference.old.text if each.difference.old else '无'} → "
        f"{each.difference.new.text if each.difference.new else '无'}"
        for each in places
    ]
