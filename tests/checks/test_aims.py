"""The checks of targets of years beside the plan's, and of figures that cannot be."""

from pathlib import Path

import pytest

from tests.checks.finding import found, hint
from tests.plans import Change


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("完成值!I12", 120), "I12: 警告[aim-beyond] “新增发明专利” 2013 年的年度目标 120件，要求高于规划目标 100件"),
        (
            ("完成值!I14", 46),
            "I14: 警告[aim-beyond] “检测服务业收入” 2013 年的年度目标 46亿元，要求高于规划目标 45亿元",
        ),
        (("完成值!I16", 2), "I16: 警告[aim-beyond] “质量安全事故” 2013 年的年度目标 2起，要求高于规划目标 3起"),
    ],
)
def test_a_target_of_a_year_beyond_that_of_the_plan_is_found(tmp_path: Path, change: Change, said: str) -> None:
    """The one in force, as it was revised."""
    assert [each for each in found(tmp_path, change) if "aim-" in each] == [f"indicators.xlsx!完成值!{said}"]


@pytest.mark.parametrize("change", [("完成值!I12", 100), ("完成值!I14", 45), ("完成值!I16", 3), ("指标!M2", 93)])
def test_a_target_of_a_year_up_to_that_of_the_plan_is_none(tmp_path: Path, change: Change) -> None:
    """Nor is one that keeps what was better to begin with."""
    aim: Change = ("完成值!I4", 92.5)
    changes = (change, aim) if change[0] == "指标!M2" else (change,)
    assert not [each for each in found(tmp_path, *changes) if "aim-" in each]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("完成值!E12", -12), "E12: 警告[negative] “新增发明专利” 2013 年的完成值是负数：-12件"),
        (("完成值!I14", -40), "I14: 警告[negative] “检测服务业收入” 2013 年的年度目标是负数：-40亿元"),
    ],
)
def test_what_is_below_zero_is_found(tmp_path: Path, change: Change, said: str) -> None:
    """A sign that slipped in would turn the verdict round."""
    assert [each for each in found(tmp_path, change) if "negative" in each] == [f"indicators.xlsx!完成值!{said}"]


def test_a_growth_may_be_below_zero(tmp_path: Path) -> None:
    """As its name says."""
    assert not [each for each in found(tmp_path, ("指标!F7", "专利增长"), ("完成值!E12", -12)) if "negative" in each]


def test_what_one_year_cannot_have_added_is_found(tmp_path: Path) -> None:
    """More than ten times what five years are to add."""
    said = [each for each in found(tmp_path, ("完成值!E12", 1001)) if "jump" in each]
    assert said == [
        "indicators.xlsx!完成值!E12: 警告[added-jump] “新增发明专利” 2013 年新增 1001件，超过规划目标 100件的 10 倍"
    ]
    assert not [each for each in found(tmp_path / "less", ("完成值!E12", 1000)) if "jump" in each]


def test_of_what_is_added_a_year_s_target_is_that_of_the_year_alone(tmp_path: Path) -> None:
    """Who fills in the sum so far is told."""
    changes: tuple[Change, ...] = (("完成值!I12", 120), ("完成值!E12", 130))
    assert hint(tmp_path, *changes) == "核对年度目标：只填这一年新增的数"
