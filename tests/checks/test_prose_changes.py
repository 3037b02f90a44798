"""Changes that prose states: how much, which way, from what."""

from pathlib import Path

import pytest

from tests.checks.prosing import codes, found
from tests.plans import Change
from tests.prose.stating import TASKS, WHOLE, YEAR, sentence

RECALC, SIGN, ZERO = ["growth-recalc"], ["wording-sign"], ["zero-base"]


@pytest.mark.parametrize(
    ("words", "paper", "said"),
    [
        ("检测服务业收入比上年增长12.3%。", YEAR, []),
        ("检测服务业收入比上年增长12%。", YEAR, []),
        ("检测服务业收入同比增加4.5亿元。", YEAR, []),
        ("检测服务业收入同比增加45000万元。", YEAR, []),
        ("产品抽查合格率比上年提高0.5个百分点。", YEAR, []),
        ("2012年，产品抽查合格率比上年提高0.6个百分点。", YEAR, []),
        ("产品抽查合格率比2011年提高1.1个百分点。", YEAR, []),
        ("产品抽查合格率比基期提高1.5个百分点。", YEAR, []),
        ("质量安全事故比上年减少2起。", YEAR, []),
        ("检测服务业收入比上年增长9.1%。", YEAR, RECALC),
        ("检测服务业收入同比增加6亿元。", YEAR, RECALC),
        ("产品抽查合格率比上年提高1.2个百分点。", YEAR, RECALC),
        ("产品抽查合格率比2011年提高2个百分点。", YEAR, RECALC),
        ('收入为{{ actual("检测服务业收入") }}，比上年增长9.1%。', YEAR, RECALC),
        ("检测服务业收入由2012年的36.5亿元增至2013年的42亿元。", YEAR, RECALC),
        ("检测服务业收入由35亿元增至41亿元。", YEAR, RECALC),
        ("检测服务业收入比上年下降12.3%。", YEAR, SIGN),
        ("质量安全事故比上年增加2起。", YEAR, SIGN),
        ("产品抽查合格率比上年有所下降。", YEAR, SIGN),
        ("产品抽查合格率与上年持平。", YEAR, SIGN),
        ("检测服务业收入比上年减少。", YEAR, SIGN),
        ("省级品牌数同比增加。", YEAR, SIGN),
        ("检测服务业收入由41亿元增至36.5亿元。", YEAR, SIGN),
        ("产品抽查合格率比上年稳步提高。", YEAR, []),
        ("省级品牌数与上年持平。", YEAR, []),
        # what is aimed at, or of a time of which the data say nothing
        ("力争检测服务业收入比上年增长20%。", YEAR, []),
        ("检测服务业收入力争比上年增长20%。", YEAR, []),
        ("检测服务业收入比上年增长20%。", WHOLE, []),
        ("检测服务业收入比上年增长20%。", TASKS, []),
        ("产品抽查合格率比上年下降。", TASKS, []),
        ("2015年，检测服务业收入比上年增长20%。", YEAR, []),
    ],
)
def test_a_change_is_computed_again(tmp_path: Path, words: str, paper: str, said: list[str]) -> None:
    assert [each for each in codes(tmp_path, words, paper) if each != "orphan-number"] == said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("检测服务业收入比上年增长100%。", ZERO),
        ("检测服务业收入同比增长12.3%。", ZERO),
        ("检测服务业收入同比增加41亿元。", ["orphan-number"]),
    ],
)
def test_a_growth_from_zero_is_warned_of(tmp_path: Path, words: str, said: list[str]) -> None:
    zero: Change = ("完成值!E13", 0)
    assert codes(tmp_path, words, YEAR, zero) == said


def test_the_right_change_is_told_with_both_cells(tmp_path: Path) -> None:
    ((code, finding),) = found(tmp_path, sentence("检测服务业收入比上年增长9.1%。"))
    assert code == "growth-recalc"
    book = "data/xian/indicators.xlsx!完成值"
    assert finding.message == (
        "“检测服务业收入”写的是“增长9.1%”，按"
        f"2012年完成值 36.5亿元（{book}!E13），2013年完成值 41亿元（{book}!E14）计算是 12.3%"
    )
