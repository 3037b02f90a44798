"""plan.yaml and units.yaml: what the plan is, who issues it, which papers come out, which offices there are."""

from collections.abc import Iterable, Iterator
from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, field_validator

from yinfa.diagnostics import Origin
from yinfa.model.base import KEPT, WHOLE, YEARS, Day, Model, Title, WholeDay, Words, Year, YesNo
from yinfa.model.days import first_day
from yinfa.model.settings import Setting, Silence
from yinfa.sources.text import Text

Government = Literal["county", "county-city", "district", "prefecture-city"]
Status = Literal["征求意见稿", "送审稿", "印发稿"]
Level = Literal["office", "bureau", "town", "company", "group"]
Binding = Literal["follows", "annex", "apart"]
Stage = Literal["annual", "mid-term", "final"]
EVALUATION = "evaluation"  # the kind of paper that judges


class Period(Model):
    """A span of years that has indicators of its own, such as “十二五” 2011-2015."""

    id: Words
    name: Words
    start: Year
    end: Year

    @property
    def years(self) -> range:
        """Return its years; none where its end lies before its start, which is told."""
        return range(self.start, self.end + 1)


NOTHING = Text("", Origin(""))


class Leaf(Model):
    """What a paper and a part of one have in common: kind, the file that holds its words, title, year and period.

    `stage` says which evaluation it is; one of a period's last year is the final one unless it says otherwise.
    """

    kind: Words
    text: Words = NOTHING
    title: Title = NOTHING
    year: Year | None = None
    period: Words | None = None
    stage: Annotated[Stage, KEPT] | None = None

    @property
    def is_evaluation(self) -> bool:
        """Return whether it judges what its period has come to by the end of its year."""
        return self.kind == EVALUATION


class Part(Leaf):
    """A paper issued by another one: it `follows` it without a mark, as an `annex` of it, or is an annex bound `apart`.

    One bound apart is a document of its own with the same title; the annexes announced name it.
    """

    title: Title
    binding: Binding = "follows"


class Paper(Leaf):
    """One paper to issue; its title is the plan's unless it has its own."""

    parts: tuple[Part, ...] = ()


class Consultation(Model):
    """When the public is consulted on a draft: the first and the last day for opinions."""

    start: WholeDay
    deadline: WholeDay

    @field_validator("deadline")
    @classmethod
    def _comes_last(cls, deadline: Text, known: ValidationInfo) -> Text:
        """Return the last day. Raise ValueError where it lies before the first."""
        start = known.data.get("start", deadline)
        if deadline < start:
            raise ValueError(f"截止日期早于开始日期 {start}", "核对 start 和 deadline")
        return deadline


class Nearly(Model):
    """From which rate of completion, in %, a target that is not met is nearly so (基本完成), by its 属性.

    At 100 nothing is nearly met: what is binding is to be met by all means (so the outline of the eleventh national
    five-year plan, which brought the two in), and so it is met or is not.
    """

    binding: Annotated[int, Field(ge=1, le=100), WHOLE] = 100
    expected: Annotated[int, Field(ge=1, le=100), WHOLE] = 90


class Yardstick(Model):
    """How an evaluation judges: the thresholds of 基本完成, and which 口径 may be met before the time (提前完成).

    What has once been added up stays so; what is measured at the end of the period can fall back until then.
    """

    nearly: Nearly = Nearly()
    early: tuple[Literal["累计", "新增", "期末"], ...] = ("累计", "新增")


class Identity(Model):
    """plan.yaml: the plan's identity and the papers issued from it.

    `date` is YYYY-MM or YYYY-MM-DD; `sample` prints 样例 on every page; `sources` and `conflicts` say where the
    figures come from and what was taken where their source contradicts itself; `checks` and `silenced` what is told
    otherwise than by rule.
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
    consultation: Consultation | None = None
    evaluation: Yardstick = Yardstick()
    checks: tuple[Setting, ...] = ()
    silenced: tuple[Silence, ...] = ()
    sources: tuple[Words, ...] = ()
    conflicts: tuple[Words, ...] = ()

    @field_validator("documents")
    @classmethod
    def _titled(cls, papers: tuple[Paper, ...], known: ValidationInfo) -> tuple[Paper, ...]:
        """Return the papers, with the plan's title for those that have none of their own."""
        title = {"title": known.data.get("title")}
        return tuple(paper if paper.title else paper.model_copy(update=title) for paper in papers)

    def leaves(self) -> Iterator[Leaf]:
        """Yield every paper, and behind each its parts."""
        for paper in self.documents:
            yield paper
            yield from paper.parts

    @property
    def day(self) -> Text:
        """Return the date as YYYY-MM-DD: the first day of a month that stands alone."""
        return first_day(self.date)


class Dated(Model):
    """What held from the year `since` to the year `until`, with both; from ever or for ever where one is left out."""

    since: Year | None = None
    until: Year | None = None

    @property
    def is_reversed(self) -> bool:
        """Return whether it is said to have ended before it began."""
        return (self.since or 0) > (self.until or YEARS[-1])

    def held_in(self, year: int) -> bool:
        """Return whether it held in `year`."""
        return (self.since or year) <= year <= (self.until or year)

    def overlaps(self, other: "Dated") -> bool:
        """Return whether there is a year in which both held."""
        return max(self.since or 0, other.since or 0) <= min(self.until or YEARS[-1], other.until or YEARS[-1])


class Member(Dated):
    """A unit's membership of a group, in the years in which it held."""

    unit: Words


class Unit(Dated):
    """A department, an office, a town, a company or a group of such, with its full and its short name.

    `since` and `until` are the first and the last year in which the name held, `successor` the id of the unit that took
    its duties over. A group (成员单位) has members and counts as one unit.
    """

    id: Words
    name: Words
    short: Words
    level: Level
    successor: Words | None = None
    members: tuple[Member, ...] = ()


class Registry(Model):
    """units.yaml: every unit that the plan names, in the order in which papers name them.

    A unit that was renamed stands twice, with the years of either name; its short name may have stayed the same.
    """

    units: tuple[Unit, ...]

    def named(self, name: str) -> tuple[Unit, ...]:
        """Return the units of this id, short or full name: one, unless the name went over from one to the other."""
        return tuple(unit for unit in self.units if name in (unit.id, unit.short, unit.name))

    def find(self, name: str, year: int | None = None) -> Unit | None:
        """Return the unit of this name, of several the one that had it in `year`; None if nobody ever had it."""
        named = self.named(name)
        held = (unit for unit in named if year is not None and unit.held_in(year))
        return next(held, next(iter(named), None))

    def line(self, unit: Unit) -> tuple[Unit, ...]:
        """Return the units to which the duties of a unit went, one after the other; each once, should they go round."""
        line: list[Unit] = []
        while unit.successor and (heir := self._of_id(unit.successor)) and heir not in line:
            line.append(heir)
            unit = heir
        return tuple(line)

    def _of_id(self, id_: str) -> Unit | None:
        return next((unit for unit in self.units if unit.id == id_), None)

    def in_order(self, names: Iterable[str], year: int | None = None) -> tuple[Unit, ...]:
        """Return the units of these names in the order of the registry, each once; unknown names are left out.

        Of several units of one name it is the one that had it in `year`.
        """
        found = [unit.id for name in names if (unit := self.find(name, year))]
        return tuple(unit for unit in self.units if unit.id in found)
