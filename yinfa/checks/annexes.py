"""Annexes: those that prose speaks of are there, and hold something."""

import re
from collections import Counter
from collections.abc import Iterator

from yinfa.diagnostics import Report
from yinfa.model.plan import Plan
from yinfa.model.walk import printed_in
from yinfa.sources.text import Text

_DIGITS = "一二三四五六七八九十"
_ONE = rf"(?:[1-9][0-9]?|[{_DIGITS}])(?![0-9{_DIGITS}年份个项件种类])"  # 附件2份 are two copies
MENTION = re.compile(rf"(?<![》号])附件\s*({_ONE}(?:[、和及至～-](?:附件)?\s*{_ONE})*)")  # 《…》附件2 is another's


def annex_missing(plan: Plan, report: Report) -> None:
    """Report 附件N in prose beyond those that the paper announces, and an annex that holds nothing."""
    announced = _announced(plan)
    for file, words in plan.words.items():
        for text in printed_in(words):
            for number in _mentioned(text):
                if number > announced.get(file, 0):
                    _tell(number, announced.get(file, 0), text, report)
        for annex in words.annexes:
            if not annex.blocks:
                message = f"附件“{annex.heading}”没有内容"
                report.error("annex-missing", message, annex.heading.origin, "补上 blocks，或删去这个附件")


def _announced(plan: Plan) -> dict[str, int]:
    """Return how many annexes each text may speak of: its own, and if annexed to a paper, those of the paper."""
    found: Counter[str] = Counter()
    for paper in plan.papers():
        annexed = [part for part in paper.parts if part.binding != "follows"]
        number = len(plan.words_of(paper).annexes) + len(annexed)
        for leaf in (paper, *paper.parts):
            own = len(plan.words_of(leaf).annexes)
            shared = number if leaf is paper or leaf in annexed else 0
            found |= Counter({str(leaf.text): max(own, shared)})
    return found


def _mentioned(text: Text) -> Iterator[int]:
    for mention in MENTION.findall(text):
        for number in re.findall(rf"[0-9]+|[{_DIGITS}]", mention):
            yield int(number) if number.isascii() else _DIGITS.index(number) + 1


def _tell(number: int, announced: int, text: Text, report: Report) -> None:
    there = f"只有 {announced} 个附件" if announced else "没有附件"
    hint = "在 annexes（或 parts）中补上，或改正正文里的序号"
    report.error("annex-missing", f"正文提到附件{number}，这份文件{there}", text.origin, hint)
