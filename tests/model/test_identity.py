"""plan.yaml and units.yaml: every value with its place, every fault in Chinese at the place where to mend it."""

from pathlib import Path

import pytest

from tests.plans import SHOWN, Change, good_plan, hints, only_fault, write_plan
from yinfa.diagnostics import Origin, Report, Severity
from yinfa.model.load import load_plan


def test_values_know_their_place(tmp_path: Path) -> None:
    """File, line and column, as an editor counts them."""
    identity = good_plan(tmp_path).identity
    assert (identity.title, identity.title.origin) == ("某县质量强县规划", Origin(f"{SHOWN}/plan.yaml", 2, 8))
    assert identity.periods[1].name.origin == Origin(f"{SHOWN}/plan.yaml", 7, 24)
    assert identity.documents[0].text.origin == Origin(f"{SHOWN}/plan.yaml", 16, 11)


def test_numbers_and_truths_are_typed(tmp_path: Path) -> None:
    """YAML guesses nothing; the model does the reading."""
    identity = good_plan(tmp_path).identity
    assert (identity.periods[0].start, identity.periods[1].end, identity.sample) == (2006, 2015, True)
    assert identity.documents[0].year is None


def test_a_plan_is_no_sample_unless_it_says_so(tmp_path: Path) -> None:
    """Nothing is stamped 样例 by accident."""
    assert good_plan(tmp_path, ("plan.yaml", "sample: true\n", "")).identity.sample is False


def test_a_unit_is_found_by_id_short_and_full_name(tmp_path: Path) -> None:
    """Whichever of them a table uses."""
    registry = good_plan(tmp_path).registry
    assert {registry.find(name) for name in ("zhijian", "县质监局", "某县质量技术监督局")} == {registry.units[0]}
    assert registry.find("质监局") is None


def test_a_name_that_went_over_is_that_of_the_unit_which_had_it_in_the_year(tmp_path: Path) -> None:
    """The first of them where no year is asked for, or nobody had it."""
    renamed: Change = (
        "units.yaml",
        "short: 县质监局, level: bureau}",
        (
            "short: 县质监局, level: bureau, since: 2002, until: 2013, successor: xin}\n"
            "  - {id: xin, name: 某县质量监督管理局, short: 县质监局, level: bureau, since: 2014}"
        ),
    )
    registry = good_plan(tmp_path, renamed).registry
    old, new, *_ = registry.units
    assert [registry.find("县质监局", year) for year in (2013, 2014, 2000, None)] == [old, new, old, old]
    assert registry.find("某县质量监督管理局", 2013) is new
    assert [registry.in_order(["县质监局"], year) for year in (2013, 2014)] == [(old,), (new,)]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("place: 某县\n", "", "plan.yaml:1:1: 错误[yaml-missing] 缺少“place”"),
        ("place: 某县", "place: 某县\nscope: 全县", "plan.yaml:4:1: 错误[yaml-extra-forbidden] 不认识的键“scope”"),
        ("place: 某县", "place:", "plan.yaml:3:1: 错误[yaml-blank] “place”是空的"),
        ("place: 某县", "place: [某县]", "plan.yaml:3:8: 错误[yaml-string-type] “place”应是一段文字"),
        (
            "status: 印发稿",
            "status: 印法稿",
            "plan.yaml:11:9: 错误[yaml-literal-error] “status”的值“印法稿”不在可选范围内",
        ),
        ("end: 2010", "end: 二〇一〇", "plan.yaml:6:49: 错误[yaml-value-error] “end”：“二〇一〇”不是数"),
        ("end: 2010", "end: 20100", "plan.yaml:6:49: 错误[yaml-less-than-equal] “end”不能大于 2099"),
        ("start: 2006", "start: 206", "plan.yaml:6:38: 错误[yaml-greater-than-equal] “start”不能小于 1949"),
        (
            "sample: true",
            "sample: yes",
            "plan.yaml:12:9: 错误[yaml-value-error] “sample”：“yes”应写作是（true）或否（false）",
        ),
        ("date: 2011-11", "date: 2011.11", "plan.yaml:10:7: 错误[yaml-pattern] “date”的值“2011.11”不合写法"),
        ("date: 2011-11", "date: 2011-13", "plan.yaml:10:7: 错误[yaml-pattern] “date”的值“2011-13”不合写法"),
        ("date: 2011-11", "date: 2011-00", "plan.yaml:10:7: 错误[yaml-pattern] “date”的值“2011-00”不合写法"),
        ("date: 2011-11", "date: 2011年13月", "plan.yaml:10:7: 错误[yaml-pattern] “date”的值“2011年13月”不合写法"),
        ("    text: text/plan.yaml\n", "", "plan.yaml:14:11: 错误[kind-needs] 规划（plan）缺少“text”"),
    ],
)
def test_a_fault_is_told_in_chinese_at_its_place(tmp_path: Path, old: str, new: str, said: str) -> None:
    """One line each, and nothing else is said of the rest."""
    assert only_fault(tmp_path, ("plan.yaml", old, new)) == said


