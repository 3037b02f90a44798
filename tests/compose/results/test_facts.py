"""What the prose of an evaluation may call: verdicts, rates, paces, changes, each figure with its value and cells.

The figures are those of tests/evaluations.py, reckoned there by hand.
"""

from pathlib import Path

import pytest

from tests.compose.composing import STYLE
from tests.plans import Change, good_plan, write_plan
from yinfa.compose.compose import Composer
from yinfa.compose.facts import NoSuchFact
from yinfa.compose.results.facts import COMMON, OF_RESULTS, facts_of
from yinfa.diagnostics import Report, Severity
from yinfa.model.load import load_plan

pytestmark = pytest.mark.slow

ANNUAL, FINAL = "2013年度评估报告", "终期评估报告"
BOOK = "data/xian/indicators.xlsx!"


def ask(folder: Path, question: str, *changes: Change, title: str = ANNUAL) -> str:
    """Return what a call prints in the paper whose title holds `title`."""
    plan = good_plan(folder, *changes, evaluation=True)
    leaf = next(each for each in plan.papers() if title in each.title)
    return str(eval(question, dict(facts_of(plan, leaf))))  # noqa: S307  the tests' own words


def refused(folder: Path, question: str, *changes: Change, title: str = ANNUAL) -> str:
    """Return why a call is refused, and the hint."""
    with pytest.raises(NoSuchFact) as refusal:
        ask(folder, question, *changes, title=title)
    return f"{refusal.value}|{refusal.value.hint}"


def data(text: str, value: str, place: str) -> str:
    """Return the markup of a figure."""
    return f'<data value="{value}" at="{place}">{text}</data>'


def test_the_target_in_force_is_meant(tmp_path: Path) -> None:
    """50 was revised to 45 in October 2012: an evaluation says 45, the plan itself what it set."""
    assert ask(tmp_path, "target('检测服务业收入')") == data("45亿元", "45", f"{BOOK}目标调整!D2")
    assert ">50亿元<" in ask(tmp_path, "target('检测服务业收入')", title="某县质量强县规划")
    late = ("目标调整!E2", "2014-01-10")
    assert ask(tmp_path, "target('检测服务业收入')", late) == data("50亿元", "50", f"{BOOK}指标!L8")


def test_the_result_of_the_year_judged_is_meant(tmp_path: Path) -> None:
    """A later row is not; another year or period is asked for by name."""
    assert ask(tmp_path, "actual('quality')") == data("91.5%", "91.5", f"{BOOK}完成值!E4")
    assert ">91%<" in ask(tmp_path, "actual('quality', year=2012)")
    assert ">91.25%<" in ask(tmp_path, "actual('quality', period='11-5')")


def test_of_what_is_added_the_sum_is_meant(tmp_path: Path) -> None:
    """20 + 25 + 12, with the cells of all three years; the year's own is asked for by the year."""
    assert ask(tmp_path, "actual('patents')") == data("57件", "57", f"{BOOK}完成值!E10..E12")
    assert ask(tmp_path, "actual('patents', year=2013)") == data("12件", "12", f"{BOOK}完成值!E12")


def test_what_was_due_is_told_with_its_measure(tmp_path: Path) -> None:
    """By the linear pace, or by the year's own target."""
    assert ask(tmp_path, "pace('patents')") == data("60件", "60", f"{BOOK}指标!L7//M7")
    assert ask(tmp_path, "pace('检测服务业收入')") == data("40亿元", "40", f"{BOOK}完成值!I14")
    assert ">92%<" in ask(tmp_path, "pace('quality')", ("完成值!I4", 92))


def test_a_rate_of_completion_is_of_what_was_due(tmp_path: Path) -> None:
    """57 of 60; 15 of 16; 2.5 times the year's target is 250 %."""
    assert ask(tmp_path, "rate('patents')") == data("95.0%", "95.00", f"{BOOK}完成值!E10..E12//{BOOK}指标!L7//M7")
    assert ">93.8%<" in ask(tmp_path, "rate('品牌数', '省级')")
    assert ">250.0%<" in ask(tmp_path, "rate('检测服务业收入')", ("完成值!E14", 100))


