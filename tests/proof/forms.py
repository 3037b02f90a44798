"""Papers spoilt in what GB/T 9704 requires of 版头, title, paragraphs, 附件说明, 附注, annexes and the sheet."""

from collections.abc import Callable
from typing import Any

from tests.form.rendered import with_head, with_part, with_role
from tests.form.spoiling import block
from tests.proof.proving import Spoilt, plain, table
from tests.redhead_parts import LONG_ANNEX, TARGETS, annex
from tests.redheads import REDHEADS
from yinfa.document.tree import Attachments, Document, Imprint, Text
from yinfa.writers.pdf.engine import paint


def redhead(name: str = "unsealed") -> Callable[[], Document]:
    """Return what makes a red-head paper."""
    return REDHEADS[name]


def wide() -> Document:
    """Return a paper that lies on its side."""
    return plain(annex(0, "重点工作表"), table(4), page="landscape")


def called_otherwise() -> Document:
    """Return a paper whose first annex has another title in 附件说明."""
    return block(Attachments, names=((Text("附表"),), (Text(TARGETS),)))(REDHEADS["document"]())


def stopped() -> Document:
    """Return a paper whose 附件说明 has a stop."""
    return block(Attachments, names=((Text(LONG_ANNEX),), (Text(TARGETS + "。"),)))(REDHEADS["document"]())


def letter_with_printer() -> Document:
    """Return a letter whose 版记 says who printed it."""
    return block(Imprint, printer="某某县人民政府办公室", date="2013年5月9日")(REDHEADS["letter"]())


def copies_alone() -> Document:
    """Return a document whose 版记 is the 抄送 alone."""
    return block(Imprint, printer="", date="")(REDHEADS["ends_on_a_full_even_page"]())


def without_last_page(pages: Any) -> bytes:
    """Return the PDF of all pages but the last."""
    return paint(pages.copy(pages.pages[:-1]))


def with_a_page_twice(pages: Any) -> bytes:
    """Return the PDF whose second page is the first once more."""
    return paint(pages.copy([pages.pages[0], pages.pages[0], *pages.pages[2:]]))


