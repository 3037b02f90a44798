"""Figures that are typed where a call would print the very same: what `check` warns of and `check --fix` binds."""

from collections.abc import Iterator
from dataclasses import dataclass

from yinfa.model.plan import Plan
from yinfa.prose.compare import Compared, is_condition
from yinfa.prose.counts import counts_in
from yinfa.prose.facts import Fact
from yinfa.prose.figures import WIDE
from yinfa.prose.meant import is_ahead, is_own, kind_of, of_kind
from yinfa.prose.moves import moved
from yinfa.prose.paper import Paper
from yinfa.prose.reading import Reading, reading_of
from yinfa.prose.statements import Statement
from yinfa.prose.totals import totals_in
from yinfa.prose.vocabulary import PERIOD_AIM
from yinfa.sources.text import Text


@dataclass(frozen=True, slots=True)
class Orphan:
    """A typed figure: from where to where in its text, the call to put there, and what that prints.

    `exact` says that it prints the same characters, but for full-width ones; 百分之九十二 is 92% in other words. `fact`
    tells which fact it is, with its cell.
    """

    text: Text
    start: int
    end: int
    call: str
    shown: str
    fact: str

    @property
    def literal(self) -> str:
        """Return the figure as it is typed."""
        return str(self.text)[self.start : self.end]

    @property
    def exact(self) -> bool:
        """Return whether the call prints what is typed."""
        return self.literal.translate(WIDE) == self.shown.translate(WIDE)


def orphans_in(plan: Plan) -> Iterator[Orphan]:
    """Yield the typed figures of a plan that equal a fact which a call prints."""
    return orphans_of(reading_of(plan))


def orphans_of(reading: Reading) -> Iterator[Orphan]:
    """Yield the typed figures of what is read that equal a fact which a call prints."""
    for each in reading.levels:
        fact = bound(each)
        if fact:
            figure = each.statement.figure
            name = fact.indicator.named(fact.part)
            yield Orphan(
                each.statement.text,
                figure.start,
                figure.end,
                fact.call,
                fact.shown,
                f"“{name}”的{fact.called}（{fact.origin}）",
            )
    for statement in reading.statements:
        if statement.role == "change":
            yield from _moved(statement)
    for paper in reading.papers:
        for text in paper.texts:
            yield from _counted(reading.plan, paper, text)
    for total in totals_in(reading):
        if total.typed == total.rounded:
            shown = f"{total.rounded:f}{total.measure}"
            fact_of = f"各项目{total.column}之和（{reading.plan.shown}/projects.xlsx）"
            yield Orphan(total.text, total.start, total.end, total.call, shown, fact_of)


def _counted(plan: Plan, paper: Paper, text: Text) -> Iterator[Orphan]:
    """Yield the counts in a text that are as many as there are."""
    for each in counts_in(plan, paper, text):
        if each.is_right:
            known = each.known
            yield Orphan(text, each.start, each.end, known.call, known.shown, f"{known.where}的{known.of}数")


def _moved(statement: Statement) -> Iterator[Orphan]:
    """Yield the orphan of a change that a call words and prints just so."""
    found, figure, text = moved(statement), statement.figure, statement.text
    if found and str(text)[figure.moved_at : figure.end].translate(WIDE) == found[2]:
        step, call, shown = found
        fact = f"“{step.after.indicator.named(step.after.part)}”比上年的变化（{step.after.origin}）"
        yield Orphan(text, figure.moved_at, figure.end, call, shown, fact)


def unbound_in(reading: Reading) -> Iterator[tuple[Statement, tuple[Fact, ...]]]:
    """Yield the typed figures that equal facts of which the words do not tell one, with those facts."""
    for each in reading.levels:
        facts = tuple(fact for fact in (*each.equal, *each.unnamed) if fact.call)
        if facts and not (each.differs or is_condition(each.statement) or bound(each)):
            yield each.statement, facts


def bound(each: Compared) -> Fact | None:
    """Return the fact that a figure should be bound to; None where there is none, or the words do not tell which."""
    facts = _meant(each.statement, [fact for fact in each.equal if fact.call])
    return facts[0] if len({fact.call for fact in facts}) == 1 else None


def _meant(statement: Statement, facts: list[Fact]) -> list[Fact]:
    """Return the facts that are meant: of the paper's period, of the kind told, of the year that is evaluated."""
    own = [fact for fact in facts if is_own(statement, fact)] or facts
    evaluation = statement.paper.evaluation
    kind = kind_of(statement) or ("aim" if is_ahead(statement) else "")
    told = of_kind(kind, own) or own
    if PERIOD_AIM.search(statement.between):
        return [fact for fact in told if fact.sort in ("target", "revised")] or told
    if evaluation is None or len({fact.is_aim for fact in told}) > 1:
        return told
    return [fact for fact in told if fact.year == evaluation.year] or told
