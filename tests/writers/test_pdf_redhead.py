"""The PDF of red-head documents measured against the form: GB/T 9704's rules by the numbers of docs/gbt9704.md."""

from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from tests.redhead_parts import OFFICE
from tests.redheads import REDHEADS, brief, ending
from tests.writers.pdf_measure import (
    BOTTOM,
    LEFT,
    RIGHT,
    TOP,
    Ink,
    Line,
    ink_in,
    lines_of,
    pages_of,
    pages_with,
    text_lines,
)
from yinfa.document.tree import Document, Imprint, Paragraph, RedHead, Text
from yinfa.fitting import head_type
from yinfa.styling import MM_PER_PT, load_style
from yinfa.writers.layout import Layout
from yinfa.writers.pdf import lay_out

pytestmark = pytest.mark.slow

STYLE = load_style()
CHARACTER = STYLE.roles["body"].advance * MM_PER_PT
LINE = STYLE.roles["body"].line * MM_PER_PT
RED = (0.901961, 0.0, 0.070588)
SMALL = 14 * MM_PER_PT  # a character of 版记


@cache
def layout(name: str) -> Layout:
    return lay_out(REDHEADS[name](), STYLE)


@cache
def pages(name: str) -> list[Any]:
    return pages_of(layout(name).pdf())


def _line(page: Any, begins: str) -> Line:
    """Return the first line of the type area that begins so."""
    return next(line for line in lines_of(page) if line.text.startswith(begins))


def _ink(page: Any, left: float, top: float, right: float, bottom: float) -> Ink:
    found = ink_in(page, left, top, right, bottom)
    assert found is not None
    return found


def _foot(page: Any) -> str:
    return "".join(line.text for line in lines_of(page) if line.baseline > BOTTOM + 1)


@pytest.mark.parametrize(
    ("name", "above", "top"),
    [
        ("document", 68, 72),
        *(pytest.param(*each, marks=pytest.mark.slow) for each in (("joint", 60, 72), ("minutes", 60, 72))),
        ("order", 40, 57),
        ("letter", 10, 30),
    ],
)
def test_ink_of_the_head_begins_at_its_height(name: str, above: float, top: float) -> None:
    """35 mm below the top of the type area, whatever stands above it; a letter's by the sheet (rules 12, 36 to 38)."""
    ink = _ink(pages(name)[0], 0, above, 210, above + 30)
    assert ink.top == pytest.approx(top, abs=0.2)
    assert (ink.left + ink.right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=2.5)


def test_the_head_is_red_and_condensed_to_the_type_area() -> None:
    (page,) = pages_with(RedHead("document", ("某某县质量强县建设工作领导小组办公室",), "文件", "某质强办〔2013〕2号"))
    assert {char["non_stroking_color"] for char in page.chars if char["size"] > 30} == {RED}
    ink = _ink(page, 0, 68, 210, 90)
    assert LEFT <= ink.left < LEFT + 5
    assert RIGHT - 5 < ink.right <= RIGHT


def test_names_of_several_offices_are_spread_to_one_width() -> None:
    """One below the other, 文件 beside them at half their height (rule 12)."""
    first, second, third = (line for line in lines_of(pages("joint")[0]) if TOP < line.baseline < 115)
    assert second.text.endswith("文件")
    assert {round(line.left, 1) for line in (first, second, third)} == {round(second.left, 1)}
    assert first.right == pytest.approx(third.right, abs=0.3)
    assert second.positions[-2] > first.right


def test_number_and_rule() -> None:
    """字号 is centred, the rule 4 mm below its characters and as wide as the type area (rules 14 and 16)."""
    page = pages("minutes")[0]
    number = _line(page, "〔2013〕")
    assert (number.left + number.right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=0.5)
    rule = _ink(page, 0, number.baseline + 2, 210, number.baseline + 10)
    bottom = number.baseline + 0.12 * 16 * MM_PER_PT
    assert rule.top - bottom == pytest.approx(4, abs=0.15)
    assert (rule.left, rule.right) == pytest.approx((LEFT, RIGHT), abs=0.15)


