"""The rules: silent on a plan that is right, and each finding at its place."""

from pathlib import Path

import pytest

from tests.plans import SHOWN, Change, good_plan, read_plan
from yinfa.checks import check
from yinfa.diagnostics import Report


def found(folder: Path, *changes: Change) -> list[str]:
    """Return what the rules find in the plan written with `changes`: place, code and message."""
    report = Report()
    check(good_plan(folder, *changes), report)
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


@pytest.mark.parametrize("left", ["XX", "×××", "**", "待定", "TODO", "（ ）", "《》", "“”"])
def test_what_was_left_open_in_prose_is_found(tmp_path: Path, left: str) -> None:
    said = found(tmp_path, ("text/plan.yaml", "打击假冒。", f"打击{left}假冒。"))
    assert said == [f"text/plan.yaml:27:29: 问题[placeholder] 留有待填的“{left}”"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("项目!H2", -5), ["projects.xlsx!项目!H2: 问题[amount] 金额是负数：-5万元"]),
        (("项目!I2", 90001), ["projects.xlsx!项目!I2: 警告[amount] 计划投资 90001万元大于总投资 90000万元"]),
        (("指标!D2", "环境"), ["indicators.xlsx!指标!F5: 警告[group-split] 分类“环境”在表中分成了两处"]),
        (
            ("text/plan.yaml", "重点如下。", "重点如下,分两项。"),
            ["text/plan.yaml:23:19: 警告[punctuation] 中文里用了半角的“,”"],
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
