"""From a plan's folder to a `Plan`: reads every file, collects every fault, links what belongs together."""

from pathlib import Path
from typing import TypeVar

from yinfa.diagnostics import Origin, Report
from yinfa.kinds import KINDS
from yinfa.model.actuals import ACTUALS, REVISIONS, Actual, Revision, actuals_of, revisions_of
from yinfa.model.base import Model
from yinfa.model.books import Rows, books_in, read_books
from yinfa.model.build import build
from yinfa.model.identity import Identity, Registry
from yinfa.model.indicators import INDICATORS, Indicator, indicators_of
from yinfa.model.ledger import Ledger
from yinfa.model.link import link
from yinfa.model.opinions import OPINIONS, Opinion, opinions_of
from yinfa.model.pictures import inside, read_pictures
from yinfa.model.plan import Plan
from yinfa.model.progress import (
    PROJECT_PROGRESS,
    TASK_PROGRESS,
    ProjectProgress,
    TaskProgress,
    project_progress_of,
    task_progress_of,
)
from yinfa.model.projects import PROJECTS, Project, projects_of
from yinfa.model.words import PaperWords
from yinfa.sources.yaml_file import read_yaml

ModelType = TypeVar("ModelType", bound=Model)
Facts = tuple[
    tuple[Indicator, ...],
    Ledger[Actual],
    Ledger[Revision],
    tuple[Project, ...],
    tuple[Opinion, ...],
    tuple[TaskProgress, ...],
    tuple[ProjectProgress, ...],
]


def load_plan(folder: Path, shown: str, report: Report) -> Plan | None:
    """Return the plan in `folder`; all faults found go into `report`.

    In spite of faults a plan is returned when all its files could be read, so that the next stages find theirs in the
    same run; whether anything may be issued, the report says.
    """
    identity = _yaml(Identity, folder, "plan.yaml", shown, report)
    registry = _yaml(Registry, folder, "units.yaml", shown, report)
    words = _words(identity, folder, shown, report) if identity else {}
    rows = read_books(folder, shown, words.values(), report)
    facts = _facts(rows, report)
    if identity is None or registry is None:
        return None
    pictures = read_pictures(folder, words.values(), report)
    inputs = ("plan.yaml", "units.yaml", *words, *books_in(folder), *pictures)
    plan = Plan(folder, shown, identity, registry, *facts, words, pictures, inputs)
    if None in rows.values():
        return None  # whatever is named of a workbook that could not be read would be called unknown
    link(plan, report)
    return plan if _is_complete(plan) else None


def _facts(rows: Rows, report: Report) -> Facts:
    """Return what the rows of the workbooks say."""
    indicators = indicators_of(rows[INDICATORS] or (), report)
    of_indicators = rows if rows[INDICATORS] is not None else {}  # else every result would be called unknown
    return (
        indicators,
        Ledger(actuals_of(of_indicators.get(ACTUALS) or (), indicators, report)),
        Ledger(revisions_of(of_indicators.get(REVISIONS) or (), indicators, report)),
        projects_of(rows[PROJECTS] or (), report),
        opinions_of(rows[OPINIONS] or (), report),
        task_progress_of(rows[TASK_PROGRESS] or (), report),
        project_progress_of(rows[PROJECT_PROGRESS] or (), report),
    )


def _is_complete(plan: Plan) -> bool:
    """Return whether every paper and part is of a known kind and its text could be read."""
    return all(leaf.kind in KINDS and (not leaf.text or leaf.text in plan.words) for leaf in plan.leaves())


def _yaml(model: type[ModelType], folder: Path, file: str, shown: str, report: Report) -> ModelType | None:
    place = f"{shown}/{file}"
    if not (folder / file).is_file():
        report.fault("file-missing", f"缺少文件 {file}", Origin(place), "从样例 data/ 中复制一份再改")
        return None
    node = read_yaml(folder / file, place, report)
    return None if node is None else build(model, node, report)


def _words(identity: Identity, folder: Path, shown: str, report: Report) -> dict[str, PaperWords]:
    """Return the words of every paper and part that has a text, each file read once."""
    words = {}
    for text in dict.fromkeys(leaf.text for leaf in identity.leaves() if leaf.text):
        if inside(folder, text) is None:
            report.fault("path", f"本规划的文件夹内没有“{text}”", text.origin, "写成 text/… 这样的相对路径")
        elif found := _yaml(PaperWords, folder, text, shown, report):
            words[str(text)] = found
    return words
