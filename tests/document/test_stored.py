"""Trees kept as JSON: what comes back is the very same tree, and its bytes tell whether a paper has changed."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from tests.redheads import document as red_head
from tests.redheads import sealed_by_picture
from tests.specimen import specimen
from tests.trees import document_of
from yinfa.document.printing import Printing
from yinfa.document.spots import spots_of
from yinfa.document.stored import NotATree, keep, kept, stored
from yinfa.document.tree import Document, Num, Paragraph, Section, Text

PAPERS = {"specimen": specimen(), "red head": red_head(), "picture": sealed_by_picture()}


def printed(document: Document) -> Printing:
    """Return a paper whose spots all stand on page 3."""
    return Printing(document, 2022, "zhijian", (3,) * len(spots_of(document)))


def one(origin: str = "a.xlsx!表!B2", value: str = "92.0") -> Document:
    """Return a paper of one figure."""
    return document_of(Section("body", (Paragraph((Text("达到"), Num("92.0%", Decimal(value), origin))),)))


@pytest.mark.parametrize("document", PAPERS.values(), ids=PAPERS)
def test_what_is_kept_comes_back_as_it_was(document: Document) -> None:
    assert kept(keep(printed(document))) == printed(document)


def test_a_number_comes_back_with_its_zeros() -> None:
    paragraph = kept(keep(printed(one()))).document.sections[0].blocks[0]
    assert isinstance(paragraph, Paragraph)
    assert str(paragraph.children[1].value if isinstance(paragraph.children[1], Num) else "") == "92.0"


def test_a_cell_that_was_moved_changes_nothing_of_what_is_printed() -> None:
    assert stored(one("a.xlsx!表!B2"), places=False) == stored(one("a.xlsx!表!B9"), places=False)
    assert stored(one("a.xlsx!表!B2")) != stored(one("a.xlsx!表!B9"))


def test_a_figure_that_was_changed_changes_what_is_printed() -> None:
    assert stored(one(value="92.0"), places=False) != stored(one(value="92"), places=False)


@pytest.mark.parametrize(
    "spoilt",
    [
        b"",
        b"{}",
        b"[]",
        b"\xff",
        b'{"is":"Document"}',
        b'{"is":"Path"}',
        stored(one()),
        keep(printed(one())).replace(b'"is":"Num"', b'"is":"Number"'),
        keep(printed(one())).replace(b'"is":"Num"', b'"was":"Num"'),
        keep(printed(one())).replace(b'92.0"}', b'many"}'),
        keep(replace(printed(one()), pages=(1, 2))),
    ],
)
def test_what_is_no_printed_paper_is_refused(spoilt: bytes) -> None:
    with pytest.raises(NotATree):
        kept(spoilt)


def test_a_paper_is_kept_in_readable_characters() -> None:
    assert "达到" in keep(printed(one())).decode()
    assert json.loads(keep(printed(one())))["year"] == 2022
