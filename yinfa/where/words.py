"""Printed words as a person types them: found in what is printed whatever the width of characters and the blanks."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_QUOTES = str.maketrans("“”‘’〜～", "\"\"''~~")
_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as it is compared, and for each of its characters that of the text it comes from."""

    text: str
    places: tuple[int, ...]


def folded(text: str) -> Folded:
    """Return a text without blanks and thousands' commas, its characters of one width."""
    pairs = [
        (character, place)
        for place, each in enumerate(text)
        for character in unicodedata.normalize("NFKC", each).translate(_QUOTES).casefold()
        if not character.isspace()
    ]
    joined = "".join(character for character, _ in pairs)
    dropped = {found.start() for found in _THOUSANDS.finditer(joined)}
    kept = [pair for index, pair in enumerate(pairs) if index not in dropped]
    return Folded("".join(character for character, _ in kept), tuple(place for _, place in kept))


def found_in(wanted: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield where words stand in a text, as its characters from and to; a number is not found inside of another."""
    needle, hay = folded(wanted).text, folded(text)
    for found in _pattern(needle).finditer(hay.text) if needle else ():
        yield hay.places[found.start()], hay.places[found.end() - 1] + 1


def _pattern(needle: str) -> re.Pattern[str]:
    before = r"(?<![0-9])(?<![0-9]\.)" if needle[0].isdigit() else ""
    after = r"(?![0-9])(?!\.[0-9])" if needle[-1].isdigit() else ""
    return re.compile(f"{before}{re.escape(needle)}{after}")
