"""A text cut up: its sentences, its calls {{ … }}, and what is not read of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yinfa.prose.vocabulary import CALL

_CALL = re.compile(r"\{\{\s*(?P<function>\w+)\((?P<words>.*?)\)\s*\}\}", re.DOTALL)
_ANY = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_TITLE = re.compile(r"《[^》]*》|〔[^〕]*〕")
_NAME = re.compile(
    r'\s*(?:name\s*=\s*)?(?P<quote>["\'])(?P<name>.*?)(?P=quote)\s*(?:,\s*(?P=quote)(?P<part>.*?)(?P=quote))?'
)
_GIVEN = re.compile(r'(part|period|year)\s*=\s*["\']?([^"\',)]*)')
_STOP = re.compile(r"[。；！？;\n]")
OF_INDICATORS = ("target", "actual", "pace", "change", "difference")


@dataclass(frozen=True, slots=True)
class Call:
    """A call in prose: its function, and which indicator, part and period it names (empty where it names none)."""

    start: int
    end: int
    function: str
    name: str = ""
    part: str = ""
    period: str = ""


def calls_in(text: str) -> list[Call]:
    """Return the calls of a text; of those that are not about an indicator only where they stand."""
    return [_call(each) for each in _ANY.finditer(text)] if "{{" in text else []


def _call(found: re.Match[str]) -> Call:
    inside = _CALL.fullmatch(found[0])
    if inside is None or inside["function"] not in OF_INDICATORS:
        return Call(found.start(), found.end(), inside["function"] if inside else "")
    given = dict(_GIVEN.findall(inside["words"]))
    name = _NAME.match(inside["words"])
    if name is None:
        return Call(found.start(), found.end(), inside["function"])
    part = str(given.get("part", name["part"] or ""))
    return Call(found.start(), found.end(), inside["function"], name["name"], part, given.get("period", ""))


def uncalled(text: str) -> str:
    """Return a text, as long as it was, in which calls are read as figures."""
    return _ANY.sub(lambda found: "数" * len(found[0]), text) if "{{" in text else str(text)


def masked(text: str) -> str:
    """Return a text, as long as it was, in which calls and quoted titles are not read."""
    plain = _ANY.sub(lambda found: CALL * len(found[0]), text) if "{{" in text else str(text)
    return _TITLE.sub(lambda found: "\x02" * len(found[0]), plain)


def sentences(plain: str) -> Iterator[tuple[int, int]]:
    """Yield from where to where the sentences of a text go; a semicolon ends one."""
    start = 0
    for stop in _STOP.finditer(plain):
        yield start, stop.end()
        start = stop.end()
    if start < len(plain):
        yield start, len(plain)
