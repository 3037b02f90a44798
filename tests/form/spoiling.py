"""How a paper is spoilt in one point: in its style, its tree or its file."""

import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import reduce
from io import BytesIO
from typing import Any

import pymupdf

from tests.form.rendered import Made, made
from tests.redheads import REDHEADS
from yinfa.document.tree import (
    Block,
    Break,
    Document,
    Heading,
    Paragraph,
    Section,
    Signature,
    Text,
)
from yinfa.document.walk import map_blocks
from yinfa.styling import MM_PER_PT, Style, load_style
from yinfa.writers.docx.xml import mm_twips

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
    """A paper of `REDHEADS` spoilt so that it breaks a rule, and where that is to be seen.

    `told` is what the judges are told of the tree where it is not the tree that the paper was made from.
    """

    rule: int
    what: str
    paper: str
    style: Callable[[Style], Style] = same
    tree: Callable[[Document], Document] = as_it_is
    told: Callable[[Document], Document] = as_it_is
    pdf: Callable[[bytes], bytes] = untouched
    docx: Callable[[bytes], bytes] = untouched
    seen: tuple[str, ...] = BOTH

    def made(self) -> Made:
        """Return the paper that breaks the rule; its files are not yet spoilt."""
        if self.tree is as_it_is and self.style is same:
            return made(self.paper)
        return Made(self.tree(REDHEADS[self.paper]()), self.style(load_style()))


def block(kind: type[Any], **changes: Any) -> Callable[[Document], Document]:
    """Return the change of a tree by which every block of a kind has other fields."""

    def change(each: Block) -> Block:
        return replace(each, **changes) if isinstance(each, kind) else each

    return lambda document: map_blocks(document, change)


def both(*changes: Callable[[Style], Style]) -> Callable[[Style], Style]:
    """Return the change of a style that makes several."""
    return lambda style: reduce(lambda changed, change: change(changed), changes, style)


def further(wanted: Callable[[Block], bool]) -> Callable[[Document], Document]:
    """Return the change of a tree by which the first block that is wanted stands two lines further down."""

    def change(document: Document) -> Document:
        first, *others = document.sections
        at = next(place for place, each in enumerate(first.blocks) if wanted(each))
        blank = Paragraph((Text("\u3000"),))
        moved = replace(first, blocks=(*first.blocks[:at], blank, blank, *first.blocks[at:]))
        return replace(document, sections=(moved, *others))

    return change


def of_role(role: str) -> Callable[[Block], bool]:
    """Return what tells the paragraphs of a role."""
    return lambda each: isinstance(each, Paragraph) and each.role == role


def is_a(kind: type[Any]) -> Callable[[Block], bool]:
    """Return what tells the blocks of a kind."""
    return lambda each: isinstance(each, kind)


def paragraph(role: str, *children: Any) -> Callable[[Document], Document]:
    """Return the change of a tree by which every paragraph of a role says something else."""

    def change(each: Block) -> Block:
        return replace(each, children=children) if isinstance(each, Paragraph) and each.role == role else each

    return lambda document: map_blocks(document, change)


def lines(*lines: str) -> tuple[Any, ...]:
    """Return the children of a title of these lines."""
    return tuple(piece for line in lines for piece in (Break(), Text(line)))[1:]


def number_again(document: Document) -> Document:
    """Number the second heading of level 1 as the first."""

    def change(each: Block) -> Block:
        return replace(each, number=1, ordinal="一、") if isinstance(each, Heading) and each.ordinal == "二、" else each

    return map_blocks(document, change)


def signature_alone(document: Document) -> Document:
    """Put the signature, and what follows, on a page of its own."""
    first, *others = document.sections
    at = next(n for n, each in enumerate(first.blocks) if isinstance(each, Signature))
    parts = (replace(first, blocks=first.blocks[:at]), Section("body", first.blocks[at:]))
    return replace(document, sections=(*parts, *others))


def one_page_more(pdf: bytes) -> bytes:
    """Return the PDF with a blank page behind its last."""
    return _edited(pdf, lambda opened: opened.new_page())


def without_first_page(pdf: bytes) -> bytes:
    """Return the PDF without its first page."""
    return _edited(pdf, lambda opened: opened.delete_page(0))


def number_on_blank_page(pdf: bytes) -> bytes:
    """Return the PDF with a number on its third page."""

    def stamp(opened: Any) -> None:
        opened[2].insert_text((440, 775), "— 3 —", fontsize=14, fontname="china-s")

    return _edited(pdf, stamp)


def landscape_upside_down(pdf: bytes) -> bytes:
    """Return the PDF with its landscape pages upside down."""

    def turn(opened: Any) -> None:
        copy: Any = pymupdf.open(stream=pdf)  # type: ignore[no-untyped-call]
        for number, page in enumerate(copy):
            if page.rect.width > page.rect.height:
                opened.delete_page(number)
                turned = opened.new_page(number, page.rect.width, page.rect.height)
                turned.show_pdf_page(turned.rect, copy, number, rotate=180)

    return _edited(pdf, turn)


def landscape_text_upside_down(pdf: bytes) -> bytes:
    """Return the PDF with the type area of its landscape pages upside down, and their numbers as they were."""

    def turn(opened: Any) -> None:
        copy: Any = pymupdf.open(stream=pdf)  # type: ignore[no-untyped-call]
        for number, page in enumerate(copy):
            if page.rect.width > page.rect.height:
                sheet, edge = page.rect, 35 / MM_PER_PT
                opened.delete_page(number)
                turned = opened.new_page(number, sheet.width, sheet.height)
                area: Any = pymupdf.Rect(edge, 0, sheet.width - 37 / MM_PER_PT, sheet.height)  # type: ignore[no-untyped-call]
                margin: Any = pymupdf.Rect(0, 0, edge, sheet.height)  # type: ignore[no-untyped-call]
                turned.show_pdf_page(area, copy, number, rotate=180, clip=area)
                turned.show_pdf_page(margin, copy, number, clip=margin)

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


def margins_of_landscape_swapped(docx: bytes) -> bytes:
    """Return the DOCX with the type area of its landscape pages turned counter-clockwise."""
    upright, turned = (f'w:top="{mm_twips(edge)}" w:right=' for edge in (28, 26))
    return part("document", upright, turned)(docx)
