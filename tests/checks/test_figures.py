"""The checks of figures beside each other: slips of the measure, jumps, rates that cannot be, sums that fall."""

from pathlib import Path

import pytest

from tests.checks.finding import found, hint
from tests.plans import Change

pytestmark = pytest.mark.slow

REVENUE, RATE = "“检测服务业收入”", "“产品抽查合格率”"
SLIPPED = "9%，基期值却已是 90%，相差 5 倍以上，像是少写或多写了一位"
YEAR = "text/evaluation-2013.yaml"


@pytest.mark.parametrize(
    ("change", "said", "usual"),
    [
        (("完成值!E14", 410000), f"完成值!E14: 问题[measure-scale] {REVENUE} 2013 年的完成值是 410000亿元", 40),
        (("完成值!E13", 0.0036), f"完成值!E13: 问题[measure-scale] {REVENUE} 2012 年的完成值是 0.0036亿元", 41),
        (("完成值!I14", 400000), f"完成值!I14: 问题[measure-scale] {REVENUE} 2013 年的年度目标是 400000亿元", 41),
        (("指标!M8", 300000), f"指标!M8: 问题[measure-scale] {REVENUE}基期值是 300000亿元", 41),
        (("指标!L8", 500000), f"指标!L8: 问题[measure-scale] {REVENUE}目标值是 500000亿元", 40),
        (("目标调整!D2", 450000), f"目标调整!D2: 问题[measure-scale] {REVENUE} 2012 年调整后的目标是 450000亿元", 40),
    ],
)
def test_an_amount_of_money_in_another_measure_is_found(tmp_path: Path, change: Change, said: str, usual: int) -> None:
    """Wherever it stands: one of many is wrong, not the others; and the jump that it makes is not told again."""
    assert [each for each in found(tmp_path, change) if "scale" in each or "magnitude" in each] == [
        f"indicators.xlsx!{said}，同一指标的其他数在 {usual}亿元 上下，相差约 10000 倍"
    ]


def test_two_results_in_another_measure_are_both_found(tmp_path: Path) -> None:
    """And not the targets that are right."""
    said = found(tmp_path, ("完成值!E13", 365000), ("完成值!E14", 410000))
    assert [each.split(":")[0] for each in said] == ["indicators.xlsx!完成值!E13", "indicators.xlsx!完成值!E14"]


@pytest.mark.parametrize("measure", ["千瓦", "吨"])
def test_other_measures_may_differ_by_as_much(tmp_path: Path, measure: str) -> None:
    """Ten thousand of a thing is no slip: but a jump."""
    said = found(tmp_path, ("指标!H8", measure), ("完成值!E14", 410000))
    assert [each.split("] ")[0] for each in said] == ["indicators.xlsx!完成值!E14: 警告[magnitude"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("完成值!E4", 0.915), f"完成值!E4: 问题[pct-scale] {RATE} 2013 年的完成值是 0.915%"),
        (("完成值!E4", 9150), f"完成值!E4: 问题[pct-scale] {RATE} 2013 年的完成值是 9150%"),
        (("完成值!E3", 9100), f"完成值!E3: 问题[pct-scale] {RATE} 2012 年的完成值是 9100%"),
        (("指标!L2", 0.92), f"指标!L2: 问题[pct-scale] {RATE}目标值是 0.92%"),
    ],
)
def test_a_rate_that_is_a_share_is_found(tmp_path: Path, change: Change, said: str) -> None:
    """0.92 for 92, or 9200 for it; told once, and not as a jump or a rate beyond 100 too."""
    (first, *others) = [each for each in found(tmp_path, change) if "missed-target" not in each]
    assert (first, others) == (f"indicators.xlsx!{said}，同一指标的其他数在 90.4% 上下，相差约 100 倍", [])


def test_a_baseline_that_is_a_share_is_found(tmp_path: Path) -> None:
    """The path would begin far below; a year's target too."""
    said = f"{RATE}基期值是 0.9%，同一指标的其他数在 91% 上下，相差约 100 倍"
    assert found(tmp_path, ("指标!M2", 0.9)) == [f"indicators.xlsx!指标!M2: 问题[pct-scale] {said}"]
    assert [each.split("]")[0] for each in found(tmp_path, ("完成值!I4", 0.91))] == [
        "indicators.xlsx!完成值!I4: 问题[pct-scale"
    ]
    assert hint(tmp_path, ("指标!M2", 0.9)) == "百分数只填数：92% 填 92，不填 0.92 或 9200"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            [("指标!L2", 9)],
            f"指标!L2: 问题[pct-scale] {RATE}目标值是 {SLIPPED}",
        ),
        (
            [("完成值!I4", 9)],
            f"完成值!I4: 问题[pct-scale] {RATE} 2013 年的年度目标是 {SLIPPED}",
        ),
    ],
)
def test_an_aim_that_every_level_is_many_times_better_than_lacks_a_digit(
    tmp_path: Path, changes: list[Change], said: str
) -> None:
    """9 in the table where the text says 90: every result would be met."""
    assert f"indicators.xlsx!{said}" in found(tmp_path, *changes)


@pytest.mark.parametrize(
    "changes",
    [
        [("指标!L2", 88)],  # a floor below what is reached
        [("指标!L2", 20), ("指标!M2", 60)],  # three times better
        [
            ("指标!K2", "≤"),
            ("指标!L2", 92),
            ("指标!F2", "投诉率"),
            (YEAR, "indicator: 产品抽查合格率", "indicator: quality"),
        ],
    ],
)
def test_an_aim_that_is_met_already_is_no_slip(tmp_path: Path, changes: list[Change]) -> None:
    assert [each for each in found(tmp_path, *changes) if "[pct-" in each] == []


