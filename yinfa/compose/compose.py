"""The whole of composing: plan -> templates -> markup -> tree -> passes -> finished tree."""

from pathlib import Path
from typing import Any

from jinja2 import Environment
from jinja2.exceptions import TemplateSyntaxError

from yinfa.compose.context import FILTERS, Tables
from yinfa.compose.environment import template_environment
from yinfa.compose.facts import facts_of
from yinfa.compose.number import number
from yinfa.compose.numerals import NoNumeral
from yinfa.compose.outline import outline
from yinfa.compose.parse import BadMarkup, parse
from yinfa.compose.prose import Prose
from yinfa.compose.refer import refer
from yinfa.compose.troubles import EXPECTED, trouble_of
from yinfa.compose.vocabulary import check_template
from yinfa.diagnostics import Origin, Report
from yinfa.document.tree import Document
from yinfa.kinds import KINDS
from yinfa.model.identity import Paper
from yinfa.model.plan import Plan
from yinfa.paths import TEMPLATES
from yinfa.styling import Style

MARK = "样例"


def compose(plan: Plan, paper: Paper, style: Style, report: Report, templates: Path = TEMPLATES) -> Document | None:
    """Return the finished tree of `paper`, or None when a fault (in `report`) stands in the way."""
    environment = _environment(plan, report, templates)
    markup = _render(environment, plan, paper, report)
    if markup is None:
        return None
    try:
        sections = parse(markup, plan.pictures)
    except BadMarkup as error:
        if not report.has_faults:  # what is faulty already may well be why
            place = Origin(error.at or f"templates/{paper.kind}/paper.j2")
            report.fault("template-markup", str(error), place, _line(markup, error.line))
        return None
    document = Document(
        kind=paper.kind,
        title=str(paper.title),
        author=str(plan.identity.issuer),
        date=str(plan.identity.day),
        sections=sections,
        subject=KINDS[paper.kind].label,
        mark=MARK if plan.identity.sample else "",
    )
    try:
        return outline(refer(number(document, style.numbering), style.numbering, report))
    except NoNumeral as error:
        report.fault("ordinal-range", str(error), paper.text.origin, "减少同一级的标题")
        return None


def _environment(plan: Plan, report: Report, templates: Path) -> Environment:
    facts = facts_of(plan)
    names = {**facts, **Tables(plan, report).names()}
    return template_environment(templates, names, {**FILTERS, "prose": Prose(facts, report)})


def _render(environment: Environment, plan: Plan, paper: Paper, report: Report) -> str | None:
    name = f"{paper.kind}/paper.j2"
    try:
        for each in environment.list_templates():
            if each.startswith((f"{paper.kind}/", "_shared/")):
                check_template(environment, each, report)
        context: dict[str, Any] = {"plan": plan, "paper": paper, "words": plan.words[str(paper.text)]}
        return environment.get_template(name).render(context)
    except EXPECTED as error:
        code, message, hint = trouble_of(error, environment.globals)
        report.fault(f"template-{code}", message, _place(error, name), hint)
        return None


def _place(error: Exception, name: str) -> Origin:
    """Return the template's line that `error` came out of: Jinja puts its frame into the traceback."""
    if isinstance(error, TemplateSyntaxError):
        return Origin(f"templates/{error.name or name}", error.lineno, 1)
    trace, place = error.__traceback__, Origin(f"templates/{name}")
    while trace:
        file = Path(trace.tb_frame.f_code.co_filename)
        if file.suffix == ".j2":
            place = Origin(f"templates/{file.parent.name}/{file.name}", trace.tb_lineno, 1)
        trace = trace.tb_next
    return place


def _line(markup: str, line: int) -> str:
    lines = markup.splitlines()
    return f"出错的标记：{lines[line - 1].strip()[:80]}" if 0 < line <= len(lines) else "核对模板"
