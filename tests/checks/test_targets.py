"""What an indicator's name says against its columns: told only where it is plain."""

from pathlib import Path

import pytest

from tests.checks.finding import found
from tests.plans import Change


@pytest.mark.parametrize(
    ("name", "operator"),
    [
        ("单位产值能耗下降率", "≥"),
        ("比上年减少消费投诉件数", "≥"),
        ("二氧化硫排放达标率", "≥"),
        ("消费投诉办结率", "≥"),
        ("建立事故统计制度的企业", "≥"),
        ("产品不合格率", "≤"),
        ("化学需氧量排放量", "≤"),
        ("质量安全事故起数（万台）", "≤"),
        ("夜间噪声", "≥"),
    ],
)
def test_a_sign_that_the_end_of_the_name_agrees_with_is_right(tmp_path: Path, name: str, operator: str) -> None:
    """What falls, and what is done about what is bad, is the better the more it is."""
    assert found(tmp_path, ("指标!F11", name), ("指标!K11", operator)) == []


@pytest.mark.parametrize(
    ("name", "operator", "right"),
    [
        ("产品不合格率", "≥", "≤"),
        ("万元产值能耗", "≥", "≤"),
        ("消费投诉件数", "≥", "≤"),
        ("出厂合格率（食品）", "≤", "≥"),
    ],
)
def test_a_sign_against_the_name_is_told_with_the_right_one(
    tmp_path: Path, name: str, operator: str, right: str
) -> None:
    (said,) = found(tmp_path, ("指标!F11", name), ("指标!K11", operator))
    assert said.startswith(f"indicators.xlsx!指标!L11: 问题[direction] “{name}”")
    assert ("越少越好" in said) == (right == "≤")


@pytest.mark.parametrize(
    "changes",
    [
        [("指标!F11", "每万人拥有床位"), ("指标!H11", "张"), ("指标!L11", 33.5)],
        [("指标!F11", "平均办理时间"), ("指标!H11", "个"), ("指标!L11", 2.5)],
        [("指标!H11", "公里"), ("指标!L11", 55.5)],
        [("指标!H11", "个"), ("指标!L11", "55.0")],
    ],
)
def test_what_is_shared_out_or_measured_may_be_a_fraction(tmp_path: Path, changes: list[Change]) -> None:
    assert found(tmp_path, *changes) == []


@pytest.mark.parametrize(
    "changes",
    [
        [("完成值!E2", 90), ("完成值!E3", 91), ("完成值!E4", 91.5)],
        [("完成值!E2", 100), ("完成值!E3", 91.22), ("完成值!E4", 91.53)],
        [("完成值!E19", 89)],
    ],
)
def test_noughts_that_a_cell_drops_are_no_other_precision(tmp_path: Path, changes: list[Change]) -> None:
    """Nor is a hundred, which is written whole."""
    said = found(tmp_path, *changes, ("完成值!E20", 91.5))
    assert [each for each in said if "[precision]" in each] == []
