"""What the sentences that a program makes ask of the results of one paper: counts and figures, and no words."""

from collections.abc import Callable
from typing import Any

from yinfa.compose.counts import named
from yinfa.compose.facts import ONLY_EVALUATIONS, NoSuchFact
from yinfa.compose.figures import number
from yinfa.compose.results.changes import changed
from yinfa.compose.results.facts import results_of
from yinfa.compose.results.progress import projects_in, tasks_in
from yinfa.compose.results.shortfalls import missed
from yinfa.compose.results.standings import extremes, groups, natures, overall
from yinfa.derive.evaluation import Evaluation
from yinfa.diagnostics import Report
from yinfa.model.identity import Leaf
from yinfa.model.plan import Plan
from yinfa.model.words import SummaryBlock

OF_INDICATORS: dict[str, Callable[[Plan, Evaluation], object]] = {
    "overall": lambda _, evaluation: overall(evaluation),
    "natures": lambda _, evaluation: natures(evaluation),
    "groups": lambda _, evaluation: groups(evaluation),
    "extremes": lambda _, evaluation: extremes(evaluation),
    "changes": changed,
    "missed": lambda _, evaluation: missed(evaluation),
}
OF_WORK: dict[str, Callable[[Plan, int], object]] = {"tasks": tasks_in, "projects": projects_in}


class Summaries:
    """The results of one paper, as its templates ask for them; nothing to speak of is a fault at the block's place."""

    def __init__(self, plan: Plan, leaf: Leaf, report: Report) -> None:
        self._plan = plan
        self._leaf = leaf
        self._report = report

    def names(self) -> dict[str, Callable[..., Any]]:
        """Return the functions by the names that templates call them."""
        return {
            "summed_up": self.summed_up,
            "counted": number,
            "how_many": named,
            "judged_year": self.year,
            "evaluated": self.evaluation,
        }

    def year(self) -> int:
        """Return the year that the paper is about."""
        return self._plan.year_of(self._leaf)

    def evaluation(self) -> Evaluation:
        """Return the evaluation that the paper is about. Raise `NoSuchFact` where there is nothing to evaluate."""
        return results_of(self._plan, self._leaf)

    def summed_up(self, it: SummaryBlock) -> object:
        """Return what the sentences of a block are made from; None after a fault."""
        try:
            return self._found(str(it.summary))
        except NoSuchFact as trouble:
            self._report.fault("summary-empty", f"不能写“{it.summary}”一段：{trouble}", it.origin, trouble.hint)
            return None

    def _found(self, summary: str) -> object:
        if not self._leaf.is_evaluation:
            raise NoSuchFact("只有评估报告可用", ONLY_EVALUATIONS)
        if summary in OF_WORK:
            return OF_WORK[summary](self._plan, self.year())
        return OF_INDICATORS[summary](self._plan, self.evaluation())