def test_of_a_result_and_its_target_alone_the_result_is_the_slip(tmp_path: Path) -> None:
    """Either is as far from the other."""
    said = [each for each in found(tmp_path, ("完成值!E19", None), ("完成值!E20", 0.9125)) if "scale" in each]
    assert [each.split("，")[0] for each in said] == [
        f"indicators.xlsx!完成值!E20: 问题[pct-scale] {RATE} 2010 年的完成值是 0.9125%"
    ]


@pytest.mark.parametrize(
    "changes",
    [
        [("指标!M2", 2), ("完成值!E2", 15)],
        [("指标!F2", "质量指数增长率"), ("指标!M2", 0.9), ("text/plan.yaml", "产品抽查合格率", "质量指数增长率")],
    ],
)
def test_a_rate_that_began_low_or_grows_is_no_slip(tmp_path: Path, changes: list[Change]) -> None:
    named: Change = ("text/evaluation-2013.yaml", "indicator: 产品抽查合格率", "indicator: quality")
    assert found(tmp_path, named, *changes) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            ("完成值!E2", 9),
            "完成值!E3: 警告[magnitude] “产品抽查合格率”从 2011 年的 9 变为 2012 年的 91，超过 10 倍",
        ),
        (
            ("完成值!E6", 51),
            "完成值!E6: 警告[magnitude] “品牌数（国家级）”从 2012 年的 4 变为 2013 年的 51，超过 10 倍",
        ),
        (
            ("完成值!E15", 81),
            "完成值!E15: 警告[magnitude] “质量安全事故”从基期的 8 变为 2012 年的 81，超过 10 倍",
        ),
    ],
)
def test_a_jump_from_year_to_year_is_found(tmp_path: Path, change: Change, said: str) -> None:
    """And from the baseline to the first year."""
    assert f"indicators.xlsx!{said}" in found(tmp_path, change)


@pytest.mark.parametrize(
    "changes",
    [
        [("完成值!E15", 80)],
        [("完成值!E10", 1), ("完成值!E11", 50)],
        [("指标!M3", 1), ("完成值!E5", 1), ("完成值!E6", 10)],
        [("完成值!E5", 2)],
    ],
)
def test_what_falls_to_zero_is_added_or_grows_tenfold_is_no_jump(tmp_path: Path, changes: list[Change]) -> None:
    assert found(tmp_path, *changes) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("完成值!E4", 101), "完成值!E4: 警告[pct-range] “产品抽查合格率” 2013 年的完成值是 101%，不在 0 至 100 之间"),
        (("完成值!E2", -3), "完成值!E2: 警告[pct-range] “产品抽查合格率” 2011 年的完成值是 -3%，不在 0 至 100 之间"),
        (("指标!L12", 900), "指标!L12: 警告[pct-range] “产品抽查合格率”目标值是 900%，不在 0 至 100 之间"),
        (("指标!M2", 105), "指标!M2: 警告[pct-range] “产品抽查合格率”基期值是 105%，不在 0 至 100 之间"),
    ],
)
def test_a_rate_outside_0_to_100_is_found(tmp_path: Path, change: Change, said: str) -> None:
    assert [each for each in found(tmp_path, change) if "pct-range" in each] == [f"indicators.xlsx!{said}"]


@pytest.mark.parametrize("value", [0, 100, "100.00"])
def test_the_ends_are_within(tmp_path: Path, value: object) -> None:
    """Though a rate of nought is told as no number (missing-kind)."""
    assert [each for each in found(tmp_path, ("完成值!E4", 100), ("完成值!E2", value)) if "[pct-" in each] == []


def test_the_rate_of_a_growth_may_be_anything(tmp_path: Path) -> None:
    """Below zero, or beyond 100."""
    named: Change = ("text/evaluation-2013.yaml", "indicator: 产品抽查合格率", "indicator: quality")
    words: Change = ("text/plan.yaml", "产品抽查合格率", "出口增长率")
    assert found(tmp_path, ("指标!F2", "出口增长率"), ("完成值!E3", -2), ("完成值!E4", 160), named, words) == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            [("完成值!E5", 6)],
            ["完成值!E6: 问题[cumulative] “品牌数（国家级）”是累计数，2013 年的 5 少于 2012 年的 6"],
        ),
        (
            [("完成值!E7", 16)],
            ["完成值!E8: 问题[cumulative] “品牌数（省级）”是累计数，2013 年的 15 少于 2012 年的 16"],
        ),
        (
            [("完成值!E5", 1)],
            ["完成值!E5: 问题[cumulative] “品牌数（国家级）”是累计数，2012 年的 1 少于基期的 2"],
        ),
        ([("完成值!E5", 5)], []),
        ([("完成值!E5", 6), ("完成值!J6", "是")], []),
        ([("完成值!E13", 42)], []),
        ([("完成值!E5", "—")], []),
    ],
)
def test_a_sum_that_falls_is_found(tmp_path: Path, changes: list[Change], said: list[str]) -> None:
    """Not one that stays, is no longer counted, or is a state at the year's end."""
    assert found(tmp_path, *changes) == [f"indicators.xlsx!{each}" for each in said]
