"""Counts that announce a list: 四大工程, 八项行动, 17项指标, 以下三个方面."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from yinfa.checks.rule import Finding, found_at
from yinfa.model.plan import Plan
from yinfa.model.tasks import ArticleBlock, TaskBlock
from yinfa.model.walk import each_of
from yinfa.model.words import Boxed, DashList, HeadingBlock, NumberedList, PaperWords, RunInText
from yinfa.prose.counts import counts_in, number_of
from yinfa.prose.numerals import NUMERALS
from yinfa.prose.paper import Paper
from yinfa.prose.reading import Reading
from yinfa.prose.spans import masked
from yinfa.sources.text import Text

_COUNT = rf"(?P<count>[0-9]+|[{NUMERALS}]+)"
_WHAT = "大|项|个|条|点|类|方面|种"
# Behind what is counted a colon, at the end of the text: what follows is the list.
_ANNOUNCED = re.compile(
    rf"(?:以下|下列|如下|这|抓好|做好|实施|开展|推进|[，。、；：]|^){_COUNT}(?:{_WHAT})[^，。；：、0-9]{{0,10}}：$"
)
# A heading that counts those under it.
_HEADED = re.compile(
    rf"(?<![第0-9{NUMERALS}])(?:{_COUNT}(?:大|项)(?:重点|主要|专项)?(?:工程|行动|工作|任务|举措|措施|计划)(?:”|$)|"
    rf"(?P<other>[{NUMERALS}]+)个方面$)"
)
_INLINE = re.compile(
    rf"{_COUNT}(?:大|项)(?P<what>工程|行动|计划|体系|平台)”?"
    rf"(?:：|，(?:即|包括|分别是|分别为)|（)(?P<list>[^。；：（）]*)"
)
# 甲甲甲甲、乙乙乙乙、丙丙丙丙三大工程: names of one length, so that where the list begins is certain.
_BEHIND = re.compile(
    rf"(?P<list>[^，。；：、（）{NUMERALS}“”0-9\x01\x02]{{2,20}}(?:、[^，。；：、（）{NUMERALS}“”0-9\x01\x02]{{2,8}}){{2,}})“?"
    rf"{_COUNT}大(?:工程|行动|计划|体系|平台|领域)"
)
_POINTS = re.compile(rf"{_COUNT}(?:个方面|方面|项|点|条|类)[^，。；：]{{0,10}}[：。，]?(?=一是)")
_POINT = re.compile("([一二三四五六七八九十]+)是")


def list_count(reading: Reading) -> Iterator[Finding]:
    """Report a count that announces a list of another length: before it, in the heading over it, or in one sentence."""
    for paper in reading.papers:
        for text in paper.texts:
            plain = masked(text)
            yield from _counted(reading.plan, paper, text)
            yield from _inline(text, plain)
        yield from _before_lists(paper.words)
        yield from _headings(paper.words)


def _counted(plan: Plan, paper: Paper, text: Text) -> Iterator[Finding]:
    """Yield the findings of 17项指标, 26个重大项目 where the tables list another number."""
    for each in counts_in(plan, paper, text):
        known = each.known
        if not each.is_right:
            message = f"写的是“{each.literal}{known.of}”，{known.where}列有 {known.number} {known.measure}"
            yield found_at(text, each.start, message, f"核对原文和所列的{known.of}，或写作 {known.call}{known.of}")


def _inline(text: Text, plain: str) -> Iterator[Finding]:
    """Yield the findings of lists within a sentence: 三大工程：甲工程、乙工程; 两个方面：一是…二是…三是…."""
    for found in _INLINE.finditer(plain):
        items = re.split("、|和|以及", found["list"])
        if len(items) > 1 and all(each.strip("“” ").endswith(found["what"]) for each in items):
            yield from _other(text, found, found["count"], len(items), "其后列出")
    for found in _BEHIND.finditer(plain):
        items = found["list"].split("、")
        if len({len(each) for each in items[1:]}) == 1 and len(items[0]) >= len(items[1]):
            yield from _other(text, found, found["count"], len(items), "其前列出")
    for found in _POINTS.finditer(plain):
        ordinals = [number_of(each[1]) for each in _POINT.finditer(plain, found.end())]
        in_order = [Decimal(each) for each in range(1, len(ordinals) + 1)]
        if len(ordinals) > 1 and ordinals == in_order:
            yield from _other(text, found, found["count"], len(ordinals), "其后写到")


def _before_lists(words: PaperWords) -> Iterator[Finding]:
    """Yield the findings of paragraphs that end with a count and a colon, right before a list or headings."""
    for blocks in _sequences(words):
        for place, block in enumerate(blocks):
            text = block.text if isinstance(block, RunInText) else block
            found = _ANNOUNCED.search(masked(text)) if isinstance(text, Text) else None
            if isinstance(text, Text) and found:
                length = _length(blocks[place + 1 :])
                if length:
                    yield from _other(text, found, found["count"], length, "其后列出")
    for task in each_of(TaskBlock, words):
        found = _ANNOUNCED.search(masked(task.text)) if task.text and task.parts else None
        if task.text and found:
            yield from _other(task.text, found, found["count"], len(task.parts), "其后列出")


def _sequences(words: PaperWords) -> Iterator[Sequence[object]]:
    yield words.blocks
    yield from (each.blocks for each in each_of(HeadingBlock, words))
    yield from (each.blocks for each in each_of(Boxed, words))


def _length(blocks: Sequence[object]) -> int:
    """Return how many items the list has that comes first, or how many headings follow; 0 where neither does."""
    first = blocks[0] if blocks else None
    if isinstance(first, DashList):
        return len(first.dash)
    if isinstance(first, NumberedList):
        return len(first.list)
    return sum(_is_headed(each) for each in blocks) if _is_headed(first) and all(map(_is_headed, blocks)) else 0


def _is_headed(block: object) -> bool:
    return isinstance(block, (HeadingBlock, TaskBlock, ArticleBlock))


def _headings(words: PaperWords) -> Iterator[Finding]:
    """Yield the findings of headings that count those under them: 抓好五项重点工作."""
    for heading in each_of(HeadingBlock, words):
        found = _HEADED.search(heading.heading)
        under = [each for each in heading.blocks if _is_headed(each)]
        if found and len(under) > 1 and (len(under) == len(heading.blocks) or isinstance(heading.blocks[0], Text)):
            yield from _other(heading.heading, found, found["count"] or found["other"], len(under), "其下")


def _other(text: Text, found: re.Match[str], written: str, length: int, where: str) -> Iterator[Finding]:
    """Yield the finding if the count that is written is not the length."""
    count = number_of(written)
    if count is not None and count != length:
        at = found.start("count") if found["count"] else found.start("other")
        message = f"写的是“{_announcing(found)}”，{where} {length} 个"
        yield found_at(text, at, message, "补齐或删去所列的，或改数")


def _announcing(found: re.Match[str]) -> str:
    """Return the words that announce a list, from the count on, without the list."""
    at = found.start("count") if found["count"] else found.start("other")
    return re.sub("”?[：。，（].*", "", found[0][at - found.start() :])
