"""The whole plan: everything in its folder, read and linked."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from yinfa.model.actuals import Actual, Revision
from yinfa.model.identity import Identity, Leaf, Paper, Period, Registry
from yinfa.model.indicators import Indicator
from yinfa.model.ledger import Ledger
from yinfa.model.opinions import Opinion
from yinfa.model.progress import ProjectProgress, TaskProgress
from yinfa.model.projects import Project
from yinfa.model.words import PaperWords


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan's folder as typed values.

    `words` holds the words of each paper and `pictures` the bytes of each picture, by the name of the file; `inputs`
    are the files read, in reading order, relative to `folder`; `shown` is the folder as a drafter names it.
    """

    folder: Path
    shown: str
    identity: Identity
    registry: Registry
    indicators: tuple[Indicator, ...]
    actuals: Ledger[Actual]
    revisions: Ledger[Revision]
    projects: tuple[Project, ...]
    opinions: tuple[Opinion, ...]
    task_progress: tuple[TaskProgress, ...]
    project_progress: tuple[ProjectProgress, ...]
    words: dict[str, PaperWords]
    pictures: dict[str, bytes]
    inputs: tuple[str, ...]

    def period(self, id_: str | None = None) -> Period | None:
        """Return the period of this id, by default the plan's current one, or None."""
        wanted = id_ or self.identity.period
        return next((period for period in self.identity.periods if period.id == wanted), None)

    def listed(self, period: str | None = None) -> tuple[Indicator, ...]:
        """Return the indicators that make up the table of a period, in their order."""
        wanted = period or self.identity.period
        return tuple(each for each in self.indicators if each.listed and each.period == wanted)

    def indicator(self, name: str, period: str | None = None) -> Indicator | None:
        """Return the indicator of this id or name in a period, by default the plan's current one, or None."""
        wanted = period or self.identity.period
        found = (each for each in self.indicators if each.period == wanted and name in (each.id, each.name))
        return next(found, None)

    def papers(self) -> tuple[Paper, ...]:
        """Return the papers to issue."""
        return self.identity.documents

    def leaves(self) -> Iterator[Leaf]:
        """Yield every paper, and behind each its parts."""
        return self.identity.leaves()

    def evaluations(self) -> tuple[Leaf, ...]:
        """Return the papers and the parts of papers that are evaluations of a year that may be judged.

        One bound apart is named as a paper too.
        """
        return tuple(leaf for leaf in self.leaves() if leaf.is_evaluation and leaf.text and self.is_dated(leaf))

    def is_dated(self, leaf: Leaf) -> bool:
        """Return whether the year of an evaluation is said and lies in its period; that it is not is told by itself."""
        period = self.period(self.period_of(leaf))
        return period is not None and self.year_said(leaf) in period.years

    def words_of(self, leaf: Leaf) -> PaperWords:
        """Return the words of a paper or a part of one: none at all where it has no text."""
        return self.words.get(str(leaf.text), PaperWords())

    def texts_of(self, year: int) -> dict[str, PaperWords]:
        """Return the texts of a year by their files, each once, in the order of the papers."""
        return {
            str(leaf.text): self.words_of(leaf) for leaf in self.leaves() if leaf.text and self.year_of(leaf) == year
        }

    def year_of(self, leaf: Leaf) -> int:
        """Return the year of a paper or a part: its own, else that of its paper, else that of the plan's date."""
        return self.year_said(leaf) or self.year

    def year_said(self, leaf: Leaf) -> int | None:
        """Return the year that a paper or a part names itself, else that of its paper; None where neither does."""
        return leaf.year or self._paper_of(leaf).year

    def period_of(self, leaf: Leaf) -> str:
        """Return the period (its id) of a paper or a part: its own, else that of its paper, else the plan's."""
        return str(leaf.period or self._paper_of(leaf).period or self.identity.period)

    @property
    def year(self) -> int:
        """Return the year of the plan's date."""
        return int(self.identity.date[:4])

    def years_of(self, leaf: Leaf) -> range:
        """Return the years that a paper or a part is for: its period's if it names one, else its year, else the plan's.

        What it does not say, its paper says.
        """
        for each in (leaf, self._paper_of(leaf)):
            if each.period and (period := self.period(each.period)):
                return period.years
            if each.year:
                return range(each.year, each.year + 1)
        own = self.period()
        return own.years if own else range(self.year, self.year + 1)

    def _paper_of(self, leaf: Leaf) -> Leaf:
        """Return the paper that a part belongs to, or the paper itself."""
        return next((paper for paper in self.papers() if any(part is leaf for part in paper.parts)), leaf)
