"""The law of a redline: accepting all changes gives the new paper, rejecting all the old one."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.openxml import sdk_faults
from tests.redline.normal import normal
from tests.redline.papers import PAIRS, marked, plainly_written
from tests.redline.resolve import W, accepted, body_in, rejected
from tests.slowly import with_slow
from yinfa.document.tree import Document

pytestmark = pytest.mark.slow

Pair = tuple[Document, Document]
QUICK = {name for name in PAIRS if name.startswith("rows")} | {"a chapter comes", "a chart", "an annex comes between"}
EACH = pytest.mark.parametrize("pair", with_slow(PAIRS, PAIRS.keys() - QUICK))


def as_written(document: Document) -> list[str]:
    docx = plainly_written(document)
    return normal(body_in(docx), docx)


@EACH
def test_accepting_all_gives_the_new_paper_and_rejecting_all_the_old_one(pair: Pair) -> None:
    docx = marked(*pair)
    assert normal(accepted(docx), docx) == as_written(pair[1])
    assert normal(rejected(docx), docx) == as_written(pair[0])


@pytest.mark.parametrize("name", ["a chapter comes", "a chart"])
def test_the_same_papers_give_the_same_bytes(name: str) -> None:
    assert marked.__wrapped__(*PAIRS[name]) == marked(*PAIRS[name])


@pytest.mark.slow
@EACH
def test_the_open_xml_sdk_finds_no_error(pair: Pair, tmp_path: Path) -> None:
    assert sdk_faults(marked(*pair), tmp_path / "redline.docx") == ""


@EACH
def test_no_two_tables_are_neighbours_which_word_would_make_one_of(pair: Pair) -> None:
    tags = [each.tag.rpartition("}")[2] for each in body_in(marked(*pair))]
    assert ("tbl", "tbl") not in list(pairwise(tags))


@EACH
def test_every_name_is_borne_once(pair: Pair) -> None:
    body = body_in(marked(*pair))
    for names in (_values(body, "bookmarkStart", "id"), _values(body, "bookmarkStart", "name"), _drawn(body)):
        assert len(names) == len(set(names))
    controls = [each.get(f"{W}val") for each in body.iterfind(f".//{W}sdtPr/{W}id")]
    assert len(controls) == len(set(controls))
    marks = _values(body, "ins", "id") + _values(body, "del", "id") + _values(body, "bookmarkStart", "id")
    assert len(marks) == len(set(marks))


@EACH
def test_every_field_has_both_its_ends_whatever_is_gone(pair: Pair) -> None:
    """Those of the list of contents stay, though its first and last entries change."""
    body = body_in(marked(*pair))
    chars = [_around(each) for each in body.iter(f"{W}fldChar")]
    for mark in ("ins", "del", ""):
        kinds = [kind for around, kind in chars if around == mark]
        assert kinds.count("begin") == kinds.count("separate") == kinds.count("end")


def _around(char: Any) -> tuple[str, str]:
    above = {each.tag.rpartition("}")[2] for each in char.iterancestors(f"{W}ins", f"{W}del")}
    return "".join(above), char.get(f"{W}fldCharType")


def _values(body: Any, tag: str, key: str) -> list[str]:
    w = body.nsmap["w"]
    return [each.get(f"{{{w}}}{key}") for each in body.iter(f"{{{w}}}{tag}")]


def _drawn(body: Any) -> list[str]:
    return [each.get("id") for each in body.iter("{*}docPr")]
