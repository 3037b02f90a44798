"""A body in a form in which two that print the same are equal, whatever their names for things are."""

from collections import defaultdict
from copy import deepcopy
from hashlib import sha256
from io import BytesIO
from posixpath import basename, dirname, join, normpath
from typing import Any
from zipfile import ZipFile

from lxml import etree

from tests.redline.resolve import W

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PAGES = ("keepNext", "keepLines", "widowControl", "trPr", "headerReference", "footerReference")


class Package:
    """The parts of a DOCX that its body rests on."""

    def __init__(self, docx: bytes) -> None:
        with ZipFile(BytesIO(docx)) as archive:
            self._parts = {name: archive.read(name) for name in archive.namelist()}
        self.numbering = etree.fromstring(self._parts["word/numbering.xml"])
        self.styles = etree.fromstring(self._parts["word/styles.xml"])
        self._targets = self._relations("word/document.xml")

    def digest(self, relation: str) -> str:
        """Return what a relationship leads to, by its bytes and those of what that rests on."""
        return self._digest(self._targets[relation])

    def _digest(self, name: str) -> str:
        own = sha256(self._parts[name]).hexdigest()[:12]
        return "+".join([own, *map(self._digest, self._relations(name).values())])

    def _relations(self, name: str) -> dict[str, str]:
        path = join(dirname(name), "_rels", f"{basename(name)}.rels")
        if path not in self._parts:
            return {}
        root = etree.fromstring(self._parts[path])
        return {each.get("Id"): normpath(join(dirname(name), each.get("Target"))) for each in root}


def normal(body: Any, docx: bytes) -> list[str]:
    """Return the parts of a body as text: numbers as displayed, pictures by what they show, runs joined.

    Left out are heads and feet of pages and what keeps lines and rows on a page.
    """
    body, package = deepcopy(body), Package(docx)
    _say_numbers(body, package)
    _say_looks(body, package)
    for each in [each for each in body.iter() if _local(each) in _PAGES]:
        each.getparent().remove(each)
    _name_bookmarks(body)
    _join_runs(body)
    _forget_names(body, package)
    _lone_cells(body)
    return [etree.tostring(each, encoding="unicode") for each in body]


def _local(element: Any) -> str:
    return str(etree.QName(element).localname)


def _val(element: Any, path: str) -> str | None:
    found = element.find("/".join(W + step for step in path.split("/")))
    return None if found is None else found.get(f"{W}val")


def _say_numbers(body: Any, package: Package) -> None:
    """Put in the place of each numbering what it displays: its pattern, level and count."""
    patterns = {each.get(f"{W}abstractNumId"): each for each in package.numbering.iterfind(f"{W}abstractNum")}
    instances = {each.get(f"{W}numId"): each for each in package.numbering.iterfind(f"{W}num")}
    of_styles = {
        each.get(f"{W}styleId"): each.find(f"{W}pPr/{W}numPr") for each in package.styles.iterfind(f"{W}style")
    }
    counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
    begun: set[str] = set()
    for paragraph in body.iter(f"{W}p"):
        own = paragraph.find(f"{W}pPr/{W}numPr")
        said = own if own is not None else of_styles.get(_val(paragraph, "pPr/pStyle"))
        if own is not None:
            own.getparent().remove(own)
        number = None if said is None else _val(said, "numId")
        if said is None or number in (None, "0"):
            paragraph.set("number", "none" if own is not None else "")
            continue
        level = int(_val(said, "ilvl") or 0)
        pattern = _val(instances[number], "abstractNumId")
        count = counts[str(pattern)]
        if number not in begun:
            begun.add(number)
            for override in instances[number].iterfind(f"{W}lvlOverride"):
                count[int(override.get(f"{W}ilvl"))] = int(_val(override, "startOverride") or 1) - 1
        count[level] = count.get(level, 0) + 1
        for deeper in [each for each in count if each > level]:
            del count[deeper]
        shown = _val(patterns[pattern].findall(f"{W}lvl")[level], "lvlText")
        paragraph.set("number", f"{shown} {count[level]}")


