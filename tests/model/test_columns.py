"""Columns that weigh are missed aloud; columns that were swapped are told once."""

from pathlib import Path

import pytest

from tests.plans import hints, only_fault, read_plan, write_plan

RESULTS = range(2, 23)  # the rows of the sheet 完成值


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("指标!M1", "data/xian/indicators.xlsx!指标: 警告[column-missing] 没有“基期值”列，"),
        ("完成值!G1", "data/xian/indicators.xlsx!完成值: 警告[column-missing] 没有“快报”列，"),
        ("完成值!I1", "data/xian/indicators.xlsx!完成值: 警告[column-missing] 没有“年度目标”列，"),
        ("完成值!J1", "data/xian/indicators.xlsx!完成值: 警告[column-missing] 没有“不再统计”列，"),
    ],
)
def test_a_column_without_which_verdicts_differ_is_missed_once(tmp_path: Path, place: str, said: str) -> None:
    _, told = read_plan(tmp_path, (place, None), evaluation=True)
    assert [each for each in told if "[column-missing]" in each] == [f"{said}按没有填写处理，评价可能不同"]


@pytest.mark.parametrize("place", ["指标!P1", "完成值!H1", "完成值!F1"])
def test_a_column_of_remarks_may_be_left_out(tmp_path: Path, place: str) -> None:
    _, told = read_plan(tmp_path, (place, None), evaluation=True)
    assert not [each for each in told if "[column-missing]" in each]


def test_years_and_results_that_changed_places_are_told_once(tmp_path: Path) -> None:
    """And not row by row."""
    headers = (("完成值!D1", "完成值"), ("完成值!E1", "年度"))
    said = only_fault(tmp_path, *headers, evaluation=True)
    assert said == (
        "indicators.xlsx!完成值!D2: 错误[columns-swapped] “完成值”一列填的是年份（2011……），“年度”一列填的不是"
    )


def test_a_result_that_looks_like_a_year_is_one(tmp_path: Path) -> None:
    """As long as its year is one, too."""
    _, told = read_plan(tmp_path, ("完成值!E18", 2011), ("完成值!E13", 2012), ("完成值!E14", 2013), evaluation=True)
    assert not [each for each in told if "columns-swapped" in each]


@pytest.mark.parametrize("words", ["—", "不适用"])
def test_an_aim_that_is_none_is_told(tmp_path: Path, words: str) -> None:
    """The year is judged in spite of it."""
    said = f"indicators.xlsx!完成值!I14: 警告[aim-unused] 年度目标“{words}”没有用上，这一年仍按序时进度评价"
    assert only_fault(tmp_path, ("完成值!I14", words), evaluation=True) == said


@pytest.mark.parametrize("words", ["无", "/", "N/A", "暂无", "n/a", "未统计"])
def test_words_for_nothing_get_the_four_kinds_of_it(tmp_path: Path, words: str) -> None:
    (hint,) = hints(write_plan(tmp_path, ("完成值!E2", words)))
    assert all(kind in hint for kind in ("填 0", "“—”", "“不适用”", "空着"))
