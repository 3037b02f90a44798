"""The figures of the tables of results: targets, what is due, results, sums, rates, each with its value and cell."""

from decimal import Decimal

from markupsafe import Markup

from yinfa.compose.figures import NOTHING, figure, quantity_figure, target_figure
from yinfa.derive.evaluation import Judgement
from yinfa.derive.facts.judged import cells_behind
from yinfa.derive.rates import shown
from yinfa.diagnostics import Origin
from yinfa.model.quantity import printed
from yinfa.sources.spans import cells_of


def goal_figure(judgement: Judgement, measure: str = "") -> Markup:
    """Return the target in force."""
    return target_figure(judgement.goal.target, judgement.goal.origin, measure)


def planned_figure(judgement: Judgement, measure: str = "") -> Markup:
    """Return the target that the plan itself set, which may have been changed since."""
    target = judgement.part.target or judgement.indicator.target or judgement.goal.target
    return target_figure(target, judgement.part.origin, measure)


def aim_figure(judgement: Judgement, measure: str = "") -> Markup:
    """Return what was due in the year judged, — where nothing says it."""
    aim = judgement.aim
    return target_figure(aim.target, aim_cells(judgement), measure) if aim else NOTHING


def own_figure(judgement: Judgement) -> Markup:
    """Return the result of the year judged: a figure, the word of a target in words, or why there is none."""
    if judgement.case.worded and judgement.case.result:
        return figure(judgement.case.result, None, _cell(judgement))
    return quantity_figure(judgement.course.own, _cell(judgement))


def judged_figure(judgement: Judgement, measure: str = "") -> Markup:
    """Return what was held against what was due: of 新增 the sum, unless the year has a target of its own."""
    if judgement.case.worded:
        return own_figure(judgement)
    whole = judgement.case.value == judgement.case.total and judgement.summed
    return quantity_figure(judgement.case.value, sum_cells(judgement) if whole else _cell(judgement), measure)


def sum_figure(judgement: Judgement) -> Markup:
    """Return what all years of the period so far added, nothing where that is not known."""
    total = judgement.case.total
    return figure(printed(total), total, sum_cells(judgement)) if isinstance(total, Decimal) else Markup("")


def is_apart(judgement: Judgement) -> bool:
    """Return whether what the year judged added is another figure than that of all years so far."""
    own = judgement.course.own
    return judgement.indicator.is_added and isinstance(own, Decimal) and own != judgement.course.total


def aim_cells(judgement: Judgement) -> str:
    """Return the cell of what was due; of a pace those that it runs between, of a sum those of its years."""
    aim = judgement.aim
    if aim is None:
        return ""
    if aim.basis == "历年目标":
        return cells_of(each.target_at for each in judgement.summed)
    return cells_of((aim.origin, judgement.part.baseline_at) if aim.basis == "序时进度" else (aim.origin,))


def grounds(judgement: Judgement) -> str:
    """Return the cells that a verdict rests on."""
    return cells_of(cells_behind(judgement))


def sum_cells(judgement: Judgement) -> str:
    """Return the cells that a sum was made of, `book!sheet!E2..E6`."""
    return cells_of(each.origin for each in judgement.summed)


def share_figure(rate: Decimal | None, place: str) -> Markup:
    """Return a rate of no single cell as papers print it, 66.7%, — for none."""
    return NOTHING if rate is None else figure(f"{shown(rate):f}%", rate, place)


def completion_figure(judgement: Judgement) -> Markup:
    """Return the rate of completion of what was due, seen to fall short where it does; — for none."""
    rate = judgement.rate_shown
    return NOTHING if rate is None else figure(f"{rate:f}%", judgement.rate, grounds(judgement))


def _cell(judgement: Judgement) -> Origin | str:
    """Return the cell of the result; of one that nobody entered there is none, but that of the target tells whose."""
    return judgement.actual.origin if judgement.actual else judgement.goal.origin
