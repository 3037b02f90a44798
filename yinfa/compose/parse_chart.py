"""Charts: from elements of the vocabulary to rows of figures that match their labels."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import cast

from yinfa.compose.elements import Element, bad, get, one_of
from yinfa.compose.parse_inlines import figure_of, inlines
from yinfa.document.charts import LOOKS, Chart, ChartForm, Look, Series
from yinfa.document.tree import Num


def chart(element: Element) -> Chart:
    """Return the chart of a `<chart>`.

    Raise `BadMarkup` where a series has not a figure, or a gap, for every label, nothing is to be drawn, or what is
    drawn has no name, no printed figure or no words for who cannot see it.
    """
    captions, limits = element.findall("figcaption"), element.findall("data")
    if len(captions) != 1 or len(limits) > 1:
        raise bad("<chart> 要有一个 <figcaption>，最多一个 <data>（界限）", element)
    form = cast(ChartForm, one_of(element, "form", LOOKS))
    labels = _names((each.text for each in element.iterfind("label")), "<label>", element)
    return Chart(
        id=get(element, "id"),
        caption=inlines(captions[0]),
        form=form,
        labels=labels,
        series=_series(element, form, len(labels)),
        alt=_words(element, "alt"),
        measure=get(element, "measure"),
        limit=_limit(limits[0]) if limits else None,
        top=_top(element),
        origin=get(element, "at"),
    )


def _series(chart_: Element, form: ChartForm, wanted: int) -> tuple[Series, ...]:
    series = tuple(_one_series(each, form, wanted) for each in chart_.iterfind("series"))
    _names((each.name for each in series), "<series>", chart_)
    if all(value is None for each in series for value in each.values):
        raise bad("<chart> 没有一个数可画", chart_)
    return series


def _one_series(element: Element, form: ChartForm, wanted: int) -> Series:
    values = tuple(_value(each) for each in element)
    if len(values) != wanted:
        raise bad(f"<series> 有 {len(values)} 个数，应与 {wanted} 个 <label> 一一对应", element)
    return Series(get(element, "name").strip(), cast(Look, one_of(element, "look", LOOKS[form])), values)


def _names(found: Iterable[str | None], tag: str, element: Element) -> tuple[str, ...]:
    """Return the names of labels or series: at least one, none empty, no two series alike."""
    names = tuple((each or "").strip() for each in found)
    if not names or not all(names):
        raise bad(f"<chart> 要有至少一个 {tag}，每个都要有名称", element)
    if tag == "<series>" and len(set(names)) < len(names):
        raise bad(f"<chart> 有两个 {tag} 同名", element)
    return names


def _value(element: Element) -> Num | None:
    """Return a figure; one without a value is a gap, where nothing may be printed."""
    figure = figure_of(element)
    text = figure.text.strip()
    if (figure.value is None) == bool(text):
        raise bad("图中的 <data> 有数才能有字，有数就要有字", element)
    if figure.value is not None and not figure.value.is_finite():
        raise bad(f"<data> 的 value“{figure.value}”画不出来", element)
    return None if figure.value is None else replace(figure, text=text)


def _limit(element: Element) -> Num:
    limit = _value(element)
    if limit is None:
        raise bad("<chart> 的界限要有数", element)
    return limit


def _top(element: Element) -> Decimal | None:
    """Return where the axis of bars ends; lines are drawn whole."""
    given = get(element, "top")
    try:
        top = Decimal(given) if given else None
    except InvalidOperation as error:
        raise bad(f"<chart> 的 top“{given[:20]}”不是数", element) from error
    if top is not None and (get(element, "form") == "lines" or not (top.is_finite() and top > 0)):
        raise bad("<chart> 的 top 只用于条形，要大于零", element)
    return top


def _words(element: Element, name: str) -> str:
    if not get(element, name).strip():
        raise bad(f"<chart> 的 {name} 要写明图中所示", element)
    return get(element, name)
