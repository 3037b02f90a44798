"""A stated figure beside the facts that it may tell: equal to one, or different from all."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_DOWN, Decimal

from yinfa.model.indicators import CUMULATIVE
from yinfa.prose.facts import Fact
from yinfa.prose.figures import Written, base_of, cut_to
from yinfa.prose.meant import is_own, kind_of, names, of_kind
from yinfa.prose.statements import Statement
from yinfa.prose.vocabulary import (
    ADDED,
    AIMED,
    LAST_PERIOD,
    LOOKS_BACK,
    PAST_YEAR,
    PERIOD_AIM,
    SUMMED,
    WHOLE_PERIOD,
    WHOLE_YEAR,
)

NEAR = Decimal("0.05")  # what is told roughly may be off by so much


@dataclass(frozen=True, slots=True)
class Compared:
    """A statement, the facts that it may tell, nearest first, and those of them that it equals.

    `unnamed` are facts that it equals by chance or by mistake: of another period or kind, which no word names.
    """

    statement: Statement
    facts: tuple[Fact, ...]
    equal: tuple[Fact, ...]
    unnamed: tuple[Fact, ...] = ()

    @property
    def differs(self) -> bool:
        """Return whether it is certain that it tells none of them."""
        return bool(self.facts) and not self.equal


def compared(statement: Statement) -> Compared:
    """Return a level beside the facts that it may tell; without facts where it is not certain that it tells any."""
    facts = tuple(sorted(_told(statement), key=lambda fact: abs(amount(fact) - written(statement.figure))))
    every = tuple(fact for fact in facts if is_same(fact, statement.figure))
    own = of_kind(kind_of(statement), (fact for fact in facts if is_own(statement, fact)))
    equal = tuple(fact for fact in every if not own or fact in own or names(statement, fact))
    unnamed = tuple(fact for fact in every if fact not in equal)
    near = tuple(own) if unnamed else tuple(fact for fact in facts if is_own(statement, fact) or names(statement, fact))
    if equal or not _is_certain(statement, near):
        return Compared(statement, (), equal, unnamed)
    return Compared(statement, near, (), unnamed)


def _told(statement: Statement) -> Iterator[Fact]:
    """Yield the facts that a statement may tell, by its words: of which year, 新增 or 累计, aimed at or achieved."""
    fitting = {(id(indicator), part.name) for indicator, part in statement.fitting}
    every = [
        fact
        for named in statement.named
        for fact in statement.paper.facts(named)
        if (id(fact.indicator), fact.part.name) in fitting
    ]
    facts = _counted(statement, _meant(statement, every))
    year = year_of(statement)
    yield from (fact for fact in facts if year is not None and _is_of(fact, year, statement))


def _is_of(fact: Fact, year: int, statement: Statement) -> bool:
    """Return whether a fact is of the year that is meant; a paper that looks ahead tells no results of its own time."""
    paper = statement.paper
    if year and fact.year != year:
        return False
    if fact.is_aim or paper.evaluation:
        return True
    return year < paper.plan.year_of(paper.leaf) if year else not paper.year


def year_of(statement: Statement) -> int | None:
    """Return the year that is meant, 0 for any; None where words name one that cannot be told."""
    own = statement.paper.year
    if statement.role == "from":
        return statement.compared_year
    if PERIOD_AIM.search(statement.between):  # whatever year was spoken of before
        return 0
    if statement.year:
        return statement.year
    past, present = _last(PAST_YEAR, statement.before), _last(WHOLE_YEAR, statement.before)
    if max(past, present) < 0:
        return 0
    return own - (past > present) if own else None


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Return where a pattern is found last, -1 where it is not."""
    return max((each.start() for each in pattern.finditer(text)), default=-1)


