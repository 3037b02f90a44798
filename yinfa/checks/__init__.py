"""The checks: one rule a function, one line in `RULES`. A finding never stops the others."""

from collections.abc import Callable

from yinfa.checks.aims import added_jump, aim_beyond, negative
from yinfa.checks.amounts import amount
from yinfa.checks.annexes import annex_empty, annex_missing, annex_typed
from yinfa.checks.closing import addressee_colon, postscript_brackets
from yinfa.checks.dates import imprint_date, number_year, signature_year
from yinfa.checks.figures import cumulative, magnitude, measure_scale, pct_range, pct_scale
from yinfa.checks.groups import group_split
from yinfa.checks.headings import empty_heading, point_stop, run_in_stop, typed_ordinal
from yinfa.checks.opinions import opinion_date, opinion_reason
from yinfa.checks.ordinals import id_gap
from yinfa.checks.placeholder import placeholder
from yinfa.checks.progress import spent, task_reason, unreported
from yinfa.checks.punctuation import punctuation
from yinfa.checks.results import (
    added_gap,
    coverage,
    missed_target,
    no_data,
    no_rows,
    pace_unknown,
    provisional,
    qualitative,
    source,
)
from yinfa.diagnostics import Report
from yinfa.model.plan import Plan

RULES: dict[str, Callable[[Plan, Report], None]] = {
    "added-gap": added_gap,
    "added-jump": added_jump,
    "addressee-colon": addressee_colon,
    "aim-beyond": aim_beyond,
    "amount": amount,
    "annex-empty": annex_empty,
    "annex-missing": annex_missing,
    "annex-typed": annex_typed,
    "coverage": coverage,
    "cumulative": cumulative,
    "empty-heading": empty_heading,
    "group-split": group_split,
    "id-gap": id_gap,
    "imprint-date": imprint_date,
    "magnitude": magnitude,
    "measure-scale": measure_scale,
    "missed-target": missed_target,
    "negative": negative,
    "no-data": no_data,
    "no-rows": no_rows,
    "number-year": number_year,
    "opinion-date": opinion_date,
    "opinion-reason": opinion_reason,
    "pace-unknown": pace_unknown,
    "pct-range": pct_range,
    "pct-scale": pct_scale,
    "placeholder": placeholder,
    "point-stop": point_stop,
    "postscript-brackets": postscript_brackets,
    "provisional": provisional,
    "punctuation": punctuation,
    "qualitative": qualitative,
    "run-in-stop": run_in_stop,
    "signature-year": signature_year,
    "source": source,
    "spent": spent,
    "task-reason": task_reason,
    "typed-ordinal": typed_ordinal,
    "unreported": unreported,
}


def check(plan: Plan, report: Report) -> None:
    """Write into `report` what every rule finds in `plan`."""
    for rule in RULES.values():
        rule(plan, report)
