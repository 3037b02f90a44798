"""The papers to issue and their parts: kinds, texts, years, periods, and units of the registry."""

from pathlib import Path

import pytest

from tests.plans import SHOWN, Change, good_plan, hints, only_fault, read_plan
from yinfa.model.identity import Part
from yinfa.model.link_papers import is_sound
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
            (
                "units.yaml:14:16: 错误[unit-year] 单位组“相关部门”的成员“县质监局”：2014 年没有这个单位，"
                "这个名称只用到 2013 年"
            ),
        ),
        (
            (UNITS, "level: group", "level: bureau"),
            "units.yaml:9:9: 错误[unit-members] “相关部门”不是单位组，不能有成员",
        ),
        (
            ("指标!N2", "县市场监管局"),
            "indicators.xlsx!指标!N2: 错误[unit-year] 2011 年没有单位“县市场监管局”：这个名称从 2014 年起才用",
        ),
        (
            ("项目!J2", "县市场监管局"),
            "projects.xlsx!项目!J2: 错误[unit-year] 2011 年没有单位“县市场监管局”：这个名称从 2014 年起才用",
        ),
    ],
)
def test_a_fault_is_told_in_chinese_at_its_place(tmp_path: Path, change: Change, said: str) -> None:
    assert only_fault(tmp_path, change, action=True) == said


ANNEX = "      - {kind: feedback, text: text/feedback.yaml, title: 意见反馈表, binding: annex}\n"
AGAIN = '      - {kind: action-plan, text: text/action.yaml, title: 又一份计划, period: "2013"}\n'


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            (
                PLAN,
                "{kind: plan, title: 某县质量强县规划, binding",
                "{kind: plan, title: 某县质量技术监督局关于公开征求《某县质量强县规划》意见的通知, binding",
            ),
            "plan.yaml:32:16: 错误[part-self] 文件不能把自己列为部分",
        ),
        (
            (PLAN, "kind: feedback, text: text/feedback.yaml", "kind: notice, text: text/consult.yaml"),
            "plan.yaml:33:16: 错误[part-self] 文件不能把自己列为部分",
        ),
        (
            (PLAN, '        period: "2013"\n', f'        period: "2013"\n{ANNEX}'),
            (
                "plan.yaml:23:15: 错误[annex-twice] 这份文件自己有附件，所附的“2013年度某县质量强县建设行动计划”又有"
                "自己的附件，会有两个附件1"
            ),
        ),
        (
            ("text/notice.yaml", "signature:", "annexes: [{heading: 说明, blocks: [甲。]}]\nsignature:"),
            (
                "plan.yaml:23:15: 错误[annex-twice] 这份文件自己有附件，所附的“2013年度某县质量强县建设行动计划”又有"
                "自己的附件，会有两个附件1"
            ),
        ),
        (
            (PLAN, '        period: "2013"\n', f'        period: "2013"\n{AGAIN}'),
            "plan.yaml:27:35: 错误[part-twice] “text/action.yaml”在一份文件里印了两次",
        ),
        (
            (PLAN, 'period: "2013", year: 2013}', 'period: "2013", year: 2012}'),
            "plan.yaml:42:54: 警告[year-period] 年份 2012 不在时期“2013”（2013 年）内",
        ),
    ],
)
def test_what_no_paper_may_be_made_of_is_told_once(tmp_path: Path, change: Change, said: str) -> None:
    """At its place in plan.yaml."""
    assert only_fault(tmp_path, change, action=True) == said


def test_a_table_of_tasks_may_stand_beside_the_text_it_is_made_from(tmp_path: Path) -> None:
    """It does not print it again."""
    split = '      - {kind: responsibilities, text: text/action.yaml, title: 责任表, period: "2013"}\n'
    good_plan(tmp_path, (PLAN, '        period: "2013"\n', f'        period: "2013"\n{split}'), action=True)


def test_the_annexes_of_a_text_are_not_those_of_the_table_of_its_tasks(tmp_path: Path) -> None:
    """A paper that has annexes may be followed by such a table."""
    table: Change = (PLAN, "kind: action-plan", "kind: responsibilities")
    good_plan(tmp_path, table, (PLAN, '        period: "2013"\n', f'        period: "2013"\n{ANNEX}'), action=True)


def test_a_paper_with_a_fault_of_its_own_is_not_sound(tmp_path: Path) -> None:
    """The others are."""
    change: Change = (PLAN, "text: text/feedback.yaml, ", "")
    plan, _ = read_plan(tmp_path, change, action=True)
    assert plan is not None
    assert [is_sound(plan, paper) for paper in plan.papers()] == [True, True, False, *[True] * 5]


SUCCESSOR = "successor: shijian"


