"""Charts made by hand, their figures as they are written: what the drawing of them is tried on."""

from collections.abc import Sequence
from decimal import Decimal

from yinfa.document.charts import Chart, ChartForm, Look, Series
from yinfa.document.tree import Num, Text

LIMIT = Num("100%", Decimal(100))
NAMES = ("制定“浙江制造”标准", "农产品抽检合格率", "R&D经费占GDP比重", "每万人发明专利拥有量", "驰名商标")
YEARS = ("2016", "2017", "2018", "2019", "2020")


def series(name: str, look: Look, values: Sequence[str | None], unit: str = "%") -> Series:
    """Return a row of figures, each with its unit; None is a gap."""
    return Series(name, look, tuple(None if each is None else Num(each + unit, Decimal(each)) for each in values))


def chart(form: ChartForm, labels: Sequence[str], *rows: Series, limit: Num | None = None) -> Chart:
    """Return a chart, with the caption 图1 完成情况."""
    words = f"图示：{form}，{len(labels)} 项"
    return Chart("c", (Text("完成情况"),), form, tuple(labels), rows, words, measure="项", limit=limit, ordinal="图1")


def rates(count: int = 5) -> Chart:
    """Return bars of so many rates about the limit, those that miss it in a look of their own."""
    values = [str(60 + 37 * n % 71) for n in range(count)]
    met = series("达到目标", "solid", [each if int(each) >= 100 else None for each in values])
    missed = series("未完成", "hatched", [each if int(each) < 100 else None for each in values])
    labels = NAMES if count == len(NAMES) else [f"{n}. {NAMES[n % 5]}" for n in range(1, count + 1)]
    return chart("bars", labels, met, missed, limit=LIMIT)


def units() -> Chart:
    """Return stacked bars of three units, the last of which has nothing."""
    done, late = series("已办结", "solid", ["12", "5", "0"], ""), series("推进中", "light", ["2", "0", "0"], "")
    return chart(
        "stacked", ["市场监管局", "住建局", "文旅局"], done, late, series("未启动", "hatched", ["6", "3", "0"], "")
    )


def path() -> Chart:
    """Return targets over five years with the actuals of four of them."""
    targets, actuals = ["80", "84", "88", "92", "96"], ["79", None, "90.5", "92.1", "97"]
    return chart("lines", YEARS, series("目标", "dashed", targets), series("实际", "line", actuals))
