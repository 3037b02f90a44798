"""What the tables of an evaluation ask for one paper: judgements, their marks and notes, causes and remedies."""

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any, NamedTuple

from markupsafe import Markup

from yinfa.compose.context import Tables
from yinfa.compose.heads import day
from yinfa.compose.results import cells
from yinfa.compose.results.rows import MARKS, Mark, Printed, Row, kinds_of, printed_of, why_no_data
from yinfa.derive.evaluation import Evaluation, evaluate
from yinfa.diagnostics import Report
from yinfa.fitting import breadth_of
from yinfa.model.actuals import Revision
from yinfa.model.identity import Leaf, Period
from yinfa.model.indicators import Indicator, Part
from yinfa.model.plan import Plan
from yinfa.model.quantity import Verdict
from yinfa.model.walk import each_of
from yinfa.model.words import PaperWords, TableBlock

BREAK = Markup("<br/>")
# Characters on a line of the columns that have marks, on an upright page: no format cuts between a figure and its mark.
ROOMS = {"goal": 3.2, "aim": 4.1, "result": 3.2}


class MissedGroup(NamedTuple):
    """The rows with one of the verdicts that call for a cause."""

    verdict: Verdict
    rows: tuple[Row, ...]


class ResultTables:
    """The results of one paper, as its templates ask for them.

    A table of a period that ended before the paper's year tells how that period ended.
    """

    def __init__(self, plan: Plan, leaf: Leaf, report: Report) -> None:
        self._plan = plan
        self._leaf = leaf
        self._report = report
        self._tables = Tables(plan, leaf, report)
        self._printed: dict[str, Printed] = {}

    def names(self) -> dict[str, Callable[..., Any]]:
        """Return the functions by the names that templates call them."""
        return {
            "evaluation": self.evaluation,
            "result_row": self.row,
            "result_marks": self.marks,
            "marked": self.marked,
            "without_data": self.without_data,
            "inapplicable": self.inapplicable,
            "any_sum": self.any_sum,
            "any_binding": self.any_binding,
            "missed_groups": self.missed_groups,
            "identified": self.identified,
            "missed_at": self.missed_at,
            "is_wide": self.is_wide,
            "causes": causes,
            "revised_on": revised_on,
            **{name: getattr(cells, name) for name in CELLS},
        }

    def evaluation(self, table: TableBlock) -> Evaluation:
        """Return the evaluation that a table prints; a year before its period is a fault at the table's place."""
        return self._of(table).evaluation

    def _of(self, table: TableBlock) -> Printed:
        period = self._tables.period(table)
        if period.id not in self._printed:
            self._printed[str(period.id)] = printed_of(self._evaluated(table, period))
        return self._printed[str(period.id)]

    def _evaluated(self, table: TableBlock, period: Period) -> Evaluation:
        year = self._plan.year_of(self._leaf)
        if year < period.start:
            hint = "核对 plan.yaml 中这份文件的 year，或这张表的 period"
            self._report.fault("evaluation-year", f"{year}年早于时期“{period.id}”，无从评价", table.origin, hint)
        stage = self._leaf.stage if period.id == self._plan.period_of(self._leaf) else None
        return evaluate(self._plan, period, min(year, period.end), stage)

    def row(self, table: TableBlock, indicator: Indicator, part: Part) -> Row | None:
        """Return the row that begins with a part of an indicator, None where one from above reaches down to it."""
        return self._of(table).by_part.get((str(indicator.id), part.name))

    def marks(self, table: TableBlock) -> tuple[Mark, ...]:
        """Return the marks of a table, in the order in which they are met."""
        return self._of(table).marks

    def marked(self, words: Markup, table: TableBlock, row: Row, column: str) -> Markup:
        """Return what stands in a column of a row with its marks, on a line of their own where there is no room.

        A range that is too long is cut by every format behind its sign ～: there the upper end is a line.
        """
        mine = [kind for kind in kinds_of(row) if MARKS[kind].column == column]
        signs = "".join(each.sign for each in self.marks(table) if each.kind in mine)
        line = words.strip().rpartition(BREAK)[2].striptags().rpartition("～")[2]
        return words.strip() + (BREAK if signs and breadth_of(line + signs) > ROOMS[column] else Markup()) + signs

    def without_data(self, table: TableBlock) -> tuple[tuple[str, list[str]], ...]:
        """Return the reasons why there are no data, each with the names that it holds of."""
        found: dict[str, list[str]] = {}
        for row in self._of(table).rows:
            if why := why_no_data(row.judgement):
                found.setdefault(why, []).append(row.name)
        return tuple(found.items())

    def inapplicable(self, table: TableBlock) -> list[str]:
        """Return the names of what does not apply."""
        return [row.name for row in self._rows(table, Verdict.NOT_APPLICABLE)]

    def any_sum(self, table: TableBlock) -> bool:
        """Return whether a sum stands beside what the year added."""
        return any(cells.sum_figure(each) and cells.is_apart(each) for each in self.evaluation(table).judgements)

    def any_binding(self, table: TableBlock) -> bool:
        """Return whether any indicator is 约束性."""
        return any(each.indicator.is_binding for each in self.evaluation(table).results)

    def missed_groups(self, table: TableBlock) -> tuple[MissedGroup, ...]:
        """Return what is missed, gravest first, in the order of 序号 within; no indicators at all are a fault."""
        self._tables.listed(table)
        groups = (MissedGroup(each, self._rows(table, each)) for each in (Verdict.MISSED, Verdict.NEARLY))
        return tuple(each for each in groups if each.rows)

    def _rows(self, table: TableBlock, verdict: Verdict) -> tuple[Row, ...]:
        return tuple(row for row in self._of(table).rows if row.judgement.verdict is verdict)

    def is_wide(self, table: TableBlock) -> bool:
        """Return whether a table stands on turned pages, so that words have more room beside figures."""
        turned = (each for each in self._plan.words_of(self._leaf).annexes if each.orientation == "landscape")
        return any(table is one for annex in turned for one in each_of(TableBlock, annex))

    def identified(self, table: TableBlock) -> TableBlock:
        """Return a table of the missed with an id by which the table of verdicts can refer to it."""
        return table.model_copy(update={"id": self._id_of(table)})

    def _id_of(self, table: TableBlock) -> str | None:
        own = f"missed-{self._tables.period(table).id}" if table is self._missed(table) else None
        return table.id or own

    def missed_at(self, table: TableBlock) -> str:
        """Return what a reference to the paper's table of the missed leads to, nothing where there is none.

        It is the table, or the annex whose title serves it for a caption.
        """
        found = self._missed(table)
        if found is None:
            return ""
        words: PaperWords = self._plan.words_of(self._leaf)
        homes = (each for each in words.annexes if any(found is one for one in each_of(TableBlock, each)))
        home = None if found.caption else next(homes, None)
        return str(home.id or home.heading) if home else str(self._id_of(found))

    def _missed(self, table: TableBlock) -> TableBlock | None:
        """Return the first table of the missed in this paper that is of the period of `table`."""
        period = self._tables.period(table).id
        every = each_of(TableBlock, self._plan.words_of(self._leaf))
        return next((each for each in every if each.table == "missed" and self._tables.period(each).id == period), None)


def revised_on(revision: Revision) -> str:
    """Return the day on which a target was changed: 2012年10月30日."""
    return day(revision.day.isoformat())


def causes(rows: Iterable[Row]) -> list[tuple[str, list[str]]]:
    """Return the causes of what is missed, each once with the names that share it; an empty one where none is told."""
    told = [(_cause(row), row.name) for row in rows]
    order = list(dict.fromkeys(cause for cause, _ in told))
    runs = groupby(sorted(told, key=lambda each: order.index(each[0])), key=lambda each: each[0])
    return [(cause, [name for _, name in run]) for cause, run in runs]


def _cause(row: Row) -> str:
    actual = row.judgement.actual
    return str(actual.cause).rstrip("。") if actual else ""


# The figures of cells.py that templates ask for.
CELLS = (
    *("goal_figure", "planned_figure", "aim_figure", "own_figure", "judged_figure", "sum_figure"),
    *("is_apart", "completion_figure", "grounds"),
)
