"""What must hold of any evaluation, whatever the figures."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.derive.judging import (
    DASH,
    MISSING,
    NOT_APPLICABLE,
    PERIOD,
    Line,
    Value,
    evaluated,
    numbered,
    plan_of,
    target_of,
    told,
)
from yinfa.derive.evaluation import evaluate
from yinfa.derive.rates import high, low, shown
from yinfa.derive.tally import Tally, by_group, by_nature, changes, tally_of
from yinfa.model.ledger import Ledger
from yinfa.model.quantity import Verdict

pytestmark = pytest.mark.slow

quick = settings(max_examples=80, derandomize=True, deadline=None)

VALUES = st.integers(-300, 3000).map(lambda each: Decimal(each) / 10)
NOTHING: st.SearchStrategy[Value] = st.sampled_from([MISSING, DASH, NOT_APPLICABLE])
JUST_SO = st.sampled_from(["=-5", "=0", "=3", "=100", "5～10", "20～30", "0～10"])
BASES = st.sampled_from(["期末", "累计", "新增"])
BOUNDS = st.sampled_from([-5, 0, 1, 3, 10, 27, 92, 100])
TARGETS = st.one_of(
    st.builds("{}{}".format, st.sampled_from("≥≤="), BOUNDS),
    st.sampled_from(["5～10", "20～30", "0～10"]),
)
YEARS = st.sampled_from([2021, 2022, 2023, 2024, 2025])
# From worst to best. Without data it is not known how good it is: a number may only make that known.
RANKS = (*(Verdict.MISSED, Verdict.NEARLY, Verdict.ON_PACE, Verdict.DONE, Verdict.EARLY),)


@st.composite
def lines(draw: st.DrawFn) -> Line:
    """Draw an indicator with a number for every year up to some year."""
    last, target = draw(YEARS), draw(TARGETS)
    operator = target[0] if target[0] in "≥≤=" else "≥"
    own = draw(st.dictionaries(YEARS, BOUNDS.map(lambda each: f"{operator}{each}"), max_size=2))
    return Line(
        target,
        {year: draw(VALUES) for year in range(2021, last + 1)},
        basis=draw(st.sampled_from(["期末", "累计", "新增"])),
        nature=draw(st.sampled_from(["约束性", "预期性"])),
        baseline=draw(st.one_of(VALUES, NOTHING)),
        targets=own if target[0] in "≥≤=" else {},
    )


@st.composite
def told_of(draw: st.DrawFn) -> Line:
    """Draw an indicator of whose years some may have no number, or no row at all."""
    line = draw(lines())
    values = {year: draw(st.one_of(st.just(value), NOTHING)) for year, value in line.values.items()}
    gone = draw(st.sets(st.sampled_from(sorted(values)), max_size=1))
    group = draw(st.sampled_from(["产品", "服务", "环境"]))
    return replace(line, values={year: value for year, value in values.items() if year not in gone}, group=group)


MANY = st.lists(told_of(), min_size=1, max_size=6).map(lambda drawn: numbered(*drawn))


@quick
@given(
    st.sampled_from(["=0", "=3", "=100", "5～10", "20～30", "0～10"]),
    st.sampled_from(["期末", "累计"]),
    VALUES,
    YEARS,
    st.lists(VALUES.map(abs), min_size=2, max_size=2),
)
def test_nearer_to_what_is_to_be_just_so_is_never_worse(
    target: str, basis: str, baseline: Decimal, year: int, distances: list[Decimal]
) -> None:
    """From below and from above; in between it is met."""
    line = Line(target, {year: -1000}, basis=basis, baseline=baseline)
    due = told(line).case.aim
    assert due is not None
    near, far = sorted(distances)
    for end, away in ((low(due), -1), (high(due), 1)):
        worse, better = (told(replace(line, values={year: end + away * each})) for each in (far, near))
        assert RANKS.index(worse.verdict) <= RANKS.index(better.verdict)
        assert far == 0 or not worse.verdict.is_met
        assert near > 0 or better.verdict.is_met


@quick
@given(JUST_SO, BASES, st.one_of(VALUES, NOTHING), YEARS, VALUES, VALUES)
def test_nearer_to_the_target_from_one_side_is_never_worse_and_there_it_is_met(
    target: str, basis: str, baseline: Value, year: int, one: Decimal, two: Decimal
) -> None:
    """Whatever the path, and without asking the program what is due."""

    def judged(total: Decimal) -> Verdict:
        values: dict[int, Value] = {**dict.fromkeys(range(2021, year), 0), year: total}
        return told(Line(target, values, basis=basis, baseline=baseline)).verdict

    goal = target_of(target)
    least, most = low(goal), high(goal)
    assert judged(least).is_met
    assert judged(most).is_met
    if (one < least) == (two < least) and (one > most) == (two > most):
        worse, better = map(judged, sorted((one, two), key=lambda each: max(least - each, each - most), reverse=True))
        assert worse is Verdict.NO_DATA or RANKS.index(worse) <= RANKS.index(better)


@quick
@given(TARGETS, BASES, st.one_of(VALUES, st.integers(-30, 300)), YEARS, st.sampled_from(["个", "%"]))
def test_what_is_due_never_lies_beyond_the_target(
    target: str, basis: str, baseline: Decimal | int, year: int, measure: str
) -> None:
    """Before it: no more than ≥ asks, no less than ≤; around what is to be just so or in a range."""
    goal = target_of(target)
    line = Line(target, {year: Decimal(-1000 if target[0] != "≤" else 1000)}, basis=basis, baseline=baseline)
    aim = told(replace(line, measure=measure)).case.aim
    if aim is None:
        return
    used_up = target[0] == "≤" and basis != "期末" and (0 if basis == "新增" else baseline) <= low(goal)
    if target[0] == "≥" or used_up:
        assert low(aim) <= low(goal)
    elif target[0] == "≤":
        assert low(aim) >= low(goal)
    else:
        assert low(aim) <= low(goal) <= high(goal) <= high(aim)


@quick
@given(lines(), VALUES.map(abs))
def test_more_is_never_worse_for_at_least_and_less_never_for_at_most(line: Line, step: Decimal) -> None:
    """For every such target, path or year's own target, without asking the program what is due."""
    if line.target[0] not in "≥≤":
        return
    year = max(line.values)
    before = line.values[year]
    assert isinstance(before, Decimal)
    after = before + step if line.target[0] == "≥" else before - step
    better = told(replace(line, values={**line.values, year: after}))
    worse = told(line)
    if Verdict.NO_DATA in (better.verdict, worse.verdict):
        assert worse.verdict is Verdict.NO_DATA  # a better one may be known to be good, never the other way round
    else:
        assert RANKS.index(worse.verdict) <= RANKS.index(better.verdict)


