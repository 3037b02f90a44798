"""The tasks of a paper: who does what until when; and the articles, which charge nobody."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

from yinfa.diagnostics import Origin
from yinfa.model.base import KEPT, Day, Model, Name, Several, Units, Words
from yinfa.sources.text import Text

Names = tuple[Text, ...]

Manner = Literal["牵头配合", "牵头参与", "分工负责", "负责", "责任单位"]


class Duty(Model):
    """Who does what until when: `goal` is what the table of duties prints of it, the whole text where it is left out.

    `due` is the last day or month; `indicators` are the ids or names of those it serves; `duties` the manner in which
    the units are named behind the text, if not that of the paper.
    """

    lead: Units = ()
    support: Units = ()
    goal: Words | None = None
    due: Day | None = None
    indicators: Several = ()
    duties: Annotated[Manner, KEPT] | None = None


class TaskPart(Duty):
    """A point of a task (一是…), with units of its own or else those of the task."""

    text: Words


class TaskBlock(Duty):
    """A task: a numbered run-in heading, its text, and its points."""

    task: Name
    heading: Words
    text: Words | None = None
    parts: tuple[TaskPart, ...] = ()

    def points(self) -> Iterator["Point"]:
        """Yield the points of the task, or the task itself as the only one, with all who are charged."""
        for part in self.parts or (None,):
            yield Point(self, part)


@dataclass(frozen=True, slots=True)
class Point:
    """What somebody is charged with: a point of a task, or a whole task that has none.

    A point without a lead has its task's, and its task's support too unless it names its own.
    """

    task: TaskBlock
    part: TaskPart | None

    @property
    def lead(self) -> Names:
        """Return the names of those who lead."""
        return (self.part and self.part.lead) or self.task.lead

    @property
    def support(self) -> Names:
        """Return the names of those who support."""
        if self.part is None:
            return self.task.support
        return self.part.support or (() if self.part.lead else self.task.support)

    @property
    def manner(self) -> Manner | None:
        """Return the manner in which its units are named, if not that of the paper."""
        return (self.part and self.part.duties) or self.task.duties

    @property
    def label(self) -> str:
        """Return what messages call it."""
        return f"任务“{self.task.task}”" + (f"第 {self.number} 点" if self.number else "")

    @property
    def number(self) -> int:
        """Return which point of its task it is, from 1; 0 for the whole."""
        return next((number for number, each in enumerate(self.task.parts, 1) if each is self.part), 0)

    @property
    def origin(self) -> Origin:
        """Return where it stands."""
        return self.part.text.origin if self.part else self.task.task.origin


class ArticleBlock(Model):
    """An article: a numbered run-in heading and its text, without duties."""

    article: Words
    text: Words
    id: Name | None = None
