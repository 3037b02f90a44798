"""版头 in a DOCX: its words in their styles, its rules as borders, a letter's in the head of its first page."""

from dataclasses import replace

import pytest

from tests.redheads import REDHEADS, letter, letter_of_two
from tests.writers.docx.reading import (
    STYLE,
    Node,
    body_of,
    effective,
    find,
    paper_of,
    parts_of,
    style_of,
    text_in,
    values,
    written,
)
from tests.writers.docx.test_docx_sections import margin_parts
from yinfa.document.tree import Document, RedHead, Section
from yinfa.styling import Style
from yinfa.writers.docx import write_docx
from yinfa.writers.docx.xml import mm_twips, w_name
from yinfa.writers.layout import Layout

pytestmark = pytest.mark.slow

OFFICE = RedHead("document", ("某某县人民政府办公室",), "文件", "某政办发〔2013〕62号")
JOINT = RedHead("document", ("某某县质量技术监督局", "某某县财政局"), "文件", "某质监〔2013〕6号")
RED = STYLE.roles["head-organ"].colour


def lines_of(head: RedHead) -> list[tuple[str, str]]:
    """Return the paragraphs of a head, each as its style and its text, a tab as `|`."""
    return [(style_of(each), "|".join(_parts(each))) for each in body_of(head) if each.tag == w_name("p")]


def _parts(paragraph: Node) -> list[str]:
    parts = [""]
    for each in paragraph.iter(w_name("t"), w_name("tab")):
        if each.getparent().tag == w_name("r"):
            parts += [""] if each.tag == w_name("tab") else []
            parts[-1] += each.text or ""
    return parts


def styles_of(head: RedHead) -> Node:
    """Return the style sheet of a paper with this head."""
    return parts_of(written(Document("notice", "题", "局", "2013-05-09", (Section("body", (head,)),))))["styles.xml"]


def test_notes_stand_above_the_office_and_its_number_below() -> None:
    """Rules 9 to 14."""
    head = replace(OFFICE, serial="000123", secrecy="秘密★1年", urgency="特急")
    assert lines_of(head) == [
        ("GwHeadSerial", "000123"),
        ("GwHeadNote", "秘密★1年"),
        ("GwHeadNote", "特急"),
        ("GwHeadOrgan", "某某县人民政府办公室文件"),
        ("GwHeadNumber", "某政办发〔2013〕62号"),
    ]


def test_the_secrecy_stands_on_the_second_line_though_there_be_no_serial() -> None:
    """Rule 10."""
    assert lines_of(replace(OFFICE, secrecy="秘密★1年"))[:2] == [("GwHeadSerial", ""), ("GwHeadNote", "秘密★1年")]


def test_the_office_is_red_and_set_smaller_where_it_is_long() -> None:
    """Rule 13."""
    assert effective(styles_of(OFFICE), "GwHeadOrgan")["color-run"]["val"] == RED
    sizes = [
        int(effective(styles_of(replace(OFFICE, organs=("局" * count,))), "GwHeadOrgan")["sz-run"]["val"])
        for count in (4, 10, 20)
    ]
    assert sizes[0] == 2 * STYLE.roles["head-organ"].size
    assert sizes[0] > sizes[1] > sizes[2] == 2 * STYLE.fitting.least


def test_a_name_that_is_too_long_even_so_is_condensed() -> None:
    assert not find(body_of(OFFICE), ".//w:rPr/w:w")
    scales = values(body_of(replace(OFFICE, organs=("局" * 16,))), ".//w:rPr/w:w")
    assert [STYLE.fitting.narrowest <= int(each) < 100 for each in scales] == [True]


def test_several_offices_are_spread_beside_their_common_suffix() -> None:
    table = find(body_of(JOINT), "w:tbl")[0]
    assert [text_in(each) for each in find(table, "w:tr/w:tc[1]")] == list(JOINT.organs)
    assert values(table, "w:tr/w:tc[1]/w:p/w:pPr/w:jc") == ["distribute", "distribute"]
    assert [text_in(each) for each in find(table, "w:tr/w:tc[2]")] == ["文件", ""]
    assert values(table, "w:tr/w:tc[2]/w:tcPr/w:vMerge") == ["restart", "continue"]
    assert not find(table, ".//w:tblBorders | .//w:tblStyle")


