"""The evaluation of a period in one of its years: a judgement on every part of every indicator of its table."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from yinfa.derive.due import Aim, Course, Goal, aim_of
from yinfa.derive.rates import shown
from yinfa.derive.verdicts import Case, Rule, rule_for
from yinfa.model.actuals import Actual
from yinfa.model.identity import Leaf, Period, Stage
from yinfa.model.indicators import Indicator, Part
from yinfa.model.plan import Plan
from yinfa.model.quantity import Verdict

# Gravest first: what an indicator of several parts is called by.
GRAVITY = (
    *(Verdict.MISSED, Verdict.NO_DATA, Verdict.NEARLY),
    *(Verdict.ON_PACE, Verdict.DONE, Verdict.EARLY, Verdict.NOT_APPLICABLE),
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is said of a part of an indicator, and all that it rests on.

    `course` holds the indicator, its target and the rows up to the year judged; `aim` is what was due, `case` the value
    compared with it, `rule` the line of the table that decided.
    """

    course: Course
    aim: Aim | None
    case: Case
    rule: Rule

    @property
    def indicator(self) -> Indicator:
        """Return the indicator."""
        return self.course.indicator

    @property
    def part(self) -> Part:
        """Return the part of it that is judged."""
        return self.course.part

    @property
    def goal(self) -> Goal:
        """Return the target of the whole period that is in force."""
        return self.course.goal

    @property
    def actual(self) -> Actual | None:
        """Return the row of the year judged, None without one."""
        return self.course.actual

    @property
    def summed(self) -> tuple[Actual, ...]:
        """Return the rows that a sum (新增) is made of; none where nothing is summed."""
        return self.course.summed

    @property
    def verdict(self) -> Verdict:
        """Return the verdict."""
        return self.rule.verdict

    @property
    def rate(self) -> Decimal | None:
        """Return the rate of completion of what was due, in %, not rounded; None where there is none."""
        return self.case.rate

    @property
    def rate_shown(self) -> Decimal | None:
        """Return the rate as papers print it, which never looks better than the verdict; None where there is none."""
        return None if self.rate is None else shown(self.rate, self.case.nearly)


@dataclass(frozen=True, slots=True)
class Result:
    """What is said of a whole indicator: the gravest of what is said of its parts that apply."""

    indicator: Indicator
    judgements: tuple[Judgement, ...]

    @property
    def verdict(self) -> Verdict:
        """Return the verdict."""
        return min((each.verdict for each in self.judgements), key=GRAVITY.index)

    @property
    def rate(self) -> Decimal | None:
        """Return the lowest rate of its parts; None where none has one."""
        return min((each.rate for each in self.judgements if each.rate is not None), default=None)

    @property
    def rate_shown(self) -> Decimal | None:
        """Return its rate as papers print it; None where it has none."""
        return min((each.rate_shown for each in self.judgements if each.rate_shown is not None), default=None)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The results of all indicators that a period's table lists, in the order of 序号."""

    period: Period
    year: int
    stage: Stage
    results: tuple[Result, ...]

    @property
    def judgements(self) -> Iterator[Judgement]:
        """Yield the judgements on all parts."""
        return (judgement for result in self.results for judgement in result.judgements)

    @property
    def closing(self) -> bool:
        """Return whether the period is over by the end of the year judged."""
        return self.year >= self.period.end


def evaluation_of(plan: Plan, leaf: Leaf) -> Evaluation | None:
    """Return the evaluation that a paper or a part of one is about, None where its period is none of the plan's."""
    period = plan.period(plan.period_of(leaf))
    return evaluate(plan, period, plan.year_of(leaf), leaf.stage) if period else None


def evaluate(plan: Plan, period: Period, year: int, stage: Stage | None = None) -> Evaluation:
    """Return the evaluation of `period` by the end of `year`; in the last year it is the final one unless told."""
    stage = stage or usual_stage(period, year)
    listed = sorted(plan.listed(period.id), key=lambda each: each.ordinal)
    results = (result_of(plan, each, period, year, stage) for each in listed)
    return Evaluation(period, year, stage, tuple(each for each in results if each.judgements))


def usual_stage(period: Period, year: int) -> Stage:
    """Return which evaluation one by the end of `year` is that does not say it: in the period's last the final one."""
    return "final" if year == period.end else "annual"


def result_of(plan: Plan, indicator: Indicator, period: Period, year: int, stage: Stage = "annual") -> Result:
    """Return what is said of an indicator by the end of `year`, part by part, also of one that no table lists."""
    found = (judge(plan, indicator, part, period, year, stage) for part in indicator.parts)
    return Result(indicator, tuple(each for each in found if each is not None))


def judge(
    plan: Plan, indicator: Indicator, part: Part, period: Period, year: int, stage: Stage = "annual"
) -> Judgement | None:
    """Return the judgement on a part by the end of `year`; None where its target could not be read, which is told."""
    goal = goal_of(plan, indicator, part, year)
    if goal is None:
        return None
    early = indicator.basis in plan.identity.evaluation.early and goal.target.operator != "≤"
    rows = {each.year: each for each in rows_of(plan, indicator, part) if each.year in period.years}
    course = Course(indicator, part, goal, period, year, rows, early, midway=stage == "mid-term")
    aim = aim_of(course)
    case = _case(course, aim, Decimal(_nearly(plan, indicator)))
    return Judgement(course, aim, case, rule_for(case))


def _case(course: Course, aim: Aim | None, nearly: Decimal) -> Case:
    actual = course.actual
    return Case(
        value=course.own if aim and aim.basis == "年度目标" else course.total,
        total=course.total,
        target=course.goal.target,
        aim=aim.target if aim else None,
        closing=course.is_over,
        early=course.early,
        nearly=nearly,
        result=actual.result if actual else "",
        evidence=bool(actual and actual.evidence),
    )


def goal_of(plan: Plan, indicator: Indicator, part: Part, year: int) -> Goal | None:
    """Return the target of a part in force at the end of `year`: the last revision's by then, else the plan's."""
    every = (each for name in _names(indicator, part) for each in plan.revisions.of(indicator, name))
    revised = [each for each in every if each.day.year <= year]
    if revised:
        last = max(revised, key=lambda each: (each.day, each.part == part.name))
        return Goal(last.target, last.origin, last)
    bearer = part if part.target else indicator.parts[0]
    return Goal(bearer.target, bearer.origin) if bearer.target else None


def rows_of(plan: Plan, indicator: Indicator, part: Part) -> Iterator[Actual]:
    """Yield the rows of a part, its own last: under a target that spans all parts those of the first hold as well."""
    for name in _names(indicator, part):
        yield from plan.actuals.of(indicator, name)


def _names(indicator: Indicator, part: Part) -> tuple[str, ...]:
    """Return the names of the parts whose rows hold for a part, its own last."""
    return tuple(dict.fromkeys((indicator.parts[0].name, part.name))) if indicator.spans else (part.name,)


def _nearly(plan: Plan, indicator: Indicator) -> int:
    nearly = plan.identity.evaluation.nearly
    return nearly.binding if indicator.is_binding else nearly.expected
