"""Words about a figure that do not fit its indicator."""

from pathlib import Path

import pytest

from tests.checks.prosing import codes, found
from tests.prose.stating import WHOLE, YEAR, sentence

AGAINST = "prose-direction"


@pytest.mark.parametrize(
    ("words", "paper", "said"),
    [
        ("质量安全事故达到3起以上。", WHOLE, [AGAINST]),
        ("质量安全事故不低于3起。", WHOLE, [AGAINST]),
        ("产品抽查合格率不超过92%。", WHOLE, [AGAINST]),
        ("产品抽查合格率控制在92%以内。", WHOLE, [AGAINST]),
        ('质量安全事故达到{{ target("质量安全事故") }}以上。', WHOLE, [AGAINST]),
        ('产品抽查合格率不超过{{ target("产品抽查合格率") }}。', WHOLE, [AGAINST]),
        ('产品抽查合格率不高于{{ pace("产品抽查合格率") }}。', YEAR, [AGAINST]),
        ("质量安全事故不超过3起。", WHOLE, []),
        ("产品抽查合格率达到92%以上。", WHOLE, []),
        ("对产品抽查合格率低于92%的行业开展整治。", WHOLE, []),
        ('对低于{{ target("产品抽查合格率") }}的行业开展整治。', WHOLE, []),
        ('质量安全事故不超过{{ target("质量安全事故") }}。', WHOLE, []),
        ('产品抽查合格率达到{{ target("产品抽查合格率") }}以上。', WHOLE, []),
        ('国家级品牌数达到{{ target("品牌数", "国家级") }}以上。', WHOLE, []),
    ],
)
def test_a_bound_is_compared_with_the_operator(tmp_path: Path, words: str, paper: str, said: list[str]) -> None:
    assert [each for each in codes(tmp_path, words, paper) if each != "orphan-number"] == said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("产品抽查合格率比上年提高0.5%。", ["pct-point"]),
        ("产品抽查合格率同比上升了0.5%。", ["pct-point"]),
        ("检测服务业收入比上年增长12.3个百分点。", ["pct-point"]),
        ("产品抽查合格率达到91.5个百分点。", ["pct-point"]),
        ("产品抽查合格率比上年提高0.5个百分点。", ["orphan-number"]),
        ("产品抽查合格率提高到91.5%。", ["orphan-number"]),
        ("检测服务业收入比上年增长12.3%。", ["orphan-number"]),
    ],
)
def test_points_are_told_from_percent(tmp_path: Path, words: str, said: list[str]) -> None:
    assert codes(tmp_path, words) == said


def test_the_message_says_which_bound_the_target_is(tmp_path: Path) -> None:
    ((_, finding),) = found(tmp_path, sentence('质量安全事故达到{{ target("质量安全事故") }}以上。', WHOLE))
    assert finding.message.endswith("前后用了“以上”“不低于”一类的话，而“质量安全事故”的目标是 ≤3起")
    assert finding.hint == "改用“以内”“不超过”一类的话，或核对“指标”表的“比较”"
