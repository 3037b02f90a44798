"""Tasks: who is charged with what by when, and each fault of it at its place."""

from pathlib import Path

import pytest

from tests.actions import PAPERS
from tests.plans import SHOWN, Change, good_plan, hints, only_fault, read_plan, write_plan
from yinfa.model.plan import Plan
from yinfa.model.tasks import ArticleBlock, Point, TaskBlock
from yinfa.model.walk import each_of

FILE = "text/action.yaml"
LEAD = "lead: [县发改局, 县质监局]"
YEAR: Change = (
    "plan.yaml",
    "year: 2013\n    parts:\n      - kind: action",
    "year: 2014\n    parts:\n      - kind: action",
)
SUPPORT: Change = (
    FILE,
    "            lead: 县质监局\n            due",
    "            lead: 县质监局\n            support: 城关镇\n            due",
)


def text(old: str, new: str) -> Change:
    """Return a change of the text of the action plan."""
    return FILE, old, new


def tasks(plan: Plan) -> dict[str, TaskBlock]:
    """Return the tasks of the action plan by their ids."""
    return {str(each.task): each for each in each_of(TaskBlock, plan.words[FILE])}


def test_a_task_without_parts_is_its_own_only_point(tmp_path: Path) -> None:
    found = tasks(good_plan(tmp_path, action=True))["quality-city"]
    (point,) = found.points()
    assert point == Point(found, None)
    assert (point.lead, point.support) == (("县发改局", "县质监局"), ("相关部门",))


def test_a_point_without_a_lead_has_that_of_its_task(tmp_path: Path) -> None:
    """And its support, unless it names its own."""
    first, second, third = tasks(good_plan(tmp_path, action=True))["brands"].points()
    assert (first.lead, first.support) == (("县质监局",), ())
    assert (second.lead, second.support) == (("县经信局",), ("县环保局", "成员单位"))
    assert (third.lead, third.support) == (("县质监局",), ("县发改局",))


def test_a_point_with_a_lead_has_nothing_of_the_support_of_its_task(tmp_path: Path) -> None:
    alone = text("                support: 县环保局，成员单位\n", "")
    points = tasks(good_plan(tmp_path, SUPPORT, alone, action=True))["brands"].points()
    assert [point.support for point in points] == [("城关镇",), (), ("县发改局",)]


@pytest.mark.parametrize(
    "written",
    ["县发改局、县质监局", "县发改局/县质监局", "县发改局，县质监局", "县发改局; 县质监局", "[县发改局, 县质监局]"],
)
def test_units_may_be_a_list_or_one_text(tmp_path: Path, written: str) -> None:
    found = tasks(good_plan(tmp_path, text(LEAD, f"lead: {written}"), action=True))["quality-city"]
    assert found.lead == ("县发改局", "县质监局")
    assert str(found.lead[0].origin).startswith(f"{SHOWN}/{FILE}:12:")


def test_a_due_date_is_kept_with_dashes(tmp_path: Path) -> None:
    found = tasks(good_plan(tmp_path, text("due: 2013-09", "due: 2013年9月"), action=True))
    assert (found["quality-city"].due, found["park"].due) == ("2013-09", None)


