"""What a text becomes once the schema says what it should be: a number, a date, yes or no.

YAML guesses (1_000 is 1000, 012 is ten, 5:30 is 330, yes is true); here nothing is guessed. A text
that can be read in one way only is read, one that could mislead is refused with a Chinese
sentence in a `ValueError`. What was written in full width is read, with a notice.
"""

import re
from datetime import date
from decimal import Decimal

from yinfa.diagnostics import Report
from yinfa.sources.text import Text

MAX_DIGITS = 28  # what Decimal calculates with; a plan has no longer number
SHOWN = 20  # characters of a text that a message quotes

_HALF_WIDTH = str.maketrans("０１２３４５６７８９．，％＋－−：／", "0123456789.,%+--:/")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_GROUPED = re.compile(r"-?[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})|([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日")
_BOOLEANS = {"是": True, "否": False, "true": True, "false": False}

# What looks like a number and is none -> what to say of it. The first pattern that matches holds.
_NO_NUMBER = tuple(
    (re.compile(pattern, re.IGNORECASE), why)
    for pattern, why in (
        (r"", "是空的，应写一个数"),
        (r"[+-]?\.?(nan|inf|infinity)", "不是数；没有数值时留空或写“—”"),
        (r"[+-]?[0-9][0-9_]*_[0-9_.]*", "里有下划线，不是数（如 1000，不写 1_000）"),
        (r"[+-]?0[0-9]+(\.[0-9]+)?", "以 0 开头，会被误作八进制（如 12，不写 012）"),
        (r"[+-]?[0-9.]+e[+-]?[0-9]+", "是科学记数法，不能用（如 1000，不写 1e3）"),
        (r"0[xob][0-9a-f]+", "不是十进制数"),
        (r"[0-9]+:[0-9:]+", "是时刻或比例，不是数"),
        (r"[+-]?[0-9]+(\.[0-9]+)?\s*[-~～—至]+\s*[0-9].*", "是区间，不是一个数"),
        (r"[+-]?[0-9]*\.[0-9]*", "的小数点前后缺数字（如 0.5，不写 .5）"),
        (r"\+[0-9].*", "前面不写加号"),
        (r"[+-]?[0-9,]+(\.[0-9]+)?", "的逗号不是三位一分，可不写逗号"),
        (r"[+-]?[0-9][0-9,.]*\s*[^0-9\s].*", "数字后面带有别的文字；单位另写在计量单位里"),
    )
)


def as_decimal(text: str, report: Report | None = None, *, measure: str = "") -> Decimal:
    """Return the number written in `text`, with its digits as written (1.10 stays 1.10).

    `measure` may stand behind the number. Commas that group by threes and full-width digits are read,
    with a notice in `report`. Raises `ValueError` for anything else.
    """
    written = half_width(text, report).strip()
    unit = half_width(measure)
    number = written.removesuffix(unit).rstrip() if unit else written
    if _GROUPED.fullmatch(number):
        number = number.replace(",", "")
        _tell(report, text, f"“{text}”已读作 {number}", "数字里不写逗号")
    if not _NUMBER.fullmatch(number):
        raise ValueError(f"“{_short(text)}”{_why_no_number(number)}")
    if sum(map(str.isdigit, number)) > MAX_DIGITS:
        raise ValueError(f"“{_short(text)}”超过 {MAX_DIGITS} 位数字")
    return Decimal(number)


def as_integer(text: str, report: Report | None = None, *, measure: str = "") -> int:
    """Return the whole number written in `text`, as `as_decimal` reads it, or raise `ValueError`."""
    number = as_decimal(text, report, measure=measure)
    if number != number.to_integral_value():
        raise ValueError(f"“{_short(text)}”应是整数")
    return int(number)


def as_date(text: str, report: Report | None = None) -> date:
    """Return the day written as 2011-06-01 or 2011年6月1日, or raise `ValueError`."""
    match = _DATE.fullmatch(half_width(text, report).strip())
    if not match:
        raise ValueError(f"“{_short(text)}”不是日期，写作 2011-06-01 或 2011年6月1日")
    year, month, day = (int(part) for part in match.groups() if part)
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(f"“{_short(text)}”：没有这一天") from None


def as_bool(text: str) -> bool:
    """Return whether `text` is 是 or "true" rather than 否 or "false", or raise `ValueError` if it is none of them."""
    if text not in _BOOLEANS:
        raise ValueError(f"“{_short(text)}”应写作是（true）或否（false）")
    return _BOOLEANS[text]


def half_width(text: str, report: Report | None = None) -> str:
    """Return `text` with full-width digits and signs (１２３, 92％) in half width, with a notice."""
    narrow = text.translate(_HALF_WIDTH)
    if narrow != text:
        _tell(report, text, f"“{_short(text)}”中的全角数字或符号已读作半角“{_short(narrow)}”", "改用半角")
    return narrow


def _tell(report: Report | None, text: str, message: str, hint: str) -> None:
    """Write a notice of what was mended at the place of `text`, if it has one."""
    if report is not None:
        report.notice("number-form", message, text.origin if isinstance(text, Text) else None, hint)


def _why_no_number(text: str) -> str:
    """Return what to say of a text that is no number."""
    return next((why for pattern, why in _NO_NUMBER if pattern.fullmatch(text)), "不是数")


def _short(text: str) -> str:
    """Return as much of `text` as fits into a message."""
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
