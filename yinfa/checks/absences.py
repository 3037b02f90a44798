"""Four kinds of nothing: 0 is a number, a blank, — and 不适用 are not, and each says something else."""

import re
from collections.abc import Iterator

from yinfa.checks.figures import Series, all_series
from yinfa.checks.rule import Finding
from yinfa.model.actuals import Actual
from yinfa.model.hints import KINDS
from yinfa.model.plan import Plan
from yinfa.model.quantity import Absence

NEVER_NOUGHT = re.compile("浓度|能耗|水耗|电耗|消耗|强度|排放总?量|用水|用电")  # of what is to be low


def missing_kind(plan: Plan) -> Iterator[Finding]:
    """Find a nought that stands for no number, and a result that is said not to apply without a word why."""
    for series in all_series(plan):
        for actual in series.actuals:
            if actual.value == 0 and _cannot_be_nought(series, actual):
                message = f"{series.called}{actual.year} 年的完成值是 0，其他年份都不是，像是没有数"
                yield Finding(message, actual.origin, KINDS)
            if actual.value is Absence.NOT_APPLICABLE and not actual.note:
                message = f"{series.called}{actual.year} 年填“不适用”，不计入完成率的分母，没有说明原因"
                yield Finding(message, actual.origin, f"在“备注”写明原因；{KINDS}")


def _cannot_be_nought(series: Series, actual: Actual) -> bool:
    """Return whether a state was above nought whenever else it is known, and cannot have come down to it.

    What is to be low may: accidents, complaints. The air is never clean, and nothing is made without energy.
    """
    target = series.part.target
    others = [each.value for each in series.levels if each.origin != actual.origin]
    if target is None or target.is_worded or series.indicator.is_counted_up or not others:
        return False
    stays = target.operator != "≤" or NEVER_NOUGHT.search(series.indicator.name)
    return bool(stays) and min(others) > 0
