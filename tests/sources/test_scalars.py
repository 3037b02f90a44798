"""What a text becomes by the schema, and what it must not become."""

from datetime import date

import pytest

from yinfa.diagnostics import Origin, Report, Severity
from yinfa.sources.scalars import as_bool, as_date, as_decimal, as_integer, half_width
from yinfa.sources.text import Text


@pytest.mark.parametrize("text", ["0", "-3", "1.10", "0.0", "92", "1000000", "-0.5", "1" * 28])
def test_a_number_keeps_its_digits(text: str) -> None:
    report = Report()
    assert str(as_decimal(text, report)) == text
    assert list(report) == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "是空的"),
        ("1_000", "下划线"),
        ("1_000.5", "下划线"),
        ("012", "八进制"),
        ("-01.5", "八进制"),
        ("1e3", "科学记数法"),
        ("1.5E-3", "科学记数法"),
        (".nan", "留空或写“—”"),
        ("-.INF", "留空"),
        ("Infinity", "留空"),
        ("0x1F", "十进制"),
        ("5:30", "时刻或比例"),
        ("60-70", "区间"),
        ("60%～70%", "别的文字"),
        (".5", "缺数字"),
        ("5.", "缺数字"),
        ("+5", "加号"),
        ("1,23", "三位一分"),
        ("1.2万", "别的文字"),
        ("92%", "别的文字"),
        ("²", "不是数"),
        ("٣", "不是数"),
        ("甲", "不是数"),
        ("1" * 29, "超过 28 位"),
    ],
)
def test_what_could_mislead_is_no_number(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        as_decimal(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [("１２３", "123"), ("－９２．５", "-92.5"), ("1,234", "1234"), ("-12,345,678.90", "-12345678.90")],
)
def test_another_way_to_write_a_number_is_read_with_a_notice_at_its_place(text: str, number: str) -> None:
    report, here = Report(), Origin("a.yaml", 2, 3)
    assert str(as_decimal(Text(text, here), report)) == number
    assert [(each.severity, each.origin) for each in report] == [(Severity.NOTICE, here)]
    assert f"“{text}”" in next(iter(report)).message


@pytest.mark.parametrize("text", ["92%", "92 %", "92％", "92"])
def test_the_measure_may_stand_behind_its_number(text: str) -> None:
    assert as_decimal(text, measure="%") == as_decimal(text, measure="％") == 92


def test_another_measure_may_not() -> None:
    with pytest.raises(ValueError, match="别的文字"):
        as_decimal("92万元", measure="%")


def test_a_whole_number_has_no_fraction() -> None:
    assert (as_integer("12"), as_integer("12.0"), as_integer("1,200家", measure="家")) == (12, 12, 1200)
    with pytest.raises(ValueError, match="应是整数"):
        as_integer("12.5")


@pytest.mark.parametrize("text", ["2011-06-01", "2011年6月1日", "２０１１年６月１日"])
def test_a_day_is_written_in_one_of_two_ways(text: str) -> None:
    assert as_date(text) == date(2011, 6, 1)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2011-02-30", "没有这一天"),
        ("0000-01-01", "没有这一天"),
        ("2011-6-1", "不是日期"),
        ("40695", "不是日期"),
    ],
)
def test_no_other_day_is_guessed(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        as_date(text)


def test_only_true_and_false_in_either_language_are_yes_and_no() -> None:
    assert [as_bool(text) for text in ("true", "是", "false", "否")] == [True, True, False, False]
    for text in ("yes", "True", "on", "1", "对", ""):
        with pytest.raises(ValueError, match="应写作是（true）或否（false）"):
            as_bool(text)


def test_what_is_in_half_width_already_gets_no_notice() -> None:
    report = Report()
    assert half_width("质量（强市）92%", report) == "质量（强市）92%"
    assert list(report) == []


def test_a_refusal_quotes_no_more_than_twenty_characters() -> None:
    with pytest.raises(ValueError, match=r"^“甲{20}…”不是数$"):
        as_decimal("甲" * 10_000)
