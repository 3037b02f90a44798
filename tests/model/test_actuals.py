"""The sheet 完成值: what was achieved, and why there may be no number."""

from decimal import Decimal
from pathlib import Path

import pytest

from tests.plans import SHOWN, good_plan, only_fault, read_plan
from yinfa.diagnostics import Origin
from yinfa.model.quantity import Absence


def test_a_result_knows_its_cell_and_whether_it_is_provisional(tmp_path: Path) -> None:
    """快报数 are marked."""
    first, second, *_ = good_plan(tmp_path).actuals
    assert (first.year, first.value, first.provisional) == (2009, Decimal("88.5"), False)
    assert (second.year, second.value, second.provisional, second.source) == (2010, Decimal("91.25"), True, "年鉴")
    assert second.origin == Origin(f"{SHOWN}/indicators.xlsx", sheet="完成值", cell="E3")


@pytest.mark.parametrize(
    ("written", "value"),
    [
        (None, Absence.MISSING),
        ("—", Absence.DASH),
        ("-", Absence.DASH),
        ("不适用", Absence.NOT_APPLICABLE),
        (0, Decimal(0)),
        ("0.00", Decimal("0.00")),
    ],
)
def test_nothing_is_of_four_kinds(tmp_path: Path, written: object, value: object) -> None:
    """Not filled in, a dash, not applicable; and zero is a number."""
    found = next(iter(good_plan(tmp_path, ("完成值!E2", written)).actuals)).value
    assert (found, type(found), str(found)) == (value, type(value), str(value))


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        ("B2", "qualty", "完成值!B2: 错误[actual-unknown] 时期“11-5”没有编号“qualty”的指标"),
        ("A2", "10-5", "完成值!B2: 错误[actual-unknown] 时期“10-5”没有编号“quality”的指标"),
        ("C4", "氮氧化物", "完成值!B4: 错误[actual-unknown] 时期“12-5”没有编号“emission”、分项“氮氧化物”的指标"),
        ("C4", None, "完成值!B4: 错误[actual-unknown] 时期“12-5”没有编号“emission”的指标"),
        ("D2", "二〇〇九", "完成值!D2: 错误[number] “二〇〇九”不是数"),
        ("D2", 20009, "完成值!D2: 错误[number-range] 20009 不在 1949 至 2099 之间"),
        ("E2", "九成", "完成值!E2: 错误[number] “九成”不是数"),
        ("G2", "对", "完成值!G2: 错误[cell-choice] “快报”不能是“对”"),
        (
            "D3",
            2009,
            "完成值!E3: 错误[duplicate] 完成值“11-5 quality 2009”重复，另一处在 data/xian/indicators.xlsx!完成值!E2",
        ),
    ],
)
def test_a_fault_is_told_once_at_its_cell(tmp_path: Path, place: str, value: object, said: str) -> None:
    """One line for one mistake."""
    assert only_fault(tmp_path, (f"完成值!{place}", value)) == f"indicators.xlsx!{said}"


def test_a_result_of_no_year_is_left_out(tmp_path: Path) -> None:
    """Nobody would know what it is the result of."""
    plan, _ = read_plan(tmp_path, ("完成值!D2", "二〇〇九"))
    assert plan is not None
    assert [each.year for each in plan.actuals] == [2010, 2011, 2011]
