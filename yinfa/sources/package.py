"""The zip of a workbook: its parts, how they refer to one another, and the list of its sheets."""

from dataclasses import dataclass
from io import BytesIO
from posixpath import dirname, join, normpath
from typing import IO, NamedTuple
from zipfile import ZipFile, ZipInfo

from yinfa.sources import limits
from yinfa.sources.limits import Refused, TooMuch
from yinfa.sources.markup import RESAVE, Attributes, walk

NO_CELLS = ("chartsheet", "dialogsheet")  # kinds of sheets that are one chart, or one form


class Element(NamedTuple):
    """The start of an XML element."""

    namespace: str
    name: str
    attributes: Attributes

    def get(self, name: str) -> str:
        """Return an attribute whatever its namespace, or nothing."""
        values = (value for key, value in self.attributes.items() if key.rpartition(" ")[2] == name)
        return next(values, "")


class Relation(NamedTuple):
    """What a part refers to: a part of the package, or an address outside it."""

    id: str
    type: str  # the last word of the type's address, such as worksheet or hyperlink
    target: str
    outside: bool


class SheetEntry(NamedTuple):
    """A sheet as the workbook lists it."""

    name: str
    hidden: bool
    part: str


@dataclass(frozen=True)
class Index:
    """What the workbook part says: its sheets, and from which day its dates count."""

    namespace: str
    sheets: tuple[SheetEntry, ...]
    strings: str
    styles: str
    counts_from_1904: bool


class Package:
    """The parts of a zip by name. Upper and lower case are one, as in every OPC package."""

    def __init__(self, data: bytes) -> None:
        """Open the zip; whatever `zipfile` raises passes through."""
        self.zip = ZipFile(BytesIO(data))
        self._parts = {info.filename.casefold(): info for info in self.zip.infolist()}

    @property
    def members(self) -> list[ZipInfo]:
        """Return every member of the zip, doubles included."""
        return self.zip.infolist()

    def __contains__(self, part: str) -> bool:
        return part.casefold() in self._parts

    def open(self, part: str) -> IO[bytes]:
        """Return the stream of a part; `Refused` when it is missing."""
        if part not in self:
            raise Refused("xlsx-part", f"文件内部缺少“{part or '未列出的部件'}”", RESAVE)
        return self.zip.open(self._parts[part.casefold()])

    def elements(self, part: str, *names: str) -> list[Element]:
        """Return the elements called `names` of a part, in order."""
        found: list[Element] = []

        def start(name: str, attributes: Attributes) -> None:
            namespace, _, local = name.rpartition(" ")
            if local in names:
                found.append(Element(namespace, local, attributes))
            if len(found) > limits.ELEMENTS:
                raise TooMuch(f"文件内部的“{part}”条目过多", RESAVE)

        with self.open(part) as stream:
            walk(stream, start)
        return found

    def relations(self, part: str = "") -> list[Relation]:
        """Return what a part, or the package itself, refers to."""
        folder, _, name = part.rpartition("/")
        rels = join(folder, "_rels", f"{name}.rels")
        found = self.elements(rels, "Relationship") if rels in self else []
        return [_relation(part, element) for element in found]

    def index(self) -> Index:
        """Return what the workbook part says; `Refused` when there is none."""
        main = _target(self.relations(), "officeDocument")
        relations = self.relations(main)
        elements = self.elements(main, "workbook", "workbookPr", "sheet")
        return Index(
            namespace=elements[0].namespace if elements else "",
            sheets=tuple(_sheets(elements, relations)),
            strings=_target(relations, "sharedStrings"),
            styles=_target(relations, "styles"),
            counts_from_1904=any(each.get("date1904") in ("1", "true") for each in elements),
        )


def _relation(part: str, element: Element) -> Relation:
    """Return one relationship of `part`, its target as a name of the package unless it lies outside."""
    target, outside = element.get("Target"), element.get("TargetMode") == "External"
    if not outside:
        target = normpath(join("/", dirname(part), target)).lstrip("/")
    return Relation(element.get("Id"), element.get("Type").rpartition("/")[2], target, outside)


def _target(relations: list[Relation], type_: str) -> str:
    """Return the first part of a type, or nothing."""
    return next((each.target for each in relations if each.type == type_ and not each.outside), "")


def _sheets(elements: list[Element], relations: list[Relation]) -> list[SheetEntry]:
    """Return the sheets that may hold cells."""
    by_id = {each.id: each for each in relations}
    sheets = []
    for element in elements:
        relation = by_id.get(element.get("id"))
        if element.name == "sheet" and (relation is None or relation.type not in NO_CELLS):
            hidden = element.get("state") in ("hidden", "veryHidden")
            sheets.append(SheetEntry(element.get("name"), hidden, relation.target if relation else ""))
    return sheets
