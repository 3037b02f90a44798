"""Punctuation of Chinese text: full-width, its brackets in pairs, none at the end of a title."""

import re
from collections.abc import Iterator

from yinfa.checks.rule import Finding
from yinfa.model.plan import Plan
from yinfa.model.walk import each_of, printed_in
from yinfa.model.words import Boxed, ChartBlock, FigureBlock, HeadingBlock, TableBlock
from yinfa.sources.text import Text

_CALL = re.compile(r"\{\{.*?\}\}", re.DOTALL)
HALF_WIDTH = re.compile(r"(?<=[\u4e00-\u9fff])[,;:!?()]|[,;:!?()](?=[\u4e00-\u9fff])")
FULL_WIDTH = str.maketrans(",;:!?()", "，；：！？（）")
PAIRS = {"《": "》", "“": "”", "（": "）", "〔": "〕", "【": "】"}
_NUMBERED = re.compile(
    r"(?:^|(?<=[\s；;，,：:。、]))[0-9a-zA-Z一二三四五六七八九十]{1,3}）"
)  # 1）, an ordinal of its own
STOPS = ("。", "；", "，", "、")  # that no title ends with


def punctuation(plan: Plan) -> Iterator[Finding]:
    """Find a half-width mark beside a Chinese character (GB/T 15834), a bracket without its other, a title's stop."""
    for text in _texts(plan):
        plain = _CALL.sub("", text)
        if found := HALF_WIDTH.search(plain):
            message = f"中文里用了半角的“{found[0]}”"
            yield Finding(message, text.origin, f"改为全角“{found[0].translate(FULL_WIDTH)}”")
        elif mark := _unpaired(_NUMBERED.sub("", plain)):
            yield Finding(f"“{mark}”不成对", text.origin, "补上另一半，或删去这一半")
    for title in _titles(plan):
        if title.endswith(STOPS):
            yield Finding(f"标题“{title}”末尾有“{title[-1]}”", title.origin, f"删去末尾的“{title[-1]}”")


def _unpaired(text: str) -> str:
    """Return the first mark of a pair of which the other is missing, nothing where there is none."""
    opened: list[str] = []
    for mark in text:
        if mark in PAIRS:
            opened.append(mark)
        elif mark in PAIRS.values() and not (opened and PAIRS[opened.pop()] == mark):
            return mark
    return opened[0] if opened else ""


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
