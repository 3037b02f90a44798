"""The linear pace to a target (序时进度).

It runs from the baseline (基期值) at the end of the year before the period to the target at its end, as much every
year: baseline + (target − baseline) × years gone ÷ years in all. What is added (新增) begins at zero. It never asks for
more than the target. Of things that are counted whole it asks for whole ones, rounded to the easier side; else it is
rounded half up to one decimal more than target and baseline have. That figure is both printed and judged by.
"""

from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal, localcontext

from yinfa.derive.rates import EXACT, ZERO, low, meets
from yinfa.model.identity import Period
from yinfa.model.indicators import Indicator, Part
from yinfa.model.quantity import SCALES, Absence, Quantity, Target, rounded

UNCOUNTED = (*SCALES, "%", "‰", "百分点")  # measures of which a part of one is as good as a whole one


def on_pace(indicator: Indicator, part: Part, target: Target, period: Period, year: int) -> Target | None:
    """Return what is due at the end of `year` at a linear pace to `target`; None without a baseline to begin at."""
    baseline = baseline_of(indicator, part)
    if is_constant(indicator, target) or is_kept(indicator, target, baseline):
        return target
    if isinstance(baseline, Absence):
        return None
    due = _rounded(exact_pace(baseline, target, period, year), target, part.measure, baseline, indicator)
    if target.operator != "=":
        return replace(target, low=due)
    ends = sorted((due, low(target)))  # on the way to just so many it lies between the pace and those
    return Target("区间", low=ends[0], high=ends[1]) if ends[0] < ends[1] else target


def is_constant(indicator: Indicator, target: Target) -> bool:
    """Return whether a target is the same every year: words, and what is no count and to be just so or in a range."""
    return target.is_worded or (target.operator in ("=", "区间") and not indicator.is_counted_up)


def is_kept(indicator: Indicator, target: Target, baseline: Quantity) -> bool:
    """Return whether what began at its target or beyond is to stay there.

    A limit on what counts up is none of those: it is used up year by year.
    """
    used_up = target.operator == "≤" and indicator.is_counted_up
    if target.low is None or isinstance(baseline, Absence) or used_up:
        return False
    return baseline >= target.low if target.operator == "区间" else meets(baseline, target)


def exact_pace(baseline: Decimal, target: Target, period: Period, year: int) -> Decimal:
    """Return where a linear pace stands at the end of a year, not rounded."""
    with localcontext(EXACT):
        return baseline + (low(target) - baseline) * (year - period.start + 1) / len(period.years)


def baseline_of(indicator: Indicator, part: Part) -> Quantity:
    """Return where a part stood before the period: what is added began at nothing."""
    return ZERO if indicator.is_added else part.baseline


def _rounded(exact: Decimal, target: Target, measure: str, baseline: Decimal, indicator: Indicator) -> Decimal:
    decimals = max(_decimals(baseline), _decimals(low(target)))
    with localcontext(EXACT):
        if decimals or not indicator.is_counted_up or measure in UNCOUNTED:
            return rounded(exact, decimals + 1)
        falls = target.operator == "≤" or (target.operator == "=" and baseline > low(target))
        return exact.to_integral_value(ROUND_CEILING if falls else ROUND_FLOOR)


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
