"""Verdicts that are typed in an evaluation, beside those that the data give."""

import re
from collections.abc import Iterator

from yinfa.checks.rule import Finding
from yinfa.derive.evaluation import Result, result_of
from yinfa.derive.rates import HUNDRED
from yinfa.model.plan import Plan
from yinfa.model.quantity import Verdict
from yinfa.prose.reading import reading_of
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
    "未达到目标": {Verdict.NEARLY, Verdict.MISSED},
    "已经完成": {Verdict.DONE, Verdict.EARLY},
    "已完成": {Verdict.DONE, Verdict.EARLY},
    "已达到目标": {Verdict.DONE, Verdict.EARLY},
}
_SAID = re.compile("|".join(sorted(MAY_TELL, key=len, reverse=True)))
_OF_THE_YEAR = re.compile("年度|当年|进度|序时|阶段")


def verdict(plan: Plan) -> Iterator[Finding]:
    """Report a verdict typed beside the name of an indicator that the data contradict."""
    for paper in reading_of(plan).papers:
        for text in paper.texts if paper.evaluation else ():
            for saying in sayings_in(paper, text, _SAID):
                yield from _contradicted(plan, saying)


def _contradicted(plan: Plan, saying: Saying) -> Iterator[Finding]:
    asked = saying.paper.evaluation
    if asked is None or HOPED.search(saying.before):
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
            yield Finding(message, saying.text.origin, hint)


def _may_tell(saying: Saying, result: Result) -> bool:
    """Return whether what is typed can be said of a result; a year's own target is met by less than the plan's."""
    word = saying.words[0]
    allowed = MAY_TELL[word]
    if _OF_THE_YEAR.search(saying.between + saying.after) and allowed & _MET:
        allowed = allowed | _MET
    if word == "超额完成" and result.rate is not None and result.rate <= HUNDRED:
        return False
    return result.verdict in allowed
