"""Charts, tables and sentences made from results: in an evaluation only, and of what is there."""

from pathlib import Path

import pytest

from tests.plans import Change, good_plan, hints, only_fault, read_plan, write_plan
from yinfa.diagnostics import Report
from yinfa.model.link_papers import is_sound
from yinfa.model.load import load_plan

TEXT = "text/evaluation-2013.yaml"
CHARTS = "可用的有：rates 各指标完成率图、groups 各分类完成情况、path 历年完成值与目标图、units 各单位任务完成情况图"
SUMMARIES = (
    "可用的有：overall 总体完成情况、natures 约束性和预期性指标完成情况、groups 各分类完成情况、"
    "extremes 完成率最高和最低的指标、changes 比上年的变化、missed 未完成指标、tasks 任务完成情况、"
    "projects 项目"
)
PATH = "{chart: path, indicator: 产品抽查合格率, caption: 产品抽查合格率历年情况}"
PART = "{chart: path, indicator: brands, part: 省级, caption: 省级品牌历年情况}"


@pytest.mark.parametrize(
    ("old", "new", "said", "hint"),
    [
        (
            PATH,
            "{chart: path, caption: 历年情况}",
            "18:17: 错误[chart] 历年情况图（path）没有写是哪个指标",
            "写上 indicator：指标的编号或名称",
        ),
        (
            PATH,
            PATH.replace("产品抽查合格率,", "产品抽检合格率,"),
            "18:34: 错误[indicator-unknown] 时期“12-5”没有指标“产品抽检合格率”",
            "是否指“产品抽查合格率”？ 写指标的编号或名称，时期在 plan.yaml 中这一文件的 period",
        ),
        (
            PATH,
            PATH.replace("产品抽查合格率,", "污染物排放, part: 二氧化硫,"),
            "18:34: 错误[chart] “污染物排放”是定性指标，没有数值可画",
            "换一个指标，或删去这张图",
        ),
        (
            PATH,
            PATH.replace("caption", "part: 县级, caption"),
            "18:49: 错误[chart-part] 指标“产品抽查合格率”没有分项“县级”",
            "这个指标没有分项，删去 part",
        ),
        (
            PART,
            PART.replace("省级,", "省部级,"),
            "19:48: 错误[chart-part] 指标“品牌数”没有分项“省部级”",
            "是否指“省级”？",
        ),
        (
            PART,
            PART.replace("part: 省级, ", ""),
            "19:17: 错误[chart-part] 指标“品牌数”有 2 个分项，没有写是哪一个",
            "写上 part：国家级、省级",
        ),
        (
            "{chart: rates,",
            "{chart: rates, indicator: quality,",
            "16:35: 错误[chart] 统计图“rates”不是一个指标的图，indicator 没有用上",
            "删去 indicator，或把 chart 改为 path",
        ),
        (
            "{chart: groups,",
            "{chart: groups, part: 省级,",
            "17:31: 错误[chart] 统计图“groups”不是一个指标的图，part 没有用上",
            "删去 part，或把 chart 改为 path",
        ),
        (
            "{chart: groups,",
            "{chart: 分类,",
            "17:17: 错误[yaml-literal-error] “chart”的值“分类”不在可选范围内",
            CHARTS,
        ),
        (
            "{chart: groups, caption: 各类指标完成情况}",
            "{chart: groups}",
            "17:9: 错误[yaml-missing] 缺少“caption”",
            "请补上这一项",
        ),
        (
            "- summary: natures",
            "- summary: 分类",
            "9:18: 错误[yaml-literal-error] “summary”的值“分类”不在可选范围内",
            SUMMARIES,
        ),
    ],
)
def test_a_chart_says_of_what_it_is(tmp_path: Path, old: str, new: str, said: str, hint: str) -> None:
    assert only_fault(tmp_path, (TEXT, old, new), evaluation=True) == f"{TEXT}:{said}"
    assert hint in [each.removeprefix("是否指“groups”？") for each in hints(tmp_path / "xian")]


def test_an_indicator_of_one_part_needs_no_name_of_it(tmp_path: Path) -> None:
    """There is nothing to choose."""
    good_plan(tmp_path, ("指标!G8", "合计"), *((f"完成值!C{row}", "合计") for row in (13, 14)),
              ("目标调整!C2", "合计"),
              (TEXT, PATH, PATH.replace("产品抽查合格率,", "revenue,")), evaluation=True)  # fmt: skip


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ("- {chart: groups, caption: 完成情况}", "统计图“groups”"),
        ("- summary: overall", "概述“overall”"),
        ("- {table: verdicts, caption: 完成情况}", "表“verdicts”"),
        ("- {table: missed, caption: 未完成指标}", "表“missed”"),
        ("- {table: task-progress, caption: 任务}", "表“task-progress”"),
        ("- {table: open-tasks, caption: 任务}", "表“open-tasks”"),
        ("- {table: project-progress, caption: 项目}", "表“project-progress”"),
    ],
)
def test_what_is_made_from_results_stands_in_an_evaluation_only(tmp_path: Path, block: str, said: str) -> None:
    """Elsewhere nothing says of which year it would be."""
    found = only_fault(tmp_path, ("text/plan.yaml", "- 到2015年，", f"{block}\n      - 到2015年，"), evaluation=True)
    assert "错误[evaluation-only]" in found
    assert found.startswith("text/plan.yaml:9:")
    assert found.endswith(f"{said}由评估结果生成，只能放在评估报告里，这份文件是“规划”")


