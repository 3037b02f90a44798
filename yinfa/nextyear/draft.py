"""The whole of `draft`: what is known of last year, the new texts, rows and papers, proved before they are written."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from yinfa.books.edit import edited
from yinfa.checks.placeholder import placeholder
from yinfa.confined import Progress
from yinfa.diagnostics import Diagnostic, Origin, Report, Severity
from yinfa.issue.together import Change
from yinfa.mend.original import Original
from yinfa.model.indicators import INDICATOR_COLUMNS, INDICATORS
from yinfa.model.load import load_plan
from yinfa.model.plan import Plan
from yinfa.nextyear import figures
from yinfa.nextyear.identity import plan_with, units_with
from yinfa.nextyear.known import Known, known_of
from yinfa.nextyear.rows import NewRow, actual_rows, indicator_rows
from yinfa.nextyear.texts import NewText, Open, names_of, new_texts
from yinfa.nextyear.tree import MARK
from yinfa.paths import shown
from yinfa.sources.figures import text_of
from yinfa.sources.table import read_table
from yinfa.sources.workbook import read_workbook

BOOK = "indicators.xlsx"


@dataclass(frozen=True, slots=True)
class Draft:
    """What drafting comes to: the files to write, the decisions left in them, and what else there is to tell.

    `left` is how many marks are left in the whole plan as it will be.
    """

    folder: Path
    changes: tuple[Change, ...]
    todos: tuple[Open, ...]
    left: int
    told: tuple[Diagnostic, ...]


def drafted(folder: Path, year: int, progress: Progress) -> Draft:
    """Return the draft of a year; nothing is written.

    Raises Faults where the plan has any, or the year cannot be drafted.
    """
    progress(f"读取 {folder.name}")
    report = Report()
    plan = load_plan(folder.resolve(), shown(folder), report)
    report.stop(strict=False)
    assert plan is not None  # noqa: S101  where there is none, a fault says why
    report = Report()
    known = known_of(plan, year, report)
    report.stop(strict=False)
    assert known is not None  # noqa: S101
    return _draft(known, report)


def _draft(known: Known, report: Report) -> Draft:
    rows = tuple(_rows(known))
    texts = new_texts(known, rows, {})
    changes = _changes(known, texts, rows, report)
    if changes:
        _tell_missing(known, report)
    plan = _trial(known, changes, report)
    if settled := figures.settled(plan, {each.file for each in texts}, known.year) if texts else {}:
        texts = new_texts(known, rows, settled)
        changes = _changes(known, texts, rows, report)
        plan = _trial(known, changes, report)
    todos = [each for text in texts for each in text.todos]
    todos += [Open(f"{known.plan.shown}/{each.todo.where}", each.todo) for each in rows if each.todo]
    left = sum(MARK in finding.message for finding in placeholder(plan))
    return Draft(known.plan.folder, tuple(changes), tuple(todos), left, tuple(report))


def _changes(known: Known, texts: tuple[NewText, ...], rows: tuple[NewRow, ...], report: Report) -> list[Change]:
    """Return all files to write. Raises Faults where one cannot be changed."""
    changes = [Change(known.plan.folder / each.file, None, each.data) for each in texts]
    changes += _changed(plan_with(known, report))
    if _names_nobody(known.plan, texts, rows):
        changes += _changed(units_with(known, report))
    if rows:
        changes.append(_book(known, rows))
    report.stop(strict=False)
    return changes


def _rows(known: Known) -> list[NewRow]:
    """Return the rows to add to the workbook of the indicators: the year's, or a new period's."""
    if len(known.period.years) > 1:
        return list(actual_rows(known.aims, known.year))
    return _of_period(known)


def _of_period(known: Known) -> list[NewRow]:
    """Return the indicators of a one-year period anew; those of last year are its model."""
    path = known.plan.folder / BOOK
    workbook = read_workbook(path, f"{known.plan.shown}/{BOOK}", Report()) if path.exists() else None
    rows = read_table(workbook, INDICATORS, INDICATOR_COLUMNS, Report()) if workbook else None
    there = {(text_of(row["时期"]), text_of(row["编号"]), text_of(row["分项"])) for row in rows or ()}
    return list(indicator_rows(rows or (), known.periods, known.offices, there))


def _book(known: Known, rows: tuple[NewRow, ...]) -> Change:
    path = known.plan.folder / BOOK
    stood = path.read_bytes()
    return Change(path, stood, edited(stood, [each.row for each in rows], f"{known.plan.shown}/{BOOK}"))


def _changed(file: Original) -> list[Change]:
    return [Change(file.path, file.stood, file.data)] if file.data != file.stood else []


def _names_nobody(plan: Plan, texts: tuple[NewText, ...], rows: tuple[NewRow, ...]) -> bool:
    """Return whether the mark stands for a unit anywhere, and no unit is called so yet."""
    in_texts = any(_is_unit(line) for each in texts for line in each.data.decode().splitlines())
    in_rows = any(MARK in str(each.row.values.get("责任单位")) for each in rows)
    return (in_texts or in_rows) and plan.registry.find(MARK) is None


def _is_unit(line: str) -> bool:
    return line.lstrip(" -").startswith(("lead:", "support:")) and MARK in line


def _tell_missing(known: Known, report: Report) -> None:
    """Tell what last year's data do not say, for a drafter to know what the draft could not rest on."""
    plan, last = known.plan, known.last
    if known.is_first:
        place = Origin(f"{plan.shown}/plan.yaml")
        message = f"没有任何年度行动计划可循：只按指标表的分类、责任单位和规划目标起草了{known.year}年的任务"
        report.notice("draft-first", message, place, "缺上年的任务、时限、进展：请补上任务内容和时限")
    elif not any(each.year == last for each in plan.task_progress):
        place = Origin(f"{plan.shown}/progress.xlsx")
        message = f"没有填报{last}年任务的进展，任务全部按没有完成结转"
        report.notice("draft-progress", message, place, "在“任务进展”表填报后，取回起草前的文件，重新起草")
    if not any(each.year == last for each in plan.actuals):
        place = Origin(f"{plan.shown}/{BOOK}")
        message = f"没有{last}年的完成值，没有评价可作依据"
        report.notice("draft-results", message, place, "在“完成值”表填写后，取回起草前的文件，重新起草")


def _trial(known: Known, changes: list[Change], report: Report) -> Plan:
    """Return the plan as it is with its files changed. Raises Faults where it has faults then."""
    plan = known.plan
    with TemporaryDirectory() as name:
        trial = Path(name) / plan.folder.name
        for each in {*plan.inputs, *_begun(known)}:
            _put(trial / each, (plan.folder / each).read_bytes())
        for change in changes:
            _put(trial / change.path.relative_to(plan.folder), change.data)
        found = Report()
        new = load_plan(trial, plan.shown, found)
    if found.has_faults:
        place = Origin(f"{plan.shown}/plan.yaml")
        hint = "多半是新一年的时期缺指标或单位：照下列各条先补上，再起草"
        report.fault("draft-trial", "起草的文件没有写入：照它们生成会有下列错误", place, hint)
        for told in (each for each in found if each.severity is Severity.FAULT):
            report.take(told)
        report.stop(strict=False)
    assert new is not None  # noqa: S101  where there is none, a fault says why
    return new


def _begun(known: Known) -> Iterator[str]:
    """Yield the texts of the new year that a person has begun, though no paper prints them yet."""
    folder = known.plan.folder.resolve()
    for *_, file in names_of(known):
        path = (folder / file).resolve()
        if path.is_file() and path.is_relative_to(folder):
            yield file


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
