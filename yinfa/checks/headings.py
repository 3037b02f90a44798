"""Headings and captions: nothing typed that the program numbers, nothing left empty."""

import re
from collections.abc import Iterator

from yinfa.diagnostics import Report
from yinfa.model.plan import Plan
from yinfa.model.walk import each_of
from yinfa.model.words import Boxed, FigureBlock, HeadingBlock, NumberedList, PlanWords, RunInText, TableBlock
from yinfa.sources.text import Text

TYPED = re.compile(
    r"[（(]?[一二三四五六七八九十]+[）)、.．]|[（(]\d+[）)]|\d+(?:\.\d+)*[.．、]|第[一二三四五六七八九十\d]+[章节条部]"
    r"|(?:表|图|附件|附表|专栏)\s*\d+"
)


def typed_ordinal(plan: Plan, report: Report) -> None:
    """Warn of an ordinal typed by hand where the program writes one: it would be printed twice."""
    for words in plan.words.values():
        for text in _numbered(words):
            if found := TYPED.match(text):
                hint = "删去它：序号、表号、专栏号都由程序编排"
                report.warning("typed-ordinal", f"手写的序号“{found[0]}”会与程序的重复", text.origin, hint)


def _numbered(words: PlanWords) -> Iterator[Text]:
    yield from (each.heading for each in each_of(HeadingBlock, words))
    yield from (each.title for each in each_of(Boxed, words))
    yield from (each.caption for each in each_of(TableBlock, words))
    yield from (each.caption for each in each_of(FigureBlock, words))
    for numbered in each_of(NumberedList, words):
        yield from (item.runin if isinstance(item, RunInText) else item for item in numbered.list)


def empty_heading(plan: Plan, report: Report) -> None:
    """Warn of a heading with nothing under it."""
    for words in plan.words.values():
        for each in each_of(HeadingBlock, words):
            if not each.blocks:
                report.warning(
                    "empty-heading", f"标题“{each.heading}”下没有内容", each.heading.origin, "补上 blocks，或删去标题"
                )
