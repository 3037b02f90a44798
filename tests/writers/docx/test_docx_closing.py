"""附件说明, 署名, 成文日期 and 版记 in a DOCX, and what keeps them together."""

import pytest

from tests.redhead_parts import IMPRINT, seal
from tests.writers.docx.reading import (
    STYLE,
    Node,
    body_of,
    find,
    paper_of,
    parts_of,
    style_of,
    text_in,
    values,
    written,
)
from tests.writers.docx.test_docx_sections import margin_parts
from yinfa.document.tree import Attachments, Document, Imprint, Paragraph, RedHead, Section, Signature, Table, Text
from yinfa.styling import MM_PER_PT
from yinfa.writers.docx import write_docx
from yinfa.writers.docx.xml import w_name
from yinfa.writers.layout import Layout

OFFICE, DATE = "某某县人民政府办公室", "2013年5月9日"
SIGNED = Signature((OFFICE,), DATE, sealed=True)
EMU = 36000  # of a millimetre
ADVANCE = STYLE.roles["body"].advance


def text(characters: int) -> Paragraph:
    """Return a paragraph of body text."""
    return Paragraph((Text("字" * characters),))


def kept(paragraph: Node) -> list[str]:
    """Return the properties by which a paragraph is held on a page."""
    held = ("keepNext", "keepLines", "widowControl")
    return [each for each in held if find(paragraph, f"w:pPr/w:{each}")]


def test_one_annex_is_named_without_a_number() -> None:
    """Rule 22."""
    named = body_of(Attachments(((Text("责任分解表"),),)))[0]
    assert (style_of(named), text_in(named)) == ("GwAttachments", "附件：责任分解表")
    assert not find(named, "w:pPr/w:numPr")


def test_several_annexes_are_numbered_by_word() -> None:
    names = Attachments(tuple((Text(each),) for each in ("甲表", "乙表", "丙表")))
    parts = parts_of(written(paper_of(names)))
    body, numbering = parts["document.xml"][0], parts["numbering.xml"]
    assert [text_in(each) for each in body[:3]] == ["甲表", "乙表", "丙表"]
    shown = []
    for number in values(body, "w:p/w:pPr/w:numPr/w:numId"):
        instance = find(numbering, f"w:num[@w:numId='{number}']")[0]
        pattern = values(instance, "w:abstractNumId")[0]
        start = values(instance, "w:lvlOverride/w:startOverride")[0]
        shown.append((values(numbering, f"w:abstractNum[@w:abstractNumId='{pattern}']/w:lvl/w:lvlText")[0], start))
    assert shown == [("附件：%1.", "1"), ("%1.", "2"), ("%1.", "2")]


def test_ten_annexes_have_room_for_their_numbers() -> None:
    """10. is a character and a half wide, and all the names begin below one another."""
    first, *others = find(body_of(Attachments(tuple((Text(f"第{n}表"),) for n in range(10)))), "w:p[w:pPr/w:numPr]")
    left = {values(each, "w:pPr/w:ind", "left")[0] for each in (first, *others)}
    assert [int(each) for each in left] == [round(20 * ADVANCE * (2 + 3 + 1.5))]
    hanging = [int(values(each, "w:pPr/w:ind", "hanging")[0]) for each in (first, others[-1])]
    assert hanging == [round(20 * ADVANCE * 4.5), round(20 * ADVANCE * 1.5)]


def test_the_signature_keeps_the_end_of_the_text_on_its_page() -> None:
    """Rule 25."""
    first, last, named, organ, date, _ = body_of(text(30), text(30), Attachments(((Text("表"),),)), SIGNED)
    assert [kept(each) for each in (first, last, named, date)] == [[], ["keepNext", "keepLines"], ["keepNext"], []]
    assert style_of(organ) == "GwSignature"


def test_of_a_long_paragraph_it_keeps_the_last_lines() -> None:
    assert kept(body_of(text(300), SIGNED)[0]) == ["keepNext", "widowControl"]


