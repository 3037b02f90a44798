"""The first row of a sheet: which columns there are, and what may stand below each."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from yinfa.diagnostics import Report, closest, nearest
from yinfa.sources.cells import Cell
from yinfa.sources.figures import text_of
from yinfa.sources.workbook import Sheet

LOOKED_AT = 20  # rows among which the headers are looked for


@dataclass(frozen=True)
class Column:
    """A column that is read: its header, and what may stand below it.

    A `required` column has no blank cell; a `kept` one may have, but not be left out. `spellings` are other ways to
    write the `choices`, in plain form; `hint` says what to do about a blank. That one is left out is told where it
    `weighs`: where figures come out otherwise without it.
    """

    header: str
    required: bool = True
    kept: bool = False
    choices: tuple[str, ...] = ()
    spellings: Mapping[str, str] = field(default_factory=dict)
    hint: str = ""
    weighs: bool = False


def plain(header: str) -> str:
    """Return a header as it is compared: half-width where it can be, without blanks and line breaks."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", header))


def are_on_top(columns: Sequence[Column], sheet: Sheet, report: Report) -> bool:
    """Return whether the first row holds the headers, as far as there are any; tell where they are else."""
    wanted = {plain(column.header) for column in columns}
    known = [len(wanted & _headers(row)) for row in sheet.rows[:LOOKED_AT]]
    row = known.index(max(known)) if known else 0
    if row and known[row] > max(1, known[0]):
        message = f"表头应在第 1 行，现在第 {row + 1} 行"
        report.fault("header-row", message, sheet.rows[row][0].origin, "删去表头上面的各行")
    elif not known or not known[0]:
        listed = "、".join(column.header for column in columns)
        report.fault("header-row", "第 1 行没有表头", sheet.origin, f"表头应在第 1 行：{listed}")
    else:
        return True
    return False


def looks_like(sheet: Sheet, columns: Sequence[Column]) -> bool:
    """Return whether the first row of a sheet holds more than half of these columns."""
    wanted = {plain(column.header) for column in columns}
    return 2 * len(wanted & _headers(sheet.rows[0] if sheet.rows else ())) > len(wanted)


def places_of(columns: Sequence[Column], sheet: Sheet, report: Report) -> dict[str, int] | None:
    """Return the index of each column by its plain header; None after a fault that leaves one without a place."""
    places = _places(sheet, report)
    known = {plain(column.header): column for column in columns}
    absent = {header: column for header, column in known.items() if header not in places}
    strange = [header for header in places if header not in known]
    for column in absent.values():
        if column.required or column.kept:
            report.fault("header-missing", f"缺少“{column.header}”一列", sheet.origin, _mending(column, strange))
    if lost := [column.header for column in absent.values() if column.weighs]:
        message = f"没有{'、'.join(f'“{header}”' for header in lost)}列，按没有填写处理，评价可能不同"
        report.warning("column-missing", message, sheet.origin, "补上这些列，可从样例复制表头；没有内容的空着")
    for header in strange:
        message = f"表头“{header}”不认识，此列不会被读取"
        hint = nearest(header, (column.header for column in absent.values()))
        report.warning("header-unknown", message, sheet.rows[0][places[header]].origin, hint)
    return None if any(column.required or column.kept for column in absent.values()) else places


def _mending(column: Column, strange: Iterable[str]) -> str:
    meant = closest(plain(column.header), strange)
    return f"把表头“{meant}”改为“{column.header}”" if meant else "补上这一列，可从样例复制"


def _headers(row: Iterable[Cell]) -> set[str]:
    return {plain(text_of(cell)) for cell in row}


def _places(sheet: Sheet, report: Report) -> dict[str, int]:
    """Return the index of each column by its plain header; the same header twice is a fault."""
    places: dict[str, int] = {}
    for index, cell in enumerate(sheet.rows[0]):
        header = plain(text_of(cell))
        if header in places:
            message = f"表头“{header}”出现两次（前一处在 {sheet.rows[0][places[header]].origin.cell}）"
            report.fault("header-twice", message, cell.origin, "删去或改名其中一列")
        elif header:
            places[header] = index
        elif any(not row[index].is_blank for row in sheet.rows[1:]):
            report.warning("header-unknown", "此列有内容而没有表头，不会被读取", cell.origin, "补上表头，或删去此列")
    return places
