"""How far the tasks and the projects of a year have come, counted for sentences."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from yinfa.compose.facts import NoSuchFact
from yinfa.compose.figures import figure
from yinfa.compose.results.cells import share_figure
from yinfa.compose.results.facts import tasks_of
from yinfa.derive.movement import plain
from yinfa.derive.progress import (
    DONE,
    STATES,
    UNREPORTED,
    ProjectState,
    TaskState,
    UnitTasks,
    by_unit,
    count_of,
    done_rate,
    project_states,
    spent_rate,
)
from yinfa.diagnostics import cells_of
from yinfa.model.plan import Plan
from yinfa.model.progress import PROJECT_STATES
from yinfa.model.projects import MONEY, Sum, total_of
from yinfa.model.quantity import convert, rounded

LARGE = "亿元"
Counts = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Tasks:
    """How many tasks, point by point where they have points, are in which state; those that occur, the done first.

    `units` is how many units lead any; `all_done` are those that have all of theirs done, `most_open` those that have
    most open, `open` each.
    """

    total: int
    by_point: bool
    states: Counts
    done: int
    rate: Markup
    units: int
    all_done: tuple[str, ...]
    most_open: tuple[str, ...]
    open: int


def tasks_in(plan: Plan, year: int) -> Tasks:
    """Return how far the tasks of a year have come. Raise `NoSuchFact` where there are none."""
    states = tasks_of(plan, year)
    units = by_unit(plan, states)
    most = max(map(_open, units), default=0)
    return Tasks(
        total=len(states),
        by_point=any(each.charge.part for each in states),
        states=_counts(states, STATES),
        done=count_of(states, DONE),
        rate=share_figure(done_rate(states)),
        units=len(units),
        all_done=tuple(str(each.unit.short) for each in units if not _open(each)),
        most_open=tuple(str(each.unit.short) for each in units if most and _open(each) == most),
        open=most,
    )


def _open(unit: UnitTasks) -> int:
    return unit.total - unit.of(DONE)


@dataclass(frozen=True, slots=True)
class Projects:
    """How many projects are in which state, and what has been invested.

    `this_year`, `spent` are empty where nobody told any amount. `unknown` is how many did not tell what was spent in
    all. `share` is what was spent of the `whole` of those `shared` of which both are known.
    """

    total: int
    states: Counts
    this_year: Markup
    spent: Markup
    unknown: int
    whole: Markup
    share: Markup
    shared: int


def projects_in(plan: Plan, year: int) -> Projects:
    """Return how far the projects have come by the end of a year. Raise `NoSuchFact` where there are none."""
    found = project_states(plan, year)
    if not found:
        raise NoSuchFact("没有项目", "在 projects.xlsx 的“项目”表中填写，或删去这一处")
    told = [each.progress for each in found if each.progress]
    spent = [each.spent for each in told if each.spent.is_known]
    shared = [each for each in found if each.share is not None]
    whole = [each.project.investment for each in shared]
    share = spent_rate([each.progress.spent for each in shared if each.progress], whole)
    return Projects(
        total=len(found),
        states=_counts(found, (*PROJECT_STATES, UNREPORTED)),
        this_year=_money([each.spent_this_year for each in told if each.spent_this_year.is_known]),
        spent=_money(spent),
        unknown=len(found) - len(spent),
        whole=_money(whole),
        share=share_figure(share),
        shared=len(shared),
    )


def _counts(found: Sequence[TaskState | ProjectState], states: Iterable[str]) -> Counts:
    """Return how many are in each of `states`, those that occur."""
    return tuple((state, count) for state in states if (count := count_of(found, state)))


def _money(sums: Sequence[Sum]) -> Markup:
    """Return a sum in 亿元 with two decimals, or in 万元 as it is where it is less than that; nothing without any."""
    if not sums:
        return Markup("")
    total = total_of(sums)
    large = convert(total, MONEY, LARGE)
    printed = f"{rounded(large, 2)}{LARGE}" if large >= 1 else f"{plain(total)}{MONEY}"
    return figure(printed, total, cells_of(each.origin for each in sums))
