"""The papers to issue and their parts: kinds, texts, years, periods, and units of the registry."""

from pathlib import Path

import pytest

from tests.plans import SHOWN, Change, good_plan, only_fault, read_plan
from yinfa.model.identity import Part
from yinfa.model.words import PaperWords

PLAN, UNITS = "plan.yaml", "units.yaml"


def test_every_paper_and_behind_it_its_parts_are_leaves(tmp_path: Path) -> None:
    plan = good_plan(tmp_path, action=True)
    kinds = [str(leaf.kind) for leaf in plan.leaves()]
    assert kinds[:6] == ["plan", "notice", "action-plan", "notice", "plan", "feedback"]
    assert [leaf.binding for leaf in plan.leaves() if isinstance(leaf, Part)] == ["follows", "apart", "annex"]


def test_a_part_has_the_year_of_its_paper_and_a_period_of_its_own(tmp_path: Path) -> None:
    """A paper that says neither has those of the plan."""
    plan = good_plan(tmp_path, action=True)
    first, notice, action, *_ = plan.leaves()
    assert (plan.year_of(first), plan.period_of(first)) == (2011, "12-5")
    assert (plan.year_of(notice), plan.period_of(notice)) == (2013, "12-5")
    assert (plan.year_of(action), plan.period_of(action)) == (2013, "2013")


def test_a_paper_without_a_text_has_no_words(tmp_path: Path) -> None:
    """A table of indicators needs none."""
    plan = good_plan(tmp_path, action=True)
    (indicators,) = [leaf for leaf in plan.leaves() if leaf.kind == "indicators"]
    assert plan.words_of(indicators) == PaperWords()
    assert plan.words_of(plan.papers()[0]).chapters[0].heading == "发展目标"


def test_a_text_that_several_papers_print_is_read_once(tmp_path: Path) -> None:
    """And stands once among the inputs."""
    plan = good_plan(tmp_path, action=True)
    assert plan.inputs.count("text/action.yaml") == 1
    assert sum(leaf.text == "text/action.yaml" for leaf in plan.leaves()) == 3


