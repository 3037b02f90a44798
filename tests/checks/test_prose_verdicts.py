"""Verdicts that are typed in an evaluation."""

from pathlib import Path

import pytest

from tests.checks.prosing import codes, found
from tests.plans import Change
from tests.prose.stating import WHOLE, YEAR, sentence


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("新增发明专利已完成。", True),
        ("新增发明专利已完成规划目标。", True),
        ("新增发明专利指标已完成年度目标。", True),
        ("新增发明专利提前完成。", True),
        ("新增发明专利超额完成任务。", True),
        ("新增发明专利基本完成。", True),
        ("新增发明专利未完成。", False),
        ("新增发明专利没有完成年度目标。", False),
        ("产品抽查合格率未完成。", True),
        ("产品抽查合格率没有完成目标。", True),
        ("产品抽查合格率已完成年度目标。", False),
        ("产品抽查合格率已完成。", True),
        ("国家级品牌数提前完成。", False),
        ("国家级品牌数已完成。", False),
        ("国家级品牌数未完成。", True),
        ("省级品牌数基本完成。", False),
        ("品牌数未完成。", False),
        ("品牌数已完成。", True),
        ("检测服务业收入超额完成年度目标。", False),
        ("力争新增发明专利提前完成。", False),
        ("新增发明专利的申报工作已完成。", False),
        ("新增发明专利达到序时进度。", True),
        ("新增发明专利未达到序时进度。", False),
        ("新增发明专利没有达到年度目标。", False),
        ("产品抽查合格率达到序时进度。", False),
        ("产品抽查合格率没有达到进度。", True),
        ("产品抽查合格率未能完成。", True),
    ],
)
def test_a_verdict_is_compared_with_the_judgement(tmp_path: Path, words: str, wrong: bool) -> None:
    assert codes(tmp_path, words, YEAR) == (["verdict"] if wrong else [])


def test_only_an_evaluation_judges(tmp_path: Path) -> None:
    assert codes(tmp_path, "新增发明专利已完成。", WHOLE) == []


def test_the_verdict_of_the_data_is_told(tmp_path: Path) -> None:
    ((_, finding),) = found(tmp_path, sentence("新增发明专利已完成。"))
    assert finding.message == (
        "“新增发明专利”写的是“已完成”，按数据评价是“未完成”（data/xian/indicators.xlsx!完成值!E12）"
    )
    assert finding.hint == "改为“未完成”；评价的依据见 python generate.py explain data/xian 新增发明专利"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("任务进展!E2", "尚未完成验收。"), "任务“city”2013 年的状态是“已完成”，进展却写着“尚未完成”"),
        (("项目进展!F3", "未完成验收。"), "项目“p1”2013 年的状态是“已完工”，进展却写着“未完成”"),
        (("任务进展!E3", "园区已建成。"), "任务“park”2013 年的状态是“未启动”，进展却写着“已建成”"),
        (("任务进展!E2", "没有未完成的事项。"), ""),
        (("任务进展!E3", "园区规划已完成。"), ""),
    ],
)
def test_the_state_of_a_task_is_compared_with_the_words_beside_it(tmp_path: Path, change: Change, said: str) -> None:
    assert [finding.message for code, finding in found(tmp_path, change) if code == "verdict"] == [said] * bool(said)