LEVELS = "可用的有：office 办公室、bureau 部门、town 乡镇街道、company 企业、group 单位组"


@pytest.mark.parametrize(
    ("change", "hint"),
    [
        (("units.yaml", "level: bureau", "level: burea"), f"是否指“bureau”？{LEVELS}"),
        (("units.yaml", "level: bureau", "level: 局"), LEVELS),
        (("units.yaml", "level: bureau", "level: 乡镇"), f"是否指“town”？{LEVELS}"),
        (
            ("plan.yaml", "government: county", "government: 县级市"),
            "是否指“county-city”？可用的有：county 县、county-city 县级市、district 区、prefecture-city 地级市",
        ),
        (("plan.yaml", "status: 印发稿", "status: 草案"), "可用的有：征求意见稿、送审稿、印发稿"),
        (("plan.yaml", "place: 某县", "palce: 某县"), "请检查拼写，或删去这一项。是否指“place”？"),
    ],
)
def test_a_wrong_word_gets_the_nearest_one(tmp_path: Path, change: Change, hint: str) -> None:
    """Be it a choice or a key."""
    assert hint in hints(write_plan(tmp_path, change))


def test_periods_that_are_no_list_are_refused(tmp_path: Path) -> None:
    """With the way to write a list."""
    change = ("plan.yaml", 'period: "12-5"', 'sources: 年鉴\nperiod: "12-5"')
    assert only_fault(tmp_path, change) == "plan.yaml:8:10: 错误[yaml-tuple-type] “sources”应是列表"


def test_a_list_that_must_hold_something_does(tmp_path: Path) -> None:
    """A plan without a paper issues nothing."""
    papers = "documents:\n  - kind: plan\n    title: 某县质量强县规划\n    text: text/plan.yaml\n"
    assert "“documents”至少要有一项" in only_fault(tmp_path, ("plan.yaml", papers, "documents: []\n"))


def test_a_title_longer_than_word_can_keep_is_refused(tmp_path: Path) -> None:
    """The properties of a DOCX take 255 characters."""
    said = only_fault(tmp_path, ("plan.yaml", "    title: 某县质量强县规划", f"    title: {'长' * 256}"))
    assert said == "plan.yaml:15:12: 错误[yaml-string-too-long] “title”有 256 个字，不能超过 255 个"


def test_a_full_width_year_is_read_with_a_notice(tmp_path: Path) -> None:
    """At its place (case 18)."""
    report = Report()
    plan = load_plan(write_plan(tmp_path, ("plan.yaml", "end: 2010", "end: ２０１０")), SHOWN, report)
    assert plan is not None
    assert plan.identity.periods[0].end == 2010
    (said,) = report
    assert (said.severity, said.code) == (Severity.NOTICE, "number-form")
    assert str(said.origin) == f"{SHOWN}/plan.yaml:6:49"


def test_a_paper_bears_the_title_of_the_plan_unless_it_has_its_own(tmp_path: Path) -> None:
    """One title to change."""
    unnamed = ("plan.yaml", "    title: 某县质量强县规划\n", "")
    other = ("plan.yaml", "title: 某县质量强县规划", "title: 某县规划")
    (paper,) = good_plan(tmp_path, unnamed, other).papers()
    assert (paper.title, paper.title.origin) == ("某县规划", Origin(f"{SHOWN}/plan.yaml", 2, 8))
    assert good_plan(tmp_path, other).papers()[0].title == "某县质量强县规划"


@pytest.mark.parametrize(
    ("written", "date", "day"),
    [
        ("2011年11月", "2011-11", "2011-11-01"),
        ("2011年1月", "2011-01", "2011-01-01"),
        ("2011年11月5日", "2011-11-05", "2011-11-05"),
    ],
)
def test_a_date_may_be_written_in_chinese(tmp_path: Path, written: str, date: str, day: str) -> None:
    """And is kept with dashes, at its place."""
    identity = good_plan(tmp_path, ("plan.yaml", "date: 2011-11", f"date: {written}")).identity
    assert (identity.date, identity.day) == (date, day)
    assert identity.date.origin == Origin(f"{SHOWN}/plan.yaml", 10, 7)


@pytest.mark.parametrize(("written", "sample"), [("是", True), ("否", False)])
def test_yes_and_no_may_be_chinese(tmp_path: Path, written: str, sample: bool) -> None:
    """As everything else is."""
    assert good_plan(tmp_path, ("plan.yaml", "sample: true", f"sample: {written}")).identity.sample is sample
