"""The rules: silent on a plan that is right, and each finding at its place."""

from pathlib import Path

import pytest

from tests.plans import SHOWN, Change, good_plan, read_plan
from yinfa.checks import check
from yinfa.diagnostics import Report


def found(folder: Path, *changes: Change, action: bool = False) -> list[str]:
    """Return what the rules find in the plan written with `changes`: place, code and message."""
    report = Report()
    check(good_plan(folder, *changes, action=action), report)
    return [str(each).split("\n")[0].removeprefix(f"{SHOWN}/") for each in report]


def test_a_plan_that_is_right_gives_no_finding(tmp_path: Path) -> None:
    assert found(tmp_path) == []


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (["指标!E5", "指标!E6"], "indicators.xlsx!指标!F5: 警告[id-gap] 序号 5 之前缺 3"),
        (["指标!E8"], "indicators.xlsx!指标!F8: 警告[id-gap] 序号 5 之前缺 1"),
        (["项目!B3"], "projects.xlsx!项目!C3: 警告[id-gap] 序号 5 之前缺 2"),
    ],
)
def test_a_gap_in_the_ordinals_is_found_in_each_period_and_table(tmp_path: Path, cells: list[str], said: str) -> None:
    assert found(tmp_path, *((cell, 5) for cell in cells)) == [said]


def test_no_gap_is_looked_for_while_an_ordinal_is_missing(tmp_path: Path) -> None:
    """That it is missing is told already, and nothing else follows."""
    plan, _ = read_plan(tmp_path, ("项目!B2", None))
    assert plan is not None
    report = Report()
    check(plan, report)
    assert not list(report)


@pytest.mark.parametrize(
    "left",
    [
        "XX",
        "×××",
        "**",
        "待定",
        "TODO",
        "（ ）",
        "《》",
        "“”",
        "TBD",
        "___",
        "○○",
        "（待补充）",
        "2011年  月".removeprefix("2011"),
        "×个",
        "？家",
        "*%",
    ],
)
def test_what_was_left_open_in_prose_is_found(tmp_path: Path, left: str) -> None:
    said = found(tmp_path, ("text/plan.yaml", "打击假冒。", f"打击{left}假冒。"))
    shown = left.rstrip("个家%") if left[-1] in "个家%" else left
    assert said == [f"text/plan.yaml:27:31: 问题[placeholder] 留有待填的“{shown}”"]


