"""The whole plan: everything in its folder, read and linked."""

from dataclasses import dataclass
from pathlib import Path

from yinfa.model.actuals import Actual
from yinfa.model.identity import Identity, Paper, Period, Registry
from yinfa.model.indicators import Indicator
from yinfa.model.projects import Project
from yinfa.model.words import PlanWords


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
    actuals: tuple[Actual, ...]
    projects: tuple[Project, ...]
    words: dict[str, PlanWords]
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

    def papers(self) -> tuple[Paper, ...]:
        """Return the papers to issue."""
        return self.identity.documents
