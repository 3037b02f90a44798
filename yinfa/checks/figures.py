"""The figures of an indicator beside each other: slips of the measure, jumps, rates that cannot be, sums that fall."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from statistics import median_low

from yinfa.checks.rule import Finding
from yinfa.diagnostics import Origin
from yinfa.model.actuals import Actual, Revision
from yinfa.model.indicators import CUMULATIVE, Indicator, Part
from yinfa.model.plan import Plan
from yinfa.model.quantity import SCALES, Target

GROWTH = re.compile("增长|增幅|增速|降幅|变化率")  # rates that may be anything
JUMP = 10  # times from one year to the next
DIGIT = 5  # times better than what is aimed at: then a digit is missing
BASELINE, TARGET = "基期值", "目标值"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a series, what messages call it, its cell, and whether it is a result."""

    called: str
    value: Decimal
    origin: Origin
    is_result: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """All numbers of a part of an indicator: its results by year, its targets, its baseline."""

    indicator: Indicator
    part: Part
    actuals: tuple[Actual, ...]
    figures: tuple[Figure, ...]

    @property
    def called(self) -> str:
        """Return what messages call it."""
        return f"“{self.indicator.named(self.part)}”"

    @property
    def may_be_anything(self) -> bool:
        """Return whether it is the rate of a growth."""
        return bool(GROWTH.search(self.indicator.name + self.part.name))

    @property
    def levels(self) -> tuple[Figure, ...]:
        """Return what is known of a state: the baseline and the results; nothing of what is added year by year."""
        known = (each for each in self.figures if each.is_result or each.called == BASELINE)
        return () if self.indicator.is_added else tuple(known)

    @property
    def aims(self) -> tuple[Figure, ...]:
        """Return the targets of the period, also as they were changed, and of the years."""
        return tuple(each for each in self.figures if not each.is_result and each.called != BASELINE)

    @property
    def results(self) -> tuple[tuple[Actual, Decimal], ...]:
        """Return the years that have a number, with it."""
        return tuple((each, each.value) for each in self.actuals if isinstance(each.value, Decimal))


@dataclass(frozen=True, slots=True)
class Slip:
    """How figures of some `measures` are mistaken: by about which `factor`, give or take how many times (`within`).

    Two figures that are both above `low` and not above `high` are no slip, however far from each other.
    """

    measures: tuple[str, ...]
    factor: int
    within: int
    low: int
    high: int
    hint: str


MONEY = Slip(tuple(SCALES), 10_000, 5, 0, 0, "核对是否把万元、亿元填混，按“计量单位”一列的单位填写")
PERCENT = Slip(("%", "百分点", "个百分点"), 100, 3, 1, 100, "百分数只填数：92% 填 92，不填 0.92 或 9200")


def money_scale(plan: Plan) -> Iterator[Finding]:
    """Find amounts of money that are about 10 000 times off from the other figures of their indicator."""
    return _slips(plan, MONEY)


def pct_scale(plan: Plan) -> Iterator[Finding]:
    """Find rates that are about 100 times off from the other figures of their indicator, and aims with a digit less.

    0.92 stands for 92; and an aim of 9 where the baseline is 87 and more is better is 90.
    """
    yield from _slips(plan, PERCENT)
    for series in all_series(plan):
        for aim, known in _met_long_ago(series) if series.part.measure == "%" else ():
            message = (
                f"{series.called}{aim.called}是 {aim.value:f}%，{known.called.strip()}却已是 {known.value:f}%，"
                f"相差 {DIGIT} 倍以上，像是少写或多写了一位"
            )
            yield Finding(message, aim.origin, "核对目标值：90% 填 90，不填 9")


def _met_long_ago(series: Series) -> Iterator[tuple[Figure, Figure]]:
    """Yield the aims that every known level is many times better than, with the level that is nearest."""
    operator = series.part.target.operator if series.part.target else ""
    known = [each for each in series.levels if each.value > 0 and each.origin not in slips_of(series)]
    for aim in series.aims if known and not series.may_be_anything else ():
        least, most = min(known, key=_value), max(known, key=_value)
        if operator == "≥" and 0 < DIGIT * aim.value <= least.value and not _is_slip(series, aim):
            yield aim, least
        if operator == "≤" and aim.value >= DIGIT * most.value and not _is_slip(series, aim):
            yield aim, most


def _value(figure: Figure) -> Decimal:
    return figure.value


def _is_slip(series: Series, figure: Figure) -> bool:
    return figure.origin in slips_of(series)


def _slips(plan: Plan, slip: Slip) -> Iterator[Finding]:
    for series in all_series(plan):
        for figure in _slipped(slip, series):
            measure = series.part.measure
            usual = median_low(each.value for each in series.figures if _is_far(slip, figure, each))
            message = (
                f"{series.called}{figure.called}是 {figure.value:f}{measure}，"
                f"同一指标的其他数在 {usual:f}{measure} 上下，相差约 {slip.factor} 倍"
            )
            yield Finding(message, figure.origin, slip.hint)


