"""How far the tasks and projects of a year have come: each task's state, unit by unit, and each project's."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from yinfa.derive.duties import Charge, charged, charges_of
from yinfa.derive.rates import HUNDRED
from yinfa.model.identity import Unit
from yinfa.model.plan import Plan
from yinfa.model.progress import TASK_STATES, ProjectProgress, TaskProgress
from yinfa.model.projects import Project, Sum, total_of

DONE = TASK_STATES[0]
UNREPORTED = "未报送"  # nobody said how far it has come: never taken for done
STATES = (*TASK_STATES, UNREPORTED)


@dataclass(frozen=True, slots=True)
class TaskState:
    """A task, or a point of one, and what was said of it; `progress` is None where nobody said anything."""

    charge: Charge
    progress: TaskProgress | None

    @property
    def state(self) -> str:
        """Return one of `STATES`."""
        return self.progress.state if self.progress else UNREPORTED

    @property
    def is_shared(self) -> bool:
        """Return whether several units lead it."""
        return len(self.charge.lead) > 1


@dataclass(frozen=True, slots=True)
class UnitTasks:
    """What has become of the tasks that a unit leads."""

    unit: Unit
    states: tuple[TaskState, ...]

    @property
    def total(self) -> int:
        """Return how many it leads."""
        return len(self.states)

    def of(self, state: str) -> int:
        """Return how many of them are in a state."""
        return count_of(self.states, state)


def task_states(plan: Plan, year: int) -> tuple[TaskState, ...]:
    """Return every task and point of the texts of a year, with what was said of it.

    What is said of a whole task holds for each of its points of which nothing is said by itself.
    """
    said = {(str(each.task), each.point): each for each in plan.task_progress if each.year == year}
    return tuple(_state(each, said) for each in charges_in(plan, year))


def charges_in(plan: Plan, year: int) -> tuple[Charge, ...]:
    """Return the charges of all texts of a year, each text once, in the order of the papers."""
    texts = plan.texts_of(year).values()
    return tuple(charge for words in texts for charge in charges_of(words, plan.registry, year))


def _state(charge: Charge, said: dict[tuple[str, int], TaskProgress]) -> TaskState:
    task = str(charge.task.task)
    return TaskState(charge, said.get((task, charge.point.number)) or said.get((task, 0)))


def by_unit(plan: Plan, states: Iterable[TaskState]) -> tuple[UnitTasks, ...]:
    """Return the tasks of each unit that leads any, in the order of the registry; one that two lead is told of both."""
    told = tuple(states)
    units = charged((each.charge for each in told), plan.registry)
    led = ((unit, tuple(each for each in told if unit in each.charge.lead)) for unit in units)
    return tuple(UnitTasks(unit, mine) for unit, mine in led if mine)


def done_rate(states: Collection[TaskState]) -> Decimal | None:
    """Return how many tasks and points are done, in % of all, not rounded; None where there are none."""
    return HUNDRED * count_of(states, DONE) / len(states) if states else None


def spent_rate(spent: Iterable[Sum], whole: Iterable[Sum]) -> Decimal | None:
    """Return what has been spent in % of what it is to be, not rounded; None where that is nothing."""
    all_ = total_of(whole)
    return HUNDRED * total_of(spent) / all_ if all_ > 0 else None


@dataclass(frozen=True, slots=True)
class ProjectState:
    """A project, and what was said of it by the end of the year; `progress` is None where nobody said anything."""

    project: Project
    progress: ProjectProgress | None

    @property
    def state(self) -> str:
        """Return its state, or that nobody told it."""
        return self.progress.state if self.progress else UNREPORTED

    @property
    def share(self) -> Decimal | None:
        """Return what has been spent of the whole investment, in %, not rounded; None where either is not known."""
        whole, spent = self.project.investment, self.progress.spent if self.progress else None
        return spent_rate([spent], [whole]) if spent and spent.is_known and whole.is_known else None


State = TypeVar("State", TaskState, ProjectState)


def count_of(found: Iterable[TaskState | ProjectState], state: str) -> int:
    """Return how many tasks and points, or how many projects, are in a state."""
    return sum(each.state == state for each in found)


def in_state(found: Iterable[State], state: str) -> tuple[State, ...]:
    """Return the tasks and points, or the projects, that are in a state."""
    return tuple(each for each in found if each.state == state)


def project_states(plan: Plan, year: int) -> tuple[ProjectState, ...]:
    """Return every project in the order of 序号, with what was said of it in a year."""
    said = {str(each.project): each for each in plan.project_progress if each.year == year}
    ordered = sorted(plan.projects, key=lambda each: each.ordinal)
    return tuple(ProjectState(each, said.get(str(each.id))) for each in ordered)
