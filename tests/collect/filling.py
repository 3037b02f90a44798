"""Workbooks filled in as people do it: opened, cells found by their row and header, saved by another program."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from yinfa.collect.merge import Merged, merge
from yinfa.collect.sending import send
from yinfa.diagnostics import Faults, Severity

INDICATORS, TASKS, PROJECTS = "指标完成情况", "任务进展情况", "项目进展情况"


def silent(_: str) -> None:
    """Show no progress."""


def sent(plan: Path, year: int, output: Path) -> dict[str, Path]:
    """Return the workbooks sent out, by the short name of the unit."""
    found = send(plan, year, output, silent)
    return {name.removesuffix(f"{year}年填报表.xlsx"): found.folder / name for name in found.names}


def merged(plan: Path, *files: Path, year: int | None = None) -> Merged:
    """Return what comes of merging files."""
    return merge(plan, files, year, silent)


def refused(plan: Path, *files: Path, year: int | None = None) -> list[str]:
    """Return what is wrong with files that are not merged, as it is told: place, code, message."""
    before = {path: path.read_bytes() for path in plan.rglob("*") if path.is_file()}
    try:
        merged(plan, *files, year=year)
    except Faults as faults:
        assert {path: path.read_bytes() for path in plan.rglob("*") if path.is_file()} == before
        return [
            str(each).split("\n")[0].replace(f"{files[0].parent}/", "")
            for each in faults.diagnostics
            if each.severity is Severity.FAULT
        ]
    raise AssertionError("nothing was wrong")


@contextmanager
def opened(path: Path) -> Iterator[Workbook]:
    """Open a workbook, which is saved at the end as openpyxl does: strings shared, styles renumbered, order kept."""
    book = load_workbook(path)
    yield book
    book.save(path)


def fill(path: Path, *answers: tuple[str, str, str, object]) -> Path:
    """Fill in answers: the sheet, the row by all its keys with blanks between, the header, what to type."""
    with opened(path) as book:
        for sheet, key, header, value in answers:
            cell(book[sheet], key, header).value = value  # type: ignore[attr-defined]
    return path


def cell(sheet: Worksheet, key: str, header: str) -> object:
    """Return the cell of a row and a header."""
    headers = [each.value for each in sheet[1]]
    row = next(each for each in sheet.iter_rows(min_row=2) if key_of(sheet, each[0].row or 0) == key)
    return row[headers.index(header)]


def key_of(sheet: Worksheet, row: int) -> str:
    """Return the keys of a row with blanks between."""
    headers = [each.value for each in sheet[1]]
    keys = [each for each in ("时期", "编号", "分项", "任务", "分点") if each in headers]
    values = (sheet.cell(row, headers.index(each) + 1).value for each in keys)
    return " ".join(str(each) for each in values if each is not None)


def rows(path: Path, sheet: str) -> list[dict[str, object]]:
    """Return the rows of a sheet of the data by header, without what is blank."""
    worksheet = load_workbook(path)[sheet]
    headers = [each.value for each in worksheet[1]]
    return [
        {str(header): each for header, each in zip(headers, row, strict=True) if each is not None}
        for row in worksheet.iter_rows(min_row=2, values_only=True)
    ]
