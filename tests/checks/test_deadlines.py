"""The deadline of a task and what its words say of it."""

from pathlib import Path

import pytest

from tests.plans import Change, good_plan
from yinfa.checks.deadlines import deadline

ACTION = "text/action.yaml"
GOAL, TEXT, DUE = "goal: 9月底前具备验收条件", "text: 对照标准查漏补缺，9月底前具备验收条件。", "due: 2013-09\n"


def _found(folder: Path, *changes: Change) -> list[str]:
    return [each.message for each in deadline(good_plan(folder, *changes, action=True))]


@pytest.mark.parametrize(
    "changes",
    [
        [(ACTION, TEXT, "text: 6月底前完成自查，9月底前具备验收条件。")],
        [(ACTION, GOAL, "goal: 具备验收条件"), (ACTION, DUE, "due: 2013-12\n")],
        [(ACTION, GOAL, "goal: 6月底前自查、9月30日前具备条件")],
        [(ACTION, GOAL, "goal: 12月召开验收会"), (ACTION, DUE, "due: 2013-11\n")],
        [
            (ACTION, GOAL, "goal: 年底前具备条件"),
            (ACTION, TEXT, "text: 查漏补缺。"),
            (ACTION, DUE, "due: 2013-12-31\n"),
        ],
    ],
)
def test_steps_on_the_way_are_no_deadline(tmp_path: Path, changes: list[Change]) -> None:
    """Of the text the last counts, and only if it lies behind the deadline."""
    assert _found(tmp_path, *changes) == []


def test_the_text_may_not_name_a_later_month(tmp_path: Path) -> None:
    changes: list[Change] = [(ACTION, GOAL, "goal: 具备验收条件"), (ACTION, TEXT, "text: 11月15日以前具备验收条件。")]
    assert _found(tmp_path, *changes) == ["任务“quality-city”的时限（due）是 2013-09，文字里写的是 11 月前"]


def test_the_same_task_in_two_texts_has_one_deadline(tmp_path: Path) -> None:
    """A month holds its days."""
    line, opinion = "      - {article: 指导思想。, text: 坚持质量第一。}\n", "text/opinion.yaml"
    task = line + "      - {task: park, heading: 创建园区。, text: 抓紧创建。, lead: 城关镇, due: %s}\n"
    two: Change = (ACTION, "lead: 城关镇、县建投公司", "lead: 城关镇、县建投公司\n        due: 2013-10")
    same: Change = (opinion, line, task % "2013-10-20")
    other: Change = (opinion, line, task % "2013-11")
    assert _found(tmp_path / "same", two, same) == []
    (said,) = _found(tmp_path / "other", two, other)
    assert said.startswith("任务“park”的时限是 2013-11，另一处（data/xian/text/action.yaml:")
    assert said.endswith("）是 2013-10")
