"""What must hold of the charts, tables and sentences that are made from results: whose they are, and of what."""

from collections.abc import Iterator

from yinfa.diagnostics import Origin, Report, nearest
from yinfa.kinds import KINDS
from yinfa.model.identity import Leaf
from yinfa.model.indicators import Indicator, Part
from yinfa.model.plan import Plan
from yinfa.model.tasks import TaskBlock
from yinfa.model.walk import each_of
from yinfa.model.words import ChartBlock, PaperWords, SummaryBlock, TableBlock
from yinfa.sources.text import Text

# What is made from the results of a year, and so stands in an evaluation only; of it, what is made of tasks, projects.
JUDGED_TABLES = ("verdicts", "missed", "task-progress", "open-tasks", "project-progress")
OF_TASKS = frozenset(("tasks", "task-progress", "open-tasks", "units"))
OF_PROJECTS = frozenset(("projects", "project-progress"))
Judged = tuple[str, str, Origin]  # 表, 统计图 or 概述; which; where


def link_charts(plan: Plan, report: Report) -> None:
    """Report what is made from results where there are none, and charts of what is not there."""
    for leaf in plan.leaves():
        link_made(plan, leaf, report)


def link_made(plan: Plan, leaf: Leaf, report: Report) -> None:
    """Report what is wrong with that which one paper or part asks to be made from results."""
    words = plan.words_of(leaf)
    if leaf.is_evaluation:
        _made_of_nothing(plan, leaf, words, report)
        for chart in each_of(ChartBlock, words):
            _chart(chart, report)
            _path(plan, leaf, chart, report)
    elif leaf.kind in KINDS and not KINDS[leaf.kind].of_tasks:
        _not_judged(leaf, words, report)


def judged(words: PaperWords) -> Iterator[Judged]:
    """Yield all that a text asks to be made from results."""
    yield from (("表", each.table, each.origin) for each in each_of(TableBlock, words) if each.table in JUDGED_TABLES)
    yield from (("统计图", each.chart, each.origin) for each in each_of(ChartBlock, words))
    yield from (("概述", each.summary, each.origin) for each in each_of(SummaryBlock, words))


def _not_judged(leaf: Leaf, words: PaperWords, report: Report) -> None:
    """Report what is made from results in a paper that is no evaluation: of which year it would be, nothing says."""
    for what, name, origin in judged(words):
        message = f"{what}“{name}”由评估结果生成，只能放在评估报告里，这份文件是“{KINDS[leaf.kind].label}”"
        hint = "移到评估报告的文件里，或在 plan.yaml 中把这一文件的 kind 改为 evaluation"
        report.fault("evaluation-only", message, origin, hint)


def _made_of_nothing(plan: Plan, leaf: Leaf, words: PaperWords, report: Report) -> None:
    """Report what is to be made of tasks in a year that has none, or of projects in a plan that has none."""
    year = plan.year_of(leaf)
    for what, name, origin in judged(words) if plan.is_dated(leaf) else ():
        if name in OF_TASKS and not tasks_in(plan, year):
            hint = f"在 documents 中加上 {year} 年写任务的文件（year: {year}），或删去"
            report.fault("evaluation-empty", f"{what}“{name}”由任务生成，{year} 年的文件没有任务", origin, hint)
        if name in OF_PROJECTS and not plan.projects:
            hint = "在 projects.xlsx 中填写项目，或删去"
            report.fault("evaluation-empty", f"{what}“{name}”由项目生成，没有项目", origin, hint)


def tasks_in(plan: Plan, year: int) -> dict[str, tuple[TaskBlock, ...]]:
    """Return the tasks of each text of a year that has any, by the name of its file."""
    texts = plan.texts_of(year)
    return {file: tasks for file, words in texts.items() if (tasks := tuple(each_of(TaskBlock, words)))}


def _chart(chart: ChartBlock, report: Report) -> None:
    """Report a path of no indicator, and an indicator or a part where the chart is of all of them."""
    if chart.chart == "path" and chart.indicator is None:
        report.fault("chart", "历年情况图（path）没有写是哪个指标", chart.origin, "写上 indicator：指标的编号或名称")
    for key in ("indicator", "part") if chart.chart != "path" else ():
        named: Text | None = getattr(chart, key)
        if named is not None:
            message = f"统计图“{chart.chart}”不是一个指标的图，{key} 没有用上"
            report.fault("chart", message, named.origin, f"删去 {key}，或把 chart 改为 path")


def _path(plan: Plan, leaf: Leaf, chart: ChartBlock, report: Report) -> None:
    """Report a path of an indicator that the period of the paper does not have, or that has no number."""
    period = plan.period_of(leaf)
    if chart.chart != "path" or chart.indicator is None or not plan.period(period):
        return
    indicator = plan.indicator(chart.indicator, period)
    if indicator is None:
        known = [name for each in plan.indicators if each.period == period for name in (str(each.id), str(each.name))]
        hint = f"{nearest(chart.indicator, known)} 写指标的编号或名称，时期在 plan.yaml 中这一文件的 period".lstrip()
        message = f"时期“{period}”没有指标“{chart.indicator}”"
        report.fault("indicator-unknown", message, chart.indicator.origin, hint)
    elif part := _part(indicator, chart, report):
        _is_drawn(indicator, part, chart.indicator.origin, report)


def _part(indicator: Indicator, chart: ChartBlock, report: Report) -> Part | None:
    """Return the part that a path is of; None, after a fault, where it names none or a wrong one."""
    names = [part.name for part in indicator.parts if part.name]
    found = indicator.part(chart.part or "") or (indicator.parts[0] if len(indicator.parts) == 1 else None)
    if chart.part and chart.part not in names:
        hint = nearest(chart.part, names) or "这个指标没有分项，删去 part"
        report.fault("chart-part", f"指标“{indicator.name}”没有分项“{chart.part}”", chart.part.origin, hint)
        return None
    if found is None:
        message = f"指标“{indicator.name}”有 {len(names)} 个分项，没有写是哪一个"
        report.fault("chart-part", message, chart.origin, f"写上 part：{'、'.join(names)}")
    return found


def _is_drawn(indicator: Indicator, part: Part, origin: Origin, report: Report) -> None:
    """Report an indicator without numbers to draw."""
    target = part.target or indicator.target
    if target and target.is_worded:
        message = f"“{indicator.name}”是定性指标，没有数值可画"
        report.fault("chart", message, origin, "换一个指标，或删去这张图")
