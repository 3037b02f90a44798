"""The whole of composing: plan -> templates -> markup -> tree -> passes -> finished tree."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from yinfa.compose.fit import fit
from yinfa.compose.heads import Organs, signed_by
from yinfa.compose.number import number
from yinfa.compose.numerals import NoNumeral
from yinfa.compose.outline import outline
from yinfa.compose.parts import sections_of
from yinfa.compose.refer import refer
from yinfa.compose.render import Copy, Renderer
from yinfa.diagnostics import Report
from yinfa.document.tree import Document
from yinfa.kinds import KINDS
from yinfa.model.identity import Paper, Unit
from yinfa.model.plan import Plan
from yinfa.paths import TEMPLATES
from yinfa.styling import Style

MARK = "样例"


class Composer:
    """Composes the papers of one plan; every fault goes into the report.

    `names` are what templates may call beside the plan's own.
    """

    def __init__(
        self,
        plan: Plan,
        style: Style,
        report: Report,
        templates: Path = TEMPLATES,
        names: Mapping[str, Any] = MappingProxyType({}),
    ) -> None:
        self._plan = plan
        self._style = style
        self._report = report
        self._renderer = Renderer(plan, templates, style, report, names)

    def compose(self, paper: Paper, unit: Unit | None = None, *, paged: bool = True) -> Document | None:
        """Return the finished tree of `paper` with its parts, or None when a fault stands in the way.

        `unit` is the unit whose paper it is, for a kind of which each unit has one: its name stands behind the title.
        A tree that is not `paged` is for a format without pages: no table of it is cut for their width.
        """
        plan, style, report, copy = self._plan, self._style, self._report, Copy(unit, paged)
        sections = sections_of(plan, paper, self._renderer, copy, report)
        if sections is None:
            return None
        document = Document(
            kind=paper.kind,
            title=str(copy.title_of(paper)),
            author="、".join(map(Organs(plan.registry), signed_by(plan.words_of(paper)))) or str(plan.identity.issuer),
            date=_date(plan, paper),
            sections=sections,
            subject=KINDS[paper.kind].label,
            mark=MARK if plan.identity.sample else "",
        )
        return _passed(fit(document, plan, style, report), paper, style, report)


def _date(plan: Plan, paper: Paper) -> str:
    """Return when a paper is signed, else the date of the plan, as YYYY-MM-DD."""
    signature = plan.words_of(paper).signature
    return str(signature.date if signature else plan.identity.day)


def _passed(document: Document, paper: Paper, style: Style, report: Report) -> Document | None:
    try:
        return outline(refer(number(document, style.numbering), style.numbering, report))
    except NoNumeral as error:
        place = (paper.text or paper.title).origin
        report.fault("ordinal-range", str(error), place, "减少同一级的标题")
        return None
