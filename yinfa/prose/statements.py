"""What prose states: a figure, whose it is, and of when."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from yinfa.model.indicators import Indicator, Part
from yinfa.prose.figures import Written, base_of, figures_in
from yinfa.prose.names import Mention, Named
from yinfa.prose.paper import Paper
from yinfa.prose.spans import Call, calls_in, masked, sentences
from yinfa.prose.vocabulary import BETWEEN, CALL, FIGURE, YEAR, YEARLY
from yinfa.sources.text import Text

Role = Literal["level", "change", "from", "to"]

_FROM = re.compile(r"(?:由|从)(?:(?:19|20)[0-9]{2}年)?(?:年?底|年?末|上年|去年)?的?$")
_TO = re.compile(
    r"(增|升|降|减|提高|提升|上升|增长|增加|扩大|下降|降低|减少|回落)(?:到|至)了?(?:(?:19|20)[0-9]{2}年(?:底|末)?的?)?$"
)
_RESPECTIVELY = re.compile("分别")
_AND = re.compile("、|和|及|与|以及")
_HEDGE = re.compile("(?:以上|左右|以内|以下)*(?:、|和|及|与|以及|，)(?:不低于|不超过)?")
_NUMERIC = re.compile("[0-9０-９一二三四五六七八九十百两]")
# 达到年度目标的98% is a share of it.
_SHARE = re.compile("(?:目标值?|任务数?|计划数?|序时进度|总数|总量)的(?:约|近|将近)?$")
_FAR = 60  # characters between a name and its figure


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure in prose and the parts of indicators that it may be of, those of one name in every period.

    `between` stands between the name and the figure, `lead` before the name; `before` is all of the sentence up to the
    figure, with calls and titles masked, `after` what comes next.
    """

    paper: Paper
    text: Text
    figure: Written
    named: tuple[Named, ...]
    role: Role
    lead: str
    between: str
    before: str
    after: str

    @property
    def literal(self) -> str:
        """Return the figure as it is written."""
        return str(self.text)[self.figure.start : self.figure.end]

    @property
    def fitting(self) -> tuple[tuple[Indicator, Part], ...]:
        """Return the parts that are measured so, those of an indicator whose parts are not told apart among them."""
        return tuple(
            (indicator, each)
            for indicator, part in self.named
            for each in ((part,) if part else indicator.parts)
            if is_measured_so(each, self.figure)
        )

    @property
    def is_whole(self) -> bool:
        """Return whether it is told of an indicator without saying which of its parts."""
        return any(part is None for _, part in self.named)

    @property
    def year(self) -> int:
        """Return the year that the sentence names last before the figure, 0 where it names none."""
        years = [int(each[1]) for each in YEAR.finditer(self.before) if not _compared(self.before, each)]
        return years[-1] if years else 0

    @property
    def compared_year(self) -> int:
        """Return the year with which the sentence compares (比2010年), 0 without one."""
        years = [int(each[1]) for each in YEAR.finditer(self.before) if _compared(self.before, each)]
        return years[-1] if years else 0


def _compared(text: str, found: re.Match[str]) -> bool:
    return text[: found.start()].endswith(("比", "较", "与", "由", "从"))


def is_measured_so(part: Part, figure: Written) -> bool:
    """Return whether the measure of a figure is that of a part, or converts to it; a change may be told in %."""
    if figure.tells_change and figure.measure in ("%", "个百分点", "百分点"):
        return True
    return base_of(figure.measure)[1] == base_of(part.measure)[1]


def statements_in(paper: Paper, text: Text) -> Iterator[Statement]:
    """Yield what is stated in a text by figures that are typed; one whose indicator is not certain is left out."""
    plain, calls = masked(text), calls_in(text)
    for start, end in sentences(plain):
        piece = plain[start:end]
        if _NUMERIC.search(piece):
            yield from _stated(paper, text, plain, (start, end), [each for each in calls if start <= each.start < end])


