"""Annexes: those that prose speaks of are there, and each holds something."""

import re
import unicodedata
from collections.abc import Iterator

from yinfa.checks.rule import Finding
from yinfa.model.plan import Plan
from yinfa.model.walk import printed_in
from yinfa.sources.text import Text

_DIGITS = "一二三四五六七八九十"
_ONE = rf"(?:[0-9]{{1,2}}|[{_DIGITS}])(?![0-9{_DIGITS}年份个项件种类])"  # 附件2份 are two copies
_SEVERAL = rf"\s*({_ONE}(?:[、和及至~-](?:附件)?\s*{_ONE})*)"
MENTION = re.compile(rf"(?<![》号])附件{_SEVERAL}")  # 《…》附件2 is another's
TABLE = re.compile(rf"(?<=[^》号])附表{_SEVERAL}")  # one that opens a caption is a typed ordinal
BARE = re.compile(rf"(?<!意)见附件(?!\s*[0-9{_DIGITS}])")
TYPED = re.compile("附件:")  # 附件：1.… as the program prints it


def annex_missing(plan: Plan) -> Iterator[Finding]:
    """Find 附件N in prose beyond those that the paper announces, 见附件 where it has none, and every 附表N."""
    announced, following = _announced(plan), _following(plan)
    for file, words in plan.words.items():
        for text in printed_in(words):
            for mention in _beyond(text, announced.get(file, 0)):
                yield _missing(mention, announced.get(file, 0), following.get(file), text)


def annex_typed(plan: Plan) -> Iterator[Finding]:
    """Find a list of annexes (附件：1.…) typed by hand: the program prints one."""
    for words in plan.words.values():
        for text in printed_in(words):
            if TYPED.match(_plain(text)):
                hint = "删去它：附件写在 annexes 或 parts 中，附件说明由程序编排"
                yield Finding("手写的附件说明会与程序的重复", text.origin, hint)


def annex_empty(plan: Plan) -> Iterator[Finding]:
    """Find an annex that holds nothing."""
    for words in plan.words.values():
        for annex in words.annexes:
            if not annex.blocks:
                message = f"附件“{annex.heading}”没有内容"
                yield Finding(message, annex.heading.origin, "补上 blocks，或删去这个附件")


def _announced(plan: Plan) -> dict[str, int]:
    """Return how many annexes each text may speak of: its own, and if annexed to a paper, those of the paper."""
    found: dict[str, int] = {}
    for paper in plan.papers():
        annexed = [part for part in paper.parts if part.binding != "follows"]
        number = len(plan.words_of(paper).annexes) + len(annexed)
        for leaf in (paper, *paper.parts):
            file, own = str(leaf.text), len(plan.words_of(leaf).annexes)
            shared = number if leaf is paper or leaf in annexed else 0
            found[file] = max(found.get(file, 0), own, shared)
    return found


def _following(plan: Plan) -> dict[str, str]:
    """Return for the text of a paper the title of what follows it with annexes."""
    return {
        str(paper.text): str(part.title)
        for paper in plan.papers()
        for part in paper.parts
        if part.binding == "follows" and plan.words_of(part).annexes
    }


def _plain(text: str) -> str:
    """Return a text with half-width digits and signs."""
    return unicodedata.normalize("NFKC", text)


def _beyond(text: str, announced: int) -> Iterator[str]:
    """Yield what a text mentions that is not there: 附件3, 附表1, 附件."""
    plain = _plain(text)
    yield from (f"附件{number}" for number in _numbers(MENTION, plain) if not 0 < number <= announced)
    yield from (f"附表{number}" for number in _numbers(TABLE, plain))
    if not announced and BARE.search(plain):
        yield "附件"


def _numbers(pattern: re.Pattern[str], text: str) -> Iterator[int]:
    for mention in pattern.findall(text):
        for number in re.findall(rf"[0-9]+|[{_DIGITS}]", mention):
            yield int(number) if number.isascii() else _DIGITS.index(number) + 1


def _missing(mention: str, announced: int, follows: str | None, text: Text) -> Finding:
    hint = "在 annexes（或 parts）中补上，或改正正文里的序号"
    if mention.startswith("附表"):
        there, hint = "程序不编“附表”的号", '改为附件，或用 {{ ref("标识") }} 引用表'
    elif mention == "附件0":
        there = "附件从 1 起编号"
    elif announced:
        there = f"这份文件只有 {announced} 个附件"
    elif follows:
        there = f"这份文件自己没有附件，附件是随文的“{follows}”的"
        hint = f"写成《…》{mention}，或把这句话移到随文的文件里"
    else:
        there = "这份文件没有附件"
    return Finding(f"正文提到{mention}，{there}", text.origin, hint)
