"""One chart of each kind that a paper may have, made by hand: what Word's charts are tried on."""

from dataclasses import replace
from decimal import Decimal

from tests.writers.drawn import LIMIT, chart, series
from yinfa.document.charts import Chart, Look, Series

LABELS = (
    "研发投入占比",
    "产品质量合格率",
    "农产品抽检合格率",
    "公众满意度",
    "企业标准自我声明公开率（战略性新兴产业和重点传统产业企业）",
)
RATES = ("105.2", "100.0", "95.0", "63.8", "0.0", "135.0", "92.5")


def rates(rows: int = 7, huge: str = "", top: int | None = None) -> Chart:
    """Return rates, each in one series only: the last is `huge`, if given, and the last but one a gap."""
    printed: list[str | None] = [RATES[n % len(RATES)] for n in range(rows)]
    if huge:
        printed[-2:] = [None, huge]

    def within(name: str, look: Look, low: int, high: int) -> Series:
        return series(name, look, [each if each and low <= Decimal(each) < high else None for each in printed])

    looks = within("达到目标", "solid", 100, 10**6), within("基本完成", "light", 90, 100)
    labels = [f"{n + 1}.{LABELS[n % len(LABELS)]}" for n in range(rows)]
    drawn = chart("bars", labels, *looks, within("未完成", "hatched", 0, 90), limit=LIMIT)
    return replace(drawn, measure="%", top=None if top is None else Decimal(top))


STACKED = chart(
    "stacked",
    ("质量效益", "品牌建设", "标准引领"),
    series("已完成", "solid", ["7", "5", "3"], ""),
    series("基本完成", "light", ["1", None, "1"], ""),
    series("未完成", "hatched", ["2", None, "1"], ""),
    series("无数据", "blank", [None, "1", "1"], ""),
)
PATH = chart(
    "lines",
    ("2016年", "2017年", "2018年", "2019年", "2020年"),
    series("目标值", "dashed", ["5", "10", "15", "20", "25"], ""),
    series("实际值", "line", ["4", "12.5", None, "22", "21"], ""),
)
TASKS = chart("bars", ("县质监局", "县经信局", "县农业局"), series("任务", "solid", ["12", "0", None], ""))
BESIDE = chart(
    "bars",
    ("县质监局", "县经信局"),
    series("应完成", "light", ["12", "3"], ""),
    series("已完成", "solid", ["10", None], ""),
)
CHARTS = {
    "rates": rates(),
    "many rates, one huge": rates(30, "912.3", 200),
    "stacked": STACKED,
    "lines": PATH,
    "one series": TASKS,
    "two side by side": BESIDE,
}
