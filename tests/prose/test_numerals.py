"""Numbers written out in Chinese numerals."""

from decimal import Decimal

import pytest

from yinfa.prose.numerals import number_in


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("零", "0"),
        ("〇", "0"),
        ("一", "1"),
        ("两", "2"),
        ("九", "9"),
        ("十", "10"),
        ("十七", "17"),
        ("二十", "20"),
        ("九十二", "92"),
        ("一百", "100"),
        ("一百零五", "105"),
        ("一百一十", "110"),
        ("两百三十四", "234"),
        ("一千零一", "1001"),
        ("一千零二十", "1020"),
        ("两千三百四十五", "2345"),
        ("一万", "10000"),
        ("一万二千", "12000"),
        ("十二万", "120000"),
        ("三千五百万", "35000000"),
        ("一亿", "100000000"),
        ("一亿两千万", "120000000"),
        ("一点五", "1.5"),
        ("九十九点九五", "99.95"),
        ("零点三", "0.3"),
        ("二〇一一", "2011"),
        ("一二三", "123"),
    ],
)
def test_a_number_is_read(written: str, number: str) -> None:
    assert number_in(written) == Decimal(number)


@pytest.mark.parametrize(
    "written", ["", "十十", "百", "千", "万", "点五", "一点", "一点十", "十百", "百分", "五五十", "二十十"]
)
def test_what_is_no_number_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=f"^{written}$"):
        number_in(written)
