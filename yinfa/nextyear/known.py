"""What is known before a year is drafted: last year's papers, the period of the new ones, who has whose duties."""

from dataclasses import dataclass

from yinfa.derive.progress import TaskState, task_states
from yinfa.diagnostics import Origin, Report
from yinfa.model.identity import Leaf, Period
from yinfa.model.plan import Plan
from yinfa.nextyear.aims import Aim, aims_of, results_of
from yinfa.nextyear.moving import Clock
from yinfa.nextyear.offices import Offices
from yinfa.nextyear.papers import PLAN, Yearly, is_there, period_for, text_of_plan, yearly
from yinfa.nextyear.tasks import Fates


@dataclass(frozen=True, slots=True)
class Known:
    """What the draft of `year` rests on.

    `papers` are last year's that have a follower, none for a plan that never had an action plan (`is_first`); `period`
    is that of the new papers, `made` whether plan.yaml does not have it yet; `old` that of last year's. `aims` are the
    new year's, `results` what last year came to; they are the same where the period is.
    """

    plan: Plan
    year: int
    papers: tuple[Yearly, ...]
    period: Period
    old: Period
    made: bool
    aims: tuple[Aim, ...]
    results: tuple[Aim, ...]

    @property
    def last(self) -> int:
        """Return the year before."""
        return self.year - 1

    @property
    def is_first(self) -> bool:
        """Return whether the plan has no action plan of any year."""
        return not any(leaf.kind == PLAN for leaf in self.plan.leaves())

    @property
    def periods(self) -> dict[str, str]:
        """Return the ids of last year's periods that have another one now."""
        return {} if self.period.id == self.old.id else {str(self.old.id): str(self.period.id)}

    @property
    def missing(self) -> tuple[Yearly, ...]:
        """Return the papers of last year that have no follower yet."""
        return tuple(each for each in self.papers if not is_there(self.plan, each, self.year))

    def file(self, old: str) -> str:
        """Return the text of the new year in the place of one of last year: one that is there already, or a new one."""
        there = text_of_plan(self.plan, self.year)
        plans = (str(leaf.text) for each in self.papers for leaf in each.leaves if leaf.kind == PLAN)
        return there if there and old in plans else self.clock.file(old)

    @property
    def clock(self) -> Clock:
        """Return what moves years."""
        titles = frozenset(str(leaf.title) for each in self.papers for leaf in each.leaves)
        over = str(self.old.name) if self.is_new_plan else ""
        return Clock(self.last, titles, self.periods, over, self.indicators)

    @property
    def is_new_plan(self) -> bool:
        """Return whether the period of several years is another one than last year's: that of a new plan."""
        return self.period.id != self.old.id and len(self.period.years) > 1

    @property
    def indicators(self) -> dict[str, str | None]:
        """Return what a new plan calls the indicators of the one before, by id and name: they are known by name."""
        if not self.is_new_plan:
            return {}
        mine = {str(each.name): str(each.id) for each in self.plan.indicators if each.period == self.period.id}
        before = [each for each in self.plan.indicators if each.period == self.old.id]
        by_id = {str(each.id): mine.get(str(each.name)) for each in before}
        return by_id | {str(each.name): str(each.name) if each.name in mine else None for each in before}

    @property
    def offices(self) -> Offices:
        """Return who has whose duties in the new year."""
        return Offices(self.plan.registry, self.last)

    @property
    def states(self) -> dict[tuple[str, int], TaskState]:
        """Return how far last year's tasks and points have come."""
        return {
            (str(each.charge.task.task), each.charge.point.number): each for each in task_states(self.plan, self.last)
        }

    @property
    def fates(self) -> Fates:
        """Return what becomes of last year's tasks."""
        by_name: dict[str, tuple[Aim, ...]] = {}
        for aim in self.results:
            for name in dict.fromkeys((str(aim.indicator.id), str(aim.indicator.name))):
                by_name[name] = (*by_name.get(name, ()), aim)
        return Fates(self.last, self.plan.shown, self.states, by_name)


def known_of(plan: Plan, year: int, report: Report) -> Known | None:
    """Return what is known for the draft of a year; None, after a fault, where the year cannot be drafted."""
    papers = yearly(plan, year - 1)
    plans = [leaf for leaf in plan.leaves() if leaf.kind == PLAN]
    years = sorted({plan.year_of(leaf) for leaf in plans})
    if plans and not any(leaf.kind == PLAN for each in papers for leaf in each.leaves) and year not in years:
        _no_predecessor(plans, years, year, report)
        return None
    old = _period_of(plan, papers)
    new = period_for(plan, old, year)
    made = new is None and _next(plan, old, year, report)
    period = new or made or None
    if period is None:
        _outside(plan, year, report)
        return None
    aims = aims_of(plan, period, year - 1) if len(period.years) > 1 else ()  # that of a single year has its own targets
    results = aims if period.id == old.id else results_of(plan, old, year - 1)
    return Known(plan, year, papers, period, old, bool(made), aims, results)


def _period_of(plan: Plan, papers: tuple[Yearly, ...]) -> Period:
    leaves = [leaf for each in papers for leaf in each.leaves if leaf.kind == PLAN]
    found = (plan.period(plan.period_of(leaf)) for leaf in leaves)
    return next((each for each in found if each), plan.period() or plan.identity.periods[0])


def _next(plan: Plan, old: Period, year: int, report: Report) -> Period | None:
    """Return the period of one year that follows one of the year before; None where there is no such."""
    if len(old.years) != 1 or old.end != year - 1:
        return None
    clock = Clock(year - 1)
    id_ = str(old.id).replace(str(year - 1), str(year))
    id_ = id_ if id_ != old.id else str(year)
    if plan.period(id_) is not None:
        place = Origin(f"{plan.shown}/plan.yaml")
        report.fault("draft-period", f"时期“{id_}”已有，却不是{year}年", place, "核对 periods 的 start、end")
        return None
    name, moved = str(old.name), clock.title(str(old.name))
    made = {"id": id_, "name": moved if moved != name else f"{year}年", "start": year, "end": year}
    return old.model_copy(update=made)


def _no_predecessor(plans: list[Leaf], years: list[int], year: int, report: Report) -> None:
    nearest = max((each for each in years if each < year), default=years[0])
    hint = f"先起草前一年：--year {nearest + 1}" if nearest < year else "核对 --year"
    message = f"没有{year - 1}年的行动计划可以接着起草，现有{'、'.join(f'{each}年' for each in years)}的"
    report.fault("draft-predecessor", message, plans[0].kind.origin, hint)


def _outside(plan: Plan, year: int, report: Report) -> None:
    listed = "、".join(f"{each.name}（{each.start}—{each.end}）" for each in plan.identity.periods)
    hint = f"核对 --year；新的规划期先在 periods 写上，并在 indicators.xlsx 录入它的指标。现有：{listed}"
    report.fault("draft-year", f"{year}年不在任何时期内", plan.identity.periods[-1].id.origin, hint)
