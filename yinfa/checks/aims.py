"""Targets of years beside those of the plan, and figures that cannot be: below zero, far beyond the target."""

from collections.abc import Iterator
from decimal import Decimal

from yinfa.checks.figures import JUMP, all_series
from yinfa.checks.rule import Finding
from yinfa.derive.evaluation import goal_of
from yinfa.derive.pace import baseline_of
from yinfa.model.actuals import Actual
from yinfa.model.indicators import Indicator, Part
from yinfa.model.plan import Plan
from yinfa.model.quantity import Target


def negative(plan: Plan) -> Iterator[Finding]:
    """Find results and targets below zero; the rate of a growth may be, and a % is told otherwise."""
    for series in all_series(plan):
        measure = series.part.measure
        for figure in series.figures if measure != "%" and not series.may_be_anything else ():
            if figure.value < 0:
                message = f"{series.called}{figure.called}是负数：{figure.value:f}{measure}"
                yield Finding(message, figure.origin, "核对数额和正负号")


def aim_beyond(plan: Plan) -> Iterator[Finding]:
    """Find a target of a year that asks for more than that of the whole period does."""
    for indicator, part, actual in _rows(plan):
        goal, baseline = goal_of(plan, indicator, part, actual.year), baseline_of(indicator, part)
        if (
            goal
            and actual.target
            and isinstance(baseline, Decimal)
            and _is_beyond(actual.target, goal.target, baseline)
        ):
            own, whole = actual.target.printed(part.measure), goal.target.printed(part.measure)
            message = f"“{indicator.named(part)}” {actual.year} 年的年度目标 {own}，要求高于规划目标 {whole}"
            hint = "核对年度目标" + ("：只填这一年新增的数" if indicator.is_added else "")
            yield Finding(message, actual.target_at, hint)


def _is_beyond(own: Target, whole: Target, baseline: Decimal) -> bool:
    """Return whether a year's target lies beyond that of the plan on the way from the baseline to it.

    Of what is to be just so, or between two numbers, that is beyond the end that is farther off.
    """
    if own.low is None or whole.low is None:
        return False
    if baseline < whole.low and whole.operator != "≤":
        return own.low > _end(whole)
    return _end(whole) < baseline and whole.operator != "≥" and _end(own) < whole.low


def _end(target: Target) -> Decimal:
    """Return the upper end of a target: the number itself, but of a range."""
    return target.high if target.high is not None else target.low or Decimal(0)


def added_jump(plan: Plan) -> Iterator[Finding]:
    """Find what one year added, if it is more than ten times what the whole period is to add."""
    for indicator, part, actual in _rows(plan):
        goal = goal_of(plan, indicator, part, actual.year)
        whole = goal.target.low if goal and indicator.is_added else None
        if whole and isinstance(actual.value, Decimal) and actual.value > JUMP * whole > 0:
            message = (
                f"“{indicator.named(part)}” {actual.year} 年新增 {actual.value:f}{part.measure}，"
                f"超过规划目标 {whole:f}{part.measure}的 {JUMP} 倍"
            )
            yield Finding(message, actual.origin, "核对这个数和计量单位")


def _rows(plan: Plan) -> Iterator[tuple[Indicator, Part, Actual]]:
    """Yield the rows of every part of every indicator."""
    for indicator in plan.indicators:
        for part in indicator.parts:
            yield from ((indicator, part, actual) for actual in plan.actuals.of(indicator, part.name))
