"""The chart of a path: target and results over the years, with gaps where nothing is known."""

from dataclasses import replace
from pathlib import Path

from tests.compose.results.charting import PLACE, cells, changed, drawn, lines, plan, values
from yinfa.compose.results.lines import path
from yinfa.derive.path import path_of
from yinfa.model.ledger import Ledger
from yinfa.sources.text import Text


def test_a_path_runs_from_the_baseline_to_the_target_with_results_to_the_year_judged() -> None:
    """By hand: 90 + 2 × n/5; what is later than 2013 is nowhere."""
    found, said = drawn("path", indicator="产品抽查合格率")
    assert said == []
    assert lines(found) == (
        "chart # | (lines, %)\n"
        "  2010年 | 2011年 | 2012年 | 2013年 | 2014年 | 2015年\n"
        "  目标值.dashed: ~ | [90.4 = 90.4] | [90.8 = 90.8] | [91.2 = 91.2] | [91.6 = 91.6] | [92 = 92]\n"
        "  实际值.line: [90 = 90] | [90.4 = 90.4] | [91 = 91] | [91.5 = 91.5] | ~ | ~\n"
        "  折线图：产品抽查合格率，2010年至2015年，单位：%。目标值2011年90.4、2012年90.8、2013年91.2、"
        "2014年91.6、2015年92；实际值2010年90、2011年90.4、2012年91、2013年91.5。实际值从2010年的90升至2013年的91.5。\n"
    )


def test_the_figures_of_a_path_know_their_cells() -> None:
    """Baseline, results, and the target's."""
    (chart,) = drawn("path", indicator="quality")[0].charts
    assert cells(chart, "实际值")[:2] == ["indicators.xlsx!指标!M2", "indicators.xlsx!完成值!E2"]
    assert set(cells(chart, "目标值")) == {"", "indicators.xlsx!指标!L2//M2", "indicators.xlsx!指标!L2"}


def test_a_later_result_is_not_known_yet(tmp_path: Path) -> None:
    """Though it stands in the workbook."""
    (chart,) = drawn("path", changed(tmp_path, ("完成值!D3", 2014)), indicator="quality")[0].charts
    assert values(chart, "实际值") == ["90", "90.4", "~", "91.5", "~", "~"]


def test_a_range_has_a_line_for_either_end() -> None:
    """The lower one rises from the baseline."""
    (chart,) = drawn("path", indicator="brands", part="省级")[0].charts
    assert values(chart, "目标下限") == ["~", "12", "14", "16", "18", "20"]
    assert values(chart, "目标上限") == ["~", "30", "30", "30", "30", "30"]
    assert values(chart, "实际值") == ["10", "~", "15", "15", "~", "~"]
    assert chart.alt.startswith("折线图：品牌数（省级），2010年至2015年，单位：个。目标下限")


def test_what_is_added_is_summed_up_as_its_yearly_targets_are() -> None:
    """20, 20 + 20, then the path to 100; there is no year before the first."""
    (chart,) = drawn("path", indicator="patents")[0].charts
    assert chart.labels == ("2011年", "2012年", "2013年", "2014年", "2015年")
    assert values(chart, "累计目标值") == ["20", "40", "60", "80", "100"]
    assert values(chart, "累计实际值") == ["20", "45", "57", "~", "~"]
    assert cells(chart, "累计实际值")[:3] == [
        "indicators.xlsx!完成值!E10",
        "indicators.xlsx!完成值!E10..E11",
        "indicators.xlsx!完成值!E10..E12",
    ]


def test_a_year_that_nobody_reported_leaves_no_sum(tmp_path: Path) -> None:
    """Neither of that year nor of those behind it."""
    found, _ = drawn("path", changed(tmp_path, ("完成值!E11", None)), indicator="patents")
    assert values(found.charts[0], "累计实际值") == ["20", "~", "~", "~", "~"]
    assert found.notes == ("没有实际值、图中空缺的有：2012年（未填报）、2013年（未填报）。",)


def test_a_path_leads_to_the_target_as_revised_and_keeps_to_a_year_s_own() -> None:
    """30 + 15 × n/5, in 2013 the 40 that the year was to reach; a year without a row is a gap and is named."""
    found, _ = drawn("path", indicator="revenue")
    (chart,) = found.charts
    assert values(chart, "目标值") == ["~", "33.0", "36.0", "40", "42.0", "45"]
    assert values(chart, "实际值") == ["30", "~", "36.5", "41", "~", "~"]
    assert cells(chart, "目标值")[3:] == [
        "indicators.xlsx!完成值!I14",
        "indicators.xlsx!目标调整!D2//indicators.xlsx!指标!M8",
        "indicators.xlsx!目标调整!D2",
    ]
    assert found.notes == (
        "目标值已按某政发〔2012〕30号调整。",
        "没有实际值、图中空缺的有：2011年（未填报）。",
    )


