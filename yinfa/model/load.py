"""From a plan's folder to a `Plan`: reads every file, collects every fault, links what belongs together."""

from pathlib import Path
from typing import TypeVar

from yinfa.diagnostics import Origin, Report
from yinfa.model.actuals import ACTUALS, actuals_of
from yinfa.model.base import Model
from yinfa.model.books import books_in, read_books
from yinfa.model.build import build
from yinfa.model.identity import Identity, Registry
from yinfa.model.indicators import INDICATORS, indicators_of
from yinfa.model.link import link
from yinfa.model.pictures import inside, read_pictures
from yinfa.model.plan import Plan
from yinfa.model.projects import PROJECTS, projects_of
from yinfa.model.words import PlanWords
from yinfa.sources.yaml_file import read_yaml

ModelType = TypeVar("ModelType", bound=Model)


def load_plan(folder: Path, shown: str, report: Report) -> Plan | None:
    """Return the plan in `folder`; all faults found go into `report`.

    In spite of faults a plan is returned when all its files could be read, so that the next stages find theirs in the
    same run; whether anything may be issued, the report says.
    """
    identity = _yaml(Identity, folder, "plan.yaml", shown, report)
    registry = _yaml(Registry, folder, "units.yaml", shown, report)
    words = _words(identity, folder, shown, report) if identity else {}
    rows = read_books(folder, shown, words.values(), report)
    indicators = indicators_of(rows[INDICATORS] or (), report)
    achieved = rows[ACTUALS] if rows[INDICATORS] is not None else None  # else every result would be called unknown
    actuals = actuals_of(achieved or (), indicators, report)
    projects = projects_of(rows[PROJECTS] or (), report)
    if identity is None or registry is None:
        return None
    pictures = read_pictures(folder, words.values(), report)
    inputs = ("plan.yaml", "units.yaml", *words, *books_in(folder), *pictures)
    plan = Plan(folder, shown, identity, registry, indicators, actuals, projects, words, pictures, inputs)
    link(plan, report)
    complete = all(paper.text in words for paper in plan.papers()) and None not in rows.values()
    return plan if complete else None


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
