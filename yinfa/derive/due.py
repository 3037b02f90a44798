"""What is due by the end of a year: the plan's target, the year's own, or that of the linear pace: `DUES` says when."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext
from typing import Literal

from yinfa.derive.pace import baseline_of, is_constant, is_kept, on_pace
from yinfa.derive.rates import EXACT, ZERO, high, low, meets
from yinfa.diagnostics import Origin
from yinfa.model.actuals import Actual, Revision
from yinfa.model.identity import Period
from yinfa.model.indicators import Indicator, Part
from yinfa.model.quantity import Absence, Quantity, Target

Basis = Literal["规划目标", "年度目标", "历年目标", "序时进度"]


@dataclass(frozen=True, slots=True)
class Goal:
    """The target of a part that is in force, the cell it stands in, and the revision that made it so, if any did."""

    target: Target
    origin: Origin
    revision: Revision | None = None


@dataclass(frozen=True, slots=True)
class Aim:
    """What is due by the end of a year, what makes it so, the cell it comes from, and the line of `DUES` that held."""

    target: Target
    origin: Origin
    basis: Basis
    why: str


@dataclass(frozen=True, slots=True)
class Course:
    """The way of a part to its target, as far as it has come by the end of a year: what has been said of it by then.

    `rows` are those of the period, by year; what comes after the year judged is not looked at. `early` says that its
    target may be met before the period is over, `midway` that the evaluation is one of all the years so far (中期), and
    not only of the last.
    """

    indicator: Indicator
    part: Part
    goal: Goal
    period: Period
    year: int
    rows: Mapping[int, Actual]
    early: bool
    midway: bool

    @property
    def years(self) -> range:
        """Return the years of the period up to the one judged."""
        return range(self.period.start, self.year + 1)

    @property
    def is_over(self) -> bool:
        """Return whether the period is over by the end of the year."""
        return self.year >= self.period.end

    @property
    def actual(self) -> Actual | None:
        """Return the row of the year, None without one."""
        return self.rows.get(self.year)

    @property
    def own(self) -> Quantity:
        """Return what is entered for the year."""
        return self.actual.value if self.actual else Absence.MISSING

    @property
    def summed(self) -> tuple[Actual, ...]:
        """Return the rows that a sum is made of; none where nothing is summed."""
        return tuple(self.rows[year] for year in self.years if year in self.rows) if self.indicator.is_added else ()

    @property
    def total(self) -> Quantity:
        """Return where it stands at the end of the year: of what is added, the sum of all years so far.

        A year without a number leaves no sum, one marked 不适用 adds nothing.
        """
        if not self.indicator.is_added or isinstance(self.own, Absence):
            return self.own
        values = [each.value for each in self.summed]
        if len(values) < len(self.years) or any(each in (Absence.MISSING, Absence.DASH) for each in values):
            return Absence.MISSING
        return _sum(each for each in values if isinstance(each, Decimal))

    @property
    def is_reached(self) -> bool:
        """Return whether the target of the whole period is met already."""
        target = self.goal.target
        return not target.is_worded and isinstance(self.total, Decimal) and meets(self.total, target)


@dataclass(frozen=True, slots=True)
class Due:
    """A line of the table of what is due: what it is, when it is so, in words, and what it is then; None for not so."""

    basis: Basis
    when: str
    aim: Callable[[Course], tuple[Target, Origin] | None]


def _of_plan(course: Course, *, so: bool) -> tuple[Target, Origin] | None:
    return (course.goal.target, course.goal.origin) if so else None


def _of_year(course: Course) -> tuple[Target, Origin] | None:
    row = course.actual
    return (row.target, row.target_at) if row and row.target and not _adds_up(course) else None


def _of_years(course: Course) -> tuple[Target, Origin] | None:
    aims = [each.target for each in course.summed if each.target]
    if course.actual is None or not _adds_up(course) or len(aims) < len(course.years):
        return None
    above = None if aims[0].high is None else _sum(map(high, aims))
    return replace(aims[0], low=_sum(map(low, aims)), high=above), course.actual.target_at


def _adds_up(course: Course) -> bool:
    """Return whether the targets of all years so far are to be summed, as what they added is."""
    return course.midway and course.indicator.is_added and not course.goal.target.is_worded


def _is_constant(course: Course) -> bool:
    return is_constant(course.indicator, course.goal.target, baseline_of(course.indicator, course.part))


def _is_kept(course: Course) -> bool:
    return is_kept(course.indicator, course.goal.target, baseline_of(course.indicator, course.part))


def _of_pace(course: Course) -> tuple[Target, Origin] | None:
    due = on_pace(course.indicator, course.part, course.goal.target, course.period, course.year)
    return (due, course.goal.origin) if due else None


DUES: tuple[Due, ...] = (
    Due("规划目标", "评估年为规划期末年", lambda course: _of_plan(course, so=course.is_over)),
    Due(
        "规划目标",
        "指标可以提前完成，到评估年的结果已达到规划目标",
        lambda course: _of_plan(course, so=course.early and course.is_reached),
    ),
    Due("历年目标", "中期评估，口径为新增，历年都有年度目标：各年年度目标之和，同历年新增之和比较", _of_years),
    Due("年度目标", "有评估年的年度目标：口径为新增的，同评估年当年的新增数比较（中期评估除外）", _of_year),
    Due("规划目标", "定性指标，每年相同", lambda course: _of_plan(course, so=course.goal.target.is_worded)),
    Due(
        "规划目标",
        "口径为期末，须等于一个数或在区间内，没有基期值，每年相同",
        lambda course: _of_plan(course, so=_is_constant(course)),
    ),
    Due("规划目标", "基期值已达到规划目标，只须保持", lambda course: _of_plan(course, so=_is_kept(course))),
    Due(
        "序时进度",
        "有基期值（口径为新增的从零算起）：基期值 +（规划目标 − 基期值）× 已过年数 ÷ 规划期年数；"
        "须等于一个数或在区间内的，从这个数到规划目标之间都算达到，区间以离基期值较近的一端计算",
        _of_pace,
    ),
    Due(
        "规划目标",
        "没有年度目标和基期值，而结果已达到规划目标",
        lambda course: _of_plan(course, so=course.is_reached),
    ),
)
UNKNOWN = "没有年度目标和基期值，结果又没有达到规划目标：评估年应达到多少，算不出来"


def aim_of(course: Course) -> Aim | None:
    """Return what is due by the end of the year: the first of the table that there is; None where nothing is known."""
    found = ((each, each.aim(course)) for each in DUES)
    return next((Aim(*aim, each.basis, each.when) for each, aim in found if aim), None)


def _sum(values: Iterable[Decimal]) -> Decimal:
    with localcontext(EXACT):
        return sum(values, ZERO)
