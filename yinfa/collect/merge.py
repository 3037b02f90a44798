"""Returned files merged into the data: read, compared, proved, and only then written, all together or not at all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

from yinfa.checks import check
from yinfa.checks.codes import Phase
from yinfa.checks.settings import applied
from yinfa.collect.asked import questions_of
from yinfa.collect.edits import merged, stood
from yinfa.collect.gathered import Gathered, gathered, of_one_year, read_all
from yinfa.collect.lines import Questions, canonical
from yinfa.collect.missing import Missing, missing_in
from yinfa.confined import Progress, confined
from yinfa.diagnostics import Diagnostic, Origin, Report, Severity
from yinfa.issue.together import Change, save
from yinfa.model.load import load_plan
from yinfa.model.plan import Plan
from yinfa.paths import shown


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge comes to: the changes of files, how many cells they are and whose, what is missing, what is told."""

    year: int
    changes: tuple[Change, ...]
    cells: int
    units: tuple[str, ...]
    missing: tuple[Missing, ...]
    told: tuple[Diagnostic, ...]


def merge(folder: Path, files: Sequence[Path], year: int | None, progress: Progress) -> Merged:
    """Merge returned files into the data of a plan, and return what came of it.

    Raises Faults with all that is wrong, each with its place, and Unwritable where a file was changed meanwhile or
    cannot be written: then nothing is.
    """
    with TemporaryDirectory(prefix="yinfa-") as scratch:
        found = confined(partial(_merged, folder, files, year, Path(scratch)), progress)
    save(folder, found.changes)
    return found


def missing(folder: Path, year: int, progress: Progress) -> tuple[Missing, ...]:
    """Return what the data of a plan still lack of a year. Raises Faults where they have any."""
    return confined(lambda _: missing_in(questions_of(sound_plan(folder), year, Report())), progress)


def sound_plan(folder: Path) -> Plan:
    """Return the plan in a folder. Raises Faults where it has any."""
    report = Report()
    plan = load_plan(folder.resolve(), shown(folder), report)
    report.stop(strict=False)
    assert plan is not None  # noqa: S101  where there is none, a fault says why
    return plan


def _merged(folder: Path, paths: Sequence[Path], wanted: int | None, scratch: Path, progress: Progress) -> Merged:
    books, report = stood(folder), Report()
    plan = sound_plan(folder)
    progress("读取 交回的填报表")
    year, files = of_one_year(read_all(paths, plan, report), wanted, report)
    if not files:
        report.stop(strict=False)
    questions = questions_of(plan, year, report)
    found = gathered(files, questions, report)
    report.stop(strict=False)
    made = merged(plan, year, found.answers, books, report)
    report.stop(strict=False)
    progress("读取 合并后的数据")
    asked = _proved(plan, made, scratch, found, questions, report) if made else questions
    changes = tuple(Change(folder / book, books[book], data) for book, data in made.items())
    return Merged(year, changes, len(found.answers), found.units, missing_in(asked), tuple(report))


def _proved(
    plan: Plan, made: dict[str, bytes], scratch: Path, found: Gathered, before: Sequence[Questions], report: Report
) -> tuple[Questions, ...]:
    """Return what is asked once the answers are merged. Raises Faults where anything but they came out otherwise."""
    for file in plan.inputs:
        (scratch / file).parent.mkdir(parents=True, exist_ok=True)
        copyfile(plan.folder / file, scratch / file)
    for book, data in made.items():
        (scratch / book).write_bytes(data)
    after = _loaded(scratch, plan.shown, report)
    asked = questions_of(after, before[0].year, Report())
    answers = {(each.form.sheet, each.line.key, each.header): canonical(each.value) for each in found.answers}
    expected = _texts(before) | answers
    for (sheet, key, header), text in _texts(asked).items():
        if text != (wanted := expected.get((sheet, key, header), "")):
            message = f"{sheet}“{' '.join(filter(None, key))}”的“{header}”写入后读出来是“{text}”，不是“{wanted}”"
            hint = "数据里这一格的数字格式不合：改为常规格式后再合并"
            report.fault("collect-unproved", message, Origin(plan.shown), hint)
    report.stop(strict=False)
    _tell_new(plan, after, report)
    return asked


def _loaded(folder: Path, shown_as: str, report: Report) -> Plan:
    """Return the plan with the answers in it. Raises Faults where it has any."""
    faults = Report()
    plan = load_plan(folder, shown_as, faults)
    for each in faults:
        if each.severity is Severity.FAULT:
            report.take(each)
    report.stop(strict=False)
    assert plan is not None  # noqa: S101  where there is none, a fault says why
    return plan


def _texts(questions: Sequence[Questions]) -> dict[tuple[str, tuple[str, ...], str], str]:
    """Return what the data hold of every answer."""
    return {
        (sheaf.form.sheet, line.key, field.header): line.text(field.header)
        for each in questions
        for sheaf in each.sheaves
        for line in sheaf.lines
        for field in sheaf.form.of_use("fill")
    }


def _tell_new(before: Plan, after: Plan, report: Report) -> None:
    """Tell what the checks find in the data with the answers that they did not find before."""
    known = {(each.code, each.message) for each in _findings(before)}
    for each in _findings(after):
        if (each.code, each.message) not in known:
            report.take(each)


def _findings(plan: Plan) -> Iterator[Diagnostic]:
    report = Report()
    check(plan, report)
    applied(plan, report, (Phase.DATA,))
    return (each for each in report if each.severity in (Severity.ERROR, Severity.WARNING))
