"""What is asked: printed words, or a place of the data; which papers are meant."""

import re
from dataclasses import dataclass
from pathlib import Path

_PLACE = re.compile(
    r"(?P<file>[^!]+\.xlsx)(?:!(?P<sheet>[^!]+)(?:!(?P<cell>[A-Za-z]{1,3}[0-9]+|[0-9]+))?)?"
    r"|(?P<text>.+\.ya?ml)(?::(?P<line>[0-9]+)(?::[0-9]+)?)?"
)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a plan: words as they are printed, or a place (`what`), in all its papers unless some are named.

    `page` is counted from the first sheet, None for all; `paper` is a part of a title.
    """

    folder: Path
    what: str
    kind: str = ""
    paper: str = ""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Typed:
    """A place as it was typed: a cell or a row (`cell` is its number then) of a sheet, a line, or all of either."""

    file: str
    sheet: str = ""
    cell: str = ""
    line: int = 0


def typed_in(what: str) -> Typed | None:
    """Return the place that was typed, None where it is words: `book.xlsx!sheet!E57`, `…!57`, `text/plan.yaml:31`."""
    found = _PLACE.fullmatch(what.replace("！", "!").replace("：", ":").strip())
    if found is None:
        return None
    said = found.groupdict("")
    return Typed(said["file"] or said["text"], said["sheet"], said["cell"].upper(), int(said["line"] or 0))