def test_the_rate_of_all_is_the_share_that_is_met(tmp_path: Path) -> None:
    """4 of the 6 that apply; of 产品 1 of 2; of 安全 the one that applies."""
    assert ">66.7%<" in ask(tmp_path, "rate()")
    assert ">50.0%<" in ask(tmp_path, "rate(group='产品')")
    assert ">100.0%<" in ask(tmp_path, "rate(group='安全')")


@pytest.mark.parametrize(
    ("name", "cell", "after", "change", "difference"),
    [
        ("检测服务业收入", "E14", 41, "增长12.3%", "增加4.5亿元"),
        ("检测服务业收入", "E14", 36.5, "持平", "持平"),
        ("检测服务业收入", "E14", "36.50", "持平", "持平"),
        ("检测服务业收入", "E14", 33.58, "下降8.0%", "减少2.92亿元"),
        ("检测服务业收入", "E14", 36.501, "增长0.003%", "增加0.001亿元"),
        ("质量安全事故", "E16", 0, "减少2起", "减少2起"),
        ("产品抽查合格率", "E4", 91.5, "提高0.5个百分点", "提高0.5个百分点"),
        ("产品抽查合格率", "E4", 90.25, "下降0.75个百分点", "下降0.75个百分点"),
        ("新增发明专利", "E12", 12, "减少13件", "减少13件"),
    ],
)
def test_the_word_of_a_change_agrees_with_its_sign(
    tmp_path: Path, name: str, cell: str, after: object, change: str, difference: str
) -> None:
    """Amounts in %, few things in their measure, rates in 百分点; never 增长0.0%."""
    changed = (f"完成值!{cell}", after)
    assert _plain(ask(tmp_path, f"change('{name}')", changed)) == change
    assert _plain(ask(tmp_path, f"difference('{name}')", changed)) == difference


@pytest.mark.parametrize(
    ("measure", "before", "after", "change"),
    [
        ("起", 4, 5, "增加1起"),
        ("起", 1, 0, "减少1起"),
        ("起", 3, 3, "持平"),
        ("起", 99, 198, "增加99起"),
        ("起", 100, 101, "增长1.0%"),
        ("起", 4.5, 5, "增长11.1%"),
        ("起", 4, 4.5, "增长12.5%"),
        ("万起", 4, 5, "增长25.0%"),
        ("起/万人", 4, 5, "增长25.0%"),
        ("亿元", 4, 5, "增长25.0%"),
        ("%", 4, 5, "提高1个百分点"),
    ],
)
def test_of_few_things_one_more_is_no_growth(
    tmp_path: Path, measure: str, before: float, after: float, change: str
) -> None:
    """Of fewer than 100 that are counted one by one it is told how many; a growth of 25.0% of 4 says nothing."""
    changed = (("指标!H9", measure), ("完成值!E15", before), ("完成值!E16", after))
    assert _plain(ask(tmp_path, "change('accidents')", *changed)) == change


def test_from_zero_there_is_no_growth(tmp_path: Path) -> None:
    """What was added is told in its measure."""
    assert _plain(ask(tmp_path, "change('accidents')", ("完成值!E15", 0), ("完成值!E16", 5))) == "增加5起"


def test_a_change_is_bound_to_both_cells(tmp_path: Path) -> None:
    """The word stands before the figure; 持平 is itself the figure, zero."""
    word = f'<span at="{BOOK}完成值!E3..E4">提高</span>'
    assert ask(tmp_path, "change('quality')") == word + data("0.5个百分点", "0.5", f"{BOOK}完成值!E3..E4")
    level = ask(tmp_path, "change('quality')", ("完成值!E4", 91))
    assert level == data("持平", "0", f"{BOOK}完成值!E3..E4")