def test_seal_lies_about_name_and_date_and_moves_nothing() -> None:
    (seal,) = pages("sealed_by_picture")[-1].images
    date = _line(pages("sealed_by_picture")[-1], "2013年")
    assert (seal["x1"] - seal["x0"]) * MM_PER_PT == pytest.approx(42, abs=0.1)
    assert (seal["x0"] + seal["x1"]) / 2 * MM_PER_PT == pytest.approx((date.left + date.right) / 2, abs=0.5)
    assert 0 < date.baseline - (seal["top"] + seal["bottom"]) / 2 * MM_PER_PT < 15
    bare = pages("unsealed")[0]
    assert [line.text for line in text_lines(bare)] == [line.text for line in text_lines(pages("sealed_by_picture")[0])]


@pytest.mark.slow
def test_text_comes_with_the_signature() -> None:
    """However long the text, some of it stands on the page of the signature (rule 25)."""
    for lines in range(3, 8):
        printed = pages_of(lay_out(ending(lines), STYLE).pdf())
        page = next(page for page in printed if any(line.text == "2013年5月9日" for line in lines_of(page)))
        assert text_lines(page)[0].text.startswith(("要把第", "某某县人民政府办公室文件"))


@pytest.mark.parametrize(("characters", "last"), [(40, 1), (60, 1), (100, 2), (130, 2), (150, 2)])
def test_the_only_text_begins_on_page_1_and_ends_on_that_of_the_signature(characters: int, last: int) -> None:
    """It is cut where it would fit on page 1 too: of four lines and more two go along (rules 19 and 25)."""
    first, second = _texts(brief(characters))
    assert "各乡镇、各部门" in first[-3] + first[-2] + first[-1]
    assert second.index(OFFICE) == last


def test_the_only_text_is_not_cut_for_the_sake_of_the_postscript() -> None:
    """Which goes to the next page alone where text and signature fill the first."""
    head, title, addressee, _, *rest = ending(1).sections[0].blocks
    first, second = pages_with(head, title, addressee, Paragraph((Text("两行字" * 12),)), *rest)
    assert text_lines(first)[-1].text == "2013年5月9日"
    assert text_lines(second)[0].text == "（此件公开发布）"


def _texts(document: Document) -> list[list[str]]:
    """Return the lines of each page."""
    return [[line.text for line in text_lines(page)] for page in pages_of(lay_out(document, STYLE).pdf())]


@pytest.mark.parametrize(
    ("name", "count", "numbered"),
    [
        ("ends_on_an_even_page", 2, ["— 1 —", "— 2 —"]),
        ("ends_on_a_full_even_page", 4, ["— 1 —", "— 2 —", "", ""]),
        ("document", 6, ["— 1 —", "— 2 —", "— 3 —", "", "— 5 —", ""]),  # the landscape page has it at its side
        ("upward_two", 4, ["— 1 —", "— 2 —", "", ""]),
    ],
)
def test_imprint_stands_at_the_foot_of_an_even_page(name: str, count: int, numbered: list[str]) -> None:
    """Its last rule lies on the edge of the type area; a page of its own and a blank one bear no number (29, 34)."""
    assert layout(name).page_count == count
    assert [_foot(page) for page in pages(name)] == numbered
    page = pages(name)[-1]
    first = _line(page, "抄送：")
    block = _ink(page, 0, first.baseline - 10, 210, BOTTOM + 1)
    assert block.bottom == pytest.approx(BOTTOM, abs=0.1)
    assert (block.left, block.right) == pytest.approx((LEFT, RIGHT), abs=0.15)
    assert (layout(name).document.sections[-1].page == "imprint") is (numbered[-1] == "")


def test_lines_of_the_imprint() -> None:
    """One character in at both sides, the turnover under the first of the names (rules 30 and 31)."""
    copies, turned, issued = text_lines(pages("document")[-1])
    assert copies.left == pytest.approx(LEFT + SMALL, abs=0.1)
    assert turned.left == pytest.approx(copies.positions[3], abs=0.5)  # that line is stretched to its edge
    assert (issued.left, issued.right) == pytest.approx((LEFT + SMALL, RIGHT - SMALL), abs=0.1)
    assert issued.text.endswith("2013年5月9日印发")


