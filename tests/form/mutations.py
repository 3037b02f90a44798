"""What a judge must catch: for each rule, papers whose style, tree or file has been spoilt in one point."""

import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

import pymupdf

from tests.form.rendered import Made, with_head, with_part, with_role
from tests.redheads import IMPRINT, REDHEADS
from yinfa.document.tree import (
    Attachments,
    Block,
    Break,
    Document,
    Heading,
    Imprint,
    Paragraph,
    RedHead,
    Section,
    Signature,
    Text,
)
from yinfa.styling import Style, load_style

BOTH, PAGES, XML = ("pages", "xml"), ("pages",), ("xml",)


def as_it_is(document: Document) -> Document:
    """Return the document."""
    return document


def same(style: Style) -> Style:
    """Return the style."""
    return style


def untouched(data: bytes) -> bytes:
    """Return the file."""
    return data


@dataclass(frozen=True, slots=True)
class Mutation:
    """A paper of `REDHEADS` spoilt so that it breaks a rule, and where that is to be seen."""

    rule: int
    what: str
    paper: str
    style: Callable[[Style], Style] = same
    tree: Callable[[Document], Document] = as_it_is
    pdf: Callable[[bytes], bytes] = untouched
    docx: Callable[[bytes], bytes] = untouched
    seen: tuple[str, ...] = BOTH

    def made(self) -> Made:
        """Return the paper that breaks the rule; its files are not yet spoilt."""
        return Made(self.tree(REDHEADS[self.paper]()), self.style(load_style()))


def block(kind: type[Any], **changes: Any) -> Callable[[Document], Document]:
    """Return the change of a tree by which every block of a kind has other fields."""

    def change(each: Block) -> Block:
        return replace(each, **changes) if isinstance(each, kind) else each

    return lambda document: _mapped(document, change)


def paragraph(role: str, *children: Any) -> Callable[[Document], Document]:
    """Return the change of a tree by which every paragraph of a role says something else."""

    def change(each: Block) -> Block:
        return replace(each, children=children) if isinstance(each, Paragraph) and each.role == role else each

    return lambda document: _mapped(document, change)


def _mapped(document: Document, change: Callable[[Block], Block]) -> Document:
    sections = (replace(each, blocks=tuple(map(change, each.blocks))) for each in document.sections)
    return replace(document, sections=tuple(sections))


def _lines(*lines: str) -> tuple[Any, ...]:
    return tuple(piece for line in lines for piece in (Break(), Text(line)))[1:]


def _number_again(document: Document) -> Document:
    """Number the second heading of level 1 as the first."""

    def change(each: Block) -> Block:
        return replace(each, number=1, ordinal="一、") if isinstance(each, Heading) and each.ordinal == "二、" else each

    return _mapped(document, change)


def _signature_alone(document: Document) -> Document:
    """Put the signature, and what follows, on a page of its own."""
    first, *others = document.sections
    at = next(n for n, each in enumerate(first.blocks) if isinstance(each, Signature))
    parts = (replace(first, blocks=first.blocks[:at]), Section("body", first.blocks[at:]))
    return replace(document, sections=(*parts, *others))


def _one_page_more(pdf: bytes) -> bytes:
    return _edited(pdf, lambda opened: opened.new_page())


def _without_first_page(pdf: bytes) -> bytes:
    return _edited(pdf, lambda opened: opened.delete_page(0))


def _number_on_blank_page(pdf: bytes) -> bytes:
    def stamp(opened: Any) -> None:
        opened[2].insert_text((440, 775), "— 3 —", fontsize=14, fontname="china-s")

    return _edited(pdf, stamp)


def _landscape_upside_down(pdf: bytes) -> bytes:
    def turn(opened: Any) -> None:
        copy: Any = pymupdf.open(stream=pdf)  # type: ignore[no-untyped-call]
        for number, page in enumerate(copy):
            if page.rect.width > page.rect.height:
                opened.delete_page(number)
                turned = opened.new_page(number, page.rect.width, page.rect.height)
                turned.show_pdf_page(turned.rect, copy, number, rotate=180)

    return _edited(pdf, turn)


