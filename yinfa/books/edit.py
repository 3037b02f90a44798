"""Surgical edits of a workbook: cells set and rows added, every other byte of its parts as it was.

Nothing is believed: the edited workbook is read again, and must be the old one but for what was to be changed.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from yinfa.books import ranges
from yinfa.books.agree import differences
from yinfa.books.entries import AddRow, Edit, Entry, SetCell
from yinfa.books.grounds import Ground, Target, in_book, in_sheet, target_of
from yinfa.books.part import Splice, spliced
from yinfa.books.ranges import Growth
from yinfa.books.rows import Rows
from yinfa.books.zipped import rezipped
from yinfa.diagnostics import Origin, Report, Severity, nearest
from yinfa.sources.a1 import place as place_of
from yinfa.sources.cells import EPOCH_1900, EPOCH_1904
from yinfa.sources.figures import text_of
from yinfa.sources.headers import plain
from yinfa.sources.package import Package
from yinfa.sources.table import find_sheet
from yinfa.sources.workbook import Sheet, Workbook, parse_workbook

__all__ = ["AddRow", "Edit", "Entry", "SetCell", "edited"]


@dataclass
class _Wanted:
    """What is to be put into a sheet: by row and column, the values; `growth` how far its rows reach then."""

    sheet: Sheet
    rows: dict[int, dict[int, Entry]] = field(default_factory=dict)
    last: int = 0
    now: int = 0

    @property
    def cells(self) -> dict[tuple[int, int], Entry]:
        """Return the values by row and column."""
        return {(row, column): value for row, cells in self.rows.items() for column, value in cells.items()}

    @property
    def growth(self) -> Growth:
        """Return where its rows ended and where they end now."""
        return Growth(self.last, self.now)


def edited(book: bytes, edits: Sequence[Edit], place: str) -> bytes:
    """Return the workbook with the `edits` made; `place` is what the drafter calls it.

    Sheets and headers are found as our reader finds them, in whatever width and blanks. Added rows stand one below the
    other in the order of `edits`, with the looks of the row above them.
    Raises Faults, each with its cell and a hint, where that cannot be done without loss: then nothing is changed.
    """
    report = Report()
    workbook = parse_workbook(book, place, report)
    report.stop(strict=False)
    assert workbook is not None  # noqa: S101  where there is none, a fault says why
    if not edits:
        return book
    wanted = _wanted(workbook, edits, report)
    report.stop(strict=False)
    package = Package(book)
    targets = _targets(package, workbook, wanted, place, report)
    report.stop(strict=False)
    made = rezipped(book, _parts(package, targets, wanted))
    _agree(workbook, made, wanted, place, report)
    return made


def _wanted(workbook: Workbook, edits: Sequence[Edit], report: Report) -> dict[str, _Wanted]:
    """Return what is to be put into which sheet, by its name; what names none of its sheets, headers, cells is told."""
    found: dict[str, _Wanted] = {}
    for edit in edits:
        sheet = find_sheet(workbook, edit.sheet)
        if sheet is None:
            hint = nearest(edit.sheet, workbook.sheets)
            report.fault("edit-sheet", f"没有工作表“{edit.sheet}”", Origin(workbook.shown), hint)
            continue
        last = _last_row(sheet)
        mine = found.setdefault(sheet.name, _Wanted(sheet, {}, last, last))
        _add(mine, edit, report) if isinstance(edit, AddRow) else _set(mine, edit, report)
    return found


def _last_row(sheet: Sheet) -> int:
    """Return the last row that holds anything."""
    return max(
        (number for number, row in enumerate(sheet.rows, 1) if any(not each.is_blank for each in row)), default=0
    )


def _set(mine: _Wanted, edit: SetCell, report: Report) -> None:
    row, column = place_of(edit.cell)
    if column in mine.rows.setdefault(row, {}) and mine.rows[row][column] != edit.value:
        origin = Origin(mine.sheet.origin.file, sheet=mine.sheet.name, cell=edit.cell)
        report.fault("edit-twice", "同一格要填两个不同的值", origin, "核对是谁的数，只留一个")
    mine.rows[row][column] = edit.value


def _add(mine: _Wanted, edit: AddRow, report: Report) -> None:
    headers: dict[str, list[int]] = {}
    for column, cell in enumerate(mine.sheet.rows[0] if mine.sheet.rows else (), 1):
        headers.setdefault(plain(text_of(cell)), []).append(column)
    mine.now += 1
    for header, value in edit.values.items():
        places = headers.get(plain(header), [])
        if len(places) == 1:
            mine.rows.setdefault(mine.now, {})[places[0]] = value
        elif value is not None:
            message = f"表头“{header}”出现两次" if places else f"缺少“{header}”一列"
            hint = "删去或改名其中一列" if places else nearest(plain(header), headers)
            report.fault("edit-header", message, mine.sheet.origin, hint)


def _targets(
    package: Package, workbook: Workbook, wanted: Mapping[str, _Wanted], place: str, report: Report
) -> dict[str, Target]:
    """Return the sheets to be changed; every ground to leave them alone is told."""
    entries = {each.name: each for each in package.index().sheets}
    targets = {name: target_of(package, mine.sheet, entries[name]) for name, mine in wanted.items()}
    for ground in in_book(package, workbook):
        _tell(ground, place, report)
    for name, target in targets.items():
        for ground in (*in_sheet(target), *_in_the_way(package, target, wanted[name])):
            _tell(ground._replace(sheet=name), place, report)
    return targets


def _in_the_way(package: Package, target: Target, mine: _Wanted) -> Iterator[Ground]:
    """Yield what lies where something is to be put: merged cells, tables that compute."""
    for merged in target.sheet.merged:
        if any(merged.covers(*each) for each in mine.cells):
            yield Ground("edit-merged", "要填的格在合并单元格内", "取消合并，每格填写各自的值", cell=str(merged))
    for name in ranges.tables_of(package, target.entry.part):
        with package.open(name) as stream:
            yield from ranges.table_grounds(stream.read(), set(mine.cells), mine.growth)


def _tell(ground: Ground, place: str, report: Report) -> None:
    origin = Origin(place, sheet=ground.sheet, cell=ground.cell)
    report.fault(ground.code, f"不能改写：{ground.message}", origin, ground.hint)


def _parts(package: Package, targets: Mapping[str, Target], wanted: Mapping[str, _Wanted]) -> dict[str, bytes]:
    """Return the parts that are changed, by the names of the members they are in."""
    epoch = EPOCH_1904 if package.index().counts_from_1904 else EPOCH_1900
    main = next(each.target for each in package.relations() if each.type == "officeDocument")
    parts: dict[str, bytes] = {}
    for name, target in targets.items():
        mine = wanted[name]
        model = mine.last if mine.last > 1 else 0  # a row of headers is no model of a row of data
        splices: list[Splice] = [*Rows(target, epoch).put(mine.rows, model), *ranges.in_sheet(target, mine.growth)]
        parts[target.entry.part] = spliced(target.part, splices)
        for table in ranges.tables_of(package, target.entry.part):
            parts[table] = _changed(package, table, parts, partial(ranges.in_table, growth=mine.growth))
        names = partial(ranges.in_workbook, sheet=mine.sheet.name, growth=mine.growth)
        parts[main] = _changed(package, main, parts, names)
    members = {info.filename.casefold(): info.filename for info in package.members}
    return {members[name.casefold()]: part for name, part in parts.items()}


def _changed(
    package: Package, name: str, parts: Mapping[str, bytes], splices: Callable[[bytes], Iterator[Splice]]
) -> bytes:
    """Return a part, as it stands after what has been changed in it so far, with these splices made."""
    if name not in parts:
        with package.open(name) as stream:
            part = stream.read()
    else:
        part = parts[name]
    return spliced(part, splices(part))


def _agree(workbook: Workbook, made: bytes, wanted: Mapping[str, _Wanted], place: str, report: Report) -> None:
    """Read the edited workbook. Raise Faults where it is not the old one but for what was to be changed."""
    again = Report()
    new = parse_workbook(made, place, again)
    for each in again:
        if each.severity is Severity.FAULT:
            report.take(each)
    report.stop(strict=False)
    assert new is not None  # noqa: S101  where there is none, a fault says why
    for ground in differences(workbook, new, {name: mine.cells for name, mine in wanted.items()}):
        _tell(ground, place, report)
    report.stop(strict=False)
