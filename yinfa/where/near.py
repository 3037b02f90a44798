"""What may be meant by words that nothing prints: the printed figures and words nearest to them."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from difflib import get_close_matches

from yinfa.document.inlines import Num
from yinfa.document.spots import Spot
from yinfa.where.words import folded

_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_BARE = re.compile(r"[^!！]+[!！][A-Za-z]{0,3}[0-9]+")  # a cell without its workbook
SHOWN = 5
LONGEST = 30  # characters of words that are said to be near


def near(wanted: str, spots: Iterable[Spot]) -> Iterator[str]:
    """Yield what is printed that is nearest: of a number by how far off it is, of words by their letters."""
    if _BARE.fullmatch(wanted):
        yield "位置要连工作簿一起写：indicators.xlsx!完成值!E57"
        return
    marks = [mark.inline for spot in spots for piece in spot.pieces for mark in piece.marks]
    number = _NUMBER.search(folded(wanted).text)
    if number:
        figures = {each.text: each.value for each in marks if isinstance(each, Num) and each.value is not None}
        alike = {text: value for text, value in figures.items() if _measure(text) == _measure(wanted)}
        off = {text: abs(value - Decimal(number[0])) for text, value in alike.items()}
        chosen = sorted(off, key=off.__getitem__)[:SHOWN]
    else:
        words = dict.fromkeys(each.text for each in marks if len(each.text) <= LONGEST)
        chosen = get_close_matches(wanted, words, n=SHOWN, cutoff=0.4)
    if chosen:
        yield f"最接近的是{'、'.join(f'“{each}”' for each in chosen)}"
    else:
        yield "照文件上印的写；一句话只写其中几个字，更容易找到"


def _measure(text: str) -> str:
    return _NUMBER.sub("", folded(text).text).lstrip("≥≤=<>")