def _edited(pdf: bytes, edit: Callable[[Any], None]) -> bytes:
    opened: Any = pymupdf.open(stream=pdf)  # type: ignore[no-untyped-call]
    edit(opened)
    data: bytes = opened.tobytes()
    return data


def part(pattern: str, old: str, new: str) -> Callable[[bytes], bytes]:
    """Return the change of a DOCX by which all parts whose name holds `pattern` say `new` where they said `old`."""

    def change(docx: bytes) -> bytes:
        stream = BytesIO()
        with zipfile.ZipFile(BytesIO(docx)) as given, zipfile.ZipFile(stream, "w") as made:
            for name in given.namelist():
                data = given.read(name)
                made.writestr(name, data.replace(old.encode(), new.encode()) if pattern in name else data)
        return stream.getvalue()

    return change


MUTATIONS = (
    Mutation(8, "red text", "unsealed", with_role("body", colour="E60012")),
    Mutation(8, "a blue addressee", "unsealed", with_role("addressee", colour="0000FF")),
    Mutation(9, "份号 of five digits", "document", tree=block(RedHead, serial="12345")),
    Mutation(9, "份号 not flush", "document", with_role("head-serial", indent=2)),
    Mutation(10, "密级 in 仿宋", "document", with_role("head-note", face="fangsong")),
    Mutation(10, "密级 not flush", "document", with_role("head-note", indent=2)),
    Mutation(11, "紧急程度 in 4号", "document", with_role("head-note", size=14)),
    Mutation(12, "标志 at 80 mm", "unsealed", with_head("document", top=80), seen=PAGES),
    Mutation(12, "标志 not centred", "unsealed", with_role("head-organ", align="left"), seen=XML),
    Mutation(13, "标志 black", "unsealed", with_role("head-organ", colour="")),
    Mutation(13, "标志 in 黑体", "joint", with_role("head-organ", face="heiti")),
    Mutation(14, "half-width brackets", "unsealed", tree=block(RedHead, number="某政办发[2013]62号")),
    Mutation(14, "a padded 字号", "unsealed", tree=block(RedHead, number="某政办发〔2013〕062号")),
    Mutation(14, "第 in 字号", "unsealed", tree=block(RedHead, number="某政办发〔2013〕第62号")),
    Mutation(14, "字号 not centred", "unsealed", with_role("head-number", align="left")),
    Mutation(15, "签发人 in 仿宋", "upward_two", with_role("head-signer", face="fangsong")),
    Mutation(16, "the rule 9 mm below", "unsealed", with_part("fitting", gap=9)),
    Mutation(16, "a black rule", "unsealed", with_role("head-organ", colour="")),
    Mutation(16, "a rule too short", "unsealed", with_head("document", rule=120), seen=PAGES),
    Mutation(17, "title in 小二", "unsealed", with_role("headline", size=18)),
    Mutation(17, "title at the left", "unsealed", with_role("headline", align="left")),
    Mutation(
        17,
        "title an hourglass",
        "unsealed",
        tree=paragraph("headline", *_lines("关于印发质量强县建设行动计划的", "有关", "问题和工作部署等事项的通知")),
        seen=PAGES,
    ),
    Mutation(18, "addressee two characters in", "unsealed", with_role("addressee", indent=2)),
    Mutation(18, "addressee without a colon", "unsealed", tree=paragraph("addressee", Text("各乡镇人民政府"))),
    Mutation(19, "no text on page 1", "unsealed", tree=paragraph("headline", *_lines(*["某某通知"] * 10)), seen=PAGES),
    Mutation(20, "text flush", "unsealed", with_role("body", indent=0)),
    Mutation(21, "一、 in 仿宋", "document", with_role("heading-1", face="fangsong")),
    Mutation(21, "一、 twice", "document", tree=_number_again, seen=PAGES),
    Mutation(22, "附件说明 flush", "document", with_role("attachments", indent=0)),
    Mutation(22, "附件说明 with a stop", "document", tree=block(Attachments, names=((Text("附表。"),), (Text("乙"),)))),
    Mutation(23, "署名 at the left", "unsealed", with_role("signature", align="left")),
    Mutation(23, "成文日期 at the left", "unsealed_long_date", with_role("signature-date", align="left")),
    Mutation(24, "padded date", "unsealed", tree=block(Signature, date="2013年05月09日")),
    Mutation(24, "date in Han figures", "unsealed", tree=block(Signature, date="二〇一三年五月九日")),
    Mutation(25, "signature alone", "unsealed", tree=_signature_alone, seen=PAGES),
    Mutation(26, "附注 flush", "unsealed", with_role("postscript", indent=0)),
    Mutation(26, "附注 bare", "unsealed", tree=paragraph("postscript", Text("此件公开发布"))),
    Mutation(27, "附件 in 仿宋", "document", with_role("annex-mark", face="fangsong")),
    Mutation(27, "附件 not flush", "document", with_role("annex-mark", indent=2)),
    Mutation(
        27, "a title not as announced", "document", tree=block(Attachments, names=((Text("附表"),), (Text("乙"),)))
    ),
    Mutation(28, "rules too thick", "unsealed", with_part("fitting", imprint_edge=0.7)),
    Mutation(28, "middle rule too thick", "unsealed", with_part("fitting", imprint_inner=0.35)),
    Mutation(29, "a page behind 版记", "unsealed", pdf=_one_page_more, seen=PAGES),
    Mutation(29, "版记 at the top", "unsealed", docx=part("document", 'YSpec="bottom"', 'YSpec="top"'), seen=XML),
    Mutation(29, "版记 too high", "unsealed", with_part("page", bottom=45), seen=PAGES),
    Mutation(30, "抄送 without a stop", "unsealed", tree=block(Imprint, copies="县委各部门")),
    Mutation(30, "抄送 in 3号", "unsealed", with_role("imprint", size=16)),
    Mutation(31, "印发机关 flush", "unsealed", with_role("imprint", left=0)),
    Mutation(32, "number 10 mm below", "unsealed", with_part("page", number_gap=10), seen=PAGES),
    Mutation(32, "number in 黑体", "unsealed", with_role("number", face="heiti")),
    Mutation(33, "odd for even", "unsealed", pdf=_without_first_page, seen=PAGES),
    Mutation(33, "one foot for all", "unsealed", docx=part("settings", "evenAndOddHeaders", "mirrorMargins"), seen=XML),
    Mutation(34, "a numbered blank page", "ends_on_a_full_even_page", pdf=_number_on_blank_page, seen=PAGES),
    Mutation(34, "feet without numbers", "unsealed", docx=part("footer", "PAGE", "DATE"), seen=XML),
    Mutation(35, "landscape upside down", "document", pdf=_landscape_upside_down, seen=PAGES),
    Mutation(35, "number not turned", "document", docx=part("footer", "tbRl", "lrTb"), seen=XML),
    Mutation(36, "标志 at 40 mm", "letter", with_head("letter", top=40), seen=PAGES),
    Mutation(36, "rules as wide as the text", "letter", with_head("letter", rule=156)),
    Mutation(36, "lower rule at 30 mm", "letter", with_head("letter", foot=30), seen=PAGES),
    Mutation(36, "版记 with rules", "letter", tree=block(Imprint, printer=IMPRINT.printer, date=IMPRINT.date)),
    Mutation(37, "标志 at 72 mm", "order", with_head("order", top=72), seen=PAGES),
    Mutation(37, "令号 at the left", "order", with_role("head-number", align="left")),
    Mutation(38, "标志 at 57 mm", "minutes", with_head("minutes", top=57), seen=PAGES),
    Mutation(38, "出席 in 仿宋", "minutes", with_role("label", face="fangsong")),
)
