"""Ordinals in the finished tree: form, no gap, no repeat in 一、（一）1.（1）, 表, 图, 专栏, 附件 and those typed."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from yinfa.checks.rule import Finding
from yinfa.compose.numerals import han
from yinfa.document.tree import Block, Box, Chart, Figure, Heading, ListBlock, Paragraph, Section, Table
from yinfa.document.walk import papers_of, text_of, words_of
from yinfa.proof.printed import Composed

_HAN = "[一二三四五六七八九十]{1,3}"
# What a drafter types before paragraphs that are one list; 2013.5 and 1.5亿元 are none.
_TYPED = tuple(
    re.compile(pattern)
    for pattern in (rf"({_HAN})、", rf"（({_HAN})）", r"([1-9]\d?)[.．、](?!\d)", r"（([1-9]\d?)）", r"([①-⑳])")
)
# The ordinals of headings by level, with an example (gbt9704 21).
_FORMS = {1: (rf"{_HAN}、", "一、"), 2: (rf"（{_HAN}）", "（一）"), 3: (r"\d+[.．、]", "1."), 4: (r"（\d+）", "（1）")}
_HINT = "改正序号，或写成标题、列表，由程序编号"


def numbering(paper: Composed) -> Iterator[Finding]:
    """Find a gap or a repeat in the ordinals of a paper."""
    for sections in papers_of(paper.document):
        yield from _headings(paper, sections)
        yield from _formed(paper, sections)
        yield from _counted(paper, sections)
        for section in sections:
            yield from _typed(paper, section.blocks)
            yield from _lists(paper, section.blocks)


def _headings(paper: Composed, sections: Sequence[Section]) -> Iterator[Finding]:
    last: dict[int, int] = {}
    for section in sections:
        for block in section.blocks:
            if isinstance(block, Heading) and block.form == "annex":
                last = {}
            elif isinstance(block, Heading) and block.form != "plain":
                wanted = last.get(block.level, 0) + 1
                if block.number != wanted:
                    message = f"标题“{block.ordinal}{words_of(block)}”的序号应是同级的第 {wanted} 个"
                    yield paper.finding(message, block.origin, _HINT)
                last = {level: n for level, n in last.items() if level < block.level or level == section.through}
                last[block.level] = block.number


def _formed(paper: Composed, sections: Sequence[Section]) -> Iterator[Finding]:
    """Find the first heading of each level whose ordinal is not of the form that its level has."""
    told: set[int] = set()
    for block in (block for section in sections for block in section.blocks if isinstance(block, Heading)):
        form, example = _FORMS.get(block.level, ("", ""))
        counted = block.form in ("ordinal", "run-in") and block.level not in told
        if counted and form and not re.fullmatch(form, block.ordinal):
            told.add(block.level)
            message = f"第 {block.level} 级标题的序号印作“{block.ordinal}”，应是“{example}”的样子"
            yield paper.finding(message, block.origin, "版式在 styles/gbt9704.yaml 的 numbering 中")


def _counted(paper: Composed, sections: Sequence[Section]) -> Iterator[Finding]:
    """Find a table, a figure or a box whose number does not follow that of the one before it, an annex out of order.

    Annexes that are bound by themselves have their numbers and are not here.
    """
    last: dict[str, int] = defaultdict(int)
    for block in (block for section in sections for block in section.blocks):
        ordinal = getattr(block, "ordinal", "") if _is_counted(block) else ""
        if found := re.fullmatch(r"(\D+)(\d+)", ordinal):
            kind, number = found[1], int(found[2])
            if number <= last[kind] or (number > last[kind] + 1 and not isinstance(block, Heading)):
                before = f"前一个是“{kind}{last[kind]}”" if last[kind] else f"它之前没有“{kind}1”"
                yield paper.finding(f"“{ordinal}”的序号不连续：{before}", getattr(block, "origin", ""), _HINT)
            last[kind] = number


def _is_counted(block: Block) -> bool:
    annex = isinstance(block, Heading) and block.form == "annex"
    return annex or isinstance(block, Table | Figure | Chart | Box)


def _typed(paper: Composed, blocks: Sequence[Block]) -> Iterator[Finding]:
    """Find a gap or a repeat in ordinals typed at the beginning of paragraphs; each heading begins them anew."""
    last: dict[int, int] = {}
    for block in blocks:
        if isinstance(block, Heading):
            last = {}
        form, number, ordinal = _opening(block)
        if not ordinal:
            continue
        wanted = last.get(form, 0) + 1
        if number not in (wanted, 1) or (number == 1 and wanted == 2):
            yield paper.finding(f"手写的序号“{ordinal}”应是第 {wanted} 个", getattr(block, "origin", ""), _HINT)
        last = {other: n for other, n in last.items() if other < form}
        last[form] = number


def _opening(block: Block) -> tuple[int, int, str]:
    """Return the form of the ordinal that opens a paragraph, its number and itself; nothing where there is none."""
    text = text_of(block.children) if isinstance(block, Paragraph) and block.role == "body" else ""
    for form, pattern in enumerate(_TYPED):
        if (found := pattern.match(text.strip())) and (number := _number(found[1])):  # 十二五、 is none
            return form, number, found[0]
    return 0, 0, ""


def _number(digits: str) -> int:
    if digits.isdecimal():
        return int(digits)
    if "①" <= digits <= "⑳":
        return ord(digits) - ord("①") + 1
    return next((number for number in range(1, 100) if han(number) == digits), 0)


def _lists(paper: Composed, blocks: Sequence[Block]) -> Iterator[Finding]:
    for block in blocks:
        for each in block.blocks if isinstance(block, Box) else (block,):
            if isinstance(each, ListBlock) and each.kind == "ordered":
                for wanted, item in enumerate(each.items, 1):
                    if re.sub(r"\D", "", item.marker) != str(wanted):
                        message = f"列表第 {wanted} 项的序号是“{item.marker}”"
                        yield paper.finding(message, item.origin, _HINT)
                        break
