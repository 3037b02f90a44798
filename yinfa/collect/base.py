"""What a workbook says of itself when it is sent out: whose it is, and every cell as it was then.

It stands in a hidden sheet, a cell a row, with a digest over all of it: by that a returned file is known, and told what
was changed in it from what was changed in the data meanwhile.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from yinfa.books.blank import Head, Sheet
from yinfa.books.entries import Entry
from yinfa.collect.lines import Key, Questions
from yinfa.diagnostics import Origin, Report
from yinfa.issue.manifest import sha256
from yinfa.sources.figures import text_of
from yinfa.sources.table import Column, find_sheet, read_table
from yinfa.sources.workbook import Workbook

BASE = "回收核对"
HEADERS = ("表", "行", "列", "原值")
ABOUT = "填报表"  # the rows that tell whose it is
DIGEST = "摘要"
VERSION = "1"
RE_EXPORT = "重新导出，请单位在新的表上填写"


@dataclass(frozen=True, slots=True)
class Base:
    """A workbook as it was sent out: the plan, the unit (their ids), the year, and the texts of its cells.

    `cells` are by sheet, row and header; those of a row that are blank are left out.
    """

    plan: str
    unit: str
    year: int
    cells: Mapping[tuple[str, Key, str], str]

    def keys(self, sheet: str) -> frozenset[Key]:
        """Return the names of the rows of a sheet."""
        return frozenset(key for of, key, _ in self.cells if of == sheet)

    def text(self, sheet: str, key: Key, header: str) -> str:
        """Return what stood in a cell."""
        return self.cells.get((sheet, key, header), "")


def base_of(plan: str, questions: Questions) -> Base:
    """Return what is to be told of a workbook with these questions."""
    cells = {
        (sheaf.form.sheet, line.key, each.header): line.text(each.header)
        for sheaf in questions.sheaves
        for line in sheaf.lines
        for each in sheaf.form.fields
        if line.text(each.header)
    }
    return Base(plan, str(questions.unit.id), questions.year, cells)


def sheet_of(base: Base) -> Sheet:
    """Return the hidden sheet."""
    rows = tuple(_rows(base))
    told: tuple[tuple[Entry, ...], ...] = (*rows, (ABOUT, "", DIGEST, _digest(rows)))
    return Sheet(BASE, tuple(Head(each, 20) for each in HEADERS), told, locked=True, hidden=True)


def _rows(base: Base) -> Iterator[tuple[str, str, str, str]]:
    yield ABOUT, "", "版本", VERSION
    yield ABOUT, "", "规划", base.plan
    yield ABOUT, "", "年度", str(base.year)
    yield ABOUT, "", "单位", base.unit
    for (sheet, key, header), text in base.cells.items():
        yield sheet, json.dumps(key, ensure_ascii=False), header, text


def _digest(rows: tuple[tuple[str, ...], ...]) -> str:
    """Return the digest of rows, whatever order they stand in."""
    return sha256("\n".join(sorted("\t".join(each) for each in rows)).encode())


def read_base(workbook: Workbook, report: Report) -> Base | None:
    """Return what a returned workbook says of itself; None, after a fault, where it is none of ours or was tampered."""
    if find_sheet(workbook, BASE) is None:
        place = Origin(workbook.shown)
        report.fault("collect-strange", f"不是导出的填报表：缺少隐藏的工作表“{BASE}”", place, RE_EXPORT)
        return None
    rows = read_table(workbook, BASE, [Column(each, required=False, kept=True) for each in HEADERS], report)
    if rows is None:
        return None
    base = _told(tuple(tuple(text_of(row[each]) for each in HEADERS) for row in rows))
    if base is None:
        place = rows[0]["表"].origin if rows else Origin(workbook.shown)
        message = f"隐藏的工作表“{BASE}”被改过，或出自别的版本，分不清哪些是单位填的"
        report.fault("collect-tampered", message, place, RE_EXPORT)
    return base


def _told(texts: tuple[tuple[str, ...], ...]) -> Base | None:
    """Return what the hidden sheet tells; None where it is not as it was made: a digest can be made by anybody."""
    told = tuple(each for each in texts if (each[0], each[2]) != (ABOUT, DIGEST))
    about = {header: text for sheet, _, header, text in texts if sheet == ABOUT}
    if about.get(DIGEST) != _digest(told) or about.get("版本") != VERSION:
        return None
    try:
        rows = [each for each in told if each[0] != ABOUT]
        cells = {(sheet, tuple(map(str, json.loads(row))), header): text for sheet, row, header, text in rows}
        return Base(about["规划"], about["单位"], int(about["年度"]), cells)
    except (ValueError, LookupError, TypeError, RecursionError):
        return None
