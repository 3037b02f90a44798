"""Whether a value meets a target, and how far it has come towards it (完成率): one line for each way to compare.

The table of indicators of 《项目支出绩效评价管理办法》（财预〔2020〕10号） defines 实际完成率 as what was done by
what was planned, and 成本节约率 as (plan − actual) ÷ plan. The first is the rate of what is the better the more it is.
Of what is the better the less it is, the rate is 100 % and what was saved: 1 + (target − actual) ÷ target. Of what is
to be just so, or between two numbers, it is 100 % less the distance from there. A rate never falls below 0. What is to
be divided by and is zero or below cannot be: such a target is met wholly or not at all.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Context, Decimal, localcontext

from yinfa.model.quantity import Target, rounded, visible
from yinfa.sources.scalars import MAX_DIGITS

ONE, ZERO, HUNDRED = Decimal(1), Decimal(0), Decimal(100)
EXACT = Context(prec=4 * MAX_DIGITS)  # has room to round the longest of them


@dataclass(frozen=True, slots=True)
class Comparison:
    """A way to compare: when a value meets a target, and its share of it, with both as a statistician writes them.

    `share` takes the value and the number that it is divided by: the target, of a range the end that is nearer.
    """

    met_when: str
    formula: str
    meets: Callable[[Decimal, Target], bool]
    share: Callable[[Decimal, Decimal], Decimal]


def low(target: Target) -> Decimal:
    """Return the number of a target, of a range its lower end."""
    assert target.low is not None  # noqa: S101  only qualitative targets have none, and nothing compares those
    return target.low


def high(target: Target) -> Decimal:
    """Return the number of a target, of a range its upper end."""
    return low(target) if target.high is None else target.high


COMPARISONS: dict[str, Comparison] = {
    "≥": Comparison(
        met_when="完成值 ≥ 目标值",
        formula="完成值 ÷ 目标值 × 100%",
        meets=lambda value, target: value >= low(target),
        share=lambda value, end: value / end,
    ),
    "≤": Comparison(
        met_when="完成值 ≤ 目标值",
        formula="[1 +（目标值 − 完成值）÷ 目标值] × 100%",
        meets=lambda value, target: value <= low(target),
        share=lambda value, end: ONE + (end - value) / end,
    ),
    "=": Comparison(
        met_when="完成值 = 目标值",
        formula="（1 − |完成值 − 目标值| ÷ 目标值）× 100%",
        meets=lambda value, target: value == low(target),
        share=lambda value, end: ONE - abs(value - end) / end,
    ),
    "区间": Comparison(
        met_when="下限 ≤ 完成值 ≤ 上限",
        formula="（1 − |完成值 − 最近一端| ÷ 最近一端）× 100%",
        meets=lambda value, target: low(target) <= value <= high(target),
        share=lambda value, end: ONE - abs(value - end) / end,
    ),
}
IN_RANGE = "完成值在区间内，完成率为100%"
ALL_OR_NOTHING = "作除数的数不大于零，不能相除：达到为100%，未达到为0"
NEVER_BELOW_ZERO = "算出负数的，按0"
SOURCE = (
    "“≥”的完成率即实际完成率（实际完成 ÷ 计划完成），“≤”的为1加成本节约率（（计划 − 实际）÷ 计划），"
    "见《项目支出绩效评价管理办法》（财预〔2020〕10号）；其余按与目标的差距"
)


def meets(value: Decimal, target: Target) -> bool:
    """Return whether a value meets a target that is a number or a range; at the bound it does."""
    return COMPARISONS[target.operator].meets(value, target)


def divisor(value: Decimal, target: Target) -> Decimal:
    """Return what a rate is had by dividing by: the target, of a range the end that lies nearer to the value."""
    return low(target) if value < low(target) else high(target)


def rate(value: Decimal, target: Target) -> Decimal:
    """Return how far a value has come towards a target, in %, not rounded; 100 and above is met, and only that."""
    end = divisor(value, target)
    if end <= 0 or is_within(value, target):
        return HUNDRED if meets(value, target) else ZERO
    return max(ZERO, COMPARISONS[target.operator].share(value, end)) * HUNDRED


def distance(value: Decimal, target: Target) -> Decimal:
    """Return how far a value lies from a number that is to be met, or from the nearer end of a range; in it, 0."""
    with localcontext(EXACT):
        return max(low(target) - value, value - high(target), ZERO)


def is_within(value: Decimal, target: Target) -> bool:
    """Return whether a target is a range and a value lies in it."""
    return target.operator == "区间" and meets(value, target)


def shown(rate_: Decimal, *bounds: Decimal) -> Decimal:
    """Return a rate as papers print it: with one decimal, or as many as it takes that what is not 0 does not look it.

    With two where one would lift it to 100 or to one of the `bounds` above it; where two would do so as well, what is
    behind the second is dropped: what falls short is never printed as if not.
    """
    with localcontext(EXACT):
        for near in (visible(rate_), rounded(rate_, 2)):
            if not any(rate_ < bound <= near for bound in (HUNDRED, *bounds)):
                return near
        return rate_.quantize(Decimal("0.01"), rounding=ROUND_FLOOR)
