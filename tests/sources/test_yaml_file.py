"""A YAML file becomes a tree of texts that know their places; what is wrong is told all at once."""

import copy
from pathlib import Path

import pytest

from tests.growth import assert_in_proportion
from yinfa.diagnostics import Diagnostic, Origin, Report, Severity
from yinfa.sources.text import Text
from yinfa.sources.yaml_file import Mapping, Sequence, parse_yaml, read_yaml

PLAN = """\
title: 质量强市规划  # 名称
years: 2011-2015
units: [市场监管局, '发改局']
tasks:
  - id: t1
    text: |
      第一段：a:1 #不是注释
      　　第二段 {{ year }}
    note: >
      其中：一
      二
    quoted: "a：b #c {{x}}"
  - id: t2
    text: 推进{{ year }}年工作，比例 5:30，见 http://x.cn/a#b
    empty:
"""


def parse(text: str) -> tuple[Mapping | None, list[Diagnostic]]:
    """Return the tree of a text, and all diagnostics."""
    report = Report()
    return parse_yaml(text, "p.yaml", report), list(report)


def told(text: str) -> list[str]:
    """Return `line:column code` of all diagnostics."""
    return [str(each.origin).removeprefix("p.yaml:") + " " + each.code for each in parse(text)[1]]


def test_ordinary_yaml_is_read_without_a_word() -> None:
    tree, found = parse(PLAN)
    assert found == []
    assert tree == {
        "title": "质量强市规划",
        "years": "2011-2015",
        "units": ["市场监管局", "发改局"],
        "tasks": [
            {
                "id": "t1",
                "text": "第一段：a:1 #不是注释\n　　第二段 {{ year }}",
                "note": "其中：一 二",
                "quoted": "a：b #c {{x}}",
            },
            {"id": "t2", "text": "推进{{ year }}年工作，比例 5:30，见 http://x.cn/a#b", "empty": None},
        ],
    }


def test_every_key_value_and_collection_knows_its_line_and_column() -> None:
    tree, _ = parse(PLAN)
    assert tree is not None
    units, tasks = tree["units"], tree["tasks"]
    assert isinstance(units, Sequence)
    assert isinstance(tasks, Sequence)
    task, bureau, title = tasks[1], units[1], tree["title"]
    assert isinstance(task, Mapping)
    assert isinstance(bureau, Text)
    assert isinstance(title, Text)
    places = tree.origin, title.origin, units.origin, bureau.origin, task.origin, task.keys_at["empty"]
    assert [(place.line, place.column) for place in places] == [
        (1, 1),
        (1, 8),
        (3, 8),
        (3, 16),
        (13, 5),
        (15, 5),
    ]
    assert {place.file for place in places} == {"p.yaml"}


def test_columns_count_characters_behind_rare_ones_too() -> None:
    assert told("a: 𠮷🙂 #x\n") == ["1:7 yaml-comment"]


def test_a_deep_copy_keeps_the_places() -> None:
    tree, _ = parse(PLAN)
    again = copy.deepcopy(tree)
    assert tree is not None
    assert again == tree
    assert again.keys_at == tree.keys_at


def test_all_faults_of_a_file_are_told_in_order_of_place() -> None:
    text = 'a: 1\nb：2\nc:\n\u3000d: 4\ne: {{x}}年\nf: g: h\na: 5\ni: &x 1\nj: @k\nl: "\\d"\nm: n\u200b\n'
    assert told(text) == [
        "2:2 yaml-colon",
        "4:1 yaml-indent",
        "5:4 yaml-quote",
        "6:5 yaml-quote",
        "7:1 yaml-duplicate",
        "8:4 yaml-mark",
        "9:4 yaml-quote",
        "10:5 yaml-quote",
        "11:5 character",
    ]


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("a: [1, 2\nb: 3\n", "1:4", "括号没有配对"),
        ('a: "甲\nb: 乙\n', "1:4", "引号没有配对"),
        ("a: '甲'乙\n", "1:7", "引号后面还有文字"),
        ("a: 1\n甲乙\nb: 2\n", "2:1", "既不是“键: 值”"),
        ("a: 1\n  b: 2\n", "2:4", "不该有冒号"),
        ("a: - b\n", "1:4", "另起一行"),
        ("a:\n  - b\n  c: 1\n", "3:3", "检查缩进"),
        ("  a: 1\nb: 2\n", "2:1", "比第一行还浅"),
        ("a:\n    b: 1\n  c: 2\n", "3:3", "左端对齐"),
        ("a: |\n\tb\n", "2:1", "制表符"),
        ('a: "\\xZZ"\n', "1:7", "转义"),
        ("%FOO\n---\na: 1\n", "1:1", "行首不能用“%”"),
        ("%YAML 2.0\n---\na: 1\n", "1:1", "“%YAML”"),
        ("甲乙\n", "1:1", "整个文件成了一段文字"),
        ("a:\n- b\n- c: 1\n  - d\n", "4:3", "左端对齐"),
        ("- a\nb: c\n", "2:1", "夹了别的内容"),
        ("'a b': |x\n", "1:8", "大于号"),
        ("a: [1,\n", "2:1", "括号没有配对"),
        ("'a b': ]\n", "1:8", "不能作文字的开头"),
        ("a: [& b]\n", "1:5", "不能作文字的开头"),
        ("a: [* b]\n", "1:5", "不能作文字的开头"),
        ("a: [!b!c d]\n", "1:5", "不能作文字的开头"),
        ("a: [@b]\n", "1:5", "不能作文字的开头"),
    ],
)
def test_what_cannot_be_mended_is_explained_in_chinese(text: str, place: str, words: str) -> None:
    _, found = parse(text)
    assert [str(each.origin) for each in found] == [f"p.yaml:{place}"]
    assert words in found[0].message + found[0].hint
    assert not any(letters in str(found[0]) for letters in ("expected", "found", "while"))


