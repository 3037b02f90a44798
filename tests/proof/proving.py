"""Papers laid out as they are or spoilt on the way, and what the rules then tell of them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from tests.redhead_parts import OFFICE
from yinfa.document.tree import Block, Cell, Document, Heading, Paragraph, Section, Table, Text
from yinfa.paths import ROOT
from yinfa.proof import PAGE_RULES, TREE_RULES, Composed, Printed
from yinfa.styling import Style, load_style
from yinfa.writers.docx import write_docx
from yinfa.writers.fonts import prepare_faces, write_font_config
from yinfa.writers.pdf import lay_out
from yinfa.writers.pdf.css import write_css
from yinfa.writers.pdf.engine import paint, render
from yinfa.writers.pdf.html import write_html
from yinfa.writers.pdf.seen import sheets_of

Told = set[tuple[str, int]]


def same(value: Any) -> Any:
    """Return what is given."""
    return value


@dataclass(frozen=True)
class Spoilt:
    """A paper spoilt in one point: in its tree, style, HTML, CSS, DOCX or painting, and the page where it shows."""

    what: str
    page: int
    tree: Callable[[], Document]
    style: Callable[[Style], Style] = same
    html: Callable[[str], str] = same
    css: str = ""
    docx: Callable[[bytes], bytes] | None = None
    painting: Callable[[Any], bytes] = paint


@cache
def pages_told(spoilt: Spoilt) -> dict[str, set[str]]:
    """Return by its code what each rule over pages tells of a spoilt paper."""
    document, style = spoilt.tree(), spoilt.style(load_style())
    docx = b""
    if spoilt.docx:
        docx = spoilt.docx(write_docx(document, style, lay_out(document, style)))
    pages = _rendered(document, style, spoilt)
    return _told(Printed(Composed(document, style), sheets_of(pages), docx, spoilt.painting(pages)))


def clean_pages(document: Document) -> dict[str, set[str]]:
    """Return what the rules over pages tell of a paper that is laid out and written as it is."""
    style = load_style()
    layout = lay_out(document, style)
    docx = write_docx(layout.document, style, layout)
    return _told(Printed(Composed(layout.document, style), layout.look(), docx, layout.pdf()))


def _told(paper: Printed) -> dict[str, set[str]]:
    found = {rule.code: {each.message for each in rule.find(paper)} for rule in PAGE_RULES}
    return {code: messages for code, messages in found.items() if messages}


def tree_told(document: Document) -> dict[str, list[tuple[str, str]]]:
    """Return by its code what each rule over trees tells of a paper: the place and the message."""
    paper = Composed(document, load_style())
    found = {rule.code: [(str(each.origin or ""), each.message) for each in rule.find(paper)] for rule in TREE_RULES}
    return {code: told for code, told in found.items() if told}


def shown(code: str) -> str:
    """Return what the example on the page of a code in docs/checks says, without its place and its hint."""
    page = (ROOT / "docs" / "checks" / f"{code}.md").read_text(encoding="utf-8")
    (said,) = re.findall(rf"^```text\n.*?\[{code}\] (.*)\n {{4}}改法：.*\n```$", page, re.MULTILINE)
    return str(said)


def _rendered(document: Document, style: Style, spoilt: Spoilt) -> Any:
    """Return the pages of a paper laid out once, with its HTML and its CSS spoilt."""
    html = spoilt.html(write_html(document, style))
    faces = prepare_faces(style.faces, html)
    config = write_font_config(each for several in faces.values() for each in several)
    return render(html, write_css(style, document, faces) + spoilt.css, config)


def plain(*blocks: Block, page: str = "body") -> Document:
    """Return a paper of one section without a head."""
    section = Section(page, blocks, number_from=1)  # type: ignore[arg-type]  # a word of the few
    return Document("plan", "规划", OFFICE, "2013-05-09", (section,))


def lines(count: int) -> tuple[Paragraph, ...]:
    """Return so many paragraphs of a line each."""
    return tuple(Paragraph((Text(f"要把第{n}项工作按时做好。"),), origin=f"text/plan.yaml:{n}:1") for n in range(count))


def heading(ordinal: str, words: str, level: int = 1, number: int = 1) -> Heading:
    """Return a heading, from line 9 of its file."""
    name = f"h-{level}-{number}"
    return Heading(name, level, (Text(words),), ordinal=ordinal, number=number, origin="text/plan.yaml:9:1")


def table(rows: int, words: str = "推进质量工作", columns: tuple[int, ...] = (10, 60, 30)) -> Table:
    """Return a table of so many rows, of whose three columns the middle one holds the words."""
    head = tuple(Cell((Text(each),), role="head") for each in ("序号", "内容", "责任单位"))
    body = tuple(tuple(Cell((Text(each),)) for each in (str(n), words, "县质监局")) for n in range(1, rows + 1))
    return Table("table-1", (Text("重点工作"),), columns, (head,), (body,), ordinal="表1", origin="text/plan.yaml:5:1")
