"""Quantities as the office writes them: numbers with a measure, targets with an operator, and four kinds of nothing."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Literal, get_args

from yinfa.sources.scalars import as_decimal

Operator = Literal["≥", "≤", "=", "区间", "定性"]
OPERATORS: tuple[str, ...] = get_args(Operator)
# How keyboards write the signs, in plain form.
SIGNS = dict.fromkeys((">=", "=>", "≧", "⩾"), "≥") | dict.fromkeys(("<=", "=<", "≦", "⩽"), "≤") | {"=": "="}

# Measures that differ only by scale: how many of the base measure one of them is.
SCALES = {
    "元": ("元", Decimal(1)),
    "万元": ("元", Decimal(10_000)),
    "亿元": ("元", Decimal(100_000_000)),
}


class Absence(StrEnum):
    """Why there is no number: nothing was entered, the source prints a dash, or none applies. Zero is a number."""

    MISSING = "未填报"
    DASH = "—"
    NOT_APPLICABLE = "不适用"


Quantity = Decimal | Absence


class Verdict(StrEnum):
    """What an evaluation says of a target, best first. Missed is what is neither met nor out of the question."""

    EARLY = "提前完成"
    DONE = "已完成"
    ON_PACE = "达到序时进度"
    NEARLY = "基本完成"
    MISSED = "未完成"
    NO_DATA = "无数据"
    NOT_APPLICABLE = "不适用"

    @property
    def is_met(self) -> bool:
        """Return whether it counts as met."""
        return self in (Verdict.EARLY, Verdict.DONE, Verdict.ON_PACE)

    @property
    def is_missed(self) -> bool:
        """Return whether it is known to fall short: then a cause and a remedy are due."""
        return self in (Verdict.NEARLY, Verdict.MISSED)


RESULTS = tuple(str(each) for each in Verdict if each.is_met or each.is_missed)  # what may be said of words


def convert(value: Decimal, measure: str, to: str) -> Decimal:
    """Return `value` of `measure` in the measure `to`, exactly. Raise ValueError when they do not convert."""
    if measure == to:
        return value
    if measure not in SCALES or to not in SCALES or SCALES[measure][0] != SCALES[to][0]:
        raise ValueError(f"“{measure}”不能换算成“{to}”")
    return value * (SCALES[measure][1] / SCALES[to][1])  # a power of ten: no digit is lost


def decimals_of(value: Decimal) -> int:
    """Return with how many decimals a number is written."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def rounded(value: Decimal, decimals: int) -> Decimal:
    """Return `value` with this many decimals, halves away from zero as offices do."""
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def visible(value: Decimal) -> Decimal:
    """Return `value` with one decimal, or with as many as it takes that what is not zero does not look like it."""
    decimals = 1
    while value and not rounded(value, decimals):
        decimals += 1
    return rounded(value, decimals)


@dataclass(frozen=True, slots=True)
class Target:
    """A target: a number with an operator, a range from `low` to `high`, or words (定性).

    `low` is the number itself for ≥, ≤ and =.
    """

    operator: Operator
    low: Decimal | None = None
    high: Decimal | None = None
    words: str = ""

    @property
    def is_worded(self) -> bool:
        """Return whether it is words (定性), which no number is compared with."""
        return self.operator == "定性"

    def printed(self, measure: str = "") -> str:
        """Return the target as prose prints it, `92%`, `5～10个`, without its operator.

        A range of rates repeats its sign: 5%～8% (GB/T 15835).
        """
        if self.low is None:
            return self.words
        if self.high is None:
            return f"{self.low:f}{measure}"
        return f"{self.low:f}{measure if measure == '%' else ''}～{self.high:f}{measure}"

    def signed(self) -> str:
        """Return the target as a table prints it: `≥92`, `≤27`, `100`, `5～10`, 完成上级下达任务."""
        return (self.operator if self.operator in ("≥", "≤") else "") + self.printed()


_RANGE = re.compile(r"(-?[^～~—–-]+)[～~—–-](-?[^～~—–-]+)")


def range_of(text: str, measure: str = "") -> tuple[Decimal, Decimal] | None:
    """Return the two ends of a range written `5～10` (also with ~, - or —), each in `measure`; None if it is none."""
    found = _RANGE.fullmatch(text)
    try:
        return (as_decimal(found[1], measure=measure), as_decimal(found[2], measure=measure)) if found else None
    except ValueError:
        return None


def printed(value: Quantity) -> str:
    """Return a quantity as papers print it: its digits as written, or the word for its absence."""
    return str(value) if isinstance(value, Absence) else f"{value:f}"
