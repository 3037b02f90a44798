"""Marks in pairs, titles without a stop."""

from pathlib import Path

import pytest

from tests.checks.test_rules import found
from tests.plans import Change

PLAN = "text/plan.yaml"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ((PLAN, "打击假冒。", "打击“假冒。"), f"{PLAN}:27:31: 警告[punctuation] ““”不成对"),
        ((PLAN, "打击假冒。", "打击（假冒。"), f"{PLAN}:27:31: 警告[punctuation] “（”不成对"),
        ((PLAN, "打击假冒。", "打击假冒》。"), f"{PLAN}:27:33: 警告[punctuation] “》”不成对"),
        ((PLAN, "打击假冒。", "打击《假“冒》”。"), f"{PLAN}:27:35: 警告[punctuation] “》”不成对"),
        ((PLAN, "打击假冒。", "'打击\"假冒\"。'"), f'{PLAN}:27:32: 警告[punctuation] 中文里用了半角的“"”'),
        ((PLAN, "打击假冒。", "打击假冒."), f"{PLAN}:27:33: 警告[punctuation] 中文里用了半角的“.”"),
        ((PLAN, "打击假冒。", "打击，。假冒。"), f"{PLAN}:27:31: 警告[punctuation] 标点重复：“，。”"),
        (
            (PLAN, "heading: 发展目标", "heading: 发展目标。"),
            f"{PLAN}:6:14: 警告[punctuation] 标题“发展目标。”末尾有“。”",
        ),
        (
            (PLAN, "caption: 主要指标", "caption: 主要指标，"),
            f"{PLAN}:16:22: 警告[punctuation] 标题“主要指标，”末尾有“，”",
        ),
    ],
)
def test_a_mark_without_its_other_and_the_stop_of_a_title_are_found(tmp_path: Path, change: Change, said: str) -> None:
    assert found(tmp_path, change) == [said]


@pytest.mark.parametrize(
    "words",
    [
        "打击（“假冒”《商标》）。",
        "包括：1）假冒；2）侵权。",
        "打击“一是‘假冒’”。",
        "研究规则（WTO, TBT）。",
        "包括：1）假冒（含A, B）；2）侵权。",
        "见附录.xlsx。",
        "有多少？！",
        '国家级品牌{{ target("品牌数", "国家级") }}，省级{{ target("品牌数", part="省级") }}。',
    ],
)
def test_marks_in_pairs_and_ordinals_are_left_alone(tmp_path: Path, words: str) -> None:
    assert found(tmp_path, (PLAN, "打击假冒。", f"'{words}'")) == []
