"""Punctuation of Chinese text: full-width, its brackets in pairs, none at the end of a title."""

import re
from collections.abc import Container, Iterator

from yinfa.checks.rule import Finding, found_at
from yinfa.model.plan import Plan
from yinfa.model.walk import each_of, printed_in
from yinfa.model.words import Boxed, ChartBlock, FigureBlock, HeadingBlock, TableBlock
from yinfa.prose.spans import uncalled
from yinfa.sources.text import Text

_HAN = r"[\u4e00-\u9fff]"
HALF_WIDTH = re.compile(rf"(?<={_HAN})[,;:!?()\"]|[,;:!?()\"](?={_HAN})|(?<={_HAN})\.(?![\w.])")
FULL_WIDTH = {ord(half): full for half, full in zip(",;:!?().", "，；：！？（）。", strict=True)}
TWICE = re.compile("[，。；：、]{2,}")
PAIRS = {"《": "》", "“": "”", "（": "）", "〔": "〕", "【": "】"}
_NUMBERED = re.compile(
    r"(?:^|(?<=[\s；;，,：:。、]))[0-9a-zA-Z一二三四五六七八九十]{1,3}）"
)  # 1）, an ordinal of its own
STOPS = ("。", "；", "，", "、")  # that no title ends with


def punctuation(plan: Plan) -> Iterator[Finding]:
    """Find a half-width mark beside a Chinese character (GB/T 15834), a bracket without its other, a title's stop."""
    for text in _texts(plan):
        plain = uncalled(text)
        if found := HALF_WIDTH.search(plain):
            message = f"中文里用了半角的“{found[0]}”"
            full = found[0].translate(FULL_WIDTH)
            yield found_at(text, found.start(), message, "改为全角引号" if full == found[0] else f"改为全角“{full}”")
        elif found := TWICE.search(plain):
            yield found_at(text, found.start(), f"标点重复：“{found[0]}”", "只留一个")
        elif (place := _unpaired(plain)) is not None:
            yield found_at(text, place, f"“{plain[place]}”不成对", "补上另一半，或删去这一半")
    for title in _titles(plan):
        if title.endswith(STOPS):
            yield Finding(f"标题“{title}”末尾有“{title[-1]}”", title.origin, f"删去末尾的“{title[-1]}”")


def _unpaired(text: str) -> int | None:
    """Return where the first mark of a pair is of which the other is missing.

    That of 1） belongs to an ordinal: outside of brackets, and where it would close one too early within them too.
    """
    ordinals = {found.end() - 1 for found in _NUMBERED.finditer(text)}
    return None if _alone(text, ordinals, within=False) is None else _alone(text, ordinals, within=True)


def _alone(text: str, ordinals: Container[int], *, within: bool) -> int | None:
    opened: list[int] = []
    for place, mark in enumerate(text):
        if place in ordinals and (within or not opened):
            continue
        if mark in PAIRS:
            opened.append(place)
        elif mark in PAIRS.values() and not (opened and PAIRS[text[opened.pop()]] == mark):
            return place
    return opened[0] if opened else None


def _texts(plan: Plan) -> Iterator[Text]:
    """Yield what is printed of a plan: its title and those of its papers, the names of units, the words."""
    yield plan.identity.title
    yield from (leaf.title for leaf in plan.leaves() if leaf.title is not plan.identity.title)
    yield from (name for unit in plan.registry.units for name in (unit.name, unit.short))
    for words in plan.words.values():
        yield from printed_in(words)


def _titles(plan: Plan) -> Iterator[Text]:
    """Yield the titles that stand on lines of their own; with those of tasks and articles a paragraph begins."""
    yield from dict.fromkeys((plan.identity.title, *(leaf.title for leaf in plan.leaves())))
    for words in plan.words.values():
        yield from (each.heading for each in each_of(HeadingBlock, words))
        yield from (each.title for each in each_of(Boxed, words))
        yield from (each.caption for each in each_of(TableBlock, words) if each.caption)
        yield from (each.caption for each in each_of(FigureBlock, words))
        yield from (each.caption for each in each_of(ChartBlock, words))
