"""What must hold between the parts of a plan: known names, and each id once."""

from pathlib import Path

import pytest

from tests.plans import Change, hints, only_fault, read_plan, write_plan


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            ("plan.yaml", "date: 2011-11", "date: 2011-13"),
            "plan.yaml:10:7: 错误[date] “date”：“2011-13-01”：没有这一天",
        ),
        (
            ("plan.yaml", "date: 2011-11", "date: 2011-02-30"),
            "plan.yaml:10:7: 错误[date] “date”：“2011-02-30”：没有这一天",
        ),
        (("plan.yaml", "start: 2006", "start: 2016"), "plan.yaml:6:10: 错误[period] 时期“11-5”起止年份颠倒"),
        (("plan.yaml", 'period: "12-5"', 'period: "13-5"'), "plan.yaml:8:9: 错误[period] 没有时期“13-5”"),
        (
            ("units.yaml", "id: huanbao", "id: zhijian"),
            "units.yaml:3:10: 错误[duplicate] 单位“zhijian”重复，另一处在 data/xian/units.yaml:2:10",
        ),
    ],
)
def test_a_name_that_is_wrong_or_given_twice_is_told_at_its_place(tmp_path: Path, change: Change, said: str) -> None:
    """The first place of a name given twice is told too."""
    assert only_fault(tmp_path, change) == said


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("plan.yaml", 'id: "11-5"', 'id: "12-5"'), "时期“12-5”重复，另一处在 data/xian/plan.yaml:6:10"),
        (
            ("units.yaml", "short: 县环保局", "short: 县质监局"),
            "单位简称“县质监局”重复，另一处在 data/xian/units.yaml:2:43",
        ),
    ],
)
def test_a_name_given_twice_is_told_first_of_what_it_spoils(tmp_path: Path, change: Change, said: str) -> None:
    """Other names that led to it lead nowhere now."""
    _, found = read_plan(tmp_path, change)
    assert [each.split("[duplicate] ")[-1] for each in found if said in each] == [said]


def test_two_papers_of_one_title_are_refused(tmp_path: Path) -> None:
    """They would be one file."""
    again = "\n  - kind: plan\n    title: 某县质量强县规划\n    text: text/plan.yaml\n"
    change = ("plan.yaml", "    text: text/plan.yaml\n", f"    text: text/plan.yaml{again}")
    assert "错误[duplicate] 文件标题“某县质量强县规划”重复" in only_fault(tmp_path, change)


def test_an_unknown_unit_gets_the_nearest_known_one(tmp_path: Path) -> None:
    """The hint names it."""
    (hint,) = hints(write_plan(tmp_path, ("项目!J3", "县环保")))
    assert hint.startswith("是否指“县环保局”")
