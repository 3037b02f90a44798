"""Titles and set words as every format prints them."""

ATTACHED = "附件："  # before the names of annexes (gbt9704 22)
SIGNED_BY = "签发人："  # before the names of signers (gbt9704 15)
COPIED = "抄送："  # (gbt9704 30)
ISSUED = "印发"  # behind the date of 版记 (gbt9704 31)

_CLOSED = ("、", "）", ".")  # an ordinal that ends so needs no space after it


def with_ordinal(ordinal: str, words: str) -> str:
    """Return a title behind its ordinal, with a space unless the ordinal ends in a mark of its own."""
    return ordinal + words if not ordinal or ordinal.endswith(_CLOSED) else f"{ordinal}\u3000{words}"
