"""Titles on the pages: no word of them stands on two lines (gbt9704 17)."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby

from yinfa.checks.rule import Finding
from yinfa.compose.titles import words_of_title
from yinfa.proof.printed import Printed
from yinfa.proof.said import bare
from yinfa.styling import MM_PER_PT
from yinfa.writers.sheets import Line

_TITLES = ("headline", "title", "annex-title")


def title_broken(paper: Printed) -> Iterator[Finding]:
    """Find a word of a title that a line's end breaks."""
    for sheet in paper.sheets:
        for (kind, _), group in groupby(sheet.lines, key=lambda line: (line.kind, line.within)):
            lines = list(group)
            if kind in _TITLES and len(lines) > 1 and (words := _broken(paper, lines, sheet.area[2] - sheet.area[0])):
                message = f"标题把{'、'.join(f'“{word}”' for word in words)}拆在了两行"
                hint = "改动标题的长短，或在标题中用换行指明断开之处"
                yield paper.finding(sheet.count, message, paper.origin_of(lines[0]), hint)


def _broken(paper: Printed, lines: Sequence[Line], width: float) -> list[str]:
    texts = [bare(line.text) for line in lines]
    room = width / MM_PER_PT / max(line.size for line in lines)
    words = words_of_title("".join(texts), paper.head.organs if paper.head else (), room)
    ends = set(accumulate(map(len, texts)))
    starts = accumulate(map(len, words), initial=0)
    return [word for word, start in zip(words, starts, strict=False) if ends & set(range(start + 1, start + len(word)))]
