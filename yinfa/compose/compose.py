"""The whole of composing: plan -> templates -> markup -> tree -> passes -> finished tree."""

from pathlib import Path

from yinfa.compose.fit import fit
from yinfa.compose.heads import signed_by
from yinfa.compose.number import number
from yinfa.compose.numerals import NoNumeral
from yinfa.compose.outline import outline
from yinfa.compose.parts import sections_of
from yinfa.compose.refer import refer
from yinfa.compose.render import Renderer
from yinfa.diagnostics import Report
from yinfa.document.tree import Document
from yinfa.kinds import KINDS
from yinfa.model.identity import Paper, Unit
from yinfa.model.plan import Plan
from yinfa.paths import TEMPLATES
from yinfa.sources.text import Text
from yinfa.styling import Style

MARK = "样例"


def compose(
    plan: Plan, paper: Paper, style: Style, report: Report, templates: Path = TEMPLATES, unit: Unit | None = None
) -> Document | None:
    """Return the finished tree of `paper` with its parts, or None when a fault (in `report`) stands in the way.

    `unit` is the unit whose paper it is, for a kind of which each unit has one: its name stands behind the title.
    """
    if unit:
        paper = paper.model_copy(update={"title": title_for(paper, unit)})
    sections = sections_of(plan, paper, Renderer(plan, templates, report), unit, report)
    if sections is None:
        return None
    document = Document(
        kind=paper.kind,
        title=str(paper.title),
        author="、".join(signed_by(plan.words_of(paper))) or str(plan.identity.issuer),
        date=_date(plan, paper),
        sections=sections,
        subject=KINDS[paper.kind].label,
        mark=MARK if plan.identity.sample else "",
    )
    return _passed(fit(document, plan, style, report), paper, style, report)


def title_for(paper: Paper, unit: Unit) -> Text:
    """Return the title of the paper of one unit: 任务单（县质监局）."""
    return Text(f"{paper.title}（{unit.short}）", paper.title.origin)


def _date(plan: Plan, paper: Paper) -> str:
    """Return when a paper is signed, else the date of the plan, as YYYY-MM-DD."""
    signature = plan.words_of(paper).signature
    date = signature.date if signature else plan.identity.date
    return str(date) if date.count("-") == 2 else f"{date}-01"


def _passed(document: Document, paper: Paper, style: Style, report: Report) -> Document | None:
    try:
        return outline(refer(number(document, style.numbering), style.numbering, report))
    except NoNumeral as error:
        place = (paper.text or paper.title).origin
        report.fault("ordinal-range", str(error), place, "减少同一级的标题")
        return None
