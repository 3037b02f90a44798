"""Verdicts that are typed in an evaluation, beside those that the data give."""

import re
from collections.abc import Iterator

from yinfa.checks.rule import Finding, found_at
from yinfa.derive.evaluation import Result, result_of
from yinfa.derive.rates import HUNDRED
from yinfa.model.plan import Plan
from yinfa.model.progress import COMPLETED, NOT_BEGUN, TASK_STATES
from yinfa.model.quantity import Verdict
from yinfa.prose.reading import Reading
from yinfa.prose.sayings import Saying, sayings_in
from yinfa.prose.vocabulary import HOPED

_MET = {Verdict.EARLY, Verdict.DONE, Verdict.ON_PACE}
# What is typed -> the verdicts that it may tell.
MAY_TELL: dict[str, set[Verdict]] = {
    "提前完成": {Verdict.EARLY},
    "超额完成": _MET,
    "基本完成": {Verdict.NEARLY},
    "未完成": {Verdict.NEARLY, Verdict.MISSED},
    "没有完成": {Verdict.NEARLY, Verdict.MISSED},
    "尚未完成": {Verdict.NEARLY, Verdict.MISSED, Verdict.ON_PACE},
    "已经完成": {Verdict.DONE, Verdict.EARLY},
    "已完成": {Verdict.DONE, Verdict.EARLY},
    "已达到目标": {Verdict.DONE, Verdict.EARLY},
    **dict.fromkeys(("达到序时进度", "达到进度", "达到年度目标", "达到当年目标"), _MET),
    **{
        f"{not_}{reached}": {Verdict.NEARLY, Verdict.MISSED}
        for not_ in ("未", "尚未", "没有", "未能")
        for reached in ("达到序时进度", "达到进度", "达到年度目标", "达到当年目标", "达到目标")
    },
    "未能完成": {Verdict.NEARLY, Verdict.MISSED},
    "落后于序时进度": {Verdict.NEARLY, Verdict.MISSED},
}
_SAID = re.compile("|".join(sorted(MAY_TELL, key=len, reverse=True)))
_UNDONE = re.compile("尚未(?:完成|完工|启动|开工|验收|动工)|没有(?:完成|完工|启动|开工)|未能完成|(?<!有)未完成")
_BEGUN = re.compile("已(?:经)?(?:完工|建成|启动|开工|投入使用)")
# States of tasks and projects -> the words beside them that say otherwise.
AGAINST = {TASK_STATES[0]: _UNDONE, COMPLETED: _UNDONE, TASK_STATES[2]: _BEGUN, NOT_BEGUN: _BEGUN}
_OF_THE_YEAR = re.compile("年度|当年|进度|序时|阶段")


def verdict(reading: Reading) -> Iterator[Finding]:
    """Report a verdict that the data contradict: typed beside the name of an indicator, or as the state of a task."""
    yield from _against_words(reading.plan)
    for paper in reading.papers:
        for text in paper.texts if paper.evaluation else ():
            for saying in sayings_in(paper, text, _SAID):
                yield from _contradicted(reading.plan, saying)


def _against_words(plan: Plan) -> Iterator[Finding]:
    """Yield the tasks and projects that are done by their state and not by the words beside it, or the reverse."""
    rows = [(f"任务“{each.task}”", each.year, each.state, each.words) for each in plan.task_progress]
    rows += [(f"项目“{each.project}”", each.year, each.state, each.words) for each in plan.project_progress]
    for called, year, state, words in rows:
        found = AGAINST[state].search(words) if state in AGAINST else None
        if found:
            message = f"{called}{year} 年的状态是“{state}”，进展却写着“{found[0]}”"
            yield Finding(message, words.origin, "核对状态和进展，改正其中一处")


def _contradicted(plan: Plan, saying: Saying) -> Iterator[Finding]:
    asked = saying.paper.evaluation
    if asked is None or HOPED.search(saying.before) or saying.after.startswith("的"):  # 达到年度目标的98%
        return
    for indicator, part in saying.named:
        result = (
            result_of(plan, indicator, asked.period, asked.year, asked.stage)
            if indicator.period == asked.period.id
            else None
        )
        if result and part:
            result = Result(indicator, tuple(each for each in result.judgements if each.part == part))
        if result and result.judgements and not _may_tell(saying, result):
            name = indicator.named(part) if part else str(indicator.name)
            cell = next((each.actual.origin for each in result.judgements if each.actual), indicator.origin)
            message = f"“{name}”写的是“{saying.words[0]}”，按数据评价是“{result.verdict}”（{cell}）"
            hint = f"改为“{result.verdict}”；评价的依据见 python generate.py explain {plan.shown} {indicator.name}"
            yield found_at(saying.text, saying.words.start(), message, hint)


def _may_tell(saying: Saying, result: Result) -> bool:
    """Return whether what is typed can be said of a result; a year's own target is met by less than the plan's."""
    word = saying.words[0]
    allowed = MAY_TELL[word]
    if _OF_THE_YEAR.search(saying.between + saying.after) and allowed & _MET:
        allowed = allowed | _MET
    if word == "超额完成" and result.rate is not None and result.rate <= HUNDRED:
        return False
    return result.verdict in allowed
