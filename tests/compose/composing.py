"""The small plan composed: what the tests of composing share."""

from collections.abc import Sequence
from pathlib import Path

from tests.plans import Change, good_plan, write_plan
from tests.trees import document_of as document_of
from yinfa.compose.compose import Composer
from yinfa.diagnostics import Report
from yinfa.document.tree import Document
from yinfa.model.load import load_plan
from yinfa.model.plan import Plan
from yinfa.paths import TEMPLATES
from yinfa.styling import load_style

STYLE = load_style()


def composed(folder: Path, *changes: Change, templates: Path = TEMPLATES) -> tuple[Document | None, list[str]]:
    """Return the paper of the plan written with `changes`, and all that is said of it."""
    return _composed(folder, changes, templates=templates)


def of_the_year(folder: Path, title: str, *changes: Change) -> tuple[Document | None, list[str]]:
    """Return the paper of the year whose title holds `title`, with `changes`, and all that is said of it."""
    return _composed(folder, changes, title)


def _composed(
    folder: Path, changes: Sequence[Change], title: str = "", templates: Path = TEMPLATES
) -> tuple[Document | None, list[str]]:
    report = Report()
    plan = load_plan(write_plan(folder, *changes, action=bool(title)), "data/xian", report)
    assert plan is not None, list(report)
    paper = next(each for each in plan.papers() if title in each.title)
    document = Composer(plan, STYLE, report, templates).compose(paper)
    return document, [str(each) for each in report]


def paper(folder: Path, *changes: Change) -> Document:
    """Return the paper of the plan written with `changes`, of which nothing is said."""
    document, said = composed(folder, *changes)
    assert said == []
    assert document is not None
    return document


def paper_of_the_year(folder: Path, title: str, *changes: Change) -> Document:
    """Return the paper of the year whose title holds `title`, with `changes`, of which nothing is said."""
    document, said = of_the_year(folder, title, *changes)
    assert said == []
    assert document is not None
    return document


def templates(folder: Path, **files: str) -> Path:
    """Return a copy of the templates in which the files of templates/plan are these."""
    target = folder / "templates"
    (target / "plan").mkdir(parents=True)
    (target / "_shared").mkdir()
    for each in (TEMPLATES / "_shared").iterdir():
        (target / "_shared" / each.name).write_bytes(each.read_bytes())
    for name, text in files.items():
        (target / "plan" / f"{name}.j2").write_text(text, encoding="utf-8")
    return target


def crowded(folder: Path, units: int, name: str) -> Plan:
    """Return the plan with so many further units, named alike, that support every task."""
    names = [f"{name[: len(name) - 2]}{number:02}" for number in range(units)]
    listed = "".join(f"  - {{id: x{number}, name: 某{each}, short: {each}, level: bureau}}\n"
                     for number, each in enumerate(names))  # fmt: skip
    changes = (
        ("units.yaml", "units:\n", f"units:\n{listed}"),
        ("text/action.yaml", "support: [相关部门]", f"support: [{', '.join(names)}]"),
        ("text/action.yaml", "lead: 城关镇、县建投公司", f"lead: 县建投公司\n        support: [{', '.join(names)}]"),
        ("text/action.yaml", "lead: [县质监局]", f"lead: [县质监局]\n            support: [{', '.join(names)}]"),
    )
    return good_plan(folder, *changes, action=True)
