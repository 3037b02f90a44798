"""A YAML file as it lies on the disk: its bytes, its characters as they are parsed, and the way back to the bytes.

Characters are counted as the parser counts them: lines ended by one newline, no mark of byte order. The bytes keep
their own line ends, mark and encoding.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from yinfa.diagnostics import Origin, Report
from yinfa.mend.binding import GivenUp
from yinfa.sources.text import decode

MARK = "\ufeff"


class Replacement(NamedTuple):
    """The characters from `start` to `end`, and what is to stand there: no line end is ever put in."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Original:
    """A file: `data` its bytes, `codec` what they are encoded in, `text` its characters as they are parsed.

    `stood` are the bytes that stand on the disk.
    """

    path: Path
    shown: str
    stood: bytes
    data: bytes
    codec: str
    text: str

    def with_(self, replacements: Sequence[Replacement]) -> "Original":
        """Return the file with the `replacements` made: all other bytes are as they were."""
        raw = self.data.decode(self.codec)
        mark = raw.startswith(MARK)
        ends = _shortened(raw.removeprefix(MARK))
        for start, end, new in sorted(replacements, reverse=True):
            first, last = (place + bisect_left(ends, place) + mark for place in (start, end))
            raw = raw[:first] + new + raw[last:]
        data = raw.encode(self.codec)
        return replace(self, data=data, text=_parsed(data, self.shown))

    def origin(self, offset: int) -> Origin:
        """Return the line and the column of a character."""
        line = self.text.count("\n", 0, offset) + 1
        return Origin(self.shown, line, offset - self.text.rfind("\n", 0, offset))


def opened(path: Path, shown: str) -> Original:
    """Return the file as it stands now. Raise `GivenUp` where it cannot be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise GivenUp("文件读不了") from error
    return Original(path, shown, data, data, _codec_of(data), _parsed(data, shown))


def _parsed(data: bytes, shown: str) -> str:
    """Return the characters of a file as they are parsed. Raise `GivenUp` where they cannot be told."""
    text = decode(data, shown, Report())
    if text is None:
        raise GivenUp("认不出文件的编码")
    return text


def _codec_of(data: bytes) -> str:
    """Return the encoding by which `decode` reads the bytes."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "gb18030"
    return "utf-8"


def _shortened(raw: str) -> list[int]:
    """Return where, in characters as they are parsed, the line ends are that are two characters in the file."""
    return [match.start() - before for before, match in enumerate(re.finditer("\r\n", raw))]
