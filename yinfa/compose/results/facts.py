"""What the prose of an evaluation may call beyond what that of every paper may: verdicts, rates, paces, changes."""

from collections.abc import Callable, Collection
from decimal import Decimal
from functools import cached_property, partial

from markupsafe import Markup

from yinfa.compose import counts
from yinfa.compose.facts import ONLY_EVALUATIONS, Facts, NoSuchFact
from yinfa.compose.figures import figure, number
from yinfa.compose.results.cells import aim_cells, completion_figure, share_figure
from yinfa.compose.results.movement import Movement, difference, growth
from yinfa.derive.evaluation import Evaluation, Judgement, Result, evaluation_of, goal_of, judge, rows_of
from yinfa.derive.progress import STATES, UNREPORTED, TaskState, by_unit, in_state, project_states, task_states
from yinfa.derive.tally import Change, change_of, tally_of
from yinfa.diagnostics import nearest
from yinfa.model.identity import Leaf
from yinfa.model.plan import Plan
from yinfa.model.progress import PROJECT_STATES
from yinfa.model.projects import Sum
from yinfa.model.quantity import Absence, Verdict, printed
from yinfa.sources.spans import cells_of

NOTHING = Markup("")  # for what could not be read: that is told at its cell, and stops the run
COMMON = ("target", "actual", "count", "total", "opening", "deadline", "ref")  # what the prose of every paper may call
OF_RESULTS = ("rate", "pace", "change", "difference")
# What `verdict=` may be: one of the seven words, or what counts as met, or as known to fall short.
MEANT: dict[str, tuple[Verdict, ...]] = {
    **{str(each): (each,) for each in Verdict},
    "达到": tuple(each for each in Verdict if each.is_met),
    "未达到": tuple(each for each in Verdict if each.is_missed),
}
MARKS = {"指标": "verdict", "任务": "state", "项目": "state"}


def facts_of(plan: Plan, leaf: Leaf) -> dict[str, Callable[..., Markup]]:
    """Return the functions of the prose of `leaf`, a paper of `plan` or a part of one, by the names it calls them."""
    if leaf.is_evaluation:
        results = ResultFacts(plan, leaf)
        return {name: getattr(results, name) for name in COMMON + OF_RESULTS}
    facts = Facts(plan, leaf)
    refusals = {name: partial(_refuse, name) for name in OF_RESULTS}
    return {name: getattr(facts, name) for name in COMMON} | refusals


def _refuse(name: str, *_: object, **__: object) -> Markup:
    raise NoSuchFact(f"{name}() 只在评估报告中可用", ONLY_EVALUATIONS)


def results_of(plan: Plan, leaf: Leaf) -> Evaluation:
    """Return the evaluation that a paper is about. Raise `NoSuchFact` where there is nothing to evaluate."""
    found, year = evaluation_of(plan, leaf), plan.year_of(leaf)
    if found is None:
        wanted = plan.period_of(leaf)
        raise NoSuchFact(f"没有时期“{wanted}”", nearest(wanted, (str(each.id) for each in plan.identity.periods)))
    if year not in found.period.years:
        hint = f"在 plan.yaml 中为这份文件写上 year（{found.period.start} 至 {found.period.end}）和 period"
        raise NoSuchFact(f"评估年{year}年不在时期“{found.period.id}”内", hint)
    if not found.results:
        hint = "在 indicators.xlsx 的“指标”表中填写，并把“主表”选“是”"
        raise NoSuchFact(f"时期“{found.period.id}”没有列入主表的指标", hint)
    return found