def test_an_article_is_no_task(tmp_path: Path) -> None:
    """It charges nobody."""
    (article,) = each_of(ArticleBlock, good_plan(tmp_path, action=True).words[FILE])
    assert article.article == "严格监督检查。"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (LEAD, "lead: [县发改委]", "12:16: 错误[unit-unknown] 单位“县发改委”没有登记"),
        (LEAD, "lead: []", "8:15: 错误[no-lead] 任务“quality-city”没有牵头单位"),
        (LEAD, "lead: 、", "8:15: 错误[no-lead] 任务“quality-city”没有牵头单位"),
        (LEAD, "lead:", "12:9: 错误[yaml-blank] “lead”是空的"),
        (f"{LEAD}\n        ", "", "8:15: 错误[no-lead] 任务“quality-city”没有牵头单位"),
        (LEAD, "lead: [县发改局, fagai]", "12:22: 错误[unit-twice] “fagai”在 lead 中写了两次"),
        (
            "support: [相关部门]",
            "support: 县质监局",
            "13:18: 错误[lead-supports] “县质监局”已是牵头单位，又列为配合单位",
        ),
        (LEAD, "lead: [相关部门]", "13:19: 错误[lead-supports] “相关部门”已是牵头单位，又列为配合单位"),
        ("due: 2013-09", "due: 2013-02-30", "14:14: 错误[due] “due”：“2013-02-30”：没有这一天"),
        ("due: 2013-09", "due: 2014-01", "14:14: 错误[due] 时限 2014-01 不在 2013 年内"),
        ("due: 2013-12-31", "due: 2012-12-31", "29:18: 错误[due] 时限 2012-12-31 不在 2013 年内"),
        ("due: 2013年6月", "due: 2014年6月", "37:55: 错误[due] 时限 2014-06 不在 2013 年内"),
        ("due: 2013-09", "due: 9月底", "14:14: 错误[yaml-pattern] “due”的值“9月底”不合写法"),
        ("[food-rate]", "[合格率]", "15:22: 错误[indicator-unknown] 时期“2013”没有指标“合格率”"),
        ("indicators: [品牌]", "indicators: [品牌数]", "33:30: 错误[indicator-unknown] 时期“2013”没有指标“品牌数”"),
        (
            "task: park",
            "task: quality-city",
            f"16:15: 错误[duplicate] 任务“quality-city”重复，另一处在 {SHOWN}/{FILE}:8:15",
        ),
        ("task: park", "task: 示范园区", "16:15: 错误[yaml-pattern] “task”的值“示范园区”不合写法"),
        (
            "duties: 分工负责",
            "support: 县环保局\n            duties: 负责",
            "42:22: 错误[manner] 写法“负责”不列配合单位，任务“lone”的配合单位印不出来",
        ),
        (
            "            lead: 县质监局\n            due: 2013-12-31",
            "            goal: 培育\n            lead: 县质监局",
            "28:19: 错误[task-unused] 任务“brands”分了点，goal 没有用上",
        ),
        ("[food-rate]", "[food-rate, 食品抽检合格率]", "15:33: 错误[indicator-twice] 指标“食品抽检合格率”写了两次"),
        (
            "        goal: 9月底前具备验收条件\n",
            "        parts: [{text: 甲。}]\n",
            "11:24: 错误[task-parts] 任务“quality-city”只有一点，会印成单独的“一是……”",
        ),
        (
            "        text: 以园区为主体开展创建。\n",
            "        parts: [{text: 甲。}, {text: 乙。, duties: 责任单位}]\n",
            "18:48: 错误[manner] 任务“park”的单位印在任务末尾，第 2 点的 duties 没有用上",
        ),
        (
            "        text: 以园区为主体开展创建。\n",
            "",
            "16:15: 警告[task-empty] 任务“park”没有内容，责任分解表中的目标印作“—”",
        ),
        ("{table: duties}", "{table: dutie}", "53:17: 错误[yaml-literal-error] “table”的值“dutie”不在可选范围内"),
        ("- 开展各级示范创建。", "- {table: duties}", "7:17: 错误[caption] 正文中的表缺少表题"),
    ],
)
def test_a_fault_is_told_in_chinese_at_its_place(tmp_path: Path, old: str, new: str, said: str) -> None:
    """One line for one mistake, though three papers print the text."""
    assert only_fault(tmp_path, text(old, new), action=True) == f"{FILE}:{said}"


def test_a_lead_that_no_point_needs_is_told(tmp_path: Path) -> None:
    """It would be printed as if it had a part in the task."""
    changes = (
        text("indicators: [品牌]", "lead: [县发改局]"),
        text("support: [县发改局], due", "lead: [县发改局], due"),
    )
    said = "28:19: 错误[task-unused] 任务“brands”的各点都有牵头单位，任务的牵头单位没有用上"
    assert only_fault(tmp_path, *changes, action=True) == f"{FILE}:{said}"


def test_support_that_no_point_needs_is_told(tmp_path: Path) -> None:
    changes = (SUPPORT, text("indicators: [品牌]", "support: [县发改局]"))
    said = "29:22: 错误[task-unused] 任务“brands”的配合单位没有一点用上"
    assert only_fault(tmp_path, *changes, action=True) == f"{FILE}:{said}"


