"""Numbers of things that know the cells they are counted from, as `Text` knows its place."""

from collections.abc import Callable, Collection, Iterable
from typing import Self, TypeVar

from yinfa.derive.evaluation import Result
from yinfa.derive.facts.judged import cells_behind
from yinfa.derive.progress import ProjectState, TaskState
from yinfa.diagnostics import Origin
from yinfa.sources.spans import cells_of
from yinfa.sources.text import Text

Thing = TypeVar("Thing")


class Count(int):
    """How many things there are; added up, it knows the cells of both."""

    origins: tuple[Origin, ...]

    def __new__(cls, number: int, origins: Iterable[Origin]) -> Self:
        """Return `number` as what was counted from some cells."""
        count = super().__new__(cls, number)
        count.origins = tuple(dict.fromkeys(origins))
        return count

    def __add__(self, other: int) -> "Count":
        """Return the sum of two counts."""
        return Count(int(self) + int(other), (*self.origins, *getattr(other, "origins", ())))

    __radd__ = __add__

    @property
    def place(self) -> str:
        """Return the cells as figures have them."""
        return cells_of(self.origins)


def counted(
    things: Collection[Thing], cells: Callable[[Thing], Iterable[Origin]], among: Collection[Thing] = ()
) -> Count:
    """Return how many `things` there are, from their `cells`; of nought, from those of all they would be `among`."""
    return Count(len(things), (cell for each in (things or among) for cell in cells(each)))


def named(names: Collection[Text]) -> Count:
    """Return how many names there are."""
    return Count(len(names), (each.origin for each in names))


def results(found: Collection[Result], among: Collection[Result] = ()) -> Count:
    """Return how many indicators there are, by what the verdicts on them rest on."""
    return counted(found, cells_of_result, among)


def cells_of_result(result: Result) -> Iterable[Origin]:
    """Yield the cells that the verdict on an indicator rests on."""
    return (cell for each in result.judgements for cell in cells_behind(each))


def states(found: Collection[TaskState], among: Collection[TaskState] = ()) -> Count:
    """Return how many tasks and points there are, by what was said of each."""
    return counted(found, cells_of_state, among)


def cells_of_state(state: TaskState | ProjectState) -> Iterable[Origin]:
    """Yield the cell that says how far a task or a project has come, where nobody said it the place of its own."""
    if state.progress:
        yield state.progress.origin
    elif isinstance(state, TaskState):
        yield state.charge.point.origin
    else:
        yield state.project.origin
