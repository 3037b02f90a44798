"""How Word would see a DOCX: each property by docDefaults, the chain of styles and direct formatting, in that order."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MM_PER_TWIP = 25.4 / 1440


def text_in(element: Any) -> str:
    """Return the characters of an element, those of fields as they are shown."""
    return "".join(each.text or "" for each in element.iter(f"{W}t"))


@dataclass(frozen=True)
class Word:
    """A DOCX and its parts."""

    data: bytes

    def part(self, name: str) -> Any:
        """Return the root of a part of the folder word/."""
        with zipfile.ZipFile(io.BytesIO(self.data)) as package:
            return etree.fromstring(package.read(f"word/{name}"))

    @cached_property
    def document(self) -> Any:
        """Return the main part."""
        return self.part("document.xml")

    @cached_property
    def styles(self) -> dict[str, Any]:
        """Return the styles by their ids."""
        return {each.get(f"{W}styleId"): each for each in self.part("styles.xml").iterfind(f"{W}style")}

    @cached_property
    def _defaults(self) -> list[Any]:
        return list(self.part("styles.xml").iter(f"{W}rPrDefault", f"{W}pPrDefault"))

    def sections(self) -> list[Any]:
        """Return the section properties in reading order."""
        return list(self.document.iter(f"{W}sectPr"))

    def footers(self, section: Any) -> dict[str, Any]:
        """Return the footers of a section by their kind (default: odd pages, even)."""
        return self.margins(section, "footer")

    def margins(self, section: Any, kind: str) -> dict[str, Any]:
        """Return the heads ("header") or feet ("footer") of a section by the pages that they are of."""
        targets = {each.get("Id"): each.get("Target") for each in self.part("_rels/document.xml.rels")}
        return {
            each.get(f"{W}type"): self.part(targets[each.get(f"{R}id")])
            for each in section.iterfind(f"{W}{kind}Reference")
        }

    def paragraphs(self, style_name: str) -> list[Any]:
        """Return the paragraphs of the body whose style has this name."""
        ids = {key for key, style in self.styles.items() if style.find(f"{W}name").get(f"{W}val") == style_name}
        return [each for each in self.document.iter(f"{W}p") if self._style_of(each) in ids]

    def effective(self, paragraph: Any, path: str, attribute: str) -> str | None:
        """Return the attribute of a property (`pPr/ind`, `rPr/sz`) that holds for a paragraph and its first run."""
        values = (found.get(f"{W}{attribute}") for found in self.properties(paragraph, path))
        return next((value for value in values if value is not None), None)

    def properties(self, paragraph: Any, path: str) -> Iterator[Any]:
        """Yield what a property is set to for a paragraph and its first run, what prevails first."""
        query = "/".join(f"{W}{step}" for step in path.split("/"))
        for holder in self._holders(paragraph):
            found = holder.find(query)
            if found is not None:
                yield found

    def face_of(self, run: Any) -> str | None:
        """Return the Han face that a run says itself or by its character style, None if that of its paragraph holds."""
        style = run.find(f"{W}rPr/{W}rStyle")
        holders = [run, *([] if style is None else [self.styles[style.get(f"{W}val")]])]
        found = (each.find(f"{W}rPr/{W}rFonts") for each in holders)
        return next((fonts.get(f"{W}eastAsia") for fonts in found if fonts is not None), None)

    def face_of_style(self, paragraph: Any) -> str | None:
        """Return the Han face of a paragraph's style."""
        held = (each.find(f"{W}rPr/{W}rFonts") for each in self._chain(paragraph))
        return next((fonts.get(f"{W}eastAsia") for fonts in held if fonts is not None), None)

    def _style_of(self, paragraph: Any) -> str | None:
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        return None if style is None else style.get(f"{W}val")

    def _holders(self, paragraph: Any) -> Iterator[Any]:
        """Yield whatever may hold a property, the nearest first."""
        yield from paragraph.iterfind(f"{W}r")
        yield paragraph
        yield from self._chain(paragraph)
        yield from self._defaults

    def _chain(self, paragraph: Any) -> Iterator[Any]:
        """Yield the style of a paragraph and those it is based on, its own first."""
        name = self._style_of(paragraph)
        while name in self.styles:
            yield self.styles[name]
            based = self.styles[name].find(f"{W}basedOn")
            name = None if based is None else based.get(f"{W}val")
