"""plan.yaml and units.yaml: what the plan is, who issues it, which papers come out, which offices there are."""

from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, field_validator

from yinfa.diagnostics import Origin
from yinfa.model.base import Day, Model, Title, Words, Year, YesNo
from yinfa.sources.text import Text

Government = Literal["county", "county-city", "district", "prefecture-city"]
Status = Literal["征求意见稿", "送审稿", "印发稿"]
Level = Literal["office", "bureau", "town", "company"]


class Period(Model):
    """A span of years that has indicators of its own, such as “十二五” 2011-2015."""

    id: Words
    name: Words
    start: Year
    end: Year


class Paper(Model):
    """One paper to issue: its kind, the file that holds its words, and its title unless it is the plan's."""

    kind: Words
    text: Words
    title: Title = Field(default_factory=lambda: Text("", Origin("")))
    year: Year | None = None


class Identity(Model):
    """plan.yaml: the plan's identity and the papers issued from it.

    `date` is YYYY-MM or YYYY-MM-DD; `sample` prints 样例 on every page; `sources` and `conflicts` say where the
    figures come from and what was taken where their source contradicts itself.
    """

    id: Words
    title: Title
    place: Words
    government: Government
    periods: Annotated[tuple[Period, ...], Field(min_length=1)]
    period: Words
    issuer: Title
    date: Day
    status: Status
    documents: Annotated[tuple[Paper, ...], Field(min_length=1)]
    sample: YesNo = False
    sources: tuple[Words, ...] = ()
    conflicts: tuple[Words, ...] = ()

    @field_validator("documents")
    @classmethod
    def _titled(cls, papers: tuple[Paper, ...], known: ValidationInfo) -> tuple[Paper, ...]:
        """Return the papers, with the plan's title for those that have none of their own."""
        title = {"title": known.data.get("title")}
        return tuple(paper if paper.title else paper.model_copy(update=title) for paper in papers)

    @property
    def day(self) -> Text:
        """Return the date as YYYY-MM-DD: the first day of a month that stands alone."""
        return self.date if self.date.count("-") == 2 else Text(f"{self.date}-01", self.date.origin)


class Unit(Model):
    """A department, an office, a town or a company, with its full and its short name."""

    id: Words
    name: Words
    short: Words
    level: Level


class Registry(Model):
    """units.yaml: every unit that the plan names, in the order in which papers name them."""

    units: tuple[Unit, ...]

    def find(self, name: str) -> Unit | None:
        """Return the unit of this id, short or full name, or None."""
        return next((unit for unit in self.units if name in (unit.id, unit.short, unit.name)), None)