@pytest.mark.parametrize(
    ("signers", "lines"),
    [
        (("甲某某",), [("GwHeadNumberUpward", "某政办发〔2013〕62号|签发人：|甲某某")]),
        (("甲某某", "乙某"), [("GwHeadNumberUpward", "某政办发〔2013〕62号|签发人：|甲某某　乙某")]),
        (
            ("甲某某", "乙某", "丙某"),
            [("GwHeadSignerLine", "|签发人：|甲某某　乙某"), ("GwHeadNumberUpward", "某政办发〔2013〕62号||丙某")],
        ),
    ],
    ids=("one", "two", "three"),
)
def test_signers_stand_two_on_a_line_and_the_number_on_the_last(
    signers: tuple[str, ...], lines: list[tuple[str, str]]
) -> None:
    """Rule 15."""
    found = [(style, text) for style, text in lines_of(replace(OFFICE, signers=signers)) if "某" in text][1:]
    assert [(style, text.replace("：甲", "：|甲")) for style, text in found] == lines


def test_signers_are_in_kaiti_and_what_is_before_them_is_not() -> None:
    head = replace(OFFICE, signers=("甲某某", "乙某", "丙某"))
    body, styles = body_of(head), styles_of(head)
    assert [text_in(each) for each in find(body, ".//w:r[w:rPr/w:rStyle/@w:val='GwSigner']")] == [
        "甲某某　乙某",
        "丙某",
    ]
    face = values(styles, "w:style[@w:styleId='GwSigner']/w:rPr/w:rFonts", "eastAsia")
    assert face == [STYLE.faces["kaiti"].docx]
    for style in ("GwHeadSignerLine", "GwHeadNumberUpward"):
        assert effective(styles, style)["rFonts-run"]["eastAsia"] == STYLE.faces["fangsong"].docx


def test_signers_end_one_character_in() -> None:
    body = body_of(replace(OFFICE, signers=("甲某某",)))
    advance = STYLE.roles["head-number"].advance
    wanted = mm_twips(156) - round(20 * advance * (1 + len("签发人：甲某某")))
    assert int(values(body, ".//w:pPr/w:tabs/w:tab", "pos")[0]) == pytest.approx(wanted, abs=2)


@pytest.mark.parametrize(("form", "key"), [("document", "GwHeadNumber"), ("minutes", "GwHeadNumberMinutes")])
def test_a_red_rule_lies_below_the_number(form: str, key: str) -> None:
    """Rules 16 and 38."""
    styles = styles_of(RedHead(form, ("某某局",), "", "〔2013〕3号"))  # type: ignore[arg-type]  # one of the forms
    rule = find(styles, f"w:style[@w:styleId='{key}']/w:pPr/w:pBdr/w:bottom")[0]
    assert (rule.get(w_name("val")), rule.get(w_name("color"))) == ("single", RED)


def test_an_order_has_no_rule() -> None:
    """Rule 37."""
    head = RedHead("order", ("某某县人民政府",), "令", "第12号")
    assert lines_of(head)[:2] == [("GwHeadOrgan", "某某县人民政府令"), ("GwHeadNumberOrder", "第12号")]
    assert not find(styles_of(head), "w:style[@w:styleId='GwHeadNumberOrder']/w:pPr/w:pBdr")


def test_a_letter_has_its_name_and_rules_on_the_sheet_of_its_first_page_alone() -> None:
    """Rule 36."""
    parts = parts_of(written(letter()))
    first, *others = find(parts["document.xml"], ".//w:sectPr")
    assert find(first, "w:titlePg")
    assert not any(find(each, "w:titlePg") for each in others)
    head, foot = margin_parts(first, "header", parts)["first"], margin_parts(first, "footer", parts)["first"]
    assert [style_of(each) for each in find(head, "w:p")] == ["GwMarkLetter", "GwHeadOrganLetter", "GwLetterRule"]
    assert [style_of(each) for each in find(foot, ".//w:tc/w:p")] == ["GwLetterFoot"]
    assert not find(foot, ".//w:instrText")
    kinds = {
        name: values(parts["styles.xml"], f"w:style[@w:styleId='{name}']/w:pPr/w:pBdr/w:bottom")
        for name in ("GwLetterRule", "GwLetterFoot")
    }
    assert kinds == {"GwLetterRule": ["thickThinSmallGap"], "GwLetterFoot": ["thinThickSmallGap"]}


