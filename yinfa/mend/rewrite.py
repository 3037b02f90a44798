"""A scalar with calls in place of some of its characters, written so that YAML reads it as it is meant."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import yaml

from yinfa.mend.binding import GivenUp
from yinfa.mend.original import Replacement
from yinfa.mend.scalars import Scalar
from yinfa.sources.yaml_tree import LOADER


class Cut(NamedTuple):
    """A run of characters of the file, `start` to `end`, and the call to stand there."""

    start: int
    end: int
    call: str


def _doubled(call: str) -> str:
    return call.replace("'", "''")


def _escaped(call: str) -> str:
    return call.replace("\\", "\\\\").replace('"', '\\"')


def _as_it_is(call: str) -> str:
    return call


# How a call is written in a scalar of each style.
WRITTEN: dict[str, Callable[[str], str]] = {
    "": _as_it_is,
    "'": _doubled,
    '"': _escaped,
    "|": _as_it_is,
    ">": _as_it_is,
}


def rewritten(source: str, scalar: Scalar, cuts: Sequence[Cut]) -> list[Replacement]:
    """Return what is to be replaced so that the calls stand in `scalar` in place of the `cuts`, and nothing else.

    A plain scalar stays plain if it may; else it gets single quotes.
    """
    write = WRITTEN[scalar.style]
    kept = [Replacement(start, end, write(call)) for start, end, call in cuts]
    if scalar.style or _may_stay_plain(source, scalar, cuts):
        return kept
    return _quoted(source, scalar, cuts)


def _quoted(source: str, scalar: Scalar, cuts: Sequence[Cut]) -> list[Replacement]:
    """Return what makes a plain scalar one in single quotes: its lines are folded alike."""
    cut = {place for each in cuts for place in range(each.start, each.end)}
    signs = [place for place in range(scalar.start, scalar.end) if source[place] == "'" and place not in cut]
    calls = {each.start: each for each in cuts}
    first = calls.pop(scalar.start, Cut(scalar.start, scalar.start, ""))
    return [
        Replacement(scalar.start, first.end, f"'{_doubled(first.call)}"),
        *(Replacement(place, place + 1, "''") for place in signs),
        *(Replacement(start, end, _doubled(call)) for start, end, call in calls.values()),
        Replacement(scalar.end, scalar.end, "'"),
    ]


def _may_stay_plain(source: str, scalar: Scalar, cuts: Sequence[Cut]) -> bool:
    """Return whether YAML reads the calls in a plain scalar as part of it: asked of the parser itself."""
    written = _with(source, scalar, cuts)
    try:
        events = list(yaml.parse(f"[{written}]" if scalar.in_flow else f"- {written}", Loader=LOADER))
    except yaml.YAMLError:
        return False
    read = [event for event in events if isinstance(event, yaml.ScalarEvent)]
    return len(read) == 1 and not read[0].style and all(call in read[0].value for _, _, call in cuts)


def _with(source: str, scalar: Scalar, cuts: Sequence[Cut]) -> str:
    """Return the characters of a scalar with the calls in place of the cuts."""
    written, last = [], scalar.start
    for start, end, call in sorted(cuts):
        written += [source[last:start], call]
        last = end
    return "".join([*written, source[last : scalar.end]])


def cuts_in(places: Sequence[tuple[int, int]], wanted: Sequence[tuple[int, int, str]]) -> list[Cut]:
    """Return the cuts for calls `wanted` in place of runs of characters whose places are given."""
    if any(end > len(places) for _, end, _ in wanted):
        raise GivenUp("在文件里对不上这段文字的位置")
    return [Cut(places[start][0], places[end - 1][1], call) for start, end, call in wanted]
