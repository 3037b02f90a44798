"""The sentences that a report's program makes: each held against figures that were counted by hand."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from tests.compose.composing import STYLE
from tests.evaluations import EVALUATION_2010, EVALUATION_2013
from tests.plans import Change, write_plan
from yinfa.compose.compose import Composer
from yinfa.compose.results.movement import difference, growth
from yinfa.derive.evaluation import judge
from yinfa.derive.movement import AMOUNT, GROWTH, LEVEL, RISE
from yinfa.derive.rates import shown
from yinfa.derive.tally import Change as Moved
from yinfa.derive.tally import Figure
from yinfa.diagnostics import Origin, Report
from yinfa.document.tree import Num, Paragraph
from yinfa.model.load import load_plan
from yinfa.model.plan import Plan
from yinfa.model.quantity import visible

pytestmark = pytest.mark.slow

TEXT_2013, TEXT_2010 = "text/evaluation-2013.yaml", "text/evaluation-2010.yaml"
ALONE = "chapters:\n  - heading: 结果\n    blocks:\n      - summary: {}\n"
FINAL = ("plan.yaml", "年度评估报告, year: 2013}", "年度评估报告, year: 2015}")
MID_TERM = ("plan.yaml", "年度评估报告, year: 2013}", "年度评估报告, year: 2013, stage: mid-term}")


@dataclass(frozen=True)
class Row:
    """An indicator of a plan made for one test, with its results of the year before and of the year judged."""

    name: str
    after: float | str | None = None
    before: float | None = None
    group: str = "产品"
    measure: str = "家"
    basis: str = "累计"
    nature: str = "预期性"
    compare: str = "≥"
    target: float | str = 10
    aim: float | None = None
    part: str | None = None


def told(folder: Path, summary: str, *changes: Change, rows: tuple[Row, ...] = (), text: str = TEXT_2013) -> list[str]:
    """Return the paragraphs of a summary, in a report that consists of it alone, of which nothing else is said."""
    paragraphs, said = _told(folder, summary, changes, rows, text)
    assert said == []
    return ["".join(getattr(each, "text", "") for each in paragraph.children) for paragraph in paragraphs]


def _told(
    folder: Path, summary: str, changes: tuple[Change, ...], rows: tuple[Row, ...] = (), text: str = TEXT_2013
) -> tuple[list[Paragraph], list[str]]:
    whole = EVALUATION_2013 if text == TEXT_2013 else EVALUATION_2010
    target = write_plan(folder, (text, whole, ALONE.format(summary)), *changes, evaluation=True)
    if rows:
        _write(target / "indicators.xlsx", rows, 2015 if FINAL in changes else 2013)
    report = Report()
    plan = load_plan(target, "data/xian", report)
    assert plan is not None, list(report)
    document = Composer(plan, STYLE, report).compose(next(each for each in plan.papers() if each.text == text))
    blocks = document.sections[0].blocks if document else ()
    paragraphs = [each for each in blocks if isinstance(each, Paragraph) and each.role == "body"]
    return paragraphs, [str(each) for each in report]


def _write(path: Path, rows: tuple[Row, ...], year: int) -> None:
    """Write other indicators and results into the workbook; rows of one name are the parts of one indicator."""
    book = load_workbook(path)
    for title in ("指标", "完成值", "目标调整"):
        book[title].delete_rows(2, 100)
    past = ("11-5", "past", "是", "产品", 1, "上期", None, "家", "累计", "预期性", "≥", 1)
    book["指标"].append(past)  # what the other report is about
    ids = {name: number for number, name in enumerate(dict.fromkeys(each.name for each in rows), 1)}
    for each in rows:
        key = ("12-5", f"i{ids[each.name]}")
        told = (each.measure, each.basis, each.nature, each.compare, each.target)
        book["指标"].append((*key, "是", each.group, ids[each.name], each.name, each.part, *told))
        cause = ("原因。", "措施。")
        if each.before is not None:
            book["完成值"].append((*key, each.part, year - 1, each.before))
        if each.after is not None:
            row = (*key, each.part, year, each.after, None, None, None, each.aim, None, "证据", *cause)
            book["完成值"].append(row)
    book.save(path)


def met(name: str, group: str = "产品") -> Row:
    """Return an indicator that is met at the end."""
    return Row(name, 10, group=group)


def missed(name: str, group: str = "产品") -> Row:
    """Return an indicator that is missed at the end."""
    return Row(name, 5, group=group)


# overall, kinds, groups


def test_the_report_of_a_year_says_how_far_the_plan_has_come(tmp_path: Path) -> None:
    """4 on pace, 1 nearly, 1 missed of the 6 that apply: 66.7 %."""
    assert told(tmp_path, "overall") == [
        (
            "截至2013年底，“十二五”规划确定的7项指标中，不适用1项，其余6项中，达到序时进度4项、基本完成1项、未完成1项，"
            "指标完成率为66.7%（不适用的1项不计入分母）。"
        )
    ]


def test_the_report_of_the_middle_is_called_so(tmp_path: Path) -> None:
    """By its stage."""
    (paragraph,) = told(tmp_path, "overall", MID_TERM)
    assert paragraph.startswith("“十二五”规划中期（截至2013年底），规划确定的7项指标中，")


def test_the_report_of_the_end_says_so(tmp_path: Path) -> None:
    """By the last year of the period: 2 of 3 are met."""
    assert told(tmp_path, "overall", text=TEXT_2010) == [
        "“十一五”规划期末（2010年底），规划确定的3项指标中，已完成2项、基本完成1项，指标完成率为66.7%。"
    ]


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ((met("甲"),), "1项指标已完成，指标完成率为100.0%。"),
        ((met("甲"), met("乙")), "2项指标全部完成，指标完成率为100.0%。"),
        ((missed("甲"), missed("乙")), "2项指标均未完成，指标完成率为0.0%。"),
        ((Row("甲", 9), Row("乙", 9)), "2项指标均为基本完成，指标完成率为0.0%。"),
        ((Row("甲", 9), missed("乙")), "2项指标中，尚无达到目标要求的，基本完成1项、未完成1项，指标完成率为0.0%。"),
        ((met("甲"), Row("乙")), "2项指标中，已完成1项、无数据1项，指标完成率为50.0%（无数据的1项计入分母）。"),
        ((Row("甲"),), "1项指标无数据，指标完成率为0.0%（无数据的1项计入分母）。"),
        ((Row("甲", "不适用"),), "1项指标不适用。"),
        ((Row("甲", "不适用"), Row("乙", "不适用")), "2项指标均不适用。"),
        (
            (met("甲"), Row("乙", "不适用")),
            "2项指标中，不适用1项，其余1项已完成，指标完成率为100.0%（不适用的1项不计入分母）。",
        ),
        (
            (met("甲"), Row("乙"), Row("丙", "不适用")),
            (
                "3项指标中，不适用1项，其余2项中，已完成1项、无数据1项，"
                "指标完成率为50.0%（无数据的1项计入分母，不适用的1项不计入分母）。"
            ),
        ),
    ],
)
def test_none_one_and_many_each_have_their_words(tmp_path: Path, rows: tuple[Row, ...], sentence: str) -> None:
    """At the end of a period."""
    assert told(tmp_path, "overall", FINAL, rows=rows) == [f"“十二五”规划期末（2015年底），规划确定的{sentence}"]


def test_all_seven_verdicts_can_stand_in_one_sentence(tmp_path: Path) -> None:
    """But 已完成 and the two that are given before the end, which never meet but by words."""
    rows = (
        Row("提前", 10),
        Row("定性", "已完成", compare="定性", target="全覆盖"),
        Row("进度", 5, aim=5),
        Row("基本", 9, aim=10, target=20),
        Row("未完", 3, aim=10, target=20),
        Row("无数据"),
        Row("不适用", "不适用"),
    )
    assert told(tmp_path, "overall", rows=rows) == [
        (
            "截至2013年底，“十二五”规划确定的7项指标中，不适用1项，其余6项中，"
            "达到目标要求3项（提前完成1项、已完成1项、达到序时进度1项），基本完成1项、未完成1项、无数据1项，"
            "指标完成率为50.0%（无数据的1项计入分母，不适用的1项不计入分母）。"
        )
    ]


def test_all_met_in_several_ways_is_all_met(tmp_path: Path) -> None:
    """Each way is told apart."""
    (paragraph,) = told(tmp_path, "overall", rows=(Row("甲", 10), Row("乙", 5, aim=5)))
    assert paragraph == (
        "截至2013年底，“十二五”规划确定的2项指标全部达到目标要求，其中提前完成1项、达到序时进度1项，"
        "指标完成率为100.0%。"
    )


def test_every_figure_of_a_sentence_knows_its_value(tmp_path: Path) -> None:
    """The rate keeps what was rounded away."""
    (paragraph,), said = _told(tmp_path, "overall", ())
    assert said == []
    figures = [(each.text, each.value) for each in paragraph.children if isinstance(each, Num)]
    assert figures[0] == ("7项", Decimal(7))
    assert figures[6] == ("66.7%", Decimal(200) / 3)


def test_the_kinds_are_told_in_their_order(tmp_path: Path) -> None:
    """Of 约束性 2 of 3, of 预期性 2 of the 3 that apply."""
    assert told(tmp_path, "natures") == [
        (
            "按属性看，约束性指标3项中，达到序时进度2项、未完成1项，完成率66.7%；"
            "预期性指标4项中，不适用1项，其余3项中，达到序时进度2项、基本完成1项，完成率66.7%。"
            "完成率的分母不包括不适用的指标。"
        )
    ]


def test_a_kind_that_there_is_none_of_is_said(tmp_path: Path) -> None:
    """And one of which all are met needs no rate."""
    rows = (met("甲"), met("乙"))
    assert told(tmp_path, "natures", FINAL, rows=rows) == ["按属性看，没有约束性指标；预期性指标2项全部完成。"]


def test_groups_all_of_which_are_met_stand_together(tmp_path: Path) -> None:
    """环境 1, 安全 1 of 1 that applies; of 产品 and 创新 one of two each."""
    assert told(tmp_path, "groups") == [
        (
            "按分类看，环境、安全2类的2项指标全部达到序时进度（另有1项不适用）；"
            "产品2项中，达到序时进度1项、基本完成1项，完成率50.0%；"
            "创新2项中，达到序时进度1项、未完成1项，完成率50.0%。"
        )
    ]


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ((met("甲"), met("乙")), "产品的2项指标全部完成。"),
        ((met("甲"), met("乙", group="服务")), "产品、服务2类的2项指标全部完成。"),
        ((missed("甲"), missed("乙")), "产品2项均未完成。"),
        ((met("甲"), Row("乙", "不适用", group="服务")), "产品的1项指标已完成；服务的指标均不适用。"),
        ((Row("甲", "不适用"),), "产品的指标均不适用。"),
        ((met("甲"), Row("乙")), "产品2项中，已完成1项、无数据1项，完成率50.0%。完成率的分母包括无数据的指标。"),
        (tuple(met(each, group=each) for each in "甲乙丙丁"), "甲、乙等4类的4项指标全部完成。"),
        (
            (
                met("全", group="全"),
                *(row for each in "甲乙丙丁戊" for row in (met(each, group=each), missed(each * 2, group=each))),
            ),
            (
                "全的1项指标已完成；其余5类中，达到目标要求的，甲2项中有1项（50.0%）、乙2项中有1项（50.0%）、"
                "丙2项中有1项（50.0%）、丁2项中有1项（50.0%）、戊2项中有1项（50.0%）。"
            ),
        ),
    ],
)
def test_groups_of_any_number_have_their_words(tmp_path: Path, rows: tuple[Row, ...], sentence: str) -> None:
    """One, some, many; met, missed, out of the question."""
    assert told(tmp_path, "groups", FINAL, rows=rows) == [f"按分类看，{sentence}"]


# extremes


def test_the_best_and_the_worst_are_named(tmp_path: Path) -> None:
    """No accident of 5 allowed is 200 %; 15 of 16 is 93.8 %."""
    assert told(tmp_path, "extremes") == [
        (
            "按当年应达到的目标计算完成率，最高的是质量安全事故（200.0%），最低的是品牌数（93.8%）。"
            "另有2项指标没有完成率（定性1项、不适用1项）。"
        )
    ]


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ((20, 5), "按完成率看，最高的是甲（200.0%），最低的是乙（50.0%）。"),
        ((20, 20, 5), "按完成率看，最高的是甲、乙（均为200.0%），最低的是丙（50.0%）。"),
        ((5, 5, 5, 5, 20), "按完成率看，最高的是戊（200.0%），最低的是甲、乙等4项（均为50.0%）。"),
        ((10, 10), "有完成率的2项指标，完成率均为100.0%。"),
        ((10,), "有完成率的指标只有甲，完成率为100.0%。"),
        ((10, None), "有完成率的指标只有甲，完成率为100.0%。另有1项指标没有完成率（无数据）。"),
        ((None,), "各项指标均为定性、无数据或者不适用，没有完成率。"),
        ((10.001, 10.002), "按完成率看，最高的是乙（100.02%），最低的是甲（100.01%）。"),
        ((9.996, 10), "按完成率看，最高的是乙（100.0%），最低的是甲（99.96%）。"),
    ],
)
def test_ties_and_equals_have_their_words(tmp_path: Path, values: tuple[float | None, ...], sentence: str) -> None:
    """Up to three names; of equal ones none is the best; different rates look different."""
    rows = tuple(Row(name, value) for name, value in zip("甲乙丙丁戊", values, strict=False))
    assert told(tmp_path, "extremes", FINAL, rows=rows) == [sentence]


def test_a_name_with_a_comma_of_lists_is_quoted(tmp_path: Path) -> None:
    """Else it would be two names."""
    rows = (Row("国家奖、“省长”奖", 20), Row("乙", 5))
    (paragraph,) = told(tmp_path, "extremes", FINAL, rows=rows)
    assert "最高的是“国家奖、‘省长’奖”（200.0%）" in paragraph


# changes


def test_the_changes_on_the_year_before_are_counted_and_the_largest_named(tmp_path: Path) -> None:
    """Accidents 2 to 0 is better, patents 25 to 12 worse; 国家级 comes nearer to its range, 省级 stays at 15."""
    assert told(tmp_path, "changes") == [
        (
            "与2012年相比，有可比数据的6项指标（有分项的按分项计）中，"
            "好于上年4项、差于上年1项、与上年持平1项；另有3项无可比数据。"
        ),
        (
            "好于上年的指标中，变化较大的有质量安全事故减少2起、品牌数（国家级）增加1个、检测服务业收入增长12.3%等；"
            "差于上年的是新增发明专利减少13件。"
        ),
    ]


@pytest.mark.parametrize(
    ("compare", "target", "before", "paragraphs"),
    [
        ("=", 100, 98.2, ["有可比数据的1项指标好于上年。", "好于上年的是甲提高0.9个百分点。"]),
        ("=", 98, 98.2, ["有可比数据的1项指标差于上年。", "差于上年的是甲提高0.9个百分点。"]),
        (
            "区间",
            "98～100",
            98.2,
            ["有可比数据的1项指标有升降而不分优劣。", "有升降而不分优劣的是甲提高0.9个百分点。"],
        ),
    ],
)
def test_towards_a_number_is_better_and_within_a_range_neither_way_is(
    tmp_path: Path, compare: str, target: float | str, before: float, paragraphs: list[str]
) -> None:
    """Up is not better by itself."""
    row = Row("甲", 99.1, before, measure="%", basis="期末", compare=compare, target=target)
    first, *others = told(tmp_path, "changes", FINAL, rows=(row,))
    assert [first.removeprefix("与2014年相比，"), *others] == paragraphs


@pytest.mark.parametrize(
    ("values", "paragraphs"),
    [
        (((5, None),), ["各项指标均无可比数据。"]),
        (((5, 5),), ["有可比数据的1项指标与上年持平。"]),
        (((5, 5), (6, 6)), ["有可比数据的2项指标均与上年持平。"]),
        (((5, 6),), ["有可比数据的1项指标好于上年。", "好于上年的是甲增加1家。"]),
        (((500, 600), (5, 7)), ["有可比数据的2项指标均好于上年。", "好于上年的是乙增加2家、甲增长20.0%。"]),
        (
            ((500, 600), (500, 700), (500, 800), (500, 900), (500, None)),
            [
                "有可比数据的4项指标均好于上年；另有1项无可比数据。",
                "好于上年的指标中，变化较大的有丁增长80.0%、丙增长60.0%、乙增长40.0%等。",
            ],
        ),
        (
            ((500, 600), (500, 600), (500, 600)),
            ["有可比数据的3项指标均好于上年。", "好于上年的是甲增长20.0%、乙增长20.0%、丙增长20.0%。"],
        ),
        (  # one that changed as much is not dropped without a word
            ((500, 600), (500, 600), (500, 600), (500, 600)),
            [
                "有可比数据的4项指标均好于上年。",
                "好于上年的指标中，变化较大的有甲增长20.0%、乙增长20.0%、丙增长20.0%等。",
            ],
        ),
        (
            ((500, 4000), (0, 3)),
            ["有可比数据的2项指标均好于上年。", "好于上年的是乙增加3家、甲增长700.0%。"],
        ),
        (
            ((0, 3), (500, 400)),
            ["有可比数据的2项指标中，好于上年1项、差于上年1项。", "好于上年的是甲增加3家；差于上年的是乙下降20.0%。"],
        ),
    ],
)
def test_changes_of_any_number_have_their_words(
    tmp_path: Path, values: tuple[tuple[float, float | None], ...], paragraphs: list[str]
) -> None:
    """None, one, many."""
    rows = tuple(Row(name, after, before) for name, (before, after) in zip("甲乙丙丁戊", values, strict=False))
    first, *others = told(tmp_path, "changes", FINAL, rows=rows)
    assert [first.removeprefix("与2014年相比，"), *others] == paragraphs


# missed


def test_what_is_missed_is_named_with_its_gap(tmp_path: Path) -> None:
    """57 of the 60 due; 15 of 16～30."""
    assert told(tmp_path, "missed") == [
        "未达到目标要求的指标有2项，其中未完成1项、基本完成1项。",
        "未完成的1项为：新增发明专利，序时进度目标60件，完成57件，差3件。",
        "基本完成的1项为：品牌数（省级），序时进度目标16～30个，完成15个，差1个。",
    ]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (Row("甲", 7), "甲，目标10家，完成7家，差3家"),
        (Row("甲", 0), "甲，目标10家，完成0家，差10家"),
        (Row("甲", 80.8, measure="%", basis="期末", target=92), "甲，目标92%，实际80.8%，低11.2个百分点"),
        (Row("甲", 7.5, measure="件", basis="期末"), "甲，目标10件，实际7.5件，低2.5件"),
        (
            Row("甲", 35, measure="微克/立方米", basis="期末", compare="≤", target=27),
            "甲，目标不超过27微克/立方米，实际35微克/立方米，超8微克/立方米",
        ),
        (Row("甲", 12, compare="="), "甲，目标10家，实际12家，超2家"),
        (Row("甲", 12, compare="区间", target="5～10"), "甲，目标5～10家，实际12家，超2家"),
        (Row("甲", 3, compare="区间", target="5～10"), "甲，目标5～10家，完成3家，差2家"),
        (Row("甲", "未完成", compare="定性", target="全覆盖"), "甲，目标为“全覆盖”，按所附证据评价为未完成"),
    ],
)
def test_a_gap_is_told_by_the_way_that_is_compared(tmp_path: Path, row: Row, words: str) -> None:
    """差 of what is counted, 低 of a state, 超 of too much; of words what was found."""
    assert told(tmp_path, "missed", FINAL, rows=(row,)) == [
        "未达到目标要求的指标有1项，评价为未完成。",
        f"未完成的1项为：{words}。",
    ]


def test_the_target_of_a_year_and_a_revised_one_are_called_so(tmp_path: Path) -> None:
    """What was due is not always what the plan said."""
    assert "，年度目标10家，完成5家，差5家。" in told(tmp_path, "missed", rows=(Row("甲", 5, aim=10, target=20),))[1]
    late = ("plan.yaml", "年度评估报告, year: 2013}", "年度评估报告, year: 2015}")
    changes = (late, ("完成值!D14", 2015), ("完成值!I14", None), ("完成值!E14", 41))
    assert "检测服务业收入，调整后目标45亿元，实际41亿元，低4亿元" in "".join(told(tmp_path, "missed", *changes))


def test_nothing_missed_is_said(tmp_path: Path) -> None:
    """And what has no data is never taken for met."""
    assert told(tmp_path, "missed", FINAL, rows=(met("甲"),)) == ["没有未达到目标要求的指标。"]
    assert told(tmp_path, "missed", FINAL, rows=(met("甲"), Row("乙"))) == [
        "没有未达到目标要求的指标。无数据的指标有1项，未作评价。"
    ]


def test_parts_that_are_missed_are_named_whatever_the_whole_is_called(tmp_path: Path) -> None:
    """Also beside one without data."""
    rows = (Row("甲", 9, part="东"), Row("甲", None, part="西"), Row("乙", 9, part="东"), Row("乙", 1, part="西"))
    assert told(tmp_path, "missed", FINAL, rows=rows) == [
        "未达到目标要求的指标有1项，评价为未完成。无数据的指标有1项，未作评价。",
        "未完成的1项为：乙（东），目标10家，完成9家，差1家（本分项基本完成）；乙（西），目标10家，完成1家，差9家。",
        (
            "另有1项指标因部分分项无数据，整项评为无数据，其中未达到目标要求的分项为："
            "甲（东），目标10家，完成9家，差1家（本分项基本完成）。"
        ),
    ]


# tasks and projects


def test_the_tasks_of_the_year_are_counted_and_the_units_compared(tmp_path: Path) -> None:
    """3 of 5 are done; 县经信局 leads the two that are not."""
    assert told(tmp_path, "tasks") == [
        (
            "2013年的工作任务共5项（有分点的按分点计），其中已完成3项、推进中1项、未启动1项，完成率60.0%。"
            "牵头任务全部完成的单位有县质监局、县发改局；未完成任务最多的是县经信局（2项）。"
        )
    ]


@pytest.mark.parametrize(
    ("states", "sentence"),
    [
        (("已完成", "已完成", "已完成", "已完成"), "全部完成。"),
        (("未启动", "未启动", "未启动", "未启动"), "均未启动。"),
        (
            ("推进中", "已完成", "已完成", "已完成"),
            (
                "其中已完成4项、推进中1项，完成率80.0%。"
                "牵头任务全部完成的单位有县经信局；未完成任务最多的是县质监局、县发改局（各1项）。"
            ),
        ),
        (
            ("推进中", "未启动", "已完成", "已完成"),
            (
                "其中已完成3项、推进中1项、未启动1项，完成率60.0%。"
                "各牵头单位均有任务尚未完成；未完成任务最多的是县质监局、县发改局、县经信局（各1项）。"
            ),
        ),
        (
            ("推进中", "未启动", "已完成", "推进中"),
            (
                "其中已完成2项、推进中2项、未启动1项，完成率40.0%。"
                "各牵头单位均有任务尚未完成；未完成任务最多的是县经信局（2项）。"
            ),
        ),
    ],
)
def test_tasks_in_any_state_have_their_words(tmp_path: Path, states: tuple[str, ...], sentence: str) -> None:
    """All done, none begun, ties; who has no open task and who most."""
    cells = tuple((f"任务进展!D{number}", state) for number, state in enumerate(states, 2))
    causes = tuple((f"任务进展!{column}{number}", "说明。") for number in range(2, 6) for column in "FG")
    assert told(tmp_path, "tasks", *cells, *causes) == [f"2013年的工作任务共5项（有分点的按分点计），{sentence}"]


def test_projects_are_counted_and_their_investment_summed(tmp_path: Path) -> None:
    """20000 + 15000.5, 90000 + 65000.5 of 90000 + 120543 万元."""
    assert told(tmp_path, "projects") == [
        (
            "截至2013年底，重大项目共2个，其中在建1个、已完工1个。"
            "2013年完成投资3.50亿元，累计完成投资15.50亿元，占总投资21.05亿元的73.6%。"
        )
    ]


def test_what_is_not_known_of_projects_is_said(tmp_path: Path) -> None:
    """A dash is no zero, and what nobody told adds nothing."""
    assert told(tmp_path, "projects", ("项目进展!D4", "—"), ("项目进展!E4", "—"), ("项目进展!D3", 900.5)) == [
        (
            "截至2013年底，重大项目共2个，其中在建1个、已完工1个。"
            "2013年完成投资900.5万元，累计完成投资9.00亿元（1个项目未填报，没有计入）；"
            "总投资和累计完成投资均有数额的1个项目，累计完成投资占总投资9.00亿元的100.0%。"
        )
    ]
    elsewhere = (("项目进展!A3", 2012), ("项目进展!A2", 2011), ("项目进展!A4", 2012))
    assert told(tmp_path, "projects", *elsewhere) == [
        "截至2013年底，重大项目共2个，均未报送进展。各项目均未填报完成投资额。"
    ]


def test_a_summary_of_what_there_is_none_of_is_a_fault_at_its_place(tmp_path: Path) -> None:
    """With what to write where."""
    _, said = _told(tmp_path, "tasks", (), text=TEXT_2010)
    wanted = (
        "data/xian/text/evaluation-2010.yaml:4:18: 错误[summary-empty] 不能写“tasks”一段：2010年的文件没有任务\n"
        "    改法：在 plan.yaml 中列出2010年的行动计划等文件（year: 2010），任务以 task 写出；或删去这一处"
    )
    assert wanted in said


def test_a_summary_outside_of_an_evaluation_is_a_fault(tmp_path: Path) -> None:
    """A plan has no results."""
    wrong = (
        "plan.yaml",
        "{kind: evaluation, text: text/evaluation-2013.yaml",
        "{kind: plan, text: text/evaluation-2013.yaml",
    )
    _, said = _told(tmp_path, "overall", (wrong,))
    assert "不能写“overall”一段：只有评估报告可用" in "".join(said)


# the sign of a change

NUMBERS = st.decimals(min_value=0, max_value=10**7, places=3, allow_nan=False, allow_infinity=False)


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """Return a plan with a target of each kind, for what is said of changes."""
    rows = tuple(
        Row(f"{measure}{compare}", 1, 1, compare=compare, measure=measure, target="5～10" if compare == "区间" else 10)
        for compare in ("≥", "≤", "=", "区间")
        for measure in ("家", "%")
    )
    target = write_plan(tmp_path_factory.mktemp("changes"), evaluation=True)
    _write(target / "indicators.xlsx", rows, 2013)
    found = load_plan(target, "data/xian", Report())
    assert found is not None
    return found


# How far a number is from the targets of these indicators: 10, or 5～10.
FAR: dict[str, Callable[[Decimal], Decimal]] = {
    "≥": lambda number: -number,
    "≤": lambda number: number,
    "=": lambda number: abs(number - 10),
    "区间": lambda number: max(abs(number - Decimal("7.5")), Decimal("2.5")),
}


@given(NUMBERS, NUMBERS, st.sampled_from(["≥", "≤", "=", "区间"]), st.sampled_from(("家", "%")))
def test_the_word_always_agrees_with_the_sign(
    plan: Plan, before: Decimal, after: Decimal, compare: str, measure: str
) -> None:
    """Up, down, level; better by the way that is compared; and no change is printed as zero."""
    change = _change(plan, f"{measure}{compare}", before, after)
    for movement in (growth(change), difference(change)):
        printed = str(movement.amount.striptags())
        if before == after:
            assert (movement.word, printed) == ("", LEVEL)
        else:
            pairs = (RISE,) if measure == "%" else (GROWTH, AMOUNT)
            assert movement.word in {pair[after < before] for pair in pairs}
            assert float(printed.rstrip("家%个百分点")) > 0
    nearer = FAR[compare](before) - FAR[compare](after)
    assert change.better == (nearer > 0 if nearer else None)


def _change(plan: Plan, name: str, before: Decimal, after: Decimal) -> Moved:
    indicator, period = plan.indicator(name), plan.period()
    assert indicator is not None
    assert period is not None
    judgement = judge(plan, indicator, indicator.parts[0], period, 2013)
    assert judgement is not None
    return Moved(judgement, Figure(2012, before, Origin("f")), Figure(2013, after, Origin("f")))


@given(st.decimals(min_value="0.000001", max_value=1000, places=6))
def test_a_rate_that_is_not_zero_does_not_look_like_it(rate: Decimal) -> None:
    """Nor does one below 100 look like 100."""
    assert shown(rate) > 0
    assert (shown(rate) < 100) == (rate < 100)
    assert visible(rate) > 0
