"""The rules by which an evaluation judges, as lines that a statistician can read: all of them, and nothing else."""

from collections.abc import Iterator
from decimal import Decimal

from yinfa.derive.due import DUES, UNKNOWN
from yinfa.derive.evaluation import GRAVITY
from yinfa.derive.rates import ALL_OR_NOTHING, COMPARISONS, IN_RANGE, NEVER_BELOW_ZERO, SOURCE
from yinfa.derive.verdicts import RULES
from yinfa.model.identity import Yardstick
from yinfa.model.indicators import BINDING, EXPECTED


def tables(yardstick: Yardstick) -> Iterator[str]:
    """Yield the table of the rules, of what is due and of the comparisons, and a plan's own thresholds."""
    yield "一、评价（从上到下，第一条符合的为准）"
    for number, rule in enumerate(RULES, 1):
        yield f"  {number}. {'定性指标：' if rule.qualitative else ''}{rule.when} → {rule.verdict}"
    yield f"  一个指标有几个分项的，以最差的为准，从差到好：{'、'.join(GRAVITY)}"
    yield "二、评估年应达到的目标（从上到下，第一条符合的为准）"
    yield from (f"  {number}. {due.when} → {due.basis}" for number, due in enumerate(DUES, 1))
    yield f"  {UNKNOWN}"
    yield "  序时进度：累计、新增的整数取整，取较易达到的一边；其余四舍五入，比目标值和基期值多一位小数"
    yield "  目标调整过的，以评估年年底前最后一次调整为准"
    yield "三、比较和完成率"
    yield from (f"  {sign}  {each.met_when}为达到；完成率 = {each.formula}" for sign, each in COMPARISONS.items())
    yield f"  {IN_RANGE}；{ALL_OR_NOTHING}；{NEVER_BELOW_ZERO}"
    yield f"  {SOURCE}"
    yield "四、本规划的界限（plan.yaml 的 evaluation）"
    nearly = (threshold(BINDING, yardstick.nearly.binding), threshold(EXPECTED, yardstick.nearly.expected))
    yield f"  完成率不低于多少为基本完成：{'，'.join(nearly)}"
    yield f"  可以提前完成的口径：{'、'.join(yardstick.early) or '没有'}（比较为“≤”的除外：规划期没有结束，还可能超过）"
    yield "五、一组指标的完成率"
    yield "  完成项数 ÷（总项数 − 不适用项数）× 100%；提前完成、已完成、达到序时进度为完成；无数据的留在分母内"


def threshold(nature: str, percent: int | Decimal) -> str:
    """Return from which rate on indicators of a nature are nearly met, in words."""
    return f"{nature}指标{percent}%{'（即不评“基本完成”）' if percent >= 100 else ''}"
