"""What must hold between the parts of a plan: every name that is used is known, every id is used once."""

from collections.abc import Iterable
from itertools import chain

from yinfa.diagnostics import Origin, Report, nearest
from yinfa.model.plan import Plan
from yinfa.model.words import HeadingBlock
from yinfa.sources.scalars import as_date

LEVELS = 4  # of headings: 一、（一）1.（1）


def link(plan: Plan, report: Report) -> None:
    """Report every reference in `plan` that leads nowhere and every id or name given twice."""
    _id(plan, report)
    _dates(plan, report)
    _periods(plan, report)
    _unique("时期", ((each.id, each.id.origin) for each in plan.identity.periods), report)
    _unique("单位", ((each.id, each.id.origin) for each in plan.registry.units), report)
    _unique("单位简称", ((each.short, each.short.origin) for each in plan.registry.units), report)
    _unique("文件标题", ((each.title, each.kind.origin) for each in plan.papers()), report)
    _unique("项目编号", ((each.id, each.id.origin) for each in plan.projects), report)
    _unique("项目名称", ((each.name, each.name.origin) for each in plan.projects), report)
    _unique("项目序号", ((str(each.ordinal or ""), each.origin) for each in plan.projects), report)
    _indicators(plan, report)
    _units(plan, report)
    _depths(plan, report)


def _id(plan: Plan, report: Report) -> None:
    id_, folder = plan.identity.id, plan.folder.resolve().name
    if id_ != folder:
        message = f"id“{id_}”与文件夹名“{folder}”不同；文件按 id 存放，会覆盖另一个 id 相同的规划的文件"
        report.warning("id-folder", message, id_.origin, f"把 id 改成文件夹名：{folder}")


def _dates(plan: Plan, report: Report) -> None:
    try:
        as_date(plan.identity.day)
    except ValueError as error:
        report.fault("date", f"“date”：{error}", plan.identity.date.origin, "写成 2011-11 或 2011-11-01")


def _periods(plan: Plan, report: Report) -> None:
    known = [str(period.id) for period in plan.identity.periods]
    if plan.identity.period not in known:
        message = f"没有时期“{plan.identity.period}”"
        report.fault("period", message, plan.identity.period.origin, nearest(plan.identity.period, known))
    for period in plan.identity.periods:
        if period.start > period.end:
            report.fault("period", f"时期“{period.id}”起止年份颠倒", period.id.origin, "start 应不晚于 end")
    for each in plan.indicators:
        if each.period not in known:
            report.fault("period", f"没有时期“{each.period}”", each.period.origin, nearest(each.period, known))


def _indicators(plan: Plan, report: Report) -> None:
    _unique("指标编号", ((_joined(each.period, each.id), each.id.origin) for each in plan.indicators), report)
    _unique("指标名称", ((_joined(each.period, each.name), each.name.origin) for each in plan.indicators), report)
    listed = [each for each in plan.indicators if each.listed]
    _unique("指标序号", ((_joined(each.period, str(each.ordinal or "")), each.origin) for each in listed), report)
    results = ((_joined(each.period, each.id, str(each.year), each.part), each.origin) for each in plan.actuals)
    _unique("完成值", results, report)


def _joined(*names: str) -> str:
    """Return names that are only together unique as one, or nothing when the second of them is missing."""
    return " ".join(name for name in names if name) if names[1] else ""


def _unique(what: str, named: Iterable[tuple[str, Origin]], report: Report) -> None:
    """Report every name given twice; that one is missing has been told before."""
    first: dict[str, Origin] = {}
    for name, origin in named:
        if name and first.setdefault(name, origin) is not origin:
            report.fault("duplicate", f"{what}“{name}”重复，另一处在 {first[name]}", origin, "改为不同的值，或删去一处")


def _units(plan: Plan, report: Report) -> None:
    known = [name for unit in plan.registry.units for name in (str(unit.short), str(unit.name))]
    named = [*(each.units for each in plan.indicators), *(each.units for each in plan.projects)]
    for unit in chain.from_iterable(named):
        if plan.registry.find(unit) is None:
            hint = f"{nearest(unit, known)} 或在 units.yaml 中登记；多个单位用“、”分开"
            report.fault("unit-unknown", f"单位“{unit}”没有登记", unit.origin, hint)


def _depths(plan: Plan, report: Report) -> None:
    for words in plan.words.values():
        for heading in (*words.chapters, *words.annexes):
            _depth(heading, 1, report)


def _depth(heading: HeadingBlock, level: int, report: Report) -> None:
    if level > LEVELS:
        hint = "改为段首标题（runin），或减少层次"
        report.fault("heading-depth", f"标题深到第 {level} 级，最多 {LEVELS} 级", heading.heading.origin, hint)
        return
    for block in heading.blocks:
        if isinstance(block, HeadingBlock):
            _depth(block, level + 1, report)