def test_zero_is_drawn_and_a_gap_is_not_zero() -> None:
    """No accident in 2013; of 2011 nothing is known."""
    (chart,) = drawn("path", indicator="accidents")[0].charts
    assert values(chart, "实际值") == ["8", "~", "2", "0", "~", "~"]
    assert chart.alt.endswith("实际值从2010年的8降至2013年的0。")


def test_each_kind_of_nothing_is_told_as_it_is(tmp_path: Path) -> None:
    """未填报, — and 不适用 are three things; the first of them see above."""
    changes = (("完成值!E2", "—"), ("完成值!E3", "不适用"))
    found, _ = drawn("path", changed(tmp_path, *changes), indicator="quality")
    assert found.notes == ("没有实际值、图中空缺的有：2011年（—）、2012年（不适用）。",)


def test_without_a_baseline_only_what_is_due_is_drawn(tmp_path: Path) -> None:
    """No path is made up; the label of the year before is gone."""
    (chart,) = drawn("path", changed(tmp_path, ("指标!M2", None)), indicator="quality")[0].charts
    assert chart.labels[0] == "2011年"
    assert values(chart, "目标值") == ["~", "~", "~", "~", "92"]


def test_of_one_result_no_course_is_told(tmp_path: Path) -> None:
    """It neither rose nor fell."""
    changes = (("指标!M2", None), ("完成值!E2", None), ("完成值!E3", None))
    (chart,) = drawn("path", changed(tmp_path, *changes), indicator="quality")[0].charts
    assert chart.alt == "折线图：产品抽查合格率，2011年至2015年，单位：%。目标值2015年92；实际值2013年91.5。"


def test_a_course_may_be_level(tmp_path: Path) -> None:
    """That is neither of both too."""
    (chart,) = drawn("path", changed(tmp_path, ("完成值!E4", 90)), indicator="quality")[0].charts
    assert chart.alt.endswith("。实际值2013年与2010年持平。")


def test_what_is_added_has_no_year_before_the_first_though_a_baseline_is_given(tmp_path: Path) -> None:
    """What that year added is no beginning of a sum."""
    (chart,) = drawn("path", changed(tmp_path, ("指标!M7", 15)), indicator="patents")[0].charts
    assert chart.labels[0] == "2011年"
    assert values(chart, "累计目标值")[0] == "20"


def test_figures_of_one_year_alone_are_no_path(tmp_path: Path) -> None:
    """Of the last year, say, with the target that is due in it."""
    changes = (("指标!M2", None), ("完成值!D4", 2015), ("完成值!E2", None), ("完成值!E3", None))
    whole = changed(tmp_path, *changes)
    indicator, period = whole.indicator("quality"), whole.period()
    assert indicator
    assert period
    found = path_of(whole, indicator, indicator.parts[0], period, 2015)
    assert found
    assert len(found.known) == 1
    assert path(found, indicator, indicator.parts[0]).charts == ()


def test_what_is_to_be_just_so_many_has_its_way_there_between_two_lines(tmp_path: Path) -> None:
    """Which meet in the last year."""
    changes = (("指标!K7", "="), ("完成值!I10", None), ("完成值!I11", None))
    (chart,) = drawn("path", changed(tmp_path, *changes), indicator="patents")[0].charts
    assert values(chart, "累计目标下限") == ["20", "40", "60", "80", "100"]
    assert values(chart, "累计目标上限") == ["100"] * 5


def test_a_state_to_be_just_so_has_its_way_there_between_two_lines(tmp_path: Path) -> None:
    """From 90 up to 92, from 97 down to it; one that began there, or from nobody knows where, is one line."""
    for baseline, lower, upper in ((90, "90.4 90.8 91.2 91.6 92", "92"), (97, "92", "96.0 95.0 94.0 93.0 92")):
        changes = (("指标!K2", "="), ("指标!M2", baseline))
        (chart,) = drawn("path", changed(tmp_path / str(baseline), *changes), indicator="quality")[0].charts
        assert values(chart, "目标下限") == ["~", *(lower.split() * 5)[:5]]
        assert values(chart, "目标上限") == ["~", *(upper.split() * 5)[:5]]
    kept = changed(tmp_path / "kept", ("指标!K2", "="), ("指标!M2", 92))
    assert values(drawn("path", kept, indicator="quality")[0].charts[0], "目标值") == ["~", *["92"] * 5]
    unknown = changed(tmp_path / "unknown", ("指标!K2", "="), ("指标!M2", None))
    assert values(drawn("path", unknown, indicator="quality")[0].charts[0], "目标值") == ["92"] * 5


def test_an_only_part_needs_not_be_named() -> None:
    """It has a name in the chart all the same."""
    whole = plan()
    named = tuple(
        replace(each, parts=(replace(each.parts[0], name="某项"),)) if each.id == "revenue" else each
        for each in whole.indicators
    )
    rows = Ledger(replace(each, part=Text("某项", PLACE)) for each in whole.actuals if each.id == "revenue")
    for part in ("", "某项"):
        within = replace(whole, indicators=named, actuals=rows)
        (chart,) = drawn("path", within, indicator="revenue", part=part)[0].charts
        assert chart.alt.startswith("折线图：检测服务业收入（某项），")
