"""The same thing told twice: what agrees, and what nobody can compare, gives no finding."""

from pathlib import Path

import pytest

from tests.checks.finding import found
from tests.checks.mutations import AS_A_STOCK
from tests.plans import Change


@pytest.mark.parametrize(
    "changes",
    [
        [("完成值!E18", 70)],
        [("完成值!E18", 95), ("完成值!D18", 2012)],
        [("完成值!E18", 300), ("指标!H11", "项")],
        [("完成值!E18", 300), ("指标!M11", None)],
        [("完成值!E18", 300), ("指标!I11", "期末")],
    ],
)
def test_what_was_added_makes_the_change_of_the_stock(tmp_path: Path, changes: list[Change]) -> None:
    """Over several years too; of other measures, without a beginning, or where the stock may fall, nobody can say."""
    said = found(tmp_path, *AS_A_STOCK, *changes)
    assert [each for each in said if "increment" in each] == []


def test_what_several_years_added_is_summed(tmp_path: Path) -> None:
    (said,) = found(tmp_path, *AS_A_STOCK, ("完成值!E18", 96), ("完成值!D18", 2012))
    assert said.startswith("indicators.xlsx!完成值!E11: 问题[increment-sum] “新增发明专利” 2011 至 2012 年新增 45件")
    assert said.endswith("累计数却从 50件变为 96件，变化是 46件")


@pytest.mark.parametrize(
    "changes", [[("指标!M2", 91.25)], [("指标!M2", None), ("完成值!I4", 91)], [("完成值!D20", 2008)]]
)
def test_a_baseline_that_is_the_last_result_or_unknown_is_no_finding(tmp_path: Path, changes: list[Change]) -> None:
    said = found(tmp_path, ("指标!P2", None), *changes)
    assert [each for each in said if "baseline-same" in each] == []
