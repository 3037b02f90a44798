"""References in the finished tree: each has its words, leads somewhere, and says what that is called."""

import re
from collections.abc import Iterator, Mapping

from yinfa.checks.rule import Finding
from yinfa.document.tree import (
    Block,
    Box,
    Chart,
    Contents,
    Document,
    Figure,
    Heading,
    Inline,
    Inlines,
    Ref,
    Table,
    Text,
)
from yinfa.document.walk import blocks_of, map_inlines, papers_of, words_of
from yinfa.proof.printed import Composed

_NUMBERED = Box | Table | Figure | Chart
_TYPED = re.compile(r"(?<!附)(表|图|专栏)\s*(\d{1,2})(?![\d.．、年月])")
_HINT = '用 {{ ref("标识") }} 引用，序号由程序填写'


def xref(paper: Composed) -> Iterator[Finding]:
    """Find a reference without words, to what is not there, or that says other than its ordinal."""
    targets = {block.id: block for block in blocks_of(paper.document) if isinstance(block, Heading | _NUMBERED)}
    for block, inline in _inlines(paper.document):
        if isinstance(inline, Ref):
            target, place = targets.get(inline.target), inline.origin or getattr(block, "origin", "")
            if target is None:
                yield paper.finding(f"引用“{inline.text or inline.target}”所指的不在这份文件里", place, _HINT)
            elif not inline.text:
                yield paper.finding(f"引用“{inline.target}”没有印出文字", place, _HINT)
            elif not _agrees(inline.text, target):
                yield paper.finding(f"引用印的是“{inline.text}”，所指的是“{target.ordinal}”", place, _HINT)
    yield from _contents(paper, targets)
    yield from _typed(paper)


def _agrees(said: str, target: Block) -> bool:
    """Return whether a reference names what it leads to: headings are cited in words of their own, but for annexes."""
    if isinstance(target, Heading):
        return target.form != "annex" or said == target.ordinal
    return said == getattr(target, "ordinal", "")


def _contents(paper: Composed, targets: Mapping[str, Block]) -> Iterator[Finding]:
    """Find a line of the list of contents that leads nowhere or has other words than its heading."""
    for contents in (block for block in blocks_of(paper.document) if isinstance(block, Contents)):
        for entry in contents.entries:
            target = targets.get(entry.target)
            if not isinstance(target, Heading):
                yield paper.finding(f"目录中的“{entry.text}”在正文里没有", "", "请报告：目录由程序编排")
            elif entry.ordinal != target.ordinal or entry.text != words_of(target):
                message = f"目录写的是“{entry.ordinal}{entry.text}”，正文是“{target.ordinal}{words_of(target)}”"
                yield paper.finding(message, target.origin, "请报告：目录由程序编排")


def _typed(paper: Composed) -> Iterator[Finding]:
    """Find 表9 typed by hand where the paper has no such table; the ordinal itself may be right by chance."""
    for run in papers_of(paper.document):
        there = {getattr(block, "ordinal", "") for section in run for block in section.blocks}
        kinds = {re.sub(r"\d", "", each) for each in there}
        for block, inline in _of(block for section in run for block in section.blocks):
            for found in _TYPED.finditer(inline.text) if isinstance(inline, Text) else ():
                if found[1] in kinds and found[1] + found[2] not in there:
                    message = f"正文提到“{found[0]}”，这份文件没有"
                    yield paper.finding(message, getattr(block, "origin", ""), _HINT)


def _inlines(document: Document) -> Iterator[tuple[Block, Inline]]:
    yield from _of(blocks_of(document))


def _of(blocks: Iterator[Block]) -> Iterator[tuple[Block, Inline]]:
    """Yield every inline of some blocks with its block."""
    for block in blocks:
        found: list[Inline] = []

        def keep(children: Inlines, found: list[Inline] = found) -> Inlines:
            found.extend(children)
            return children

        map_inlines(block, keep)
        yield from ((block, inline) for inline in found)