@pytest.mark.parametrize(
    "words",
    ["二〇〇八年", "待定岗人员", "机制有待完善", "5×5米", "（待遇）不变", "有待定价", "问题有多少？打击", "年月日齐全"],
)
def test_what_only_looks_like_it_is_left_alone(tmp_path: Path, words: str) -> None:
    assert found(tmp_path, ("text/plan.yaml", "打击假冒。", f"打击{words}假冒。")) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("项目!G2", "建设用房**平方米。"), ["projects.xlsx!项目!G2: 问题[placeholder] 留有待填的“**”"]),
        (("项目!G2", "规模待定。"), ["projects.xlsx!项目!G2: 问题[placeholder] 留有待填的“待定”"]),
        (("项目!L2", "XX年可研批复"), ["projects.xlsx!项目!L2: 问题[placeholder] 留有待填的“XX”"]),
        (("项目!L2", "资金来源待定"), []),
        (("项目!L2", "〔待定〕：资金来源"), ["projects.xlsx!项目!L2: 问题[placeholder] 留有待填的“〔待定〕”"]),
        (("指标!L5", "〔待定〕"), ["indicators.xlsx!指标!L5: 问题[placeholder] 留有待填的“〔待定〕”"]),
        (
            ("plan.yaml", "issuer: 某县", "issuer: 〔待定〕县"),
            ["plan.yaml:9:9: 问题[placeholder] 留有待填的“〔待定〕”"],
        ),
        (
            ("units.yaml", "name: 某县环境保护局", "name: XX县环境保护局"),
            ["units.yaml:3:25: 问题[placeholder] 留有待填的“XX”"],
        ),
    ],
)
def test_what_was_left_open_in_a_cell_or_a_name_is_found(tmp_path: Path, change: Change, said: list[str]) -> None:
    """In a note, which is not printed, something may well be unsettled."""
    assert found(tmp_path, change) == said


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("项目!H2", -5), ["projects.xlsx!项目!H2: 问题[amount] 金额是负数：-5万元"]),
        (("项目!I2", 90001), ["projects.xlsx!项目!I2: 警告[amount-planned] 计划投资 90001万元大于总投资 90000万元"]),
        (("指标!D2", "环境"), ["indicators.xlsx!指标!F5: 警告[group-split] 分类“环境”在表中分成了两处"]),
        (
            ("text/plan.yaml", "重点如下。", "重点如下,分两项。"),
            ["text/plan.yaml:23:23: 警告[punctuation] 中文里用了半角的“,”"],
        ),
        (
            ("text/plan.yaml", "heading: 保障措施", "heading: 二、保障措施"),
            ["text/plan.yaml:28:14: 警告[typed-ordinal] 手写的序号“二、”会与程序的重复"],
        ),
        (
            ("text/plan.yaml", "- 培育名牌。", "- 1.培育名牌。"),
            ["text/plan.yaml:25:23: 警告[typed-ordinal] 手写的序号“1.”会与程序的重复"],
        ),
        (
            ("text/plan.yaml", "caption: 重大项目表", "caption: 附件1 重大项目表"),
            ["text/plan.yaml:39:18: 警告[typed-ordinal] 手写的序号“附件1”会与程序的重复"],
        ),
        (
            ("text/plan.yaml", "  - heading: 保障措施", "  - heading: 结语\n  - heading: 保障措施"),
            ["text/plan.yaml:28:14: 警告[empty-heading] 标题“结语”下没有内容"],
        ),
    ],
)
def test_what_a_rule_finds_is_told_at_its_place(tmp_path: Path, change: Change, said: list[str]) -> None:
    assert found(tmp_path, change) == said


@pytest.mark.parametrize(
    "text", ["重点如下：ISO9001:2015认证。", "见GB/T 9704(2012)。", "比例为1:2。", "一是培育名牌。"]
)
def test_half_width_marks_between_latin_characters_are_left_alone(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, ("text/plan.yaml", "重点如下。", text)) == []


