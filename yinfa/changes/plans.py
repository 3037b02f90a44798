"""From a plan's folder to a side of a comparison: read, checked, composed."""

import gc
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from yinfa.changes.issues import issued_side
from yinfa.changes.side import Sheet, Side
from yinfa.diagnostics import Diagnostic, Faults, Origin, Report, Severity
from yinfa.issued import Issue
from yinfa.paths import OUTPUT
from yinfa.pipeline import Galley, Request, galleys_of
from yinfa.printing import printing
from yinfa.styling import Style
from yinfa.writers.formats import UNPAGED

Progress = Callable[[str], None]
Named = tuple[Path, str]  # a plan's folder, and what a drafter calls it


def sides_of(old: Named | Issue, new: Named, style: Style, progress: Progress) -> tuple[Side, Side]:
    """Return two states of a plan, of which the old may have been issued.

    Raise `Faults` with those of both, or where they are of two plans.
    """
    faults: list[Diagnostic] = []
    before = issued_side(old, faults) if isinstance(old, Issue) else _side(old, style, faults, progress)
    now = _side(new, style, faults, progress)
    if before is None or now is None or faults:
        raise Faults(faults)
    same_plan(before, now)
    return before, _only(now, old.kinds, before) if isinstance(old, Issue) else now


def _only(side: Side, kinds: str, of: Side) -> Side:
    """Return a side with the papers of the kinds alone that were issued, where some were left out then."""
    there = {each.document.kind for each in of.sheets}
    return replace(side, sheets=tuple(each for each in side.sheets if each.document.kind in there)) if kinds else side


def same_plan(old: Side, new: Side) -> None:
    """Raise `Faults` where two sides are of two plans: neither id nor title is the same."""
    was, is_ = old.plan.identity, new.plan.identity
    if was.id != is_.id and was.title != is_.title:
        message = f"这是两个规划，不是一个规划的前后两个状态：“{was.title}”（{was.id}）和“{is_.title}”（{is_.id}）"
        hint = "比较同一规划改动前后的两个数据文件夹"
        raise Faults([Diagnostic("diff-plans", Severity.FAULT, message, is_.id.origin, hint)])


def _side(named: Named, style: Style, faults: list[Diagnostic], progress: Progress) -> Side | None:
    """Return the state of a plan in a folder; None, after its faults, where it cannot be issued."""
    folder, name = named
    report = Report()
    galleys = galleys_of(Request((folder,), OUTPUT, names=((folder.resolve(), name),)), style, report, progress)
    if report.has_faults:
        faults += [each for each in report if each.severity is Severity.FAULT]
        return None
    if not galleys:
        faults.append(Diagnostic("nothing-made", Severity.FAULT, "没有可以比较的文件", Origin(f"{name}/plan.yaml")))
        return None
    sheets = tuple(_sheet(each, style) for each in galleys)
    inputs = tuple((each["path"], each["sha256"]) for each in galleys[0].inputs)
    return Side(name, galleys[0].plan, sheets, inputs)


def _sheet(galley: Galley, style: Style) -> Sheet:
    is_paged = galley.formats[0] not in UNPAGED
    unit = str(galley.unit.id) if galley.unit else None
    return Sheet(galley.document, galley.paper.year, unit, partial(_pages, galley, style) if is_paged else None)


def _pages(galley: Galley, style: Style) -> tuple[int, ...]:
    pages = printing(galley, style).pages
    gc.collect()  # laid-out pages are rings
    return pages