def _meant(statement: Statement, facts: list[Fact]) -> list[Fact]:
    """Return the facts of the period that the sentence names, and only the aims where it tells an aim."""
    named = [
        str(period.id)
        for period in statement.paper.plan.identity.periods
        if str(period.name).strip("“”") in statement.before
    ]
    if named:
        facts = [fact for fact in facts if str(fact.indicator.period) in named]
    elif LAST_PERIOD.search(statement.before):
        facts = [fact for fact in facts if not is_own(statement, fact)]
    if AIMED.search(statement.between) or AIMED.search(statement.lead):
        facts = [fact for fact in facts if fact.is_aim]
    return facts


def _counted(statement: Statement, facts: Iterable[Fact]) -> Iterator[Fact]:
    """Yield the facts as they are counted in a statement: what was added is no sum, and a sum not what was added."""
    words = statement.lead + statement.between
    added, summed = ADDED in words, SUMMED in words
    for fact in facts:
        if added and not fact.indicator.is_added:
            yield from _gained(fact)
        elif summed and fact.indicator.is_added:
            if fact.sort not in ("yearly", "actual") or fact.called.startswith("到"):
                yield fact
        elif summed and fact.indicator.basis != CUMULATIVE:
            continue
        else:
            yield fact


def _gained(fact: Fact) -> Iterator[Fact]:
    """Yield by how much a level lies above the baseline, as far as that is known."""
    baseline = fact.part.baseline
    if isinstance(baseline, Decimal) and fact.sort != "baseline" and fact.high is None:
        gained = fact.low - baseline
        shown = f"{gained:f}{fact.part.measure}"
        yield replace(fact, called=f"{fact.called}减去基期值", low=gained, shown=shown, call="")


def _is_certain(statement: Statement, facts: tuple[Fact, ...]) -> bool:
    """Return whether a figure that equals no fact is wrong: not one that is rounded or rough, or a condition."""
    paper, figure = statement.paper, statement.figure
    if statement.is_whole or is_condition(statement) or not facts:
        return False
    if not (paper.evaluation or statement.year) and _is_elsewhere(statement, facts):
        return False
    return not any(_is_rounded(fact, figure) for fact in facts)


def _is_elsewhere(statement: Statement, facts: tuple[Fact, ...]) -> bool:
    """Return whether a figure without a year may be of a time of which the data say nothing: past, or a year's."""
    paper = statement.paper
    if statement.text.origin in paper.past or LOOKS_BACK.search(statement.before):
        return True
    if WHOLE_PERIOD.search(statement.before):
        return False
    return bool(paper.year) and not any(fact.year == paper.year for fact in facts)


def is_condition(statement: Statement) -> bool:
    """Return whether a figure bounds what is spoken of (低于90%的企业), and states nothing."""
    after = statement.after.removeprefix("以上").removeprefix("以下").removeprefix("以内")
    return after.startswith("的") and not after.startswith(("的目标", "的水平", "的要求", "的规划"))


def amount(fact: Fact) -> Decimal:
    """Return a fact in the base measure."""
    return fact.low * base_of(fact.part.measure)[0]


def written(figure: Written) -> Decimal:
    """Return a figure in the base measure."""
    return figure.low * base_of(figure.measure)[0]


def is_same(fact: Fact, figure: Written) -> bool:
    """Return whether a figure tells a fact: the number, or both ends of a range."""
    scale, own = base_of(figure.measure)[0], base_of(fact.part.measure)[0]
    ends = (
        figure.high * scale if figure.high is not None else None,
        fact.high * own if fact.high is not None else None,
    )
    return amount(fact) == written(figure) and ends[0] == ends[1]


def _is_rounded(fact: Fact, figure: Written) -> bool:
    """Return whether a figure is a fact rounded to its decimals, or told roughly, or as a bound that it keeps."""
    if figure.high is not None or fact.high is not None:
        return False
    exact = amount(fact) / base_of(figure.measure)[0]
    if cut_to(exact, figure.decimals) == figure.low:
        return True
    if figure.about:
        return abs(exact - figure.low) <= NEAR * abs(exact)
    return bool(figure.bound == "≥" and not fact.is_aim and cut_to(exact, figure.decimals, ROUND_DOWN) == figure.low)
