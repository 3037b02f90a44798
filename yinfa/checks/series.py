"""The same indicator told twice: under two periods, as what was added and as a sum, as baseline and as result."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

from yinfa.checks.figures import Figure, Series, all_series
from yinfa.checks.rule import Finding
from yinfa.model.indicators import CUMULATIVE
from yinfa.model.plan import Plan
from yinfa.model.quantity import decimals_of
from yinfa.sources.headers import plain

Key = tuple[str, str, str]

OTHERWISE = "口径"  # a note with this word says why two figures differ
_COUNTING = re.compile("^(新增|累计|当年|本年|每年)|(累计数|新增数|总数|总量|拥有量|保有量|存量)$")


def restated(plan: Plan) -> Iterator[Finding]:
    """Find a result that is entered under two periods with two values: a year's of its plan and the five years'."""
    first: dict[tuple[Key, str, int], tuple[Decimal, Series, str]] = {}
    for series in all_series(plan):
        for actual, value in series.results:
            told = (_key(series, _exact), series.indicator.basis, actual.year)
            known, other, place = first.setdefault(told, (value, series, str(actual.origin)))
            if known != value:
                message = (
                    f"{series.called}{actual.year} 年的完成值是 {value:f}{series.part.measure}，"
                    f"“{other.indicator.period}”时期填的是 {known:f}{series.part.measure}"
                )
                yield Finding(message, actual.origin, f"改为同一个数，另一处在 {place}")


def baseline_same(plan: Plan) -> Iterator[Finding]:
    """Find a baseline other than the result of that year, entered under the period before, where no note says why."""
    results = {
        (_key(series, _exact), actual.year): (value, series, actual)
        for series in all_series(plan)
        if not series.indicator.is_added
        for actual, value in series.results
    }
    for series in all_series(plan):
        period, baseline = plan.period(series.indicator.period), series.part.baseline
        known = results.get((_key(series, _exact), period.start - 1)) if period else None
        if known and isinstance(baseline, Decimal) and known[0] != baseline and OTHERWISE not in series.indicator.note:
            value, other, actual = known
            message = (
                f"{series.called}的基期值是 {baseline:f}{series.part.measure}，"
                f"“{other.indicator.period}”时期 {actual.year} 年的完成值是 {value:f}{series.part.measure}"
            )
            hint = f"改为同一个数（另一处在 {actual.origin}）；口径变了的，在这一行的“备注”写明口径"
            yield Finding(message, series.part.baseline_at, hint)


def increment_sum(plan: Plan) -> Iterator[Finding]:
    """Find what was added in some years that is not the change in the sum (累计) of the like-named indicator."""
    alike: dict[Key, list[Series]] = defaultdict(list)
    for series in all_series(plan):
        alike[_key(series, _counted)].append(series)
    for found in alike.values():
        added = dict(_by_year(each for each in found if each.indicator.is_added))
        sums = sorted(_sums(plan, [each for each in found if each.indicator.basis == CUMULATIVE]).items())
        for (start, old), (end, new) in pairwise(sums):
            years = range(start + 1, end + 1)
            if added.keys() >= set(years):
                yield from _differs(found[0], old, new, [added[year] for year in years])


def _differs(series: Series, old: Figure, new: Figure, added: list[Figure]) -> Iterator[Finding]:
    """Yield that the sum of what was added is not the change between two sums, where rounding does not explain it."""
    total, change = sum((each.value for each in added), Decimal(0)), new.value - old.value
    figures = (old, new, *added)
    finest = max(decimals_of(each.value) for each in figures)
    allowed = Decimal("0.5").scaleb(-finest) * len(figures) if finest else Decimal(0)
    if abs(total - change) > allowed:
        measure, years = series.part.measure, f"{added[0].called}至{added[-1].called}" if added[1:] else added[0].called
        message = (
            f"{series.called}{years}年新增 {total:f}{measure}，"
            f"累计数却从 {old.value:f}{measure}变为 {new.value:f}{measure}，变化是 {change:f}{measure}"
        )
        yield Finding(message, added[-1].origin, f"核对新增数和累计数，累计数在 {new.origin}")


def _by_year(found: Iterable[Series]) -> Iterator[tuple[int, Figure]]:
    for series in found:
        for actual, value in series.results:
            yield actual.year, Figure(f" {actual.year} ", value, actual.origin, is_result=True)


def _sums(plan: Plan, found: list[Series]) -> dict[int, Figure]:
    """Return the sums by year, the baselines among them; a result goes before a baseline."""
    sums: dict[int, Figure] = {}
    for series in found:
        period, part = plan.period(series.indicator.period), series.part
        if period and isinstance(part.baseline, Decimal):
            sums[period.start - 1] = Figure("基期值", part.baseline, part.baseline_at)
    return sums | dict(_by_year(found))


def _key(series: Series, called: Callable[[str], str]) -> Key:
    """Return by what a series is known to be of the same thing as another."""
    return called(plain(series.indicator.name)), plain(series.part.name), plain(series.part.measure)


def _exact(name: str) -> str:
    return name


def _counted(name: str) -> str:
    """Return a name without the words that say how it is counted."""
    return _COUNTING.sub("", name)
