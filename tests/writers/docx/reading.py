"""Reading a DOCX back part by part, as Word would find it."""

from collections.abc import Iterator
from io import BytesIO
from types import MappingProxyType
from typing import Any, TypeAlias
from zipfile import ZipFile

from lxml import etree

from tests.specimen import specimen
from tests.word import text_in as text_in
from yinfa.document.tree import Block, Document, Page, Section
from yinfa.styling import load_style
from yinfa.writers.docx import write_docx
from yinfa.writers.docx.xml import NAMESPACES, w_name
from yinfa.writers.layout import Layout

STYLE = load_style()
Node: TypeAlias = Any  # an element of lxml, of which a test knows that it is there
PAGES = MappingProxyType({"h-1": "1", "h-1-1": "2", "h-2": "5", "annex-1": "9"})


def written(document: Document) -> bytes:
    """Return the DOCX of `document`, some of whose parts stand on known pages."""
    return write_docx(document, STYLE, Layout(PAGES, 12, lambda: b"", document))


def paper_of(*blocks: Block, page: Page = "body") -> Document:
    """Return a paper of one numbered section."""
    return Document("plan", "题", "某局", "2011-11-01", (Section(page, blocks, number_from=1),))


def parts_of(docx: bytes) -> dict[str, Node]:
    """Return the root of every XML part by its name, `word/` left out."""
    with ZipFile(BytesIO(docx)) as archive:
        names = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
        return {name.removeprefix("word/"): etree.fromstring(archive.read(name)) for name in names}


def body_of(*blocks: Block) -> Node:
    """Return the body that the blocks become."""
    return parts_of(written(paper_of(*blocks)))["document.xml"][0]


def find(root: Node, path: str) -> list[Node]:
    """Return what `path` leads to, in names like `w:p`."""
    return list(root.xpath(path, namespaces=NAMESPACES))


def values(root: Node, path: str, attribute: str = "val") -> list[str]:
    """Return a `w:` attribute of everything that `path` leads to."""
    return [each.get(w_name(attribute), "") for each in find(root, path)]


def style_of(paragraph: Node) -> str:
    """Return the id of a paragraph's style."""
    return next(iter(values(paragraph, "w:pPr/w:pStyle")), "")


def effective(styles: Node, identity: str) -> dict[str, dict[str, str]]:
    """Return the properties of a style, those of the styles it is based on among them."""
    said: dict[str, dict[str, str]] = {}
    for style in reversed(list(_bases(styles, identity))):
        for each in find(style, "w:pPr/* | w:rPr/*"):
            name = etree.QName(each).localname + ("-run" if each.getparent().tag == w_name("rPr") else "")
            said[name] = {etree.QName(key).localname: value for key, value in each.attrib.items()}
    return said


def _bases(styles: Node, identity: str) -> Iterator[Node]:
    while identity:
        style = find(styles, f"w:style[@w:styleId='{identity}']")[0]
        yield style
        identity = next(iter(values(style, "w:basedOn")), "")


def specimen_parts() -> dict[str, Node]:
    """Return the parts of the specimen's DOCX."""
    return parts_of(written(specimen(3)))
