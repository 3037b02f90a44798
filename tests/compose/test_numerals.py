"""Chinese numerals: every ordinal from 1 to 99 as it is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yinfa.compose.numerals import DIGITS, NoNumeral, han, han_year

ORDINALS = st.integers(1, 99)


def read(numeral: str) -> int:
    """Return the number that a numeral says."""
    tens, ten, ones = numeral.rpartition("十")
    return (DIGITS.index(tens) if tens else 1) * 10 * bool(ten) + (DIGITS.index(ones) if ones else 0)


@given(ORDINALS)
def test_a_numeral_says_its_number(number: int) -> None:
    """Nothing but ten digits and 十 is used, and 一十 is never written."""
    numeral = han(number)
    assert read(numeral) == number
    assert not numeral.startswith("一十")
    assert "〇" not in numeral


@pytest.mark.parametrize(
    ("number", "numeral"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (23, "二十三"), (99, "九十九")]
)
def test_numerals_as_everybody_writes_them(number: int, numeral: str) -> None:
    """By example."""
    assert han(number) == numeral


@given(st.integers().filter(lambda number: not 1 <= number <= 99))
def test_there_is_no_ordinal_beyond(number: int) -> None:
    """Zero, a hundred and negative numbers are refused in Chinese."""
    with pytest.raises(NoNumeral, match="超出范围"):
        han(number)


def test_a_year_is_read_digit_by_digit() -> None:
    """With the round zero."""
    assert (han_year(2011), han_year(1990)) == ("二〇一一", "一九九〇")