ABOVE = ".head-note:last-child { position: absolute; top: -30pt }"
FORMS: dict[str, tuple[Spoilt, ...]] = {
    "docx-pdf": (
        Spoilt("a page not painted", 1, redhead("document"), painting=without_last_page),
        Spoilt("a page painted in another's stead", 2, redhead("document"), painting=with_a_page_twice),
        Spoilt("a heading not painted", 2, redhead("document"), css="[id='h-6'] { visibility: hidden }"),
        Spoilt("a page number not painted", 1, redhead(), css="@page { @bottom-right { visibility: hidden } }"),
        Spoilt("words painted that are nobody's", 1, redhead(), css="@page { @top-left { content: '作废' } }"),
    ),
    "form-annex": (
        Spoilt("a title on line 5", 5, redhead("document"), style=with_role("annex-title", before=68)),
        Spoilt("a title at the left", 3, redhead("ends_on_a_landscape_page"), css=".annex-title { text-align: left }"),
        Spoilt("a mark in 仿宋", 4, redhead("document"), style=with_role("annex-mark", face="fangsong")),
        Spoilt("called otherwise", 4, called_otherwise),
    ),
    "form-attachments": (
        Spoilt("flush", 3, redhead("document"), css=".attachments { position: relative; left: -11.14mm }"),
        Spoilt("just below the text", 3, redhead("document"), css=".attached { padding-top: 0 !important }"),
        Spoilt(
            "turned over too far in", 3, redhead("ten_annexes"), css=".attachments { margin-left: 140pt !important }"
        ),
        Spoilt("with a stop", 3, stopped),
    ),
    "form-black": (
        Spoilt("red text", 2, redhead("document"), style=with_role("body", colour="E60012")),
        Spoilt("a blue addressee", 1, redhead(), style=with_role("addressee", colour="0000FF")),
        Spoilt("grey cells", 1, wide, css="td { color: #444444 }"),
        Spoilt("a red page number", 1, redhead(), css="@page { @bottom-right { color: red } }"),
    ),
    "form-head": (
        Spoilt("标志 at 80 mm", 1, redhead(), style=with_head("document", top=80)),
        Spoilt("标志 of a letter at 40 mm", 1, redhead("letter"), style=with_head("letter", top=40)),
        Spoilt("标志 of an order at 72 mm", 1, redhead("order"), style=with_head("order", top=72)),
        Spoilt("标志 of minutes at 57 mm", 1, redhead("minutes"), style=with_head("minutes", top=57)),
        Spoilt("标志 not centred", 1, redhead("joint"), css=".organs { left: 5mm }"),
        Spoilt("份号 not flush", 1, redhead("document"), style=with_role("head-serial", indent=2)),
        Spoilt("密级 in 仿宋", 1, redhead("document"), style=with_role("head-note", face="fangsong")),
        Spoilt("紧急程度 in 4号", 1, redhead("document"), style=with_role("head-note", size=14)),
        Spoilt("紧急程度 above 份号", 1, redhead("document"), css=ABOVE),
        Spoilt("字号 four lines below", 1, redhead(), css=".organs { margin-bottom: 116pt !important }"),
        Spoilt("字号 at the left", 1, redhead(), style=with_role("head-number", align="left")),
        Spoilt("字号 of a letter in the middle", 1, redhead("letter"), css=".beside { right: 50mm !important }"),
        Spoilt(
            "字号 of an upward document flush",
            1,
            redhead("upward_two"),
            css=".upward .head-number { left: 0 !important }",
        ),
        Spoilt(
            "签发人 at the edge", 1, redhead("upward_three"), css=".upward .head-signer { margin-right: 0 !important }"
        ),
        Spoilt("签发人 in 仿宋", 1, redhead("upward_two"), style=with_role("head-signer", face="fangsong")),
        Spoilt(
            "the text of an order too low", 1, redhead("order"), css=".redhead { padding-bottom: 120pt !important }"
        ),
    ),
    "form-imprint": (
        Spoilt("of a letter with its printer", 3, letter_with_printer),
        Spoilt("of 抄送 alone on an odd page", 3, copies_alone),
    ),
    "form-indent": (
        Spoilt("text flush", 1, redhead(), style=with_role("body", indent=0)),
        Spoilt("turnover lines one in", 2, redhead("document"), css="p { padding-left: 5.57mm }"),
        Spoilt("a heading flush", 1, redhead("document"), css="h2 { text-indent: 0 }"),
        Spoilt("附注 flush", 2, redhead(), style=with_role("postscript", indent=0)),
        Spoilt("出席 flush", 2, redhead("minutes"), style=with_role("participants", indent=-5)),
    ),
    "form-page": (
        Spoilt("天头 of 30 mm", 1, redhead(), style=with_part("page", top=30)),
        Spoilt("订口 of 25 mm", 1, redhead(), style=with_part("page", left=25)),
        Spoilt("a lower edge of 30 mm", 1, redhead(), style=with_part("page", bottom=30)),
        Spoilt("US letter", 1, redhead(), style=with_part("page", width=216, height=279)),
        Spoilt(
            "a page on its side turned the other way", 1, wide, css="@page landscape-0 { margin: 26mm 35mm 28mm 37mm }"
        ),
    ),
    "form-page-number": (
        Spoilt("beside a page on its side, too far in", 1, wide, css="@page { @left-bottom { margin-bottom: 20mm } }"),
        Spoilt("beside a page on its side, 5号", 1, wide, style=with_role("number", size=10.5)),
    ),
    "form-postscript": (
        Spoilt("two lines below", 2, redhead(), css=".postscript { margin-top: 28.95pt !important }"),
        Spoilt(
            "beside the date", 1, redhead("ends_on_an_odd_page"), css=".postscript { margin-top: -28.95pt !important }"
        ),
    ),
    "form-red-rule": (
        Spoilt("of a letter, single", 1, redhead("letter"), style=with_head("letter", double=False)),
        Spoilt("of a letter, thin outside", 1, redhead("letter"), style=with_part("fitting", thick=0.5, thin=1.5)),
        Spoilt("of a letter, 8 mm below", 1, redhead("letter"), css=".redhead .rule { margin-top: 8mm !important }"),
        Spoilt("without a colour", 1, redhead(), style=with_role("head-organ", colour="")),
    ),
    "form-signature": (
        Spoilt("seals abreast, moved", 2, redhead("joint_abreast"), style=with_role("signature", align="left")),
        Spoilt("unsealed, three lines below", 2, redhead(), css=".signed { padding-top: 87pt !important }"),
    ),
    "text-overlap": (
        Spoilt("headings upon headings", 1, redhead("document"), css="h2 { margin-top: -28pt }"),
        Spoilt(
            "附注 upon the date",
            2,
            redhead(),
            css=".postscript { margin-top: -28.95pt !important; text-indent: 300pt }",
        ),
    ),
    "form-title": (
        Spoilt("at the left", 1, redhead(), style=with_role("headline", align="left")),
        Spoilt("four lines below", 1, redhead(), css=".redhead { padding-bottom: 116pt !important }"),
        Spoilt("an addressee just below", 1, redhead(), style=with_role("headline", after=0)),
        Spoilt("an addressee two characters in", 1, redhead(), style=with_role("addressee", indent=2)),
    ),
}
