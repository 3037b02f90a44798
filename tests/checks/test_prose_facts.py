"""Figures in prose that differ from the facts, and those that are typed where a call would print them."""

import re
from pathlib import Path

import pytest

from tests.checks.prosing import codes, found
from tests.plans import good_plan
from tests.prose.stating import TASKS, WHOLE, YEAR, sentence
from yinfa.compose.results.facts import ResultFacts
from yinfa.prose.orphans import orphans_in, unbound_in
from yinfa.prose.reading import reading_of

pytestmark = pytest.mark.slow

TYPED, WRONG = ["orphan-number"], ["prose-table"]


@pytest.mark.parametrize(
    ("words", "paper", "said"),
    [
        ("产品抽查合格率达到92%以上。", WHOLE, TYPED),
        ("产品抽查合格率达到９２％以上。", WHOLE, TYPED),
        ("产品抽查合格率达到百分之九十二。", WHOLE, TYPED),
        ("到2015年，产品抽查合格率达到92%。", WHOLE, TYPED),
        ("“十一五”期末，产品抽查合格率达到91.25%。", WHOLE, TYPED),
        ("2010年，产品抽查合格率为91.25%。", WHOLE, TYPED),
        ("2009年，产品抽查合格率为88.5%。", WHOLE, TYPED),
        ("国家级品牌数达到5～10个。", WHOLE, TYPED),
        ("国家级品牌数达到5至10个。", WHOLE, TYPED),
        ("检测服务业收入达到50亿元。", WHOLE, TYPED),
        ("检测服务业收入达到500000万元。", WHOLE, TYPED),
        ("检测服务业收入达到五十亿元。", WHOLE, TYPED),
        ("五年新增发明专利100件。", WHOLE, TYPED),
        ("质量安全事故不超过3起。", WHOLE, TYPED),
        ("2013年，产品抽查合格率为91.5%。", YEAR, TYPED),
        ("产品抽查合格率为91.5%。", YEAR, TYPED),
        ("2012年，产品抽查合格率为91.0%。", YEAR, TYPED),
        ("新增发明专利累计57件。", YEAR, TYPED),
        ("检测服务业收入目标为45亿元。", YEAR, TYPED),
        ("2013年，产品抽查合格率为91.5%，规划目标为92%。", YEAR, [*TYPED, *TYPED]),
        ("2013年，产品抽查合格率为91.5%，规划目标为93%。", YEAR, [*TYPED, *WRONG]),
        # of a fact that no call prints
        ("检测服务业收入2013年达到40亿元。", TASKS, []),
        ("检测服务业收入目标为45亿元。", WHOLE, []),
        ("2010年，检测服务业收入为30亿元。", WHOLE, []),
        # another number
        ("产品抽查合格率达到90.5%以上。", WHOLE, WRONG),
        ("产品抽查合格率达到九成五。", WHOLE, WRONG),
        ("产品抽查合格率达到百分之九十五。", WHOLE, WRONG),
        ("到2015年，产品抽查合格率达到9%。", WHOLE, WRONG),
        ("到2015年，产品抽查合格率达到91.5%。", WHOLE, WRONG),
        ("国家级品牌数达到5～12个。", WHOLE, WRONG),
        ("国家级品牌数达到6个。", WHOLE, WRONG),
        ("检测服务业收入达到50万元。", WHOLE, WRONG),
        ("检测服务业收入达到5000万元。", WHOLE, WRONG),
        ("五年新增发明专利120件。", WHOLE, WRONG),
        ("质量安全事故不超过5起。", WHOLE, WRONG),
        ("2013年，产品抽查合格率为92.5%。", YEAR, WRONG),
        ("2012年，产品抽查合格率为91.5%。", YEAR, WRONG),
        ("产品抽查合格率为93%。", YEAR, WRONG),
        ("新增发明专利累计25件。", YEAR, WRONG),
        ("全年新增发明专利30件。", YEAR, WRONG),
        ("检测服务业收入为40.5亿元，质量安全事故为0起。", YEAR, [*TYPED, *WRONG]),
        ("产品抽查合格率、安全县评定分别达到95%、90分。", WHOLE, [*TYPED, *WRONG]),
        ("去年，产品抽查合格率为91.0%。", YEAR, TYPED),
        ("去年，产品抽查合格率为91.5%。", YEAR, WRONG),
        ("去年基数较低，今年产品抽查合格率为91.5%。", YEAR, TYPED),
        ("与上年相比，产品抽查合格率达到91.5%。", YEAR, TYPED),
        # what only another period's fact equals
        ("产品抽查合格率达到90%以上。", WHOLE, WRONG),
        ("到2015年，产品抽查合格率达到90%。", WHOLE, WRONG),
        ("产品抽查合格率达到91.25%。", WHOLE, WRONG),
        ("产品抽查合格率为91.25%。", YEAR, WRONG),
        ("“十一五”期间，产品抽查合格率目标为90%。", WHOLE, TYPED),
        ("上期，产品抽查合格率为91.25%。", WHOLE, TYPED),
        ("对产品抽查合格率低于91.25%的行业开展整治。", WHOLE, []),
        # nothing that is certain
        ("产品抽查合格率达到92%左右。", YEAR, TYPED),
        ("产品抽查合格率约91%。", YEAR, TYPED),
        ("产品抽查合格率接近92.5%。", YEAR, []),
        ("检测服务业收入超过40.8亿元。", YEAR, []),
        ("2013年，产品抽查合格率为92%。", YEAR, []),
        ("2013年，产品抽查合格率达到91%以上。", YEAR, []),
        ("目前，产品抽查合格率为87%。", WHOLE, []),
        ("2014年，产品抽查合格率为87%。", WHOLE, []),
        ("对产品抽查合格率低于85%的行业开展整治。", WHOLE, []),
        ("品牌数达到33个。", WHOLE, []),
        ("全年产品抽查合格率达到97%。", WHOLE, []),
        ("加强品牌培育，培训企业50家。", WHOLE, []),
        ("产品抽查合格率达到年度目标的98%。", YEAR, []),
        ("获认证企业达到60家。", WHOLE, []),  # of the period before, of which nothing is said
        ("“十一五”期末，获认证企业达到60家。", WHOLE, ["prose-table"]),
        ("检测服务业收入完成规划目标的八成。", YEAR, []),
    ],
)
def test_a_figure_is_compared_with_the_facts(tmp_path: Path, words: str, paper: str, said: list[str]) -> None:
    assert codes(tmp_path, words, paper) == said