class ResultFacts(Facts):
    """The facts of one plan, as an evaluation of it asks for them: its year and the targets then in force are meant."""

    @cached_property
    def _evaluation(self) -> Evaluation:
        return results_of(self._plan, self._leaf)

    def target(self, name: str, part: str = "", period: str = "") -> Markup:
        """Return the target in force by the end of the year judged, that of the last revision, with its measure."""
        indicator = self._indicator(name, period)
        found = self._aimed(indicator, part)
        goal = goal_of(self._plan, indicator, found, self._plan.year_of(self._leaf))
        if goal is None:  # its cell could not be read, which is told there
            return Markup("")
        return figure(goal.target.printed(found.measure), goal.target.low, goal.origin)

    def actual(self, name: str, part: str = "", period: str = "", year: int = 0) -> Markup:
        """Return what was achieved by the end of the year judged, of 新增 the sum of the years so far.

        With `year` it is the row of that year alone; of another `period` the last year entered.
        """
        if year or (period and self._period(period) != self._evaluation.period.id):
            return super().actual(name, part, period, year)
        judgement = self._judged(name, part)
        value, told = judgement.case.total, judgement.summed or ((judgement.actual,) if judgement.actual else ())
        if any(each.unread for each in told):
            return NOTHING
        if isinstance(value, Absence):
            raise NoSuchFact(f"{self._said(judgement)}", "改写这句话，或在“完成值”表中补上")
        return figure(f"{printed(value)}{judgement.part.measure}", value, cells_of(each.origin for each in told))

    def rate(self, name: str = "", part: str = "", group: str = "") -> Markup:
        """Return how far an indicator has come to what was due: 150.0%; without a name the share of those met."""
        if not name:
            return self._share(group)
        judgement = self._judged(name, part)
        if judgement.rate is None and self._is_unread(judgement, judgement.course.years):
            return NOTHING
        if judgement.rate is None:
            raise NoSuchFact(f"指标“{name}”没有完成率：{judgement.verdict}，{judgement.rule.when}", "改写这句话")
        return completion_figure(judgement)

    def _share(self, group: str) -> Markup:
        tally = tally_of(self._of_group(group))
        if tally.rate is None:
            raise NoSuchFact("指标均不适用，没有完成率", "改写这句话")
        return share_figure(tally.rate, counts.results(tally.applying).place)

    def pace(self, name: str, part: str = "") -> Markup:
        """Return what was due by the end of the year judged, with its measure."""
        judgement = self._judged(name, part)
        if judgement.aim is None:
            hint = "在“指标”表中补上基期值，或在“完成值”表中补上年度目标"
            raise NoSuchFact(f"指标“{name}”算不出当年应达到的目标", hint)
        aim = judgement.aim
        return figure(aim.target.printed(judgement.part.measure), aim.target.low, aim_cells(judgement))

    def change(self, name: str, part: str = "") -> Markup:
        """Return the change on the year before: 增长9.1%, of few things 增加5家, of rates 提高1.2个百分点, or 持平."""
        return self._moved(growth, name, part)

    def difference(self, name: str, part: str = "") -> Markup:
        """Return the change on the year before in the measure itself: 增加5家, 减少2家, 提高1.2个百分点, or 持平."""
        return self._moved(difference, name, part)

    def _moved(self, told: Callable[[Change], Movement], name: str, part: str) -> Markup:
        year, judgement = self._evaluation.year, self._judged(name, part)
        change = change_of(self._plan, judgement, year)
        if change is None and self._is_unread(judgement, (year - 1, year)):
            return NOTHING
        if change is None:
            hint = "改写这句话，或在“完成值”表中补上"
            raise NoSuchFact(f"指标“{name}”缺{year - 1}年或{year}年的完成值，无可比数据", hint)
        return told(change).markup

    def count(self, what: str, group: str = "", period: str = "", verdict: str = "", state: str = "") -> Markup:
        """Return how many there are, as in every paper, and by their `verdict` or `state`.

        Tasks are those of the texts of the year, point by point; with a unit those that it leads.
        """
        given = {"verdict": verdict, "state": state}
        for mark in given:
            if given[mark] and MARKS.get(what) != mark:
                raise NoSuchFact(f"数“{what}”不能用 {mark}", "指标用 verdict，任务、项目用 state")
        if what == "指标" and verdict:
            return self._verdicts(group, period, verdict)
        if what == "任务":
            return self._tasks_in(group, state)
        if what == "项目" and state:
            _known(state, (*PROJECT_STATES, UNREPORTED))
            listed = project_states(self._plan, self._plan.year_of(self._leaf)) if self._projects() else ()
            return number(counts.counted(in_state(listed, state), counts.cells_of_state, listed), "个")
        return super().count(what, group, period)

    def _verdicts(self, group: str, period: str, verdict: str) -> Markup:
        if period and self._period(period) != self._evaluation.period.id:
            raise NoSuchFact(f"这份报告不评价时期“{period}”", "删去 period，或写在评估那个时期的报告中")
        if verdict not in MEANT:
            raise NoSuchFact(f"没有评价“{verdict}”", nearest(verdict, MEANT))
        listed = self._of_group(group)
        return number(counts.results([each for each in listed if each.verdict in MEANT[verdict]], listed), "项")

    def _of_group(self, group: str) -> tuple[Result, ...]:
        results = self._evaluation.results
        found = tuple(each for each in results if group in ("", each.indicator.group))
        if not found:
            raise NoSuchFact(f"没有分类“{group}”", nearest(group, (str(each.indicator.group) for each in results)))
        return found

    def _tasks_in(self, name: str, state: str) -> Markup:
        """Return how many tasks and points of the year there are: of a unit those that it leads, in a state."""
        _known(state, STATES)
        year = self._plan.year_of(self._leaf)
        states = tasks_of(self._plan, year)
        unit = self._plan.registry.find(name, year)
        if name and unit is None:
            raise NoSuchFact(
                f"单位“{name}”没有登记", nearest(name, (str(each.short) for each in self._plan.registry.units))
            )
        if unit:
            states = next((each.states for each in by_unit(self._plan, states) if each.unit.id == unit.id), ())
        return number(counts.states(in_state(states, state) if state else states, states), "项")

    def _columns(self) -> dict[str, list[Sum]]:
        """Return what can be summed: also what has been invested by the end of the year judged, and in that year."""
        projects = project_states(self._plan, self._plan.year_of(self._leaf))
        told = [each.progress for each in projects if each.progress]
        return super()._columns() | {
            "累计完成投资": [each.spent for each in told],
            "本年完成投资": [each.spent_this_year for each in told],
        }

    def _judged(self, name: str, part: str) -> Judgement:
        """Return what is said of a part of an indicator of the period judged, listed or not."""
        evaluation = self._evaluation
        indicator = self._indicator(name, evaluation.period.id)
        found = judge(
            self._plan, indicator, self._part(indicator, part), evaluation.period, evaluation.year, evaluation.stage
        )
        if found is None:  # its target could not be read
            raise NoSuchFact(f"指标“{name}”没有目标值", "在“指标”表中补上")
        return found

    def _is_unread(self, judgement: Judgement, years: Collection[int]) -> bool:
        """Return whether the result of one of some years could not be read."""
        rows = rows_of(self._plan, judgement.indicator, judgement.part)
        return any(each.unread for each in rows if each.year in years)

    def _said(self, judgement: Judgement) -> str:
        """Return why a part has no figure."""
        name, year = judgement.indicator.name, self._evaluation.year
        if judgement.case.worded:
            return f"指标“{name}”是定性指标，没有数字"
        own = judgement.actual.value if judgement.actual else Absence.MISSING
        if judgement.indicator.is_added and isinstance(own, Decimal):
            return f"指标“{name}”口径为新增，到{year}年有的年度没有完成值，不能合计"
        return f"指标“{name}”{year}年的完成值是“{own}”，不是数字"


def tasks_of(plan: Plan, year: int) -> tuple[TaskState, ...]:
    """Return the tasks and points of the texts of a year. Raise `NoSuchFact` where there are none."""
    states = task_states(plan, year)
    if not states:
        hint = f"在 plan.yaml 中列出{year}年的行动计划等文件（year: {year}），任务以 task 写出；或删去这一处"
        raise NoSuchFact(f"{year}年的文件没有任务", hint)
    return states


def _known(state: str, states: tuple[str, ...]) -> None:
    if state and state not in states:
        raise NoSuchFact(f"没有状态“{state}”", nearest(state, states))
