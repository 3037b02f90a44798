"""Names, measures and units in the rows of the indicators: the same thing by the same words, nothing stood in for."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from yinfa.checks.rule import Finding
from yinfa.model.indicators import Indicator
from yinfa.model.plan import Plan
from yinfa.sources.headers import plain

ALIKE = 0.6  # how much two names of one 编号 have in common to be taken for one
_MARKS = re.compile("[“”‘’\"'「」《》（）()、，,·．.—\\-和与及的]")
NO_MEASURE = re.compile(
    "[/／\\\\—–\\-－]*|无|没有|空|不适用|N/?A|单位|待定|[0-9.]+"
    "|[（(].*[）)]|数|[个件家项人]数|数量|百分比|百分数|比例|单位[：:].*",  # 95（%）, 20个数 would be printed
    re.IGNORECASE,
)


def name_drift(plan: Plan) -> Iterator[Finding]:
    """Find a name written in two ways: under one 编号 in two periods, or in one period but for marks and blanks."""
    known: dict[tuple[str, str], Indicator] = {}
    same: dict[tuple[str, str], Indicator] = {}
    for each in plan.indicators:
        for period in plan.identity.periods:
            other = known.get((str(period.id), str(each.id)))
            if other and _is_drift(other.name, each.name):
                message = f"编号“{each.id}”在“{period.id}”时期叫“{other.name}”，这里叫“{each.name}”"
                hint = f"同一指标用同一名称（另一处在 {other.origin}）；不是同一指标的，换一个编号"
                yield Finding(message, each.origin, hint)
        other = same.setdefault((str(each.period), _bare(each.name)), each)
        if other is not each and other.name != each.name:
            message = f"“{each.name}”与编号“{other.id}”的“{other.name}”只差标点，像是同一指标写了两次"
            yield Finding(message, each.origin, f"删去一个，或写明区别，另一处在 {other.origin}")
        known.setdefault((str(each.period), str(each.id)), each)
    yield from _between_periods(plan)


def _between_periods(plan: Plan) -> Iterator[Finding]:
    """Yield the names that differ from one of another period by marks alone: nothing finds the one by the other."""
    bare: dict[str, Indicator] = {}
    for each in plan.indicators:
        other = bare.setdefault(_bare(each.name), each)
        if other.period != each.period and other.id != each.id and other.name != each.name:
            message = f"“{each.name}”与“{other.period}”时期的“{other.name}”只差一两个字，两个时期的数对不上"
            yield Finding(message, each.origin, f"同一指标用同一名称（另一处在 {other.origin}）")


def _is_drift(one: str, other: str) -> bool:
    """Return whether two names are not the same and yet seem to mean the same."""
    return one != other and SequenceMatcher(None, _bare(one), _bare(other)).ratio() >= ALIKE


def _bare(name: str) -> str:
    return _MARKS.sub("", plain(name))


def unit_owner(plan: Plan) -> Iterator[Finding]:
    """Find a listed indicator without a unit, where others of its period have one."""
    for period in plan.identity.periods:
        listed = plan.listed(str(period.id))
        for each in listed if any(other.units for other in listed) else ():
            if not each.units:
                message = f"指标“{each.name}”没有责任单位，“{period.id}”时期的其他指标有"
                yield Finding(message, each.origin, "填写“责任单位”，多个单位用“、”分开，牵头的写在最前")


def measure_declared(plan: Plan) -> Iterator[Finding]:
    """Find a number whose measure is none: “/”, “无”, a number, “（%）”, “个数”."""
    for indicator in plan.indicators:
        for part in indicator.parts:
            if part.measure and NO_MEASURE.fullmatch(part.measure):
                message = f"“{indicator.named(part)}”的计量单位是“{part.measure}”，会照样印在数的后面"
                yield Finding(message, part.origin, "在“计量单位”一列写明单位：%、个、家、万元……")
