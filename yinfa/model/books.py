"""The workbooks of a plan: which of them its words need, and what their sheets hold."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from yinfa.diagnostics import Origin, Report, closest
from yinfa.model.actuals import ACTUAL_COLUMNS, ACTUALS, REVISION_COLUMNS, REVISIONS
from yinfa.model.indicators import INDICATOR_COLUMNS, INDICATORS
from yinfa.model.opinions import OPINION_COLUMNS, OPINIONS
from yinfa.model.progress import (
    PROJECT_PROGRESS,
    PROJECT_PROGRESS_COLUMNS,
    TASK_PROGRESS,
    TASK_PROGRESS_COLUMNS,
)
from yinfa.model.projects import PROJECT_COLUMNS, PROJECTS
from yinfa.model.walk import each_of
from yinfa.model.words import ChartBlock, PaperWords, SummaryBlock, TableBlock
from yinfa.sources.table import Column, Row, find_sheet, read_table, tell_unread
from yinfa.sources.text import Text
from yinfa.sources.workbook import Workbook, read_workbook

Rows = dict[str, list[Row] | None]  # by the name of the sheet; None after a fault that leaves no rows to speak of

SPREADSHEETS = (".xlsx", ".xls", ".xlsm", ".et")


@dataclass(frozen=True)
class Book:
    """A workbook: its sheets, of which `optional` ones may be left out, and how words show that they need it.

    They quote a fact of it by one of its `calls`, or show a table, a chart or a summary that is made from it.
    """

    file: str
    sheets: dict[str, tuple[Column, ...]]
    calls: re.Pattern[str]
    tables: tuple[str, ...]
    charts: tuple[str, ...] = ()
    summaries: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()

    def is_needed(self, words: PaperWords) -> bool:
        """Return whether words quote a fact of the workbook, or show something made from it."""
        return (
            any(self.calls.search(text) for text in each_of(Text, words))
            or any(each.table in self.tables for each in each_of(TableBlock, words))
            or any(each.chart in self.charts for each in each_of(ChartBlock, words))
            or any(each.summary in self.summaries for each in each_of(SummaryBlock, words))
        )


BOOKS = (
    Book(
        "indicators.xlsx",
        {INDICATORS: INDICATOR_COLUMNS, ACTUALS: ACTUAL_COLUMNS, REVISIONS: REVISION_COLUMNS},
        re.compile(r"\b(target|actual|pace|rate|change|difference)\s*\(|\bcount\s*\(\s*.指标"),
        ("indicators", "completion", "targets", "verdicts", "missed"),
        charts=("rates", "groups", "path"),
        summaries=("overall", "natures", "groups", "extremes", "changes", "missed"),
        optional=(ACTUALS, REVISIONS),  # nothing achieved yet, nothing changed
    ),
    Book(
        "projects.xlsx",
        {PROJECTS: PROJECT_COLUMNS},
        re.compile(r"\btotal\s*\(|\bcount\s*\(\s*.项目"),
        ("projects", "project-progress"),
        summaries=("projects",),
    ),
    Book(
        "feedback.xlsx",
        {OPINIONS: OPINION_COLUMNS},
        re.compile(r"\bcount\s*\(\s*.意见"),
        ("opinions",),
    ),
    Book(
        "progress.xlsx",
        {TASK_PROGRESS: TASK_PROGRESS_COLUMNS, PROJECT_PROGRESS: PROJECT_PROGRESS_COLUMNS},
        re.compile(r"\bstate\s*=|\btotal\s*\(\s*.(累计|本年)完成投资"),
        ("task-progress", "open-tasks", "project-progress"),
        charts=("units",),
        summaries=("tasks", "projects"),
        optional=(TASK_PROGRESS, PROJECT_PROGRESS),
    ),
)


def books_in(folder: Path) -> tuple[str, ...]:
    """Return the names of the workbooks that are there."""
    return tuple(book.file for book in BOOKS if (folder / book.file).exists())


def read_books(folder: Path, shown: str, words: Iterable[PaperWords], report: Report) -> Rows:
    """Return the rows of every sheet; a workbook that is missing though the words need it is a fault."""
    needed = [book for book in BOOKS if any(book.is_needed(each) for each in words)]
    found: Rows = {}
    for book in BOOKS:
        place = Origin(f"{shown}/{book.file}")
        if (folder / book.file).exists():
            found |= _read(book, read_workbook(folder / book.file, place.file, report), report)
        elif book in needed:
            report.fault("file-missing", f"缺少工作簿 {book.file}，正文要用其中的数据", place, _mending(book, folder))
            found |= dict.fromkeys(book.sheets)
        else:
            found |= {name: [] for name in book.sheets}
    return found


def _read(book: Book, workbook: Workbook | None, report: Report) -> Rows:
    if workbook is None:
        return dict.fromkeys(book.sheets)
    left_out = {name for name in book.optional if find_sheet(workbook, name) is None}
    found: Rows = {
        name: [] if name in left_out else read_table(workbook, name, columns, report)
        for name, columns in book.sheets.items()
    }
    if None not in found.values():  # else a sheet not read may be the one that is missed
        tell_unread(workbook, book.sheets, report)
    return found


def _mending(book: Book, folder: Path) -> str:
    """Return which file of the folder seems to be meant, or where to take one from."""
    others = {path.stem: path for path in _others(folder)}
    names = (Path(book.file).stem, *book.sheets)
    stem = next((stem for name in names if (stem := closest(name, others))), "")
    meant = others.get(stem) or (next(iter(others.values())) if len(others) == 1 else None)
    if meant is None:
        return "从样例 data/ 中复制一份再改"
    verb = "改名" if meant.suffix.lower() == ".xlsx" else "另存"
    return f"把“{meant.name}”{verb}为 {book.file}"


def _others(folder: Path) -> Iterator[Path]:
    """Yield the workbooks of a folder that nobody reads, without the traces of those that are open."""
    known = [book.file for book in BOOKS]
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() in SPREADSHEETS and path.name not in known and not path.name.startswith("~$"):
            yield path
