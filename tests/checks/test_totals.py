"""A total and its parts: right when it rounds so, told as rounding or as wrong."""

from pathlib import Path

import pytest

from tests.checks.finding import found
from tests.checks.mutations import IN_MONEY, WITH_A_TOTAL
from tests.plans import Change

IN_HUNDREDS_OF_MILLIONS: tuple[Change, ...] = (  # parts of 12 346 and 23 456 万元, in all 3.5802 亿元
    *WITH_A_TOTAL,
    *((f"指标!H{row}", "万元") for row in (3, 4)),
    *((f"完成值!E{row}", value) for row, value in ((5, 12000), (6, 12346), (7, 23000), (8, 23456))),
    *((f"指标!M{row}", "—") for row in (3, 4, 5)),
    ("指标!H5", "亿元"),
    ("指标!L3", "12000～13000"),
    ("指标!L4", "23000～24000"),
    ("指标!L5", "3～4"),
)


def _of_totals(folder: Path, *changes: Change) -> list[str]:
    return [each.split("] ")[0] for each in found(folder, *changes) if "-total]" in each or "rounding-note" in each]


@pytest.mark.parametrize(
    ("total", "said"),
    [
        (3.5802, []),
        (3.58, []),
        (3.6, []),
        (3.5, ["indicators.xlsx!完成值!E18: 问题[sum-total"]),
        (3.5803, ["indicators.xlsx!完成值!E18: 警告[rounding-note"]),
        (35802, ["indicators.xlsx!完成值!E18: 问题[sum-total"]),
    ],
)
def test_a_total_in_another_measure_is_right_if_it_rounds_so(tmp_path: Path, total: float, said: list[str]) -> None:
    """One that was cut instead of rounded is not."""
    assert _of_totals(tmp_path, *IN_HUNDREDS_OF_MILLIONS, ("完成值!E18", total)) == said


def test_a_note_explains_what_rounding_leaves(tmp_path: Path) -> None:
    note: Change = ("指标!P3", "各分项之和与合计的差异由四舍五入造成")
    assert _of_totals(tmp_path, *WITH_A_TOTAL, *IN_MONEY, ("指标!M5", 12.3), note) == []


def test_things_that_are_counted_are_not_rounded(tmp_path: Path) -> None:
    """One too many is one too many."""
    assert _of_totals(tmp_path, *WITH_A_TOTAL, ("指标!M5", 13)) == ["indicators.xlsx!指标!M5: 问题[sum-total"]


def test_the_total_of_a_rate_is_no_sum(tmp_path: Path) -> None:
    rates = tuple((f"指标!H{row}", "%") for row in (3, 4, 5))
    assert _of_totals(tmp_path, *WITH_A_TOTAL, *rates, ("指标!M5", 6)) == []
