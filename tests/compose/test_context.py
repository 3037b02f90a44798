"""What templates may call: places, dates, and the tables' own questions."""

from pathlib import Path

import pytest

from tests.plans import good_plan
from yinfa.compose.context import Tables, at, choice_lines, han_date, id_attribute
from yinfa.diagnostics import Origin, Report
from yinfa.model.forms import FormField
from yinfa.model.walk import each_of
from yinfa.model.words import RunInText, TableBlock
from yinfa.sources.text import Text


def tables(folder: Path) -> Tables:
    """Return the table functions of the small plan."""
    plan = good_plan(folder)
    return Tables(plan, plan.papers()[0], Report())


def test_a_text_says_where_it_stands() -> None:
    """One with a run-in heading where that stands; other words nowhere."""
    text = Text("甲", Origin('a"b.yaml', 1, 2))
    assert at(text) == at(RunInText(runin=text, text=text)) == 'at="a&#34;b.yaml:1:2"'
    assert at("甲") == ""


def test_an_id_is_an_attribute_only_where_there_is_one() -> None:
    """And is escaped."""
    assert (id_attribute("a"), id_attribute(None), id_attribute('"')) == ('id="a"', "", 'id="&#34;"')


@pytest.mark.parametrize(
    ("date", "printed"),
    [("2011-11", "二〇一一年十一月"), ("2011-11-05", "二〇一一年十一月五日"), ("2020-02-29", "二〇二〇年二月二十九日")],
)
def test_a_date_is_printed_in_han(date: str, printed: str) -> None:
    """As a cover writes it."""
    assert han_date(date) == printed


def test_what_may_be_chosen_is_set_on_as_many_lines_as_it_needs() -> None:
    """A square is never parted from its word; a word too long for any line has one of its own."""

    def text(words: str) -> Text:
        return Text(words, Origin("f.yaml"))

    def lines(*choices: str) -> list[str]:
        field = FormField.model_construct(label=text("类别"), choices=tuple(text(each) for each in choices))
        return ["/".join(line) for line in choice_lines(field)]

    assert lines("机关", "企业") == ["机关/企业"]
    ten, most = "十" * 10, "十" * 13
    assert lines(ten, most, "个人") == [f"{ten}/{most}", "个人"]
    assert lines(ten, f"{most}四") == [ten, f"{most}四"]
    assert lines("长" * 40, "个人") == ["长" * 40, "个人"]
    assert lines() == []


def test_a_table_is_grouped_by_runs_of_one_group(tmp_path: Path) -> None:
    """Each group knows how many rows it fills."""
    plan = good_plan(tmp_path)
    first = next(each_of(TableBlock, plan.words["text/plan.yaml"]))
    groups = tables(tmp_path).groups(first)
    assert [(group.name, group.rows, len(group.indicators)) for group in groups] == [("产品", 3, 2), ("环境", 2, 1)]


def test_a_table_prints_the_latest_result_or_says_that_there_is_none(tmp_path: Path) -> None:
    """Never a blank."""
    plan = good_plan(tmp_path)
    quality, _, emission = plan.listed()
    (past,) = plan.listed("11-5")
    ask = tables(tmp_path).achieved
    assert ">91.25<" in ask(past, past.parts[0])
    assert ">—<" in ask(emission, emission.parts[0])
    assert ">未填报<" in ask(quality, quality.parts[0])


def test_a_target_in_a_table_carries_its_operator(tmp_path: Path) -> None:
    """And its cell."""
    quality = good_plan(tmp_path).listed()[0]
    printed = tables(tmp_path).target(quality.parts[0])
    assert printed == '<data value="92" at="data/xian/indicators.xlsx!指标!L2">≥92</data>'
