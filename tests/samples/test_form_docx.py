"""The musts of GB/T 9704 (docs/gbt9704.md) on the XML of the shipped samples' DOCX."""

from typing import Any

import pytest

from tests.samples.conftest import Sample
from tests.word import MM_PER_TWIP, W, Word
from yinfa.document.tree import Heading
from yinfa.document.walk import blocks_of
from yinfa.styling import load_style

pytestmark = pytest.mark.slow

CHARACTER = 5.57  # mm, of the type area


@pytest.fixture(scope="module")
def word(plan: Sample) -> Word:
    """Return the sample's DOCX as Word would see it."""
    return Word(plan.docx)


def millimetres(element: Any, attribute: str) -> float:
    return int(element.get(f"{W}{attribute}")) * MM_PER_TWIP


def is_landscape(section: Any) -> bool:
    return bool(section.find(f"{W}pgSz").get(f"{W}orient") == "landscape")


def test_rule_1_every_section_is_a4(word: Word) -> None:
    for section in word.sections():
        sides = [millimetres(section.find(f"{W}pgSz"), each) for each in ("w", "h")]
        wanted = [297, 210] if is_landscape(section) else [210, 297]
        assert sides == pytest.approx(wanted, abs=0.1)


def test_rules_2_to_4_the_margins_leave_a_type_area_of_156_by_225(word: Word) -> None:
    for section in word.sections():
        margins = section.find(f"{W}pgMar")
        edges = [millimetres(margins, each) for each in ("top", "right", "bottom", "left")]
        turned = [28, 37, 26, 35]  # the upright sheet turned clockwise
        assert edges == pytest.approx(turned if is_landscape(section) else [37, 26, 35, 28], abs=0.5)


def test_rule_5_the_grid_has_22_lines(word: Word) -> None:
    for section in word.sections():
        if not is_landscape(section):
            grid = section.find(f"{W}docGrid")
            assert grid.get(f"{W}type") == "lines"
            assert 225 // millimetres(grid, "linePitch") == 22


def test_rules_5_to_7_the_body_is_16_pt_fangsong_28_to_the_line(word: Word) -> None:
    for paragraph in word.paragraphs("公文正文"):
        assert word.effective(paragraph, "rPr/rFonts", "eastAsia") == "仿宋_GB2312"
        assert word.effective(paragraph, "rPr/sz", "val") == "32"
        tracking = int(word.effective(paragraph, "rPr/spacing", "val") or 0) / 20
        assert 156 / ((16 + tracking) * 25.4 / 72) // 1 == 28
        assert word.effective(paragraph, "pPr/spacing", "line") == "579"
        assert word.effective(paragraph, "pPr/spacing", "lineRule") == "exact"


def test_rule_20_paragraphs_begin_two_characters_in_and_turn_over_flush(word: Word) -> None:
    for paragraph in word.paragraphs("公文正文"):
        indent = int(word.effective(paragraph, "pPr/ind", "firstLine") or 0) * MM_PER_TWIP
        assert indent == pytest.approx(2 * CHARACTER, abs=0.1)
        assert int(word.effective(paragraph, "pPr/ind", "left") or 0) == 0


@pytest.mark.parametrize(
    ("level", "face", "pattern", "kind"),
    [
        (1, "黑体", "%1、", "chineseCountingThousand"),
        (2, "楷体_GB2312", "（%2）", "chineseCountingThousand"),
        (3, "仿宋_GB2312", "%3.", "decimal"),
        (4, "仿宋_GB2312", "（%4）", "decimal"),
    ],
)
def test_rule_21_headings_have_their_face_and_number_themselves(
    plan: Sample, word: Word, level: int, face: str, pattern: str, kind: str
) -> None:
    headings = [
        block
        for block in blocks_of(plan.document)
        if isinstance(block, Heading) and block.level == level and block.form == "ordinal"
    ]
    paragraphs = word.paragraphs(f"heading {level}")
    assert len(paragraphs) == len(headings)
    for paragraph in paragraphs:
        assert word.effective(paragraph, "rPr/rFonts", "eastAsia") == face
        assert word.effective(paragraph, "pPr/outlineLvl", "val") == str(level - 1)
    forms = list(word.part("numbering.xml").iter(f"{W}lvl"))
    texts = [(each.find(f"{W}lvlText").get(f"{W}val"), each.find(f"{W}numFmt").get(f"{W}val")) for each in forms]
    assert (pattern, kind) in texts


def test_rule_32_and_33_odd_and_even_numbers_stand_one_character_in(word: Word) -> None:
    assert word.part("settings.xml").find(f"{W}evenAndOddHeaders") is not None
    numbered = [each for each in word.sections() if not is_landscape(each) and word.footers(each)]
    assert numbered
    for section in numbered:
        footers = word.footers(section)
        for kind, side, inset in (("default", "right", "right"), ("even", "left", "left")):
            paragraph = next(footers[kind].iter(f"{W}p"))
            if "".join(paragraph.itertext()).strip():
                assert word.effective(paragraph, "pPr/jc", "val") in (side, {"right": "end", "left": "start"}[side])
                inset_mm = int(word.effective(paragraph, "pPr/ind", inset) or 0) * MM_PER_TWIP
                assert inset_mm == pytest.approx(14 * 25.4 / 72, abs=0.2)
                assert word.effective(paragraph, "rPr/sz", "val") == "28"


def test_the_title_style_and_the_form_agree(word: Word) -> None:
    names = {style.find(f"{W}name").get(f"{W}val") for style in word.styles.values()}
    assert {role.word for name, role in load_style().roles.items() if name in ("body", "title", "caption")} <= names
