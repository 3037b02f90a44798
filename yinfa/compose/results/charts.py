"""The charts that a text asks for: the results of its paper, drawn; where there is nothing to draw, a fault."""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from yinfa.compose.results.bars import NOTHING, Drawn, groups, rates, units
from yinfa.compose.results.lines import path
from yinfa.derive.evaluation import Evaluation, evaluation_of
from yinfa.derive.path import path_of
from yinfa.derive.progress import by_unit, task_states
from yinfa.diagnostics import Report
from yinfa.model.identity import Leaf
from yinfa.model.plan import Plan
from yinfa.model.words import ChartBlock
from yinfa.styling import ChartStyle

# What is said where a chart has nothing to show, and how to mend it.
EMPTY = {
    "rates": ("没有一项指标算得出完成率", "在“完成值”表中填报完成值和年度目标，或在“指标”表中填写基期值"),
    "groups": ("没有适用的指标可以评价", "核对“指标”表中这一时期列入主表的指标"),
    "path": ("指标“{indicator}”没有可以连成线的数", "在“完成值”表中填报各年的完成值"),
    "units": ("{year}年没有单位牵头的任务", "核对 plan.yaml 中写有任务（task）的文件的年度"),
}


class ResultCharts:
    """The results of one paper, as its templates ask for them."""

    def __init__(self, plan: Plan, leaf: Leaf, style: ChartStyle, report: Report) -> None:
        self._plan = plan
        self._leaf = leaf
        self._style = style
        self._report = report

    def names(self) -> dict[str, Callable[..., Any]]:
        """Return the functions by the names that templates call them."""
        return {"drawn": self.drawn}

    @cached_property
    def _evaluation(self) -> Evaluation | None:
        return evaluation_of(self._plan, self._leaf)

    def drawn(self, block: ChartBlock) -> Drawn:
        """Return the charts that a block comes to and the notes below them; nothing to draw is a fault at its place."""
        if self._evaluation is None:
            return NOTHING  # its period is none of the plan's, which is told there
        found = self._drawn(block, self._evaluation)
        if not found.charts:
            said, hint = EMPTY[block.chart]
            message = said.format(indicator=block.indicator, year=self._evaluation.year)
            self._report.fault("chart-empty", f"{message}，画不出图", block.origin, f"{hint}；或删去这张图")
        return found

    def _drawn(self, block: ChartBlock, evaluation: Evaluation) -> Drawn:
        match block.chart:
            case "rates":
                return rates(evaluation, self._style.most)
            case "groups":
                return groups(evaluation, self._style.most)
            case "units":
                return units(by_unit(self._plan, task_states(self._plan, evaluation.year)), self._style.most)
        return self._path(block, evaluation)

    def _path(self, block: ChartBlock, evaluation: Evaluation) -> Drawn:
        """Return the chart of an indicator's path; nothing where name or part are unknown, which is told there."""
        indicator = self._plan.indicator(block.indicator or "", evaluation.period.id)
        only = indicator.parts[0] if indicator and len(indicator.parts) == 1 else None
        part = indicator.part(block.part) if indicator and block.part else only
        if indicator is None or part is None:
            return NOTHING
        found = path_of(self._plan, indicator, part, evaluation.period, evaluation.year)
        return path(found, indicator, part) if found else NOTHING
