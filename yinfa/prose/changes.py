"""Changes that prose states, beside those of the data."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from yinfa.derive.rates import HUNDRED
from yinfa.model.indicators import Indicator, Part
from yinfa.prose.facts import Fact
from yinfa.prose.figures import MOVES, POINTS, Written, base_of, cut_to
from yinfa.prose.paper import Paper
from yinfa.prose.statements import Statement
from yinfa.prose.vocabulary import AIMED, SINCE_BASELINE, SINCE_LAST_YEAR

GROWTH = re.compile("增长|增幅|增速|降幅|变化率")  # in the name of an indicator: that is a change itself
NEAR = Decimal("0.05")


@dataclass(frozen=True, slots=True)
class Step:
    """Two numbers of a part of which the later is compared with the earlier."""

    before: Fact
    after: Fact

    @property
    def difference(self) -> Decimal:
        """Return by how much it changed, in the part's measure."""
        return self.after.low - self.before.low

    def told_as(self, figure: Written) -> Decimal | None:
        """Return the change as a figure tells it, without its sign: in %, 百分点 or its measure; None if it cannot."""
        part = self.after.part
        if figure.measure in POINTS:
            return abs(self.difference) if part.measure == "%" else None
        if figure.measure == "%":
            rated = part.measure == "%" or self.before.low <= 0
            return None if rated else abs(HUNDRED * self.difference / self.before.low)
        return abs(self.difference) * base_of(part.measure)[0] / base_of(figure.measure)[0]

    def __str__(self) -> str:
        """Return it as messages tell it, with both cells."""
        return f"{self.before}，{self.after}"


def is_change(figure: Written, expected: Decimal) -> bool:
    """Return whether a figure tells a change: rounded to its decimals, or as roughly as its words say."""
    if figure.about or figure.bound:
        return abs(expected - figure.low) <= NEAR * max(expected, Decimal(1)) or figure.bound != ""
    return cut_to(expected, figure.decimals) == figure.low


def steps_of(statement: Statement) -> tuple[Step, ...]:
    """Return the changes that a statement may be about, none where the year is open or it is what is aimed at."""
    if statement.is_whole or AIMED.search(statement.between) or AIMED.search(statement.lead):
        return ()
    parts = [(indicator, part) for indicator, part in statement.fitting if not GROWTH.search(indicator.named(part))]
    return tuple(
        step
        for each in parts
        for step in steps(statement.paper, each, statement.before, statement.year, statement.compared_year)
    )


def steps(paper: Paper, named: tuple[Indicator, Part], said: str, year: int, compared: int) -> Iterator[Step]:
    """Yield the changes of a part to a year (or that of the evaluation), from the year that is `said` or meant."""
    series = {fact.year: fact for fact in paper.facts(named) if is_result(fact)}
    period = paper.plan.period(str(named[0].period))
    year = year or (paper.evaluation.year if paper.evaluation else 0)
    if not year or period is None or not (paper.evaluation or year < paper.plan.year_of(paper.leaf)):
        return
    first = period.start - 1
    starts = (
        (compared,)
        if compared
        else (year - 1,)
        if SINCE_LAST_YEAR.search(said)
        else (first,)
        if SINCE_BASELINE.search(said)
        else (year - 1, first)
    )
    for start in dict.fromkeys(starts):
        if start in series and year in series and start < year:
            yield Step(series[start], series[year])


def is_result(fact: Fact) -> bool:
    """Return whether it is the figure of one year as entered; what is added has none before its period."""
    return (fact.sort == "actual") or (fact.sort == "baseline" and not fact.indicator.is_added)


def way(word: str) -> int:
    """Return which way a word for a change goes: 1 up, -1 down, 0 for 持平."""
    return MOVES.get(word, 0)


def sign(value: Decimal) -> int:
    """Return 1, 0 or -1."""
    return (value > 0) - (value < 0)
