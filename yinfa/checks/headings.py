"""Headings and captions: nothing typed that the program numbers, nothing left empty or run together."""

import re
from collections.abc import Iterator

from yinfa.checks.rule import Finding
from yinfa.model.forms import Form
from yinfa.model.plan import Plan
from yinfa.model.tasks import ArticleBlock, TaskBlock, TaskPart
from yinfa.model.walk import each_of
from yinfa.model.words import (
    AnnexBlock,
    Boxed,
    ChartBlock,
    FigureBlock,
    HeadingBlock,
    NumberedList,
    PaperWords,
    RunInText,
    TableBlock,
)
from yinfa.sources.text import Text

TYPED = re.compile(
    r"[（(]?[一二三四五六七八九十]+[）)、.．]|[（(]\d+[）)]|\d{1,2}(?:\.\d+)*[.．、](?!\d)|第[一二三四五六七八九十\d]+[章节条部]"
    r"|(?:表|图|附件|附表|专栏)\s*\d+"
)
POINT = re.compile(r"第?[一二三四五六七八九十]+是(?=\S)")  # 一是, before the points of a task
STOPS = tuple("。！？：；")  # what may end a heading with which a paragraph opens, and a point
_CLOSING = "”’）》"  # behind a stop


def typed_ordinal(plan: Plan) -> Iterator[Finding]:
    """Find an ordinal typed by hand where the program writes one: it would be printed twice."""
    for words in plan.words.values():
        points = [(pattern, part.text) for part in each_of(TaskPart, words) for pattern in (POINT, TYPED)]
        for pattern, text in (*((TYPED, text) for text in _numbered(words)), *points):
            if found := pattern.match(text):
                hint = "删去它：序号、表号、专栏号都由程序编排"
                yield Finding(f"手写的序号“{found[0]}”会与程序的重复", text.origin, hint)


def _numbered(words: PaperWords) -> Iterator[Text]:
    yield from (each.heading for each in each_of(HeadingBlock, words))
    yield from (each.heading for each in each_of(TaskBlock, words))
    yield from (each.article for each in each_of(ArticleBlock, words))
    yield from (each.title for each in each_of(Boxed, words))
    yield from (each.caption for each in each_of(TableBlock, words) if each.caption)
    yield from (each.caption for each in each_of(FigureBlock, words))
    yield from (each.caption for each in each_of(ChartBlock, words))
    yield from (each.caption for each in each_of(Form, words) if each.caption)
    for numbered in each_of(NumberedList, words):
        yield from (item.runin if isinstance(item, RunInText) else item for item in numbered.list)


def empty_heading(plan: Plan) -> Iterator[Finding]:
    """Find a heading with nothing under it; an annex is another matter (annex-empty)."""
    for words in plan.words.values():
        for each in each_of(HeadingBlock, words):
            if not each.blocks and not isinstance(each, AnnexBlock):
                hint = "补上 blocks，或删去标题"
                yield Finding(f"标题“{each.heading}”下没有内容", each.heading.origin, hint)


def run_in_stop(plan: Plan) -> Iterator[Finding]:
    """Find a run-in heading of a task or an article that goes over into its text without a stop."""
    for words in plan.words.values():
        opening = [each.heading for each in each_of(TaskBlock, words) if each.text or each.parts]
        opening += [each.article for each in each_of(ArticleBlock, words)]
        for heading in opening:
            if not heading.endswith(STOPS):
                message = f"段首标题“{heading}”末尾没有标点，会与正文连成一句"
                yield Finding(message, heading.origin, "末尾加上句号“。”")


def point_stop(plan: Plan) -> Iterator[Finding]:
    """Find a point of a task that goes over into the next one without a stop."""
    for words in plan.words.values():
        for task in each_of(TaskBlock, words):
            for number, part in enumerate(task.parts, 1):
                if not part.text.rstrip(_CLOSING).endswith(STOPS):
                    message = f"第 {number} 点“{short(part.text)}”末尾没有标点"
                    yield Finding(message, part.text.origin, "末尾加上“；”或“。”")


def short(text: str) -> str:
    """Return a text, of a long one its end."""
    return text if len(text) <= 20 else f"…{text[-20:]}"