def test_a_difference_is_told_with_the_cells_and_the_nearest_fact(tmp_path: Path) -> None:
    ((code, finding),) = found(tmp_path, sentence("到2015年，产品抽查合格率达到95%以上。", WHOLE))
    assert (code, str(finding.origin)) == ("prose-table", "data/xian/text/plan.yaml:2:5")
    cell = "data/xian/indicators.xlsx!指标!L2"
    assert finding.message == f"写的是“95%”，与“产品抽查合格率”的数据不一致：目标值 92%（{cell}）"
    assert finding.hint == ('最接近的是目标值 92%：核对原文和单元格，改为 92%，或写作 {{ target("产品抽查合格率") }}')


def test_a_difference_tells_what_of_another_period_is_equal(tmp_path: Path) -> None:
    ((_, finding),) = found(tmp_path, sentence("产品抽查合格率达到91.25%。", WHOLE))
    assert finding.message == (
        "写的是“91.25%”，与“产品抽查合格率”的数据不一致：目标值 92%（data/xian/indicators.xlsx!指标!L2）；"
        "与它相等的是“十一五”的2010年完成值 91.25%（data/xian/indicators.xlsx!完成值!E20），句中没有说是这一数"
    )


LAST, THIS = ("指标!L12", 91.25), ("完成值!E4", 92)
OF_LAST = ', period="11-5")'


