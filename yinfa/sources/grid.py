"""One sheet part, or the shared texts, as they stand in the file: nothing is interpreted yet."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import IO

from yinfa.sources import a1, limits
from yinfa.sources.a1 import Area
from yinfa.sources.limits import Refused, TooMuch
from yinfa.sources.markup import Attributes, main, walk

TRUE = ("1", "true")


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell that holds something: its type, the index of its style, its value as written."""

    kind: str
    style: int
    value: str
    is_formula: bool


@dataclass
class Grid:
    """The filled cells of a sheet by row and column, and what is merged or hidden."""

    cells: dict[tuple[int, int], RawCell] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)  # those that hold something
    hidden_columns: set[tuple[int, int]] = field(default_factory=set)  # first and last

    @property
    def size(self) -> tuple[int, int]:
        """Return the last row and the last column that hold anything."""
        rows, columns = (row for row, _ in self.cells), (column for _, column in self.cells)
        return max(rows, default=0), max(columns, default=0)


class TextReader:
    """Puts together the text of `<t>` elements, leaving out the phonetic guides (`<rPh>`) beside them."""

    def __init__(self) -> None:
        self.starts: dict[str, Callable[[Attributes], None]] = {
            main("t"): self._open,
            main("rPh"): self._skip,
        }
        self.ends = {main("t"): self._close, main("rPh"): self._resume}
        self._pieces: list[str] = []
        self._length = self._total = 0
        self._taking = self._skipping = False

    def start(self, name: str, attributes: Attributes) -> None:
        """Hand a start tag to the method named for it in the table, if any."""
        if handler := self.starts.get(name):
            handler(attributes)

    def text(self, piece: str) -> None:
        """Keep a piece of text while inside an element that is wanted."""
        if self._taking:
            self._pieces.append(piece)
            self._length += len(piece)
            if self._length > limits.CELL_TEXT:
                message = f"单元格文字超过 {limits.CELL_TEXT} 个字符"
                raise TooMuch(message, "缩短文字", self._where())

    def _take(self) -> str:
        """Return the text kept since the last time."""
        text = "".join(self._pieces)
        self._pieces, self._length, self._total = [], 0, self._total + len(text)
        if self._total > limits.TEXT:
            raise TooMuch("工作簿的文字总量过大", "删去用不到的内容后另存")
        return text

    def _where(self) -> str:
        """Return the name of the cell being read, where there is one."""
        return ""

    def _open(self, _: Attributes) -> None:
        self._taking = not self._skipping

    def _close(self) -> None:
        self._taking = False

    def _skip(self, _: Attributes) -> None:
        self._skipping = True

    def _resume(self) -> None:
        self._skipping = False


class StringReader(TextReader):
    """Reads the texts that the cells of a workbook share."""

    def __init__(self) -> None:
        super().__init__()
        self.ends[main("si")] = self._end_item
        self.strings: list[str] = []

    def _end_item(self) -> None:
        self.strings.append(self._take())
        if len(self.strings) > limits.CELLS:
            raise TooMuch(f"共享文字超过 {limits.CELLS} 条", "删去用不到的内容后另存")


class GridReader(TextReader):
    """Reads the filled cells of a sheet; blank ones, however many and far, cost nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.grid = Grid()
        self.starts |= {
            main("row"): self._row,
            main("c"): self._cell,
            main("f"): self._formula,
            main("v"): self._open,
            main("mergeCell"): self._merge,
            main("col"): self._columns,
        }
        self.ends |= {main("v"): self._close, main("c"): self._end_cell}
        self._row_number, self._row_hidden = 0, False
        self._attributes: Attributes = {}
        self._named, self._since = "", 0  # the last cell with a name, and the cells since without one
        self._is_formula = False

    def _row(self, attributes: Attributes) -> None:
        self._row_number = int(attributes.get("r", self._row_number + 1))
        self._row_hidden = _is_hidden(attributes, "ht")
        self._named, self._since = "", 0

    def _cell(self, attributes: Attributes) -> None:
        self._attributes = attributes
        if "r" in attributes:
            self._named, self._since = attributes["r"], 0
        else:
            self._since += 1

    def _formula(self, _: Attributes) -> None:
        self._is_formula = True

    def _end_cell(self) -> None:
        if self._pieces or self._is_formula:
            self._keep(*self._place())
        self._is_formula = False

    def _place(self) -> tuple[int, int]:
        """Return where the cell stands; it follows the one before when it has no name of its own."""
        row, column = a1.place(self._named) if self._named else (self._row_number, 0)
        return row, column + self._since

    def _where(self) -> str:
        return a1.reference(*self._place())

    def _keep(self, row: int, column: int) -> None:
        """Write the cell down, unless it stands too far out, twice, or is one too many."""
        self._admit(row, column)
        kind, style = self._attributes.get("t", "n"), int(self._attributes.get("s", 0))
        self.grid.cells[row, column] = RawCell(kind, style, self._take(), self._is_formula)
        if self._row_hidden:
            self.grid.hidden_rows.add(row)

    def _admit(self, row: int, column: int) -> None:
        name = a1.reference(row, column)
        if row > limits.ROWS or column > limits.COLUMNS:
            message = f"{name} 有内容，超出可读范围（{limits.ROWS} 行、{limits.COLUMNS} 列）"
            raise TooMuch(message, "选中多余的行、列，右键“删除”后保存", name)
        if (row, column) in self.grid.cells:
            raise Refused("xlsx-damaged", f"{name} 在文件中出现两次", "用 Excel/WPS 打开后另存", name)
        if len(self.grid.cells) >= limits.CELLS:
            raise TooMuch(f"有内容的单元格超过 {limits.CELLS} 个", "把数据分到几个工作簿")

    def _merge(self, attributes: Attributes) -> None:
        area = a1.area(attributes["ref"])
        if area.top < area.bottom or area.left < area.right:
            self.grid.merged.append(area)
        if len(self.grid.merged) > limits.MERGES:
            raise TooMuch(f"合并单元格超过 {limits.MERGES} 处", "取消合并")

    def _columns(self, attributes: Attributes) -> None:
        if _is_hidden(attributes, "width"):
            ends = int(attributes["min"]), int(attributes["max"])
            self.grid.hidden_columns.add((min(ends[0], limits.COLUMNS), min(ends[1], limits.COLUMNS)))


def _is_hidden(attributes: Attributes, size: str) -> bool:
    """Return whether a row or column is hidden, or shrunk to nothing."""
    return attributes.get("hidden") in TRUE or attributes.get(size) == "0"


def read_grid(stream: IO[bytes]) -> Grid:
    """Return the filled cells of a sheet part; `Refused` when it is damaged or beyond the limits.

    The part's own `<dimension>` is not believed (case 48): what is there is read.
    """
    reader = GridReader()
    walk(stream, reader.start, reader.ends, reader.text)
    return reader.grid


def read_strings(stream: IO[bytes]) -> list[str]:
    """Return the shared texts of a workbook by index; `Refused` when damaged or beyond the limits."""
    reader = StringReader()
    walk(stream, reader.start, reader.ends, reader.text)
    return reader.strings
