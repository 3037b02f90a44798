"""What the bytes of a PDF say, page by page, in the order of painting: glyphs led back to characters by their fonts.

It reads what the engine writes and no more: objects and streams of PDF 1.5 on, type in two-byte glyph numbers.
"""

import re
import zlib
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from yinfa.proof.said import bare

_OBJECT = re.compile(rb"(?<![^\n])(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
_REFERENCE = rb"(\d+) 0 R"
_KIDS = re.compile(rb"/Type /Pages/Kids \[([^\]]*)\]")
_FONTS = re.compile(rb"/(\w+) (\d+) 0 R")
_GLYPH = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]*)>")
_SHOWN = re.compile(rb"/(\w+) [\d.]+ Tf|/(\w+) Do|\[([^\]]*)\] ?TJ")
_HEX = re.compile(rb"<([0-9a-f]*)>")
_DIGITS = 4  # of a glyph's number
_NEAR = 400  # bytes, in which an object says what it is


def said_by_pdf(data: bytes) -> tuple[str, ...]:
    """Return the text of each page of a PDF, without blanks; a glyph that stands for no character is U+FFFD."""
    return tuple(bare(text) for text in _File(data).pages())


class _File:
    def __init__(self, data: bytes) -> None:
        self._objects = {int(number): body for number, body in _OBJECT.findall(data)}
        for packed in [body for body in self._objects.values() if b"/Type /ObjStm" in body]:
            self._objects |= _unpacked(packed)

    def pages(self) -> Iterator[str]:
        """Yield what is shown on each page, in the order of the pages."""
        lists = (found[1] for body in self._objects.values() if (found := _KIDS.search(body[:_NEAR])))
        kids = next(lists, b"")
        for number in map(int, re.findall(_REFERENCE, kids)):
            page = self._objects[number]
            yield "".join(self._shown(_referred(page, b"Contents")))

    def _shown(self, number: int) -> Iterator[str]:
        """Yield the texts that a stream shows, those of what it puts in its place among them."""
        characters: dict[bytes, str] = {}
        for font, form, glyphs in _SHOWN.findall(_stream(self._objects[number])):
            if font:
                characters = self._fonts.get(font, {})
            elif form:
                yield from self._shown(self._forms[form]) if form in self._forms else ()
            else:
                run = b"".join(_HEX.findall(glyphs))
                codes = (run[at : at + _DIGITS] for at in range(0, len(run), _DIGITS))
                yield "".join(characters.get(code, "\ufffd") for code in codes)

    @cached_property
    def _fonts(self) -> dict[bytes, dict[bytes, str]]:
        """The characters of the glyphs of each font, by the font's name on the pages."""
        found: dict[bytes, dict[bytes, str]] = {}
        for body in self._objects.values():
            for name, number in _FONTS.findall(body):
                font = self._objects.get(int(number), b"")
                if b"/ToUnicode" in font and name not in (b"Font", b"DescendantFonts"):
                    found[name] = _characters(_stream(self._objects[_referred(font, b"ToUnicode")]))
        return found

    @cached_property
    def _forms(self) -> dict[bytes, int]:
        """The numbers of the streams that pages put in their place, by their names."""
        found = ((name, int(number)) for body in self._objects.values() for name, number in _FONTS.findall(body))
        return {name: number for name, number in found if b"/Subtype /Form" in self._objects.get(number, b"")[:_NEAR]}


def _referred(body: bytes, key: bytes) -> int:
    found = re.search(rb"/" + key + rb" " + _REFERENCE, body)
    return int(found[1]) if found else 0


def _stream(body: bytes) -> bytes:
    head, _, rest = body.partition(b"stream\n")
    data = rest.rpartition(b"\nendstream")[0]
    return zlib.decompress(data) if b"/FlateDecode" in head else data


def _unpacked(body: bytes) -> dict[int, bytes]:
    """Return the objects of a stream that holds several."""
    start = re.search(rb"/First (\d+)", body)
    data, first = _stream(body), int(start[1]) if start else 0
    numbers = list(map(int, data[:first].split()))
    places = [first + place for place in numbers[1::2]] + [len(data)]
    ends = pairwise(places)
    return {number: data[begin:end] for number, (begin, end) in zip(numbers[::2], ends, strict=True)}


def _characters(table: bytes) -> dict[bytes, str]:
    """Return the text of each glyph of a font's table."""
    return {glyph: bytes.fromhex(code.decode()).decode("utf-16-be") for glyph, code in _GLYPH.findall(table)}
