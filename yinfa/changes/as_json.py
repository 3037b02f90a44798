"""A comparison for programs: one object, whose keys stay what they are while `version` does."""

import json
from typing import Any

from yinfa.changes.comparison import Comparison, Place
from yinfa.changes.differences import Found
from yinfa.changes.facts import Change
from yinfa.changes.papers import Compared
from yinfa.changes.side import Sheet, Side

VERSION = 1


def as_json(comparison: Comparison) -> str:
    """Return a comparison as JSON: both sides, a summary, the changed facts, the papers with what differs in them.

    Changes and differences name each other by their numbers, from 1.
    """
    changes = {change: number for number, change in enumerate(comparison.changes, 1)}
    places = {id(place): number for number, place in enumerate(comparison.places, 1)}
    said = {
        "version": VERSION,
        "old": _side(comparison.old),
        "new": _side(comparison.new),
        "summary": {
            "entered": len(comparison.entered),
            "derived": len(comparison.derived),
            "places": len(comparison.places),
            "unexplained": len(comparison.unexplained),
            "unprinted": len(comparison.unprinted),
            "papers": len(comparison.touched),
            "unchanged": len(comparison.untouched),
        },
        "changes": [_change(each, comparison, changes, places) for each in comparison.changes],
        "papers": [_paper(each, comparison, changes, places) for each in comparison.papers],
    }
    return json.dumps(said, ensure_ascii=False, indent=2)


def _side(side: Side) -> dict[str, Any]:
    inputs = [{"path": path, "sha256": digest} for path, digest in side.inputs]
    return {"name": side.name, "plan": str(side.plan.identity.id), "inputs": inputs}


def _change(change: Change, of: Comparison, changes: dict[Change, int], places: dict[int, int]) -> dict[str, Any]:
    following = of.following(change) if not change.derived else ()
    return {
        "number": changes[change],
        "how": change.kind,
        "derived": change.derived,
        "what": change.label,
        "thing": {"kind": change.thing.kind, "id": list(change.thing.id), "name": change.thing.name},
        "fields": [list(each.key.what) for each in (change.new or change.old)],
        "old": change.before or None,
        "new": change.after or None,
        "old_place": change.old_place or None,
        "new_place": change.place if change.new else None,
        "reason": change.reason,
        "leads_to": [changes[each] for each in following],
        "printed": [places[id(each)] for each in of.printing(change)],
    }


def _paper(paper: Compared, of: Comparison, changes: dict[Change, int], places: dict[int, int]) -> dict[str, Any]:
    mine = [each for each in of.places if each.paper is paper]
    return {
        **identified(paper),
        "differences": [_place(each, changes, places[id(each)]) for each in mine],
    }


def identified(paper: Compared) -> dict[str, Any]:
    """Return which paper it is, and the digests of what it prints on either side."""
    sheet = paper.either
    return {
        "kind": sheet.document.kind,
        "year": sheet.year,
        "unit": sheet.unit,
        "title": paper.title,
        "workbook": not sheet.is_paged,
        "same": paper.is_same,
        "old_sha256": _digest(paper.old),
        "new_sha256": _digest(paper.new),
    }


def _digest(sheet: Sheet | None) -> str | None:
    return sheet.digest if sheet else None


def _place(place: Place, changes: dict[Change, int], number: int) -> dict[str, Any]:
    difference = place.difference
    return {
        "number": number,
        "how": difference.how,
        "place": difference.place,
        "column": difference.column,
        "rows": difference.count,
        "old": _found(difference.old),
        "new": _found(difference.new),
        "causes": [changes[each] for each in place.causes],
    }


def _found(found: Found | None) -> dict[str, Any] | None:
    return {"page": found.page, "place": found.where, "text": found.text} if found else None
