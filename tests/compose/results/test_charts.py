"""What the charts of an evaluation show: each figure once and as it is, and in words what is not drawn."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.compose.composing import STYLE
from tests.compose.results.charting import PLACE, asked, cells, changed, drawn, lines, of_values, plan, values
from tests.dump import dump
from tests.evaluations import EVALUATION_2013
from tests.plans import good_plan
from tests.trees import document_of
from yinfa.compose.compose import Composer
from yinfa.compose.results.bars import Bar, balanced
from yinfa.compose.splits import numbered
from yinfa.derive.evaluation import evaluation_of
from yinfa.diagnostics import Report
from yinfa.document.tree import Block, Chart, Document, Paragraph, Section
from yinfa.document.walk import blocks_of, text_of
from yinfa.model.plan import Plan
from yinfa.model.quantity import Absence, Quantity

TEXT = """\
chapters:
  - heading: 指标完成情况
    blocks:
      - 见{{ ref("chart-of-rates") }}。
      - {chart: rates, caption: 各指标完成率, id: chart-of-rates}
      - {chart: path, indicator: 产品抽查合格率, caption: 合格率}
"""


# --- rates ------------------------------------------------------------------------------


def test_rates_are_told_apart_by_whether_the_target_is_met() -> None:
    """By hand: 91.5 of 91.2, 15 of 16, 20 + 25 + 12 of 60, 41 of 40; 0 where 5 are allowed is twice as good."""
    found, said = drawn("rates")
    assert said == []
    assert lines(found) == (
        "chart # | (bars, %, limit [100% = 100])\n"
        "  产品抽查合格率 | 品牌数（国家级） | 品牌数（省级） | 新增发明专利 | 检测服务业收入 | 质量安全事故\n"
        "  达到目标.solid: [100.3% = 100.3] | [100.0% = 100.0] | ~ | ~ | [102.5% = 102.5] | [200.0% = 200.0]\n"
        "  基本完成.light: ~ | ~ | [93.8% = 93.8] | ~ | ~ | ~\n"
        "  未完成.hatched: ~ | ~ | ~ | [95.0% = 95.0] | ~ | ~\n"
        "  条形图：各项指标的完成率，共6条，达到目标4条、基本完成1条、未完成1条。依次为产品抽查合格率100.3%、"
        "品牌数（国家级）100.0%、品牌数（省级）93.8%、新增发明专利95.0%、检测服务业收入102.5%、质量安全事故200.0%。\n"
        "没有完成率、未画入图中的有：定性的污染物排放（化学需氧量）、污染物排放（二氧化硫）；不适用的安全县评定。\n"
    )


def test_a_rate_knows_the_cells_that_it_is_made_of() -> None:
    """The result, of what is added those of all years, and what was due: here a pace from the baseline."""
    (chart,) = drawn("rates")[0].charts
    made = "indicators.xlsx!完成值!E10..E12//indicators.xlsx!指标!L7//M7"
    assert cells(chart, "未完成") == ["", "", "", made, "", ""]


def test_a_rate_that_would_be_rounded_to_the_whole_is_not() -> None:
    """A bar that is missed never prints 100.0%."""
    (chart,) = drawn("rates", of_values(Decimal("91.1999")))[0].charts
    assert [value.text for each in chart.series for value in each.values if value] == ["99.99%"]


def test_what_has_no_data_is_named_below_and_not_drawn(tmp_path: Path) -> None:
    """It is no zero."""
    found, _ = drawn("rates", changed(tmp_path, ("完成值!E4", None)))
    assert "产品抽查合格率" not in found.charts[0].labels
    assert found.notes[0].startswith("没有完成率、未画入图中的有：无数据的产品抽查合格率；定性的")


def test_a_very_long_bar_is_cut_and_said_to_be(tmp_path: Path) -> None:
    """Its figure is printed as it is."""
    found, _ = drawn("rates", changed(tmp_path, ("完成值!E14", 400)))
    (chart,) = found.charts
    assert chart.top == Decimal(200)
    assert values(chart, "达到目标")[4] == "1000.0%"
    assert found.notes[-1] == "完成率超过200%的，柱形画到200%为止，数字照实标注。"


@pytest.mark.parametrize(("longest", "top"), [("228", None), ("228.1", Decimal(200))])
def test_a_bar_of_two_and_a_half_times_the_target_is_drawn_whole(longest: str, top: Decimal | None) -> None:
    """228 of 91.2 are just 250 %; the note stands where anything is cut, and there only."""
    found, _ = drawn("rates", of_values(Decimal(longest), Decimal(90)))
    assert [each.top for each in found.charts] == [top]
    assert len(found.notes) == (top is not None)


def test_only_what_is_there_has_a_series(tmp_path: Path) -> None:
    """The legend names nothing that nobody sees."""
    better = (("完成值!E8", 16), ("完成值!E12", 15))
    (chart,) = drawn("rates", changed(tmp_path, *better))[0].charts
    assert [each.name for each in chart.series] == ["达到目标"]


# --- many -------------------------------------------------------------------------------


def test_sixty_indicators_go_on_in_a_second_chart_of_the_same_scale() -> None:
    """Thirty and thirty; one that is far better than all others is in one of them only."""
    rates = [Decimal(80 + number) for number in range(60)]
    found, said = drawn("rates", of_values(*rates))
    assert said == []
    assert [len(each.labels) for each in found.charts] == [30, 30]
    assert [each.top for each in found.charts] == [Decimal(160), Decimal(160)]
    assert found.charts[0].alt == (
        "条形图：各项指标的完成率，共30条，达到目标18条、基本完成9条、未完成3条。最高的是指标30，119.5%；最低的是指标1，87.7%。"
    )
    assert len(found.charts[1].alt) < 100
    assert found.notes == ()


def test_an_extreme_that_many_share_names_the_first_three() -> None:
    """And says how many there are."""
    (chart,) = drawn("rates", of_values(*[Decimal(95)] * 15, Decimal(91)))[0].charts
    assert chart.alt.endswith("最高的是指标1、指标2、指标3等15项，104.2%；最低的是指标16，99.8%。")


@given(st.integers(0, 200), st.integers(1, 40))
def test_pieces_are_as_few_and_as_equal_as_can_be(count: int, most: int) -> None:
    """None is longer than a chart may be, none more than one bar longer than another; nothing is lost."""
    rows = [Bar(str(number), {}) for number in range(count)]
    pieces = [len(each) for each in balanced(rows, most)]
    assert [row for each in balanced(rows, most) for row in each] == rows
    assert len(pieces) == -(-count // most)
    assert not pieces or (max(pieces) <= most and max(pieces) - min(pieces) <= 1)


QUANTITIES = st.sampled_from([Absence.MISSING, Absence.DASH, Absence.NOT_APPLICABLE]) | st.decimals(0, 1000, places=1)


@given(st.lists(QUANTITIES, min_size=1, max_size=70), st.integers(1, 40))
def test_each_indicator_with_a_rate_is_drawn_exactly_once(results: Sequence[Quantity], most: int) -> None:
    """Over all the charts of a block, with one figure that is its rate; each other one is named below them."""
    within = of_values(*results)
    found, _ = drawn("rates", within, most)
    leaf = next(each for each in within.leaves() if each.kind == "evaluation" and each.year == 2013)
    evaluation = evaluation_of(within, leaf)
    assert evaluation
    wanted = [(str(each.indicator.name), each.rate) for each in evaluation.judgements if each.rate is not None]
    bars = [
        (label, [each.values[index] for each in chart.series if each.values[index]])
        for chart in found.charts
        for index, label in enumerate(chart.labels)
    ]
    assert [label for label, _ in bars] == [label for label, _ in wanted]
    for (_, figures), (_, rate) in zip(bars, wanted, strict=True):
        (figure,) = figures
        assert figure
        assert figure.value is not None
        assert abs(figure.value - rate) <= Decimal("0.05")
        assert (figure.value < 100) == (rate < 100)
    left = [str(each.indicator.name) for each in evaluation.judgements if each.rate is None]
    named = "".join(found.notes).partition("柱形")[0]
    assert sorted(each for part in named.replace("；", "、").split("、") if (each := _name(part))) == sorted(left)


def _name(part: str) -> str:
    """Return the indicator that a piece of a note names."""
    return part[part.index("指标") :].split("。")[0] if "指标" in part else ""


# --- groups and units -------------------------------------------------------------------


def test_groups_count_each_indicator_once_and_leave_out_what_does_not_apply() -> None:
    """An indicator of several parts is as its gravest part; 无数据 has a place of its own."""
    found, said = drawn("groups")
    assert said == []
    assert lines(found) == (
        "chart # | (stacked, 项)\n"
        "  产品 | 环境 | 创新 | 安全\n"
        "  达到目标.solid: [1 = 1] | [1 = 1] | [1 = 1] | [1 = 1]\n"
        "  基本完成.light: [1 = 1] | ~ | ~ | ~\n"
        "  未完成.hatched: ~ | ~ | [1 = 1] | ~\n"
        "  堆积条形图：4类指标的完成情况，共6项，达到目标4项、基本完成1项、未完成1项。产品达到目标1项、基本完成1项；"
        "环境达到目标1项；创新达到目标1项、未完成1项；安全达到目标1项。\n"
        "不适用的1项指标未计入图中：安全县评定。\n"
    )


def test_a_group_without_data_is_shown_one_that_does_not_apply_is_not() -> None:
    """They are two things."""
    found, _ = drawn("groups", of_values(Absence.MISSING, Absence.NOT_APPLICABLE, Decimal(95)))
    assert found.charts[0].labels == ("指标1", "指标3")
    assert values(found.charts[0], "无数据") == ["1", "~"]
    assert found.notes == ("不适用的1项指标未计入图中：指标2。",)


def test_many_groups_are_told_in_sums_and_share_a_scale() -> None:
    """As many bars as a dozen are told one by one, more are not."""
    found, _ = drawn("groups", of_values(*[Decimal(95)] * 13))
    assert found.charts[0].alt == "堆积条形图：13类指标的完成情况，共13项，达到目标13项。"
    split, _ = drawn("groups", of_values(*[Decimal(95)] * 13), most=7)
    assert [(len(each.labels), each.top) for each in split.charts] == [(6, Decimal(1)), (7, Decimal(1))]


def test_units_stand_in_the_order_of_the_registry_with_what_they_lead() -> None:
    """A task that two lead is told of both, and so it is said."""
    found, said = drawn("units")
    assert said == []
    assert lines(found) == (
        "chart # | (stacked, 项)\n"
        "  县质监局 | 县发改局 | 县经信局\n"
        "  已完成.solid: [3 = 3] | [1 = 1] | ~\n"
        "  推进中.light: ~ | ~ | [1 = 1]\n"
        "  未启动.hatched: ~ | ~ | [1 = 1]\n"
        "  堆积条形图：3个单位牵头任务的进展，共6项，已完成4项、推进中1项、未启动1项。县质监局已完成3项；"
        "县发改局已完成1项；县经信局推进中1项、未启动1项。\n"
        "由几个单位共同牵头的任务，各单位都计入。\n"
    )


def test_a_task_of_which_nothing_is_said_is_not_reported() -> None:
    """It is neither done nor not begun."""
    found, _ = drawn("units", replace(plan(), task_progress=()))
    (chart,) = found.charts
    assert [(each.name, each.look) for each in chart.series] == [("未报送", "blank")]


# --- faults -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("what", "indicator", "why", "hint"),
    [
        ("rates", "", "没有一项指标算得出完成率，画不出图", "基期值；或删去这张图"),
        ("groups", "", "没有适用的指标可以评价，画不出图", "列入主表的指标；或删去这张图"),
        ("path", "指标1", "指标“指标1”没有可以连成线的数，画不出图", "各年的完成值；或删去这张图"),
    ],
)
def test_a_chart_with_nothing_to_draw_is_a_fault_at_its_place(what: str, indicator: str, why: str, hint: str) -> None:
    """With what to do about it; nothing is drawn."""
    found, said = drawn(what, of_values(Absence.NOT_APPLICABLE), indicator=indicator)
    assert found.charts == ()
    (told,) = said
    assert told.startswith(f"text/evaluation-2013.yaml:9:9: 错误[chart-empty] {why}\n")
    assert told.endswith(hint)


def test_a_year_without_tasks_has_no_chart_of_units() -> None:
    """The year is named."""
    found, said = drawn("units", replace(plan(), words={}))
    assert found.charts == ()
    assert [each.split("\n")[0] for each in said] == [
        "text/evaluation-2013.yaml:9:9: 错误[chart-empty] 2013年没有单位牵头的任务，画不出图"
    ]


@pytest.mark.parametrize(
    ("indicator", "part"), [("没有的", ""), ("brands", ""), ("brands", "没有的"), ("emission", "二氧化硫")]
)
def test_a_path_of_nothing_known_is_no_crash(indicator: str, part: str) -> None:
    """Unknown names are told with the plan, words are no points."""
    found, said = drawn("path", indicator=indicator, part=part)
    assert found.charts == ()
    assert len(said) == 1


# --- on the page ------------------------------------------------------------------------


def composed_of(whole: Plan, most: int = 32) -> tuple[Document | None, list[str]]:
    """Return the evaluation of 2013 with charts of so many bars, and what is said of it."""
    report = Report()
    paper = next(each for each in whole.papers() if each.kind == "evaluation" and each.year == 2013)
    style = replace(STYLE, chart=replace(STYLE.chart, most=most))
    return Composer(whole, style, report).compose(paper), [str(each) for each in report]


def test_the_charts_of_an_evaluation_are_the_golden_ones(tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    """Of each kind one at least, with its notes below it."""
    document, said = composed_of(good_plan(tmp_path, evaluation=True))
    assert said == []
    assert document
    blocks = list(blocks_of(document))
    shown = tuple(block for before, block in pairwise(blocks) if isinstance(block, Chart) or _is_note(before, block))
    golden("evaluation-charts-2013.txt", dump(document_of(Section("body", shown))))


def _is_note(before: Block, block: Block) -> bool:
    return isinstance(before, Chart) and isinstance(block, Paragraph) and block.role == "note"


def test_a_block_becomes_charts_with_numbers_captions_and_notes(tmp_path: Path) -> None:
    """The first has the id that prose refers to; the note stands below the last one."""
    document, said = composed_of(changed(tmp_path, ("text/evaluation-2013.yaml", EVALUATION_2013, TEXT)), 4)
    assert said == []
    assert document
    blocks = list(blocks_of(document))
    start = next(index for index, each in enumerate(blocks) if isinstance(each, Chart))
    first, second, note, path = blocks[start : start + 4]
    assert isinstance(first, Chart)
    assert isinstance(second, Chart)
    assert isinstance(path, Chart)
    assert [(each.id, each.ordinal, text_of(each.caption)) for each in (first, second, path)] == [
        ("chart-of-rates", "图1", "各指标完成率（一）"),
        ("figure-2", "图2", "各指标完成率（二）"),
        ("figure-3", "图3", "合格率"),
    ]
    assert first.origin == "data/xian/text/evaluation-2013.yaml:5:33"
    assert isinstance(note, Paragraph)
    assert (note.role, text_of(note.children)[:12]) == ("note", "注：没有完成率、未画入图")
    referring = blocks[start - 1]
    assert isinstance(referring, Paragraph)
    assert text_of(referring.children) == "见图1。"


@pytest.mark.parametrize("most", [32, 4])
def test_the_tree_holds_what_was_drawn(tmp_path: Path, most: int) -> None:
    """Figure for figure: the markup loses nothing, not of the words nor of the cells, nor where an axis ends."""
    changes = (("text/evaluation-2013.yaml", EVALUATION_2013, TEXT), ("完成值!E16", 1))
    whole = changed(tmp_path, *changes)
    document, _ = composed_of(whole, most)
    assert document
    charts = [each for each in blocks_of(document) if isinstance(each, Chart)]
    wanted = [*drawn("rates", whole, most)[0].charts, *drawn("path", whole, indicator="quality")[0].charts]
    assert [replace(each, id="", caption=(), ordinal="", origin="") for each in charts] == wanted
    assert charts[0].top == (None if most == 32 else Decimal(180))


def test_a_block_with_nothing_to_draw_stops_its_paper(tmp_path: Path) -> None:
    """It is one fault, at the word that asks for it, and not a paper with a hole."""
    nothing = tuple((f"完成值!E{row}", None) for row in (2, 3, 4))
    whole = changed(tmp_path, ("text/evaluation-2013.yaml", EVALUATION_2013, TEXT), *nothing)
    _, said = composed_of(whole)
    assert [each.split("\n")[0] for each in said] == [
        "data/xian/text/evaluation-2013.yaml:6:17: 错误[chart-empty] 指标“产品抽查合格率”没有可以连成线的数，画不出图"
    ]


def test_charts_that_are_asked_for_as_one_are_numbered_behind_their_caption() -> None:
    """As tables are; the id is the first one's."""
    block = asked("rates")
    assert numbered(block, 1, 1) is block
    first, second = numbered(block, 1, 2), numbered(block, 2, 2)
    assert [(each.caption, each.id) for each in (first, second)] == [("图题（一）", "c"), ("图题（二）", None)]
    assert second.caption.origin == PLACE
