"""What must hold between the parts of a plan: every name that is used is known, every id is used once."""

from yinfa.diagnostics import Report, nearest
from yinfa.model.days import day_of
from yinfa.model.link_charts import link_charts
from yinfa.model.link_heads import link_heads
from yinfa.model.link_papers import link_papers
from yinfa.model.link_progress import link_progress
from yinfa.model.link_results import link_results
from yinfa.model.link_tables import link_tables
from yinfa.model.link_tasks import link_tasks
from yinfa.model.link_units import link_units
from yinfa.model.plan import Plan
from yinfa.model.told import gathered
from yinfa.model.unique import unique
from yinfa.model.words import Block, HeadingBlock, heading_of

LEVELS = 4  # of headings: 一、（一）1.（1）


def link(plan: Plan, report: Report) -> None:
    """Report every reference in `plan` that leads nowhere and every id or name given twice."""
    found = Report()
    _link(plan, found)
    for each in gathered(found):
        report.take(each)


def _link(plan: Plan, report: Report) -> None:
    _id(plan, report)
    day_of("date", plan.identity.date, "写成 2011-11 或 2011-11-01", report)
    _periods(plan, report)
    _names(plan, report)
    link_papers(plan, report)
    link_units(plan, report)
    link_tables(plan, report)
    link_tasks(plan, report)
    link_heads(plan, report)
    link_results(plan, report)
    link_charts(plan, report)
    link_progress(plan, report)
    _depths(plan, report)


def _names(plan: Plan, report: Report) -> None:
    unique("时期", ((each.id, each.id.origin) for each in plan.identity.periods), report)
    unique("单位", ((each.id, each.id.origin) for each in plan.registry.units), report)
    unique("文件标题", ((each.title, each.kind.origin) for each in plan.papers()), report)
    unique("项目编号", ((each.id, each.id.origin) for each in plan.projects), report)
    unique("项目名称", ((each.name, each.name.origin) for each in plan.projects), report)
    unique("项目序号", ((str(each.ordinal or ""), each.origin) for each in plan.projects), report)
    unique("意见编号", ((each.id, each.id.origin) for each in plan.opinions), report)
    _indicators(plan, report)


def _id(plan: Plan, report: Report) -> None:
    id_, folder = plan.identity.id, plan.folder.resolve().name
    if id_ != folder:
        message = f"id“{id_}”与文件夹名“{folder}”不同；文件按 id 存放，会覆盖另一个 id 相同的规划的文件"
        report.warning("id-folder", message, id_.origin, f"把 id 改成文件夹名：{folder}")


def _periods(plan: Plan, report: Report) -> None:
    """Report a period that goes backwards, and every name of one that is none of the plan's."""
    for period in plan.identity.periods:
        if not period.years:
            report.fault("period", f"时期“{period.id}”起止年份颠倒", period.id.origin, "start 应不晚于 end")
    known = [str(period.id) for period in plan.identity.periods]
    named = [plan.identity.period, *(leaf.period for leaf in plan.leaves()), *(each.period for each in plan.indicators)]
    for name in named:
        if name and name not in known:
            report.fault("period", f"没有时期“{name}”", name.origin, nearest(name, known))


def _indicators(plan: Plan, report: Report) -> None:
    unique("指标编号", ((_joined(each.period, each.id), each.id.origin) for each in plan.indicators), report)
    unique("指标名称", ((_joined(each.period, each.name), each.name.origin) for each in plan.indicators), report)
    listed = [each for each in plan.indicators if each.listed]
    unique("指标序号", ((_joined(each.period, str(each.ordinal or "")), each.origin) for each in listed), report)
    results = ((_joined(each.period, each.id, str(each.year), each.part), each.origin) for each in plan.actuals)
    unique("完成值", results, report)


def _joined(*names: str) -> str:
    """Return names that are only together unique as one, or nothing when the second of them is missing."""
    return " ".join(name for name in names if name) if names[1] else ""


def _depths(plan: Plan, report: Report) -> None:
    for words in plan.words.values():
        for block in (*words.blocks, *words.chapters, *words.annexes):
            _depth(block, 1, report)


def _depth(block: Block, level: int, report: Report) -> None:
    """Report a block with an ordinal that would stand below the last level there is."""
    heading = heading_of(block)
    if heading is not None and level > LEVELS:
        hint = "改为段首标题（runin），或减少层次"
        report.fault("heading-depth", f"标题深到第 {level} 级，最多 {LEVELS} 级", heading.origin, hint)
    elif isinstance(block, HeadingBlock):
        for each in block.blocks:
            _depth(each, level + 1, report)
