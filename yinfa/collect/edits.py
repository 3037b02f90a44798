"""Answers as edits of the data's workbooks: cells of rows that are there, rows where there are none."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from yinfa.books.blank import Sheet, heads_of, workbook
from yinfa.books.edit import edited
from yinfa.books.entries import AddRow, Edit, Entry, SetCell
from yinfa.collect.answers import Answer
from yinfa.collect.forms import FORMS, Form
from yinfa.collect.lines import Line
from yinfa.diagnostics import Faults, Origin, Report
from yinfa.model.books import BOOKS
from yinfa.model.days import day_of
from yinfa.model.plan import Plan


def stood(folder: Path) -> dict[str, bytes | None]:
    """Return the workbooks that answers belong in, as they stand; None for one that is not there."""
    books = dict.fromkeys(form.book for form in FORMS)
    return {book: (folder / book).read_bytes() if (folder / book).is_file() else None for book in books}


def merged(
    plan: Plan, year: int, answers: Iterable[Answer], books: dict[str, bytes | None], report: Report
) -> dict[str, bytes]:
    """Return the workbooks that are changed, with the answers in them; what cannot be done is told."""
    made: dict[str, bytes] = {}
    for book, edits in _edits(plan, year, answers, report).items():
        try:
            made[book] = edited(books[book] or _new(book, plan), edits, f"{plan.shown}/{book}")
        except Faults as faults:
            for each in faults.diagnostics:
                report.take(each)
    return made


def _edits(plan: Plan, year: int, answers: Iterable[Answer], report: Report) -> dict[str, list[Edit]]:
    """Return the edits of each workbook: row by row, in the order of the answers."""
    rows: dict[tuple[str, tuple[str, ...]], list[Answer]] = defaultdict(list)
    for each in answers:
        rows[each.form.table, each.line.key].append(each)
    edits: dict[str, list[Edit]] = defaultdict(list)
    for own in rows.values():
        form, line = own[0].form, own[0].line
        edits[form.book] += list(_set(plan, own, report)) if line.cells else [_added(form, line, year, own)]
    return edits


def _set(plan: Plan, answers: Iterable[Answer], report: Report) -> Iterator[SetCell]:
    for each in answers:
        cell = each.line.cells[each.header]
        if not cell:
            place = Origin(f"{plan.shown}/{each.form.book}", sheet=each.form.table)
            message = f"缺少“{each.header}”一列，{each.line.label}填报的内容没有地方写"
            report.fault("collect-column", message, place, "补上这一列，可从样例复制表头，再合并")
            continue
        yield SetCell(each.form.table, cell, _entry(each))


def _added(form: Form, line: Line, year: int, answers: Iterable[Answer]) -> AddRow:
    named = {theirs: part for (_, theirs), part in zip(form.links, line.key, strict=True)}
    values: dict[str, Entry] = {header: _key(header, part) for header, part in named.items() if part}
    return AddRow(form.table, values | {"年度": year} | {each.header: _entry(each) for each in answers})


def _entry(answer: Answer) -> Entry:
    return None if answer.value == "" else answer.value


def _key(header: str, part: str) -> Entry:
    return int(part) if header == "分点" else part


def _new(book: str, plan: Plan) -> bytes:
    """Return a workbook of the plan without rows, for one that is not there yet."""
    sheets = next(each.sheets for each in BOOKS if each.file == book)
    day = day_of("date", plan.identity.date, "", Report())
    assert day is not None  # noqa: S101  else the plan could not be read
    return workbook([Sheet(name, heads_of(columns)) for name, columns in sheets.items()], book, day)
