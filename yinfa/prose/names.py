"""The names by which prose calls indicators: in full, without （…） or quotation marks, and with a part's name."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from yinfa.model.indicators import Indicator, Part
from yinfa.prose.vocabulary import LEADS

Named = tuple[Indicator, Part | None]

_BRACKETED = re.compile(r"（[^（）]*）|\([^()]*\)")
_MARKS = "“”\"'‘’"  # quotation marks: names are compared without them
_QUOTES = str.maketrans("", "", _MARKS)
_ALONE = 4  # a part's name of so many characters may stand alone


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in prose: from where to where, and whose it is, in each period; `sure` if no longer name ends so."""

    start: int
    end: int
    named: tuple[Named, ...]
    sure: bool = True


class Names:
    """All names of some indicators as one pattern; of two that begin at a place the longer one is meant."""

    def __init__(self, indicators: Iterable[Indicator]) -> None:
        self._known: dict[str, list[Named]] = {}
        self._parts: dict[str, list[Named]] = {}
        for each in indicators:
            self._enter(each)
        words = sorted({*self._known, *self._parts}, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, words)) or "(?!)")

    def _enter(self, indicator: Indicator) -> None:
        whole: Part | None = indicator.parts[0] if len(indicator.parts) == 1 else None
        for name in _variants(indicator.name):
            self._known.setdefault(name, []).append((indicator, whole))
            for part in indicator.parts:
                if part.name:
                    for told in (
                        f"{_bare(part.name)}{name}",
                        f"{name}（{_bare(part.name)}）",
                        f"{name}{_bare(part.name)}",
                    ):
                        self._known.setdefault(told, []).append((indicator, part))
        for part in indicator.parts:
            if part.name:
                self._parts.setdefault(_bare(part.name), []).append((indicator, part))

    def mentions(self, text: str) -> Iterator[Mention]:
        """Yield the names in a text; a part's alone only behind its indicator's, or if it is long enough."""
        places = [place for place, each in enumerate(text) if each not in _MARKS]
        last: tuple[Named, ...] = ()
        for found in self._pattern.finditer(text.translate(_QUOTES)):
            start, end = places[found.start()], places[found.end() - 1] + 1
            named = tuple(self._named(found[0], last))
            sure = bool(named) and (start == 0 or bool(LEADS.search(text[max(0, start - 8) : start])))
            yield Mention(start, end, named, sure)
            last = named or last

    def _named(self, word: str, last: tuple[Named, ...]) -> Iterator[Named]:
        if word in self._known:
            yield from self._known[word]
            return
        owners = self._parts[word]
        before = {id(indicator) for indicator, _ in last}
        behind = [each for each in owners if id(each[0]) in before]
        if behind:
            yield from behind
        elif len(word) >= _ALONE and len({str(each.id) for each, _ in owners}) == 1:
            yield from owners


def _variants(name: str) -> Iterator[str]:
    """Yield a name as prose may give it, without its quotation marks: in full, and without what stands in brackets."""
    full = _bare(name)
    yield full
    short = _BRACKETED.sub("", full)
    if short != full and len(short) >= _ALONE:
        yield short


def _bare(name: str) -> str:
    return str(name).translate(_QUOTES)
