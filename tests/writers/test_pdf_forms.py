"""Blanks become the fields of a PDF form, and the file stays one for archives."""

from functools import cache
from typing import Any

import pymupdf
import pytest

from tests.writers.pdf_measure import LEFT, RIGHT, document_of, pages_of, text_lines
from yinfa.document.tree import Blank, Cell, Paragraph, Section, Table, Text
from yinfa.styling import MM_PER_PT, load_style
from yinfa.writers.pdf import lay_out

STYLE = load_style()
LINES = 5
MULTILINE = 1 << 12  # a flag of a text field (ISO 32000-1, table 228)


@cache
def _pdf() -> bytes:
    choice = (
        Blank("office", "类别：机关", "check"),
        Text("机关\u3000"),
        Blank("firm", "类别：企业", "check"),
        Text("企业"),
    )
    rows = (
        (Cell((Text("单位名称"),)), Cell((Blank("name", "单位名称"),), align="left")),
        (Cell((Text("类别"),)), Cell(choice, align="left")),
        (Cell((Text("意见"),)), Cell((Blank("opinion", "意见", lines=LINES),), align="left")),
        (Cell((Text("公开"),)), Cell((Blank("open", "同意公开", "check"), Text("同意")), align="left")),
    )
    asked = Paragraph((Text("电话："), Blank("phone", "联系电话"), Text("，请填。")))
    blocks = (asked, Table("t", (), (1, 2), (), (rows,)))
    return lay_out(document_of(Section("body", blocks, 1)), STYLE).pdf()


def _opened() -> Any:
    return pymupdf.open(stream=_pdf())  # type: ignore[no-untyped-call]  # the library says nothing of its types


def test_each_blank_is_a_field_with_its_label() -> None:
    with _opened() as opened:
        fields = {each.field_name: each for each in opened[0].widgets()}
        kinds = {name: (each.field_type_string, each.field_label) for name, each in fields.items()}
    assert kinds == {
        "phone": ("Text", "联系电话"),
        "name": ("Text", "单位名称"),
        "office": ("CheckBox", "类别：机关"),
        "firm": ("CheckBox", "类别：企业"),
        "opinion": ("Text", "意见"),
        "open": ("CheckBox", "同意公开"),
    }


def test_fields_lie_in_their_cells_and_in_their_lines() -> None:
    """As wide as the cell and as high as the lines asked for; one in a paragraph does not break its line."""
    with _opened() as opened:
        fields = {each.field_name: each.rect for each in opened[0].widgets()}
    for name in ("name", "opinion"):
        assert fields[name].x1 * MM_PER_PT == pytest.approx(RIGHT, abs=1.5)
        assert fields[name].x0 * MM_PER_PT == pytest.approx(LEFT + (RIGHT - LEFT) / 3, abs=1.5)
    assert fields["opinion"].height == pytest.approx(LINES * STYLE.roles["table-cell"].line, abs=1)
    lines = [line.text for line in text_lines(pages_of(_pdf())[0])]
    assert lines[0] == "电话：，请填。"
    assert lines[-1] == "公开同意"


def test_what_is_to_be_ticked_has_a_frame_on_paper_too() -> None:
    """Printed without the fields' own looks, which are empty."""
    with _opened() as opened:
        page = opened[0]
        boxes = [each.rect for each in page.widgets() if each.field_type_string == "CheckBox"]
        printed = [page.get_pixmap(clip=box, dpi=144, annots=False) for box in boxes]
    assert len(boxes) == 3
    assert all(each.color_count() > 1 for each in printed)


def test_a_form_is_still_for_archives() -> None:
    """PDF/A asks for the look of every field, and that no reader makes its own (ISO 19005-2, 6.3.3 and 6.4.1)."""
    assert b'pdfaid:part="2" pdfaid:conformance="U"' in _pdf()
    with _opened() as opened:
        assert "NeedAppearances" not in opened.xref_object(opened.pdf_catalog())
        looks = [opened.xref_get_key(each.xref, "AP/N") for each in opened[0].widgets()]
        ticked = [kind for kind, _ in looks].count("dict")
    assert [kind for kind, _ in looks].count("xref") == len(looks) - ticked
    assert ticked == 3


def test_a_paper_without_blanks_is_no_form() -> None:
    assert b"AcroForm" not in lay_out(document_of(Section("body", (Paragraph((Text("文"),)),), 1)), STYLE).pdf()


def test_chinese_can_be_typed_into_a_field() -> None:
    """In a font that every reader has something for, and in one that prints what is typed."""
    typed = "澄川县市场监督管理局"
    with _opened() as opened:
        page = opened[0]  # held, or its fields are gone
        fields = {each.field_name: each for each in page.widgets()}
        fonts = {each.text_font for each in fields.values() if each.field_type_string == "Text"}
        place = fields["name"].rect
        pymupdf.mupdf.pdf_set_text_field_value(fields["name"]._annot, typed)
        pymupdf.mupdf.pdf_update_widget(fields["name"]._annot)
        words = "".join(page.get_text(clip=place).split())
        printed = page.get_pixmap(clip=place, dpi=72)
    assert fonts == {"STSong-Light"}
    assert words == typed
    assert printed.color_count() > 1


def test_what_is_typed_is_as_large_as_the_text_about_it() -> None:
    with _opened() as opened:
        sizes = {each.field_name: each.text_fontsize for each in opened[0].widgets()}
    assert sizes["phone"] == STYLE.roles["body"].size
    assert sizes["name"] == sizes["opinion"] == STYLE.roles["table-cell"].size


def test_a_field_of_several_lines_takes_several() -> None:
    with _opened() as opened:
        fields = {each.field_name: each.field_flags for each in opened[0].widgets()}
    assert fields["opinion"] == MULTILINE
    assert fields["name"] == fields["phone"] == 0


def test_a_form_holds_no_font_whole() -> None:
    """Only the characters that it prints."""
    assert len(_pdf()) < 100_000
