"""Targets that were changed while the plan ran: by a document, and with what it made of the verdict."""

import re
from collections.abc import Iterator
from dataclasses import replace

from yinfa.checks.results import printed
from yinfa.checks.rule import Finding
from yinfa.derive.evaluation import Judgement, goal_of, judge
from yinfa.derive.rates import COMPARISONS
from yinfa.diagnostics import Origin
from yinfa.model.actuals import REVISIONS
from yinfa.model.indicators import Indicator, Part
from yinfa.model.ledger import Ledger
from yinfa.model.plan import Plan
from yinfa.model.quantity import Target
from yinfa.model.walk import printed_in
from yinfa.sources.text import Text

DOCUMENT = re.compile("〔[0-9]{4}〕|《[^》]+》|号|纪要|批复|通知|决定|意见|公告|方案|函")
CHANGED = re.compile("目标值?(?:已|由[^，。；]{1,20})?(?:调整|调高|调低|调减|调增|下调|上调)为|调整后的?目标|目标调整")


def target_revised(plan: Plan) -> Iterator[Finding]:
    """Find a target changed without a document, and one that the last year's own target undercuts in silence."""
    for revision in plan.revisions:
        if revision.document and not DOCUMENT.search(revision.document):
            message = f"目标调整的依据“{revision.document}”不是文件"
            yield Finding(message, revision.document.origin, "在“依据文件”写明文号或标题，如 某政发〔2012〕30号")
    for indicator in plan.indicators:
        period = plan.period(indicator.period)
        for part in indicator.parts if period and not indicator.is_added else ():
            yield from _in_silence(plan, indicator, part, period.end if period else 0)


def _in_silence(plan: Plan, indicator: Indicator, part: Part, year: int) -> Iterator[Finding]:
    """Yield that the target of the last year asks for less than that of the plan does."""
    own = next((each for each in plan.actuals.of(indicator, part.name) if each.year == year), None)
    goal = goal_of(plan, indicator, part, year)
    if own and own.target and goal and _undercuts(own.target, goal.target):
        said, due = own.target.printed(part.measure), goal.target.printed(part.measure)
        message = (
            f"“{indicator.named(part)}”规划期末 {year} 年的年度目标是 {said}，低于规划目标 {due} 的要求，"
            f"“{REVISIONS}”表里没有这次调整"
        )
        hint = f"目标调整过的，在“{REVISIONS}”表填写调整日期和依据文件；否则改正年度目标"
        yield Finding(message, own.target_at, hint)


def _undercuts(own: Target, due: Target) -> bool:
    """Return whether one who is content with `own` may miss what is `due`."""
    if own.low is None or due.low is None:
        return False
    return not COMPARISONS[due.operator].meets(own.low, due)


def revised_judgement(plan: Plan) -> Iterator[Finding]:
    """Find a verdict that would have been another one under the target before it was changed."""
    unchanged = replace(plan, revisions=Ledger())
    for _, evaluation in printed(plan):
        for now in evaluation.judgements:
            revision = now.goal.revision
            if revision is None:
                continue
            before = judge(unchanged, now.indicator, now.part, evaluation.period, evaluation.year, evaluation.stage)
            if before and before.verdict is not now.verdict:
                yield _another(now, before, evaluation.year, revision.origin)


def _another(now: Judgement, before: Judgement, year: int, origin: Origin) -> Finding:
    measure = now.part.measure
    old, new = (each.goal.target.printed(measure) for each in (before, now))
    message = (
        f"“{now.indicator.named(now.part)}”{year} 年按调整后的目标 {new} 评价为“{now.verdict}”，"
        f"按原目标 {old} 则为“{before.verdict}”"
    )
    return Finding(message, origin, "核对调整的日期和依据，在报告中说明两种结果")


def revisions_missing(plan: Plan) -> Iterator[Finding]:
    """Find, once, that words speak of a changed target while nothing in the data is: a sheet that was lost."""
    spoken = [text for words in plan.words.values() for text in printed_in(words) if CHANGED.search(text)]
    spoken += [note for note in _notes(plan) if CHANGED.search(note)]
    if spoken and not any(True for _ in plan.revisions):
        message = f"这里说到目标调整，indicators.xlsx 没有“{REVISIONS}”表或表是空的，各项都按原目标评价"
        hint = f"补上“{REVISIONS}”表，填写调整后的目标、日期和依据文件"
        yield Finding(message, spoken[0].origin, hint)


def _notes(plan: Plan) -> Iterator[Text]:
    yield from (each.note for each in plan.indicators)
    yield from (each.note for each in plan.actuals)
