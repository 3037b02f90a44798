"""The refer pass: references say what they refer to, wherever they stand."""

import pytest

from tests.compose.composing import STYLE, document_of
from yinfa.compose.number import number
from yinfa.compose.refer import labels_of, refer
from yinfa.diagnostics import Origin, Report
from yinfa.document.tree import (
    Attachments,
    Block,
    Box,
    Break,
    Cell,
    Figure,
    Heading,
    Inlines,
    ListBlock,
    ListItem,
    Paragraph,
    Ref,
    RunIn,
    Section,
    Table,
    Text,
)
from yinfa.document.walk import blocks_of, map_inlines, text_of

WORDS = (Text("甲"),)
RUN_IN = (RunIn("甲。"), Text("乙"))


def referred(*blocks: Block) -> tuple[list[Block], list[str]]:
    """Return the blocks with their references written, and what is said."""
    report = Report()
    document = refer(number(document_of(Section("body", blocks)), STYLE.numbering), STYLE.numbering, report)
    return list(blocks_of(document)), [str(each) for each in report]


def cited(target: str, *blocks: Block) -> str:
    """Return how `target` is called in a paragraph before these blocks."""
    found, said = referred(Paragraph((Ref(target),)), *blocks)
    assert said == []
    assert isinstance(found[0], Paragraph)
    return text_of(found[0].children)


def test_tables_boxes_and_figures_are_cited_by_their_ordinals() -> None:
    """Also when they stand further down."""
    blocks = (Table("t", WORDS, (), (), ()), Box("b", WORDS, ()), Figure("f", WORDS, b"", ""))
    assert [cited(target, *blocks) for target in "tbf"] == ["表1", "专栏1", "图1"]


def test_a_heading_is_cited_with_those_above_it() -> None:
    """第二部分第一节第1条, as one says it."""
    blocks = (Heading("", 1, WORDS), Heading("", 1, WORDS), Heading("s", 2, WORDS), Heading("a", 3, WORDS))
    assert cited("s", *blocks) == "第二部分第一节"
    assert cited("a", *blocks) == "第二部分第一节第1条"


def test_an_annex_is_cited_by_its_mark() -> None:
    """附件 alone, or 附件2."""
    annexes = (Heading("x", 1, WORDS, "annex"), Heading("y", 1, WORDS, "annex"))
    assert (cited("x", annexes[0]), cited("y", *annexes)) == ("附件", "附件2")


def test_a_heading_inside_an_annex_is_cited_with_it() -> None:
    """附件1第一部分."""
    annexes = (Heading("x", 1, WORDS, "annex"), Heading("h", 1, WORDS), Heading("y", 1, WORDS, "annex"))
    assert cited("h", Heading("", 1, WORDS), *annexes) == "附件1第一部分"


def test_an_article_numbered_through_is_cited_without_its_chapter() -> None:
    """第（三）条, and what is below it."""
    blocks = (Heading("", 1, WORDS), Heading("", 2, WORDS), Heading("a", 2, RUN_IN, "run-in"), Heading("b", 3, WORDS))
    document = number(document_of(Section("body", blocks, through=2)), STYLE.numbering)
    labels = labels_of(document, STYLE.numbering, Report())
    assert (labels["a"], labels["b"]) == ("第（二）条", "第（二）条第1条")


def test_a_paper_that_follows_another_is_cited_by_its_own_ordinals() -> None:
    """Whatever stands before it."""
    sections = (Section("body", (Heading("", 1, WORDS),)), Section("body", (Heading("h", 1, WORDS),), opens=True))
    labels = labels_of(number(document_of(*sections), STYLE.numbering), STYLE.numbering, Report())
    assert labels["h"] == "第一部分"


def test_a_reference_to_what_has_no_ordinal_is_told() -> None:
    """A table without a caption."""
    _, (said,) = referred(Paragraph((Ref("t"),), origin="f:1:1"), Table("t", (), (), (), ()))
    message, hint = said.split("\n")
    assert message == 'f:1:1: 错误[ref-unnumbered] ref("t") 指的没有序号：没有表题的表、不编号的标题'
    assert hint == "    改法：给它写上表题（caption），或引用它所在的附件、标题"


