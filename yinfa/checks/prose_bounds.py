"""Words about a figure that do not fit its indicator: 以上 of a limit, % of what changes in 百分点."""

import re
from collections.abc import Iterable, Iterator

from yinfa.checks.rule import Finding, found_at
from yinfa.prose.changes import GROWTH
from yinfa.prose.compare import compared, is_condition
from yinfa.prose.figures import POINTS, Bound, bound_of
from yinfa.prose.paper import Paper
from yinfa.prose.reading import Reading
from yinfa.prose.spans import calls_in, masked
from yinfa.prose.statements import Statement
from yinfa.sources.text import Text

OPPOSITE: dict[str, Bound] = {"≥": "≤", "≤": "≥"}
WORDS = {"≥": "“以上”“不低于”一类的话", "≤": "“以内”“不超过”一类的话"}
_STATES = re.compile("(?:达到?|为|是|占|保持在?|稳定在?)$")


def prose_direction(reading: Reading) -> Iterator[Finding]:
    """Report 以上 and the like of a target that is to be kept below, and the reverse; typed figures and calls alike."""
    yield from _typed(reading.statements)
    for paper in reading.papers:
        for text in paper.texts:
            yield from _called(paper, text)


def _typed(statements: Iterable[Statement]) -> Iterator[Finding]:
    for statement in statements:
        bound = statement.figure.bound
        if statement.role != "level" or not bound or is_condition(statement):
            continue
        aims = [fact for fact in compared(statement).equal if fact.is_aim]
        if aims and all(fact.operator == OPPOSITE[bound] for fact in aims):
            name = aims[0].indicator.named(aims[0].part)
            written = (statement.text, statement.figure.start, statement.literal)
            yield _against(written, bound, name, aims[0].operator + aims[0].shown)


def _called(paper: Paper, text: Text) -> Iterator[Finding]:
    calls = [each for each in calls_in(text) if each.function in ("target", "pace")]
    plain = masked(text) if calls else ""
    for call in calls:
        bound, after = (
            bound_of(plain[max(0, call.start - 12) : call.start], plain[call.end : call.end + 6]),
            plain[call.end :],
        )
        for indicator, part in paper.meant(call) if bound and not after.lstrip("以上下内").startswith("的") else ():
            target = part and (part.target or indicator.target)
            if part and target and target.operator == OPPOSITE[bound]:
                literal = (text, call.start, str(text)[call.start : call.end])
                yield _against(literal, bound, indicator.named(part), target.operator + target.printed(part.measure))


def _against(written: tuple[Text, int, str], bound: Bound, name: str, target: str) -> Finding:
    """Return the finding about what is written in a text, from some character on."""
    text, start, literal = written
    message = f"“{literal}”前后用了{WORDS[bound]}，而“{name}”的目标是 {target}"
    hint = f"改用{WORDS[OPPOSITE[bound]]}，或核对“指标”表的“比较”"
    return found_at(text, start, message, hint)


def pct_point(reading: Reading) -> Iterator[Finding]:
    """Report the change of a rate that is told in %, and 百分点 of what is no rate or of a rate itself."""
    for statement in reading.statements:
        if trouble := _points(statement):
            yield found_at(statement.text, statement.figure.start, *trouble)


def _points(statement: Statement) -> tuple[str, str] | None:
    """Return what is wrong with % or 百分点, and how to mend it."""
    figure, parts = statement.figure, statement.fitting
    if statement.role != "change" or not parts or any(GROWTH.search(each.named(part)) for each, part in parts):
        return None
    name, rated = f"“{parts[0][0].named(parts[0][1])}”", {part.measure == "%" for _, part in parts}
    if figure.measure == "%" and rated == {True}:
        moved = figure.moved
        message = f"{name}以 % 计量，写作“{moved}{statement.literal}”：两个百分数之差应以百分点计"
        return message, f"改为“{moved}{figure.low:f}个百分点”；确指相对变化的，写明“增长率”并说明基数"
    if figure.measure in POINTS and rated == {False}:
        return (
            f"{name}以“{parts[0][1].measure}”计量，变化不能以百分点计：“{statement.literal}”",
            "改为 %，或写增减的数量",
        )
    if figure.measure in POINTS and not figure.moved and _STATES.search(statement.between):
        message = f"{name}的水平写成了百分点：“{statement.literal}”"
        return message, f"改为“{figure.low:f}%”；确指变化的，写明“提高”或“下降”"
    return None