@pytest.mark.parametrize(
    ("words", "paper", "cell", "calls"),
    [
        ("“十一五”期末，产品抽查合格率为91.25%。", WHOLE, LAST, ['actual("产品抽查合格率"' + OF_LAST]),
        ("“十一五”期末，产品抽查合格率目标为91.25%。", WHOLE, LAST, ['target("产品抽查合格率"' + OF_LAST]),
        ("2010年，产品抽查合格率完成91.25%。", WHOLE, LAST, ['actual("产品抽查合格率"' + OF_LAST]),
        ("上一轮规划，产品抽查合格率为91.25%。", WHOLE, LAST, ['actual("产品抽查合格率"' + OF_LAST]),
        ("“十一五”期末，产品抽查合格率达到91.25%。", WHOLE, LAST, []),
        ("2010年，产品抽查合格率达到91.25%以上。", WHOLE, LAST, []),
        ("产品抽查合格率为92%。", YEAR, THIS, ['actual("产品抽查合格率")']),
        (
            "全年产品抽查合格率为92%，规划目标为92%。",
            YEAR,
            THIS,
            ['actual("产品抽查合格率")', 'target("产品抽查合格率")'],
        ),
        ("产品抽查合格率达到92%。", YEAR, THIS, []),
        ("产品抽查合格率达到92%。", WHOLE, THIS, ['target("产品抽查合格率")']),
        ("产品抽查合格率达到92%。", WHOLE, ("指标!L12", 92), ['target("产品抽查合格率")']),
    ],
)
def test_of_two_facts_that_are_equal_the_one_that_is_meant_is_bound(
    tmp_path: Path, words: str, paper: str, cell: tuple[str, object], calls: list[str]
) -> None:
    """Where no word tells it, it is warned of without a call."""
    plan = good_plan(tmp_path, sentence(words, paper), cell, evaluation=True)
    assert [each.call.strip("{} ") for each in orphans_in(plan)] == calls
    assert bool(list(unbound_in(reading_of(plan)))) == (not calls)


def test_what_may_be_either_is_told_with_both(tmp_path: Path) -> None:
    ((code, finding),) = found(tmp_path, sentence("“十一五”期末，产品抽查合格率达到91.25%。", WHOLE), LAST)
    assert code == "orphan-number"
    cells = (
        "目标值 91.25%（data/xian/indicators.xlsx!指标!L12）",
        "2010年完成值 91.25%（data/xian/indicators.xlsx!完成值!E20）",
    )
    both = "、".join(f"“十一五”的{each}" for each in cells)
    assert finding.message == f"手写的“91.25%”与{both}相同，句中看不出说的是哪一个"
    assert "{{" not in str(finding.hint)


def test_an_orphan_is_told_with_the_call_to_paste(tmp_path: Path) -> None:
    """With its part, its period and its year, where the paper does not mean them anyway."""
    told = {
        "国家级品牌数达到5～10个。": '写作 {{ target("品牌数", part="国家级") }}，印作 5～10个',
        "2009年，产品抽查合格率为88.5%。": '写作 {{ actual("产品抽查合格率", period="11-5", year=2009) }}，印作 88.5%',
        "2010年，产品抽查合格率为91.25%。": '写作 {{ actual("产品抽查合格率", period="11-5") }}，印作 91.25%',
    }
    for number, words in enumerate(told):
        ((_, finding),) = found(tmp_path / str(number), sentence(words, WHOLE))
        assert finding.hint == told[words]


@pytest.mark.parametrize(
    ("words", "call"),
    [
        ("检测服务业收入比上年增长12.3%。", '{{ change("检测服务业收入") }}'),
        ("检测服务业收入同比增加4.5亿元。", '{{ difference("检测服务业收入") }}'),
        ("产品抽查合格率比上年提高0.5个百分点。", '{{ change("产品抽查合格率") }}'),
        ("质量安全事故比上年减少2起。", '{{ difference("质量安全事故") }}'),
        ("国家级品牌数比上年增加1个。", '{{ difference("品牌数", part="国家级") }}'),
        ("国家级品牌数比上年增长25%。", ""),
        ("检测服务业收入比上年增加12.3%。", ""),
        ("检测服务业收入比上年增长了12.3%。", ""),
        ("检测服务业收入比上年增长12%。", ""),
        ("产品抽查合格率比2011年提高1.1个百分点。", ""),
    ],
)
def test_a_change_is_bound_if_a_call_words_it_just_so(tmp_path: Path, words: str, call: str) -> None:
    plan = good_plan(tmp_path, sentence(words), evaluation=True)
    assert [each.call for each in orphans_in(plan)] == ([call] if call else [])
    assert all(each.exact for each in orphans_in(plan))
    facts = ResultFacts(plan, plan.evaluations()[0])
    for each in orphans_in(plan):
        names = {"change": facts.change, "difference": facts.difference}
        assert re.sub("<[^>]*>", "", str(eval(each.call.strip("{} "), {}, names))) == each.shown  # noqa: S307
