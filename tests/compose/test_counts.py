"""Numbers of things that know the cells they are counted from."""

from pathlib import Path

from tests.plans import good_plan
from yinfa.compose.counts import Count, counted, named
from yinfa.compose.figures import number, placed
from yinfa.compose.prose import Prose
from yinfa.compose.results.facts import facts_of
from yinfa.diagnostics import Origin, Report
from yinfa.sources.text import Text


def cell(name: str) -> Origin:
    """Return a cell."""
    return Origin("a.xlsx", sheet="表", cell=name)


def test_what_is_counted_names_the_cells_of_the_things() -> None:
    assert counted(("E2", "E3"), lambda each: (cell(each),)).place == "a.xlsx!表!E2..E3"
    assert named([Text("甲", cell("B2")), Text("乙", cell("B4"))]).place == "a.xlsx!表!B2//B4"


def test_nought_names_the_cells_of_all_that_was_looked_at() -> None:
    nought = counted((), lambda each: (cell(each),), among=("E2", "E5"))
    assert nought == 0
    assert nought.place == "a.xlsx!表!E2//E5"


def test_counts_added_up_know_the_cells_of_both() -> None:
    """As the templates do it, from nothing on."""
    whole = sum([Count(1, (cell("E2"),)), Count(2, (cell("E3"), cell("E2")))])
    assert whole == 3
    assert number(Count(3, whole.origins), "项") == '<data value="3" at="a.xlsx!表!E2..E3">3项</data>'


def test_words_are_marked_with_their_place_each_name_of_a_list_by_itself() -> None:
    names = (Text("甲<", cell("B2")), Text("乙", cell("B3")))
    assert placed(names) == '<span at="a.xlsx!表!B2">甲&lt;</span>、<span at="a.xlsx!表!B3">乙</span>'
    assert placed("已完成", cell("E2")) == '<span at="a.xlsx!表!E2">已完成</span>'
    assert (placed("甲"), placed(Text("", cell("B2"))), placed(())) == ("甲", "", "")


def test_in_a_passage_figures_keep_their_own_cells(tmp_path: Path) -> None:
    plan = good_plan(tmp_path)
    prose = Prose(facts_of(plan, plan.papers()[0]), Report())
    said = prose.passage(Text('达到{{ target("quality") }}以<上', Origin("t.yaml", 3, 5)))
    figure = '<data value="92" at="data/xian/indicators.xlsx!指标!L2">92%</data>'
    assert said == f'<span at="t.yaml:3:5">达到</span>{figure}<span at="t.yaml:3:5">以&lt;上</span>'
