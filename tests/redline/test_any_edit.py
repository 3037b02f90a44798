"""Whatever is changed in a paper, both directions hold."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.redline.normal import normal
from tests.redline.papers import A, B, C, D, E, grid, heading, lines, marked, plainly_written
from tests.redline.resolve import accepted, body_in, rejected
from tests.trees import document_of
from yinfa.document.tree import (
    Block,
    Box,
    Document,
    Heading,
    ListBlock,
    ListItem,
    Page,
    Paragraph,
    Ref,
    Section,
    Table,
    Text,
)

pytestmark = pytest.mark.slow

WORDS = ("合格率为92%。", "合格率为93%。", "健全工作机制，落实责任。", "落实“责任”，健全机制。", "")
_texts = st.sampled_from(WORDS).map(lambda words: Paragraph((Text(words),)))
_labels = st.sampled_from(WORDS[:2]).map(lambda words: Paragraph((Text(words),), "label"))
_items = st.lists(st.sampled_from(WORDS[:3]), min_size=1, max_size=3)
_lists = _items.map(lambda said: ListBlock("ordered", tuple(ListItem((Text(each),)) for each in said)))
_headings = st.tuples(st.sampled_from(("总体要求", "主要目标", "组织实施")), st.integers(1, 2)).map(
    lambda said: heading(said[0], said[0], 1, said[1])
)
_boxes = st.sampled_from(WORDS[:3]).map(lambda words: Box("b", (Text("专栏"),), (Paragraph((Text(words),)),), "专栏1"))
_names = st.lists(st.sampled_from((A, B, C, D, E)), min_size=1, max_size=4)
_groups = st.lists(
    st.tuples(st.sampled_from(("甲", "乙")), _names, st.sampled_from(("92%", "93%"))), min_size=1, max_size=3
)
_notes = st.lists(st.sampled_from(("注：甲。", "注：乙。")), max_size=2)
_tables = st.tuples(_groups, _notes, st.booleans()).map(
    lambda said: bare(
        grid(*((label, lines(*names, figure=figure)) for label, names, figure in said[0]), notes=said[1]), said[2]
    )
)
_blocks = st.one_of(_texts, _labels, _lists, _headings, _boxes, _tables)
_pages: st.SearchStrategy[Page] = st.sampled_from(("body", "landscape"))
_sections = st.lists(st.tuples(_pages, st.lists(_blocks, max_size=5), st.booleans()), min_size=1, max_size=3)


def bare(table: Table, is_bare: bool) -> Table:
    return replace(table, caption=(), ordinal="") if is_bare else table


def numbered(sections: list[tuple[Page, list[Block], bool]]) -> Document:
    """Return a paper whose headings are counted anew in each section, and whose names are each its block's own."""
    used: Counter[str] = Counter()
    made: list[Section] = []
    for page, blocks, opens in sections:
        counts, own = [0, 0], list[Block]()
        for block in blocks:
            if isinstance(block, Heading):
                at = block.level - 1
                counts = [counts[0] + 1, 0] if not at else [counts[0], counts[1] + 1]
                own.append(replace(block, id=name(block.id, used), number=counts[at]))
            elif isinstance(block, Table | Box):
                own.append(replace(block, id=name(block.id, used)))
            else:
                own.append(block)
        made.append(Section(page, tuple(own), opens=opens))
    named = [each.id for section in made for each in section.blocks if isinstance(each, Table) and each.ordinal]
    cited = [Paragraph((Text("见"), Ref(each, "表1"), Text("。"))) for each in named[:1]]
    return document_of(replace(made[0], blocks=(*cited, *made[0].blocks)), *made[1:])


def name(word: str, used: Counter[str]) -> str:
    used[word] += 1
    return f"{word}{used[word]}"


@st.composite
def _edits(draw: st.DrawFn) -> tuple[Document, Document]:
    """Draw a paper and what has been made of it: blocks changed, gone, moved, come."""
    old = draw(_sections)
    new = [(page, list(blocks), opens) for page, blocks, opens in old]
    for _ in range(draw(st.integers(0, 4))):
        _, blocks, _ = draw(st.sampled_from(new))
        at = draw(st.integers(0, len(blocks)))
        match draw(st.sampled_from(("come", "gone", "other", "moved"))):
            case "come":
                blocks.insert(at, draw(_blocks))
            case "gone":
                del blocks[at : at + 1]
            case "other":
                blocks[at : at + 1] = [draw(_blocks)]
            case "moved":
                blocks[:] = [*blocks[at:], *blocks[:at]]
    if draw(st.booleans()):
        new = draw(st.permutations([*new, *draw(_sections)]))[: draw(st.integers(1, 3))]
    return numbered(old), numbered(new)


@settings(max_examples=40, deadline=None)
@given(_edits())
def test_both_directions_hold(pair: tuple[Document, Document]) -> None:
    docx = marked(*pair)
    for resolved, document in ((accepted, pair[1]), (rejected, pair[0])):
        plain = plainly_written(document)
        assert normal(resolved(docx), docx) == normal(body_in(plain), plain)
