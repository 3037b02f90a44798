"""The checks: one rule a function, one line in `RULES`. A finding never stops the others."""

from collections.abc import Callable

from yinfa.checks.amounts import amount
from yinfa.checks.annexes import annex_missing
from yinfa.checks.groups import group_split
from yinfa.checks.headings import empty_heading, run_in_stop, typed_ordinal
from yinfa.checks.opinions import opinion_reason
from yinfa.checks.ordinals import id_gap
from yinfa.checks.placeholder import placeholder
from yinfa.checks.punctuation import punctuation
from yinfa.diagnostics import Report
from yinfa.model.plan import Plan

RULES: dict[str, Callable[[Plan, Report], None]] = {
    "amount": amount,
    "annex-missing": annex_missing,
    "empty-heading": empty_heading,
    "group-split": group_split,
    "id-gap": id_gap,
    "opinion-reason": opinion_reason,
    "placeholder": placeholder,
    "punctuation": punctuation,
    "run-in-stop": run_in_stop,
    "typed-ordinal": typed_ordinal,
}


def check(plan: Plan, report: Report) -> None:
    """Write into `report` what every rule finds in `plan`."""
    for rule in RULES.values():
        rule(plan, report)
