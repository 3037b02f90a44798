"""The prose of a plan, read once for all the rules that look at it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from yinfa.model.plan import Plan
from yinfa.prose.paper import Paper, papers_of
from yinfa.prose.statements import Statement, statements_in


@dataclass(frozen=True, slots=True)
class Reading:
    """The papers of a plan, and all that is stated in them by typed figures."""

    papers: tuple[Paper, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """A plan, known by being the very same one: its fields are too many to be compared."""

    plan: Plan

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.plan is self.plan

    def __hash__(self) -> int:
        return id(self.plan)


def reading_of(plan: Plan) -> Reading:
    """Return what is read in a plan: the last plan's is kept, as one rule after the other asks for it."""
    return _read(_Same(plan))


@lru_cache(maxsize=1)
def _read(same: _Same) -> Reading:
    papers = tuple(papers_of(same.plan))
    return Reading(papers, tuple(_stated(papers)))


def _stated(papers: tuple[Paper, ...]) -> Iterator[Statement]:
    for paper in papers:
        for text in paper.texts:
            yield from statements_in(paper, text)