@pytest.mark.parametrize(
    ("key", "value", "of_parts", "called"),
    [
        ("due", "2013-12-31", ("2013-10", "2013-11"), "时限"),
        ("indicators", "[品牌]", ("[品牌]", "[food-rate]"), "指标"),
        ("duties", "责任单位", ("牵头参与", "牵头配合"), "写法"),
    ],
)
def test_what_every_point_says_for_itself_is_not_said_of_the_task(
    tmp_path: Path, key: str, value: str, of_parts: tuple[str, str], called: str
) -> None:
    """It would be printed nowhere."""
    one, other = (f"{{text: 甲。, lead: 县发改局, {key}: {each}}}" for each in of_parts)
    parts = f"        parts: [{one}, {other}]\n        {key}: {value}\n"
    old = "        text: 以园区为主体开展创建。\n        lead: 城关镇、县建投公司\n"
    said = only_fault(tmp_path, text(old, parts), action=True)
    assert said.endswith(f"错误[task-unused] 任务“park”的各点都有{called}，任务的{called}没有用上")
    assert hints(tmp_path / "xian") == [f"删去任务的 {key}，或删去某一点的 {key}"]


def test_a_task_of_a_heading_alone_is_fine_where_no_table_is_made(tmp_path: Path) -> None:
    """Nobody misses its goal."""
    changes: list[Change] = [
        ("plan.yaml", PAPERS.splitlines(keepends=True)[-2], ""),
        ("plan.yaml", PAPERS.splitlines(keepends=True)[-1], ""),
        text("      - {table: duties}", "      - 见正文。"),
        text("        text: 以园区为主体开展创建。\n", ""),
    ]
    good_plan(tmp_path, *changes, action=True)


def test_tasks_of_a_paper_that_the_table_of_what_it_issues_leaves_out_are_warned_of(tmp_path: Path) -> None:
    """Once for all of them."""
    tasks = "".join(f"  - {{task: {id_}, heading: 甲。, text: 乙。, lead: 县发改局}}\n" for id_ in ("own", "other"))
    said = only_fault(tmp_path, ("text/notice.yaml", "signature:", f"{tasks}signature:"), action=True)
    assert said == "text/notice.yaml:5:12: 警告[task-untabled] 这个文件的任务（“own”等 2 项）不进任何责任分解表或任务单"


def test_tasks_of_a_paper_of_which_no_table_is_made_are_fine(tmp_path: Path) -> None:
    """An opinion names who is charged behind each."""
    task = "{task: own, heading: 甲。, text: 乙。, lead: 县发改局}"
    good_plan(
        tmp_path,
        ("text/opinion.yaml", "      - {article: 指导思想。", f"      - {task}\n      - {{article: 指导思想。"),
        action=True,
    )


def test_a_task_that_stands_too_deep_is_refused(tmp_path: Path) -> None:
    """Its ordinal would be one below （1）, as that of an article."""
    deep = "{heading: 二, blocks: [{heading: 三, blocks: [{heading: 四, blocks: [{article: 五。, text: 六。}]}]}]}"
    said = only_fault(tmp_path, text("- 开展各级示范创建。", f"- {deep}"), action=True)
    assert said == f"{FILE}:7:85: 错误[heading-depth] 标题深到第 5 级，最多 4 级"