def test_a_part_of_a_notice_may_be_an_evaluation(tmp_path: Path) -> None:
    """The notice has words of its own."""
    notice = "addressee: 各单位：\nhead: {organs: [某县质量办], number: 某质〔2014〕1号}\n"
    notice += "blocks: [现将评估报告印发给你们。]\nsignature: {date: 2014-02-01}\n"
    old = (
        "  - {kind: evaluation, text: text/evaluation-2013.yaml, title: 某县质量强县规划2013年度评估报告, year: 2013}\n"
    )
    part = old.replace("  - {", "      - {")
    paper = f"  - kind: notice\n    text: text/notice.yaml\n    title: 关于印发评估报告的通知\n    parts:\n{part}"
    folder = write_plan(tmp_path, ("plan.yaml", old, paper), evaluation=True)
    (folder / "text" / "notice.yaml").write_text(notice, encoding="utf-8")
    report = Report()
    plan = load_plan(folder, "data/xian", report)
    assert list(report) == []
    assert plan is not None
    assert [plan.year_of(leaf) for leaf in plan.evaluations()] == [2013, 2010]


def test_what_is_made_of_tasks_wants_tasks_in_that_year(tmp_path: Path) -> None:
    """Each place is told; what was said of the tasks leads nowhere then, too."""
    change: Change = ("plan.yaml", "title: 2013年某县质量工作任务, year: 2013}", "title: 任务, year: 2012}")
    due: Change = ("text/tasks-2013.yaml", ", due: 2013-09", "")
    _, said = read_plan(tmp_path, change, due, evaluation=True)
    assert [each.split("] ")[1] for each in said if "[evaluation-empty]" in each] == [
        "表“task-progress”由任务生成，2013 年的文件没有任务",
        "表“open-tasks”由任务生成，2013 年的文件没有任务",
        "统计图“units”由任务生成，2013 年的文件没有任务",
        "概述“tasks”由任务生成，2013 年的文件没有任务",
    ]


@pytest.mark.parametrize(
    ("book", "kept"),
    [
        ("indicators.xlsx", "summary: overall"),
        ("indicators.xlsx", "{chart: rates, caption: 完成率}"),
        ("progress.xlsx", "summary: tasks"),
        ("progress.xlsx", "{chart: units, caption: 任务}"),
        ("progress.xlsx", "{table: project-progress, caption: 项目}"),
        ("projects.xlsx", "summary: projects"),
    ],
)
def test_what_is_made_from_a_workbook_needs_it(tmp_path: Path, book: str, kept: str) -> None:
    """Be it a table, a chart or a sentence."""
    folder = write_plan(tmp_path, evaluation=True)
    (folder / book).unlink()
    words = "chapters:\n  - heading: 情况\n    blocks:\n      - {}\n"
    (folder / "text" / "plan.yaml").write_text(words.format("甲。"), encoding="utf-8")
    (folder / "text" / "evaluation-2010.yaml").write_text(words.format("甲。"), encoding="utf-8")
    (folder / TEXT).write_text(words.format(kept), encoding="utf-8")
    report = Report()
    load_plan(folder, "data/xian", report)
    assert "file-missing" in [each.code for each in report if str(each.origin) == f"data/xian/{book}"]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (TEXT, PATH, "{chart: path, caption: 历年情况}"),
        (TEXT, PATH, PATH.replace("产品抽查合格率,", "甲,")),
        (TEXT, PART, PART.replace("part: 省级, ", "")),
        ("plan.yaml", "年度评估报告, year: 2013}", "年度评估报告, year: 2016}"),
        ("plan.yaml", "年度评估报告, year: 2013}", "年度评估报告}"),
        ("plan.yaml", "年度评估报告, year: 2013}", "年度评估报告, year: 2013, stage: final}"),
        ("plan.yaml", "kind: evaluation, text: text/evaluation-2013", "kind: opinion, text: text/evaluation-2013"),
    ],
)
def test_a_paper_with_nothing_sound_to_judge_is_not_composed(tmp_path: Path, file: str, old: str, new: str) -> None:
    """Else a fault of the data would end as one of the program; the others are, so that their faults are told too."""
    plan, said = read_plan(tmp_path, (file, old, new), evaluation=True)
    assert plan is not None
    assert len(said) >= 1
    assert [is_sound(plan, paper) for paper in plan.papers()] == [True, True, False, True]
