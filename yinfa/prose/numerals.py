"""Numbers written out in Chinese numerals: 九十二, 两百零三, 一万二千, 一点五, 二〇一一."""

import re
from decimal import Decimal

_DIGITS = {each: value for value, each in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10_000, "亿": 100_000_000}
NUMERALS = "".join((*_DIGITS, *_TENS, *_MYRIADS))

_ONE = "[一二三四五六七八九两]"
_SECTION = rf"(?=[零一二三四五六七八九两十])(?:{_ONE}千)?零?(?:{_ONE}百)?零?(?:{_ONE}?十)?零?{_ONE}?"  # up to 9999
_SPOKEN = re.compile(rf"(?:{_SECTION}亿)?零?(?:{_SECTION}万)?零?(?:{_SECTION})?")
_BY_DIGIT = re.compile("[零〇一二三四五六七八九]{2,}|[零〇]")


def number_in(numerals: str) -> Decimal:
    """Return the number that Chinese numerals stand for: 九十二 is 92, 二〇一一 (digit by digit) 2011, 一点五 1.5.

    Raise ValueError for what is none: 十十, 点五, 千, nothing.
    """
    whole, point, part = numerals.partition("点")
    if not whole or (point and not part) or any(each not in _DIGITS for each in part):
        raise ValueError(numerals)
    tail = "".join(str(_DIGITS[each]) for each in part)
    return Decimal(f"{_whole(whole)}.{tail}" if tail else _whole(whole))


def _whole(numerals: str) -> int:
    if _BY_DIGIT.fullmatch(numerals):
        return int("".join(str(_DIGITS[each]) for each in numerals))
    if not _SPOKEN.fullmatch(numerals):
        raise ValueError(numerals)
    return _spoken(numerals)


def _spoken(numerals: str) -> int:
    """Return a number told with 十, 百, 千, 万, 亿; a digit alone behind one of them counts ones: 一百零五."""
    total = section = digit = 0
    for each in numerals:
        if each in _DIGITS:
            digit = _DIGITS[each]
        elif each in _TENS:
            section, digit = section + (digit or 1) * _TENS[each], 0
        else:
            total, section, digit = total + (section + digit) * _MYRIADS[each], 0, 0
    return total + section + digit
