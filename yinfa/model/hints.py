"""Where a number should stand and does not: how to mend it, by what stands there instead."""

import re
import unicodedata
from decimal import Decimal

from yinfa.model.quantity import SCALES, convert
from yinfa.sources.figures import Hint

# What to write where there is no number, and how people write it who do not know.
KINDS = "确为零的填 0，来源没有数的填“—”，不适用的填“不适用”，还没有填报的空着"
_NOTHING = re.compile("[/\\\\]+|N/?A|无|没有|空|缺|暂无|暂缺|无数据|暂无数据|不详|未统计|未填报|未知", re.IGNORECASE)

_MONEY = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s*(元|万|亿|万元|亿元)")

# What stands in 目标值 -> where it belongs. The first pattern that matches holds.
_TARGETS = tuple(
    (re.compile(pattern), hint)
    for pattern, hint in (
        (r"[≥≤><=≧≦].*", "符号选在“比较”一列，这里只填数字"),
        (r".*(以上|以下|以内|不低于|不少于|不高于|不超过).*", "“比较”选 ≥ 或 ≤，这里只填数字"),
        (r"[0-9].*[-~—至].*[0-9].*", "“比较”选“区间”"),
        (r"[一二三四五六七八九十百千两零〇]+.*", "用阿拉伯数字填写"),
        (r"[^0-9]+", "“比较”选“定性”"),
    )
)


def for_target(measure: str) -> Hint:
    """Return what says how to mend a target in `measure`."""

    def hint(words: str) -> str:
        found = (hint for pattern, hint in _TARGETS if pattern.fullmatch(_plain(words)))
        return _converted(words, measure) or next(found, "只填数字，单位写在“计量单位”一列")

    return hint


def for_aim(measure: str) -> Hint:
    """Return what says how to mend a year's target in `measure`, or a changed one, whose sign stands in 指标."""
    return lambda words: _converted(words, measure) or "只填数字，按“指标”表“比较”一列的符号比较"


def for_amount(measure: str) -> Hint:
    """Return what says how to mend an amount or a result in `measure`."""

    def hint(words: str) -> str:
        nothing = KINDS if _NOTHING.fullmatch(_plain(words)) else ""
        return _converted(words, measure) or nothing or "只填数字；没有数值的填“—”"

    return hint


def for_year(_words: str) -> str:
    """Return how to mend a year."""
    return "只填四位年份，如 2010"


def for_ordinal(_words: str) -> str:
    """Return how to mend an ordinal."""
    return "只填整数，如 1"


def _converted(words: str, measure: str) -> str:
    """Return an amount of money in the measure wanted, or nothing when it is none."""
    found = _MONEY.fullmatch(_plain(words))
    if not found or measure not in SCALES:
        return ""
    value = convert(Decimal(found[1]), found[2].removesuffix("元") + "元", measure)
    return f"按{measure}填写：{value.normalize():f}"


def _plain(words: str) -> str:
    return unicodedata.normalize("NFKC", words).strip()