@pytest.mark.parametrize(
    ("change", "message", "hint"),
    [
        (
            (UNITS, SUCCESSOR, "successor: zhijian"),
            "units.yaml:2:88: 错误[unit-successor] “县质监局”的承接单位不能是自己",
            "写接下职责的单位的 id，或删去 successor",
        ),
        (
            (UNITS, SUCCESSOR, "successor: 县市场监管局"),
            "units.yaml:2:88: 错误[unit-unknown] 没有 id 为“县市场监管局”的单位可承接“县质监局”",
            "写它的 id：shijian",
        ),
        (
            (UNITS, SUCCESSOR, "successor: shijianju"),
            "units.yaml:2:88: 错误[unit-unknown] 没有 id 为“shijianju”的单位可承接“县质监局”",
            "是否指“shijian”？ 或登记这一单位",
        ),
        (
            (UNITS, "{unit: zhijian, until: 2013}", "{unit: zhijian, since: 2014}"),
            (
                "units.yaml:14:16: 错误[unit-year] 单位组“相关部门”的成员“县质监局”：2014 年没有这个单位，"
                "这个名称只用到 2013 年"
            ),
            "改正这一成员的 since、until，或删去",
        ),
        (
            (UNITS, "{unit: shijian, since: 2014}", "{unit: shijian}"),
            (
                "units.yaml:15:16: 错误[unit-year] 单位组“相关部门”的成员“县市场监管局”：2011 年没有这个单位，"
                "这个名称从 2014 年起才用"
            ),
            "给这一成员写 since，或删去",
        ),
    ],
)
def test_what_is_wrong_with_a_unit_is_told_with_how_to_mend_it(
    tmp_path: Path, change: Change, message: str, hint: str
) -> None:
    assert only_fault(tmp_path, change, action=True) == message
    assert hints(tmp_path / "xian") == [hint]


def test_a_member_whose_name_is_gone_is_to_be_ended(tmp_path: Path) -> None:
    """Or left out; it is told by its short name, whatever the registry says."""
    gone: Change = (UNITS, "short: 县经信局, level: bureau", "short: 县经信局, level: bureau, until: 2010")
    _, said = read_plan(tmp_path, gone, action=True)
    place = "units.yaml:23:16: 错误[unit-year] 单位组“成员单位”的成员“县经信局”：2011 年没有这个单位，"
    assert f"{SHOWN}/{place}这个名称只用到 2010 年" in said
    assert "给这一成员写 until，或删去" in hints(tmp_path / "xian")


def test_a_successor_that_is_written_is_not_asked_for(tmp_path: Path) -> None:
    """Where it was not there in that year either."""
    gap: Change = (UNITS, "level: bureau, since: 2014}", "level: bureau, since: 2016}")
    later: Change = (PLAN, "关于加强质量工作的意见\n    year: 2013", "关于加强质量工作的意见\n    year: 2015")
    head: Change = ("text/opinion.yaml", "preface:", "head: {organs: [县质监局], number: 某政〔2013〕1号}\npreface:")
    member: Change = (UNITS, "{unit: shijian, since: 2014}", "{unit: shijian, since: 2016}")
    _, said = read_plan(tmp_path, gap, later, head, member, action=True)
    assert [each.split("] ")[1] for each in said] == ["2015 年没有单位“县质监局”：这个名称只用到 2013 年"]
    assert hints(tmp_path / "xian") == ["核对 units.yaml 中“县质监局”、“县市场监管局”的 since、until"]


def test_the_units_of_another_period_are_judged_by_its_years(tmp_path: Path) -> None:
    """An office of an earlier period may be gone, one of a later period not be there yet."""
    until: Change = (UNITS, "level: bureau}\n  - {id: fagai", "level: bureau, until: 2010}\n  - {id: fagai")
    plan, said = read_plan(tmp_path, until, ("指标!N8", "县环保局"), action=True)
    assert plan is not None
    assert not any("指标!N8" in each for each in said)
    told = f"{SHOWN}/indicators.xlsx!指标!N7: 错误[unit-year] 2011 年没有单位“县环保局”：这个名称只用到 2010 年"
    assert any(each.startswith(told) for each in said)


def test_the_line_of_a_unit_ends_though_it_goes_round(tmp_path: Path) -> None:
    """And that it does is told of each."""
    round_: Change = (UNITS, "since: 2014}\n", "until: 2020, successor: zhijian}\n")
    plan, said = read_plan(tmp_path, round_, action=True)
    assert plan is not None
    assert [each.split(": ", 1)[1] for each in said] == [
        "错误[unit-successor] “县质监局”的承接单位绕回了自己",
        "错误[unit-successor] “县市场监管局”的承接单位绕回了自己",
    ]
