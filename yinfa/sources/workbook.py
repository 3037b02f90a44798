"""A workbook: its sheets as rows of cells, each cell with its value and its place."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from yinfa.diagnostics import Origin, Report
from yinfa.sources import a1, limits
from yinfa.sources.a1 import Area
from yinfa.sources.brief import Brief
from yinfa.sources.cells import EPOCH_1900, EPOCH_1904, Cell, CellReader, Value
from yinfa.sources.grid import Grid, read_grid, read_strings
from yinfa.sources.limits import Refused, TooMuch
from yinfa.sources.number_format import number_formats
from yinfa.sources.package import Package, SheetEntry
from yinfa.sources.preflight import is_safe, preflight

__all__ = ["Area", "Cell", "Sheet", "Value", "Workbook", "parse_workbook", "read_workbook"]

Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Sheet:
    """A sheet: all its rows from A1 to the last row and column that hold anything, each of one length."""

    name: str
    rows: tuple[Row, ...]
    merged: tuple[Area, ...]
    origin: Origin
    formulas: tuple[Origin, ...] = ()  # what saving the workbook anew would destroy


@dataclass(frozen=True)
class Workbook:
    """The sheets of a workbook by name, in order; `shown` is its path as the drafter would name it."""

    sheets: dict[str, Sheet]
    shown: str


def read_workbook(path: Path, shown: str, report: Report) -> Workbook | None:
    """Return the workbook at `path`, or None after a fault that leaves no sheets to speak of.

    A cell that cannot be read is a fault too, but leaves the workbook readable with a broken cell in it.
    """
    data = preflight(path, shown, report)
    return None if data is None else _workbook(data, shown, report)


def parse_workbook(data: bytes, shown: str, report: Report) -> Workbook | None:
    """Return the workbook that these bytes are, as `read_workbook` does."""
    return _workbook(data, shown, report) if is_safe(data, shown, report) else None


def _workbook(data: bytes, shown: str, report: Report) -> Workbook | None:
    brief, origin = Brief(), Origin(shown)
    try:
        sheets = _read_sheets(Package(data), shown, brief)
    except Refused as refused:
        refused.tell(brief, origin)
        sheets = None
    brief.pass_on(report, origin)
    return None if sheets is None else Workbook(sheets, shown)


def _read_sheets(package: Package, shown: str, report: Report) -> dict[str, Sheet] | None:
    """Return the sheets by name, or None when one of them had to be refused."""
    index = package.index()
    strings = _strings(package, index.strings)
    epoch = EPOCH_1904 if index.counts_from_1904 else EPOCH_1900
    reader = CellReader(strings, number_formats(package, index.styles), epoch, report)
    found: dict[str, Sheet] = {}
    refused, area = False, 0
    for entry in index.sheets:
        origin = Origin(shown, sheet=entry.name)
        try:
            grid = _read_grid(package, entry)
            area += _area(grid, area)
            found[entry.name] = _sheet(grid, reader, origin)
        except Refused as trouble:
            trouble.tell(report, origin)
            refused = True
        else:
            _tell_hidden(entry, grid, origin, report)
    return None if refused else found


def _strings(package: Package, part: str) -> list[str]:
    """Return the texts that cells share, if the workbook has any."""
    if not part:
        return []
    with package.open(part) as stream:
        return read_strings(stream)


def _read_grid(package: Package, entry: SheetEntry) -> Grid:
    """Return the filled cells of a sheet."""
    with package.open(entry.part) as stream:
        return read_grid(stream)


def _area(grid: Grid, before: int) -> int:
    """Return how many cells a sheet spans; `Refused` if they are too many together with those before."""
    rows, columns = grid.size
    if before + rows * columns > limits.CELLS:
        raise TooMuch(
            f"表格跨 {rows} 行、{columns} 列，过大",
            "清除远离表格的内容后保存",
            a1.reference(rows, columns),
        )
    return rows * columns


def _sheet(grid: Grid, reader: CellReader, origin: Origin) -> Sheet:
    """Return a sheet with every cell read and the blanks between them filled in."""
    height, width = grid.size
    rows = tuple(
        tuple(_cell(grid, row, column, reader, origin) for column in range(1, width + 1))
        for row in range(1, height + 1)
    )
    formulas = tuple(_at(origin, *place) for place, raw in sorted(grid.cells.items()) if raw.is_formula)
    return Sheet(origin.sheet, rows, tuple(grid.merged), origin, formulas)


def _cell(grid: Grid, row: int, column: int, reader: CellReader, sheet: Origin) -> Cell:
    """Return the cell of a place, blank where the file holds none."""
    raw, origin = grid.cells.get((row, column)), _at(sheet, row, column)
    return reader.read(raw, origin) if raw else Cell(None, origin)


def _at(sheet: Origin, row: int, column: int) -> Origin:
    """Return the place of a cell in a sheet."""
    return Origin(sheet.file, sheet=sheet.sheet, cell=a1.reference(row, column))


def _tell_hidden(entry: SheetEntry, grid: Grid, origin: Origin, report: Report) -> None:
    """Warn of what a drafter cannot see but the program reads (case 32)."""
    for what in _hidden(entry, grid):
        report.warning("hidden", f"{what}已隐藏，其中的内容仍会被读取", origin, "取消隐藏并核对，或删去")


def _hidden(entry: SheetEntry, grid: Grid) -> Iterator[str]:
    """Yield what is hidden of a sheet, in words."""
    _, width = grid.size
    if entry.hidden:
        yield "工作表"
    if grid.hidden_rows:
        yield f"第 {_listed(grid.hidden_rows)} 行"
    columns = {column for first, last in grid.hidden_columns for column in range(first, min(last, width) + 1)}
    if columns:
        yield f"第 {_listed(columns, letters=True)} 列"


def _listed(numbers: set[int], *, letters: bool = False) -> str:
    """Return rows or columns as people list them: 5、7-9."""
    names = [tuple(a1.letters(n) if letters else str(n) for n in run) for run in a1.runs(numbers)]
    listed = [first if first == last else f"{first}-{last}" for first, last in names]
    return "、".join(listed[:20]) + ("等" if len(listed) > 20 else "")
