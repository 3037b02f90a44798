"""What was meant by a value that is written otherwise: a day, a whole number."""

import re
import unicodedata
from datetime import date

# How a day or a month is written, be it otherwise than wanted; what stands behind (底前, 10:00) is left out.
_DAYS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<year>[0-9]{4})\s*[-–—./年]\s*(?P<month>[0-9]{1,2})(?:\s*[-–—./月]\s*(?P<day>[0-9]{1,2}))?(?![0-9])",
        r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})?(?![0-9])",
    )
)
_YEARS_END = re.compile(r"([0-9]{4})年?[底末]")

# What stands where a whole number should -> how to mend it. The first pattern that matches holds.
_NUMBERS = tuple(
    (re.compile(pattern), hint)
    for pattern, hint in (
        (r"((?:19|20)[0-9]{2})[^0-9].*", "是否指“{}”？只写年份"),
        (r"([0-9]+)[^0-9.,_:xXeE].*", "是否指“{}”？只写数字"),
        (r"([〇零一二三四五六七八九十百两]+).*", "用阿拉伯数字写"),
    )
)


def asked(word: str) -> str:
    """Return the question whether `word` was meant, nothing where there is no word."""
    return f"是否指“{word}”？" if word else ""


def day_meant(written: str, *, whole: bool) -> str:
    """Return the day (2013-05-09) or, unless it is to be `whole`, the month (2013-09) that was meant, else nothing."""
    plain = unicodedata.normalize("NFKC", written).strip()
    found = next((found for pattern in _DAYS if (found := pattern.match(plain))), None)
    if found:
        year, month, day = (int(part or 0) for part in found.group("year", "month", "day"))
    else:
        end = _YEARS_END.match(plain)
        year, month, day = (int(end[1]), 12, 0) if end else (0, 0, 0)
    if not _exists(year, month, day) or (whole and not day):
        return ""
    return f"{year}-{month:02}" + (f"-{day:02}" if day else "")


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day or 1)
    except ValueError:
        return False
    return True


def number_meant(written: str) -> str:
    """Return how to mend what is no whole number."""
    plain = unicodedata.normalize("NFKC", written).strip()
    matches = ((pattern.fullmatch(plain), hint) for pattern, hint in _NUMBERS)
    return next((hint.format(found[1]) for found, hint in matches if found), "只写整数，如 6")