def test_indicators_are_counted_by_verdict(tmp_path: Path) -> None:
    """The seven words, and those for what counts as met and what is known to fall short."""
    told = {
        word: _plain(ask(tmp_path, f"count('指标', verdict='{word}')"))
        for word in ("达到序时进度", "提前完成", "基本完成", "未完成", "无数据", "不适用", "达到", "未达到")
    }
    assert told == {
        "达到序时进度": "4项",
        "提前完成": "0项",
        "基本完成": "1项",
        "未完成": "1项",
        "无数据": "0项",
        "不适用": "1项",
        "达到": "4项",
        "未达到": "2项",
    }
    assert _plain(ask(tmp_path, "count('指标', '产品', verdict='未达到')")) == "1项"
    assert _plain(ask(tmp_path, "count('指标', verdict='已完成')", title=FINAL)) == "2项"
    assert _plain(ask(tmp_path, "count('指标')")) == "7项"


def test_tasks_are_counted_by_state_and_by_who_leads_them(tmp_path: Path) -> None:
    """Point by point: city, park, and three points of names, of which the second is under way."""
    assert _plain(ask(tmp_path, "count('任务')")) == "5项"
    assert _plain(ask(tmp_path, "count('任务', state='已完成')")) == "3项"
    assert _plain(ask(tmp_path, "count('任务', '县经信局')")) == "2项"
    assert _plain(ask(tmp_path, "count('任务', '县质监局', state='已完成')")) == "3项"
    assert _plain(ask(tmp_path, "count('任务', '县环保局')")) == "0项"


def test_projects_are_counted_and_summed(tmp_path: Path) -> None:
    """By the end of the year judged, not by that of another one."""
    assert _plain(ask(tmp_path, "count('项目', state='在建')")) == "1个"
    assert _plain(ask(tmp_path, "count('项目', state='停缓建')")) == "0个"
    book = "data/xian/progress.xlsx!项目进展"
    assert ask(tmp_path, "total('累计完成投资')") == data("155001万元", "155000.5", f"{book}!E3..E4")
    assert ">3.50亿元<" in ask(tmp_path, "total('本年完成投资', '亿元', 2)")
    assert ">210543万元<" in ask(tmp_path, "total('总投资')")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("rate('合格率')", "时期“12-5”没有指标“合格率”|是否指“产品抽查合格率”？"),
        ("rate('品牌数')", "指标“品牌数”分几项，要指明哪一项|可用的有：国家级、省级"),
        ("rate('安全县评定')", "指标“安全县评定”没有完成率：不适用，完成值填“不适用”|改写这句话"),
        ("rate(group='服务')", "没有分类“服务”|可用的有：产品、环境、创新、安全"),
        ("actual('污染物排放', '化学需氧量')", "指标“污染物排放”是定性指标，没有数字|改写这句话，或在“完成值”表中补上"),
        ("actual('award')", "指标“安全县评定”2013年的完成值是“不适用”，不是数字|改写这句话，或在“完成值”表中补上"),
        ("change('award')", "指标“award”缺2012年或2013年的完成值，无可比数据|改写这句话，或在“完成值”表中补上"),
        ("count('指标', verdict='没完成')", "没有评价“没完成”|是否指“未完成”、“已完成”、“提前完成”？"),
        (
            "count('指标', period='11-5', verdict='已完成')",
            "这份报告不评价时期“11-5”|删去 period，或写在评估那个时期的报告中",
        ),
        ("count('指标', state='已完成')", "数“指标”不能用 state|指标用 verdict，任务、项目用 state"),
        ("count('意见', verdict='已完成')", "数“意见”不能用 verdict|指标用 verdict，任务、项目用 state"),
        ("count('任务', '县质检局')", "单位“县质检局”没有登记|是否指“县质监局”、“县经信局”、“县环保局”？"),
        ("count('任务', state='完成')", "没有状态“完成”|是否指“已完成”？"),
        ("count('项目', state='完工')", "没有状态“完工”|是否指“已完工”？"),
        ("total('完成投资')", "没有合计“完成投资”|是否指“累计完成投资”、“本年完成投资”、“总投资”？"),
    ],
)
def test_what_is_not_there_is_refused_with_what_is(tmp_path: Path, question: str, answer: str) -> None:
    """Message and hint."""
    assert refused(tmp_path, question) == answer


