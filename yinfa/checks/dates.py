"""The dates of a paper agree: when it is signed, printed and numbered, and which year it is for."""

import re
from collections.abc import Iterator

from yinfa.checks.rule import Finding
from yinfa.model.identity import Leaf
from yinfa.model.link_units import span
from yinfa.model.plan import Plan
from yinfa.model.words import PaperWords
from yinfa.sources.text import Text

_YEAR = re.compile("〔([0-9]{4})〕")


def imprint_date(plan: Plan) -> Iterator[Finding]:
    """Find a 印发日期 before the 成文日期."""
    for words, signed in _signed(plan):
        printed = words.imprint.date if words.imprint else None
        if printed and printed < signed:  # days with dashes sort as they follow each other
            message = f"印发日期 {printed} 早于成文日期 {_placed(signed)}"
            yield Finding(message, printed.origin, "核对两个日期")


def number_year(plan: Plan) -> Iterator[Finding]:
    """Find a 发文字号 of another year than the 成文日期 (gbt9704 14)."""
    for words, signed in _signed(plan):
        number = words.head.number if words.head else None
        found = _YEAR.search(number or "")
        if number and found and found[1] != signed[:4]:
            message = f"发文字号是 {found[1]} 年的，成文日期是 {_placed(signed)}"
            yield Finding(message, number.origin, "改正字号的年份，或成文日期")


def signature_year(plan: Plan) -> Iterator[Finding]:
    """Find a paper signed in none of its years, nor just before them."""
    yield from (finding for is_early, finding in _out_of_years(plan) if not is_early)


def signature_early(plan: Plan) -> Iterator[Finding]:
    """Find a paper signed in the year before its first one, as plans of a year may be."""
    yield from (finding for is_early, finding in _out_of_years(plan) if is_early)


def _out_of_years(plan: Plan) -> Iterator[tuple[bool, Finding]]:
    """Yield each paper signed in none of its years, and whether in the one before: no evaluation may be.

    An evaluation is signed in its last year or the next one, once the results are in.
    """
    for leaf in plan.leaves():
        signature, years = plan.words_of(leaf).signature, _signed_in(plan, leaf)
        if signature is None or not years or (year := int(signature.date[:4])) in years:
            continue
        message = f"成文日期 {signature.date} 不在 {span(years)} 年内，年份写在 {leaf.kind.origin}"
        hint = "核对成文日期，或 plan.yaml 中这一文件的 year、period"
        is_early = year == years[0] - 1 and not leaf.is_evaluation
        yield is_early, Finding(message, signature.date.origin, hint)


def _signed_in(plan: Plan, leaf: Leaf) -> range:
    """Return the years in which a paper may be signed."""
    if leaf.is_evaluation:
        return range(plan.year_of(leaf), plan.year_of(leaf) + 2)
    return range(leaf.year, leaf.year + 1) if leaf.year else plan.years_of(leaf)


def _signed(plan: Plan) -> Iterator[tuple[PaperWords, Text]]:
    """Yield each text that is signed, and when."""
    yield from ((words, words.signature.date) for words in plan.words.values() if words.signature)


def _placed(signed: Text) -> str:
    return f"{signed}（写在 {signed.origin}）"
