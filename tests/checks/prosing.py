"""What the rules of prose find in a sentence that stands in a paper of the plan with evaluations."""

from collections.abc import Callable, Iterator
from pathlib import Path

from tests.plans import Change, good_plan
from tests.prose.stating import YEAR, sentence
from yinfa.checks.prose_bounds import pct_point, prose_direction
from yinfa.checks.prose_changes import growth_recalc, wording_sign, zero_base
from yinfa.checks.prose_counts import list_count
from yinfa.checks.prose_facts import orphan_number, prose_table
from yinfa.checks.prose_verdicts import verdict
from yinfa.checks.rule import Finding
from yinfa.model.plan import Plan

PROSE: dict[str, Callable[[Plan], Iterator[Finding]]] = {
    "growth-recalc": growth_recalc,
    "list-count": list_count,
    "orphan-number": orphan_number,
    "pct-point": pct_point,
    "prose-direction": prose_direction,
    "prose-table": prose_table,
    "verdict": verdict,
    "wording-sign": wording_sign,
    "zero-base": zero_base,
}


def found(folder: Path, *changes: Change) -> list[tuple[str, Finding]]:
    """Return the findings of the rules of prose in the plan with `changes`, with their codes."""
    plan = good_plan(folder, *changes, evaluation=True)
    return [(code, each) for code, rule in PROSE.items() for each in rule(plan)]


def codes(folder: Path, words: str, paper: str = YEAR, *changes: Change) -> list[str]:
    """Return the codes of what is found in a sentence, each of which stands at its place."""
    told = found(folder, sentence(words, paper), *changes)
    assert {(each.origin.file, each.origin.line > 0) for _, each in told if each.origin} <= {
        (f"data/xian/{paper}", True)
    }
    return [code for code, _ in told]
