"""The package: the parts of a DOCX, how they are related, and the zip file that holds them."""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, cast
from xml.sax.saxutils import quoteattr

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.coreprops import CoreProperties
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.opc.parts.coreprops import CorePropertiesPart
from PIL import Image

from yinfa.document.tree import Document
from yinfa.writers.archive import packed
from yinfa.writers.docx.xml import Element, c

TYPES = {
    "document": (CT.WML_DOCUMENT_MAIN, RT.OFFICE_DOCUMENT),
    "styles": (CT.WML_STYLES, RT.STYLES),
    "numbering": (CT.WML_NUMBERING, RT.NUMBERING),
    "settings": (CT.WML_SETTINGS, RT.SETTINGS),
    "fontTable": (CT.WML_FONT_TABLE, RT.FONT_TABLE),
    "header": (CT.WML_HEADER, RT.HEADER),
    "footer": (CT.WML_FOOTER, RT.FOOTER),
}
DRAWINGS = 100_000  # numbers of drawings beyond those of bookmarks, which figures bear


class Package:
    """A DOCX in the making, around its main part. It begins empty: no template, so nothing to clear away."""

    def __init__(self, document: Element) -> None:
        self._opc = OpcPackage()
        self._main = self._part("document", "", document)
        self._opc.relate_to(self._main, RT.OFFICE_DOCUMENT)
        self._pictures: dict[bytes, str] = {}
        self._charts = 0
        self._drawings = DRAWINGS

    def add(self, kind: str, root: Element, name: str = "") -> str:
        """Add the part `word/<kind><name>.xml` and return the id of its relationship."""
        return self._main.relate_to(self._part(kind, name, root), TYPES[kind][1])

    def add_picture(self, data: bytes) -> tuple[str, float]:
        """Add a picture once and return the id of its relationship and its height to its width."""
        if data not in self._pictures:
            extension, type_ = ("png", CT.PNG) if data.startswith(b"\x89PNG") else ("jpg", CT.JPEG)
            name = PackURI(f"/word/media/image{len(self._pictures) + 1}.{extension}")
            self._pictures[data] = self._main.relate_to(Part(name, type_, data), RT.IMAGE)
        with Image.open(BytesIO(data)) as image:  # python-docx's own reader knows JPEGs of two makers only
            return self._pictures[data], image.height / image.width

    def add_chart(self, space: Element, book: bytes) -> str:
        """Add a chart with its figures in a workbook, which it now points to; return the id of its relationship."""
        self._charts += 1
        figures = Part(PackURI(f"/word/embeddings/chart{self._charts}.xlsx"), CT.SML_SHEET, book)
        part = self._xml(f"/word/charts/chart{self._charts}.xml", CT.DML_CHART, space)
        space.append(c("externalData", c("autoUpdate", val=0), relation=part.relate_to(figures, RT.PACKAGE)))
        return self._main.relate_to(part, RT.CHART)

    def next_drawing(self) -> int:
        """Return a number that no other drawing of the package has."""
        self._drawings += 1
        return self._drawings

    def describe(self, document: Document) -> None:
        """Write the core properties; the document's own date is the only clock."""
        part = CorePropertiesPart.default(self._opc)
        self._opc.relate_to(part, RT.CORE_PROPERTIES)
        core: CoreProperties = part.core_properties
        core.title, core.subject, core.category = document.title, document.subject, document.kind
        core.author = core.last_modified_by = document.author
        core.language = "zh-CN"
        core.created = core.modified = datetime.fromisoformat(document.date).replace(tzinfo=UTC)

    def to_bytes(self) -> bytes:
        """Return the zip file: entries sorted, all of one time, so that equal papers are equal bytes."""
        return packed(self._members())

    def _part(self, kind: str, name: str, root: Element) -> XmlPart:
        return self._xml(f"/word/{kind}{name}.xml", TYPES[kind][0], root)

    def _xml(self, name: str, type_: str, root: Element) -> XmlPart:
        # python-docx wants its own element class, but only serializes it
        return XmlPart(PackURI(name), type_, cast(Any, root), cast(Any, self._opc))

    def _members(self) -> Iterator[tuple[str, bytes]]:
        yield "_rels/.rels", self._opc.rels.xml
        parts = list(self._opc.iter_parts())
        for part in parts:
            yield part.partname.membername, part.blob
            if part.rels:
                yield part.partname.rels_uri.membername, part.rels.xml
        yield "[Content_Types].xml", _content_types(parts)


def _content_types(parts: list[Part]) -> bytes:
    """Return the part that names the type of every other one."""
    overrides = "".join(
        f"<Override PartName={quoteattr(part.partname)} ContentType={quoteattr(part.content_type)}/>"
        for part in sorted(parts, key=lambda each: each.partname)
    )
    head = f'<Default Extension="rels" ContentType="{CT.OPC_RELATIONSHIPS}"/>'
    types = f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{head}{overrides}</Types>'
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{types}'.encode()
