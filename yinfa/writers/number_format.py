"""The number format of a spreadsheet or a chart by which a value reads as it is printed."""

import re
from decimal import Decimal

DIGITS = 15  # that a spreadsheet keeps
_NUMBER = re.compile(r'([^0-9"]*?)(-?[0-9]+(?:\.[0-9]+)?)([^0-9"]*)')


def number_format(text: str, value: Decimal) -> str:
    """Return the number format by which `value` reads `text`; nothing where it is rounded, scaled or a range."""
    found = _NUMBER.fullmatch(text)
    if not found or Decimal(found[2]) != value or len(value.as_tuple().digits) > DIGITS:
        return ""
    decimals = len(found[2].partition(".")[2])
    return literal(found[1]) + "0" + ("." + "0" * decimals if decimals else "") + literal(found[3])


def literal(words: str) -> str:
    """Return the format that prints words as they are."""
    return '"' + words.replace('"', '"\\""') + '"' if words else ""
