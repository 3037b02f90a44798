"""A written DOCX, part by part: what its relationships lead to, and how it takes over parts of another."""

import posixpath
import re
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from zipfile import ZipFile

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from lxml import etree

from yinfa.writers.archive import packed
from yinfa.writers.docx.xml import Element, R, w_name

_MAIN, _TYPES = "word/document.xml", "[Content_Types].xml"
_NUMBERING, _STYLES = "word/numbering.xml", "word/styles.xml"
# Two places may show one part of these kinds; each chart has one of its own, that no other changes with it.
_SHARED = (RT.IMAGE, RT.HEADER, RT.FOOTER)


def _relations_of(name: str) -> str:
    folder, base = posixpath.split(name)
    return f"{folder}/_rels/{base}.rels"


def links(element: Element) -> Iterator[tuple[Element, str]]:
    """Yield every attribute within an element that names a relationship: its element and its name."""
    for each in element.iter():
        for key in each.attrib:
            if key.startswith(f"{{{R}}}"):
                yield each, key


def said(element: Element | None) -> str:
    """Return what an element says, the same wherever it stands; nothing for none."""
    return "" if element is None else etree.tostring(element, method="c14n", exclusive=True, with_tail=False).decode()


class Parts:
    """The parts of a DOCX; `document`, `numbering` and `styles` are the roots of those that may be changed."""

    def __init__(self, docx: bytes) -> None:
        with ZipFile(BytesIO(docx)) as archive:
            self._members = {name: archive.read(name) for name in archive.namelist()}
        self.document = self.root(_MAIN)
        self.numbering = self.root(_NUMBERING)
        self.styles = self.root(_STYLES)
        self._types = self.root(_TYPES)
        self._relations = self.root(_relations_of(_MAIN))
        self._shared: dict[str, str] = {}
        for each in self._relations:
            if each.get("Type") in _SHARED:
                self._shared[self.digest(each.get("Id", ""))] = each.get("Id", "")

    @property
    def body(self) -> Element:
        """Return the body of the paper."""
        return self.document[0]

    def root(self, name: str) -> Element:
        """Return the root of a part as it was written."""
        return etree.fromstring(self._members[name])

    def digest(self, relation: str) -> str:
        """Return what tells the part of a relationship from every other: its bytes and those it rests on."""
        return self._digest(self._target(relation))

    def adopt(self, other: "Parts", relation: str) -> str:
        """Take over the part that a relationship of another paper leads to, and return the id of the relationship."""
        digest, type_ = other.digest(relation), other._relation(relation).get("Type", "")
        if digest in self._shared:
            return self._shared[digest]
        name = self._copied(other, other._target(relation))
        number = max(int(each.get("Id", "rId0")[3:]) for each in self._relations) + 1
        given = {"Id": f"rId{number}", "Type": type_, "Target": posixpath.relpath(name, "word")}
        etree.SubElement(self._relations, self._relations[0].tag, given)
        if type_ in _SHARED:
            self._shared[digest] = given["Id"]
        return str(given["Id"])

    def to_bytes(self) -> bytes:
        """Return the zip file."""
        roots = {
            _MAIN: self.document,
            _NUMBERING: self.numbering,
            _STYLES: self.styles,
            _TYPES: self._types,
            _relations_of(_MAIN): self._relations,
        }
        written = {
            name: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            for name, root in roots.items()
        }
        return packed((self._members | written).items())

    def _relation(self, relation: str) -> Element:
        return next(each for each in self._relations if each.get("Id") == relation)

    def _target(self, relation: str) -> str:
        return posixpath.normpath(posixpath.join("word", self._relation(relation).get("Target", "")))

    def _rests_on(self, name: str) -> Iterator[tuple[Element, str]]:
        """Yield the relationships of a part other than the main one, each with the part that it leads to."""
        if (relations := _relations_of(name)) in self._members:
            for each in self.root(relations):
                yield each, posixpath.normpath(posixpath.join(posixpath.dirname(name), each.get("Target", "")))

    def _digest(self, name: str) -> str:
        own = sha256(self._members[name]).hexdigest()
        return "-".join([own, *(self._digest(target) for _, target in self._rests_on(name))])

    def _copied(self, other: "Parts", name: str) -> str:
        """Copy a part, and those it rests on, under a name that is free, which is returned."""
        mine = self._free(name)
        self._members[mine] = other._members[name]
        relations = list(other._rests_on(name))
        for each, target in relations:
            each.set("Target", posixpath.relpath(self._copied(other, target), posixpath.dirname(mine)))
        if relations:
            self._members[_relations_of(mine)] = etree.tostring(relations[0][0].getparent(), encoding="UTF-8")
        self._say_type(mine, other._type(name))
        return mine

    def _free(self, name: str) -> str:
        stem, ending = posixpath.splitext(name)
        stem, number = re.sub(r"\d+$", "", stem), 1
        while f"{stem}{number}{ending}" in self._members:
            number += 1
        return f"{stem}{number}{ending}"

    def _type(self, name: str) -> str:
        return next(str(each.get("ContentType")) for each in self._types if each.get("PartName") == f"/{name}")

    def _say_type(self, name: str, type_: str) -> None:
        tag = self._types.tag.replace("}Types", "}Override")
        etree.SubElement(self._types, tag, {"PartName": f"/{name}", "ContentType": type_})


def style_numbers(parts: Parts) -> dict[str, tuple[str, str]]:
    """Return by the id of a style the level and the numbering that it is numbered by."""
    found: dict[str, tuple[str, str]] = {}
    for each in parts.styles.iter(w_name("numPr")):
        style = next(above for above in each.iterancestors(w_name("style")))
        level, number = (each.find(w_name(tag)) for tag in ("ilvl", "numId"))
        if level is not None and number is not None:
            found[style.get(w_name("styleId"), "")] = (level.get(w_name("val"), ""), number.get(w_name("val"), ""))
    return found