def test_a_task_on_the_fourth_level_is_fine(tmp_path: Path) -> None:
    deep = "{heading: 二, blocks: [{heading: 三, blocks: [{task: deep, heading: 四。, text: 五。, lead: 县发改局}]}]}"
    assert "deep" in tasks(good_plan(tmp_path, text("- 开展各级示范创建。", f"- {deep}"), action=True))


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        (LEAD, "lead: [县发改委]", "是否指“县发改局”、“某县发展和改革局”？ 或在 units.yaml 中登记；多个单位用“、”分开"),
        (
            LEAD,
            "lead: [huanbo]",
            "是否指“huanbao”、“chengyuan”、“chengguan”？ 或在 units.yaml 中登记；多个单位用“、”分开",
        ),
        (
            "[food-rate]",
            "[食品合格率]",
            "是否指“食品抽检合格率”？ 写指标的编号或名称，时期在 plan.yaml 中这一文件的 period",
        ),
        ("lead: [县质监局]", "lead: [[县质监局]]", "如果文字以 {{ 或 [ 开头，请加单引号"),
        ("lead: 城关镇、县建投公司", "laed: 城关镇", "请检查拼写，或删去这一项。是否指“lead”？"),
        ("lead: 县经信局", "laed: 县经信局", "请检查拼写，或删去这一项。是否指“lead”？"),
        (
            "duties: 牵头配合",
            "duties: 牵头参加",
            "是否指“牵头参与”？可用的有：牵头配合、牵头参与、分工负责、负责、责任单位",
        ),
    ],
)
def test_a_wrong_word_gets_the_nearest_one(tmp_path: Path, old: str, new: str, hint: str) -> None:
    assert hints(write_plan(tmp_path, text(old, new), action=True)) == [hint]


def test_a_task_whose_own_key_is_misspelt_is_still_known_as_one(tmp_path: Path) -> None:
    """Its other keys are not called unknown."""
    _, said = read_plan(tmp_path, text("task: park", "tsak: park"), action=True)
    assert [each.split("] ")[1] for each in said] == ["缺少“task”", "不认识的键“tsak”"]


def test_a_heading_with_blocks_is_no_task_though_it_names_a_lead(tmp_path: Path) -> None:
    inner = text("- heading: 实施品牌战略", "- heading: 实施品牌战略\n        lead: 县质监局")
    assert only_fault(tmp_path, inner, action=True) == f"{FILE}:24:9: 错误[yaml-extra-forbidden] 不认识的键“lead”"


def test_a_unit_is_judged_by_the_year_of_the_paper(tmp_path: Path) -> None:
    """With the name under which its duties went on, and the one under which they were before."""
    said = only_fault(tmp_path, text("            lead: 县质监局", "            lead: 县市场监管局"), action=True)
    assert said == f"{FILE}:28:19: 错误[unit-year] 2013 年没有单位“县市场监管局”：这个名称从 2014 年起才用"
    assert hints(tmp_path / "xian") == ["改为“县质监局”"]
    _, later = read_plan(tmp_path, YEAR, action=True)
    assert later == [
        (
            f"{SHOWN}/{FILE}:12:22: 错误[unit-year] 2014 年没有单位“县质监局”：这个名称只用到 2013 年，"
            f"另有 2 处：{SHOWN}/{FILE}:28:19、{SHOWN}/{FILE}:41:20"
        )
    ]
    assert hints(tmp_path / "xian") == ["改为“县市场监管局”"]


def test_a_unit_named_twice_is_known_by_its_names_of_the_year(tmp_path: Path) -> None:
    """Its short name was another's before."""
    same: Change = ("units.yaml", "short: 县市场监管局", "short: 县质监局")
    twice = text(LEAD, "lead: [某县市场监督管理局, 县质监局]")
    _, said = read_plan(tmp_path, YEAR, same, twice, action=True)
    assert f"{SHOWN}/{FILE}:12:27: 错误[unit-twice] “县质监局”在 lead 中写了两次" in said
    _, said = read_plan(tmp_path, same, twice, action=True)
    assert not any("unit-twice" in each for each in said)


def test_the_dates_of_a_paper_for_a_period_may_lie_anywhere_in_it(tmp_path: Path) -> None:
    """Its period goes before its year, and what it does not say its plan does."""
    plan = good_plan(tmp_path, action=True)
    years = {str(leaf.title): plan.years_of(leaf) for leaf in plan.leaves()}
    assert years["某县质量强县规划"] == range(2013, 2014)  # the part bound apart, of the notice's year
    assert plan.years_of(plan.papers()[0]) == range(2011, 2016)
    assert years["2013年度某县质量强县建设行动计划"] == range(2013, 2014)


def test_a_table_of_tasks_needs_some(tmp_path: Path) -> None:
    change = ("text/adoption.yaml", "{table: opinions}", "{table: matrix}")
    said = "text/adoption.yaml:10:17: 错误[table-empty] 表“matrix”由任务生成，这个文件没有任务"
    assert only_fault(tmp_path, change, action=True) == said
