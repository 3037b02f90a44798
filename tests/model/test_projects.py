"""projects.xlsx: rows into projects, sums of money with their cells."""

from decimal import Decimal
from pathlib import Path

import pytest

from tests.plans import SHOWN, good_plan, hints, only_fault, read_plan, write_plan
from yinfa.diagnostics import Origin
from yinfa.model.projects import total_of
from yinfa.model.quantity import Absence


def test_a_project_is_read_with_its_sums_and_their_cells(tmp_path: Path) -> None:
    """Money is in 万元, digits as written."""
    first, second = good_plan(tmp_path).projects
    assert (first.ordinal, first.name, first.nature, first.start, first.end) == (1, "检测中心", "新建", 2011, 2013)
    assert first.planned.value == Decimal("60000.5")
    assert first.planned.origin == Origin(f"{SHOWN}/projects.xlsx", sheet="项目", cell="I2")
    assert second.planned.value is Absence.NOT_APPLICABLE


def test_what_is_absent_adds_nothing_to_a_total(tmp_path: Path) -> None:
    """A project without a sum is no project of zero."""
    projects = good_plan(tmp_path).projects
    assert total_of(each.investment for each in projects) == Decimal(210543)
    assert total_of(each.planned for each in projects) == Decimal("60000.5")


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        ("E2", 2014, "项目!F2: 错误[project-years] 开工年份 2014 晚于完工年份 2013"),
        ("D2", "新", "项目!D2: 错误[cell-choice] “建设性质”不能是“新”"),
        ("H2", "九亿", "项目!H2: 错误[number] “九亿”不是数"),
        ("A3", "p1", "项目!A3: 错误[duplicate] 项目编号“p1”重复，另一处在 data/xian/projects.xlsx!项目!A2"),
        ("C3", "检测中心", "项目!C3: 错误[duplicate] 项目名称“检测中心”重复，另一处在 data/xian/projects.xlsx!项目!C2"),
        ("B3", 1, "项目!C3: 错误[duplicate] 项目序号“1”重复，另一处在 data/xian/projects.xlsx!项目!C2"),
        ("J3", "县水利局", "项目!J3: 错误[unit-unknown] 单位“县水利局”没有登记"),
        ("A3", None, "项目!A3: 错误[cell-blank] “编号”不能为空"),
        ("B3", 0, "项目!B3: 错误[number-range] 0 不在 1 至 999 之间"),
        ("F3", 20155, "项目!F3: 错误[number-range] 20155 不在 1949 至 2099 之间"),
    ],
)
def test_a_fault_is_told_once_at_its_cell(tmp_path: Path, place: str, value: object, said: str) -> None:
    """One line for one mistake."""
    assert only_fault(tmp_path, (f"项目!{place}", value)) == f"projects.xlsx!{said}"


def test_blanks_are_not_told_as_duplicates_of_each_other(tmp_path: Path) -> None:
    """That they are blank is told."""
    _, found = read_plan(tmp_path, ("项目!A2", None), ("项目!A3", None))
    assert len(found) == 2
    assert all("错误[cell-blank]" in line for line in found)


def test_an_amount_left_blank_is_to_be_a_dash(tmp_path: Path) -> None:
    """Nobody deletes a project for it."""
    assert hints(write_plan(tmp_path, ("项目!H2", None))) == ["没有数额的填“—”（不要空着）"]
