"""The five years that a year belongs to, as plans of the state count them."""

from dataclasses import dataclass

FIRST, NUMBER, YEARS = 1981, 6, 5  # “六五” began in 1981; since then each is of five years
_DIGITS = "〇一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class FiveYears:
    """A period: its id (`15-5`), its name (“十五五”), its first and its last year."""

    id: str
    name: str
    start: int
    end: int


def period_of(year: int) -> FiveYears:
    """Return the five years that hold `year`. Raise ValueError for a year before 1981 or after 2130."""
    number = NUMBER + (year - FIRST) // YEARS
    if not NUMBER <= number <= NUMBER + 29:
        raise ValueError(str(year))
    start = FIRST + (number - NUMBER) * YEARS
    return FiveYears(f"{number}-{YEARS}", f"“{_words(number)}五”", start, start + YEARS - 1)


def _words(number: int) -> str:
    """Return a number below 100 in Chinese numerals: 十五, 二十."""
    tens, ones = divmod(number, 10)
    return f"{'' if tens == 0 else '十' if tens == 1 else f'{_DIGITS[tens]}十'}{_DIGITS[ones] if ones else ''}"
