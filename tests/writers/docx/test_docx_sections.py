"""Pages: their sizes, margins, numbers and marks, in portrait and in landscape."""

from dataclasses import replace

from tests.specimen import specimen
from tests.writers.docx.reading import (
    STYLE,
    Node,
    body_of,
    find,
    parts_of,
    specimen_parts,
    style_of,
    text_in,
    values,
    written,
)
from yinfa.document.tree import Document, Heading, Page, Paragraph, Section, Text
from yinfa.writers.docx.xml import R, mm_twips, w_name

PARTS = specimen_parts()
SECTIONS = find(PARTS["document.xml"], ".//w:sectPr")
COVER, CONTENTS, BODY, WIDE = SECTIONS


def margins_of(section: Node) -> dict[str, int]:
    """Return the margins of a section in twips."""
    return {key.rpartition("}")[2]: int(value) for key, value in find(section, "w:pgMar")[0].attrib.items()}


def margin_parts(section: Node, kind: str, parts: dict[str, Node] = PARTS) -> dict[str, Node]:
    """Return the heads or feet of a section by parity."""
    targets = {each.get("Id"): each.get("Target") for each in parts["_rels/document.xml.rels"]}
    references = find(section, f"w:{kind}Reference")
    return {each.get(w_name("type")): parts[targets[each.get(f"{{{R}}}id")]] for each in references}


def test_an_upright_page_is_a4_with_its_type_area() -> None:
    """Rules 1 to 4."""
    for section in (COVER, CONTENTS, BODY):
        assert values(section, "w:pgSz", "w") + values(section, "w:pgSz", "h") == ["11906", "16838"]
        margins = margins_of(section)
        assert [margins[side] for side in ("top", "right", "bottom", "left")] == [2098, 1474, 1984, 1587]
    assert values(BODY, "w:docGrid", "linePitch") == ["579"]


def test_a_landscape_page_is_the_upright_one_turned_clockwise() -> None:
    """Rule 35: the binding edge, left on an upright page, is the upper one."""
    assert values(WIDE, "w:pgSz", "orient") == ["landscape"]
    assert values(WIDE, "w:pgSz", "w") + values(WIDE, "w:pgSz", "h") == ["16838", "11906"]
    margins, upright = margins_of(WIDE), margins_of(BODY)
    turned = {"top": "left", "right": "top", "bottom": "right", "left": "bottom"}
    assert {side: margins[side] for side in turned} == {side: upright[of] for side, of in turned.items()}


def test_the_foot_has_room_below_the_type_area() -> None:
    """LibreOffice makes it 1 mm high at least, at the cost of the type area if need be."""
    for margins in map(margins_of, SECTIONS):
        assert margins["bottom"] - margins["footer"] > mm_twips(1)


def test_text_begins_on_a_right_hand_page_numbered_one() -> None:
    assert values(BODY, "w:type") == ["oddPage"]
    assert values(BODY, "w:pgNumType", "start") == ["1"]
    assert not find(WIDE, "w:pgNumType")


def test_every_section_names_its_own_heads_and_feet() -> None:
    for section in SECTIONS:
        for kind in ("header", "footer"):
            assert set(margin_parts(section, kind)) == {"default", "even"}


def test_page_numbers_stand_right_on_odd_and_left_on_even_pages() -> None:
    """Rules 32 and 33; the landscape page has them in a turned cell that floats at its left."""
    for section in (BODY, WIDE):
        feet = margin_parts(section, "footer")
        for parity, style in (("default", "GwNumber"), ("even", "GwNumberEven")):
            paragraph = find(feet[parity], ".//w:p[.//w:instrText]")[0]
            assert style_of(paragraph) == style
            assert text_in(paragraph) == "— 1 —"
            turned = values(feet[parity], "w:tbl//w:textDirection")
            assert turned == (["tbRl"] if section is WIDE else [])


def test_cover_and_contents_bear_no_number() -> None:
    for section in (COVER, CONTENTS):
        assert not any(find(foot, ".//w:instrText") for foot in margin_parts(section, "footer").values())


def test_a_sample_says_so_on_every_page() -> None:
    for section in SECTIONS:
        assert [text_in(head) for head in margin_parts(section, "header").values()] == ["样例", "样例"]
    unmarked = parts_of(written(replace(specimen(1), mark="")))
    heads = [part for name, part in unmarked.items() if name.startswith("header")]
    assert heads
    assert not any(text_in(head) for head in heads)


def test_head_and_foot_reach_just_to_the_type_area() -> None:
    for section, mark in ((BODY, "GwMark"), (WIDE, "GwMarkWide")):
        spacing = find(PARTS["styles.xml"], f"w:style[@w:styleId='{mark}']/w:pPr/w:spacing")[0]
        high = int(spacing.get(w_name("after"))) + round(STYLE.roles["mark"].line * 20)
        margins = margins_of(section)
        assert abs(margins["header"] + high - margins["top"]) <= 1


def test_numbers_survive_every_change_of_orientation() -> None:
    text = (Paragraph((Text("文"),)),)
    turns: tuple[Page, ...] = ("body", "landscape", "body", "landscape")
    document = Document("plan", "题", "局", "2011-11-01", tuple(Section(page, text) for page in turns))
    parts = parts_of(written(document))
    sections = find(parts["document.xml"], ".//w:sectPr")
    found = [margin_parts(each, "footer", parts)["default"] for each in sections]
    assert [bool(find(each, "w:tbl")) for each in found] == [False, True, False, True]
    assert all(find(each, ".//w:instrText") for each in found)


def test_the_end_of_a_section_takes_no_line_of_its_own() -> None:
    body = PARTS["document.xml"][0]
    ends = [each.getparent().getparent() for each in find(body, "w:p/w:pPr/w:sectPr")]
    assert [style_of(each) for each in ends] == ["GwDate", "GwSectionEnd", "GwBody"]


def test_the_title_of_an_annex_stands_on_the_third_line() -> None:
    """Rule 27."""
    mark, title, _ = body_of(Heading("a", 1, (Text("项目表"),), form="annex", ordinal="附件1"))
    assert (style_of(mark), text_in(mark), style_of(title)) == ("GwAnnexMark", "附件1", "GwAnnexTitle")
    after = values(PARTS["styles.xml"], "w:style[@w:styleId='GwAnnexMark']/w:pPr/w:spacing", "after")
    assert int(after[0]) >= mm_twips(STYLE.roles["body"].line * 25.4 / 72)
