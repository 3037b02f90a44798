"""From the characters of a YAML scalar's value back to those of the file that they come from, in every style."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_FOLD = r"(?P<fold>[ \t]*\n[ \t]*(?:\n[ \t]*)*)"
_JOIN = r"(?P<join>\\\n[ \t]*(?:\n[ \t]*)*)"
_ESCAPE = r"(?P<escape>\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.))"
_PIECES = {
    "": re.compile(f"{_FOLD}|."),
    "'": re.compile(f"{_FOLD}|(?P<pair>'')|."),
    '"': re.compile(f"{_JOIN}|{_ESCAPE}|{_FOLD}|."),
}
# What stands behind a backslash in double quotes, and is not itself or a code (YAML 1.1, 5.6).
_ESCAPES = dict(
    zip("0abtnvfre_NLP\t", "\0\a\b\t\n\v\f\r\x1b\u00a0\u0085\u2028\u2029\t", strict=True),
)
_LINE = re.compile(r"[^\n]+")
_TEXT = re.compile(r"(?m)^ *(?=[^ \n])")


class Piece(NamedTuple):
    """What characters `start` to `end` of the file say in the value: mostly one, of a fold several or none."""

    said: str
    start: int
    end: int


def pieces_of(source: str, style: str, start: int, end: int, value: str) -> tuple[Piece, ...]:
    """Return the pieces of the scalar from `start` to `end` of `source`, none where they do not make its `value`.

    `style` is the sign that it begins with, nothing for a plain one. Blank lines at the end of a block are left out.
    """
    if style in _PIECES:
        pieces = tuple(_in_line(source, style, start + len(style), end - len(style)))
    else:
        pieces, value = tuple(_block(source, style, source.index("\n", start) + 1, end)), value.rstrip("\n")
    return pieces if "".join(each.said for each in pieces) == value else ()


def _in_line(source: str, style: str, start: int, end: int) -> Iterator[Piece]:
    """Yield the pieces of a scalar that is plain or in quotes, from `start` to `end` within them."""
    for match in _PIECES[style].finditer(source, start, end):
        yield Piece(_said(match), match.start(), match.end())


def _said(match: re.Match[str]) -> str:
    written = match[0]
    match match.lastgroup:
        case "fold":
            return "\n" * (written.count("\n") - 1) or " "
        case "join":
            return "\n" * (written.count("\n") - 1)
        case "pair":
            return "'"
        case "escape" if len(written) > 2:
            return chr(int.from_bytes(bytes.fromhex(written[2:])))
        case "escape":
            return _ESCAPES.get(written[1], written[1])
    return written


def _block(source: str, style: str, start: int, end: int) -> Iterator[Piece]:
    """Yield the pieces of a block of text whose lines begin at `start`: the first one says how deep it is indented.

    In a folded one a single line end is a space, but not beside a line that is indented deeper.
    """
    text = _TEXT.search(source, start, end)
    indent, last, hard = len(text[0]) if text else 0, start, True
    for line in _LINE.finditer(source, start, end):
        first = line.start() + indent
        if first >= line.end():
            continue
        deeper, breaks = source[first] in " \t", source.count("\n", last, first)
        soft = style == ">" and not hard and not deeper
        yield Piece("\n" * (breaks - 1) or " " if soft else "\n" * breaks, last, first)
        yield from (Piece(source[place], place, place + 1) for place in range(first, line.end()))
        last, hard = line.end(), deeper
