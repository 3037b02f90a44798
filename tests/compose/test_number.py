"""The number pass: ordinals are consecutive, ids are there and unique."""

import re

from hypothesis import given
from hypothesis import strategies as st

from tests.compose.composing import STYLE, document_of
from tests.dump import dump
from yinfa.compose.number import number, write
from yinfa.compose.numerals import han
from yinfa.document.tree import (
    Attachments,
    Blank,
    Block,
    Box,
    Cell,
    Chart,
    Document,
    Figure,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    RunIn,
    Section,
    Table,
    Text,
)
from yinfa.document.walk import blocks_of

WORDS = (Text("甲"),)


def numbered(*blocks: Block) -> Document:
    """Return a numbered paper of these blocks."""
    return number(document_of(Section("body", blocks)), STYLE.numbering)


def heads(*levels: int) -> list[str]:
    """Return the ordinals of headings of these levels."""
    return [
        block.ordinal
        for block in blocks_of(numbered(*(heading(level) for level in levels)))
        if isinstance(block, Heading)
    ]


def heading(level: int) -> Heading:
    """Return a heading of this level."""
    return Heading("", level, WORDS)


def annex() -> Heading:
    """Return the heading of an annex."""
    return Heading("", 1, WORDS, "annex")


def test_each_level_has_its_own_form() -> None:
    """一、（一）1.（1） (rule 21)."""
    assert heads(1, 2, 3, 4) == ["一、", "（一）", "1.", "（1）"]


def test_a_level_begins_anew_under_a_higher_one() -> None:
    """And goes on after a lower one."""
    assert heads(1, 2, 2, 3, 2, 1, 2) == ["一、", "（一）", "（二）", "1.", "（三）", "二、", "（一）"]


def test_a_lone_annex_carries_no_number() -> None:
    """附件, not 附件1 (rule 27)."""
    assert [block.ordinal for block in blocks_of(numbered(annex())) if isinstance(block, Heading)] == ["附件"]


def test_several_annexes_are_numbered() -> None:
    """附件1, 附件2, across sections."""
    document = number(document_of(Section("body", (annex(),)), Section("landscape", (annex(),))), STYLE.numbering)
    assert [block.ordinal for block in blocks_of(document) if isinstance(block, Heading)] == ["附件1", "附件2"]


def test_a_plain_heading_has_an_id_and_no_ordinal() -> None:
    """And takes no number away from the others."""
    assert dump(numbered(heading(1), Heading("", 1, WORDS, "plain"), heading(1))).split("[body]\n")[1] == (
        "h1 #section-1 一、|甲\nh1.plain #plain-1 |甲\nh1 #section-2 二、|甲\n"
    )


def test_items_are_marked_also_inside_a_box() -> None:
    """—— or 1. 2. 3., each list anew."""
    lists = ListBlock("ordered", (ListItem(WORDS), ListItem(WORDS))), ListBlock("dash", (ListItem(WORDS),))
    document = numbered(*lists, Box("", WORDS, (*lists, Paragraph(WORDS))))
    assert dump(document).split("[body]\n")[1] == (
        "li 1.|甲\nli 2.|甲\nli ——|甲\nbox #box-1 专栏1|甲\n  li 1.|甲\n  li 2.|甲\n  li ——|甲\n  p.body 甲\n"
    )


def test_a_given_id_is_kept() -> None:
    """Others refer to it."""
    (block,) = blocks_of(numbered(Heading("goals", 1, WORDS)))
    assert isinstance(block, Heading)
    assert block.id == "goals"


def test_a_pattern_may_number_in_digits_or_in_han() -> None:
    """As styles/gbt9704.yaml says."""
    assert (write("第{han}条", 12), write("表{n}", 120)) == ("第十二条", "表120")


def ordinals(*sections: Section) -> list[str]:
    """Return the ordinals of the headings, boxes, tables and figures of a paper of these sections."""
    found = blocks_of(number(document_of(*sections), STYLE.numbering))
    return [block.ordinal for block in found if isinstance(block, (Heading, Box, Table, Figure))]


def test_articles_run_on_through_the_chapters() -> None:
    """（一）…（四）; what is below them begins anew (rule 21)."""
    blocks = [heading(level) for level in (1, 2, 2, 3, 1, 2, 3, 2)]
    assert ordinals(Section("body", tuple(blocks), through=2)) == (
        ["一、", "（一）", "（二）", "1.", "二、", "（三）", "1.", "（四）"]
    )


def test_a_run_in_heading_counts_like_any_other() -> None:
    """A task beside a heading."""
    assert ordinals(Section("body", (heading(1), Heading("", 1, (RunIn("甲。"),), "run-in")))) == ["一、", "二、"]


