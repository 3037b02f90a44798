"""Last year's yearly papers, and the same ones of the new year in plan.yaml."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from yinfa.model.identity import Leaf, Paper, Period
from yinfa.model.plan import Plan
from yinfa.nextyear.rules import PAPERS

PLAN = "action-plan"


@dataclass(frozen=True, slots=True)
class Yearly:
    """A paper of last year that has a follower, and its place among the documents of plan.yaml."""

    place: int
    paper: Paper

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        """Return the paper and its parts."""
        return (self.paper, *self.paper.parts)


def yearly(plan: Plan, year: int) -> tuple[Yearly, ...]:
    """Return the papers of a year that are made every year, by the table `PAPERS`."""
    texts = {str(leaf.text) for leaf in plan.leaves() if leaf.kind == PLAN and plan.year_of(leaf) == year}
    every = (Yearly(place, paper) for place, paper in enumerate(plan.papers()))
    found = (each for each in every if any(plan.year_of(leaf) == year for leaf in each.leaves))
    return tuple(each for each in found if _comes_back(each.paper, texts, year))


def _comes_back(paper: Paper, texts: set[str], year: int) -> bool:
    if paper.kind not in PAPERS:
        return False
    rules: dict[str, bool] = {
        "action-plan": True,
        "notice": any(part.kind == PLAN for part in paper.parts),
        "responsibilities": str(paper.text) in texts,
        "unit-sheet": str(paper.text) in texts,
        "indicators": str(year) in paper.title,
        "projects": str(year) in paper.title,
    }
    return rules[str(paper.kind)]


def texts_of(papers: Iterable[Yearly]) -> dict[str, Leaf]:
    """Return the texts of papers and their parts, each with the first leaf that prints it; the action plans first."""
    leaves = [leaf for each in papers for leaf in each.leaves if leaf.text]
    found: dict[str, Leaf] = {}
    for leaf in sorted(leaves, key=lambda leaf: leaf.kind != PLAN):
        found.setdefault(str(leaf.text), leaf)
    return found


def is_there(plan: Plan, each: Yearly, year: int) -> bool:
    """Return whether the papers have the follower of a paper: one of its kind, for a notice an action plan."""
    wanted = PLAN if each.paper.kind == "notice" else str(each.paper.kind)
    return any(leaf.kind == wanted and plan.year_said(leaf) == year for leaf in plan.leaves())


def text_of_plan(plan: Plan, year: int) -> str | None:
    """Return the text of the action plan of a year; None where there is none yet."""
    found = (str(leaf.text) for leaf in plan.leaves() if leaf.kind == PLAN and plan.year_said(leaf) == year)
    return next(found, None)


def changed(
    year: int, last: int, title: Callable[[str], str], file: Callable[[str], str], periods: dict[str, str]
) -> Callable[[tuple[str, ...], str], str]:
    """Return what a text of an entry of plan.yaml becomes, by the keys that lead to it."""
    by_key: dict[str, Callable[[str], str]] = {
        "text": file,
        "title": title,
        "year": lambda said: str(year) if said.strip() == str(last) else said,
        "period": lambda said: periods.get(said, said),
    }

    def change(path: tuple[str, ...], said: str) -> str:
        return by_key[path[-1]](said) if path and path[-1] in by_key else said

    return change


def period_for(plan: Plan, period: Period, year: int) -> Period | None:
    """Return the period of the new year's papers: the same, another one that has the year, or one to be made.

    A period of one year is followed by one of the next year, to be made where there is none; None where nothing is.
    """
    if year in period.years:
        return period
    alike = [each for each in plan.identity.periods if year in each.years]
    yearly_ = len(period.years) == 1
    same = [each for each in alike if (len(each.years) == 1) == yearly_]
    if same:
        return same[0]
    return None if yearly_ else next(iter(alike), None)
