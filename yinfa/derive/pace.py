"""The linear pace to a target (序时进度).

It runs from the baseline (基期值) at the end of the year before the period to the target at its end, as much every
year: baseline + (target − baseline) × years gone ÷ years in all. What is added (新增) begins at zero. It never asks for
more than the target. To a range it leads to the end nearer to the baseline; on the way, what lies between the pace and
the target is as good as the target. It is rounded half up: of things that are counted whole to whole ones, else to one
decimal more than target and baseline have. That figure is both printed and judged by.
"""

from dataclasses import replace
from decimal import Decimal, localcontext

from yinfa.derive.rates import EXACT, ZERO, high, low, meets
from yinfa.model.identity import Period
from yinfa.model.indicators import Indicator, Part
from yinfa.model.quantity import SCALES, Absence, Quantity, Target, decimals_of, rounded

UNCOUNTED = (*SCALES, "%", "‰", "百分点")  # measures of which a part of one is as good as a whole one


def on_pace(indicator: Indicator, part: Part, target: Target, period: Period, year: int) -> Target | None:
    """Return what is due at the end of `year` at a linear pace to `target`; None without a baseline to begin at."""
    baseline = baseline_of(indicator, part)
    if is_constant(indicator, target, baseline) or is_kept(indicator, target, baseline):
        return target
    if isinstance(baseline, Absence):
        return None
    due = _rounded(exact_pace(baseline, target, period, year), target, part.measure, baseline, indicator)
    if target.operator in ("≥", "≤"):
        return replace(target, low=due)
    least, most = min(due, low(target)), max(due, high(target))
    return Target("区间", low=least, high=most) if least < most else target


def is_constant(indicator: Indicator, target: Target, baseline: Quantity) -> bool:
    """Return whether a target is the same every year: words, and without a baseline a state just so or in a range."""
    stays = target.operator in ("=", "区间") and not indicator.is_counted_up
    return target.is_worded or (stays and isinstance(baseline, Absence))


def is_kept(indicator: Indicator, target: Target, baseline: Quantity) -> bool:
    """Return whether what began with its target met is to keep it so.

    A limit on what counts up is none of those: it is used up year by year.
    """
    used_up = target.operator == "≤" and indicator.is_counted_up
    if target.low is None or isinstance(baseline, Absence) or used_up:
        return False
    return meets(baseline, target)


def destination(baseline: Decimal, target: Target) -> Decimal:
    """Return the number that a pace leads to: the target, of a range the end that is nearer to the baseline."""
    return high(target) if baseline > high(target) else low(target)


def exact_pace(baseline: Decimal, target: Target, period: Period, year: int) -> Decimal:
    """Return where a linear pace stands at the end of a year, not rounded."""
    with localcontext(EXACT):
        return baseline + (destination(baseline, target) - baseline) * (year - period.start + 1) / len(period.years)


def baseline_of(indicator: Indicator, part: Part) -> Quantity:
    """Return where a part stood before the period: what is added began at nothing."""
    return ZERO if indicator.is_added else part.baseline


def _rounded(exact: Decimal, target: Target, measure: str, baseline: Decimal, indicator: Indicator) -> Decimal:
    decimals = max(decimals_of(baseline), decimals_of(destination(baseline, target)))
    counted_whole = indicator.is_counted_up and not decimals and measure not in UNCOUNTED
    with localcontext(EXACT):
        return rounded(exact, 0 if counted_whole else decimals + 1)
