"""What an evaluation adds up to, by hand: how many of how many, best and worst, and the change in a year."""

from decimal import Decimal

import pytest

from tests.derive.judging import DASH, MISSING, NOT_APPLICABLE, PERIOD, Line, Value, evaluated, numbered, plan_of, told
from yinfa.derive.evaluation import evaluate
from yinfa.derive.tally import Change, best, by_group, by_nature, change_of, changes, tally_of, worst
from yinfa.model.quantity import Verdict

# One of each: met, nearly, missed, unknown, out of the question.
FIVE = numbered(
    Line("≥10", {2025: 12}, group="产品"),
    Line("≥10", {2025: 9}, group="服务"),
    Line("≤10", {2025: 15}, group="产品", nature="约束性"),
    Line("≥10", {2025: MISSING}, group="服务", nature="约束性"),
    Line("≥10", {2025: NOT_APPLICABLE}, group="环境"),
)


def test_what_does_not_apply_leaves_the_denominator_and_what_is_unknown_stays() -> None:
    tally = tally_of(evaluated(*FIVE).results)
    assert (tally.total, tally.applicable, tally.met, tally.missed) == (5, 4, 1, 2)
    assert (tally.rate, tally.rate_shown) == (Decimal(25), Decimal("25.0"))
    assert tally.of(Verdict.NO_DATA) == 1


def test_where_nothing_applies_there_is_no_rate() -> None:
    tally = tally_of(evaluated(FIVE[4]).results)
    assert (tally.applicable, tally.rate, tally.rate_shown) == (0, None, None)
    assert tally_of(()).rate is None


def test_a_rate_of_nearly_all_is_not_printed_as_all() -> None:
    many = numbered(*[Line("≥10", {2025: 10})] * 1999, Line("≥10", {2025: 1}))
    assert str(tally_of(evaluated(*many).results).rate_shown) == "99.95"


def test_groups_stand_in_the_order_in_which_they_first_come_and_binding_before_expected() -> None:
    evaluation = evaluated(*FIVE)
    assert [(each.name, each.met, each.applicable) for each in by_group(evaluation)] == [
        ("产品", 1, 2),
        ("服务", 0, 2),
        ("环境", 0, 0),
    ]
    assert [(each.name, each.total) for each in by_nature(evaluation)] == [("约束性", 2), ("预期性", 3)]
    assert [each.name for each in by_nature(evaluated(FIVE[0]))] == ["预期性"]


def test_the_best_and_the_worst_are_all_of_that_rate() -> None:
    lines = numbered(*(Line("≥10", {2025: value}) for value in (12, 3, 12, 3, MISSING, 7)))
    evaluation = evaluated(*lines)
    assert [each.indicator.id for each in best(evaluation)] == ["i1", "i3"]
    assert [each.indicator.id for each in worst(evaluation)] == ["i2", "i4"]


def test_without_a_rate_nothing_is_best_or_worst() -> None:
    evaluation = evaluated(Line("≥10", {2025: MISSING}))
    assert (best(evaluation), worst(evaluation)) == ((), ())


# --- the change on the year before --------------------------------------------------------


def changed(line: Line, year: int = 2023) -> Change | None:
    return change_of(plan_of(line), told(line, year), year)


@pytest.mark.parametrize(
    ("target", "measure", "before", "after", "difference", "growth", "better"),
    [
        ("≥10", "个", 8, 10, "2", "25", True),
        ("≥10", "个", 8, 6, "-2", "-25", False),
        ("≥10", "个", 8, 8, "0", "0", None),
        ("≤10", "个", 8, 10, "2", "25", False),
        ("≤10", "个", 8, 6, "-2", "-25", True),
        ("=100", "%", "98.2", "99.1", "0.9", None, True),
        ("≥10", "%", "91.2", "92.5", "1.3", None, True),  # 1.3 个百分点
        ("≥10", "个", 0, 5, "5", None, True),  # from zero nothing grows by a share
        ("≥10", "个", -4, 5, "9", None, True),
        ("≥10", "个", 8, 0, "-8", "-100", False),
    ],
)
def test_a_change_is_told_in_the_measure_and_of_the_year_before(
    target: str, measure: str, before: Value, after: Value, difference: str, growth: str | None, better: bool | None
) -> None:
    change = changed(Line(target, {2022: before, 2023: after}, measure=measure))
    assert change is not None
    assert change.difference == Decimal(difference)
    assert change.growth == (None if growth is None else Decimal(growth))
    assert change.better is better


@pytest.mark.parametrize(
    ("target", "before", "after", "better"),
    [
        ("=10", 8, 9, True),
        ("=10", 12, 11, True),
        ("=10", 9, 12, False),
        ("=10", 10, 11, False),
        ("=10", 8, 12, None),  # as far as before
        ("5～10", 2, 4, True),
        ("5～10", 4, 2, False),
        ("5～10", 3, 11, True),  # to the other side, but nearer
        ("5～10", 12, 10, True),
        ("5～10", 10, 12, False),
        ("5～10", 6, 7, None),  # in it both times
        ("5～10", 4, 11, None),
    ],
)
def test_what_is_to_be_just_so_is_the_better_the_nearer_it_is(
    target: str, before: Value, after: Value, better: bool | None
) -> None:
    """To the number, or to the end of the range that is nearer."""
    change = changed(Line(target, {2022: before, 2023: after}))
    assert change is not None
    assert change.better is better


@pytest.mark.parametrize("target", ["=30", "20～30"])
def test_what_one_year_added_is_neither_nearer_nor_further(target: str) -> None:
    """The target is of all years together."""
    change = changed(Line(target, {2021: 9, 2022: 4, 2023: 6}, basis="新增"))
    assert change is not None
    assert change.better is None


@pytest.mark.parametrize("nothing", [MISSING, DASH, NOT_APPLICABLE])
def test_there_is_no_change_without_a_number_in_both_years(nothing: Value) -> None:
    assert changed(Line("≥10", {2022: nothing, 2023: 10})) is None
    assert changed(Line("≥10", {2022: 10, 2023: nothing})) is None
    assert changed(Line("≥10", {2021: 10, 2023: 10})) is None


def test_of_what_is_added_the_two_years_are_compared_and_not_the_sums() -> None:
    change = changed(Line("≥20", {2021: 9, 2022: 4, 2023: 6}, basis="新增"))
    assert change is not None
    assert (change.before.value, change.after.value, change.growth) == (Decimal(4), Decimal(6), Decimal(50))


@pytest.mark.parametrize(("basis", "known"), [("期末", True), ("累计", True), ("新增", False)])
def test_the_first_year_is_compared_with_the_baseline(basis: str, known: bool) -> None:
    """That is where it stood at the end of the year before; but no year before it added that."""
    change = changed(Line("≥20", {2021: 9}, basis=basis, baseline=6), 2021)
    assert (change is not None) == known
    assert change is None or (change.before.year, change.growth) == (2020, Decimal(50))


def test_changes_stand_in_the_order_of_the_table() -> None:
    lines = numbered(*(Line("≥10", {2022: 1, 2023: value}) for value in (3, MISSING, 2)))
    found = changes(plan_of(*reversed(lines)), evaluate(plan_of(*reversed(lines)), PERIOD, 2023))
    assert [each.judgement.indicator.id for each in found] == ["i1", "i3"]
