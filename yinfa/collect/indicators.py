"""The rows of the form of indicators: every part that has results of its own in a year."""

from collections.abc import Iterator

from yinfa.collect.forms import INDICATOR_FORM
from yinfa.collect.lines import Line, Value
from yinfa.collect.standing import Standing
from yinfa.derive.evaluation import Judgement, judge, rows_of
from yinfa.diagnostics import Origin, Report
from yinfa.model.actuals import Actual
from yinfa.model.identity import Period
from yinfa.model.indicators import Indicator, Part
from yinfa.model.plan import Plan
from yinfa.model.quantity import RESULTS, Absence
from yinfa.sources.text import Text

DUE = "本年应达到"
WHY = {"年度目标": "年度目标", "历年目标": "历年目标之和", "序时进度": "按序时进度", "规划目标": "规划目标"}


def years_before(plan: Plan, year: int) -> tuple[str, ...]:
    """Return the headers of the years before that belong to a period of the year."""
    years = sorted({before for period in _periods(plan, year) for before in period.years if before < year})
    return tuple(map(_header, years))


def indicator_lines(plan: Plan, year: int, now: Standing, _: Report) -> Iterator[tuple[Line, tuple[Text, ...], Origin]]:
    """Yield a row for each part of the indicators of the periods of a year, with who is responsible.

    Of parts under one target the first is asked. What no table lists may stay blank.
    """
    periods = {str(each.id): each for each in _periods(plan, year)}
    for indicator in plan.indicators:
        period = periods.get(str(indicator.period))
        for part in _told(indicator) if period else ():
            assert period is not None  # noqa: S101  else there are none
            yield _line(plan, indicator, part, period, year, now), indicator.units, indicator.origin


def _periods(plan: Plan, year: int) -> tuple[Period, ...]:
    return tuple(each for each in plan.identity.periods if year in each.years)


def _told(indicator: Indicator) -> tuple[Part, ...]:
    return indicator.parts[:1] if indicator.spans else indicator.parts


def _line(plan: Plan, indicator: Indicator, part: Part, period: Period, year: int, now: Standing) -> Line:
    key = (str(indicator.period), str(indicator.id), part.name)
    target = part.target or indicator.target
    known: dict[str, Value] = {
        "时期": key[0],
        "编号": key[1],
        "分项": key[2],
        "指标名称": str(indicator.name),
        "计量单位": part.measure,
        "口径": indicator.basis,
        **_aims(plan, indicator, part, period, year),
        **_before(plan, indicator, part, period, year),
    }
    return Line(
        key=key,
        label=f"指标“{indicator.named(part)}”",
        values=known | now.values(INDICATOR_FORM, key),
        cells=now.cells(INDICATOR_FORM, key),
        measure=part.measure,
        choices=RESULTS if target and target.is_worded else (),
        awaited=indicator.listed,
    )


def _aims(plan: Plan, indicator: Indicator, part: Part, period: Period, year: int) -> dict[str, Value]:
    """Return the target in force, and what is due by the end of the year with what makes it so."""
    judged = judge(plan, indicator, part, period, year)
    if judged is None:
        return {}
    return {
        "目标值": judged.goal.target.signed(),
        DUE: f"{judged.aim.target.signed()}（{_why(judged)}）" if judged.aim else "",
    }


def _why(judged: Judgement) -> str:
    """Return what makes it so; of what is added year by year, that it is the sum of the years, where it is one."""
    assert judged.aim is not None  # noqa: S101  it is asked for what there is
    is_first = judged.course.year == judged.course.period.start
    is_sum = judged.indicator.is_added and judged.aim.basis != "年度目标" and not judged.goal.target.is_worded
    return ("历年合计，" if is_sum and not is_first else "") + WHY[judged.aim.basis]


def _before(plan: Plan, indicator: Indicator, part: Part, period: Period, year: int) -> dict[str, Value]:
    rows = {each.year: each for each in rows_of(plan, indicator, part)}
    return {_header(each): _told_of(rows[each]) for each in period.years if each < year and each in rows}


def _told_of(actual: Actual) -> Value:
    """Return what was said of a year."""
    if actual.result:
        return actual.result
    return "" if actual.value is Absence.MISSING else actual.value


def _header(year: int) -> str:
    return f"{year}年"
