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
_QUOTED = re.compile("“([^“”]{3,8})”")  # 国优工程“鲁班奖” is called “鲁班奖” as well
_DOING = re.compile("^(?:制定|培育|创建|获得|取得|实施|主导制修订)")  # what is done is left out: 培育“品字标”企业
_LEVELS = re.compile("(?:国家|省|市|县)级?$")  # before what stands in quotation marks: 省级“钱江杯”
_OF = "的"  # before the last word of a name it may stand or not: 质量奖的企业
_LAST = re.compile("(?:企业|项目|产业集群|合格率|覆盖率|满意率|满意度|达标率|比例|比重|增长率)$")


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
        self._short: set[str] = set()
        indicators = tuple(indicators)
        for each in indicators:
            self._enter(each)
        self._enter_short(indicators)
        words = sorted({*self._known, *self._parts}, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(_spelled, words)) or "(?!)")

    def _enter_short(self, indicators: Iterable[Indicator]) -> None:
        """Enter the short names that are those of one indicator, whatever its period, and not the name of another."""
        short: dict[str, list[Indicator]] = {}
        for indicator in indicators:
            for name in _shortened(str(indicator.name)):
                short.setdefault(name, []).append(indicator)
        for name, owners in short.items():
            if name not in self._known and len({str(each.name) for each in owners}) == 1:
                self._short.add(name)
                self._known[name] = [(each, each.parts[0] if len(each.parts) == 1 else None) for each in owners]

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
            sure = bool(named) and (start == 0 or self._is_led(found[0], text[max(0, start - 8) : start]))
            yield Mention(start, end, named, sure)
            last = named or last

    def _is_led(self, word: str, before: str) -> bool:
        """Return whether what stands before a name shows that it begins there; quotation marks do of full ones."""
        if word not in self._short and _without_of(word) not in self._short:
            return bool(LEADS.search(before))
        bare = before.rstrip(_MARKS)
        return not bare or bool(LEADS.search(bare) or _LEVELS.search(bare))

    def _named(self, word: str, last: tuple[Named, ...]) -> Iterator[Named]:
        spelled = word if word in self._known or word in self._parts else _without_of(word)
        if spelled in self._known:
            yield from self._known[spelled]
            return
        owners = self._parts[spelled]
        before = {id(indicator) for indicator, _ in last}
        behind = [each for each in owners if id(each[0]) in before]
        if behind:
            yield from behind
        elif len(spelled) >= _ALONE and len({str(each.id) for each, _ in owners}) == 1:
            yield from owners


def _spelled(word: str) -> str:
    """Return a pattern for a name, with 的 or without it before its last word."""
    last = _LAST.search(word)
    return f"{re.escape(word[: last.start()])}{_OF}?{last[0]}" if last and last.start() else re.escape(word)


def _without_of(word: str) -> str:
    """Return a name as it was entered, where it was found with 的 before its last word."""
    last = _LAST.search(word)
    return word[: last.start()].removesuffix(_OF) + last[0] if last else word


def _shortened(name: str) -> Iterator[str]:
    """Yield what a name with quotation marks is called for short: what stands in them, and it without its verb."""
    quoted = _QUOTED.findall(name)
    if len(quoted) == 1:
        yield quoted[0]
    short = _DOING.sub("", name)
    if quoted and short != name:
        yield _bare(short)


def _variants(name: str) -> Iterator[str]:
    """Yield a name as prose may give it, without its quotation marks: in full, and without what stands in brackets."""
    full = _bare(name)
    yield full
    short = _BRACKETED.sub("", full)
    if short != full and len(short) >= _ALONE:
        yield short


def _bare(name: str) -> str:
    return str(name).translate(_QUOTES)
