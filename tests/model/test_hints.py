"""What stands where a number should gets its own remedy."""

from pathlib import Path

import pytest

from tests.plans import good_plan, hints, write_plan


@pytest.mark.parametrize(
    ("place", "value", "hint"),
    [
        ("指标!L2", "≥50", "符号选在“比较”一列，这里只填数字"),
        ("指标!L2", "＞＝50", "符号选在“比较”一列，这里只填数字"),
        ("指标!L2", "90以上", "“比较”选 ≥ 或 ≤，这里只填数字"),
        ("指标!L2", "45-50", "“比较”选“区间”"),
        ("指标!L2", "45%～50%", "“比较”选“区间”"),
        ("指标!L2", "九十二", "用阿拉伯数字填写"),
        ("指标!L2", "逐年提高", "“比较”选“定性”"),
        ("指标!L2", "92分", "只填数字，单位写在“计量单位”一列"),
        ("项目!H2", "0.9亿元", "按万元填写：9000"),
        ("项目!H2", "1.5亿", "按万元填写：15000"),
        ("项目!H2", "5000元", "按万元填写：0.5"),
        ("项目!H2", "待定", "只填数字；没有数值的填“—”"),
        ("完成值!E2", "约90", "只填数字；没有数值的填“—”"),
        ("项目!E2", "明年", "只填四位年份，如 2010"),
        ("项目!B2", "一", "只填整数，如 1"),
    ],
)
def test_a_hint_says_what_to_do_with_what_stands_there(tmp_path: Path, place: str, value: str, hint: str) -> None:
    """Not with what might."""
    assert hints(write_plan(tmp_path, (place, value))) == [hint]


def test_a_target_in_another_measure_of_money_is_converted(tmp_path: Path) -> None:
    """Whatever the measure of the row."""
    assert hints(write_plan(tmp_path, ("指标!H2", "亿元"), ("指标!L2", "5000万元"))) == ["按亿元填写：0.5"]


def test_a_year_with_its_word_is_read(tmp_path: Path) -> None:
    """With no more than a notice."""
    assert good_plan(tmp_path, ("项目!E2", "2010年")).projects[0].start == 2010


@pytest.mark.parametrize("words", ["≥20", "不低于20", "20以上", "15～20", "逐年提高", "取消", "20个"])
@pytest.mark.parametrize("place", ["完成值!I11", "目标调整!D2"])
def test_no_way_to_compare_is_to_be_chosen_for_a_target_of_a_year(tmp_path: Path, place: str, words: str) -> None:
    """Nor for one that was changed: it is compared as the plan's is, and its sheet has no such column."""
    said = hints(write_plan(tmp_path, (place, words), evaluation=True))
    assert said == ["只填数字，按“指标”表“比较”一列的符号比较"]
