"""Figures in prose beside the facts: those that differ, and those that are typed where a call would print them."""

from collections.abc import Iterator

from yinfa.checks.rule import Finding, found_at
from yinfa.model.plan import Plan
from yinfa.prose.compare import Compared
from yinfa.prose.facts import Fact
from yinfa.prose.orphans import orphans_of, unbound_in
from yinfa.prose.reading import Reading
from yinfa.prose.totals import totals_in

SHOWN = 4  # so many facts are told


def prose_table(reading: Reading) -> Iterator[Finding]:
    """Report a figure in prose that differs from every fact of its indicator that it could tell."""
    for each in reading.levels:
        if each.differs and each.statement.role == "level":
            yield found_at(each.statement.text, each.statement.figure.start, _differs(each), _meant(each))
    for total in totals_in(reading):
        if total.typed != total.rounded:
            message = f"写的是“{total.literal}”，各项目{total.column}之和是 {total.exact:f}{total.measure}"
            shown = f"{total.rounded:f}{total.measure}"
            hint = f"四舍五入应为 {shown}（不截去尾数）：改为 {shown}，或写作 {total.call}"
            yield found_at(total.text, total.start, message, hint)


def _differs(each: Compared) -> str:
    nearest = each.facts[0]
    name = nearest.indicator.named(nearest.part)
    facts = "、".join(dict.fromkeys(str(fact) for fact in each.facts[:SHOWN]))
    more = "等" if len(each.facts) > SHOWN else ""
    return f"写的是“{each.statement.literal}”，与“{name}”的数据不一致：{facts}{more}{_unnamed(each)}"


def _unnamed(each: Compared) -> str:
    told = _with_periods(each.statement.paper.plan, each.unnamed)
    return f"；与它相等的是{told}，句中没有说是这一数" if told else ""


def _with_periods(plan: Plan, facts: tuple[Fact, ...]) -> str:
    """Return facts with the names of their periods: “十三五”的目标值 95%（…）."""
    periods = {str(each.id): str(each.name) for each in plan.identity.periods}
    told = (f"{periods.get(str(fact.indicator.period), '')}的{fact}" for fact in facts[:SHOWN])
    return "、".join(dict.fromkeys(told))


def _meant(each: Compared) -> str:
    nearest = each.facts[0]
    call = next((fact.call for fact in each.facts if fact.call), "")
    bound = f"，或写作 {call}" if call else ""
    return f"最接近的是{nearest.called} {nearest.shown}：核对原文和单元格，改为 {nearest.shown}{bound}"


def orphan_number(reading: Reading) -> Iterator[Finding]:
    """Warn of a figure that is typed though a call would print it: when the data change, it does not."""
    for each in orphans_of(reading):
        message = f"手写的“{each.literal}”就是{each.fact}，数据改动时它不会跟着改"
        yield found_at(each.text, each.start, message, f"写作 {each.call}，印作 {each.shown}")
    for statement, facts in unbound_in(reading):
        message = f"手写的“{statement.literal}”与{_with_periods(reading.plan, facts)}相同，句中看不出说的是哪一个"
        hint = "核对原文，在句中写明是目标还是完成值、哪个时期或年份，再引用数据"
        yield found_at(statement.text, statement.figure.start, message, hint)
