"""Annexes as prose speaks of them: those that are nowhere, those of another paper, those typed by hand."""

from pathlib import Path

import pytest

from tests.checks.test_rules import found
from tests.plans import Change

CONSULT, NOTICE, OPINION = "text/consult.yaml", "text/notice.yaml", "text/opinion.yaml"


def of_the_opinion(written: str) -> Change:
    """Return a change of the text of the opinion, which has no annexes."""
    return OPINION, "坚持质量第一。", written


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            (CONSULT, "附件2寄送", "附件３寄送"),
            f"{CONSULT}:8:5: 问题[annex-missing] 正文提到附件3，这份文件只有 2 个附件",
        ),
        ((CONSULT, "附件2寄送", "附件0寄送"), f"{CONSULT}:8:5: 问题[annex-missing] 正文提到附件0，附件从 1 起编号"),
        (
            (CONSULT, "附件2寄送", "附表1寄送"),
            f"{CONSULT}:8:5: 问题[annex-missing] 正文提到附表1，程序不编“附表”的号",
        ),
        (of_the_opinion("详见附件。"), f"{OPINION}:7:32: 问题[annex-missing] 正文提到附件，这份文件没有附件"),
        (of_the_opinion("（见附件）。"), f"{OPINION}:7:32: 问题[annex-missing] 正文提到附件，这份文件没有附件"),
        (
            (NOTICE, "现印发给你们", "现印发给你们（见附件1）"),
            (
                f"{NOTICE}:4:5: 问题[annex-missing] 正文提到附件1，这份文件自己没有附件，"
                "附件是随文的“2013年度某县质量强县建设行动计划”的"
            ),
        ),
        (
            (NOTICE, "现印发给你们", "现印发给你们，详见附件"),
            (
                f"{NOTICE}:4:5: 问题[annex-missing] 正文提到附件，这份文件自己没有附件，"
                "附件是随文的“2013年度某县质量强县建设行动计划”的"
            ),
        ),
        (
            (CONSULT, "  - runin: 联系方式。", "  - 附件：2.公众意见反馈表\n  - runin: 联系方式。"),
            f"{CONSULT}:9:5: 问题[annex-typed] 手写的附件说明会与程序的重复",
        ),
    ],
)
def test_what_prose_says_of_annexes_is_seen_to(tmp_path: Path, change: Change, said: str) -> None:
    """At its place."""
    assert found(tmp_path, change, action=True) == [said]


@pytest.mark.parametrize(
    "written", ["见《办法》附件。", "按附表填写。", "附件齐全。", "参见某文件附件。", "反馈意见附件齐全。"]
)
def test_a_mention_without_a_number_may_be_of_another_paper(tmp_path: Path, written: str) -> None:
    """Or of nothing in particular."""
    assert found(tmp_path, of_the_opinion(written), action=True) == []
