"""The facts that prose names: each with its measure, its value and its cell."""

from pathlib import Path

import pytest

from tests.plans import good_plan
from yinfa.compose.facts import Facts, NoSuchFact
from yinfa.compose.results.facts import COMMON


@pytest.fixture
def facts(tmp_path: Path) -> Facts:
    """Return the facts of the small plan."""
    plan = good_plan(tmp_path)
    return Facts(plan, plan.papers()[0])


def data(text: str, value: str, cell: str) -> str:
    """Return the markup of a figure."""
    return f'<data value="{value}" at="data/xian/{cell}">{text}</data>'


def test_a_target_is_printed_with_its_measure_and_its_cell(facts: Facts) -> None:
    """By name or by id."""
    wanted = data("92%", "92", "indicators.xlsx!指标!L2")
    assert facts.target("产品抽查合格率") == facts.target("quality") == wanted


def test_a_target_of_a_part_is_asked_for_by_its_name(facts: Facts) -> None:
    """A range is printed whole; its value is its lower end."""
    assert facts.target("品牌数", "省级") == data("20～30个", "20", "indicators.xlsx!指标!L4")


def test_a_spanning_target_needs_no_part(facts: Facts) -> None:
    """And is the same for each."""
    assert facts.target("污染物排放") == data("完成上级任务", "", "indicators.xlsx!指标!L5")
    assert ">完成上级任务<" in facts.target("污染物排放", "二氧化硫")


def test_a_period_is_the_current_one_unless_named(facts: Facts) -> None:
    """An indicator is known by period and id."""
    assert ">92%<" in facts.target("quality")
    assert ">90%<" in facts.target("quality", period="11-5")


def test_a_result_is_the_last_one_unless_the_year_is_named(facts: Facts) -> None:
    """With its cell."""
    assert facts.actual("quality", period="11-5") == data("91.25%", "91.25", "indicators.xlsx!完成值!E3")
    assert ">88.5%<" in facts.actual("quality", period="11-5", year=2009)


def test_zero_is_a_result(facts: Facts) -> None:
    """Unlike a dash."""
    assert ">0分贝<" in facts.actual("noise")


def test_indicators_and_projects_are_counted(facts: Facts) -> None:
    """With their measures."""
    assert facts.count("指标") == '<data value="3" at="data/xian/indicators.xlsx!指标!F2..F3//F5">3项</data>'
    assert ">2项<" in facts.count("指标", group="产品")
    assert ">1项<" in facts.count("指标", period="11-5")
    assert ">2个<" in facts.count("项目")


def test_headings_are_counted_by_the_word_they_end_in(tmp_path: Path) -> None:
    """Those that open a paragraph too; a word that no heading ends in is told."""
    headings = "".join(f"  - {{heading: {name}工程, blocks: [做。]}}\n" for name in ("品牌提升", "技术改造"))
    plan = good_plan(tmp_path, ("text/plan.yaml", "chapters:\n", f"chapters:\n{headings}"))
    facts = Facts(plan, plan.papers()[0])
    assert ">2项<" in facts.count("工程")
    with pytest.raises(NoSuchFact):
        facts.count("行动")


def test_a_total_is_converted_and_rounded_and_keeps_its_exact_value(facts: Facts) -> None:
    """210543万元 is 21.1亿元."""
    assert facts.total("总投资", "亿元", 1) == data("21.1亿元", "210543", "projects.xlsx!项目!H2..H3")
    assert ">210543万元<" in facts.total("总投资")
    assert ">2105430000元<" in facts.total("总投资", "元")
    assert ">60001万元<" in facts.total("计划投资")


def test_a_reference_waits_for_its_number(facts: Facts) -> None:
    """Its id is escaped."""
    assert facts.ref("box-brand") == '<a href="#box-brand"></a>'
    assert facts.ref('"><b>') == '<a href="#&#34;&gt;&lt;b&gt;"></a>'


def ask(facts: Facts, question: str) -> str:
    """Return the refusal that a question gets, message and hint."""
    names = {name: getattr(facts, name) for name in COMMON}
    with pytest.raises(NoSuchFact) as refusal:
        eval(question, names)  # noqa: S307  the tests' own words
    return f"{refusal.value}|{refusal.value.hint}"


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("target('合格率')", "时期“12-5”没有指标“合格率”|是否指“产品抽查合格率”？"),
        ("target('quality', period='13-5')", "没有时期“13-5”|是否指“12-5”、“11-5”？"),
        ("target('品牌数')", "指标“品牌数”分几项，要指明哪一项|可用的有：国家级、省级"),
        ("target('品牌数', '国家')", "指标“品牌数”没有分项“国家”|是否指“国家级”？"),
        ("target('quality', '国家级')", "指标“产品抽查合格率”没有分项“国家级”|"),
        ("actual('quality')", "指标“产品抽查合格率”没有完成值|在“完成值”表中补上"),
        ("actual('quality', period='11-5', year=2008)", "指标“产品抽查合格率”没有2008年的完成值|在“完成值”表中补上"),
        ("actual('污染物排放')", "指标“污染物排放”分几项，要指明哪一项|可用的有：化学需氧量、二氧化硫"),
        (
            "actual('污染物排放', '化学需氧量')",
            "指标“污染物排放”2011年的完成值是“—”，不是数字|改写这句话，或补上完成值",
        ),
        (
            "count('单位')",
            "不会数“单位”|可用：指标、任务、意见（都可带 group）、项目，或标题末尾的词（如 工程）",
        ),
        (
            "count('项目', group='产品')",
            "不会数“项目”的分类“产品”|可用：指标、任务、意见（都可带 group）、项目，或标题末尾的词（如 工程）",
        ),
        ("count('指标', group='服务')", "没有分类“服务”|可用的有：产品、环境"),
        ("total('投资')", "没有合计“投资”|是否指“总投资”、“计划投资”？"),
        ("total('总投资', '公顷')", "“万元”不能换算成“公顷”|可用：元、万元、亿元"),
        ("total('总投资', '亿元', 7)", "不能保留 7 位小数|可用：0 至 6"),
        ("total('总投资', '亿元', -1)", "不能保留 -1 位小数|可用：0 至 6"),
    ],
)
def test_a_fact_that_is_not_there_is_refused_with_what_is(facts: Facts, question: str, answer: str) -> None:
    """Message and hint."""
    assert ask(facts, question) == answer


CONSULTATION = "sample: true\nconsultation: {start: 2013-09-01, deadline: 2013-09-30}\n"


def test_the_days_of_a_consultation_are_printed_whole(tmp_path: Path) -> None:
    """With the place of each."""
    plan = good_plan(tmp_path, ("plan.yaml", "sample: true\n", CONSULTATION))
    facts = Facts(plan, plan.papers()[0])
    assert facts.opening() == data("2013年9月1日", "", "plan.yaml:13:23")
    assert facts.deadline() == data("2013年9月30日", "", "plan.yaml:13:45")


@pytest.mark.parametrize("question", ["opening()", "deadline()"])
def test_the_days_of_no_consultation_are_missed(facts: Facts, question: str) -> None:
    said = "plan.yaml 没有写征求意见的起止日期"
    assert ask(facts, question) == f"{said}|写上 consultation: {{start: 2021-12-16, deadline: 2022-01-15}}"
