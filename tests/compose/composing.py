"""The small plan composed: what the tests of composing share."""

from collections.abc import Sequence
from pathlib import Path

from tests.plans import Change, write_plan
from yinfa.compose.compose import compose
from yinfa.diagnostics import Report
from yinfa.document.tree import Document, Section
from yinfa.model.load import load_plan
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
    document = compose(plan, paper, STYLE, report, templates)
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


def document_of(*sections: Section) -> Document:
    """Return a paper of these sections."""
    return Document("plan", "某县规划", "某县", "2011-11-01", sections)


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
