"""Figures that were issued and are others now, with nothing in the data to say why."""

from collections.abc import Iterable, Iterator

from yinfa.checks.rule import Finding
from yinfa.derive.facts import Fact, Facts, Key
from yinfa.derive.facts.indicators import indicator_facts
from yinfa.diagnostics import Diagnostic, Faults, Origin, Report, Severity
from yinfa.document.spots import spots_of
from yinfa.issued.store import Issue
from yinfa.model.load import load_plan
from yinfa.model.plan import Plan
from yinfa.paths import shown
from yinfa.sources.spans import cells_in

WATCHED = ("完成值", "目标值")  # what the last word of a fact's key says it is


def restated_issued(plan: Plan, issues: Iterable[Issue]) -> Iterator[Finding]:
    """Find a result or a target that an issued paper prints and that is another now, where no new note says why.

    The latest issue that printed it counts: what that one corrected was made known. Raise `Faults` where an issue was
    damaged, or its data are such as this program no longer reads: what comes before it is not compared then.
    """
    now, told = _facts(plan), set[Key]()
    for issue in sorted(issues, key=lambda each: each.number, reverse=True):
        for key, before in _published(issue):
            if key not in told and (fact := now.get(key)) and _is_silent(before, fact):
                yield _finding(before, fact, issue)
            told.add(key)


def _is_silent(before: Fact, now: Fact) -> bool:
    """Return whether a fact is another though no note beside it is new."""
    return now.value != before.value and now.reason in ("", before.reason)


def _published(issue: Issue) -> Iterator[tuple[Key, Fact]]:
    """Yield the watched facts of an issue's data whose cells its papers print."""
    cells = _printed(issue)
    plan = load_plan(issue.inputs, issue.id, Report())
    if plan is None:
        raise Faults([_unread(issue)])
    for key, fact in _facts(plan).items():
        if cells.intersection(map(_bare, fact.cells)):
            yield key, fact


def _facts(plan: Plan) -> dict[Key, Fact]:
    facts = Facts(plan.shown)
    indicator_facts(plan, facts)
    return {key: fact for key, fact in facts.told.items() if key.what[-1] in WATCHED}


def _printed(issue: Issue) -> frozenset[str]:
    """Return the cells whose figures the papers of an issue print."""
    trees = (printing.document for printing in issue.printings())
    origins = {figure.origin for tree in trees for spot in spots_of(tree) for figure in spot.figures}
    return frozenset(_bare(cell) for origin in origins for cell in cells_in(origin))


def _bare(cell: str) -> str:
    """Return a cell without the folder that it was found in."""
    return cell.rsplit("/", 1)[-1]


def _unread(issue: Issue) -> Diagnostic:
    message = f"存档 {issue.id} 的数据用现在的程序读不出来，没有与印发过的数比较"
    hint = "已印发的完成值、目标值有没有改动，请人工核对；再印发一次以后就与新的存档比较"
    return Diagnostic("issued-unread", Severity.NOTICE, message, Origin(shown(issue.inputs)), hint)


def _finding(before: Fact, now: Fact, issue: Issue) -> Finding:
    message = f"{now.label}印发时是 {before.value}（存档 {issue.id}），现在是 {now.value}，没有说明"
    place = next(filter(None, map(Origin.parse, now.cells)), None)
    return Finding(
        message, place, "填错了就改回来；确要更正，在这一行的“备注”写明更正的依据，再用 diff --issued 出更正说明"
    )
