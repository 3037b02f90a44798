"""A place of the data as it was typed: what it stands for in what is printed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NoReturn

from yinfa.diagnostics import Diagnostic, Faults, Origin, Report, Severity, nearest
from yinfa.model.plan import Plan
from yinfa.sources.a1 import place, reference
from yinfa.sources.figures import text_of
from yinfa.sources.spans import cells_in
from yinfa.sources.text import decode
from yinfa.sources.workbook import Sheet, read_workbook
from yinfa.where.asked import Typed

_BEGINS = re.compile(r"\s*(#|-\s|-$|[^\s:]+:(\s|$))")  # a line on which a value of its own begins


@dataclass(frozen=True, slots=True)
class Place:
    """A place that is there, as it is called (`shown`): its `cells`, or how the origins of its values `begin`.

    `header` is that of a cell's column, `value` what stands in the cell or on the line.
    """

    shown: str
    cells: frozenset[str] = frozenset()
    begin: str = ""
    header: str = ""
    value: str = ""

    def names(self, origin: str) -> bool:
        """Return whether figures or words of this origin come from the place."""
        found = cells_in(origin)
        return any(each.startswith(self.begin) for each in found) if self.begin else not self.cells.isdisjoint(found)


def found_place(typed: Typed, plan: Plan, printed: Iterable[str]) -> Place:
    """Return the place that was typed; `printed` are the origins of all that is printed.

    Raise `Faults` for a file, a sheet, a cell or a line that is not there.
    """
    file = typed.file.removeprefix("./").removeprefix(f"{plan.shown}/")
    if file not in plan.inputs:
        _unknown("文件", file, plan.inputs, Origin(plan.shown))
    if file.endswith(".xlsx"):
        return _of_book(typed, plan, file)
    return _of_text(typed.line, plan, file, printed)


def _of_book(typed: Typed, plan: Plan, file: str) -> Place:
    shown = f"{plan.shown}/{file}"
    book = read_workbook(plan.folder / file, shown, Report())
    sheets = book.sheets if book else {}
    if not typed.sheet:
        return Place(shown, begin=f"{shown}!")
    if typed.sheet not in sheets:
        _unknown("工作表", typed.sheet, sheets, Origin(shown))
    if not typed.cell:
        return Place(f"{shown}!{typed.sheet}", begin=f"{shown}!{typed.sheet}!")
    return _of_sheet(typed.cell, sheets[typed.sheet], Origin(shown, sheet=typed.sheet))


def _of_sheet(cell: str, sheet: Sheet, of: Origin) -> Place:
    """Return the place of a cell or of a whole row."""
    named = cell if not cell.isdigit() else f"A{cell}"
    row, column = place(named) if re.fullmatch("[A-Z]+[1-9][0-9]{0,6}", named) else (0, 0)
    if not (0 < row <= len(sheet.rows) and column <= len(sheet.rows[0])):
        last = reference(len(sheet.rows), len(sheet.rows[0])) if sheet.rows else "A1"
        _stop(f"工作表“{of.sheet}”没有 {cell}", of, f"有内容的是 A1 至 {last}")
    shown = f"{of}!{cell}"
    if cell.isdigit():
        return Place(shown, frozenset(f"{of}!{reference(row, each)}" for each in range(1, len(sheet.rows[0]) + 1)))
    header, value = (text_of(sheet.rows[each][column - 1]) for each in (0, row - 1))
    return Place(shown, frozenset((shown,)), header=header, value=value)


def _of_text(line: int, plan: Plan, file: str, printed: Iterable[str]) -> Place:
    shown = f"{plan.shown}/{file}"
    lines = (decode((plan.folder / file).read_bytes(), shown, Report()) or "").split("\n")
    if line > len(lines):
        _stop(f"{file} 没有第 {line} 行", Origin(shown), f"这个文件有 {len(lines)} 行")
    if not line:
        return Place(shown, begin=f"{shown}:")
    start = _start(line, lines, frozenset(_lines(shown, printed)))
    return Place(f"{shown}:{line}", begin=f"{shown}:{start}:", value=lines[line - 1].strip())


def _lines(shown: str, printed: Iterable[str]) -> Iterator[int]:
    """Yield the lines of a file on which what is printed begins."""
    return (int(each.rsplit(":", 2)[1]) for one in printed for each in cells_in(one) if each.startswith(f"{shown}:"))


def _start(line: int, lines: list[str], begun: frozenset[int]) -> int:
    """Return the line on which the value begins that goes on in a line; the line itself where none does."""
    start = line
    while start > 1 and start not in begun and not _BEGINS.match(lines[start - 1]):
        start -= 1
    return start if start in begun else line


def _unknown(what: str, name: str, known: Iterable[str], origin: Origin) -> NoReturn:
    _stop(f"没有{what}“{name}”", origin, nearest(name, known) or f"这里没有任何{what}")


def _stop(message: str, origin: Origin, hint: str) -> NoReturn:
    raise Faults([Diagnostic("where-unknown", Severity.FAULT, message, origin, hint)])