def test_the_names_of_a_letter_of_several_are_spread_to_one_width() -> None:
    parts = parts_of(written(letter_of_two()))
    head = margin_parts(find(parts["document.xml"], ".//w:sectPr")[0], "header", parts)["first"]
    names = find(head, "w:p[w:pPr/w:jc/@w:val='distribute']")
    assert [text_in(each) for each in names] == ["某某县质量技术监督局", "某某县环境保护局"]
    size = int(effective(parts["styles.xml"], "GwHeadOrganLetter")["sz-run"]["val"]) / 2
    room = mm_twips(156) - 20 * size * len("某某县质量技术监督局")
    sides = [int(each) for side in ("left", "right") for each in values(head, ".//w:ind", side)]
    assert sides == pytest.approx([room / 2] * 4, abs=20)


def test_the_number_of_a_letter_stands_at_the_right_of_its_first_line() -> None:
    """Rule 36."""
    head = RedHead("letter", ("某某局",), "", "某函〔2013〕3号", serial="000001", urgency="加急")
    assert lines_of(head)[:2] == [("GwHeadNumberLetter", "000001|某函〔2013〕3号"), ("GwHeadNote", "加急")]
    assert lines_of(replace(head, serial="", urgency=""))[0] == ("GwHeadNumberLetter", "|某函〔2013〕3号")


@pytest.mark.parametrize("name", [name for name in REDHEADS if not name.startswith("letter")])
def test_no_other_paper_has_a_first_page_of_its_own(name: str) -> None:
    parts = parts_of(written(REDHEADS[name]()))
    assert not find(parts["document.xml"], ".//w:titlePg | .//*[@w:type='first']")


def with_head(form: str, **changes: object) -> Style:
    """Return the form of papers with a head that has other measures."""
    return replace(STYLE, heads={**STYLE.heads, form: replace(STYLE.heads[form], **changes)})  # type: ignore[arg-type]


def parts_with(document: Document, style: Style) -> dict[str, Node]:
    """Return the parts of a paper written in this form."""
    return parts_of(write_docx(document, style, Layout({}, 1, lambda: b"", document)))


@pytest.mark.parametrize(("form", "key"), [("document", "GwHeadNumber"), ("minutes", "GwHeadNumberMinutes")])
@pytest.mark.parametrize(("rule", "sides"), [(156, [0, 0]), (120, [18, 18]), (170, [-8, -6])])
def test_a_red_rule_is_as_wide_as_the_form_has_it(form: str, key: str, rule: float, sides: list[float]) -> None:
    """Centred on the type area, a wider one on the sheet."""
    paper = Document("notice", "题", "局", "2013-05-09", (Section("body", (OFFICE,)),))
    said = effective(parts_with(paper, with_head(form, rule=rule))["styles.xml"], key)["ind"]
    assert [int(said[side]) for side in ("left", "right")] == [mm_twips(side) for side in sides]


def test_a_form_without_a_rule_has_none() -> None:
    styles = parts_with(paper_of(OFFICE), with_head("document", rule=0))["styles.xml"]
    assert not find(styles, "w:style[@w:styleId='GwHeadNumber']/w:pPr/w:pBdr")


@pytest.mark.parametrize(("key", "form"), [("GwHeadNumber", "document"), ("GwLetterRule", "letter")])
@pytest.mark.parametrize(("double", "kind"), [(True, "thickThinSmallGap"), (False, "single")])
def test_a_red_rule_is_double_where_the_form_has_it_so(key: str, form: str, double: bool, kind: str) -> None:
    styles = parts_with(letter(), with_head(form, double=double))["styles.xml"]
    assert values(styles, f"w:style[@w:styleId='{key}']/w:pPr/w:pBdr/w:bottom") == [kind]


def test_a_letter_without_a_second_rule_has_none() -> None:
    parts = parts_with(letter(), with_head("letter", foot=0))
    foot = margin_parts(find(parts["document.xml"], ".//w:sectPr")[0], "footer", parts)["first"]
    assert not find(foot, ".//w:tbl")


def test_the_lower_rule_of_a_letter_lies_as_high_as_the_form_has_it() -> None:
    def height(foot: float) -> int:
        parts = parts_with(letter(), with_head("letter", foot=foot))
        part = margin_parts(find(parts["document.xml"], ".//w:sectPr")[0], "footer", parts)["first"]
        return int(values(part, ".//w:tblpPr", "tblpY")[0])

    assert height(20) - height(30) == mm_twips(10)
