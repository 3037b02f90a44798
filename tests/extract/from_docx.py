"""What the DOCX says, read from its XML as Word would print it, automatic numbers included."""

import io
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from lxml import etree

from tests.extract import Said, squeeze

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HAN = "〇一二三四五六七八九十"


def said_by_docx(data: bytes) -> Said:
    """Return all that the DOCX says, in the order of its body, merged cells once, fields by their cached text."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {
            name: etree.fromstring(package.read(f"word/{name}.xml")) for name in ("document", "styles", "numbering")
        }
    reader = _Reader(parts)
    for element in parts["document"].iterfind(f"{W}body/*"):
        reader.read(element)
    return Said(squeeze("".join(reader.text)), tuple(reader.tables))


class _Reader:
    def __init__(self, parts: dict[str, Any]) -> None:
        self._numbers = _Numbers(parts["numbering"], parts["styles"])
        self.text: list[str] = []
        self.tables: list[tuple[tuple[str, ...], ...]] = []

    def read(self, element: Any) -> None:
        """Read a paragraph or a table of the body; a structured field (the contents) is left out."""
        if element.tag == f"{W}p":
            self.text.append(self._paragraph(element))
        elif element.tag == f"{W}tbl":
            rows = tuple(tuple(self._cells(row)) for row in element.iterfind(f"{W}tr"))
            self.tables.append(rows)
            self.text += [cell for row in rows for cell in row]

    def _paragraph(self, paragraph: Any) -> str:
        return self._numbers.of(paragraph) + "".join(node.text or "" for node in paragraph.iter(f"{W}t"))

    def _cells(self, row: Any) -> Iterator[str]:
        for cell in row.iterfind(f"{W}tc"):
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            if merge is None or merge.get(f"{W}val") == "restart":
                yield squeeze("".join(self._paragraph(each) for each in cell.iterfind(f"{W}p")))


class _Numbers:
    """Counts paragraphs as Word does: a list level begins anew after each paragraph of a higher level."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        self._abstract = {each.get(f"{W}abstractNumId"): each for each in numbering.iterfind(f"{W}abstractNum")}
        self._nums = {each.get(f"{W}numId"): each for each in numbering.iterfind(f"{W}num")}
        self._styles = {each.get(f"{W}styleId"): each for each in styles.iterfind(f"{W}style")}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def of(self, paragraph: Any) -> str:
        """Return the automatic number that stands before a paragraph, nothing if it has none."""
        num_id, level = self._assigned(paragraph)
        if num_id in (None, "0"):
            return ""
        abstract = self._nums[num_id].find(f"{W}abstractNumId").get(f"{W}val")
        counts = self._counts[num_id if self._restarts(num_id) else f"abstract {abstract}"]
        counts[level] = counts.get(level, 0) + 1
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        return self._print(self._abstract[abstract], counts, level)

    def _restarts(self, num_id: str) -> bool:
        return self._nums[num_id].find(f"{W}lvlOverride") is not None

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
