"""From a paper, or a part of one, to its sections: its template rendered over the plan, its markup parsed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jinja2 import Environment
from jinja2.exceptions import TemplateSyntaxError

from yinfa.compose.context import FILTERS, Tables
from yinfa.compose.duties import Duties
from yinfa.compose.environment import template_environment
from yinfa.compose.heads import Organs, form_of, signed_by
from yinfa.compose.parse import BadMarkup, parse
from yinfa.compose.prose import Prose
from yinfa.compose.results.charts import ResultCharts
from yinfa.compose.results.facts import facts_of
from yinfa.compose.results.progress_tables import ProgressTables
from yinfa.compose.results.summaries import Summaries
from yinfa.compose.results.tables import ResultTables
from yinfa.compose.splits import Splits
from yinfa.compose.troubles import EXPECTED, trouble_of
from yinfa.compose.vocabulary import check_template
from yinfa.diagnostics import Origin, Report
from yinfa.document.tree import Section
from yinfa.model.identity import Leaf, Unit
from yinfa.model.plan import Plan
from yinfa.sources.text import Text
from yinfa.styling import Style

Sections = tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of a paper: that of a `unit`, or everybody's; one that is not `paged` has no pages to cut tables for."""

    unit: Unit | None = None
    paged: bool = True

    def title_of(self, leaf: Leaf) -> Text:
        """Return the title of a paper, with the name of the unit behind it: 任务单（县质监局）."""
        return Text(f"{leaf.title}（{self.unit.short}）", leaf.title.origin) if self.unit else leaf.title


COMMON = Copy()


class Renderer:
    """Renders papers of one plan; every fault goes into the report.

    The environment of a paper's templates is made once: it serves the sheets of all units. `names` are what its
    templates may call beside the plan's own, for a paper that is made from more than the plan.
    """

    def __init__(
        self, plan: Plan, templates: Path, style: Style, report: Report, names: Mapping[str, Any] = MappingProxyType({})
    ) -> None:
        self._names = names
        self._plan = plan
        self._style = style
        self._templates = templates
        self._report = report
        self._environments: dict[int, Environment] = {}  # by the leaf's id: equal parts of two papers are two
        self._checked: set[str] = set()

    def sections(self, leaf: Leaf, attached: Sequence[Text], annexed: int = 0, copy: Copy = COMMON) -> Sections | None:
        """Return the sections of a paper or a part, or None when a fault stands in the way.

        `attached` are the names of its annexes; `annexed` is its own number as an annex of another paper, 0 for none.
        """
        context: dict[str, Any] = {
            "plan": self._plan,
            "paper": leaf.model_copy(update={"title": copy.title_of(leaf)}),
            "words": self._plan.words_of(leaf),
            "attached": tuple(attached),
            "annexed": annexed,
            "paged": copy.paged,
            **({"unit": copy.unit} if copy.unit else {}),
        }
        markup = self._render(leaf, context)
        return None if markup is None else self._parse(leaf, markup)

    def _render(self, leaf: Leaf, context: dict[str, Any]) -> str | None:
        name, environment = f"{leaf.kind}/paper.j2", self._environment(leaf)
        try:
            self._check(leaf.kind, environment)
            return environment.get_template(name).render(context)
        except EXPECTED as error:
            if not self._report.has_faults:  # what is faulty already may well be why
                code, message, hint = trouble_of(error, environment.globals)
                self._report.fault(f"template-{code}", message, _place(error, name), hint)
            return None

    def _check(self, kind: str, environment: Environment) -> None:
        """Check the templates of a kind, once."""
        if kind in self._checked:
            return
        self._checked.add(kind)
        for each in environment.list_templates():
            if each.startswith((f"{kind}/", "_shared/")):
                check_template(environment, each, self._report)

    def _environment(self, leaf: Leaf) -> Environment:
        """Return the environment of a paper's templates."""
        if id(leaf) not in self._environments:
            self._environments[id(leaf)] = self._made(leaf)
        return self._environments[id(leaf)]

    def _made(self, leaf: Leaf) -> Environment:
        facts, words = facts_of(self._plan, leaf), self._plan.words_of(leaf)
        names = {
            **facts,
            **Tables(self._plan, leaf, self._report).names(),
            **Splits(self._plan, leaf).names(),
            **ResultTables(self._plan, leaf, self._report).names(),
            **ProgressTables(self._plan, leaf).names(),
            **Summaries(self._plan, leaf, self._report).names(),
            **ResultCharts(self._plan, leaf, self._style.chart, self._report).names(),
            "duties": Duties(words, self._plan.registry, self._plan.year_of(leaf)),
            "form_of": form_of,
            "signed_by": signed_by,
            **self._names,
        }
        prose = Prose(facts, self._report)
        filters = {**FILTERS, "prose": prose, "passage": prose.passage, "organ": Organs(self._plan.registry)}
        return template_environment(self._templates, names, filters)

    def _parse(self, leaf: Leaf, markup: str) -> Sections | None:
        try:
            return parse(markup, self._plan.pictures)
        except BadMarkup as error:
            if not self._report.has_faults:  # what is faulty already may well be why
                place = Origin.parse(error.at or f"templates/{leaf.kind}/paper.j2")
                self._report.fault("template-markup", str(error), place, _line(markup, error.line))
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
