"""How far the tasks and the projects of a year have come, counted for sentences."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from yinfa.compose import counts
from yinfa.compose.counts import Count
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
from yinfa.model.plan import Plan
from yinfa.model.progress import PROJECT_STATES
from yinfa.model.projects import MONEY, Sum, total_of
from yinfa.model.quantity import convert, rounded
from yinfa.sources.spans import cells_of
from yinfa.sources.text import Text

LARGE = "亿元"
Counts = tuple[tuple[str, Count], ...]


@dataclass(frozen=True, slots=True)
class Tasks:
    """How many tasks, point by point where they have points, are in which state; those that occur, the done first.

    `units` is how many units lead any; `all_done` are those that have all of theirs done, `most_open` those that have
    most open, `open` each.
    """

    total: Count
    by_point: bool
    states: Counts
    done: int
    rate: Markup
    units: int
    all_done: tuple[Text, ...]
    most_open: tuple[Text, ...]
    open: Count


def tasks_in(plan: Plan, year: int) -> Tasks:
    """Return how far the tasks of a year have come. Raise `NoSuchFact` where there are none."""
    states = tasks_of(plan, year)
    units = by_unit(plan, states)
    most = max((len(_open(each)) for each in units), default=0)
    busiest = [each for each in units if most and len(_open(each)) == most]
    return Tasks(
        total=counts.states(states),
        by_point=any(each.charge.part for each in states),
        states=_counts(states, STATES),
        done=count_of(states, DONE),
        rate=share_figure(done_rate(states), counts.states(states).place),
        units=len(units),
        all_done=tuple(each.unit.short for each in units if not _open(each)),
        most_open=tuple(each.unit.short for each in busiest),
        open=Count(most, (cell for each in busiest for state in _open(each) for cell in counts.cells_of_state(state))),
    )


def _open(unit: UnitTasks) -> tuple[TaskState, ...]:
    return tuple(each for each in unit.states if each.state != DONE)


@dataclass(frozen=True, slots=True)
class Projects:
    """How many projects are in which state, and what has been invested.

    `this_year`, `spent` are empty where nobody told any amount. `unknown` is how many did not tell what was spent in
    all. `share` is what was spent of the `whole` of those `shared` of which both are known.
    """

    total: Count
    states: Counts
    this_year: Markup
    spent: Markup
    unknown: Count
    whole: Markup
    share: Markup
    shared: Count


def projects_in(plan: Plan, year: int) -> Projects:
    """Return how far the projects have come by the end of a year. Raise `NoSuchFact` where there are none."""
    found = project_states(plan, year)
    if not found:
        raise NoSuchFact("没有项目", "在 projects.xlsx 的“项目”表中填写，或删去这一处")
    told = [each.progress for each in found if each.progress]
    spent = [each.spent for each in told if each.spent.is_known]
    untold = [each for each in found if not (each.progress and each.progress.spent.is_known)]
    shared = [each for each in found if each.share is not None]
    whole = [each.project.investment for each in shared]
    done = [each.progress.spent for each in shared if each.progress]
    return Projects(
        total=counts.counted(found, lambda each: (each.project.origin,)),
        states=_counts(found, (*PROJECT_STATES, UNREPORTED)),
        this_year=_money([each.spent_this_year for each in told if each.spent_this_year.is_known]),
        spent=_money(spent),
        unknown=counts.counted(untold, counts.cells_of_state),
        whole=_money(whole),
        share=share_figure(spent_rate(done, whole), cells_of(each.origin for each in (*done, *whole))),
        shared=Count(len(shared), (each.origin for each in (*done, *whole))),
    )


def _counts(found: Sequence[TaskState | ProjectState], states: Iterable[str]) -> Counts:
    """Return how many are in each of `states`, those that occur."""
    lots = (
        (state, counts.counted([each for each in found if each.state == state], counts.cells_of_state))
        for state in states
    )
    return tuple((state, count) for state, count in lots if count)


def _money(sums: Sequence[Sum]) -> Markup:
    """Return a sum in 亿元 with two decimals, or in 万元 as it is where it is less than that; nothing without any."""
    if not sums:
        return Markup("")
    total = total_of(sums)
    large = convert(total, MONEY, LARGE)
    printed = f"{rounded(large, 2)}{LARGE}" if large >= 1 else f"{plain(total)}{MONEY}"
    return figure(printed, total, cells_of(each.origin for each in sums))
