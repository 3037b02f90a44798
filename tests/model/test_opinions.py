"""feedback.xlsx: rows into opinions, each fault at its cell."""

from datetime import date
from pathlib import Path

import pytest

from tests.plans import SHOWN, good_plan, only_fault, read_plan, write_plan
from yinfa.diagnostics import Origin, Report
from yinfa.model.load import load_plan


def test_an_opinion_is_read_with_its_day(tmp_path: Path) -> None:
    """Typed in either way, or not at all."""
    first, second, third = good_plan(tmp_path, action=True).opinions
    assert (first.giver, first.passage, first.decision) == ("某县经济和信息化局", "第三部分", "采纳")
    assert [each.received for each in (first, second, third)] == [date(2013, 9, 5), date(2013, 9, 12), None]
    assert second.content.origin == Origin(f"{SHOWN}/feedback.xlsx", sheet="意见", cell="D3")


def test_a_plan_has_no_opinions_before_there_are_any(tmp_path: Path) -> None:
    """The workbook may be left out."""
    assert good_plan(tmp_path).opinions == ()


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        ("A3", "1", "意见!A3: 错误[duplicate] 意见编号“1”重复，另一处在 data/xian/feedback.xlsx!意见!A2"),
        ("B2", None, "意见!B2: 错误[cell-blank] “提出单位（个人）”不能为空"),
        ("D2", None, "意见!D2: 错误[cell-blank] “意见内容”不能为空"),
        ("E2", "不采纳", "意见!E2: 错误[cell-choice] “采纳情况”不能是“不采纳”"),
        ("G2", 41522, "意见!G2: 错误[date-serial] 41522 是数，不是日期（若是日期序号，即 2013-09-05）"),
        ("G3", "2013-09-31", "意见!G3: 错误[date] “2013-09-31”：没有这一天"),
        ("G4", "九月", "意见!G4: 错误[date] “九月”不是日期，写作 2011-06-01 或 2011年6月1日"),
    ],
)
def test_a_fault_is_told_once_at_its_cell(tmp_path: Path, place: str, value: object, said: str) -> None:
    assert only_fault(tmp_path, (f"意见!{place}", value), action=True) == f"feedback.xlsx!{said}"


@pytest.mark.parametrize("kept", ['{{ count("意见") }}', "{table: opinions}"])
def test_the_workbook_is_missed_where_words_need_it(tmp_path: Path, kept: str) -> None:
    """Be it a fact or the table."""
    others = {'{{ count("意见") }}': "三条", "{table: opinions}": "见下。"}
    changes = [("text/adoption.yaml", call, other) for call, other in others.items() if call != kept]
    folder = write_plan(tmp_path, *changes, action=True)
    (folder / "feedback.xlsx").unlink()
    report = Report()
    assert load_plan(folder, SHOWN, report) is None
    assert [each.message for each in report] == ["缺少工作簿 feedback.xlsx，正文要用其中的数据"]


def test_a_column_that_is_missing_is_one_fault(tmp_path: Path) -> None:
    """No opinion is read without it."""
    plan, said = read_plan(tmp_path, ("意见!F1", "理由"), action=True)
    assert plan is None
    assert [each.split(": ")[1][:20] for each in said] == ["错误[header-missing] 缺", "警告[header-unknown] 表"]
