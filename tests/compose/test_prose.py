"""Prose: its words escaped, its facts looked up, its troubles told in Chinese where it stands."""

from pathlib import Path

import pytest

from tests.plans import good_plan
from yinfa.compose.prose import Prose
from yinfa.compose.results.facts import facts_of
from yinfa.diagnostics import Origin, Report
from yinfa.sources.text import Text

PLACE = Origin("text/plan.yaml", 3, 5)


def rendered(folder: Path, prose: str) -> tuple[str, list[str]]:
    """Return the markup of a piece of prose, and what is said of it."""
    report, plan = Report(), good_plan(folder)
    markup = Prose(facts_of(plan, plan.papers()[0]), report)(Text(prose, PLACE))
    assert all(each.origin == PLACE for each in report)
    return str(markup), [f"{each.code}: {each.message} ({each.hint})" for each in report]


def test_words_are_escaped_with_and_without_facts(tmp_path: Path) -> None:
    """A `<` in data is a `<` on paper."""
    assert rendered(tmp_path, "A&B<c>") == ("A&amp;B&lt;c&gt;", [])
    assert rendered(tmp_path, "A&B<c>{{ 1 }}") == ("A&amp;B&lt;c&gt;1", [])


def test_a_text_given_to_print_is_escaped(tmp_path: Path) -> None:
    """Only facts bring markup along."""
    assert rendered(tmp_path, '{{ "<b>" }}') == ("&lt;b&gt;", [])


def test_sums_are_allowed(tmp_path: Path) -> None:
    """Prose is a template."""
    assert rendered(tmp_path, "共{{ 1 + 2 }}项") == ("共3项", [])


@pytest.mark.parametrize(
    "prose",
    [
        '{ target("产品抽查合格率") }}',
        '{target("产品抽查合格率")}',
        '｛｛ target("产品抽查合格率") ｝｝',
        '合格率{{ target("产品抽查合格率") }}，噪声{{ target("噪声") }',
        "{% for n in range(9) %}{{ n }}{% endfor %}",
    ],
)
def test_braces_that_call_nothing_are_never_printed(tmp_path: Path, prose: str) -> None:
    said = '花括号不成对，或是全角的 (写作 {{ target("指标名称") }}：两个半角花括号，前后成对)'
    assert rendered(tmp_path, prose) == ("", [f"prose-braces: {said}"])


@pytest.mark.parametrize(("name", "measure"), [("产品抽查合格率", "%"), ("噪声", "分贝")])
def test_a_measure_typed_behind_the_one_that_is_printed_is_found(tmp_path: Path, name: str, measure: str) -> None:
    _, said = rendered(tmp_path, f'{{{{ target("{name}") }}}}{measure}以上')
    hint = f"数字后的“{measure}”由程序填上，删去花括号后面的“{measure}”"
    assert said == [f"measure-twice: 计量单位“{measure}”重复 ({hint})"]


def test_a_fact_named_without_brackets_is_told(tmp_path: Path) -> None:
    _, said = rendered(tmp_path, "合格率{{ target }}")
    assert said == ["prose-not-printable: 这里只写了函数名，后面缺括号和名称 (只能印文字和数字)"]


@pytest.mark.parametrize(
    ("prose", "said"),
    [
        ('{{ target("合格率") }}', "prose-fact-unknown: 时期“12-5”没有指标“合格率” (是否指“产品抽查合格率”？)"),
        ('{{ targt("合格率") }}', "prose-name-unknown: 花括号内不认识“targt” (是否指“target”？)"),
        (
            "{{ year }}",
            (
                "prose-name-unknown: 花括号内不认识“year” (可用的有：target、actual、count、total、opening、deadline、"
                "ref、rate、pace、change、difference)"
            ),
        ),
        ('{{ target("合格率" }}', 'prose-syntax: 花括号内写法有误“}” (写作 {{ target("指标名称") }}，符号用半角)'),
        ("{{ target（“合格率”） }}", "prose-syntax: 花括号内写法有误"),
        ('{{ target("quality", yr=2010) }}', "prose-call: 花括号内的参数不对“yr”"),
        ("{{ None }}", "prose-not-printable: 这里没有值可印（None） (只能印文字和数字)"),
        ("{{ [1] }}", "prose-not-printable: 这里印的不是文字或数字，而是 list"),
        ("{{ 1 / 0 }}", "prose-value: 花括号内算不出结果 (核对算式)"),
        ("{{ 1.5 }}", "prose-not-printable: 这里印的不是文字或数字，而是 float"),
        ('{{ "\\u202e" }}', "prose-not-printable: 花括号内含有改变文字方向的控制符 U+202E"),
        ('{{ "\\x07" }}', "prose-not-printable: 花括号内含有控制字符 U+0007"),
        ('{{ "\\ud800" }}', "prose-not-printable: 花括号内含有半个字符（孤立代理码） U+D800"),
        ("{{ target.__self__ }}", "prose-unsafe: 花括号内不许取用“__self__”"),
        ("{% include 'x' %}", "prose-"),
    ],
)
def test_a_trouble_is_told_in_chinese_at_the_prose(tmp_path: Path, prose: str, said: str) -> None:
    """No word of Jinja's English is left over, and nothing is printed."""
    markup, found = rendered(tmp_path, prose)
    assert markup == ""
    (only,) = found
    assert only.startswith(said)
    assert " is " not in only
    assert "expected" not in only


@pytest.mark.parametrize("words", ["甲{#乙#}丙", "甲{#乙", '{#甲#}{{ count("项目") }}'])
def test_there_are_no_comments_in_prose(tmp_path: Path, words: str) -> None:
    """What stands between {# and #} is not lost silently."""
    _, (said,) = rendered(tmp_path, words)
    assert said.startswith("prose-braces")