@quick
@given(MANY, st.randoms(use_true_random=False), YEARS)
def test_the_order_of_the_rows_changes_nothing(drawn: tuple[Line, ...], random: Random, year: int) -> None:
    plan = plan_of(*drawn)
    actuals, indicators = list(plan.actuals), list(plan.indicators)
    random.shuffle(actuals)
    random.shuffle(indicators)
    mixed = replace(plan, actuals=Ledger(actuals), indicators=tuple(indicators))
    first, second = evaluate(plan, PERIOD, year), evaluate(mixed, PERIOD, year)
    assert [(each.indicator.id, each.verdict, each.rate) for each in first.results] == [
        (each.indicator.id, each.verdict, each.rate) for each in second.results
    ]


def ids_of(tally: Tally) -> list[tuple[str, Verdict]]:
    """Return what is counted, with its verdict."""
    return [(str(each.indicator.id), each.verdict) for each in tally.results]


@quick
@given(MANY, YEARS)
def test_every_indicator_is_counted_exactly_once(drawn: tuple[Line, ...], year: int) -> None:
    evaluation = evaluated(*drawn, year=year)
    assert [each.indicator.id for each in evaluation.results] == [each.id for each in drawn]
    whole = tally_of(evaluation.results)
    assert whole.total == len(drawn)
    for split in (by_group(evaluation), by_nature(evaluation)):
        assert Counter(each for tally in split for each in ids_of(tally)) == Counter(ids_of(whole))


@quick
@given(MANY, YEARS)
def test_the_denominator_never_counts_what_does_not_apply(drawn: tuple[Line, ...], year: int) -> None:
    """Counted from the cells: what is marked 不适用 in the year judged, and nothing else, is left out."""
    tally = tally_of(evaluated(*drawn, year=year).results)
    marked = sum(each.values.get(year) is NOT_APPLICABLE for each in drawn)
    assert tally.applicable == len(drawn) - marked
    assert (tally.rate is None) == (tally.applicable == 0)
    assert tally.rate is None or 0 <= tally.rate <= 100


@quick
@given(MANY, YEARS, st.integers(0, 5))
def test_blanking_a_number_never_raises_the_rate(drawn: tuple[Line, ...], year: int, which: int) -> None:
    before = tally_of(evaluated(*drawn, year=year).results)
    chosen = drawn[which % len(drawn)]
    if not isinstance(chosen.values.get(year), Decimal):
        return
    blank = replace(chosen, values={**chosen.values, year: MISSING})
    after = tally_of(evaluated(*(blank if each is chosen else each for each in drawn), year=year).results)
    assert before.rate is not None
    assert after.rate is not None
    assert after.rate <= before.rate


@quick
@given(lines())
def test_a_rate_is_100_or_more_exactly_where_the_target_is_met_and_looks_so(line: Line) -> None:
    judgement = told(line)
    if judgement.verdict is Verdict.NO_DATA:
        assert judgement.rate is None
        return
    assert judgement.rate is not None
    assert judgement.rate_shown is not None
    assert (judgement.rate >= 100) == judgement.verdict.is_met
    assert (judgement.rate_shown >= 100) == judgement.verdict.is_met
    if judgement.verdict.is_missed:
        assert (judgement.rate_shown >= judgement.case.nearly) == (judgement.verdict is Verdict.NEARLY)


@quick
@given(st.decimals(0, 300, places=6), st.integers(1, 100).map(Decimal))
def test_a_printed_rate_stands_on_the_side_of_each_bound_where_it_is(exact: Decimal, bound: Decimal) -> None:
    printed = shown(exact, bound)
    assert abs(printed - exact) <= Decimal("0.05")
    for each in (bound, Decimal(100)):
        assert (printed >= each) == (exact >= each)


@quick
@given(lines(), lines())
def test_a_change_has_the_sign_of_its_difference(one: Line, two: Line) -> None:
    """Growth and difference never point in two directions."""
    evaluation = evaluated(*numbered(one, two), year=2022)
    for change in changes(plan_of(*numbered(one, two)), evaluation):
        assert change.difference == change.after.value - change.before.value
        if change.growth is not None:
            assert (change.growth > 0, change.growth < 0) == (change.difference > 0, change.difference < 0)
