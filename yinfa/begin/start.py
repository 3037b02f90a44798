"""The files of a new plan: texts with the names and years filled in, workbooks made from their columns."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from string import Template

from yinfa.begin.periods import period_of
from yinfa.books.blank import Sheet, heads_of, workbook
from yinfa.books.entries import Entry
from yinfa.issue.naming import file_name
from yinfa.issue.whole import told, whole_folder, write_whole
from yinfa.issued import ISSUED
from yinfa.model.books import BOOKS
from yinfa.model.indicators import INDICATORS

SKELETON = Path(__file__).parent / "skeleton"
# File of the skeleton -> the file that it becomes.
TEXTS = {
    "plan.yaml": "plan.yaml",
    "units.yaml": "units.yaml",
    "text/plan.yaml": "text/plan.yaml",
    "text/notice.yaml": "text/notice-$year.yaml",
    "text/action.yaml": "text/action-$year.yaml",
}
BOOKS_OF_A_PLAN = ("indicators.xlsx", "projects.xlsx", "progress.xlsx")
# What the rows of a new sheet hold, by header; the rest is blank. Only a target in words can be 〔待定〕.
INDICATOR = {
    "主表": "是",
    "口径": "期末",
    "属性": "预期性",
    "比较": "定性",
    "目标值": "〔待定〕",
    "责任单位": "县市场监管局",
}
ROWS: dict[str, tuple[Mapping[str, Entry], ...]] = {
    INDICATORS: (
        {**INDICATOR, "编号": "A01", "分类": "〔待定〕类", "序号": 1, "指标名称": "〔待定〕甲", "计量单位": "%"},
        {**INDICATOR, "编号": "A02", "分类": "〔待定〕类", "序号": 2, "指标名称": "〔待定〕乙", "计量单位": "家"},
    )
}


class Occupied(Exception):
    """There is something already where a new plan was to be."""


class Misnamed(Exception):
    """A folder's name that cannot be the id of a plan: the output folder of a plan is called by it."""


def start(folder: Path, year: int) -> tuple[str, ...]:
    """Write a new plan whose first year is `year` into `folder`, and return its files; all are there or none.

    Raise `Occupied` where the folder holds anything, `Misnamed` where its name is no id, `Unwritable` where it cannot
    be written.
    """
    with told(folder):
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise Occupied(str(folder))
    id_ = folder.name
    if not id_.isprintable() or file_name(id_, "") != id_ or id_.casefold() == ISSUED:
        raise Misnamed(str(folder))
    words = _words(id_, year)
    files = dict((*_texts(words), *_books(id_, words)))
    with whole_folder(folder) as unfinished:
        for name, data in files.items():
            write_whole(unfinished / name, data)
    return tuple(files)


def _words(id_: str, year: int) -> dict[str, str]:
    """Return what stands for each name in the skeleton."""
    period = period_of(year)
    return {
        "id": json.dumps(id_, ensure_ascii=False),  # quoted, as YAML would read many a name as something else
        "year": str(year),
        "period": period.id,
        "name": period.name,
        "start": str(period.start),
        "end": str(period.end),
    }


def _texts(words: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    for source, target in TEXTS.items():
        text = Template((SKELETON / source).read_text(encoding="utf-8"))
        yield Template(target).substitute(words), text.substitute(words).encode()


def _books(id_: str, words: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    made = date(int(words["year"]), 1, 1)
    for book in (each for each in BOOKS if each.file in BOOKS_OF_A_PLAN):
        sheets = []
        for name, columns in book.sheets.items():
            rows = ({"时期": words["period"], **row} for row in ROWS.get(name, ()))
            filled = tuple(tuple(row.get(column.header) for column in columns) for row in rows)
            sheets.append(Sheet(name, heads_of(columns), filled))
        yield book.file, workbook(sheets, id_, made)
