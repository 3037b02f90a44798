"""Titles as every format prints them."""

_CLOSED = ("、", "）", ".")  # an ordinal that ends so needs no space after it


def with_ordinal(ordinal: str, words: str) -> str:
    """Return a title behind its ordinal, with a space unless the ordinal ends in a mark of its own."""
    return ordinal + words if not ordinal or ordinal.endswith(_CLOSED) else f"{ordinal}\u3000{words}"
