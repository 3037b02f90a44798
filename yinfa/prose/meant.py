"""Which facts the words about a figure mean: of what was aimed at or of what was, and of which period."""

import re
from collections.abc import Iterable
from typing import Literal

from yinfa.prose.facts import Fact
from yinfa.prose.statements import Statement
from yinfa.prose.vocabulary import AIMED, LAST_PERIOD, LOOKS_BACK, PAST_YEAR, PERIOD_END

Kind = Literal["aim", "result", ""]

_AIM = re.compile("达到?|提高到|[低少小高多大]于|超过")  # only ahead: what was is told so as well
_RESULT = re.compile("为|是|完成|实现")


def kind_of(statement: Statement) -> Kind:
    """Return whether the words tell an aim or a result, nothing where they may tell either."""
    between = statement.between
    if AIMED.search(between):
        return "aim"
    if is_ahead(statement):
        return "aim" if _AIM.search(between) or statement.figure.bound else ""
    return "result" if _RESULT.search(between) else ""


def is_ahead(statement: Statement) -> bool:
    """Return whether it stands in a paper of what is to be, and no word tells that it was."""
    return not (statement.paper.evaluation or _looks_back(statement))


def _looks_back(statement: Statement) -> bool:
    """Return whether it is told of what was: under a heading of that, of another period, by words for what was."""
    before = statement.before
    told = any(each.search(before) for each in (LOOKS_BACK, LAST_PERIOD, PERIOD_END, PAST_YEAR))
    past = statement.role == "from" or statement.text.origin in statement.paper.past
    return told or past or _other_year(statement) or _other_period(statement)


def of_kind(kind: Kind, facts: Iterable[Fact]) -> list[Fact]:
    """Return the facts of a kind; all for none."""
    return [fact for fact in facts if not kind or fact.is_aim == (kind == "aim")]


def is_own(statement: Statement, fact: Fact) -> bool:
    """Return whether a fact is of the period of the paper."""
    return fact.indicator.period == statement.paper.period


def names(statement: Statement, fact: Fact) -> bool:
    """Return whether the sentence names the other period of a fact, or a time that is not of the paper's own."""
    return not is_own(statement, fact) and _looks_back(statement)


def _other_period(statement: Statement) -> bool:
    """Return whether a period is named that is not the paper's own."""
    periods = statement.paper.plan.identity.periods
    others = (str(each.name).strip("“”") for each in periods if each.id != statement.paper.period)
    return any(each in statement.before for each in others)


def _other_year(statement: Statement) -> bool:
    """Return whether a year is named that is not of the paper's own period."""
    own = statement.paper.plan.period(statement.paper.period)
    return bool(statement.year and own) and not (own and own.start <= statement.year <= own.end)
