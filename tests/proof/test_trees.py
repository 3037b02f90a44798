"""Rules over the finished tree: ordinals, references, what is empty, what no face can print."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.proof.proving import heading, lines, plain, shown, table, tree_told
from tests.redheads import REDHEADS
from tests.specimen import specimen
from yinfa.document.tree import (
    Block,
    Box,
    Contents,
    Document,
    Entry,
    ListBlock,
    ListItem,
    Paragraph,
    Ref,
    Section,
    Text,
)
from yinfa.proof import TREE_RULES


def said(*texts: str) -> Document:
    """Return a paper of paragraphs, each from a line of its own."""
    return plain(*(Paragraph((Text(text),), origin=f"text/plan.yaml:{n}:1") for n, text in enumerate(texts, 1)))


def referring(target: str, words: str) -> Document:
    """Return a paper with a table and a reference from line 7."""
    return plain(table(2), Paragraph((Text("见"), Ref(target, words)), origin="text/plan.yaml:7:1"))


def box(ordinal: str, place: int) -> Box:
    """Return a box from a line of its file."""
    inner = (Paragraph((Text("各类工程。"),)),)
    return Box(f"box-{place}", (Text("工程"),), inner, ordinal=ordinal, origin=f"text/plan.yaml:{place}:1")


def ordered(*markers: str) -> ListBlock:
    """Return a list with these ordinals, its items from lines 1, 2 and so on."""
    items = (ListItem((Text("推进"),), marker, f"text/plan.yaml:{n}:1") for n, marker in enumerate(markers, 1))
    return ListBlock("ordered", tuple(items))


def listed(*entries: Entry) -> Document:
    """Return a paper with a list of contents and one heading."""
    paper = plain(heading("一、", "总体要求"), *lines(1))
    return replace(paper, sections=(Section("contents", (Contents("目录", 2, entries),)), *paper.sections))


def in_section(*blocks: Block) -> Callable[[], Document]:
    """Return what makes a paper of these blocks."""
    return lambda: plain(*blocks)


def in_contents(words: str) -> Callable[[], Document]:
    """Return what makes a paper whose only heading has these words, as its list of contents has."""

    def make() -> Document:
        paper = plain(heading("一、", words), *lines(1))
        contents = Contents("目录", 2, (Entry("h-1-1", 1, "一、", words),))
        return replace(paper, sections=(Section("contents", (contents,)), *paper.sections))

    return make


SPOILT: dict[str, tuple[tuple[str, Callable[[], Document], int], ...]] = {
    "empty-paragraph": (
        ("a paragraph", lambda: said("第一段。", "", "第三段。"), 2),
        ("of blanks", lambda: said("\u3000\u200b"), 1),
        ("an item", in_section(ListBlock("dash", (ListItem((Text(" "),), "——", "text/plan.yaml:4:1"),))), 4),
    ),
    "glyph": (
        ("a rare character", lambda: said("推进", "建设\U0002e9f5"), 2),
        ("in a cell", in_section(table(2, "建设\U0001f3ed")), 5),
        ("in a heading and the contents", in_contents("总体要\U0002e9f5求"), 9),
    ),
    "numbering": (
        ("a gap in headings", in_section(heading("一、", "甲"), heading("三、", "乙", number=3)), 9),
        ("a repeat in headings", in_section(heading("一、", "甲"), heading("一、", "乙")), 9),
        ("of another form", in_section(heading("1.", "甲")), 9),
        ("of another form twice", in_section(heading("第一章", "甲"), heading("第二章", "乙", number=2)), 9),
        ("a gap in boxes", in_section(box("专栏1", 3), box("专栏3", 4)), 4),
        ("a repeat in boxes", in_section(box("专栏1", 3), box("专栏1", 4)), 4),
        ("a gap typed in brackets", lambda: said("（1）甲。", "（3）乙。"), 2),
        ("a repeat typed", lambda: said("1.甲。", "1.乙。"), 2),
        ("a gap typed in Chinese", lambda: said("（一）甲。", "（二）乙。", "（四）丙。"), 3),
        ("typed without a first", lambda: said("2.甲。"), 1),
        ("a list that is numbered anew", in_section(ordered("1.", "2.", "1.")), 3),
    ),
    "table-head-only": (
        ("no rows", in_section(table(0)), 5),
        ("no groups", in_section(replace(table(0), groups=())), 5),
    ),
    "xref": (
        ("to nothing", lambda: referring("table-9", "表9"), 7),
        ("without words", lambda: referring("table-1", ""), 7),
        ("to another", lambda: referring("table-1", "表2"), 7),
        ("typed", in_section(table(2), Paragraph((Text("详见表3。"),), origin="text/plan.yaml:8:1")), 8),
        ("contents with other words", lambda: listed(Entry("h-1-1", 1, "一、", "总体目标")), 9),
    ),
}
CASES = [pytest.param(code, *each[1:], id=f"{code}: {each[0]}") for code, several in SPOILT.items() for each in several]
CLEAN: dict[str, Callable[[], Document]] = {
    **REDHEADS,
    "with every kind of node": specimen,
    "typed in two levels": lambda: said("1.甲。", "（1）子。", "（2）丑。", "2.乙。", "（1）寅。"),
    "figures that are no ordinals": lambda: said("2013.5万家。", "（2013年）", "1.5亿元。", "十二五、十三五。"),
    "1、 for level 3": in_section(heading("1、", "甲", 3), heading("2、", "乙", 3, number=2)),
    "a reference": lambda: referring("table-1", "表1"),
    "a table that another paper has": lambda: said("规划表3。"),
}


@pytest.mark.parametrize(("code", "make", "line"), CASES)
def test_what_is_spoilt_is_told_by_its_code_at_its_place(code: str, make: Callable[[], Document], line: int) -> None:
    told = tree_told(make())
    assert set(told) == {code}
    assert [place for place, _ in told[code]] == [f"text/plan.yaml:{line}:1"]


@pytest.mark.parametrize("code", [rule.code for rule in TREE_RULES])
def test_the_example_of_a_page_of_docs_is_what_a_spoilt_tree_is_told(code: str) -> None:
    assert shown(code) in {message for _, make, _ in SPOILT[code] for _, message in tree_told(make())[code]}


@pytest.mark.parametrize("make", CLEAN.values(), ids=CLEAN)
def test_nothing_is_told_of_a_clean_tree(make: Callable[[], Document]) -> None:
    assert tree_told(make()) == {}


def test_a_line_of_the_contents_that_leads_nowhere_is_told() -> None:
    """It has no place: the program made it."""
    told = tree_told(listed(Entry("h-9", 1, "九、", "附则")))
    assert [message for _, message in told["xref"]] == ["目录中的“附则”在正文里没有"]


@pytest.mark.parametrize("code", [rule.code for rule in TREE_RULES])
def test_each_rule_is_tried_on_two_spoilt_trees(code: str) -> None:
    assert len(SPOILT[code]) >= 2
