"""What the tables of tasks and projects ask for one paper: how many are done, which are not, what was spent."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from markupsafe import Markup

from yinfa.compose import counts
from yinfa.compose.facts import exact, scaled
from yinfa.compose.figures import NOTHING, figure, number, quantity_figure
from yinfa.compose.results.cells import share_figure
from yinfa.derive.progress import (
    DONE,
    STATES,
    UNREPORTED,
    ProjectState,
    TaskState,
    by_unit,
    done_rate,
    in_state,
    project_states,
    spent_rate,
    task_states,
)
from yinfa.diagnostics import Origin
from yinfa.model.identity import Leaf
from yinfa.model.plan import Plan
from yinfa.model.projects import Sum, total_of
from yinfa.model.words import Total
from yinfa.sources.spans import cells_of
from yinfa.sources.text import Text

COLUMNS = ("investment", "spent_this_year", "spent")


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A row of the table of units: how many tasks, how many of them in each of `STATES`, the rate of those done."""

    name: Text
    total: Markup
    counts: tuple[Markup, ...]
    rate: Markup


class ProgressTables:
    """The tasks and projects of one paper's year, as its templates ask for them."""

    def __init__(self, plan: Plan, leaf: Leaf) -> None:
        self._plan = plan
        self._year = plan.year_of(leaf)

    def names(self) -> dict[str, Callable[..., Any]]:
        """Return the functions by the names that templates call them."""
        return {
            "unit_lines": self.unit_lines,
            "unit_total": self.unit_total,
            "led_by_several": self.led_by_several,
            "in_points": self.in_points,
            "open_tasks": self.open_tasks,
            "project_lines": self.project_lines,
            "amount_figure": amount_figure,
            "amount_total": amount_total,
            "line_share": line_share,
            "total_share": total_share,
            "leaves_out": leaves_out,
            "unstopped": unstopped,
        }

    @cached_property
    def _states(self) -> tuple[TaskState, ...]:
        return task_states(self._plan, self._year)

    def unit_lines(self) -> tuple[UnitLine, ...]:
        """Return a line for each unit that leads any task of the year, in the order of the registry."""
        return tuple(_line(each.unit.short, each.states) for each in by_unit(self._plan, self._states))

    def unit_total(self) -> UnitLine:
        """Return the line of all tasks, each counted once."""
        return _line(Text("", Origin("")), self._states)

    def led_by_several(self) -> bool:
        """Return whether any task is counted with more than one unit."""
        return any(each.is_shared for each in self._states)

    def in_points(self) -> bool:
        """Return whether any task is counted point by point."""
        return any(each.charge.part for each in self._states)

    def open_tasks(self) -> tuple[TaskState, ...]:
        """Return the tasks that are not known to be done, in the order of the papers."""
        return tuple(each for each in self._states if each.state != DONE)

    def project_lines(self) -> tuple[ProjectState, ...]:
        """Return all projects in the order of 序号, with what was said of them."""
        return project_states(self._plan, self._year)


def unstopped(text: Text) -> Text:
    """Return words as a cell prints them: without the stop at their end."""
    return Text(text.rstrip("。"), text.origin)


def _line(name: Text, states: Iterable[TaskState]) -> UnitLine:
    told = tuple(states)
    return UnitLine(
        name=name,
        total=number(counts.states(told), ""),
        counts=tuple(number(counts.states(in_state(told, state), told), "") for state in STATES),
        rate=share_figure(done_rate(told), counts.states(told).place),
    )


def amount_figure(project: ProjectState, column: str) -> Markup:
    """Return an amount of one of `COLUMNS`: a figure, — or that nobody reported it."""
    money = _amount(project, column)
    if money is None:
        return figure(UNREPORTED, None, project.project.origin)
    return quantity_figure(money.value, money.origin)


def amount_total(lines: Iterable[ProjectState], column: str, total: Total | None) -> Markup:
    """Return the sum of a column, in the measure wanted or as the column has it; — where no project has an amount."""
    sums = _known(lines, column)
    if not sums:
        return NOTHING
    if total is None:
        return figure(f"{total_of(sums):f}", *exact(sums))
    return figure(f"{scaled(sums, str(total.measure), total.decimals):f}{total.measure}", *exact(sums))


def line_share(line: ProjectState) -> Markup:
    """Return what has been spent of a project's investment, in %, — where either is not known."""
    return share_figure(line.share, _place((line,)))


def total_share(lines: Iterable[ProjectState]) -> Markup:
    """Return what has been spent of all investment, in %, — unless both are known of every project."""
    told = tuple(lines)
    whole, spent = _known(told, "investment"), _known(told, "spent")
    known = len(whole) == len(spent) == len(told)
    return share_figure(spent_rate(spent, whole) if known else None, _place(told))


def _place(lines: Iterable[ProjectState]) -> str:
    told = tuple(lines)
    return cells_of(each.origin for each in (*_known(told, "spent"), *_known(told, "investment")))


def leaves_out(lines: Iterable[ProjectState]) -> bool:
    """Return whether a total leaves out projects, as nobody reported them or they have no amount."""
    told = tuple(lines)
    return any(len(_known(told, column)) < len(told) for column in COLUMNS)


def _known(lines: Iterable[ProjectState], column: str) -> list[Sum]:
    """Return the amounts of a column that are numbers."""
    amounts = (_amount(each, column) for each in lines)
    return [each for each in amounts if each is not None and each.is_known]


def _amount(line: ProjectState, column: str) -> Sum | None:
    """Return an amount: that of the project itself, or one that was reported, None where none was."""
    if column == "investment":
        return line.project.investment
    return getattr(line.progress, column) if line.progress else None
