"""Counts that announce a list: 四大工程, 八项行动, 17项指标, 以下三个方面."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from yinfa.checks.rule import Finding
from yinfa.model.plan import Plan
from yinfa.model.tasks import ArticleBlock, TaskBlock
from yinfa.model.walk import each_of
from yinfa.model.words import Boxed, DashList, HeadingBlock, NumberedList, PaperWords, RunInText
from yinfa.prose.numerals import NUMERALS, number_in
from yinfa.prose.paper import Paper
from yinfa.prose.reading import reading_of
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
_INLINE = re.compile(rf"{_COUNT}(?:大|项)(?P<what>工程|行动|计划)”?：(?P<list>[^。；：]*)")
_POINTS = re.compile(rf"{_COUNT}(?:个方面|方面|项|点|条|类)[^，。；：]{{0,10}}[：。，]?(?=一是)")
_POINT = re.compile("([一二三四五六七八九十]+)是")
_LISTED = re.compile(
    rf"(?:共设?|设置?|设定|确定|提出|列出|所列|全部)(?:的|了|为|有)?{_COUNT}项(?:主要|核心|规划|考核|量化|政府量化)?指标(?!未|没有|不再|[达完])"
)


def list_count(plan: Plan) -> Iterator[Finding]:
    """Report a count that announces a list of another length: before it, in the heading over it, or in one sentence."""
    for paper in reading_of(plan).papers:
        for text in paper.texts:
            plain = masked(text)
            yield from _listed(plan, paper, text, plain)
            yield from _inline(text, plain)
        yield from _before_lists(paper.words)
        yield from _headings(paper.words)


def _listed(plan: Plan, paper: Paper, text: Text, plain: str) -> Iterator[Finding]:
    """Yield the finding of 17项指标 where the table of the period lists another number."""
    for found in _LISTED.finditer(plain):
        named = [each for each in plan.identity.periods if str(each.name).strip("“”") in plain]
        lengths = {len(plan.listed(str(each.id))): each for each in plan.identity.periods}
        own = str(named[0].id) if len(named) == 1 else paper.period
        count, actual = _number(found["count"]), len(plan.listed(own))
        if actual and count is not None and count != actual and (named or count not in lengths):
            message = f"写的是“{found['count']}项指标”，指标表（时期“{own}”）列有 {actual} 项"
            period = f', period="{own}"' if own != paper.period else ""
            yield Finding(message, text.origin, f'核对指标表，或写作 {{{{ count("指标"{period}) }}}}指标')


def _inline(text: Text, plain: str) -> Iterator[Finding]:
    """Yield the findings of lists within a sentence: 三大工程：甲工程、乙工程; 两个方面：一是…二是…三是…."""
    for found in _INLINE.finditer(plain):
        items = re.split("、|和|以及", found["list"])
        if len(items) > 1 and all(each.strip("“” ").endswith(found["what"]) for each in items):
            yield from _other(text, found, found["count"], len(items), "其后列出")
    for found in _POINTS.finditer(plain):
        ordinals = [_number(each[1]) for each in _POINT.finditer(plain, found.end())]
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
    count = _number(written)
    if count is not None and count != length:
        message = f"写的是“{found[0].rstrip('：')}”，{where} {length} 个"
        yield Finding(message, text.origin, "补齐或删去所列的，或改数")


def _number(written: str) -> Decimal | None:
    if written.isascii():
        return Decimal(written)
    try:
        return number_in(written)
    except ValueError:
        return None
