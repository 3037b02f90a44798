"""Quantities: conversion loses no digit, halves are rounded away from zero, targets print as offices write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yinfa.model.quantity import SCALES, Target, convert, range_of, rounded

MEASURES = st.sampled_from(sorted(SCALES))
NUMBERS = st.decimals(-(10**15), 10**15, allow_nan=False, allow_infinity=False, places=6)


@given(NUMBERS, MEASURES, MEASURES)
def test_converting_there_and_back_changes_nothing(value: Decimal, here: str, there: str) -> None:
    """Exactly, not nearly."""
    assert convert(convert(value, here, there), there, here) == value


@given(NUMBERS, MEASURES, MEASURES, MEASURES)
def test_a_detour_converts_to_the_same(value: Decimal, here: str, over: str, there: str) -> None:
    """By way of any other measure."""
    assert convert(convert(value, here, over), over, there) == convert(value, here, there)


def test_a_hundred_million_is_ten_thousand_times_ten_thousand() -> None:
    """The direction is right."""
    assert [convert(Decimal(210543), "万元", to) for to in ("亿元", "元")] == [
        Decimal("21.0543"),
        Decimal(2_105_430_000),
    ]


def test_one_measure_is_left_as_written() -> None:
    """1.10 stays 1.10, whatever the measure is."""
    assert str(convert(Decimal("1.10"), "家", "家")) == "1.10"


@pytest.mark.parametrize(("here", "there"), [("家", "个"), ("万元", "家"), ("家", "万元")])
def test_what_does_not_convert_is_refused(here: str, there: str) -> None:
    """In Chinese, naming both."""
    with pytest.raises(ValueError, match=f"“{here}”不能换算成“{there}”"):
        convert(Decimal(1), here, there)


@given(NUMBERS, st.integers(0, 6))
def test_rounding_moves_by_half_a_step_at_most(value: Decimal, decimals: int) -> None:
    """And leaves just so many decimals."""
    result = rounded(value, decimals)
    assert abs(result - value) * 2 <= Decimal(1).scaleb(-decimals)
    assert result.as_tuple().exponent == -decimals


@given(NUMBERS, st.integers(0, 6))
def test_rounding_treats_both_signs_alike(value: Decimal, decimals: int) -> None:
    """Halves go away from zero."""
    assert rounded(-value, decimals) == -rounded(value, decimals)


def test_halves_are_rounded_up_not_to_even() -> None:
    """Where binary numbers and bankers differ."""
    assert [str(rounded(Decimal(each), 2)) for each in ("2.675", "2.665", "0.005")] == ["2.68", "2.67", "0.01"]


@pytest.mark.parametrize(
    ("target", "measure", "prose", "table"),
    [
        (Target("≥", Decimal("92.0")), "%", "92.0%", "≥92.0"),
        (Target("≤", Decimal(55)), "分贝", "55分贝", "≤55"),
        (Target("=", Decimal(100)), "%", "100%", "100"),
        (Target("区间", Decimal(5), Decimal(10)), "家", "5～10家", "5～10"),
        (Target("区间", Decimal(5), Decimal(8)), "%", "5%～8%", "5～8"),
        (Target("定性", words="完成上级下达任务"), "万吨", "完成上级下达任务", "完成上级下达任务"),
    ],
)
def test_a_target_prints_as_prose_and_as_a_table_want_it(target: Target, measure: str, prose: str, table: str) -> None:
    """With its measure, or with its operator."""
    assert (target.printed(measure), target.signed()) == (prose, table)


@pytest.mark.parametrize("written", ["5～10", "5~10", "5-10", "5—10", "5 – 10", "5%～10%", "5～10％", "５～１０"])
def test_a_range_may_be_written_in_many_ways(written: str) -> None:
    """Its two ends are the same."""
    assert range_of(written, "%") == (Decimal(5), Decimal(10))


@pytest.mark.parametrize("written", ["", "5", "5～", "5～10家", "5%～10%", "2011-05-10", "约5～10"])
def test_what_is_no_range_is_none(written: str) -> None:
    """Nothing is guessed."""
    assert range_of(written) is None
