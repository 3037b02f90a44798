"""Changes that prose states: how much, which way, and from what."""

import re
from collections.abc import Iterator
from itertools import pairwise

from yinfa.checks.rule import Finding, found_at
from yinfa.prose.changes import GROWTH, Step, is_change, sign, steps, steps_of, way
from yinfa.prose.compare import compared
from yinfa.prose.figures import MOVES
from yinfa.prose.reading import Reading
from yinfa.prose.sayings import Saying, sayings_in
from yinfa.prose.statements import Statement
from yinfa.prose.vocabulary import AIMED, SINCE_LAST_YEAR, YEAR
from yinfa.sources.text import Text

_WORDS = "|".join(each for each in MOVES if each not in ("扩大", "缩小"))
_SAID = re.compile(
    rf"(?:同比|[比较]上年(?:同期)?|[比较]去年(?:同期)?|与上年(?:相比)?)(?:略有|有所|稳步|明显|小幅|大幅|显著|基本)?({_WORDS}|持平)(?![了约近]?\s*[0-9\x00\x01])"
)


def growth_recalc(reading: Reading) -> Iterator[Finding]:
    """Report a stated change that differs from the one that the figures give."""
    for statement in reading.statements:
        if statement.role != "change" or not (statement.figure.moved or SINCE_LAST_YEAR.search(statement.between)):
            continue
        told = [(step, step.told_as(statement.figure)) for step in steps_of(statement)]
        known = [(step, value) for step, value in told if value is not None]
        if not known or any(_is_against(statement, step) for step, _ in known):
            continue
        if not any(is_change(statement.figure, value) for _, value in known):
            step, value = known[0]
            shown = f"{value:.{max(1, statement.figure.decimals)}f}{statement.figure.measure}"
            message = f"写的是“{_worded(statement)}”，按{step}计算是 {shown}"
            yield found_at(*_spot(statement), f"{_named(step)}{message}", "核对两年的数，改为算出的数")
    yield from _ways(reading)


def _ways(reading: Reading) -> Iterator[Finding]:
    """Yield the ways from a figure to a figure (由55家增至60家) of which an end differs from the data."""
    for one, other in _pairs(reading):
        for end in (one, other):
            result = compared(end)
            if result.differs:
                fact = result.facts[0]
                span = str(end.text)[one.figure.start : other.figure.end]
                message = f"“{fact.indicator.named(fact.part)}”写的是“由{span}”，其中“{end.literal}”与数据不符：{fact}"
                yield found_at(end.text, end.figure.start, message, f"核对原文，改为 {fact.shown}")


def wording_sign(reading: Reading) -> Iterator[Finding]:
    """Report 增长 of what fell, 下降 of what rose, 持平 of what changed; with a figure or without."""
    for statement in reading.statements:
        if statement.role == "change" and statement.figure.moved:
            found = steps_of(statement)
            if found and all(_is_against(statement, step) for step in found):
                yield _wrong_way(found[0], _worded(statement), *_spot(statement))
    for one, other in _pairs(reading):
        word = one.text[one.figure.end : other.figure.start]
        up = next((way(each) for each in MOVES if each in word), 1 if re.match("增|升", word) else -1)
        if (other.figure.low - one.figure.low) * up < 0:
            span = one.text[one.figure.start : other.figure.end]
            message = f"“由{span}”前后两数与“{word}”的方向相反"
            yield found_at(one.text, one.figure.start, message, "核对两个数，或改用相反的词")
    for paper in reading.papers:
        for text in paper.texts:
            for saying in sayings_in(paper, text, _SAID):
                yield from _said(saying)


def _said(saying: Saying) -> Iterator[Finding]:
    """Yield the finding of a change that is said without a figure (比上年下降), if the data say otherwise."""
    word, parts = saying.words[1], [(indicator, part) for indicator, part in saying.named if part]
    years = [int(each[1]) for each in YEAR.finditer(saying.before)]
    if AIMED.search(saying.between) or len(parts) != len(saying.named):
        return
    found = [
        step
        for indicator, part in parts
        for step in steps(saying.paper, (indicator, part), saying.words[0], years[-1] if years else 0, 0)
        if not GROWTH.search(indicator.named(part))
    ]
    if found and all(sign(step.difference) != way(word) for step in found):
        yield _wrong_way(found[0], saying.words[0], saying.text, saying.words.start())


def _wrong_way(step: Step, words: str, text: Text, start: int) -> Finding:
    truth = {1: "增加了", -1: "减少了", 0: "没有变"}[sign(step.difference)]
    message = f"{_named(step)}写的是“{words}”，数据却{truth}：{step}"
    return found_at(text, start, message, "核对两年的数，改用与数据一致的词")


def zero_base(reading: Reading) -> Iterator[Finding]:
    """Warn of a growth in % that is told of what was zero or below."""
    for statement in reading.statements:
        found = steps_of(statement) if statement.role == "change" and statement.figure.measure == "%" else ()
        if found and all(step.before.low <= 0 and step.after.part.measure != "%" for step in found):
            step = found[0]
            message = f"{_named(step)}的基数是{step.before}，不能写“{_worded(statement)}”"
            hint = f"改写增减的数量：{step.difference:+f}{step.after.part.measure}"
            yield found_at(*_spot(statement), message, hint)


def _pairs(reading: Reading) -> Iterator[tuple[Statement, Statement]]:
    """Yield both ends of each way from a figure to a figure."""
    for one, other in pairwise(reading.statements):
        if one.role == "from" and other.role == "to" and one.text is other.text:
            yield one, other


def _is_against(statement: Statement, step: Step) -> bool:
    """Return whether the word for a change goes the other way than the figures."""
    return bool(statement.figure.moved) and sign(step.difference) != way(statement.figure.moved)


def _spot(statement: Statement) -> tuple[Text, int]:
    """Return where the words of a change begin."""
    figure = statement.figure
    return statement.text, figure.moved_at if figure.moved else figure.start


def _worded(statement: Statement) -> str:
    return f"{statement.figure.moved}{statement.literal}"


def _named(step: Step) -> str:
    return f"“{step.after.indicator.named(step.after.part)}”"
