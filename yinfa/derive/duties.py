"""Who is charged with what: the tasks of a text, point by point, and the share that each unit has in them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from yinfa.model.identity import Registry, Unit
from yinfa.model.tasks import Point, TaskBlock, TaskPart
from yinfa.model.walk import each_of
from yinfa.model.words import PaperWords
from yinfa.sources.text import Text

Units = tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Charge:
    """A line of the split of duties: a task, or one of its points, and who is charged with it.

    `ordinal` is that of the task in its text, from 1, the same for all its points; `chapter` the heading of the chapter
    it stands in, None outside of any. The units stand in the order of the registry, each once.
    """

    ordinal: int
    point: Point
    lead: Units
    support: Units
    chapter: Text | None = None

    @property
    def task(self) -> TaskBlock:
        """Return the task that it is, or is a point of."""
        return self.point.task

    @property
    def part(self) -> TaskPart | None:
        """Return the point of the task that it is, None for the whole."""
        return self.point.part

    @property
    def due(self) -> Text | None:
        """Return the last day or month: the point's own, else its task's; None without one."""
        return (self.part and self.part.due) or self.task.due

    @property
    def goal(self) -> Text | None:
        """Return what is to be reached: its own goal, else its whole text; None for a task of a heading alone."""
        return (self.part or self.task).goal or self.text

    @property
    def text(self) -> Text | None:
        """Return the words of the point, or of the task that has none."""
        return (self.part or self.task).text

    @property
    def indicators(self) -> tuple[Text, ...]:
        """Return the names of the indicators it serves: the point's own, else its task's."""
        return (self.part.indicators if self.part else ()) or self.task.indicators

    @property
    def units(self) -> Units:
        """Return all who are charged with it, the lead first."""
        return self.lead + self.support


@dataclass(frozen=True, slots=True)
class Share:
    """One task's lines in a split: all of them, or those of one unit."""

    charges: tuple[Charge, ...]

    @property
    def one_team(self) -> bool:
        """Return whether the same units lead and support all of it."""
        return len({(_ids(each.lead), _ids(each.support)) for each in self.charges}) == 1

    @property
    def one_due(self) -> bool:
        """Return whether all of it has one term."""
        return len({each.due for each in self.charges}) == 1


@dataclass(frozen=True, slots=True)
class Chapter:
    """The tasks of a chapter in a split; `heading` is None outside of any."""

    heading: Text | None
    shares: tuple[Share, ...]

    @property
    def rows(self) -> int:
        """Return the number of table rows: one for each charge."""
        return sum(len(each.charges) for each in self.shares)


def charges_of(words: PaperWords, registry: Registry, year: int | None = None) -> tuple[Charge, ...]:
    """Return every task of a text in reading order, one line for each of its points; unknown units are left out.

    `year` is that of the paper, for a name that went over from one unit to another.
    """
    return tuple(
        Charge(ordinal, point, *_units(point, registry, year), chapter)
        for ordinal, (chapter, task) in enumerate(tasks_in(words), 1)
        for point in task.points()
    )


def charged(charges: Iterable[Charge], registry: Registry) -> Units:
    """Return the units that have anything to do, in the order of the registry; a group counts as one unit."""
    busy = {unit.id for each in charges for unit in each.units}
    return tuple(unit for unit in registry.units if unit.id in busy)


def of_unit(charges: Iterable[Charge], unit: Unit) -> tuple[Charge, ...]:
    """Return the charges that a unit leads or supports, in their order."""
    return tuple(each for each in charges if any(unit.id == one.id for one in each.units))


def by_chapter(charges: Iterable[Charge]) -> tuple[Chapter, ...]:
    """Return charges in their tasks and chapters, in reading order."""
    runs = groupby(charges, key=lambda each: each.chapter)
    return tuple(Chapter(heading, shares_of(run)) for heading, run in runs)


def shares_of(charges: Iterable[Charge]) -> tuple[Share, ...]:
    """Return charges task by task."""
    return tuple(Share(tuple(run)) for _, run in groupby(charges, key=lambda each: each.ordinal))


def tasks_in(words: PaperWords) -> Iterator[tuple[Text | None, TaskBlock]]:
    """Yield every task of a text in reading order, with the heading of its chapter, None outside of any."""
    yield from ((None, task) for task in each_of(TaskBlock, words.blocks))
    for chapter in (*words.chapters, *words.annexes):
        yield from ((chapter.heading, task) for task in each_of(TaskBlock, chapter))


def _units(point: Point, registry: Registry, year: int | None) -> tuple[Units, Units]:
    """Return who leads a point and who supports it."""
    return registry.in_order(point.lead, year), registry.in_order(point.support, year)


def _ids(units: Units) -> tuple[str, ...]:
    return tuple(unit.id for unit in units)