@pytest.mark.parametrize("value", ["@a", "`a`", "%a", "|a", ">5", ">= 5", ", a", "*重点*", "& 甲", "!甲 乙", "] a"])
def test_a_text_that_begins_with_a_sign_of_yaml_is_to_be_quoted(value: str) -> None:
    tree, found = parse(f"a: {value}\nb: 1\n")
    assert {each.code for each in found} <= {"yaml-quote", "yaml-mark"}
    assert found
    assert all("加引号" in each.hint and each.severity is Severity.FAULT for each in found)
    assert tree is not None
    assert tree["b"] == "1"


@pytest.mark.parametrize("comment", ["  # 注", "  #", "   ## 注", "\t # 注"])
def test_a_comment_set_off_by_two_spaces_is_one(comment: str) -> None:
    assert told(f"a: 甲{comment}\n") == []


@pytest.mark.parametrize("lost", [" #1", " # 1", "  #1"])
def test_a_comment_that_may_be_text_cut_off_is_warned_of(lost: str) -> None:
    _, found = parse(f"a: 甲{lost}\n")
    assert [(each.code, each.severity) for each in found] == [("yaml-comment", Severity.WARNING)]


@pytest.mark.parametrize("text", ["a: '~'\n", "a: ''\n", 'a: "null"\n'])
def test_a_quoted_text_is_never_missing(text: str) -> None:
    tree, found = parse(text)
    assert tree is not None
    assert isinstance(tree["a"], Text)
    assert found == []


def test_collections_and_aliases_cannot_be_keys() -> None:
    assert told("? [a, [b]]\n: c\n{d: e}: f\ng: h\n")[0] == "1:3 yaml-key"
    assert told("*a : b\n") == ["1:1 yaml-mark", "1:1 yaml-key"]


def test_a_missing_file_and_a_folder_are_faults(tmp_path: Path) -> None:
    report = Report()
    assert read_yaml(tmp_path / "no.yaml", "no.yaml", report) is None
    assert read_yaml(tmp_path, "folder", report) is None
    assert [(each.code, each.message, each.origin) for each in report] == [
        ("file", "找不到文件", Origin("no.yaml")),
        ("file", "不是文件", Origin("folder")),
    ]


def test_no_more_than_a_hundred_troubles_are_listed() -> None:
    _, found = parse("a:\n" + "- &x 1\n" * 1000)
    assert len(found) == 102
    assert "以下未再检查" in found[-1].message


def test_twice_the_tasks_are_twice_the_work() -> None:
    task = "  - id: t\n    title: 推进质量强市建设工作\n    units: [甲, 乙]\n    text: |\n      其中：内容\n"
    assert_in_proportion(lambda tasks: lambda: parse("tasks:\n" + task * tasks), 50)


@pytest.mark.parametrize(
    ("text", "place", "hint", "tree"),
    [
        ("a: {{ x }}年\n", "1:4", "给整段文字加单引号，如 '{{ target(\"指标名称\") }}……'", "{{ x }}年"),
        ("a:\n  -\t甲\n", "2:4", "“-”后面改用一个空格", ["甲"]),
        ("a:\n  - 甲\n  -乙\n", "3:3", "写作“- 文字”；若是文字里的连接号，给整段加单引号", ["甲", "乙"]),
        ("a:\n  -甲\n  - 乙\n", "2:3", "写作“- 文字”；若是文字里的连接号，给整段加单引号", ["甲", "乙"]),
        ("a:\n  -b: 甲\n", "2:3", "写作“- 文字”；若是文字里的连接号，给整段加单引号", [{"b": "甲"}]),
    ],
)
def test_a_hint_shows_how_to_write_it(text: str, place: str, hint: str, tree: object) -> None:
    found_tree, found = parse(text)
    assert [(str(each.origin), each.hint) for each in found] == [(f"p.yaml:{place}", hint)]
    assert found_tree == {"a": tree}


def test_every_item_of_a_list_knows_its_line_though_it_be_empty() -> None:
    tree, _ = parse("a:\n  - 甲\n  -\n  - 乙\n")
    assert tree is not None
    assert isinstance(tree["a"], Sequence)
    assert [place.line for place in tree["a"].items_at] == [2, 3, 4]
