"""The line of a file or the row of a sheet that a finding is about, as much of it as helps to see what is meant.

A finding stands without one when its file is gone, is too large or cannot be read: what is wrong was told already.
"""

import re
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
QUOTED = re.compile("“([^“”]{1,40})”")
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
        return _marked(lines[origin.line - 1], origin, message) if origin.line <= len(lines) else None

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


def _marked(line: str, origin: Origin, message: str) -> Line:
    """Return a line with what is meant: the last word quoted that stands behind the place, else the character there.

    A place is where a value begins, and a paragraph is one value: the word may stand far behind it.
    """
    shown = printable(line.rstrip())
    start = max(origin.column - 1, 0)
    words = (word for word in reversed(QUOTED.findall(message)) if word in shown[start:])
    word = next(words, shown[start : start + 1])
    at = shown.find(word, start) if word else len(shown)
    return Line(origin.line, tail(shown[:at], BEFORE), word, head(shown[at + len(word) :], AFTER))


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
