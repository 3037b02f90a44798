"""What prose says of an indicator without a figure: 已完成, 比上年下降."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from yinfa.prose.names import Mention, Named
from yinfa.prose.paper import Paper
from yinfa.prose.spans import calls_in, masked, sentences
from yinfa.prose.statements import figures_of, owner_of, shadow_of
from yinfa.prose.vocabulary import BETWEEN
from yinfa.sources.text import Text


@dataclass(frozen=True, slots=True)
class Saying:
    """Words that are said of an indicator, and what stands between it and them; `before` is all of the sentence."""

    paper: Paper
    text: Text
    words: re.Match[str]
    named: tuple[Named, ...]
    between: str
    before: str
    after: str


def sayings_in(paper: Paper, text: Text, pattern: re.Pattern[str]) -> Iterator[Saying]:
    """Yield where the words of a pattern are said of an indicator before them, joined by words that join."""
    if not pattern.search(text):
        return
    plain, calls = masked(text), calls_in(text)
    for start, end in sentences(plain):
        if not pattern.search(plain, start, end):
            continue
        mentions = [
            replace(each, start=each.start + start, end=each.end + start)
            for each in paper.names.mentions(plain[start:end])
        ]
        owners = owner_of(paper, mentions, [each for each in calls if start <= each.start < end])
        shadow = shadow_of(plain, figures_of(paper, plain, (start, end), mentions))
        for found in pattern.finditer(plain, start, end):
            owner = _nearest(shadow, owners, found)
            if owner and owner.sure:
                whole = plain.rfind("。", 0, start) + 1
                between = shadow[owner.end : found.start()]
                after = shadow[found.end() : min(end, found.end() + 8)]
                yield Saying(paper, text, found, owner.named, between, plain[whole : found.start()], after)


def _nearest(shadow: str, owners: list[Mention], found: re.Match[str]) -> Mention | None:
    before = [each for each in owners if each.end <= found.start()]
    return before[-1] if before and BETWEEN.fullmatch(shadow, before[-1].end, found.start()) else None
