"""The words of charts: what each shows, for one who cannot see it, and the notes below it.

Of what a chart is, how many bars it has and their extremes; of few, every figure.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from decimal import Decimal

from yinfa.document.charts import Series
from yinfa.document.tree import Num
from yinfa.model.quantity import Quantity

FEW = 12  # labels: of so many, every figure is told
NAMED = 3  # labels that are named where several share an extreme

Labels = tuple[str, ...]
Rows = tuple[Series, ...]


def of_rates(labels: Labels, series: Rows) -> str:
    """Return what bars of rates show: how many of each series, and every rate or the highest and the lowest."""
    bars = [(label, value) for label, (_, value) in zip(labels, _bars(series), strict=True)]
    counts = "、".join(f"{each.name}{sum(value is not None for value in each.values)}条" for each in series)
    if len(bars) <= FEW:
        told = f"依次为{'、'.join(f'{label}{value.text}' for label, value in bars)}"
    else:
        told = f"最高的是{_extreme(bars, max)}；最低的是{_extreme(bars, min)}"
    return f"条形图：各项指标的完成率，共{len(bars)}条，{counts}。{told}。"


def _bars(series: Rows) -> Iterator[tuple[str, Num]]:
    """Yield the one figure of every bar with the name of its series."""
    for values in zip(*(each.values for each in series), strict=True):
        yield next((each.name, value) for each, value in zip(series, values, strict=True) if value)


def _extreme(bars: list[tuple[str, Num]], pick: Callable[[list[Decimal]], Decimal]) -> str:
    wanted = pick([value.value for _, value in bars if value.value is not None])
    found = [(label, value.text) for label, value in bars if value.value == wanted]
    more = f"等{len(found)}项" if len(found) > NAMED else ""
    return f"{'、'.join(label for label, _ in found[:NAMED])}{more}，{found[0][1]}"


def of_groups(labels: Labels, series: Rows) -> str:
    """Return what the bars of 分类 show."""
    return _stacked(f"{len(labels)}类指标的完成情况", labels, series)


def of_units(labels: Labels, series: Rows) -> str:
    """Return what the bars of units show."""
    return _stacked(f"{len(labels)}个单位牵头任务的进展", labels, series)


def _stacked(what: str, labels: Labels, series: Rows) -> str:
    sums = {each.name: sum((value.value or 0 for value in each.values if value), Decimal(0)) for each in series}
    counts = "、".join(f"{name}{count:f}项" for name, count in sums.items())
    bars = "；".join(f"{label}{_parts(series, index)}" for index, label in enumerate(labels))
    return f"堆积条形图：{what}，共{sum(sums.values()):f}项，{counts}。{f'{bars}。' if len(labels) <= FEW else ''}"


def _parts(series: Rows, index: int) -> str:
    """Return what one bar is made of: 达到目标5项、未完成1项."""
    return "、".join(f"{each.name}{value.text}项" for each in series if (value := each.values[index]))


def of_path(name: str, measure: str, labels: Labels, series: Rows) -> str:
    """Return what lines over the years show: every figure, and where the last line (what there was) goes."""
    lines = "；".join(f"{each.name}{_told(labels, each)}" for each in series)
    return f"折线图：{name}，{labels[0]}至{labels[-1]}，单位：{measure}。{lines}。{_course(labels, series[-1])}"


def _told(labels: Labels, series: Series) -> str:
    return "、".join(f"{label}{value.text}" for label, value in zip(labels, series.values, strict=True) if value)


def _course(labels: Labels, series: Series) -> str:
    """Return from where to where a line goes; nothing of one point."""
    known = [(label, each) for label, each in zip(labels, series.values, strict=True) if each]
    (first, start), (last, end) = known[0], known[-1]
    if first == last or start.value is None or end.value is None:
        return ""
    if start.value == end.value:
        return f"{series.name}{last}与{first}持平。"
    return f"{series.name}从{first}的{start.text}{'升' if end.value > start.value else '降'}至{last}的{end.text}。"


# --- notes --------------------------------------------------------------------------------

LED_BY_SEVERAL = "由几个单位共同牵头的任务，各单位都计入。"


def cut_at(most: Decimal) -> str:
    """Return that longer bars are drawn up to a rate only."""
    return f"完成率超过{most}%的，柱形画到{most}%为止，数字照实标注。"


def without_rate(reasons: Mapping[str, Iterable[str]]) -> str:
    """Return what is not drawn, as it has no rate, by the reasons why."""
    named = "；".join(f"{why}的{'、'.join(labels)}" for why, labels in reasons.items())
    return f"没有完成率、未画入图中的有：{named}。"


def not_counted(names: Collection[str]) -> str:
    """Return which indicators do not apply, so that no bar counts them."""
    return f"不适用的{len(names)}项指标未计入图中：{'、'.join(names)}。"


def revised_by(document: str) -> str:
    """Return by what the target was changed that a line leads to."""
    return f"目标值已按{document}调整。"


def gaps_in(years: Mapping[int, Quantity]) -> str:
    """Return the years in which a line has a gap, and why."""
    return f"没有实际值、图中空缺的有：{'、'.join(f'{year}年（{why}）' for year, why in years.items())}。"
