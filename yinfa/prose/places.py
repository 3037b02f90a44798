"""Where in its file a character of a text stands: a text of many lines knows only where it begins."""

from dataclasses import replace

from yinfa.diagnostics import Origin
from yinfa.sources.text import Text

_BLOCKS, _QUOTES = "|>", "'\""


def place_in(text: Text, start: int, source: str) -> Origin:
    """Return the place in `source`, its file, of the character `start` of a text; that of the text where it is lost.

    Texts are written over several lines, in quotes or in blocks, and what a folded line joins is a blank in the text:
    so blanks are passed over on both sides, and a quotation mark that is doubled or escaped counts once.
    """
    begin = _offset(source, text.origin)
    at = _found(text, start, source, begin)
    if at is None:
        return text.origin
    line = source.count("\n", begin, at)
    column = at - source.rfind("\n", 0, at) if line else text.origin.column + at - begin
    return replace(text.origin, line=text.origin.line + line, column=column)


def _offset(source: str, origin: Origin) -> int:
    """Return where in its file a place is."""
    before = 0
    for _ in range(origin.line - 1):
        before = source.find("\n", before) + 1
    return before + origin.column - 1


def _found(text: Text, start: int, source: str, begin: int) -> int | None:
    """Return where in `source` a character is, None where the text is written otherwise than it reads."""
    sign = source[begin : begin + 1]
    at = source.find("\n", begin) if sign in _BLOCKS else begin + (sign in _QUOTES)
    for place, character in enumerate(text[: start + 1]):
        if character.isspace() and place < start:
            continue
        at = _next(source, at, sign)
        if source[at : at + 1] != character:
            return None
        at += 2 if character == sign == "'" else 1
    return at - 1


def _next(source: str, at: int, sign: str) -> int:
    """Return where the next character is that is read: behind blanks, and behind the sign of an escape."""
    while source[at : at + 1].isspace() or (sign == '"' and source[at : at + 1] == "\\"):
        at += 1
    return at