def _stated(paper: Paper, text: Text, plain: str, span: tuple[int, int], calls: list[Call]) -> Iterator[Statement]:
    start, end = span
    piece = plain[start:end]
    mentions = [_moved(each, start) for each in paper.names.mentions(piece)]
    figures = figures_of(paper, plain, span, mentions)
    if not figures:
        return
    owners = owner_of(paper, mentions, calls)
    shadow = shadow_of(plain, figures)
    pairs = dict(_pairs(plain, figures))
    shared = dict(_respectively(plain, shadow, owners, figures))
    for figure in figures:
        owner = shared.get(figure.start) or _nearest(shadow, owners, figure)
        if owner is None or not owner.sure or _is_otherwise(shadow[owner.end : figure.start]):
            continue
        whole = plain.rfind("。", 0, start) + 1
        yield Statement(
            paper=paper,
            text=text,
            figure=figure,
            named=owner.named,
            role=pairs.get(figure.start) or ("change" if figure.tells_change else "level"),
            lead=plain[max(start, owner.start - 8) : owner.start],
            between=shadow[owner.end : figure.start],
            before=plain[whole : figure.start],
            after=plain[figure.end : min(end, figure.end + 8)],
        )


def _is_otherwise(between: str) -> bool:
    """Return whether a figure tells something else of what is named: what each year adds, which share of the aim."""
    return bool(YEARLY.search(between) or _SHARE.search(between))


def owner_of(paper: Paper, mentions: list[Mention], calls: list[Call]) -> list[Mention]:
    """Return what may own a figure, in its order: names and calls."""
    return sorted([*mentions, *(_of_call(paper, each) for each in calls)], key=lambda each: each.start)


def figures_of(paper: Paper, plain: str, span: tuple[int, int], mentions: list[Mention]) -> list[Written]:
    """Return the figures of a sentence but those in names and in quotation marks."""
    start, end = span
    piece = list(plain[start:end])
    for each in mentions:
        piece[each.start - start : each.end - start] = "\x02" * (each.end - each.start)
    unquoted = re.sub(r"“[^”]{1,12}”", lambda found: "\x02" * len(found[0]), "".join(piece))
    return [
        replace(each, start=each.start + start, end=each.end + start, moved_at=each.moved_at + start)
        for each in figures_in(unquoted, paper.measures)
    ]


def _nearest(shadow: str, owners: list[Mention], figure: Written) -> Mention | None:
    """Return the name before a figure, if nothing but words that join them stands between."""
    before = [each for each in owners if each.end <= figure.start]
    if not before or figure.start - before[-1].end > _FAR:
        return None
    return before[-1] if BETWEEN.fullmatch(shadow, before[-1].end, figure.start) else None


def _respectively(
    plain: str, shadow: str, owners: list[Mention], figures: list[Written]
) -> Iterator[tuple[int, Mention]]:
    """Yield the names of the figures of “甲、乙分别达到5个、6个”, if there are as many."""
    for found in _RESPECTIVELY.finditer(plain):
        names = [each for each in owners if each.end <= found.start()]
        listed = names[-1:]
        for before, after in reversed(list(pairwise(names))):
            if not _AND.fullmatch(plain[before.end : after.start]) or after is not listed[0]:
                break
            listed.insert(0, before)
        calls = [each for each in owners if plain[each.start] == CALL]
        items: list[Mention | Written] = [*figures, *calls]
        behind = sorted((each for each in items if each.start >= found.end()), key=lambda each: each.start)
        told = behind[:1]
        for one, other in pairwise(behind):
            if not _HEDGE.fullmatch(plain[one.end : other.start]):
                break
            told.append(other)
        typed = {each.start for each in figures}
        if len(listed) == len(told) > 1 and BETWEEN.fullmatch(shadow, found.end(), told[0].start):
            pairs = zip((each.start for each in told), listed, strict=True)
            yield from ((start, owner) for start, owner in pairs if start in typed)


def _pairs(plain: str, figures: list[Written]) -> Iterator[tuple[int, Role]]:
    """Yield which figures are the ends of a way: 由55家增至60家."""
    for one, other in pairwise(figures):
        if (
            _FROM.search(plain[max(0, one.start - 12) : one.start])
            and _TO.search(plain[one.end : other.start])
            and other.start - one.end < 20
        ):
            yield one.start, "from"
            yield other.start, "to"


def shadow_of(plain: str, figures: list[Written]) -> str:
    """Return a text in which figures are marked and no longer read: as long as it was."""
    marked = list(plain)
    for each in figures:
        marked[each.start : each.end] = FIGURE * (each.end - each.start)
    return "".join(marked)


def _moved(mention: Mention, by: int) -> Mention:
    return replace(mention, start=mention.start + by, end=mention.end + by)


def _of_call(paper: Paper, call: Call) -> Mention:
    """Return a call as the mention of the indicator that it names; one of none, or of another thing, is of nobody."""
    return Mention(call.start, call.end, tuple(paper.meant(call)), bool(call.name))