def _slipped(slip: Slip, series: Series) -> tuple[Figure, ...]:
    """Return the figures that are far from most of the others; results only, if there are any such: one of two is."""
    if series.part.measure not in slip.measures or series.may_be_anything:
        return ()
    found = tuple(each for each in series.figures if _is_alone(slip, each, series))
    return tuple(each for each in found if each.is_result) or found


def _is_alone(slip: Slip, figure: Figure, series: Series) -> bool:
    others = [each for each in series.figures if each is not figure and each.value > 0]
    return 2 * sum(_is_far(slip, figure, each) for each in others) > len(others)


def _is_far(slip: Slip, figure: Figure, other: Figure) -> bool:
    """Return whether two figures are as far from each other as a slip puts them."""
    less, more = sorted((figure.value, other.value))
    if less <= 0 or (slip.low < less and more <= slip.high):
        return False
    return slip.factor <= more / less * slip.within and more / less <= slip.factor * slip.within


def magnitude(plan: Plan) -> Iterator[Finding]:
    """Find a jump of more than ten times from one result to the next, the baseline first, of what is a state."""
    for series in all_series(plan):
        for before, after in pairwise(series.levels if not series.may_be_anything else ()):
            old, new = before.value, after.value
            jumps = min(old, new) > 0 and max(old, new) > JUMP * min(old, new)
            if jumps and not {before.origin, after.origin} & slips_of(series):
                message = f"{series.called}从{_when(before)} {old:f} 变为{_when(after)} {new:f}，超过 {JUMP} 倍"
                yield Finding(message, after.origin, "核对两处的数和计量单位")


def slips_of(series: Series) -> set[Origin]:
    """Return the cells of the figures that are told as slips already."""
    return {figure.origin for slip in (MONEY, PERCENT) for figure in _slipped(slip, series)}


def pct_range(plan: Plan) -> Iterator[Finding]:
    """Find a rate outside 0 to 100; the rate of a growth may be."""
    for series in all_series(plan):
        for figure in series.figures if series.part.measure == "%" and not series.may_be_anything else ():
            if not 0 <= figure.value <= 100 and figure.origin not in slips_of(series):
                message = f"{series.called}{figure.called}是 {figure.value:f}%，不在 0 至 100 之间"
                yield Finding(message, figure.origin, "核对这个数；增长率请在指标名称中写明“增长”")


def cumulative(plan: Plan) -> Iterator[Finding]:
    """Find a sum (累计) that falls from one year to the next, or from the baseline to the first year."""
    for series in all_series(plan):
        stopped = {each.origin for each in series.actuals if each.discontinued}
        for before, after in pairwise(series.levels if series.indicator.basis == CUMULATIVE else ()):
            if after.value < before.value and after.origin not in stopped:
                message = (
                    f"{series.called}是累计数，{_when(after).lstrip()} {after.value:f} "
                    f"少于{_when(before)} {before.value:f}"
                )
                yield Finding(message, after.origin, "核对两处的数；每年单独计数的，“口径”改为“新增”")


def _when(level: Figure) -> str:
    """Return how a level is called beside another: 基期的,  2012 年的."""
    return "基期的" if level.called == BASELINE else level.called.removesuffix("完成值")


def all_series(plan: Plan) -> Iterator[Series]:
    """Yield the series of every part of every indicator."""
    for indicator in plan.indicators:
        for part in indicator.parts:
            rows = tuple(sorted(plan.actuals.of(indicator, part.name), key=lambda each: each.year))
            yield Series(indicator, part, rows, tuple(_figures(part, plan.revisions.of(indicator, part.name), rows)))


def _figures(part: Part, revisions: Iterable[Revision], actuals: Iterable[Actual]) -> Iterator[Figure]:
    if isinstance(part.baseline, Decimal):
        yield Figure(BASELINE, part.baseline, part.baseline_at)
    yield from _ends(TARGET, part.target, part.origin)
    for each in revisions:
        yield from _ends(f" {each.day.year} 年调整后的目标", each.target, each.origin)
    for actual in actuals:
        yield from _ends(f" {actual.year} 年的年度目标", actual.target, actual.target_at)
        if isinstance(actual.value, Decimal):
            yield Figure(f" {actual.year} 年的完成值", actual.value, actual.origin, is_result=True)


def _ends(called: str, target: Target | None, origin: Origin) -> Iterator[Figure]:
    """Yield the numbers of a target: none of words, two of a range."""
    for end in (target.low, target.high) if target else ():
        if end is not None:
            yield Figure(called, end, origin)
