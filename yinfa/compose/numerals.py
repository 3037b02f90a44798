"""Chinese numerals for ordinals and years."""

DIGITS = "〇一二三四五六七八九"


class NoNumeral(ValueError):
    """An ordinal beyond what is ever printed."""


def han(number: int) -> str:
    """Return 1 to 99 as Chinese numerals (一, 十, 二十三). Raise `NoNumeral` beyond that."""
    if not 1 <= number <= 99:
        raise NoNumeral(f"序号 {number} 超出范围（1 至 99）")
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{DIGITS[tens]}十"
    return head + (DIGITS[ones] if ones else "")


def han_year(year: int) -> str:
    """Return a year digit by digit: 二〇一一."""
    return "".join(DIGITS[int(digit)] for digit in str(year))
