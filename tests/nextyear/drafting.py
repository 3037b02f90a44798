"""Drafts of the small plans of tests/plans.py."""

import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.plans import Change, write_plan
from yinfa.checks.placeholder import placeholder
from yinfa.diagnostics import Faults, Report
from yinfa.issue.together import save
from yinfa.model.load import load_plan
from yinfa.model.plan import Plan
from yinfa.nextyear.draft import Draft, drafted
from yinfa.pipeline import silent

YEAR = 2014


def judged(tmp_path: Path, *changes: Change) -> Path:
    """Return the folder of the plan with results, verdicts and progress, in the middle of a five-year period."""
    return write_plan(tmp_path, *changes, evaluation=True)


def yearly(tmp_path: Path, *changes: Change) -> Path:
    """Return the folder of the plan with a notice, an action plan and a period of the year 2013."""
    return write_plan(tmp_path, *changes, action=True)


def draft(folder: Path, year: int = YEAR) -> Draft:
    """Draft a year, and write it."""
    made = drafted(folder, year, silent)
    save(made.folder, made.changes)
    return made


def told(folder: Path, year: int) -> list[str]:
    """Return the codes of why a year cannot be drafted, each with its place in the folder; nothing is written."""
    before = files(folder)
    with pytest.raises(Faults) as caught:
        draft(folder, year)
    assert files(folder) == before
    assert all(each.hint for each in caught.value.diagnostics if each.code.startswith("draft-"))
    return [f"{each.code} {str(each.origin).rpartition('/')[2]}" for each in caught.value.diagnostics]


def files(folder: Path) -> dict[str, bytes]:
    """Return the bytes of all files of a plan."""
    found = (each for each in sorted(folder.rglob("*")) if each.is_file())
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in found}


def loaded(folder: Path) -> Plan:
    """Return a plan that has no faults."""
    report = Report()
    plan = load_plan(folder, folder.name, report)
    assert plan is not None
    assert not report.has_faults, list(map(str, report))
    return plan


def left_open(folder: Path) -> list[str]:
    """Return the places that wait for a decision, as the check finds them."""
    return [str(each.origin) for each in placeholder(loaded(folder))]


def rows(folder: Path, sheet: str, book: str = "indicators.xlsx") -> list[tuple[object, ...]]:
    """Return the rows of a sheet below its headers."""
    found = load_workbook(folder / book)[sheet].iter_rows(min_row=2, values_only=True)
    return [each for each in found if any(value is not None for value in each)]


def copy(folder: Path, to: Path) -> Path:
    """Return a copy of a plan."""
    return Path(shutil.copytree(folder, to / folder.name))