@pytest.mark.parametrize(
    ("characters", "runs_over", "held"),
    [
        (60, 0, ["keepNext"]),  # Word cuts no paragraph of three lines of which two are to stay together
        (100, 0, ["keepNext", "widowControl"]),
        (130, 4, ["widowControl"]),  # LibreOffice would take all of it to the next page
        (130, 1, []),
    ],
)
def test_the_only_text_is_not_taken_off_the_page_of_the_head(characters: int, runs_over: int, held: list[str]) -> None:
    """Rule 19: it begins there; where it runs over by itself, nothing need hold its end to the signature."""
    paper = paper_of(RedHead("document", (OFFICE,)), text(characters), SIGNED)
    docx = write_docx(paper, STYLE, Layout({}, 2, bytes, paper, runs_over))
    texts = (each for each in find(parts_of(docx)["document.xml"], ".//w:p") if text_in(each).startswith("字"))
    assert list(map(kept, texts)) == [held]


def test_name_and_date_end_where_the_form_has_them() -> None:
    """Rule 23: the date four characters in from the right, the name centred over it."""
    organ, date, _ = body_of(SIGNED)
    right = [int(values(each, "w:pPr/w:ind", "right")[0]) / 20 / ADVANCE for each in (organ, date)]
    assert right == pytest.approx([4 + 6 / 2 - len(OFFICE) / 2, 4], abs=0.01)  # the date is six characters wide


def test_the_seal_hangs_behind_the_date_and_moves_no_line() -> None:
    body = body_of(Signature((OFFICE,), DATE, sealed=True, seal=seal()))
    anchor = body.find(".//{*}anchor")
    assert (anchor.get("behindDoc"), anchor.find("{*}wrapNone") is not None) == ("1", True)
    extent = anchor.find("{*}extent")
    assert int(extent.get("cx")) == 42 * EMU
    left = int(anchor.find("{*}positionH/{*}posOffset").text) / EMU
    assert 156 - left - 42 / 2 == pytest.approx((4 + 6 / 2) * ADVANCE * MM_PER_PT, abs=0.1)


def test_without_a_picture_there_is_no_drawing() -> None:
    assert body_of(SIGNED).find(".//{*}drawing") is None


def test_the_imprint_floats_at_the_foot_of_the_type_area() -> None:
    """Rules 28 to 31."""
    table = find(body_of(text(3), IMPRINT), "w:tbl")[0]
    place = find(table, "w:tblPr/w:tblpPr")[0]
    assert (place.get(w_name("vertAnchor")), place.get(w_name("tblpYSpec"))) == ("margin", "bottom")
    assert values(table, "w:tblPr/w:tblW", "w") == ["8844"]
    widths = {each.tag.rpartition("}")[2]: each.get(w_name("sz")) for each in find(table, ".//w:tblBorders/*")}
    assert widths == {"top": "8", "bottom": "8", "insideH": "6"}  # 0.35 and 0.25 mm in eighths of a point
    lines = [text_in(each) for each in find(table, ".//w:p")]
    assert lines == [f"抄送：{IMPRINT.copies}", f"{OFFICE}{DATE}印发"]


def test_that_of_a_letter_has_no_rules() -> None:
    """Rule 36."""
    table = find(body_of(text(3), Imprint("县质监局。")), "w:tbl")[0]
    assert text_in(table) == "抄送：县质监局。"
    assert not find(table, ".//w:tblBorders")


def test_it_does_not_run_into_a_table_before_it() -> None:
    body = body_of(Table("t", (), (1,), (), ()), IMPRINT)
    assert [each.tag.rpartition("}")[2] for each in body[:3]] == ["tbl", "p", "tbl"]


def test_alone_it_stands_on_an_even_page_without_a_number() -> None:
    """Rule 34."""
    paper = Document(
        "notice", "题", "局", "2013-05-09", (Section("body", (text(3),), 1), Section("imprint", (IMPRINT,)))
    )
    parts = parts_of(written(paper))
    section = find(parts["document.xml"], ".//w:sectPr")[-1]
    assert values(section, "w:type") == ["evenPage"]
    assert not any(find(foot, ".//w:instrText") for foot in margin_parts(section, "footer", parts).values())
