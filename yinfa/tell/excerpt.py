"""The line of a file or the row of a sheet that a finding is about, as much of it as helps to see what is meant.

A finding stands without one when its file is gone, is too large or cannot be read: what is wrong was told already.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from yinfa.diagnostics import Origin, Report
from yinfa.sources import a1
from yinfa.sources.cells import Cell
from yinfa.sources.figures import text_of
from yinfa.sources.text import decode
from yinfa.sources.workbook import Row as Cells
from yinfa.sources.workbook import Workbook, read_workbook
from yinfa.tell.width import head, printable, tail

BEFORE, AFTER = 50, 50  # columns shown of a line on either side of the place
VALUE = 24  # columns shown of a cell
NAMING = 2  # filled cells at the head of a row that say what it is about, beside that of its name
BESIDE = 2  # cells shown on either side
# What a message says of the words of a file: quoted, names in quotes of their own among them, or a call as written.
QUOTED = re.compile(r"“((?:[^“”]|“[^“”]*”){1,60})”|(\w+\([^()]*\))")
OPENING = ("|", ">", "'", '"')  # what a value that may go on in the lines below begins with
TEXT_BYTES, BOOK_BYTES = 8 << 20, 2 << 20  # larger files are not read a second time


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text: what stands before what is meant, that itself (nothing at the end of a line), what follows."""

    number: int
    before: str
    mark: str
    after: str


@dataclass(frozen=True, slots=True)
class Field:
    """A cell of a row: its header (none in the row of headers), its value, and whether it is the one meant."""

    header: str
    value: str
    meant: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a sheet: the cell meant, the cells beside it, and those at the head that name the row."""

    number: int
    fields: tuple[Field, ...]


Excerpt = Line | Row


@dataclass
class Desk:
    """The files that findings are about, each read once."""

    _texts: dict[str, list[str]] = field(default_factory=dict)
    _books: dict[str, Workbook | None] = field(default_factory=dict)

    def excerpt(self, origin: Origin, message: str) -> Excerpt | None:
        """Return what stands at a place; None of a whole file or sheet, or where nothing can be shown."""
        if origin.cell:
            return self._row(origin)
        return self._line(origin, message) if origin.line else None

    def _line(self, origin: Origin, message: str) -> Line | None:
        if origin.file not in self._texts:
            self._texts[origin.file] = _lines(origin.file)
        lines = self._texts[origin.file]
        return _marked(lines, origin, message) if origin.line <= len(lines) else None

    def _row(self, origin: Origin) -> Row | None:
        if origin.file not in self._books:
            self._books[origin.file] = _book(origin.file)
        book = self._books[origin.file]
        sheet = book.sheets.get(origin.sheet) if book else None
        row, column = first_cell(origin)
        if sheet is None or not 0 < row <= len(sheet.rows) or column > len(sheet.rows[0]):
            return None
        return Row(row, _fields(sheet.rows[0], sheet.rows[row - 1], row, column - 1))


def first_cell(origin: Origin) -> tuple[int, int]:
    """Return row and column of a place in a sheet, of the first cell where it is several; zeros of a whole sheet."""
    first = origin.cell.replace("..", ":").partition(":")[0]
    try:
        return a1.place(first)
    except ValueError:  # none, or one that no sheet has
        return 0, 0


def _is_small(path: Path, most: int) -> bool:
    try:
        return path.is_file() and path.stat().st_size <= most
    except (OSError, ValueError):
        return False


def _lines(file: str) -> list[str]:
    """Return the lines of a text file, in whatever encoding its reader takes; none where it takes none."""
    path = Path(file)
    if not _is_small(path, TEXT_BYTES):
        return []
    try:
        data = path.read_bytes()
    except OSError:
        return []
    text = decode(data, file, Report())
    return (text if text is not None else data.decode("utf-8", "replace")).split("\n")


def _book(file: str) -> Workbook | None:
    """Return a workbook once more, as safely as the first time."""
    path = Path(file)
    return read_workbook(path, file, Report()) if _is_small(path, BOOK_BYTES) else None


def _marked(lines: Sequence[str], origin: Origin, message: str) -> Line:
    """Return the line at a place, or below it of the same value, with what is meant: words of the message, if any.

    A place is where a value begins, and a paragraph is one value: the words may stand far behind it.
    """
    words = [word for found in QUOTED.finditer(message) for word in _nested(found[1] or found[2])]
    for number, start in _value(lines, origin):
        shown = printable(lines[number - 1].rstrip())
        at, word = _meant(shown, start, words)
        if word:
            return _line(number, shown, at, word)
    shown, start = printable(lines[origin.line - 1].rstrip()), max(origin.column - 1, 0)
    return _line(origin.line, shown, min(start, len(shown)), shown[start : start + 1])


def _line(number: int, shown: str, at: int, word: str) -> Line:
    return Line(number, tail(shown[:at], BEFORE), word, head(shown[at + len(word) :], AFTER))


def _nested(words: str) -> tuple[str, ...]:
    """Return some words and those that are quoted within them."""
    return (*re.findall("“([^“”]+)”", words), words)


def _value(lines: Sequence[str], origin: Origin) -> Iterator[tuple[int, int]]:
    """Yield the number of each line of the value at a place, and where in it the value begins or goes on."""
    start = max(origin.column - 1, 0)
    yield origin.line, start
    first = lines[origin.line - 1]
    if not first.startswith(OPENING, start):
        return
    for number, line in enumerate(lines[origin.line :], origin.line + 1):
        if line.strip() and _indent(line) <= _indent(first):
            return
        yield number, 0


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _meant(shown: str, start: int, words: Sequence[str]) -> tuple[int, str]:
    """Return where which of the words stands that is meant; no word if none of them stands behind `start`.

    First the longest that begins at the very place, then what a call is given, then the last that the message says. A
    sign that stands there more than once may be any of them.
    """
    here = max((word for word in words if shown.startswith(word, start)), key=len, default="")
    if here:
        return start, here
    for sign in ('"', ""):
        for word in reversed(words):
            at = shown.find(f"{sign}{word}{sign}", start)
            if at >= 0 and (len(word) > 1 or word.isalnum() or shown.count(word, start) == 1):
                return at + len(sign), word
    return start, ""


def _fields(headers: Cells, cells: Cells, row: int, meant: int) -> tuple[Field, ...]:
    """Return what is shown of a row."""
    filled = [index for index, cell in enumerate(cells) if not cell.is_blank]
    beside = range(meant - BESIDE, meant + BESIDE + 1)
    near = {index for index in filled if index in beside or "名称" in text_of(headers[index])}
    chosen = {*filled[:NAMING], *near, meant}
    return tuple(
        Field(_said(headers[index]) if row > 1 else "", _said(cells[index]) or "（空）", index == meant)
        for index in sorted(chosen)
    )


def _said(cell: Cell) -> str:
    words = "（读不出）" if cell.broken else text_of(cell)
    return head(printable(" ".join(words.split())), VALUE)
