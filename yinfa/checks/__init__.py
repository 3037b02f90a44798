"""The checks: one rule a function, one line in `RULES`. A finding never stops the others."""

from collections.abc import Callable

from yinfa.checks.amounts import amount
from yinfa.checks.annexes import annex_empty, annex_missing, annex_typed
from yinfa.checks.closing import addressee_colon, postscript_brackets
from yinfa.checks.dates import imprint_date, number_year, signature_year
from yinfa.checks.groups import group_split
from yinfa.checks.headings import empty_heading, point_stop, run_in_stop, typed_ordinal
from yinfa.checks.opinions import opinion_date, opinion_reason
from yinfa.checks.ordinals import id_gap
from yinfa.checks.placeholder import placeholder
from yinfa.checks.punctuation import punctuation
from yinfa.diagnostics import Report
from yinfa.model.plan import Plan

RULES: dict[str, Callable[[Plan, Report], None]] = {
    "addressee-colon": addressee_colon,
    "amount": amount,
    "annex-empty": annex_empty,
    "annex-missing": annex_missing,
    "annex-typed": annex_typed,
    "empty-heading": empty_heading,
    "group-split": group_split,
    "id-gap": id_gap,
    "imprint-date": imprint_date,
    "number-year": number_year,
    "opinion-date": opinion_date,
    "opinion-reason": opinion_reason,
    "placeholder": placeholder,
    "point-stop": point_stop,
    "postscript-brackets": postscript_brackets,
    "punctuation": punctuation,
    "run-in-stop": run_in_stop,
    "signature-year": signature_year,
    "typed-ordinal": typed_ordinal,
}


def check(plan: Plan, report: Report) -> None:
    """Write into `report` what every rule finds in `plan`."""
    for rule in RULES.values():
        rule(plan, report)
