"""What must hold between the parts of a plan: known names, and each id once."""

from pathlib import Path

import pytest

from tests.plans import SHOWN, Change, hints, only_fault, read_plan, write_plan
from yinfa.diagnostics import Report, Severity
from yinfa.model.load import load_plan


@pytest.mark.parametrize(
    ("change", "said"),
    [
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
        (
            ("units.yaml", "name: 某县环境保护局", "name: 某县质量技术监督局"),
            "单位全称“某县质量技术监督局”重复，另一处在 data/xian/units.yaml:2:25",
        ),
        (
            ("units.yaml", "short: 县环保局", "short: 某县质量技术监督局"),
            "单位名称“某县质量技术监督局”重复，另一处在 data/xian/units.yaml:2:25",
        ),
        (
            ("units.yaml", "name: 某县环境保护局", "name: 县质监局"),
            "单位名称“县质监局”重复，另一处在 data/xian/units.yaml:2:43",
        ),
    ],
)
def test_a_name_given_twice_is_told_first_of_what_it_spoils(tmp_path: Path, change: Change, said: str) -> None:
    """Other names that led to it lead nowhere now."""
    _, found = read_plan(tmp_path, change)
    assert [each.split("[duplicate] ")[-1] for each in found if said in each] == [said]


SAME_SHORT: Change = (
    "units.yaml",
    "某县环境保护局, short: 县环保局, level: bureau",
    "某县质检局, short: 县质监局, level: bureau, since: 2012",
)


@pytest.mark.parametrize(("until", "told"), [("2011", 0), ("2012", 1), ("2015", 1)])
def test_a_name_may_go_over_to_another_unit_but_not_in_a_year_of_both(tmp_path: Path, until: str, told: int) -> None:
    """Else nobody could say whose it was."""
    ended: Change = ("units.yaml", "level: bureau}", f"level: bureau, until: {until}}}")
    _, said = read_plan(tmp_path, SAME_SHORT, ended)
    assert sum("[duplicate]" in each for each in said) == told
    assert sum("年份不能重叠" in hint for hint in hints(tmp_path / "xian")) == told


def test_one_unit_missing_in_many_places_is_told_once(tmp_path: Path) -> None:
    """With the first place, how many others there are and where; another unit is told by itself."""
    cells = [(f"指标!N{row}", "县农业局") for row in (2, 3, 5, 7)]
    _, said = read_plan(tmp_path, *cells, ("项目!J2", "县农业局"), ("项目!J3", "县林业局"))
    book = f"{SHOWN}/indicators.xlsx!指标"
    assert said == [
        f"{book}!N2: 错误[unit-unknown] 单位“县农业局”没有登记，另有 4 处：{book}!N3、{book}!N5、{book}!N7等",
        f"{SHOWN}/projects.xlsx!项目!J3: 错误[unit-unknown] 单位“县林业局”没有登记",
    ]


def test_a_registry_without_units_is_told_once(tmp_path: Path) -> None:
    """However many units the plan names."""
    plan = write_plan(tmp_path)
    (plan / "units.yaml").write_text("units: []\n", encoding="utf-8")
    report = Report()
    assert load_plan(plan, SHOWN, report) is not None
    (said,) = report
    assert str(said).split("\n    ") == [
        f"{SHOWN}/units.yaml: 错误[unit-unknown] 一个单位也没有登记",
        "改法：登记文件和表格里写到的单位",
    ]


def test_two_papers_of_one_title_are_refused(tmp_path: Path) -> None:
    """They would be one file."""
    again = "\n  - kind: plan\n    title: 某县质量强县规划\n    text: text/plan.yaml\n"
    change = ("plan.yaml", "    text: text/plan.yaml\n", f"    text: text/plan.yaml{again}")
    assert "错误[duplicate] 文件标题“某县质量强县规划”重复" in only_fault(tmp_path, change)


def test_an_unknown_unit_gets_the_nearest_known_one(tmp_path: Path) -> None:
    """The hint names it."""
    (hint,) = hints(write_plan(tmp_path, ("项目!J3", "县环保")))
    assert hint.startswith("是否指“县环保局”")


def test_two_papers_that_leave_their_title_to_the_plan_are_refused_too(tmp_path: Path) -> None:
    """Both bear the plan's."""
    papers = "    text: text/plan.yaml\n  - kind: plan\n    text: text/plan.yaml\n"
    change = ("plan.yaml", "    title: 某县质量强县规划\n    text: text/plan.yaml\n", papers)
    assert only_fault(tmp_path, change).startswith("plan.yaml:16:11: 错误[duplicate] 文件标题“某县质量强县规划”重复")


def test_an_id_that_is_not_the_name_of_the_folder_is_warned_of(tmp_path: Path) -> None:
    """A plan copied would overwrite the papers of the original."""
    copy = write_plan(tmp_path).rename(tmp_path / "xinxian")
    report = Report()
    assert load_plan(copy, SHOWN, report) is not None
    (said,) = report
    assert (said.code, said.severity, str(said.origin)) == ("id-folder", Severity.WARNING, f"{SHOWN}/plan.yaml:1:5")
    assert said.hint == "把 id 改成文件夹名：xinxian"


def test_units_divided_by_none_of_the_signs_are_told_which_to_use(tmp_path: Path) -> None:
    """Two names are one that nobody knows."""
    (hint,) = hints(write_plan(tmp_path, ("项目!J3", "县环保局 县质监局")))
    assert hint.endswith("多个单位用“、”分开")
