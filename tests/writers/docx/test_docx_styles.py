"""Every look is a named style, made from the form and from nothing else."""

import pytest

from tests.specimen import specimen
from tests.writers.docx.reading import (
    STYLE,
    body_of,
    effective,
    find,
    specimen_parts,
    style_of,
    text_in,
    values,
)
from yinfa.document.tree import Paragraph, RunIn, Text
from yinfa.styling import Role
from yinfa.writers.cover import fit_cover
from yinfa.writers.docx.roles import looks_of, style_id
from yinfa.writers.docx.xml import twips

PARTS = specimen_parts()
STYLES = PARTS["styles.xml"]
LOOKS = looks_of(fit_cover(specimen(1), STYLE))


@pytest.mark.parametrize("key", LOOKS)
def test_a_style_says_what_its_role_says(key: str) -> None:
    role: Role = LOOKS[key].role
    said = effective(STYLES, style_id(key, LOOKS[key]))
    assert said["rFonts-run"]["eastAsia"] == STYLE.faces[role.face].docx
    assert said["sz-run"]["val"] == str(round(role.size * 2))
    assert said["spacing-run"]["val"] == str(twips(role.tracking))
    assert said["jc"]["val"] == {"justify": "both"}.get(role.align, role.align)
    assert said["keepNext"]["val"] == str(int(role.next))
    assert said["spacing"]["before"] == str(twips(role.before))
    if key != "figure":
        assert (said["spacing"]["line"], said["spacing"]["lineRule"]) == (str(twips(role.line)), "exact")


def test_body_text_gives_22_lines_of_28_characters() -> None:
    said = effective(STYLES, "GwBody")
    assert (said["sz-run"]["val"], said["spacing-run"]["val"], said["spacing"]["line"]) == ("32", "-5", "579")
    assert said["ind"]["firstLine"] == "630"


def test_word_knows_the_headings_captions_and_contents_as_its_own() -> None:
    own = {"Heading1": "heading 1", "Heading4": "heading 4", "Caption": "caption", "TOC2": "toc 2", "Title": "Title"}
    for identity, name in own.items():
        assert values(STYLES, f"w:style[@w:styleId='{identity}']/w:name") == [name]
        assert not find(STYLES, f"w:style[@w:styleId='{identity}'][@w:customStyle]")
    assert [effective(STYLES, f"Heading{n}")["outlineLvl"]["val"] for n in range(1, 5)] == ["0", "1", "2", "3"]
    assert effective(STYLES, "GwAnnexTitle")["outlineLvl"]["val"] == "0"


def test_every_style_of_the_form_is_offered_to_the_drafter() -> None:
    custom = find(STYLES, "w:style[@w:customStyle]")
    assert len(custom) > 20
    assert all(find(each, "w:qFormat") for each in custom)


def test_every_style_named_is_there() -> None:
    known = set(values(STYLES, "w:style", "styleId"))
    for name, part in PARTS.items():
        used = set(values(part, ".//w:pStyle | .//w:rStyle | .//w:tblStyle | .//w:basedOn | .//w:next"))
        assert used <= known, name


def test_paragraphs_are_formatted_by_their_styles_alone() -> None:
    body = PARTS["document.xml"]
    direct = {each.tag.rpartition("}")[2] for each in find(body, ".//w:pPr/*[not(self::w:pStyle)]")}
    assert direct <= {"keepNext", "keepLines", "numPr", "sectPr"}
    assert {each.tag.rpartition("}")[2] for each in find(body, ".//w:r/w:rPr/*")} == {"rStyle", "rFonts"}
    assert all(set(each.attrib.values()) == {"eastAsia"} for each in find(body, ".//w:r/w:rPr/w:rFonts"))


def test_a_run_in_heading_is_a_character_style() -> None:
    paragraph = body_of(Paragraph((RunIn("抓质量。"), Text("各部门"))))[0]
    assert [text_in(each) for each in find(paragraph, "w:r[w:rPr/w:rStyle/@w:val='GwRunIn']")] == ["抓质量。"]
    assert style_of(paragraph) == "GwBody"


@pytest.mark.parametrize("mark", ["“", "”", "‘", "—", "…", "≥", "×"])
def test_punctuation_that_latin_faces_have_too_is_set_in_the_han_face(mark: str) -> None:
    assert find(body_of(Paragraph((Text(f"甲{mark}乙"),))), ".//w:rFonts[@w:hint='eastAsia']")


@pytest.mark.parametrize(
    ("identity", "face"),
    [
        ("GwNumber", "宋体"),
        ("GwNumberEven", "宋体"),
        ("GwAnnexMark", "黑体"),
        ("GwAnnexMarkWide", "黑体"),
        ("GwHeadNote", "黑体"),
        ("Title", "方正小标宋简体"),
        ("GwHeadline", "方正小标宋简体"),
        ("GwAnnexTitle", "方正小标宋简体"),
    ],
)
def test_figures_of_page_numbers_marks_and_titles_are_of_the_face_beside_them(identity: str, face: str) -> None:
    assert set(effective(STYLES, identity)["rFonts-run"].values()) == {face}


def test_figures_of_text_are_latin() -> None:
    fonts = effective(STYLES, "GwBody")["rFonts-run"]
    assert (fonts["ascii"], fonts["hAnsi"], fonts["eastAsia"]) == ("Times New Roman", "Times New Roman", "仿宋_GB2312")


def test_lines_are_broken_as_the_form_wants_it() -> None:
    said = effective(STYLES, "GwBody")
    assert said["kinsoku"]["val"] == "1"
    for off in ("widowControl", "overflowPunct", "autoSpaceDE", "autoSpaceDN", "snapToGrid"):
        assert said[off]["val"] == "0"


def test_word_2013_is_told_and_fields_are_left_alone() -> None:
    settings = PARTS["settings.xml"]
    assert values(settings, ".//w:compatSetting[@w:name='compatibilityMode']") == ["15"]
    assert values(settings, "w:characterSpacingControl") == ["doNotCompress"]
    assert find(settings, "w:evenAndOddHeaders")
    assert not find(settings, "w:updateFields")
