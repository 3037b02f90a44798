"""What the tests of charts share: the charts that a block of the evaluation of 2013 comes to, as text and figures."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.compose.composing import STYLE
from tests.dump import dump
from tests.plans import Change, good_plan, read_plan
from tests.trees import document_of
from yinfa.compose.results.bars import Drawn
from yinfa.compose.results.charts import ResultCharts
from yinfa.diagnostics import APART, Origin, Report
from yinfa.document.tree import Chart, Section
from yinfa.model.ledger import Ledger
from yinfa.model.plan import Plan
from yinfa.model.quantity import Quantity
from yinfa.model.words import ChartBlock
from yinfa.sources.text import Text

PLACE = Origin("text/evaluation-2013.yaml", 9, 9)


@cache
def plan() -> Plan:
    """Return the plan of tests/evaluations.py: made once, for it cannot be changed."""
    with TemporaryDirectory() as folder:
        return good_plan(Path(folder), evaluation=True)


def asked(what: str, indicator: str = "", part: str = "") -> ChartBlock:
    """Return the block that asks for a chart."""
    named = {name: Text(value, PLACE) for name, value in (("indicator", indicator), ("part", part)) if value}
    words = {"chart": Text(what, PLACE), "caption": Text("图题", PLACE), "id": Text("c", PLACE)}
    return ChartBlock.model_validate(words | named)


def drawn(
    what: str, within: Plan | None = None, most: int = 32, indicator: str = "", part: str = ""
) -> tuple[Drawn, list[str]]:
    """Return the charts of 2013 that a block comes to, and what is said of it."""
    whole, report = within or plan(), Report()
    leaf = next(each for each in whole.leaves() if each.kind == "evaluation" and each.year == 2013)
    found = ResultCharts(whole, leaf, replace(STYLE.chart, most=most), report).drawn(asked(what, indicator, part))
    return found, [str(each) for each in report]


def changed(folder: Path, *changes: Change) -> Plan:
    """Return the plan with `changes`, whatever is said of it."""
    found, said = read_plan(folder, *changes, evaluation=True)
    assert found, said
    return found


def lines(found: Drawn) -> str:
    """Return charts as text without cells: head, labels, series, words; then the notes."""
    bare = (
        replace(
            each,
            limit=each.limit and replace(each.limit, origin=""),
            series=tuple(
                replace(row, values=tuple(value and replace(value, origin="") for value in row.values))
                for row in each.series
            ),
        )
        for each in found.charts
    )
    printed = dump(document_of(Section("body", tuple(bare)))).split("[body]\n")[1]
    return printed + "".join(f"{note}\n" for note in found.notes)


def values(chart: Chart, name: str) -> list[str]:
    """Return the figures of a series as printed, ~ for a gap."""
    (series,) = (each for each in chart.series if each.name == name)
    return [value.text if value else "~" for value in series.values]


def cells(chart: Chart, name: str) -> list[str]:
    """Return the cells of a series, empty for a gap."""
    (series,) = (each for each in chart.series if each.name == name)
    return [_bare(value.origin) if value else "" for value in series.values]


def _bare(origin: str) -> str:
    """Return cells without the folder of their workbook."""
    return APART.join(each.rpartition("/")[2] for each in origin.split(APART))


def of_values(*results: Quantity) -> Plan:
    """Return the plan with as many indicators, of one 分类 each, of which these are the results of 2013."""
    first = next(each for each in plan().indicators if each.id == "quality" and each.period == "12-5")
    row = next(each for each in plan().actuals if each.id == "quality" and each.year == 2013)
    numbers = range(1, len(results) + 1)
    named = [Text(f"指标{number}", first.name.origin) for number in numbers]
    many = (
        replace(first, id=name, name=name, group=name, ordinal=number)
        for number, name in zip(numbers, named, strict=True)
    )
    rows = (replace(row, id=name, value=value) for name, value in zip(named, results, strict=True))
    return replace(plan(), indicators=tuple(many), actuals=Ledger(rows))
