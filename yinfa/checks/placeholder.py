"""What was left to be filled in later and never was: in prose, and in the cells of the workbooks."""

import re
from collections.abc import Iterator

from yinfa.checks.rule import Finding, found_at
from yinfa.model.plan import Plan
from yinfa.model.walk import printed_in
from yinfa.prose.spans import uncalled
from yinfa.sources.text import Text

_COUNTED = "[%％个家项件名人次万亿年月日]"
# Signs that stand for a figure or a word wherever they are.
SIGNS = re.compile(
    rf"〔待定〕|\*\*|\*(?={_COUNTED})|[X×Ｘ]{{2,}}|(?<![0-9A-Za-z）)])×(?={_COUNTED})|[_＿]{{2,}}|○{{2,}}|TODO|TBD"
    rf"|[（(]\s*[）)]|“\s*”|《\s*》|？(?={_COUNTED})|年\s+月|月\s+日|〕\s*号"
)
# Words that say that something is still to come; 待定岗 and 有待完善 do not.
WORDS = re.compile(
    "(?<!有)待定(?![点期位向制价额标性量岗编级])|[（(]待[补填核定查确][^）)]{0,5}[）)]|^待(?:补充?|填写?|填报|核实|完善)$"
)


def placeholder(plan: Plan) -> Iterator[Finding]:
    """Find `**`, XX, ×××, ___, 待定, TODO, an empty bracket or a date without its day, left in words or in a cell."""
    for words in plan.words.values():
        for text in printed_in(words):
            yield from _left(text, SIGNS, WORDS)
    for text in (*_printed_names(plan), *_printed_cells(plan)):
        yield from _left(text, SIGNS, WORDS)
    for text in _other_cells(plan):
        yield from _left(text, SIGNS)


def _left(text: Text, *patterns: re.Pattern[str]) -> Iterator[Finding]:
    """Yield the first of what was left open in a text."""
    found = next(filter(None, (pattern.search(uncalled(text)) for pattern in patterns)), None)
    if found:
        yield found_at(text, found.start(), f"留有待填的“{found[0]}”", "填上内容，或删去这句话")


def _printed_names(plan: Plan) -> Iterator[Text]:
    """Yield the words of plan.yaml and units.yaml that papers print."""
    yield from (plan.identity.title, plan.identity.place, plan.identity.issuer)
    yield from (leaf.title for leaf in plan.leaves())
    for unit in plan.registry.units:
        yield from (unit.name, unit.short)


def _printed_cells(plan: Plan) -> Iterator[Text]:
    """Yield the cells of words that papers print; what the public wrote is left as it is."""
    for indicator in plan.indicators:
        yield from (indicator.name, indicator.group)
        yield from (Text(part.target.words, part.origin) for part in indicator.parts if part.target)
    for actual in plan.actuals:
        yield from (actual.evidence, actual.cause, actual.remedy)
    for project in plan.projects:
        yield from (project.name, project.content)
    for task in plan.task_progress:
        yield from (task.words, task.cause, task.remedy)
    yield from (progress.words for progress in plan.project_progress)
    for opinion in plan.opinions:
        yield opinion.reason
    for revision in plan.revisions:
        yield revision.document


def _other_cells(plan: Plan) -> Iterator[Text]:
    """Yield the cells in which an office writes for itself: that something is not settled may well stand there."""
    for each in (*plan.indicators, *plan.actuals, *plan.projects):
        yield from (each.source, each.note)
    yield from (each.note for each in plan.task_progress)
    yield from (each.note for each in plan.project_progress)
    yield from (each.note for each in plan.opinions)
    yield from (each.note for each in plan.revisions)
