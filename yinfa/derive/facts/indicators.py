"""Facts of indicators.xlsx: indicators and their targets, results year by year, targets changed."""

from collections import Counter
from dataclasses import replace

from yinfa.derive.facts.fact import Facts, Thing, day_words
from yinfa.model.actuals import Actual, Revision
from yinfa.model.indicators import Indicator, Part
from yinfa.model.plan import Plan
from yinfa.model.quantity import Absence, Quantity, Target, printed


def indicator_facts(plan: Plan, facts: Facts) -> None:
    """Tell all that the sheets 指标, 完成值 and 目标调整 say."""
    things = {(str(each.period), str(each.id)): thing_of(each) for each in plan.indicators}
    measures = {
        (str(each.period), str(each.id), part.name): part.measure for each in plan.indicators for part in each.parts
    }
    shared = _shared(plan)
    for indicator in plan.indicators:
        thing = things[str(indicator.period), str(indicator.id)]
        _indicator(indicator, replace(thing, of=shared.get((thing.name, thing.id[0]), "")), facts)
    for row in plan.actuals:
        id_ = (str(row.period), str(row.id))
        _actual(row, things[id_], measures.get((*id_, str(row.part)), ""), facts)
    for change in plan.revisions:
        id_ = (str(change.period), str(change.id))
        _revision(change, things[id_], measures.get((*id_, str(change.part)), ""), facts)


def thing_of(indicator: Indicator) -> Thing:
    """Return the indicator as what facts are about."""
    return Thing("指标", (str(indicator.period), str(indicator.id)), str(indicator.name))


def part_words(part: str) -> tuple[str, ...]:
    """Return what names a part of an indicator in the name of a fact, nothing for the whole."""
    return (f"（{part}）",) if part else ()


def with_measure(value: Quantity, measure: str) -> str:
    """Return a quantity with its measure; a word for its absence has none."""
    return printed(value) if isinstance(value, Absence) else f"{printed(value)}{measure}"


def target_words(target: Target, measure: str) -> str:
    """Return a target with its sign and its measure: ≥92%."""
    return f"{target.signed().removesuffix(target.printed())}{target.printed(measure)}"


def _shared(plan: Plan) -> dict[tuple[str, str], str]:
    """Return what tells indicators of one name apart, by name and period: the name of the period."""
    count = Counter(str(each.name) for each in plan.indicators)
    named = {str(each.id): str(each.name) for each in plan.identity.periods}
    return {
        (str(each.name), str(each.period)): named.get(str(each.period), "")
        for each in plan.indicators
        if count[str(each.name)] > 1
    }


def _indicator(indicator: Indicator, thing: Thing, facts: Facts) -> None:
    reason, row = str(indicator.note), indicator.origin
    facts.texts(
        thing,
        ("名称", indicator.name),
        ("编号", indicator.id),
        ("分类", indicator.group),
        ("来源", indicator.source),
        ("备注", indicator.note),
        reason=reason,
    )
    facts.put(thing, "主表", "列入" if indicator.listed else "不列入", row, reason=reason)
    facts.put(thing, "序号", indicator.ordinal or "—", indicator.ordinal_at, reason=reason)
    for what, value in (("口径", indicator.basis), ("属性", indicator.nature)):
        facts.put(thing, what, value, getattr(value, "origin", row), reason=reason)
    facts.names(thing, "责任单位", indicator.units, reason)
    for part in indicator.parts:
        _part(thing, part, facts, reason)


def _part(thing: Thing, part: Part, facts: Facts, reason: str) -> None:
    of = part_words(part.name)
    if part.name:
        facts.put(thing, (*of, "分项"), part.name, getattr(part.name, "origin", part.origin), reason=reason)
    facts.put(thing, (*of, "计量单位"), part.measure, getattr(part.measure, "origin", part.origin), reason=reason)
    if part.target:
        facts.put(thing, (*of, "比较"), part.target.operator, part.origin, reason=reason)
        facts.put(thing, (*of, "目标值"), target_words(part.target, part.measure), part.origin, reason=reason)
    if part.baseline is not Absence.MISSING:
        value = with_measure(part.baseline, part.measure)
        facts.put(thing, (*of, "基期值"), value, part.baseline_at, reason=reason)


def _actual(row: Actual, thing: Thing, measure: str, facts: Facts) -> None:
    of, reason = (*part_words(str(row.part)), f"{row.year}年"), str(row.note)
    value = row.result or with_measure(row.value, measure)
    facts.put(thing, (*of, "完成值"), value, row.origin, reason=reason)
    if row.target:
        facts.put(thing, (*of, "年度目标"), target_words(row.target, measure), row.target_at, reason=reason)
    for what, said in (("快报", row.provisional), ("不再统计", row.discontinued)):
        facts.put(thing, (*of, what), "是" if said else "否", row.origin, reason=reason)
    facts.texts(
        thing,
        ((*of, "证据"), row.evidence),
        ((*of, "原因"), row.cause),
        ((*of, "改进措施"), row.remedy),
        ((*of, "来源"), row.source),
        ((*of, "备注"), row.note),
        reason=reason,
    )


def _revision(row: Revision, thing: Thing, measure: str, facts: Facts) -> None:
    of = (*part_words(str(row.part)), f"{day_words(row.day.isoformat())}目标调整")
    reason = str(row.document)
    facts.put(thing, (*of, "后的目标"), target_words(row.target, measure), row.origin, reason=reason)
    facts.put(thing, (*of, "的日期"), day_words(row.day.isoformat()), row.day_at, reason=reason)
    facts.texts(thing, ((*of, "的依据文件"), row.document), ((*of, "的备注"), row.note), reason=reason)