def test_headings_begin_anew_in_each_annex() -> None:
    """At the first level."""
    blocks = (heading(1), heading(2), annex(), heading(1), heading(2), annex(), heading(1))
    assert ordinals(Section("body", blocks)) == ["一、", "（一）", "附件1", "一、", "（一）", "附件2", "一、"]


def test_a_paper_that_follows_another_begins_anew_with_everything() -> None:
    """Also with its annexes, which are not those of the other."""
    blocks = (heading(1), annex(), Table("", WORDS, (), (), ()), Box("", WORDS, ()), Figure("", WORDS, b"", ""))
    once = ["一、", "附件", "表1", "专栏1", "图1"]
    assert ordinals(Section("body", blocks), Section("body", blocks, opens=True)) == once + once


def test_an_annex_keeps_the_number_it_was_given() -> None:
    """One between may be bound apart; 附件说明 says how many there are (rule 27)."""
    announced = Attachments((WORDS, WORDS, WORDS))
    assert ordinals(Section("body", (announced, annex(), Heading("", 1, WORDS, "annex", number=3)))) == (
        ["附件1", "附件3"]
    )
    assert ordinals(Section("body", (announced, annex()))) == ["附件1"]
    assert ordinals(Section("body", (Attachments((WORDS,)), annex()))) == ["附件"]


def test_a_table_without_a_caption_takes_no_number() -> None:
    """The heading above it says what it is."""
    tables = (Table("", (), (), (), ()), Table("", WORDS, (), (), ()))
    assert ordinals(Section("body", tables)) == ["", "表1"]


def test_blanks_are_named_one_by_one() -> None:
    """Through the whole file, wherever they stand."""
    cell = Cell((Blank("", "甲"),))
    table = Table("", (), (1,), (), (((cell,), (cell,)),))
    document = number(document_of(Section("body", (table,)), Section("body", (table,), opens=True)), STYLE.numbering)
    assert re.findall("blank-[0-9]+", dump(document)) == ["blank-1", "blank-2", "blank-3", "blank-4"]


TREES = st.lists(
    st.sampled_from(
        [
            *(heading(level) for level in (1, 2, 3, 4)),
            annex(),
            Attachments((WORDS,)),
            Heading("", 2, (RunIn("甲。"),), "run-in"),
            Heading("", 1, WORDS, "plain"),
            Table("", (), (), (), ()),
            Box("", WORDS, ()),
            Table("", WORDS, (), (), ()),
            Figure("", WORDS, b"", ""),
            Chart("", WORDS, "bars", (), (), ""),
        ]
    ),
    max_size=60,
)


HEADED = (Heading, Box, Table, Figure, Chart)


@given(TREES)
def test_ids_are_unique_and_never_empty(blocks: list[Block]) -> None:
    """As far as headings do not skip a level, and also if they do; also where a second paper is like the first."""
    twice = (Section("body", tuple(blocks)), Section("body", tuple(blocks), opens=True))
    found = blocks_of(number(document_of(*twice), STYLE.numbering))
    ids = [block.id for block in found if isinstance(block, HEADED)]
    assert all(ids)
    assert len(set(ids)) == len(ids)


@given(TREES)
def test_ordinals_of_tables_figures_and_boxes_are_consecutive(blocks: list[Block]) -> None:
    """Each kind through the whole paper; charts are figures."""
    found = list(blocks_of(numbered(*blocks)))
    for kind, name in ((Table, "表"), (Figure | Chart, "图"), (Box, "专栏")):
        written = [block.ordinal for block in found if isinstance(block, kind) and block.ordinal]
        assert written == [f"{name}{n}" for n in range(1, len(written) + 1)]


@given(TREES)
def test_ordinals_of_headings_count_their_siblings(blocks: list[Block]) -> None:
    """The ordinal of a heading is one more than that of its sibling before, or the first; each annex begins anew."""
    counts = [0, 0, 0, 0]
    for block in blocks_of(numbered(*blocks)):
        if isinstance(block, Heading) and block.form == "annex":
            counts = [0, 0, 0, 0]
        elif isinstance(block, Heading) and block.form in ("ordinal", "run-in"):
            counts[block.level - 1 :] = [counts[block.level - 1] + 1] + [0] * (4 - block.level)
            shown = counts[block.level - 1]
            assert block.ordinal.strip("、（）.") == (han(shown) if block.level < 3 else str(shown))


@given(TREES)
def test_numbering_twice_changes_nothing(blocks: list[Block]) -> None:
    """The pass writes what it would write again."""
    once = numbered(*blocks)
    assert number(once, STYLE.numbering) == once
