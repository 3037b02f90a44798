"""The number pass: ordinals are consecutive, ids are there and unique."""

from hypothesis import given
from hypothesis import strategies as st

from tests.compose.composing import STYLE, document_of
from tests.dump import dump
from yinfa.compose.number import number, write
from yinfa.compose.numerals import han
from yinfa.document.tree import (
    Block,
    Box,
    Document,
    Figure,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
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


TREES = st.lists(
    st.sampled_from(
        [
            *(heading(level) for level in (1, 2, 3, 4)),
            annex(),
            Heading("", 1, WORDS, "plain"),
            Box("", WORDS, ()),
            Table("", WORDS, (), (), ()),
            Figure("", WORDS, b"", ""),
        ]
    ),
    max_size=60,
)


@given(TREES)
def test_ids_are_unique_and_never_empty(blocks: list[Block]) -> None:
    """As far as headings do not skip a level, and also if they do."""
    ids = [getattr(block, "id", "") for block in blocks_of(numbered(*blocks))]
    assert all(ids)
    assert len(set(ids)) == len(ids)


@given(TREES)
def test_ordinals_of_tables_figures_and_boxes_are_consecutive(blocks: list[Block]) -> None:
    """Each kind through the whole paper."""
    found = list(blocks_of(numbered(*blocks)))
    for kind, name in ((Table, "表"), (Figure, "图"), (Box, "专栏")):
        ordinals = [block.ordinal for block in found if isinstance(block, kind)]
        assert ordinals == [f"{name}{n}" for n in range(1, len(ordinals) + 1)]


@given(TREES)
def test_ordinals_of_headings_count_their_siblings(blocks: list[Block]) -> None:
    """The ordinal of a heading is one more than that of its sibling before, or the first."""
    counts = [0, 0, 0, 0]
    for block in blocks_of(numbered(*blocks)):
        if isinstance(block, Heading) and block.form == "ordinal":
            counts[block.level - 1 :] = [counts[block.level - 1] + 1] + [0] * (4 - block.level)
            shown = counts[block.level - 1]
            assert block.ordinal.strip("、（）.") == (han(shown) if block.level < 3 else str(shown))


@given(TREES)
def test_numbering_twice_changes_nothing(blocks: list[Block]) -> None:
    """The pass writes what it would write again."""
    once = numbered(*blocks)
    assert number(once, STYLE.numbering) == once
