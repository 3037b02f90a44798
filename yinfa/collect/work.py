"""The rows of the forms of tasks and projects."""

from collections.abc import Iterator

from markupsafe import Markup

from yinfa.collect.forms import PROJECT_FORM, TASK_FORM
from yinfa.collect.lines import Line, Value
from yinfa.collect.standing import Standing
from yinfa.compose.heads import day
from yinfa.compose.prose import Prose
from yinfa.compose.results.facts import facts_of
from yinfa.derive.duties import Charge, charges_of
from yinfa.diagnostics import Origin, Report
from yinfa.model.plan import Plan
from yinfa.model.projects import INVESTMENT, Project
from yinfa.model.quantity import Absence
from yinfa.sources.text import Text


def task_lines(plan: Plan, year: int, now: Standing, report: Report) -> Iterator[tuple[Line, tuple[Text, ...], Origin]]:
    """Yield a row for each point of the tasks of a year's texts, with its leads and those who support it."""
    seen: set[str] = set()
    for leaf in plan.leaves():
        if leaf.text and plan.year_of(leaf) == year and str(leaf.text) not in seen:
            seen.add(str(leaf.text))
            prose = Prose(facts_of(plan, leaf), report)
            for charge in charges_of(plan.words_of(leaf), plan.registry, year):
                yield _task(charge, prose, now), charge.point.lead + charge.point.support, charge.point.origin


def _task(charge: Charge, prose: Prose, now: Standing) -> Line:
    number = charge.point.number
    key = (str(charge.task.task), str(number or ""))
    known: dict[str, Value] = {
        "任务": key[0],
        "分点": key[1],
        "任务名称": _plain(prose, charge.task.heading).rstrip("。"),
        "要求": _plain(prose, charge.goal) if charge.goal else "",
        "时限": day(charge.due) if charge.due else "",
        "配合单位": "、".join(unit.short for unit in charge.support),
    }
    whole = now.values(TASK_FORM, (key[0], ""))
    return Line(
        key=key,
        label=charge.point.label,
        values=known | now.values(TASK_FORM, key),
        cells=now.cells(TASK_FORM, key),
        awaited=not (number and whole.get("状态")),
    )


def _plain(prose: Prose, text: Text) -> str:
    """Return what a text prints, without the marks of its figures."""
    return Markup(prose(text)).striptags()  # noqa: S704  it is to be text again


def project_lines(plan: Plan, year: int, now: Standing, _: Report) -> Iterator[tuple[Line, tuple[Text, ...], Origin]]:
    """Yield a row for each project that is to have begun by a year, with its units."""
    for project in sorted(plan.projects, key=lambda each: each.ordinal):
        if project.start <= year:
            yield _project(project, now), project.units, project.origin


def _project(project: Project, now: Standing) -> Line:
    key = (str(project.id),)
    money = project.investment.value
    known: dict[str, Value] = {
        "编号": key[0],
        "项目名称": str(project.name),
        "建设内容": str(project.content),
        "起止年份": f"{project.start}—{project.end}",
        INVESTMENT: str(money) if isinstance(money, Absence) else money,
    }
    return Line(
        key=key,
        label=f"项目“{project.name}”",
        values=known | now.values(PROJECT_FORM, key),
        cells=now.cells(PROJECT_FORM, key),
        measure="万元",
    )
