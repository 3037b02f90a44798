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


@cache
def _pdf() -> bytes:
    choice = Blank("kind", "反馈者类别", "choice", ("机关", "企业"))
    rows = (
        (Cell((Text("单位名称"),)), Cell((Blank("name", "单位名称"),), align="left")),
        (Cell((Text("类别"),)), Cell((choice,), align="left")),
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
        choices = [shown for _, shown in fields["kind"].choice_values]
    assert kinds == {
        "phone": ("Text", "联系电话"),
        "name": ("Text", "单位名称"),
        "kind": ("ComboBox", "反馈者类别"),
        "opinion": ("Text", "意见"),
        "open": ("CheckBox", "同意公开"),
    }
    assert choices == ["", "机关", "企业"]


def test_fields_lie_in_their_cells_and_in_their_lines() -> None:
    """As wide as the cell and as high as the lines asked for; one in a paragraph does not break its line."""
    with _opened() as opened:
        fields = {each.field_name: each.rect for each in opened[0].widgets()}
    for name in ("name", "kind", "opinion"):
        assert fields[name].x1 * MM_PER_PT == pytest.approx(RIGHT, abs=1.5)
        assert fields[name].x0 * MM_PER_PT == pytest.approx(LEFT + (RIGHT - LEFT) / 3, abs=1.5)
    assert fields["opinion"].height == pytest.approx(LINES * STYLE.roles["table-cell"].line, abs=1)
    lines = [line.text for line in text_lines(pages_of(_pdf())[0])]
    assert lines[0] == "电话：，请填。"
    assert lines[-1] == "公开同意"


def test_a_form_is_still_for_archives() -> None:
    """PDF/A asks for the look of every field, and that no reader makes its own (ISO 19005-2, 6.3.3 and 6.4.1)."""
    assert b'pdfaid:part="2" pdfaid:conformance="U"' in _pdf()
    with _opened() as opened:
        assert "NeedAppearances" not in opened.xref_object(opened.pdf_catalog())
        looks = [opened.xref_get_key(each.xref, "AP/N") for each in opened[0].widgets()]
        ticked = [kind for kind, _ in looks].count("dict")
    assert [kind for kind, _ in looks].count("xref") == len(looks) - ticked
    assert ticked == 1


def test_a_paper_without_blanks_is_no_form() -> None:
    assert b"AcroForm" not in lay_out(document_of(Section("body", (Paragraph((Text("文"),)),), 1)), STYLE).pdf()
