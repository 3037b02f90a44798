"""Counts that prose types of what the data hold: 17项指标, 26个重大项目, and the tasks of the paper itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from yinfa.model.plan import Plan
from yinfa.prose.numerals import NUMERALS, number_in
from yinfa.prose.paper import Paper
from yinfa.prose.spans import masked
from yinfa.sources.text import Text

_COUNT = rf"(?P<count>[0-9]+|[{NUMERALS}]+)"
_LEAD = "(?:共设?|设置?|设定|确定|提出|列出|所列|全部|安排|实施|部署|列入)(?:的|了|为|有)?"
_INDICATORS = re.compile(
    rf"{_LEAD}(?P<figure>{_COUNT}项)(?:主要|核心|规划|考核|量化|政府量化)?指标(?!未|没有|不再|[达完])"
)
_PROJECTS = re.compile(rf"{_LEAD}(?P<figure>{_COUNT}个)(?:重大|重点)(?:建设)?项目(?!未|没有|不再|[达完])")
_OF_PROJECTS = re.compile(rf"{_LEAD}(?:重大|重点)(?:建设)?项目(?P<figure>{_COUNT}个)")
# Only in digits: 五项重点任务 are often the headings.
_TASKS = re.compile(r"(?:共|安排|部署)(?:了|有)?(?P<figure>(?P<count>[0-9]+)项)(?:重点|主要)?任务")
_OF_TASKS = re.compile(r"(?:安排|部署)(?:了|有)?(?:重点|主要)?任务(?P<figure>(?P<count>[0-9]+)项)")


@dataclass(frozen=True, slots=True)
class Known:
    """How many there are of something, in which measure, what it is, in which table, and the call that prints it."""

    number: int
    measure: str
    of: str
    where: str
    call: str

    @property
    def shown(self) -> str:
        """Return what the call prints."""
        return f"{self.number}{self.measure}"


@dataclass(frozen=True, slots=True)
class Counted:
    """A count that is typed: from where to where in its text, the number, and what is known."""

    text: Text
    start: int
    end: int
    typed: Decimal
    known: Known

    @property
    def literal(self) -> str:
        """Return it as it is typed."""
        return str(self.text)[self.start : self.end]

    @property
    def is_right(self) -> bool:
        """Return whether there are as many."""
        return self.typed == self.known.number


def counts_in(plan: Plan, paper: Paper, text: Text) -> Iterator[Counted]:
    """Yield the counts that are typed in a text of indicators, projects and tasks."""
    plain = masked(text)
    yield from _of_indicators(plan, paper, text, plain)
    if plan.projects:
        where = f"{plan.shown}/projects.xlsx"
        known = Known(len(plan.projects), "个", "项目", where, '{{ count("项目") }}')
        yield from (each for pattern in (_PROJECTS, _OF_PROJECTS) for each in _of(pattern, text, plain, known))
    for pattern in (_TASKS, _OF_TASKS) if paper.tasks else ():
        yield from _of(pattern, text, plain, Known(paper.tasks, "项", "任务", "这份文件", '{{ count("任务") }}'))


def _of(pattern: re.Pattern[str], text: Text, plain: str, known: Known) -> Iterator[Counted]:
    for found in pattern.finditer(plain):
        typed = number_of(found["count"])
        if typed is not None:
            yield Counted(text, *found.span("figure"), typed, known)


def _of_indicators(plan: Plan, paper: Paper, text: Text, plain: str) -> Iterator[Counted]:
    """Yield the counts of indicators, of the period that the text names; the number of another period may be meant."""
    if not _INDICATORS.search(plain):
        return
    periods = plan.identity.periods
    named = [str(each.id) for each in periods if str(each.name).strip("“”") in plain]
    own = named[0] if len(named) == 1 else paper.period
    listed, lengths = len(plan.listed(own)), {len(plan.listed(str(each.id))) for each in periods}
    call = '{{ count("指标"' + (f', period="{own}"' if own != paper.period else "") + ") }}"
    known = Known(listed, "项", "指标", f"指标表（时期“{own}”）", call)
    for each in _of(_INDICATORS, text, plain, known) if listed else ():
        if named or each.is_right or each.typed not in lengths:
            yield each


def number_of(written: str) -> Decimal | None:
    """Return a count in digits or in Chinese numerals, None for what is neither."""
    if written.isascii():
        return Decimal(written)
    try:
        return number_in(written)
    except ValueError:
        return None
