"""The pages of the PDF measured against the form: GB/T 9704's rules by the numbers of docs/gbt9704.md."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pdfplumber
import pytest

from tests.specimen import specimen
from tests.writers.pdf_measure import (
    BOTTOM,
    LEFT,
    RIGHT,
    TOP,
    Ink,
    document_of,
    ink_in,
    lines_of,
    pages_of,
    pages_with,
    size_of,
    text_lines,
)
from yinfa.document.tree import Block, Heading, Paragraph, RedHead, Section, Text
from yinfa.paths import ROOT
from yinfa.styling import MM_PER_PT, load_style
from yinfa.writers.layout import Layout
from yinfa.writers.pdf import lay_out

pytestmark = pytest.mark.slow

STYLE = load_style()


@pytest.fixture(scope="module")
def layout() -> Layout:
    """Return the specimen laid out."""
    return lay_out(specimen(6), STYLE)


@pytest.fixture(scope="module")
def pdf(layout: Layout) -> bytes:
    """Return the specimen's PDF."""
    return layout.pdf()


@pytest.fixture(scope="module")
def pages(pdf: bytes) -> list[Any]:
    """Return the specimen's pages."""
    return pages_of(pdf)


def test_page_sizes(pages: list[Any]) -> None:
    """Upright pages are A4; the table's pages are the same sheet turned (rules 1 and 35)."""
    sizes = [size_of(page) for page in pages]
    assert set(sizes) == {(210.0, 297.0), (297.0, 210.0)}
    assert sizes == sorted(sizes)


def test_text_keeps_to_the_type_area(pages: list[Any]) -> None:
    """Nothing but marks and numbers stands in the margins (rules 2 to 4)."""
    for page in pages:
        width, _ = size_of(page)
        area = (LEFT, TOP, RIGHT, BOTTOM) if width == 210 else (35, 28, 260, 184)
        inside = [line for line in lines_of(page) if line.text != "样例" and not line.text.startswith("—")]
        assert all(area[0] - 0.2 <= line.left and line.right <= area[2] + 0.5 for line in inside)
        assert all(area[1] <= line.baseline <= area[3] for line in inside)


@pytest.mark.parametrize(("index", "inset"), [(2, lambda ink: RIGHT - ink.right), (3, lambda ink: ink.left - LEFT)])
def test_page_number(pages: list[Any], index: int, inset: Callable[[Ink], float]) -> None:
    """Its dash's ink lies 7 mm below the type area, and it stands one character in (rules 32 and 33)."""
    ink = ink_in(pages[index], 0, BOTTOM + 1, 210, 297)
    assert ink is not None
    dash = ink_in(pages[index], ink.left, BOTTOM + 1, ink.left + 4, 297)
    assert dash is not None
    assert dash.top - BOTTOM == pytest.approx(7, abs=0.15)
    assert inset(ink) == pytest.approx(14 * MM_PER_PT, abs=0.15)


@pytest.mark.slow
def test_page_number_of_landscape_pages(layout: Layout, pages: list[Any]) -> None:
    """It stays where an upright page has it: in the left margin, low on odd pages and high on even ones (rule 35)."""
    first = int(layout.page_of["annex-1"])
    for number, page in enumerate((page for page in pages if size_of(page)[0] == 297), first):
        ink = ink_in(page, 0, 0, 34, 210)
        assert ink is not None
        dash = ink_in(page, 0, ink.top, 34, ink.top + 4)
        assert dash is not None
        assert 35 - dash.right == pytest.approx(7, abs=0.15)
        outer = 184 - ink.bottom if number % 2 else ink.top - 28
        assert outer == pytest.approx(14 * MM_PER_PT, abs=0.3)


def test_numbers_are_printed_on_body_pages_alone(pages: list[Any]) -> None:
    """Cover and contents have none, and the body begins with 1."""
    feet = ["".join(line.text for line in lines_of(page) if line.baseline > BOTTOM + 1) for page in pages[:5]]
    assert feet == ["", "", "— 1 —", "— 2 —", "— 3 —"]


def test_mark_heads_every_page(pages: list[Any]) -> None:
    """样例 stands above the type area, at its right edge."""
    for page in pages:
        (mark,) = [line for line in lines_of(page) if line.text == "样例"]
        assert 20 < mark.baseline < 28
        assert mark.right == pytest.approx(RIGHT if size_of(page)[0] == 210 else 260, abs=0.1)


def test_body_begins_on_a_right_hand_page() -> None:
    """A blank page goes before it where it must, and bears nothing; the number is not the sheet's."""
    cover = Section("cover", (Paragraph((Text("题"),), "title"),))
    body = Section("body", (Heading("h-1", 1, (Text("题"),), ordinal="一、"), Paragraph((Text("文"),))), 1)
    laid = lay_out(document_of(cover, body), STYLE)
    pages = pages_of(laid.pdf())
    assert [len(page.chars) > 0 for page in pages] == [True, False, True]
    assert lines_of(pages[2])[-1].text == "— 1 —"
    assert laid.page_of == {"h-1": "1"}


def test_numbers_run_on_through_sections_of_one_make() -> None:
    """Only the section that says so begins them anew, though a later one has pages of the same kind."""

    def section(page: Any, key: str, number: int | None = None) -> Section:
        return Section(page, (Heading(key, 1, (Text("题"),), "plain"),), number)

    sections = section("body", "a", 1), section("landscape", "b"), section("body", "c"), section("landscape", "d")
    assert lay_out(document_of(*sections), STYLE).page_of == {"a": "1", "b": "2", "c": "3", "d": "4"}


