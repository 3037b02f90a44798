"""indicators.xlsx: rows into indicators with their parts, targets and places."""

from decimal import Decimal
from pathlib import Path

import pytest

from tests.plans import SHOWN, good_plan, only_fault, read_plan
from yinfa.diagnostics import Origin
from yinfa.model.quantity import Operator, Target


def cell(place: str) -> Origin:
    """Return the origin of a cell of the sheet 指标."""
    return Origin(f"{SHOWN}/indicators.xlsx", sheet="指标", cell=place)


def test_a_value_knows_its_cell(tmp_path: Path) -> None:
    """Workbook, sheet and cell; for a target the cell of the target."""
    quality = good_plan(tmp_path).indicators[0]
    assert (quality.name, quality.name.origin) == ("产品抽查合格率", cell("F2"))
    assert quality.parts[0].origin == cell("L2")
    assert [(unit, unit.origin) for unit in quality.units] == [("县质监局", cell("N2"))]


def test_rows_of_one_id_are_the_parts_of_one_indicator(tmp_path: Path) -> None:
    """One numbered row, several parts."""
    brands = good_plan(tmp_path).indicators[1]
    assert (brands.ordinal, brands.basis, brands.spans) == (2, "累计", False)
    assert [(part.name, part.measure) for part in brands.parts] == [("国家级", "个"), ("省级", "个")]
    assert [part.target for part in brands.parts] == [
        Target("区间", Decimal(5), Decimal(10)),
        Target("区间", Decimal(20), Decimal(30)),
    ]


def test_one_qualitative_target_spans_all_parts(tmp_path: Path) -> None:
    """Given once, at the first part, blank at the others."""
    emission = good_plan(tmp_path).indicators[2]
    assert emission.spans
    assert emission.target == Target("定性", words="完成上级任务")
    assert [part.target for part in emission.parts] == [emission.target, None]


def test_an_unlisted_indicator_has_no_ordinal(tmp_path: Path) -> None:
    """It serves boxes and prose only."""
    plan = good_plan(tmp_path)
    assert [(each.id, each.ordinal) for each in plan.indicators if not each.listed] == [("noise", 0)]
    assert [each.id for each in plan.listed()] == ["quality", "brands", "emission"]
    assert [each.id for each in plan.listed("11-5")] == ["quality"]


@pytest.mark.parametrize("between", ["、", "，", ", ", "；", ";", "/", "\n"])
def test_units_are_divided_by_whatever_sign(tmp_path: Path, between: str) -> None:
    """People use many."""
    units = good_plan(tmp_path, ("指标!N7", f"县环保局{between}县质监局")).indicators[3].units
    assert units == ("县环保局", "县质监局")


def test_a_percentage_is_what_the_cell_shows(tmp_path: Path) -> None:
    """Text with its sign, in a row whose measure is %."""
    assert good_plan(tmp_path, ("指标!L2", "92.50%")).indicators[0].target == Target("≥", Decimal("92.50"))


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        ("L2", None, "指标!L2: 错误[target-missing] 缺少目标值"),
        ("L2", "九十二", "指标!L2: 错误[number] “九十二”不是数"),
        ("L3", "10～5", "指标!L3: 错误[target-range] 看不懂区间“10～5”"),
        ("L3", "5家以上", "指标!L3: 错误[target-range] 看不懂区间“5家以上”"),
        ("L4", None, "指标!L4: 错误[target-missing] 缺少目标值"),
        ("L5", 5, "指标!L5: 错误[target-words] “定性”指标的目标值是数字 5"),
        ("L2", "#REF!", "指标!L2: 错误[cell-error] 单元格是错误值 #REF!（引用的单元格已被删除）"),
        ("L3", "#REF!", "指标!L3: 错误[cell-error] 单元格是错误值 #REF!（引用的单元格已被删除）"),
        ("L5", "#N/A", "指标!L5: 错误[cell-error] 单元格是错误值 #N/A（查找不到）"),
        ("K2", "大于", "指标!K2: 错误[cell-choice] “比较”不能是“大于”"),
        ("E2", None, "指标!E2: 错误[ordinal] 列入主表的指标缺少序号"),
        ("E2", 1.5, "指标!E2: 错误[number-not-whole] 1.5 不是整数"),
        ("E2", "#N/A", "指标!E2: 错误[cell-error] 单元格是错误值 #N/A（查找不到）"),
        ("E7", 4, "指标!E7: 错误[ordinal] 不列入主表的指标不应有序号"),
        ("F4", "品牌数量", "指标!F4: 错误[part-differs] 同一编号“brands”的各行“指标名称”不一致"),
        ("G4", "国家级", "指标!B4: 错误[part-name] 编号“brands”重复，或分项缺失、重复"),
        ("G4", None, "指标!B4: 错误[part-name] 编号“brands”重复，或分项缺失、重复"),
        ("A8", "10-5", "指标!A8: 错误[period] 没有时期“10-5”"),
        ("N2", "县质检局", "指标!N2: 错误[unit-unknown] 单位“县质检局”没有登记"),
        ("E2", -1, "指标!E2: 错误[number-range] -1 不在 1 至 999 之间"),
        (
            "B7",
            "quality",
            "指标!B7: 错误[duplicate] 指标编号“12-5 quality”重复，另一处在 data/xian/indicators.xlsx!指标!B2",
        ),
        (
            "F7",
            "品牌数",
            "指标!F7: 错误[duplicate] 指标名称“12-5 品牌数”重复，另一处在 data/xian/indicators.xlsx!指标!F3",
        ),
    ],
)
def test_a_fault_is_told_once_at_its_cell(tmp_path: Path, place: str, value: object, said: str) -> None:
    """What follows from it is not told as well, as far as one can know."""
    _, found = read_plan(tmp_path, (f"指标!{place}", value))
    mine = [each.removeprefix(f"{SHOWN}/indicators.xlsx!") for each in found if "!指标!" in each]
    assert [f"指标!{each.removeprefix('指标!')}" for each in mine] == [said]


def test_each_part_may_have_a_qualitative_target_of_its_own(tmp_path: Path) -> None:
    """Then none spans."""
    emission = good_plan(tmp_path, ("指标!L6", "另有任务")).indicators[2]
    assert not emission.spans
    assert [part.target and part.target.words for part in emission.parts] == ["完成上级任务", "另有任务"]


def test_a_target_missing_between_others_is_no_spanning_target(tmp_path: Path) -> None:
    """Only a qualitative target, given once at the first part, spans."""
    assert only_fault(tmp_path, ("指标!L3", None)).endswith("指标!L3: 错误[target-missing] 缺少目标值")


@pytest.mark.parametrize("written", ["5%～10%", "5～10家"])
def test_a_range_in_another_measure_than_its_row_is_a_fault(tmp_path: Path, written: str) -> None:
    """The row's measure is 个."""
    assert only_fault(tmp_path, ("指标!L3", written)) == (
        f"indicators.xlsx!指标!L3: 错误[target-range] 看不懂区间“{written}”"
    )


@pytest.mark.parametrize(
    ("written", "sign"),
    [(">=", "≥"), ("≧", "≥"), ("＞＝", "≥"), ("> =", "≥"), ("<=", "≤"), ("≦", "≤"), ("＜＝", "≤")],
)
def test_a_sign_written_otherwise_is_the_sign(tmp_path: Path, written: str, sign: Operator) -> None:
    """As keyboards have it; there is no more than a notice of it."""
    assert good_plan(tmp_path, ("指标!K2", written)).indicators[0].target == Target(sign, Decimal(92))