def test_what_was_due_is_not_made_up(tmp_path: Path) -> None:
    """Without a baseline there is no path."""
    assert refused(tmp_path, "pace('quality')", ("指标!M2", None)) == (
        "指标“quality”算不出当年应达到的目标|在“指标”表中补上基期值，或在“完成值”表中补上年度目标"
    )


def test_a_sum_with_a_hole_is_refused(tmp_path: Path) -> None:
    """Nothing known is not nothing."""
    said = refused(tmp_path, "actual('patents')", ("完成值!E11", None))
    assert said.startswith("指标“新增发明专利”口径为新增，到2013年有的年度没有完成值，不能合计|")


def test_a_year_without_tasks_is_told(tmp_path: Path) -> None:
    """With what to write where."""
    said = refused(tmp_path, "count('任务')", title=FINAL)
    assert said.startswith("2010年的文件没有任务|在 plan.yaml 中列出2010年的行动计划等文件")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        *((f"{name}('quality')", f"{name}() 只在评估报告中可用") for name in OF_RESULTS),
        ("count('指标', verdict='已完成')", "verdict 只在评估报告中可用"),
        ("count('任务', state='已完成')", "state 只在评估报告中可用"),
    ],
)
def test_other_papers_have_no_results(tmp_path: Path, question: str, said: str) -> None:
    """They are told so, and what to do."""
    hint = "改写这句话，或在 plan.yaml 中把这份文件的 kind 写为 evaluation"
    assert refused(tmp_path, question, title="某县质量强县规划") == f"{said}|{hint}"


def test_the_same_names_may_be_called_everywhere(tmp_path: Path) -> None:
    """So that a call in the wrong paper is told from a misspelt one."""
    plan = good_plan(tmp_path, evaluation=True)
    for leaf in plan.papers():
        assert tuple(facts_of(plan, leaf)) == COMMON + OF_RESULTS


def test_a_call_that_fails_is_a_fault_at_its_place(tmp_path: Path) -> None:
    """In the text, with its line."""
    wrong = ("text/evaluation-2013.yaml", "加强品牌培育。", '收入{{ change("检测服务收入") }}。')
    report = Report()
    plan = load_plan(write_plan(tmp_path, wrong, evaluation=True), "data/xian", report)
    assert plan is not None
    Composer(plan, STYLE, report).compose(next(each for each in plan.papers() if ANNUAL in each.title))
    (fault,) = report
    assert str(fault.origin).startswith("data/xian/text/evaluation-2013.yaml:")
    assert (fault.message, fault.hint) == ("时期“12-5”没有指标“检测服务收入”", "是否指“检测服务业收入”？")


@pytest.mark.parametrize(
    ("call", "cell"),
    [
        ('actual("quality")', "E4"),
        ('actual("quality", year=2013)', "E4"),
        ('actual("patents")', "E11"),
        ('rate("quality")', "E4"),
        ('rate("patents")', "E11"),
        ('change("quality")', "E4"),
        ('change("quality")', "E3"),
        ('difference("patents")', "E12"),
    ],
)
def test_of_a_cell_that_cannot_be_read_only_the_cell_tells(tmp_path: Path, call: str, cell: str) -> None:
    """That the sentence has no figure follows from it, and is not told beside it."""
    changes = ((f"完成值!{cell}", "约九成"), ("text/evaluation-2013.yaml", "加强品牌培育。", f"数为{{{{ {call} }}}}。"))
    report = Report()
    plan = load_plan(write_plan(tmp_path, *changes, evaluation=True), "data/xian", report)
    assert plan is not None
    Composer(plan, STYLE, report).compose(next(each for each in plan.papers() if ANNUAL in each.title))
    assert [str(each.origin) for each in report if each.severity is Severity.FAULT] == [f"{BOOK}完成值!{cell}"]


def _plain(markup: str) -> str:
    """Return the words of markup."""
    return "".join(part.rpartition(">")[2] for part in markup.split("<"))
