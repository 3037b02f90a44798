"""Printed words as a person types them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yinfa.where.words import folded, found_in


@pytest.mark.parametrize(
    ("typed", "printed", "found"),
    [
        ("92%", "合格率达到92%以上", ["92%"]),
        ("92％", "合格率达到92%以上", ["92%"]),
        ("９２%", "合格率达到92%以上", ["92%"]),
        ("92", "合格率≥92%", ["92"]),
        ("1,234.5", "投资1234.5万元", ["1234.5"]),
        ("1234.5", "投资1,234.5万元", ["1,234.5"]),
        ("8.6 亿元", "共8.6亿元", ["8.6亿元"]),
        ('"十四五"', "“十四五”规划", ["“十四五”"]),
        ("a级", "A级旅游区", ["A级"]),
        ("(县级)", "品牌（县级）", ["（县级）"]),
        ("二、三", "二、 三", ["二、 三"]),
        ("三", "三、三", ["三", "三"]),
    ],
)
def test_words_are_found_whatever_their_width_blanks_and_commas(typed: str, printed: str, found: list[str]) -> None:
    assert [printed[start:end] for start, end in found_in(typed, printed)] == found


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("92", "192"),
        ("92", "92.5"),
        ("92", "1.92"),
        ("2%", "92%"),
        ("5", "2015年"),
        ("1", "1,234"),
        ("", "甲"),
        (" ", "甲"),
    ],
)
def test_a_number_is_not_found_inside_of_another(typed: str, printed: str) -> None:
    """Nor is nothing found anywhere."""
    assert list(found_in(typed, printed)) == []


@given(st.text(max_size=30), st.data())
def test_a_text_holds_every_part_of_itself(text: str, data: st.DataObject) -> None:
    """But for digits cut out of a number."""
    start = data.draw(st.integers(0, len(text)))
    part = text[start : data.draw(st.integers(start, len(text)))]
    if folded(part).text and not any(each.isnumeric() or each in ",，." for each in folded(text).text):
        assert any(at < start + len(part) for at, _ in found_in(part, text))
