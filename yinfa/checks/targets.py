"""What an indicator's name says against what its columns say: the sign, how it is counted, whole things, decimals."""

import re
from collections.abc import Iterator

from yinfa.checks.figures import Series, all_series, slips_of
from yinfa.checks.rule import Finding
from yinfa.model.actuals import Actual
from yinfa.model.indicators import ADDED, CUMULATIVE
from yinfa.model.plan import Plan
from yinfa.model.quantity import decimals_of

# How names end of which less is better, and of which more is.
LESS = re.compile(
    "(?:(?:排放|事故|投诉|死亡|伤亡|能耗|水耗|电耗|浓度|不合格|超标|缺陷|差错|返修|退货|损失|发生|发病|违法|缺勤)"
    "(?:总量|总数|强度|数量|人数|起数|件数|批次|率|量|数)?)$"
)
MORE = re.compile(
    "(?:(?<!不)合格率|优良率|优等品率|达标率|满意率|满意度|覆盖率|覆盖面|普及率|办结率|处置率|处理率|认证率|采标率|通达率|持证率|"
    "产值率|优良天数|优良天数比例|转化率|分担率|办理率|督查率|实施率|数控化率|联网率|一次合格率|贡献率|"
    "拥有量|专利|商标|证书|名牌|品牌|质量奖|工程奖|示范区|示范企业|示范基地|示范项目|标准化?试点(?:项目)?)$"
)
FALLING = re.compile("下降|降低|减少|削减|减排|降幅|压减|节约|节能")  # of what is to fall, more is better
_BRACKETS = re.compile("[（(][^）)]*[）)]$")

# Measures of things that are counted one by one, unless each is shared out among many.
WHOLE = frozenset("家个项件名人次起所张台座条艘辆户套处种部宗例批份位") | {"人次", "批次", "户次", "家次"}
SHARED = re.compile("每|人均|户均|平均|均值|之比|密度")

STATE_AS_ADDED = re.compile("^(累计)|(累计数|保有量|拥有量|存量)$")
ADDED_AS_STATE = re.compile("^(新增|当年|本年|每年)")


def direction(plan: Plan) -> Iterator[Finding]:
    """Find a target of at least (≥) where less is better, and one of at most (≤) where more is, by the name."""
    for series in all_series(plan):
        name, target = _BRACKETS.sub("", series.indicator.name), series.part.target
        if target is None or FALLING.search(name):
            continue
        for operator, wrong, better, right in (("≥", LESS, "越少越好", "≤"), ("≤", MORE, "越多越好", "≥")):
            if target.operator == operator and wrong.search(name):
                message = f"{series.called}看名称{better}，“比较”却是“{operator}”，达到与否会判反"
                yield Finding(message, series.part.origin, f"把这一行的“比较”改为“{right}”；确是如此的，静默这一处")


def basis_name(plan: Plan) -> Iterator[Finding]:
    """Find an indicator whose name says that it is what years add (新增), or a stock, and whose 口径 does not."""
    for indicator in plan.indicators:
        found = ADDED_AS_STATE.search(indicator.name) if indicator.basis not in (ADDED, CUMULATIVE) else None
        found = found or (STATE_AS_ADDED.search(indicator.name) if indicator.is_added else None)
        if found:
            message = f"“{indicator.name}”看名称是“{found[0]}”的数，“口径”却是“{indicator.basis}”"
            yield Finding(message, indicator.origin, "核对这一行的“口径”：新增是每年新加的数，累计、期末是年底的数")


def whole(plan: Plan) -> Iterator[Finding]:
    """Find a fraction of things that are counted one by one: 3.5家."""
    for series in all_series(plan):
        measure = series.part.measure
        for figure in series.figures if _is_of_whole_things(series) else ():
            if figure.value % 1:
                message = f"{series.called}{figure.called}是 {figure.value:f}{measure}，“{measure}”应是整数"
                yield Finding(message, figure.origin, "核对这个数和计量单位；平均数在指标名称中写明“平均”")


def _is_of_whole_things(series: Series) -> bool:
    shared = SHARED.search(series.indicator.name + series.part.name)
    return series.part.measure in WHOLE and not shared


def precision(plan: Plan) -> Iterator[Finding]:
    """Find results of one series with another number of decimals; that a cell drops a nought at the end is not it."""
    for series in all_series(plan):
        odd = None if _is_of_whole_things(series) else _odd(series)
        if odd:
            written = "、".join(f"{value:f}" for _, value in series.results)
            message = f"{series.called}各年完成值的小数位数不一：{written}"
            actual, decimals = odd
            hint = f"{actual.year} 年的数按 {decimals} 位小数填写，或各年统一位数"
            yield Finding(message, actual.origin, hint)


def _odd(series: Series) -> tuple[Actual, int] | None:
    """Return the first result with too few decimals, and how many most precise ones have; None where they agree."""
    slips = slips_of(series)
    results = [(actual, value) for actual, value in series.results if actual.origin not in slips]
    told = [(actual, decimals_of(value)) for actual, value in results if value not in (0, 100)]
    most = max((decimals for _, decimals in told), default=0)
    short = [actual for actual, decimals in told if decimals < most]
    lacking = [actual for actual, decimals in told if decimals <= most - 2]
    # One nought in ten is dropped at the end of a number: two in one number or three in a series are none of that.
    return ((lacking or short)[0], most) if lacking or len(short) > 2 else None
