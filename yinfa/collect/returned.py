"""A returned workbook as read: what it said when it was sent out, and its rows now, each cell with its place."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from yinfa.collect.base import BASE, Base, read_base
from yinfa.collect.export import SHEETS
from yinfa.collect.forms import FORMS, Form
from yinfa.collect.lines import Key, canonical
from yinfa.collect.standing import value_of
from yinfa.diagnostics import Origin, Report
from yinfa.sources.figures import text_of
from yinfa.sources.table import Row, find_sheet, read_table, tell_unread
from yinfa.sources.workbook import Cell, Workbook, read_workbook

KNOWN = frozenset((*SHEETS, *(form.sheet for form in FORMS)))  # the sheets that a workbook may have been sent with
LEFT = "填报表已交回的，这一行要原样留着；误删的，从原表复制回来"


@dataclass(frozen=True, slots=True)
class Returned:
    """A file that came back: what it was when it was sent out, and its sheets now."""

    shown: str
    base: Base
    workbook: Workbook

    def rows(self, form: Form, report: Report) -> dict[Key, Row]:
        """Return the rows of a form by their keys; one gone, added or there twice is a fault."""
        if not self.base.keys(form.sheet):
            return {}
        if find_sheet(self.workbook, form.sheet) is None and KNOWN.issuperset(self.workbook.sheets):
            report.fault("sheet-missing", f"工作表“{form.sheet}”被删去了", Origin(self.shown), "从原表复制回来")
            return {}
        found = read_table(self.workbook, form.sheet, [each.column for each in form.fields], report)
        if found is None:
            return {}
        rows = _keyed(form, found, self.base.keys(form.sheet), report)
        for key in sorted(self.base.keys(form.sheet) - rows.keys()):
            place = Origin(self.shown, sheet=form.sheet)
            report.fault("collect-row-gone", f"缺少“{_named(key)}”一行", place, LEFT)
        return rows

    @property
    def is_untouched(self) -> bool:
        """Return whether nothing was filled in since it was sent out."""
        return all(
            said(row[each.header]) == self.base.text(form.sheet, key, each.header)
            for form in FORMS
            for key, row in self.rows(form, Report()).items()
            for each in form.of_use("fill")
        )

    def formulas(self, form: Form) -> frozenset[Origin]:
        """Return the places of formulas in a form's sheet."""
        return frozenset(
            place for each in self.workbook.sheets.values() if each.name == form.sheet for place in each.formulas
        )


def read_returned(path: Path, shown: str, report: Report) -> Returned | None:
    """Return a file that came back; None, after a fault, where it cannot be read or is none that was sent out."""
    told = Report()
    workbook = read_workbook(path, shown, told)
    for each in told:
        if not (each.code == "hidden" and each.origin and each.origin.sheet == BASE):
            report.take(each)
    base = read_base(workbook, report) if workbook else None
    if workbook is None or base is None:
        return None
    tell_unread(workbook, KNOWN, report)
    return Returned(shown, base, workbook)


def said(cell: Cell) -> str:
    """Return what stands in a cell of a returned file, as it is compared."""
    return canonical(value_of(cell))


def _keyed(form: Form, found: Iterable[Row], known: frozenset[Key], report: Report) -> dict[Key, Row]:
    rows: dict[Key, Row] = {}
    headers = [each.header for each in form.of_use("key")]
    for row in found:
        key = tuple(text_of(row[each]) for each in headers)
        place = row[headers[0]].origin
        if key in rows:
            message = f"“{_named(key)}”出现两次，另一处在 {rows[key][headers[0]].origin.cell}"
            report.fault("collect-row-twice", message, place, "删去多出的一行")
        elif key not in known:
            message = f"“{_named(key)}”一行不是导出时的" if any(key) else "这一行不是导出时的，也没有编号"
            hint = "编号被改动的，照原表改回；多出来的，删去这一行；确要增加的事项，请汇总单位改数据后重新导出"
            report.fault("collect-row-added", message, place, hint)
        else:
            rows[key] = row
    return rows


def _named(key: Key) -> str:
    return " ".join(filter(None, key))
