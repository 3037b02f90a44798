"""The prose of a plan, read once for all the rules that look at it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from yinfa.model.plan import Plan
from yinfa.prose.compare import Compared, compared
from yinfa.prose.paper import Paper, papers_of
from yinfa.prose.statements import Statement, statements_in


@dataclass(frozen=True, slots=True)
class Reading:
    """The papers of a plan, and all that is stated in them by typed figures.

    `levels` are those statements that say how much or how many, and not by how much it changed, beside the facts.
    """

    plan: Plan
    papers: tuple[Paper, ...]
    statements: tuple[Statement, ...]
    levels: tuple[Compared, ...]


def reading_of(plan: Plan) -> Reading:
    """Return what is read in a plan; it takes a while, so that it is done once and passed along."""
    papers = tuple(papers_of(plan))
    statements = tuple(_stated(papers))
    return Reading(plan, papers, statements, tuple(compared(each) for each in statements if each.role != "change"))


def _stated(papers: Iterable[Paper]) -> Iterator[Statement]:
    for paper in papers:
        for text in paper.texts:
            yield from statements_in(paper, text)
