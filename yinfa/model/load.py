"""From a plan's folder to a `Plan`: reads every file, collects every fault, links what belongs together."""

from pathlib import Path
from typing import TypeVar

from yinfa.diagnostics import Origin, Report, Severity
from yinfa.model.actuals import ACTUAL_COLUMNS, ACTUALS, Actual, actuals_of
from yinfa.model.base import Model, build
from yinfa.model.identity import Identity, Registry
from yinfa.model.indicators import INDICATOR_COLUMNS, INDICATORS, Indicator, indicators_of
from yinfa.model.link import link
from yinfa.model.pictures import inside, read_pictures
from yinfa.model.plan import Plan
from yinfa.model.projects import PROJECT_COLUMNS, PROJECTS, Project, projects_of
from yinfa.model.words import PlanWords
from yinfa.sources.table import Column, Row, read_table, tell_unread
from yinfa.sources.workbook import read_workbook
from yinfa.sources.yaml_file import read_yaml

INDICATOR_BOOK = "indicators.xlsx"
PROJECT_BOOK = "projects.xlsx"

ModelType = TypeVar("ModelType", bound=Model)
Tables = tuple[tuple[str, tuple[Column, ...]], ...]


def load_plan(folder: Path, shown: str, report: Report) -> Plan | None:
    """Return the plan in `folder`; all faults found go into `report`.

    In spite of faults a plan is returned when all its files could be read, so that the next stages find theirs in the
    same run; whether anything may be issued, the report says.
    """
    before = _faults(report)
    identity = _yaml(Identity, folder, "plan.yaml", shown, report)
    registry = _yaml(Registry, folder, "units.yaml", shown, report)
    words = _words(identity, folder, shown, report) if identity else {}
    books = _books(folder)
    indicators, actuals = _indicators(folder, shown, report)
    projects = _projects(folder, shown, report)
    if identity is None or registry is None:
        return None
    pictures = read_pictures(folder, words.values(), report)
    inputs = ("plan.yaml", "units.yaml", *words, *books, *pictures)
    plan = Plan(folder, shown, identity, registry, indicators, actuals, projects, words, pictures, inputs)
    link(plan, report)
    complete = all(paper.text in words for paper in plan.papers()) and all(
        rows for book, rows in ((INDICATOR_BOOK, indicators), (PROJECT_BOOK, projects)) if book in books
    )
    return plan if complete or _faults(report) == before else None


def _faults(report: Report) -> int:
    return sum(1 for each in report if each.severity is Severity.FAULT)


def _yaml(model: type[ModelType], folder: Path, file: str, shown: str, report: Report) -> ModelType | None:
    place = f"{shown}/{file}"
    if not (folder / file).is_file():
        report.fault("file-missing", f"缺少文件 {file}", Origin(place), "从样例 data/ 中复制一份再改")
        return None
    node = read_yaml(folder / file, place, report)
    return None if node is None else build(model, node, report)


def _words(identity: Identity, folder: Path, shown: str, report: Report) -> dict[str, PlanWords]:
    words = {}
    for paper in identity.documents:
        if inside(folder, paper.text) is None:
            report.fault("path", f"本规划的文件夹内没有“{paper.text}”", paper.text.origin, "写成 text/… 这样的相对路径")
        elif found := _yaml(PlanWords, folder, paper.text, shown, report):
            words[str(paper.text)] = found
    return words


def _books(folder: Path) -> tuple[str, ...]:
    return tuple(book for book in (INDICATOR_BOOK, PROJECT_BOOK) if (folder / book).is_file())


def _table(folder: Path, shown: str, book: str, tables: Tables, report: Report) -> list[list[Row]]:
    workbook = read_workbook(folder / book, f"{shown}/{book}", report) if (folder / book).exists() else None
    if workbook is None:
        return [[] for _ in tables]
    tell_unread(workbook, [sheet for sheet, _ in tables], report)
    return [read_table(workbook, sheet, columns, report) for sheet, columns in tables]


def _indicators(folder: Path, shown: str, report: Report) -> tuple[tuple[Indicator, ...], tuple[Actual, ...]]:
    tables = ((INDICATORS, INDICATOR_COLUMNS), (ACTUALS, ACTUAL_COLUMNS))
    rows, achieved = _table(folder, shown, INDICATOR_BOOK, tables, report)
    indicators = indicators_of(rows, report)
    return indicators, actuals_of(achieved, indicators, report)


def _projects(folder: Path, shown: str, report: Report) -> tuple[Project, ...]:
    (rows,) = _table(folder, shown, PROJECT_BOOK, ((PROJECTS, PROJECT_COLUMNS),), report)
    return projects_of(rows, report)
