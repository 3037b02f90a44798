"""The bench: the repeated plan can be issued, and the tables print. No time is asserted."""

import json
import sys
from collections import Counter
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bench.cases import SOURCE, Case, Outcome
from bench.corrected import BOOK, CORRECTION
from bench.corrected import SOURCE as CORRECTED
from bench.duties import write_plan
from bench.measure import Command, Cost, Failed, best, run
from bench.papers import bare, repeat, tree_of
from bench.table import costs, growth
from yinfa.checks import check
from yinfa.derive.duties import charged, charges_of
from yinfa.diagnostics import Report
from yinfa.document.tree import Document, Heading, Inlines, Ref
from yinfa.document.walk import blocks_of, map_inlines
from yinfa.model.load import load_plan


@pytest.fixture(scope="module")
def thrice(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """Return the tree of data/ruian with its chapters three times."""
    return tree_of(repeat(SOURCE, tmp_path_factory.mktemp("bench") / "data", 3))


def headings(document: Document, level: int) -> list[str]:
    """Return the words of a level's numbered headings, ordinals left out."""
    found = (each for each in blocks_of(document) if isinstance(each, Heading) and each.form == "ordinal")
    return ["".join(getattr(child, "text", "") for child in each.children) for each in found if each.level == level]


def test_repeated_plan_holds_every_chapter_three_times(thrice: Document) -> None:
    """The chapters stand one after the other, and nothing was reported as a fault."""
    chapters = headings(tree_of(SOURCE), 1)
    assert headings(thrice, 1) == chapters * 3


def test_repeated_references_stay_in_their_copy(thrice: Document) -> None:
    """Each copy refers to its own boxes and tables; the annex, which is not repeated, is referred to by all."""
    targets: Counter[str] = Counter()
    for block in blocks_of(thrice):
        map_inlines(block, lambda inlines: _count(inlines, targets))
    copies = [targets["box-brand"], targets["box-brand-1"], targets["box-brand-2"]]
    assert copies[0] > 0
    assert copies == [copies[0]] * 3
    assert targets["annex-projects"] > 0
    assert "annex-projects-1" not in targets


def _count(inlines: Inlines, targets: Counter[str]) -> Inlines:
    targets.update(each.target for each in inlines if isinstance(each, Ref))
    return inlines


def test_bare_blocks_hold_the_tables_as_full_grids(thrice: Document) -> None:
    """What python-docx gets is JSON, and each row of a table has a text for every column."""
    blocks = json.loads(json.dumps([each for block in blocks_of(thrice) for each in bare(block)]))
    tables = [content for kind, content in blocks if kind == "table"]
    assert len(tables) == 4  # the indicators in each copy, and the projects
    assert all(len({len(row) for row in rows}) == 1 for rows in tables)


def test_run_measures_the_child_alone() -> None:
    """A child that takes memory shows it; one that prints a stopwatch is timed by that."""
    big = run(Command((sys.executable, "-c", "bytearray(300_000_000)")))
    assert big.peak > 300
    inner = run(Command((sys.executable, "-c", 'print(\'{"wall": 7, "cpu": 5}\')'), inner=True))
    assert (inner.wall, inner.cpu) == (7, 5)


def test_run_tells_what_a_failed_command_printed() -> None:
    """A command that fails is not measured."""
    with pytest.raises(Failed, match="no such step"):
        run(Command((sys.executable, "-c", "raise SystemExit('no such step')")))


def test_best_takes_least_time_highest_peak_and_spread() -> None:
    """Noise only ever adds time, so the least is nearest to the truth."""
    assert best([Cost(3, 2, 100), Cost(2, 2.5, 110)]) == Cost(2, 2, 110, 0.25)


def outcome(seconds: float, aim: float = 1.0) -> Outcome:
    """Return an outcome beside a baseline of two seconds."""
    case = Case("PDF", Command(()), "WeasyPrint", Command(()), aim, 250)
    return Outcome(case, Cost(seconds, seconds, 160), Cost(2, 2, 150))


def test_table_prints_ratio_and_verdict() -> None:
    """The ratio is ours to the baseline's, and the aim is met or missed."""
    table = costs("data/ruian", [outcome(1), outcome(3)]).splitlines()
    assert table[0] == "data/ruian"
    assert "0.50  <= 1 met; <= 250 MB met" in table[3]
    assert "1.50  <= 1 MISSED; <= 250 MB met" in table[4]


def test_table_judges_seconds_and_memory_where_there_is_no_baseline() -> None:
    """As of the splits of duties."""
    case = Case("splits", Command(()), peak_aim=500, cpu_aim=60)
    table = costs("300 tasks", [Outcome(case, Cost(90, 59, 501))])
    assert table.endswith("<= 60 s met; <= 500 MB MISSED")


def test_the_plan_of_many_tasks_can_be_issued(tmp_path: Path) -> None:
    """Nothing is said of it, every unit has something to do, and as many tasks and units as were wanted are there."""
    report = Report()
    plan = load_plan(write_plan(tmp_path / "many", 40, 20), "many", report)
    assert plan is not None
    check(plan, report)
    assert list(report) == []
    charges = charges_of(plan.words_of(plan.papers()[0]), plan.registry)
    assert (charges[-1].ordinal, len(charged(charges, plan.registry))) == (40, 20)


def test_growth_tells_linear_from_quadratic() -> None:
    """A fixed cost does not hide a growth beyond the linear."""
    linear = growth({times: [outcome(10 + times)] for times in (1, 4, 16)})
    quadratic = growth({times: [outcome(10 + times**2)] for times in (1, 4, 16)})
    assert "1.00  <= 1.25 met" in linear
    assert "4.00  <= 1.25 MISSED" in quadratic


def test_the_process_that_measures_is_lean() -> None:
    """A child's peak memory begins at its parent's, so nothing heavy is imported there."""
    script = "import sys, bench.__main__; sys.exit(bool({'yinfa', 'weasyprint', 'docx', 'yaml'} & set(sys.modules)))"
    run(Command((sys.executable, "-c", script)))


def test_the_corrected_cell_holds_another_figure() -> None:
    """Else nothing would be built anew, and the measure would say nothing."""
    found = load_workbook(CORRECTED / BOOK)[CORRECTION.sheet][CORRECTION.cell].value
    assert isinstance(found, int)
    assert found != CORRECTION.value


def test_what_a_command_makes_is_removed_before_each_run(tmp_path: Path) -> None:
    """Or the second run would find it there."""
    made = tmp_path / "made"
    command = Command((sys.executable, "-c", f"import pathlib; pathlib.Path({str(made)!r}).mkdir()"), makes=made)
    assert all(run(command).cpu > 0 for _ in range(2))