def _say_looks(body: Any, package: Package) -> None:
    """Put in the place of each style's name what it and those it is based on say, numbers aside."""
    styles = {each.get(f"{W}styleId"): each for each in package.styles.iterfind(f"{W}style")}
    for each in body.iter(f"{W}pStyle", f"{W}rStyle"):
        name, looks = each.get(f"{W}val"), list[str]()
        while name in styles:
            said = [part for part in styles[name].iterfind("*/*") if part.tag != f"{W}numPr"]
            looks += [etree.tostring(part, method="c14n", exclusive=True).decode() for part in said]
            name = _val(styles[name], "basedOn")
        each.set(f"{W}val", sha256("".join(looks).encode()).hexdigest()[:12])


def _name_bookmarks(body: Any) -> None:
    """Name bookmarks in their order; those around nothing, which nothing can be seen of, are left out."""
    for start in list(body.iter(f"{W}bookmarkStart")):
        after = start.getnext()
        if after is not None and _local(after) == "bookmarkEnd" and after.get(f"{W}id") == start.get(f"{W}id"):
            after.getparent().remove(after)
            start.getparent().remove(start)
    names = {}
    for number, start in enumerate(body.iter(f"{W}bookmarkStart")):
        names[start.get(f"{W}name")] = f"mark{number}"
        start.set(f"{W}name", f"mark{number}")
        del start.attrib[f"{W}id"]
    for end in body.iter(f"{W}bookmarkEnd"):
        del end.attrib[f"{W}id"]
    for link in body.iter(f"{W}hyperlink"):
        link.set(f"{W}anchor", names[link.get(f"{W}anchor")])
    for field in body.iter(f"{W}instrText"):
        field.text = " ".join(names.get(word, word) for word in field.text.split())


def _join_runs(body: Any) -> None:
    """Join runs of one look, and drop those of no characters; the hint at a face is their characters' own."""
    for fonts in list(body.iter(f"{W}rFonts")):
        fonts.attrib.pop(f"{W}hint", None)
        if not fonts.attrib:
            fonts.getparent().remove(fonts)
    for looks in [each for each in body.iter(f"{W}rPr") if not len(each)]:
        looks.getparent().remove(looks)
    for run in [each for each in body.iter(f"{W}r") if _is_words(each) and not each[-1].text]:
        run.getparent().remove(run)
    for run in list(body.iter(f"{W}r")):
        before = run.getprevious()
        if before is None or before.tag != run.tag or not (_is_words(run) and _is_words(before)):
            continue
        if _looks(before) == _looks(run):
            run[-1].text = (before[-1].text or "") + (run[-1].text or "")
            before.getparent().remove(before)


def _is_words(run: Any) -> bool:
    return [_local(each) for each in run if _local(each) != "rPr"] == ["t"]


def _looks(run: Any) -> str:
    return "".join(etree.tostring(each, encoding="unicode") for each in run if _local(each) == "rPr")


def _forget_names(body: Any, package: Package) -> None:
    for each in body.iter():
        for key in [key for key in each.attrib if key.startswith(R)]:
            each.set(key, package.digest(each.get(key)))
        if _local(each) in ("docPr", "cNvPr"):
            each.attrib.pop("id", None)
            each.attrib.pop("name", None)
        if _local(each) == "sdtPr" and each.find(f"{W}id") is not None:
            each.remove(each.find(f"{W}id"))


def _lone_cells(body: Any) -> None:
    """Take the beginning of a merge away from a cell that reaches into no other row."""
    for table in body.iter(f"{W}tbl"):
        rows = [_columns(row) for row in table.iterfind(f"{W}tr")]
        for row, below in zip(rows, [*rows[1:], {}], strict=True):
            for column, cell in row.items():
                merge, under = cell.find(f"{W}tcPr/{W}vMerge"), below.get(column)
                reaches = under is not None and _val(under, "tcPr/vMerge") == "continue"
                if merge is not None and merge.get(f"{W}val") == "restart" and not reaches:
                    merge.getparent().remove(merge)


def _columns(row: Any) -> dict[int, Any]:
    found, column = {}, 0
    for cell in row.iterfind(f"{W}tc"):
        found[column] = cell
        column += int(_val(cell, "tcPr/gridSpan") or 1)
    return found
