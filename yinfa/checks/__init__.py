"""The checks: one rule a function, one line in `RULES`. A finding never stops the others."""

from collections.abc import Callable

from yinfa.checks.ordinals import id_gap
from yinfa.checks.placeholder import placeholder
from yinfa.diagnostics import Report
from yinfa.model.plan import Plan

RULES: dict[str, Callable[[Plan, Report], None]] = {
    "id-gap": id_gap,
    "placeholder": placeholder,
}


def check(plan: Plan, report: Report) -> None:
    """Write into `report` what every rule finds in `plan`."""
    for rule in RULES.values():
        rule(plan, report)
