"""Years moved on by one: in prose, in dates, in the names of files."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from yinfa.nextyear.rules import CALL, MOVES, NAMED, Move
from yinfa.nextyear.tree import MARK

_ASKED = re.compile(r"""\b(?:target|actual)\(\s*["'](?P<name>[^"']*)["']""")
_FOUR = re.compile("(?<![0-9])[0-9]{4}(?![0-9])")


@dataclass(frozen=True, slots=True)
class Clock:
    """Turns the year `last` into the next one.

    `titles` are those of last year's papers that are drafted anew: where they are named, they are named anew.
    `periods` are the ids of last year's periods that have a new one, `over` is the name of a plan's period that is
    over. `indicators` are those that were listed in it, by id and by name, each as the new period calls it: None where
    that has none of the name.
    """

    last: int
    titles: frozenset[str] = frozenset()
    periods: Mapping[str, str] = field(default_factory=dict)
    over: str = ""
    indicators: Mapping[str, str | None] = field(default_factory=dict)

    @property
    def year(self) -> int:
        """Return the year that is drafted."""
        return self.last + 1

    def prose(self, text: str) -> tuple[str, tuple[str, ...]]:
        """Return a text with its years moved by the table `MOVES`, and what a person is to look at in it."""
        made, doubts, place = [], [], 0
        while place < len(text):
            piece, moved, doubt = self._piece(text, place)
            made.append(moved)
            doubts += [doubt] if doubt else []
            place += len(piece)
        return "".join(made), tuple(dict.fromkeys(doubts))

    def title(self, title: str) -> str:
        """Return a title with its year moved."""
        return self.prose(title)[0]

    def day(self, day: str) -> str:
        """Return a date or month, however written, in the next year; the 29th of February becomes the 28th."""
        moved = day.replace(str(self.last), str(self.year), 1)
        return re.sub(r"^([0-9]{4}\D0?2\D)29", r"\g<1>28", moved) if not _is_leap(self.year) else moved

    def file(self, name: str) -> str:
        """Return the name of a text for the next year: text/action-2022.yaml, text/action.yaml."""
        stem, dot, ending = name.rpartition(".")
        if str(self.last) in stem:
            return f"{stem[::-1].replace(str(self.last)[::-1], str(self.year)[::-1], 1)[::-1]}{dot}{ending}"
        return f"{stem}-{self.year}{dot}{ending}"

    def _piece(self, text: str, place: int) -> tuple[str, str, str]:
        """Return the next piece of a text, what it becomes, and the doubt about it, if any."""
        if call := CALL.match(text, place):
            return call[0], *self._call(call[0])
        if name := NAMED.match(text, place):
            return name[0], *self._name(name[0])
        if self.over and text.startswith(self.over, place):
            return self.over, self.over, f"{self.over}已结束，没有改动"
        for move in MOVES:
            if match := self._at(move, text, place):
                moved = self._moved(match) if move.move else match[0]
                return match[0], moved, move.doubt.format(words=match[0])
        return text[place], text[place], ""

    def _call(self, call: str) -> tuple[str, str]:
        if self.over and re.search(r"\bperiod\s*=", call):
            return call, "引用的时期是写明的，没有改动"
        for old, new in self.periods.items():
            call = re.sub(rf"(period\s*=\s*)([\"']){re.escape(old)}\2", rf"\g<1>\g<2>{new}\g<2>", call)
        asked = _ASKED.search(call)
        if asked and asked["name"] in self.indicators:
            heir = self.indicators[asked["name"]]
            if heir is None:
                return MARK, f"“{asked['name']}”不是新一期的指标，引用的目标值已删去"
            call = call[: asked.start("name")] + heir + call[asked.end("name") :]
        named = re.search(rf"year\s*=\s*{self.last}\b", call)
        return call, f"引用的是{self.last}年的数，没有改动" if named else ""

    def _name(self, name: str) -> tuple[str, str]:
        """Return the name of a document: moved if it is one that is drafted now, else as it is."""
        if _bare(name.strip("《》")) in {_bare(title) for title in self.titles}:
            return f"《{self.title(name[1:-1])}》", ""
        if self.over and self.over in name:
            return name, f"{self.over}已结束，{name}没有改动"
        is_of_last = str(self.last) in _FOUR.findall(name)
        return name, f"文件名{name}里的年份没有改动" if is_of_last else ""

    def _at(self, move: Move, words: str, place: int) -> re.Match[str] | None:
        match = move.pattern.match(words, place)
        if match is None or not move.near:
            return match
        return match if int(match["year"]) - self.last in move.near else None

    def _moved(self, match: re.Match[str]) -> str:
        year = match["year"]
        moved = match[0].replace(year, str(int(year) + 1), 1)
        return re.sub("年2月29日", "年2月28日", moved)


def _bare(title: str) -> str:
    """Return a title as titles are compared that name it loosely: without its year and 年度."""
    return re.sub(r"[0-9]{4}年?度?|\s", "", title)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