def test_papers_of_a_year_that_are_right_give_no_finding(tmp_path: Path) -> None:
    """Neither the brackets of their numbers nor the names of their files."""
    assert found(tmp_path, action=True) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            ("text/consult.yaml", "附件2寄送", "附件3寄送"),
            "text/consult.yaml:8:5: 问题[annex-missing] 正文提到附件3，这份文件只有 2 个附件",
        ),
        (
            ("text/consult.yaml", "附件2寄送", "附件1、2、4寄送"),
            "text/consult.yaml:8:5: 问题[annex-missing] 正文提到附件4，这份文件只有 2 个附件",
        ),
        (
            ("text/consult.yaml", "附件2寄送", "附件三寄送"),
            "text/consult.yaml:8:5: 问题[annex-missing] 正文提到附件3，这份文件只有 2 个附件",
        ),
        (
            ("text/opinion.yaml", "坚持质量第一。", "坚持质量第一（见附件1）。"),
            "text/opinion.yaml:7:32: 问题[annex-missing] 正文提到附件1，这份文件没有附件",
        ),
        (
            ("text/adoption.yaml", "    blocks:\n      - {table: opinions}\n", ""),
            "text/adoption.yaml:7:14: 问题[annex-empty] 附件“意见采纳情况表”没有内容",
        ),
        (("意见!F3", None), "feedback.xlsx!意见!F3: 问题[opinion-reason] 意见“2”未采纳，没有理由说明"),
        (
            ("text/action.yaml", "heading: 创建示范园区。", "heading: （二）创建示范园区。"),
            "text/action.yaml:17:18: 警告[typed-ordinal] 手写的序号“（二）”会与程序的重复",
        ),
        (
            ("text/opinion.yaml", "article: 工作原则。", "article: 2.工作原则。"),
            "text/opinion.yaml:8:19: 警告[typed-ordinal] 手写的序号“2.”会与程序的重复",
        ),
        (
            ("text/action.yaml", "text: 推进企业技术改造。", "text: 二是推进企业技术改造。"),
            "text/action.yaml:34:23: 警告[typed-ordinal] 手写的序号“二是”会与程序的重复",
        ),
        (
            ("text/feedback.yaml", "caption: 公众", "caption: 附表1 公众"),
            "text/feedback.yaml:3:16: 警告[typed-ordinal] 手写的序号“附表1”会与程序的重复",
        ),
        (
            ("text/action.yaml", "heading: 创建示范园区。", "heading: 创建示范园区"),
            "text/action.yaml:17:18: 警告[run-in-stop] 段首标题“创建示范园区”末尾没有标点，会与正文连成一句",
        ),
        (
            ("text/action.yaml", "goal: 9月底前具备验收条件", "goal: 待定"),
            "text/action.yaml:11:15: 问题[placeholder] 留有待填的“待定”",
        ),
        (
            ("text/notice.yaml", "某政办发〔2013〕62号", "某政办发〔2013〕62号, signers: [XX]"),
            "text/notice.yaml:1:62: 问题[placeholder] 留有待填的“XX”",
        ),
        (
            ("text/feedback.yaml", "label: 总体意见", "label: 总体意见(可附页)"),
            "text/feedback.yaml:8:23: 警告[punctuation] 中文里用了半角的“(”",
        ),
    ],
)
def test_what_a_rule_finds_in_the_papers_of_a_year_is_told_at_its_place(
    tmp_path: Path, change: Change, said: str
) -> None:
    assert found(tmp_path, change, action=True) == [said]


@pytest.mark.parametrize(
    "mention",
    ["附件", "附件2013年", "附件3份", "《通知》附件5", "某政办发〔2012〕3号附件5", "附件1和附件2", "附件1至2"],
)
def test_a_mention_that_is_no_annex_of_this_paper_is_left_alone(tmp_path: Path, mention: str) -> None:
    assert found(tmp_path, ("text/consult.yaml", "附件2寄送", f"{mention}寄送"), action=True) == []


def test_a_part_that_follows_counts_its_own_annexes(tmp_path: Path) -> None:
    """Two of them; the notice that it follows has none."""
    within: Change = ("text/action.yaml", "- 开展各级示范创建。", "- 目标见附件2。")
    assert found(tmp_path, within, action=True) == []
    beyond: Change = ("text/action.yaml", "- 开展各级示范创建。", "- 目标见附件3。")
    said = ["text/action.yaml:7:9: 问题[annex-missing] 正文提到附件3，这份文件只有 2 个附件"]
    assert found(tmp_path, beyond, action=True) == said


def test_an_annex_speaks_of_the_annexes_of_its_paper(tmp_path: Path) -> None:
    """The form is one of two annexes of the notice."""
    assert found(tmp_path, ("text/feedback.yaml", "注：可另附页。", "注：对附件1的意见填在此表。"), action=True) == []


def test_names_of_files_and_ids_are_no_prose(tmp_path: Path) -> None:
    """Nobody reads them on paper."""
    figure = "- {figure: 图(1).png, caption: 趋势, alt: 一条线}"
    plan, _ = read_plan(tmp_path, ("text/plan.yaml", "      - dash:", f"      {figure}\n      - dash:"))
    assert plan is not None
    report = Report()
    check(plan, report)
    assert not list(report)