def test_imprint_of_a_letter_stays_with_its_text() -> None:
    """It is the 抄送 alone at the foot of the last page, odd or even (rule 36)."""
    copied = text_lines(pages("letter")[-1])[-1]
    assert copied.text.startswith("抄送：")
    assert BOTTOM - 6 < copied.baseline < BOTTOM
    (imprint,) = [block for block in layout("letter").document.sections[-1].blocks if isinstance(block, Imprint)]
    assert imprint.printer == ""


def test_participants_hang_below_their_names() -> None:
    """A line below the text, two characters in, the label in 黑体 (rule 38)."""
    page = pages("minutes")[1]
    lines = text_lines(page)
    at = next(n for n, line in enumerate(lines) if line.text.startswith("出席："))
    assert lines[at].baseline - lines[at - 1].baseline == pytest.approx(2 * LINE, abs=0.3)
    assert lines[at].left == pytest.approx(LEFT + 2 * CHARACTER, abs=0.2)
    assert lines[at + 1].left == pytest.approx(lines[at].positions[3], abs=0.2)
    assert "Hei" in next(char["fontname"] for char in page.chars if char["text"] == "席")


def test_run_in_headings_open_their_paragraph() -> None:
    """In the face of their level, with a bookmark of those words alone."""
    printed = pages("document")
    page, line = next((page, line) for page in printed for line in lines_of(page) if "（二）加强领导。" in line.text)
    assert line.text.startswith("（二）加强领导。各乡镇")
    faces = {char["text"]: char["fontname"] for char in page.chars if char["text"] in "领乡"}
    assert ("Kai" in faces["领"], "Fang" in faces["乡"]) == (True, True)
    outline = [title for _, title, *_ in printed[0].pdf.doc.get_outlines()]
    assert "（二）加强领导。" in outline


def test_text_stands_on_the_first_page_below_many_names() -> None:
    """As many offices as there is room for, and a title of three lines (rule 19)."""
    organs = ("某某县人民政府", "某某县质量技术监督局", "某某县财政局", "某某县教育局", "某某县卫生局")
    head, title, *rest = REDHEADS["unsealed"]().sections[0].blocks
    assert isinstance(head, RedHead)
    joint = replace(head, organs=organs)
    assert head_type(joint, STYLE).fits
    assert not head_type(replace(head, organs=(*organs, "某某县水利局")), STYLE).fits
    first, *_ = pages_with(joint, title, *rest)
    assert any(line.text.startswith("关于第1点") for line in lines_of(first))


def _headed(name: str, form: str, **changes: float | bool) -> Any:
    """Return the first page of a paper whose head has other measures."""
    heads = {**STYLE.heads, form: replace(STYLE.heads[form], **changes)}  # type: ignore[arg-type]
    return pages_of(lay_out(REDHEADS[name](), replace(STYLE, heads=heads)).pdf())[0]


@pytest.mark.parametrize(("rule", "left"), [(120, LEFT + 18), (156, LEFT), (170, LEFT - 8)])
def test_a_red_rule_is_as_wide_as_the_form_has_it(rule: float, left: float) -> None:
    """Centred on the type area, a wider one on the sheet, as in the DOCX."""
    edges = [each for each in _headed("unsealed", "document", rule=rule).rects if each["width"] > 300]
    sides = [(each["x0"] * MM_PER_PT, each["x1"] * MM_PER_PT) for each in edges]
    assert sides[0] == pytest.approx((left, left + rule), abs=0.1)


@pytest.mark.parametrize(("name", "form"), [("unsealed", "document"), ("letter", "letter")])
def test_a_red_rule_is_double_where_the_form_has_it_so(name: str, form: str) -> None:
    """A double one is as high as its two lines and the space between them."""

    def heights(*, double: bool) -> set[float]:
        rects = [each for each in _headed(name, form, double=double).rects if each["width"] > 300]
        return {round(max(each["height"] for each in rects) / STYLE.fitting.weight, 1)}

    assert heights(double=False) == {1}
    assert heights(double=True) == {STYLE.fitting.thick + 1 + STYLE.fitting.thin}
