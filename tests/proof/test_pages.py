"""Rules over pages: nothing is told of a clean paper, and each slip by the right code and on the right page."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.form.rendered import with_head, with_part, with_role
from tests.form.spoiling import lines as title_lines
from tests.form.spoiling import paragraph, part, signature_alone
from tests.proof.forms import FORMS, redhead
from tests.proof.proving import Spoilt, clean_pages, heading, lines, pages_told, plain, shown, table
from tests.redhead_parts import LONG_ANNEX, annex, body, prose
from tests.redheads import REDHEADS
from tests.specimen import specimen
from tests.writers.docx.drawn import BESIDE
from yinfa.document.tree import Box, Document, Paragraph, Section, Text
from yinfa.proof import PAGE_RULES

pytestmark = pytest.mark.slow

CUT, LOOSE = "tr { break-inside: auto }", "h1, h2 { break-after: auto }"
PARTED = "figure { break-inside: auto } figcaption { break-before: page }"
SENTENCE = "健全统筹协调、分工负责的推进机制，使各类质量都有可以核对的年度数据。"
ASIDE = Box("box-1", (Text("重点工程"),), (Paragraph((Text(SENTENCE),)),), ordinal="专栏1")


def stranded(before: int, level: int, ordinal: str) -> Callable[[], Document]:
    """Return what makes a paper whose heading falls on the last line of a page."""
    return lambda: plain(*lines(before), heading(ordinal, "工作保障", level), *lines(3))


def labelled() -> Document:
    """Return a paper with the words over a list on the last line of a page."""
    return plain(*lines(21), Paragraph((Text("编制依据："),), "label"), *lines(3))


def wide() -> Document:
    """Return a paper of two sections, the second one lying on its side."""
    first = plain(*lines(3))
    return replace(first, sections=(*first.sections, Section("landscape", (annex(0, "重点工作表"), table(4)))))


def alone() -> Document:
    """Return a paper with an annex whose title is alone on its page."""
    return plain(*lines(3), annex(0, "重点工作表"), table(4))


def with_empty_section() -> Document:
    """Return a paper with a page of nothing."""
    first = plain(*lines(3))
    return replace(first, sections=(*first.sections, Section("body", (Paragraph((Text("\u3000"),)),)), *first.sections))


def signed_alone() -> Document:
    """Return a paper whose signature has no text on its page."""
    return signature_alone(REDHEADS["ends_on_an_odd_page"]())


BROKEN = paragraph("headline", *title_lines("关于建设质", "量强县的通知"))
ODD = redhead("ends_on_an_odd_page")
TALL = "第一季度按月报送，第二季度按季报送。" * 40
SPOILT: dict[str, tuple[Spoilt, ...]] = {
    "annex-alone": (
        Spoilt("a page break behind the title", 2, alone, css=".annex { break-after: page }"),
        Spoilt("a table on a page of its own", 2, wide, css="table { break-before: page }"),
    ),
    "cell-overflow": (
        Spoilt("a word without a break", 1, lambda: plain(table(2, "A" * 80))),
        Spoilt("cells of one line", 1, lambda: plain(table(2, SENTENCE * 2)), css="td { white-space: nowrap }"),
    ),
    "docx-pdf": (
        Spoilt("a heading of the PDF", 1, redhead("document"), html=lambda html: html.replace("总体要求", "总休要求")),
        Spoilt("a heading of the DOCX", 1, redhead("document"), docx=part("document", "农产品", "农业")),
        Spoilt("a paragraph of the DOCX", 2, redhead("document"), docx=part("document", "工作保障", "保障")),
        Spoilt("a cell of the PDF", 1, lambda: plain(table(3)), html=lambda html: html.replace("<td>2<", "<td>7<")),
        Spoilt("a cell of the DOCX", 1, lambda: plain(table(3)), docx=part("document", ">2<", ">7<")),
        Spoilt("a figure of a chart", 1, lambda: plain(BESIDE), docx=part("charts/chart", "<v>", "<v>9")),
        Spoilt("what a chart shows", 1, lambda: plain(BESIDE), docx=part("document", BESIDE.alt[:6], "另一张图")),
    ),
    "empty-page": (
        Spoilt("a section of nothing", 2, with_empty_section),
        Spoilt("a page left blank", 2, wide, css="section + section { break-before: right }"),
    ),
    "form-annex": (
        Spoilt("a mark that is moved in", 2, alone, css=".annex-mark { padding-left: 20pt }"),
        Spoilt("a mark on line 2", 2, wide, css=".annex { padding-top: 29pt }"),
    ),
    "form-first-page": (
        Spoilt("a title alone on page 1", 1, redhead(), css=".headline { break-after: page }"),
        Spoilt("an addressee above the break", 1, redhead("joint"), css=".addressee { break-after: page }"),
    ),
    "form-grid": (
        Spoilt("lines of 30 pt", 1, redhead(), style=with_role("body", line=30)),
        Spoilt("type of 15 pt", 1, redhead(), style=with_role("body", size=15)),
        Spoilt("lines of 24 characters", 1, redhead(), style=with_role("body", tracking=2.4)),
    ),
    "form-imprint": (
        Spoilt("on an odd page", 3, redhead("ends_on_an_even_page"), css=".closing { break-before: page }"),
        Spoilt("not at the foot", 2, redhead("ends_on_an_even_page")),
        Spoilt("narrower", 2, redhead(), css=".closing { margin-left: 10mm }"),
    ),
    "form-page-number": (
        Spoilt("none on odd pages", 1, redhead(), css="@page :right { @bottom-right { content: none } }"),
        Spoilt("without dashes", 2, redhead(), css="@page :left { @bottom-left { content: counter(page) } }"),
        Spoilt("at the wrong edge", 2, redhead(), css="@page :left { @bottom-left { text-align: right } }"),
        Spoilt("counted on by two", 2, redhead(), css="@page :left { counter-increment: page 2 }"),
        Spoilt("5号", 1, redhead(), style=with_role("number", size=10.5)),
        Spoilt("further below", 1, redhead(), style=with_part("page", number_gap=12)),
    ),
    "form-red-rule": (
        Spoilt("shorter", 1, redhead(), style=with_head("document", rule=140)),
        Spoilt("black", 1, redhead(), css=".rule { border-color: black !important }"),
        Spoilt("8 mm below", 1, redhead(), style=with_part("fitting", gap=8)),
        Spoilt("of a letter, as wide as the text", 1, redhead("letter"), style=with_head("letter", rule=156)),
    ),
    "form-signature": (
        Spoilt(
            "the date at the edge",
            1,
            ODD,
            css=".signature-date { margin-right: 0 !important }",
        ),
        Spoilt("the name at the left", 1, ODD, css=".signature { text-align: left }"),
        Spoilt("on a page without text", 2, signed_alone),
    ),
    "head-missing": (
        Spoilt("a head printed once", 2, lambda: plain(table(45)), css="thead { display: table-row-group }"),
        Spoilt("on the third page too", 3, lambda: plain(table(75)), css="thead { display: table-row-group }"),
    ),
    "parted-caption": (
        Spoilt("the title of a box", 1, lambda: plain(ASIDE), css=".box .box-title { break-after: page }"),
        Spoilt("that of a chart", 2, lambda: plain(BESIDE), css=PARTED),
    ),
    "row-cut": (
        Spoilt("over two pages", 2, lambda: plain(*lines(19), table(3, SENTENCE * 4)), css=CUT),
        Spoilt("on a page that lies on its side", 2, lambda: plain(table(6, SENTENCE * 5), page="landscape"), css=CUT),
    ),
    "runt-page": (
        Spoilt("one line on page 2", 2, lambda: plain(*lines(23))),
        Spoilt("one line on page 3", 3, lambda: plain(*lines(45))),
    ),
    "stranded-heading": (
        Spoilt("of level 1", 1, stranded(21, 1, "一、"), css=LOOSE),
        Spoilt("a label", 1, labelled, css=".label { break-after: auto }"),
        Spoilt("of level 2, on page 2", 2, stranded(43, 2, "（一）"), css=LOOSE),
    ),
    "text-outside": (
        Spoilt(
            "a line of 40 characters",
            1,
            lambda: plain(*prose(1)),
            css="p { white-space: nowrap }",
        ),
        Spoilt(
            "a name beyond the edge",
            1,
            ODD,
            css=".signature { position: relative; left: 90pt }",
        ),
    ),
    "title-broken": (
        Spoilt("by the program", 1, lambda: BROKEN(redhead()())),
        Spoilt(
            "by the engine",
            2,
            lambda: plain(*lines(2), annex(0, LONG_ANNEX)),
        ),
    ),
}
ALL = {code: (*SPOILT.get(code, ()), *FORMS.get(code, ())) for code in SPOILT | FORMS}
CASES = [pytest.param(code, each, id=f"{code}: {each.what}") for code, several in ALL.items() for each in several]
CLEAN: dict[str, Callable[[], Document]] = {
    **{name: make for name, make in REDHEADS.items() if name not in ("document", "ten_annexes")},
    "with every kind of node": specimen,
    "a heading on the last line but one": stranded(20, 1, "一、"),
    "a table over three pages": lambda: plain(table(75)),
    "a chart": lambda: plain(BESIDE),
    "headings of every level": lambda: plain(*body()),
    "two lines on page 2": lambda: plain(*lines(24)),
    "on its side": wide,
    "rows higher than a page": lambda: plain(table(2, TALL)),
    "high rows on its side": lambda: plain(table(6, SENTENCE * 12), page="landscape"),
}


@pytest.mark.parametrize(("code", "spoilt"), CASES)
def test_what_is_spoilt_is_told_by_its_code_with_its_page(code: str, spoilt: Spoilt) -> None:
    told = pages_told(spoilt)
    assert any(message.startswith(f"第{spoilt.page}页：") for message in told.get(code, ())), told


@pytest.mark.parametrize("make", CLEAN.values(), ids=CLEAN)
def test_nothing_is_told_of_a_clean_paper(make: Callable[[], Document]) -> None:
    assert clean_pages(make()) == {}


@pytest.mark.parametrize("code", [rule.code for rule in PAGE_RULES])
def test_each_rule_is_tried_on_two_spoilt_papers(code: str) -> None:
    assert len(ALL[code]) >= 2


@pytest.mark.parametrize("code", [rule.code for rule in PAGE_RULES])
def test_the_example_of_a_page_of_docs_is_what_a_spoilt_paper_is_told(code: str) -> None:
    assert shown(code) in {message for spoilt in ALL[code] for message in pages_told(spoilt).get(code, ())}
