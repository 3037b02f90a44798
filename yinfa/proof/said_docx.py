"""What the DOCX says, read from its XML as Word would print it, automatic numbers included.

版头 is read in the order in which it is spoken, whatever lies beside what; an empty content control says nothing.
What is inside a chart is looked at, not read on: it is a part of its own, and says no more here than its caption.
"""

import io
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from lxml import etree

from yinfa.proof.said import Said, squeeze

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
HAN = "〇一二三四五六七八九十"
GRID = "GwTable"  # the style of what is a table to the reader; others only lay out
ABOVE, ORGAN, NUMBER, SIGNERS = range(4)  # the parts of 版头 as they are read


def said_by_docx(data: bytes) -> Said:
    """Return all that the DOCX says, in the order of its body, merged cells once, fields by their cached text."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {
            name: etree.fromstring(package.read(f"word/{name}.xml")) for name in ("document", "styles", "numbering")
        }
        letter = list(_head_of_letter(parts["document"], package))
    reader = _Reader(parts)
    for element in (*letter, *parts["document"].iterfind(f"{W}body/*")):
        reader.read(element)
    return Said(squeeze("".join(reader.all_text())), tuple(reader.tables))


def _head_of_letter(document: Any, package: zipfile.ZipFile) -> Iterator[Any]:
    """Yield what stands in the head of a first page that has one of its own, but for the mark."""
    relations = etree.fromstring(package.read("word/_rels/document.xml.rels"))
    targets = {each.get("Id"): each.get("Target") for each in relations}
    for reference in document.iterfind(f".//{W}sectPr/{W}headerReference[@{W}type='first']"):
        head = etree.fromstring(package.read(f"word/{targets[reference.get(f'{R}id')]}"))
        yield from (each for each in head if not _style_of(each).startswith("GwMark"))


def _style_of(element: Any) -> str:
    style = next(element.iterfind(f"{W}pPr/{W}pStyle"), None)
    return "" if style is None else style.get(f"{W}val")


class _Reader:
    def __init__(self, parts: dict[str, Any]) -> None:
        self._numbers = _Numbers(parts["numbering"], parts["styles"])
        self._head: list[tuple[int, str]] = []
        self._text: list[str] = []
        self.tables: list[tuple[tuple[str, ...], ...]] = []

    def all_text(self) -> list[str]:
        """Return the text read, in the order of reading."""
        self._end_head()
        return self._text

    def read(self, element: Any) -> None:
        """Read a paragraph or a table of the body; a structured field (the contents) is left out."""
        if element.tag == f"{W}p":
            self._read_paragraph(element)
        elif element.tag == f"{W}tbl" and element.find(f"{W}tblPr/{W}tblStyle[@{W}val='{GRID}']") is not None:
            rows = tuple(tuple(self._cells(row)) for row in element.iterfind(f"{W}tr"))
            self.tables.append(rows)
            self._end_head()
            self._text += [cell for row in rows for cell in row]
        elif element.tag == f"{W}tbl":
            self._read_columns(element)

    def _read_columns(self, table: Any) -> None:
        """Read a table that only lays out: the names of several offices, then 文件 beside them; 版记."""
        rows = [list(row.iterfind(f"{W}tc")) for row in table.iterfind(f"{W}tr")]
        for column in zip_longest(*rows):
            for cell in column:
                for paragraph in () if cell is None else cell.iterfind(f"{W}p"):
                    self._read_paragraph(paragraph)

    def _read_paragraph(self, paragraph: Any) -> None:
        style = _style_of(paragraph)
        if style == "GwSectionEnd":
            return
        if style.startswith(("GwHeadOrgan", "GwHeadNumber", "GwHeadSigner", "GwHeadSerial", "GwHeadNote")):
            self._head += _parts_of_head(style, self._paragraph(paragraph))
        else:
            self._end_head()
            self._text.append(self._paragraph(paragraph))

    def _end_head(self) -> None:
        self._text += [text for _, text in sorted(self._head, key=lambda part: part[0])]
        self._head.clear()

    def _paragraph(self, paragraph: Any) -> str:
        return self._numbers.of(paragraph) + "".join(map(_characters, paragraph.iter(f"{W}t", f"{W}r")))

    def _cells(self, row: Any) -> Iterator[str]:
        for cell in row.iterfind(f"{W}tc"):
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            if merge is None or merge.get(f"{W}val") == "restart":
                yield squeeze("".join(self._paragraph(each) for each in cell.iterfind(f"{W}p")))


class _Numbers:
    """Counts paragraphs as Word does: a level begins anew after each paragraph of a higher one, or where told."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        self._abstract = {each.get(f"{W}abstractNumId"): each for each in numbering.iterfind(f"{W}abstractNum")}
        self._nums = {each.get(f"{W}numId"): each for each in numbering.iterfind(f"{W}num")}
        self._styles = {each.get(f"{W}styleId"): each for each in styles.iterfind(f"{W}style")}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()

    def of(self, paragraph: Any) -> str:
        """Return the automatic number that stands before a paragraph, nothing if it has none."""
        num_id, level = self._assigned(paragraph)
        if num_id in (None, "0"):
            return ""
        abstract = self._nums[num_id].find(f"{W}abstractNumId").get(f"{W}val")
        counts = self._counts[abstract]
        counts[level] = self._start(num_id, level) or counts.get(level, 0) + 1
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        return self._print(self._abstract[abstract], counts, level)

    def _start(self, num_id: str, level: int) -> int:
        """Return where a numbering makes a level begin when it is first used, 0 where it goes on."""
        start = self._nums[num_id].find(f"{W}lvlOverride[@{W}ilvl='{level}']/{W}startOverride")
        if start is None or (num_id, level) in self._begun:
            return 0
        self._begun.add((num_id, level))
        return int(start.get(f"{W}val"))

    def _assigned(self, paragraph: Any) -> tuple[str | None, int]:
        own = paragraph.find(f"{W}pPr/{W}numPr")
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        name = style.get(f"{W}val") if style is not None else None
        while own is None and name in self._styles:
            own = self._styles[name].find(f"{W}pPr/{W}numPr")
            based = self._styles[name].find(f"{W}basedOn")
            name = based.get(f"{W}val") if based is not None else None
        if own is None:
            return None, 0
        number, level = own.find(f"{W}numId"), own.find(f"{W}ilvl")
        return number.get(f"{W}val"), int(level.get(f"{W}val")) if level is not None else 0

    def _print(self, abstract: Any, counts: dict[int, int], level: int) -> str:
        form = next(each for each in abstract.iterfind(f"{W}lvl") if each.get(f"{W}ilvl") == str(level))
        kind = form.find(f"{W}numFmt").get(f"{W}val")
        text: str = form.find(f"{W}lvlText").get(f"{W}val")
        count = counts[level]
        return text.replace(f"%{level + 1}", _han(count) if kind.startswith("chinese") else str(count))


def _han(count: int) -> str:
    tens, ones = divmod(count, 10)
    return ("" if tens == 0 else "十" if tens == 1 else HAN[tens] + "十") + (HAN[ones] if ones or not tens else "")


def _characters(node: Any) -> str:
    """Return what a node adds to the text: its own characters, a tab for a run that is one."""
    if next(node.iterancestors(f"{W}sdt"), None) is not None and node.tag == f"{W}t":
        return ""
    if node.tag == f"{W}r":
        return "\t" * len(node.findall(f"{W}tab"))
    return node.text or ""


def _parts_of_head(style: str, line: str) -> list[tuple[int, str]]:
    """Return the texts of a line of 版头, each with the place of its part: what a tab parts is of two."""
    left, _, right = line.partition("\t")
    if style == "GwHeadNumberLetter":
        return [(ABOVE, left), (ABOVE, right)]
    if style.startswith("GwHeadNumber"):
        return [(NUMBER, left), (SIGNERS, right)]
    return [({"GwHeadOrgan": ORGAN, "GwHeadSignerLine": SIGNERS}.get(style.removesuffix("Letter"), ABOVE), line)]