def test_an_indicator_is_found_by_id_or_name_in_its_period(tmp_path: Path) -> None:
    plan = good_plan(tmp_path, action=True)
    food = plan.indicator("food-rate", "2013")
    assert food is not None
    assert plan.indicator("食品抽检合格率", "2013") is food
    assert plan.indicator("food-rate") is None


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ((PLAN, "kind: feedback", "kind: feedbak"), "plan.yaml:33:16: 错误[kind] 没有文种“feedbak”"),
        ((PLAN, "text: text/feedback.yaml, ", ""), "plan.yaml:33:16: 错误[kind-needs] 反馈表（feedback）缺少“text”"),
        ((PLAN, "title: 公众意见反馈表, ", ""), "plan.yaml:33:9: 错误[yaml-missing] 缺少“title”"),
        (
            (PLAN, "text: text/feedback.yaml", "text: text/opinion.yaml"),
            "plan.yaml:33:32: 错误[kind-needs] 反馈表（feedback）缺少“blocks”",
        ),
        (
            (
                PLAN,
                "text: text/action.yaml, title: 某县质量强县建设任",
                "text: text/opinion.yaml, title: 某县质量强县建设任",
            ),
            "plan.yaml:44:30: 错误[kind-needs] 单位任务单（unit-sheet）缺少“task”",
        ),
        (
            (
                PLAN,
                "kind: feedback, text: text/feedback.yaml",
                'kind: unit-sheet, period: "2013", text: text/action.yaml',
            ),
            "plan.yaml:33:16: 错误[part-kind] 单位任务单（unit-sheet）一个单位一份，不能放在另一份文件里",
        ),
        (
            (PLAN, "{kind: plan, title: 某县质量强县规划,", "{kind: plan, title: 某县质量规划,"),
            "plan.yaml:32:29: 错误[part-missing] documents 中没有另行装订（apart）的“某县质量规划”",
        ),
        (
            (PLAN, "某县质量强县规划, binding", "某县质量强县规划, text: text/plan.yaml, binding"),
            "plan.yaml:32:45: 错误[part-text] “某县质量强县规划”另行装订（apart），这里不写 text",
        ),
        ((PLAN, '要求, period: "2013"', '要求, period: "2012"'), "plan.yaml:42:54: 错误[period] 没有时期“2012”"),
        (
            (PLAN, "text/opinion.yaml", "text/none.yaml"),
            "plan.yaml:35:11: 错误[path] 本规划的文件夹内没有“text/none.yaml”",
        ),
        (
            (UNITS, "successor: shijian", "successor: shijianju"),
            "units.yaml:2:88: 错误[unit-unknown] 没有 id 为“shijianju”的单位可承接“县质监局”",
        ),
        (
            (UNITS, "until: 2013, successor", "successor"),
            "units.yaml:2:75: 错误[unit-years] “县质监局”有承接单位，却没有写用到哪一年",
        ),
        (
            (UNITS, "until: 2013, ", "since: 2014, until: 2013, "),
            "units.yaml:2:10: 错误[unit-years] “zhijian”起止年份颠倒（2014—2013）",
        ),
        ((UNITS, "{unit: huanbao}", "{unit: huanboa}"), "units.yaml:16:16: 错误[unit-unknown] 单位“huanboa”没有登记"),
        (
            (UNITS, "{unit: huanbao}", "{unit: chengyuan}"),
            "units.yaml:16:16: 错误[unit-members] 单位组“相关部门”的成员“chengyuan”也是单位组",
        ),
        (
            (UNITS, "{unit: zhijian, until: 2013}", "{unit: zhijian, since: 2014}"),
            "units.yaml:14:16: 错误[unit-year] 2014 年没有单位“zhijian”：这个名称只用到 2013 年",
        ),
        (
            (UNITS, "level: group", "level: bureau"),
            "units.yaml:9:9: 错误[unit-members] “相关部门”不是单位组，不能有成员",
        ),
        (
            ("指标!M2", "县市场监管局"),
            "indicators.xlsx!指标!M2: 错误[unit-year] 2011 年没有单位“县市场监管局”：这个名称从 2014 年起才用",
        ),
        (
            ("项目!J2", "县市场监管局"),
            "projects.xlsx!项目!J2: 错误[unit-year] 2011 年没有单位“县市场监管局”：这个名称从 2014 年起才用",
        ),
    ],
)
def test_a_fault_is_told_in_chinese_at_its_place(tmp_path: Path, change: Change, said: str) -> None:
    assert only_fault(tmp_path, change, action=True) == said


def test_the_units_of_another_period_are_judged_by_its_years(tmp_path: Path) -> None:
    """An office of an earlier period may be gone, one of a later period not be there yet."""
    until: Change = (UNITS, "level: bureau}\n  - {id: fagai", "level: bureau, until: 2010}\n  - {id: fagai")
    plan, said = read_plan(tmp_path, until, ("指标!M8", "县环保局"), action=True)
    assert plan is not None
    assert not any("指标!M8" in each for each in said)
    assert f"{SHOWN}/indicators.xlsx!指标!M7: 错误[unit-year] 2011 年没有单位“县环保局”：这个名称只用到 2010 年" in said


def test_the_line_of_a_unit_ends_though_it_goes_round(tmp_path: Path) -> None:
    """And that it does is told of each."""
    round_: Change = (UNITS, "since: 2014}\n", "until: 2020, successor: zhijian}\n")
    plan, said = read_plan(tmp_path, round_, action=True)
    assert plan is not None
    assert [each.split(": ", 1)[1] for each in said] == [
        "错误[unit-successor] “县质监局”的承接单位绕回了自己",
        "错误[unit-successor] “县市场监管局”的承接单位绕回了自己",
    ]
