"""A part of a workbook as bytes: where each of its elements begins and ends, so that it can be changed in place."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple
from xml.parsers.expat import ParserCreate
from xml.sax.saxutils import escape

_TAG_END = re.compile(rb"""(?:[^>"']|"[^"]*"|'[^']*')*>""")


class Splice(NamedTuple):
    """The bytes from `start` to `end`, and what is to stand there."""

    start: int
    end: int
    new: bytes


class Element(NamedTuple):
    """An element: its name without a namespace, its attributes, and its bytes.

    The tag ends at `inside`, what it holds at `close`, all of it at `end`; of `<c/>` all three are the same.
    """

    name: str
    attributes: Mapping[str, str]
    start: int
    inside: int
    close: int
    end: int

    @property
    def is_bare(self) -> bool:
        """Return whether it is written `<c/>`."""
        return self.inside == self.end


def elements_of(part: bytes, names: Iterable[str]) -> list[Element]:
    """Return the elements of these names, in the order in which they begin; the part has been parsed before."""
    wanted = frozenset(names)
    found: list[Element] = []
    unfinished: list[int] = []  # of each element that has begun, its place among those found; -1 for another
    parser = ParserCreate(namespace_separator=" ")

    def start(name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(" ")[2]
        begin, inside = parser.CurrentByteIndex, 0
        if local in wanted:
            match = _TAG_END.match(part, begin)
            inside = match.end() if match else begin
            plain = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
            found.append(Element(local, plain, begin, inside, inside, inside))
        unfinished.append(len(found) - 1 if local in wanted else -1)

    def end(_: str) -> None:
        place = unfinished.pop()
        if place >= 0 and not part[: found[place].inside].endswith(b"/>"):
            close = parser.CurrentByteIndex
            found[place] = found[place]._replace(close=close, end=part.index(b">", close) + 1)

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.Parse(part, True)
    return found


def spliced(part: bytes, splices: Iterable[Splice]) -> bytes:
    """Return the part with all `splices` made, none of which overlap; two at one place stand in their order."""
    pieces: list[bytes] = []
    reached = 0
    for start, end, new in sorted(splices, key=lambda each: (each.start, each.end)):
        pieces += [part[reached:start], new]
        reached = end
    return b"".join((*pieces, part[reached:]))


def attribute(part: bytes, element: Element, name: str, change: Callable[[str], str]) -> Iterable[Splice]:
    """Yield the splice that changes an attribute of an element, if it is another afterwards."""
    value = element.attributes.get(name)
    found = re.search(
        rb"\s" + name.encode() + rb"""\s*=\s*(?:"([^"]*)"|'([^']*)')""", part[element.start : element.inside]
    )
    if value is None or found is None or (new := change(value)) == value:
        return
    group = 1 if found[1] is not None else 2
    yield Splice(element.start + found.start(group), element.start + found.end(group), ascii_of(new))


def ascii_of(text: str) -> bytes:
    """Return a text as it stands in any XML, whatever its encoding: no character beyond ASCII."""
    return escape(text, {'"': "&quot;", "'": "&apos;"}).encode("ascii", "xmlcharrefreplace")
