"""Totals that were typed: a part called 合计 beside the parts it is made of, a project that is a total."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from yinfa.checks.rule import Finding
from yinfa.derive.pace import UNCOUNTED
from yinfa.diagnostics import Origin
from yinfa.model.indicators import Indicator, Part
from yinfa.model.plan import Plan
from yinfa.model.quantity import convert, decimals_of, rounded
from yinfa.sources.headers import plain

TOTAL = re.compile("(?:合计|总计|小计|总数)(?:[（(：:].*)?")
SHARES = re.compile("占比|比重|构成|比例")  # rates whose parts add up
ROUNDED = re.compile("四舍五入|进位|尾数|舍入")  # a note that says why a total differs from its parts


@dataclass(frozen=True, slots=True)
class Total:
    """A total that was typed, what messages call it, and its parts, all in the measure of the total."""

    called: str
    measure: str
    value: Decimal
    origin: Origin
    parts: tuple[Decimal, ...]
    exact: bool
    note: str

    def __str__(self) -> str:
        """Return in words what the total is and what its parts add up to."""
        added = f"{self.sum.normalize():f}{self.measure}"
        return f"{self.called}是 {self.value:f}{self.measure}，各分项相加是 {added}"

    @property
    def sum(self) -> Decimal:
        """Return what the parts add up to."""
        return sum(self.parts, Decimal(0))

    @property
    def is_right(self) -> bool:
        """Return whether the parts, rounded as the total is, make the total."""
        return rounded(self.sum, decimals_of(self.value)) == self.value

    @property
    def is_rounded(self) -> bool:
        """Return whether the total differs from its parts by no more than their rounding."""
        if self.exact:
            return False
        step = Decimal("0.5").scaleb(-decimals_of(self.value))
        inner = Decimal("0.5").scaleb(-max(map(decimals_of, self.parts)))
        return abs(self.sum - self.value) <= step + inner * len(self.parts)


def sum_total(plan: Plan) -> Iterator[Finding]:
    """Find a total that differs from its parts beyond the rounding, and a project that is a total."""
    for total in _totals(plan):
        if not total.is_right and not total.is_rounded:
            yield Finding(str(total), total.origin, "核对合计和各分项；合计可删去，由各分项说明")
    for project in plan.projects:
        if TOTAL.fullmatch(plain(project.name)):
            message = f"项目“{project.name}”是合计行，会算作一个项目，投资也重复计入"
            yield Finding(message, project.origin, "删去此行：合计由程序计算")


def rounding_note(plan: Plan) -> Iterator[Finding]:
    """Find a total that differs from its parts by their rounding, where no note says so."""
    for total in _totals(plan):
        if not total.is_right and total.is_rounded and not ROUNDED.search(total.note):
            message = f"{total}，差在四舍五入，没有说明"
            yield Finding(message, total.origin, "在“备注”写明“各分项之和与合计的差异由四舍五入造成”")


def _totals(plan: Plan) -> Iterator[Total]:
    """Yield the totals among the parts of indicators: of targets, of baselines, of each year's results."""
    for indicator in plan.indicators:
        whole = next((each for each in indicator.parts if TOTAL.fullmatch(plain(each.name))), None)
        parts = [each for each in indicator.parts if each is not whole]
        if whole is None or len(parts) < 2 or (whole.measure == "%" and not SHARES.search(indicator.name)):
            continue
        known = [_figures(plan, indicator, each) for each in parts]
        for what, (value, origin) in _figures(plan, indicator, whole).items():
            numbers = [each[what][0] for each in known if what in each]
            if len(numbers) == len(parts) and (added := _converted(numbers, parts, whole.measure)):
                counted = whole.measure not in UNCOUNTED and not any(map(decimals_of, (value, *added)))
                called = f"“{indicator.named(whole)}”{what}"
                yield Total(called, whole.measure, value, origin, added, counted, str(indicator.note))


def _converted(numbers: list[Decimal], parts: list[Part], measure: str) -> tuple[Decimal, ...]:
    """Return the numbers in one measure; none where theirs do not convert."""
    try:
        return tuple(convert(number, part.measure, measure) for number, part in zip(numbers, parts, strict=True))
    except ValueError:
        return ()


def _figures(plan: Plan, indicator: Indicator, part: Part) -> dict[str, tuple[Decimal, Origin]]:
    """Return the numbers of a part and their cells by what messages call them; no ranges, no words."""
    found: dict[str, tuple[object, Origin]] = {"的基期值": (part.baseline, part.baseline_at)}
    if part.target and part.target.high is None:
        found["的目标值"] = (part.target.low, part.origin)
    for actual in plan.actuals.of(indicator, part.name):
        found[f" {actual.year} 年的完成值"] = (actual.value, actual.origin)
    return {what: (value, origin) for what, (value, origin) in found.items() if isinstance(value, Decimal)}