def test_references_are_written_wherever_words_stand() -> None:
    """In headings, items, boxes, captions, cells and notes."""
    ref = (Ref("t"),)
    item = ListBlock("dash", (ListItem(ref),))
    table = Table("t", ref, (1,), ((Cell(ref),),), (((Cell(ref),),),), (Paragraph(ref, "note"),))
    found, said = referred(
        Heading("h", 1, ref), item, Box("b", ref, (Paragraph(ref), item)), table, Figure("f", ref, b"", "")
    )
    assert said == []
    texts: list[str] = []

    def note(children: Inlines) -> Inlines:
        texts.append(text_of(children))
        return children

    for block in found:
        map_inlines(block, note)
    assert texts == ["表1"] * 10


def test_a_reference_that_leads_nowhere_is_told_at_its_own_place() -> None:
    """With the ids that may have been meant."""
    item = ListBlock("dash", (ListItem((Ref("tabel", origin="text/plan.yaml:3:5"),)),))
    _, said = referred(item, Table("table", WORDS, (), (), ()))
    assert said == [
        'text/plan.yaml:3:5: 错误[ref-unknown] ref("tabel") 没有对应的图表、专栏、标题或附件\n    改法：是否指“table”？'
    ]


def test_an_id_given_twice_is_told() -> None:
    """At the second place."""
    _, said = referred(Box("b", WORDS, (), origin="f:1:1"), Table("b", WORDS, (), (), (), origin="f:2:1"))
    assert [line.split("\n")[0] for line in said] == ["f:2:1: 错误[id-twice] 标识 id“b”重复"]


# --- annexes by their titles ------------------------------------------------------------


def test_an_annex_is_cited_by_its_title_too() -> None:
    """By the number that 附件说明 gives it, as a link to where it stands; the lines of its title do not matter."""
    annex = Heading("", 1, (Text("甲意见"), Break(), Text("反馈表")), "annex", number=2)
    announced = Attachments(((Text("甲规划"),), (Text("甲意见反馈表"),)))
    (text, *_), said = referred(Paragraph((Ref("甲意见反馈表"),)), announced, annex)
    assert said == []
    assert isinstance(text, Paragraph)
    assert text.children == (Ref("annex-2", "附件2"),)


def test_an_annex_bound_apart_is_cited_without_a_link() -> None:
    """It stands in no page of this file."""
    announced = Attachments(((Text("甲规划"),), (Text("反馈表"),)))
    (text, *_), said = referred(
        Paragraph((Text("见"), Ref("甲规划"))), announced, Heading("x", 1, WORDS, "annex", number=2)
    )
    assert said == []
    assert isinstance(text, Paragraph)
    assert text.children == (Text("见"), Text("附件1"))


def test_the_only_annex_is_cited_without_a_number() -> None:
    assert cited("反馈表", Attachments(((Text("反馈表"),),))) == "附件"


def test_an_annex_that_is_not_announced_is_cited_by_its_mark() -> None:
    """As in a plan, whose list of contents names its annexes."""
    annexes = [Heading("", 1, (Text(words),), "annex") for words in ("指标表", "项目表")]
    assert cited("项目表", *annexes) == "附件2"


def test_a_paper_speaks_of_its_own_annexes() -> None:
    """What another paper in the same file announces is unknown in it."""
    report = Report()
    own = Section("body", (Paragraph((Ref("反馈表"),)),))
    other = Section("body", (Attachments(((Text("反馈表"),),)),), opens=True)
    refer(number(document_of(own, other), STYLE.numbering), STYLE.numbering, report)
    assert [each.code for each in report] == ["ref-unknown"]


def test_a_misspelt_title_is_told_with_the_nearest() -> None:
    _, (said,) = referred(Paragraph((Ref("意见返馈表"),)), Attachments(((Text("意见反馈表"),),)))
    assert "是否指“意见反馈表”" in said


def test_the_place_of_a_fault_is_taken_apart() -> None:
    """Of a line or a cell, for whoever reads the report by machine."""
    report = Report()
    refer(document_of(Section("body", (Paragraph((Ref("x", origin="a/b.yaml:3:7"),)),))), STYLE.numbering, report)
    assert [each.origin for each in report] == [Origin("a/b.yaml", 3, 7)]


@pytest.mark.parametrize(
    "origin",
    [
        Origin("a b/c.yaml", 3, 7),
        Origin("a/b.xlsx", sheet="指标", cell="H12"),
        Origin("b.xlsx", sheet="甲!乙"),
        Origin("p"),
    ],
)
def test_a_place_is_read_back_as_it_was(origin: Origin) -> None:
    assert Origin.parse(str(origin)) == origin


def test_no_place_is_none() -> None:
    assert Origin.parse("") is None
