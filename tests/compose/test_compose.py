"""The whole of composing, from the small plan to its finished tree."""

from collections.abc import Callable
from pathlib import Path

from tests.compose.composing import composed, paper
from tests.dump import dump
from yinfa.document.tree import Table
from yinfa.document.walk import text_of


def test_the_small_plan_becomes_the_golden_tree(tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    """Every block, number, reference and place; `pytest --bless` writes it anew."""
    golden("small-plan.txt", dump(paper(tmp_path)))


def test_composing_twice_gives_the_same_tree(tmp_path: Path) -> None:
    """There is no hidden state."""
    assert paper(tmp_path) == paper(tmp_path)


def test_a_plan_that_is_no_sample_bears_no_mark(tmp_path: Path) -> None:
    """样例 is for samples."""
    assert (paper(tmp_path).mark, paper(tmp_path, ("plan.yaml", "sample: true\n", "")).mark) == ("样例", "")


def test_the_date_of_a_month_is_its_first_day(tmp_path: Path) -> None:
    """Writers look at no other clock."""
    assert paper(tmp_path).date == "2011-11-01"
    assert paper(tmp_path, ("plan.yaml", "date: 2011-11", "date: 2011-11-05")).date == "2011-11-05"


def test_faults_of_cells_and_of_prose_are_told_together(tmp_path: Path) -> None:
    """One run, one list."""
    _, said = composed(tmp_path, ("指标!L7", "五十五"), ("text/plan.yaml", "品牌数", "品牌树"))
    assert [line.split(" ")[0] for line in said] == [
        "data/xian/indicators.xlsx!指标!L7:",
        "data/xian/text/plan.yaml:13:19:",
    ]


def test_a_hundred_headings_of_one_level_are_refused(tmp_path: Path) -> None:
    """There is no ordinal for the hundredth."""
    many = "".join(f"  - heading: 第{n}章\n" for n in range(98))
    _, said = composed(tmp_path, ("text/plan.yaml", "annexes:", f"{many}annexes:"))
    assert [line.split("\n")[0] for line in said] == [
        "data/xian/plan.yaml:16:11: 错误[ordinal-range] 序号 100 超出范围（1 至 99）"
    ]


def test_a_table_of_a_period_that_is_not_there_is_told_at_the_table(tmp_path: Path) -> None:
    """With the periods there are."""
    _, said = composed(
        tmp_path, ("text/plan.yaml", "caption: 主要指标", 'caption: 主要指标\n            period: "13-5"')
    )
    assert said[0].startswith("data/xian/text/plan.yaml:17:21: 错误[period] 没有时期“13-5”")


def test_a_table_of_a_period_without_indicators_is_told_at_the_table(tmp_path: Path) -> None:
    """An empty table is never printed."""
    _, said = composed(
        tmp_path,
        ("指标!C8", "否"),
        ("指标!E8", None),
        ("text/plan.yaml", "caption: 主要指标", 'caption: 主要指标\n            period: "11-5"'),
    )
    assert said[0].startswith("data/xian/text/plan.yaml:16:22: 错误[table-empty] 时期“11-5”没有列入主表的指标")


def test_no_total_is_printed_where_no_project_has_an_amount(tmp_path: Path) -> None:
    """Nothing known is not nothing: prose must be rewritten, the table prints —."""
    blanks = [("项目!H2", "—"), ("项目!H3", "—"), ("项目!I2", "—"), ("项目!I3", "—")]
    _, said = composed(tmp_path, *blanks)
    assert [each.split("] ")[1].split("\n")[0] for each in said] == ["没有一个项目填有数额，无从合计"]
    document = paper(tmp_path, *blanks, ("text/plan.yaml", '{{ total("总投资", "亿元", 1) }}', "待核"))
    (table,) = (block for block in document.sections[-1].blocks if isinstance(block, Table))
    ((total,),) = table.groups[-1:]
    assert [text_of(cell.children) for cell in total] == ["总计", "—", "—", "—"]


def test_a_table_of_projects_without_projects_is_a_fault(tmp_path: Path) -> None:
    nothing = [(f"项目!{column}{row}", None) for row in (2, 3) for column in "ABCDEFGHIJ"]
    _, said = composed(tmp_path, *nothing)
    assert any("[table-empty] 没有项目可列" in each for each in said)
    assert any("[prose-fact-unknown] 没有项目可数、可加" in each for each in said)
