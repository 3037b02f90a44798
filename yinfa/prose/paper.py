"""A paper whose prose is read: its plan, its period and year, the names and measures that it may use."""

from collections.abc import Iterator
from dataclasses import dataclass

from yinfa.derive.evaluation import Evaluation, evaluation_of
from yinfa.diagnostics import Origin
from yinfa.model.identity import Leaf
from yinfa.model.plan import Plan
from yinfa.model.tasks import TaskBlock
from yinfa.model.walk import each_of, printed_in
from yinfa.model.words import HeadingBlock, PaperWords
from yinfa.prose.facts import Asked, Fact, facts_of
from yinfa.prose.names import Named, Names
from yinfa.prose.spans import Call
from yinfa.prose.vocabulary import RETROSPECT
from yinfa.sources.text import Text


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper or a part of one, by the text that it is printed from.

    `past` are the places of texts that look back, `tasks` how many tasks it has: none where it judges those of others.
    """

    plan: Plan
    leaf: Leaf
    words: PaperWords
    names: Names
    measures: frozenset[str]
    evaluation: Evaluation | None
    past: frozenset[Origin]
    tasks: int

    @property
    def period(self) -> str:
        """Return the period (its id) that is meant where none is named."""
        return self.evaluation.period.id if self.evaluation else self.plan.period_of(self.leaf)

    @property
    def year(self) -> int:
        """Return the year that the paper is for, 0 for one of a whole period."""
        return self.plan.year_said(self.leaf) or 0

    @property
    def texts(self) -> Iterator[Text]:
        """Yield what is printed of it."""
        return printed_in(self.words)

    def meant(self, call: Call) -> Iterator[Named]:
        """Yield the indicator that a call names, in its period."""
        found = self.plan.indicator(call.name, call.period or self.period) if call.name else None
        part = found.part(call.part) if found else None
        if found and part:
            yield found, part

    def facts(self, named: Named) -> tuple[Fact, ...]:
        """Return the facts of an indicator or a part of it, each once."""
        indicator, part = named
        asked = Asked(self.period, self.evaluation)
        every = (
            fact
            for each in ((part,) if part else indicator.parts)
            for fact in facts_of(self.plan, indicator, each, asked)
        )
        return tuple(
            {(each.low, each.high, each.origin, each.sort == "sum"): each for each in reversed(list(every))}.values()
        )[::-1]


def papers_of(plan: Plan) -> Iterator[Paper]:
    """Yield a plan's papers and parts that have a text, each text once."""
    names = Names(plan.indicators)
    measures = frozenset(part.measure for each in plan.indicators for part in each.parts if part.measure)
    seen: set[str] = set()
    for leaf in plan.leaves():
        if leaf.text and str(leaf.text) not in seen and str(leaf.text) in plan.words:
            seen.add(str(leaf.text))
            is_judged = leaf.is_evaluation and plan.is_dated(leaf)
            evaluation = evaluation_of(plan, leaf) if is_judged else None
            words = plan.words_of(leaf)
            past = frozenset(each.origin for each in _looking_back(words))
            tasks = 0 if evaluation else sum(1 for _ in each_of(TaskBlock, words))
            yield Paper(plan, leaf, words, names, measures, evaluation, past, tasks)


def _looking_back(words: PaperWords) -> Iterator[Text]:
    """Yield the texts under a heading of what was: 工作回顾, 发展基础."""
    for block in each_of(HeadingBlock, words):
        if RETROSPECT.search(block.heading):
            yield from printed_in(block)