def test_landscape_pages_numbered_anew_keep_their_make() -> None:
    """Each section that begins the numbers anew has pages of its own name, which are landscape as any."""

    def section(key: str, number: int | None = None) -> Section:
        return Section("landscape", (Heading(key, 1, (Text("题"),), "plain"),), number)

    laid = lay_out(document_of(section("a", 1), section("b"), section("c", 7), section("d"), section("e", 3)), STYLE)
    assert laid.page_of == {"a": "1", "b": "2", "c": "7", "d": "8", "e": "3"}
    pages = [page for page in pages_of(laid.pdf()) if page.chars]
    assert {size_of(page) for page in pages} == {(297, 210)}
    turned = ["".join(char["text"] for char in page.chars if not char["upright"]) for page in pages]
    assert [sorted(each) for each in turned] == [sorted(f"— {number} —") for number in (1, 2, 7, 8, 3)]


def test_page_of_is_what_is_printed(layout: Layout, pages: list[Any]) -> None:
    """Heading, box and table stand on the page that the layout says."""
    titles = {"h-2": "二、主要目标", "box-1": "专栏1", "table-1": "表1", "annex-1": "重大建设项目表"}
    for key, title in titles.items():
        page = pages[int(layout.page_of[key]) + 1]
        assert any(line.text.startswith(title) for line in lines_of(page)), key
    assert layout.page_count == len(pages)


def test_contents_lead_to_the_pages(layout: Layout, pages: list[Any]) -> None:
    """Each line ends at the edge with the number that its heading's page bears, and is a link."""
    entries = text_lines(pages[1])[1:]
    assert [re.sub(".*…", "", line.text) for line in entries] == [
        layout.page_of[key] for key in ("h-1", "h-1-1", "h-2", "annex-1")
    ]
    assert all(line.right == pytest.approx(RIGHT, abs=0.1) for line in entries)
    assert len(pages[1].annots) >= len(entries)


def test_headings_stay_with_their_text() -> None:
    """A heading that would be the last line of a page begins the next."""
    words, heading = Paragraph((Text("文"),)), Heading("h-1", 1, (Text("题"),), ordinal="一、")
    first, second = pages_with(*[words] * 21, heading, words)
    assert [line.text for line in text_lines(first)] == ["文"] * 21
    assert [line.text for line in text_lines(second)] == ["一、题", "文"]


@pytest.mark.slow
def test_fonts_are_embedded_in_part(pdf: bytes) -> None:
    """Each font is a subset of a face of ours; no face of the system has slipped in."""
    with pdfplumber.open(BytesIO(pdf)) as opened:
        names = {char["fontname"] for page in opened.pages for char in page.chars}
    assert names
    assert all(
        re.fullmatch(r"[A-Z]{6}\+yinfa-(Fandol\w+-(Regular|Bold)|LiberationSerif-Regular)", name) for name in names
    )


def test_archive_and_access(pdf: bytes) -> None:
    """PDF/A-2u with its metadata in the clear, tags, language, and an outline that bears the ordinals."""
    assert b'pdfaid:part="2" pdfaid:conformance="U"' in pdf
    with pdfplumber.open(BytesIO(pdf)) as opened:
        catalog, info = opened.doc.catalog, opened.metadata
        outline = [(level, title) for level, title, *_ in opened.doc.get_outlines()]
    assert {"StructTreeRoot", "OutputIntents", "Metadata"} <= catalog.keys()
    assert catalog["Lang"] == b"zh-CN"
    assert (info["Title"], info["CreationDate"]) == ("某县质量强县发展规划（样张）", "D:20111101")
    assert outline[:2] == [(1, "一、发展基础"), (2, "（一）发展现状")]
    assert (1, "附件\u3000重大建设项目表") in outline


@pytest.mark.slow
def test_same_bytes_in_every_process(pdf: bytes) -> None:
    """Neither the clock nor the order of sets is to be seen in the file."""
    program = (
        "import sys; from tests.specimen import specimen; from yinfa.styling import MM_PER_PT, load_style;"
        "from yinfa.writers.pdf import lay_out;"
        "sys.stdout.buffer.write(lay_out(specimen(6), load_style()).pdf())"
    )
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        made = subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, check=True
        )
        assert made.stdout == pdf


@pytest.mark.parametrize(
    ("block", "figures", "face"),
    [
        (Paragraph((Text("2013年计划"),), "headline"), "2013", "FandolSong-Bold"),
        (Heading("a", 1, (Text("题"),), "annex", "附件1", 1), "1", "FandolHei"),
        (Heading("a", 1, (Text("2013年指标"),), "annex"), "2013", "FandolSong-Bold"),
        (RedHead("document", ("某局",), secrecy="秘密★1年"), "1", "FandolHei"),
        (Paragraph((Text("2013年"),)), "2013", "LiberationSerif"),
    ],
    ids=("headline", "annex mark", "annex title", "secrecy", "text"),
)
def test_figures_of_marks_and_titles_are_of_the_face_beside_them(block: Block, figures: str, face: str) -> None:
    """附件 and its number, 密级 and its term are 黑体 (rules 10 and 27); in text figures are latin."""
    chars = [char for page in pages_with(block) for char in page.chars if char["top"] * MM_PER_PT < BOTTOM]
    found = [char for char in chars if char["text"].isdigit()]
    assert "".join(char["text"] for char in found) == figures
    assert all(face in char["fontname"] for char in found)
    assert all(char["x1"] - char["x0"] == pytest.approx(char["size"] / 2, abs=0.3) for char in found)
