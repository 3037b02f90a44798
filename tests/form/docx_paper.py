"""A paper's DOCX as the judges read it: its paragraphs by their words, and what holds for each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

from tests.form.page import bare
from tests.word import MM_PER_TWIP, W, Word, text_in
from yinfa.document.tree import Document, RedHead
from yinfa.document.walk import blocks_of
from yinfa.proof.measures import PITCH, differs
from yinfa.styling import MM_PER_PT

FANGSONG, KAITI, HEITI, BIAOSONG = "仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋简体"
RED = re.compile(r"[A-F9][0-9A-F]([0-3][0-9A-F]){2}")


@dataclass(frozen=True)
class Written:
    """A paper: its tree tells what is to be found, its DOCX how it is formed."""

    document: Document
    docx: bytes

    @cached_property
    def word(self) -> Word:
        """Return the DOCX as Word would see it."""
        return Word(self.docx)

    @cached_property
    def head(self) -> RedHead | None:
        """Return the red head that the tree has."""
        return next((block for block in blocks_of(self.document) if isinstance(block, RedHead)), None)

    @cached_property
    def paragraphs(self) -> list[Any]:
        """Return all paragraphs in reading order: of the heads of pages, of the text, of frames and tables."""
        heads = [part for section in self.word.sections()[:1] for part in self.parts(section, "header")]
        return [each for root in (*heads, self.word.document) for each in root.iter(f"{W}p") if not _stacked(each)]

    @cached_property
    def body(self) -> list[Any]:
        """Return the paragraphs of the text that say something, in reading order."""
        return [each for each in self.word.document.iter(f"{W}p") if words_in(each)]

    def number_of(self, paragraph: Any) -> str:
        """Return the pattern of the number that Word prints before a paragraph, nothing if it prints none."""
        number = next(self.word.properties(paragraph, "pPr/numPr"), None)
        if number is None:
            return ""
        level = number.find(f"{W}ilvl")
        numbering = self.word.part("numbering.xml")
        num = _with(numbering, "num", "numId", number.find(f"{W}numId").get(f"{W}val"))
        abstract = _with(numbering, "abstractNum", "abstractNumId", num.find(f"{W}abstractNumId").get(f"{W}val"))
        wanted = "0" if level is None else level.get(f"{W}val")
        pattern: str = _with(abstract, "lvl", "ilvl", wanted).find(f"{W}lvlText").get(f"{W}val")
        return pattern

    def parts(self, section: Any, kind: str) -> list[Any]:
        """Return the heads ("header") or feet ("footer") of a section."""
        return list(self.word.margins(section, kind).values())

    def said(self, text: str) -> list[Any]:
        """Return the paragraphs that hold a text."""
        return [each for each in self.paragraphs if bare(text) in words_in(each)]

    def exactly(self, text: str) -> list[Any]:
        """Return the paragraphs that say a text and no more."""
        return [each for each in self.paragraphs if bare(text) == words_in(each)]

    def after(self, paragraph: Any) -> Any:
        """Return the next paragraph that says something, None behind the last."""
        place = self.paragraphs.index(paragraph)
        return next((each for each in self.paragraphs[place + 1 :] if words_in(each)), None)

    def before(self, paragraph: Any) -> Any:
        """Return the last paragraph above that says something, None above the first."""
        place = self.paragraphs.index(paragraph)
        return next((each for each in reversed(self.paragraphs[:place]) if words_in(each)), None)

    def drop(self, upper: Any, lower: Any) -> float | None:
        """Return how far below the baseline of a paragraph that of a later one stands, in mm; None on another page.

        Word keeps a fifth of an exact pitch below the baseline, and of two spaces that meet the larger.
        """
        run = self.paragraphs[self.paragraphs.index(upper) : self.paragraphs.index(lower) + 1]
        if any(_ends_page(each) for each in run[:-1]) or any(map(self.begins_page, run[1:])):
            return None
        gaps = (max(self.spacing(high, "after"), self.spacing(low, "before")) for high, low in pairwise(run))
        lines = sum(map(self.pitch, run[1:-1])) + self.pitch(upper) / 5 + self.pitch(lower) * 4 / 5
        return lines + sum(gaps) + self.rule_below(upper)

    def blank_above(self, paragraph: Any) -> float | None:
        """Return how many lines are blank between a paragraph and the text above it, None where there is none."""
        above = self.before(paragraph)
        text = above is not None and not differs(self.pitch(above), PITCH, 0.1) and not _in_cell(above)
        drop = self.drop(above, paragraph) if text else None
        return None if drop is None else drop / PITCH - 1

    def pitch(self, paragraph: Any) -> float:
        """Return its exact pitch in mm."""
        return self._measure(paragraph, "pPr/spacing", "line")

    def rule_below(self, paragraph: Any) -> float:
        """Return how much room a rule below a paragraph takes, its distance too, in mm."""
        rule = next(self.word.properties(paragraph, "pPr/pBdr/bottom"), None)
        return 0 if rule is None else (int(rule.get(f"{W}space") or 0) + int(rule.get(f"{W}sz")) / 8) * MM_PER_PT

    def begins_page(self, paragraph: Any) -> bool:
        """Return whether a paragraph begins a page of itself."""
        return self.word.effective(paragraph, "pPr/pageBreakBefore", "val") not in (None, "0")

    def looks(self, name: str, paragraph: Any, face: str, size: float, *, wholly: bool = False) -> Iterator[str]:
        """Yield that a paragraph is not set in a face and a size in pt; `wholly` with its digits."""
        sides = ("eastAsia", "ascii", "hAnsi") if wholly else ("eastAsia",)
        found = {self.word.effective(paragraph, "rPr/rFonts", side) for side in sides}
        if found != {face}:
            yield f"{name} is set in {found}, not {face}"
        if self.size(paragraph) != size:
            yield f"{name} is set in {self.size(paragraph)} pt, not {size}"

    def size(self, paragraph: Any) -> float:
        """Return the size of its type in pt."""
        return int(self.word.effective(paragraph, "rPr/sz", "val") or 0) / 2

    def face_of(self, run: Any) -> str | None:
        """Return the Han face of a run: its own, that of its character style, or that of its paragraph's."""
        paragraph = next(run.iterancestors(f"{W}p"))
        return self.word.face_of(run) or self.word.face_of_style(paragraph)

    def indent(self, paragraph: Any, side: str) -> float:
        """Return an indent in mm: "left" or "right", or "first" for where its first line begins."""
        if side != "first":
            return self._measure(paragraph, "pPr/ind", side)
        for found in self.word.properties(paragraph, "pPr/ind"):
            for name, sign in (("hanging", -1), ("firstLine", 1)):
                if found.get(f"{W}{name}") is not None:
                    return self.indent(paragraph, "left") + sign * int(found.get(f"{W}{name}")) * MM_PER_TWIP
        return self.indent(paragraph, "left")

    def spacing(self, paragraph: Any, side: str) -> float:
        """Return the space before or after it in mm."""
        return self._measure(paragraph, "pPr/spacing", side)

    def align(self, paragraph: Any) -> str:
        """Return how it is aligned."""
        names = {"start": "left", "both": "left", "end": "right", None: "left"}
        found = self.word.effective(paragraph, "pPr/jc", "val")
        return names.get(found, found or "left")

    def flush(self, name: str, paragraph: Any) -> Iterator[str]:
        """Yield that a paragraph is not flush left."""
        if self.align(paragraph) != "left" or differs(self.indent(paragraph, "first"), 0):
            yield f"{name} is not flush left"

    def centred(self, name: str, paragraph: Any) -> Iterator[str]:
        """Yield that a paragraph is not centred."""
        if self.align(paragraph) not in ("center", "distribute"):
            yield f"{name} is not centred"

    def below(self, name: str, paragraph: Any, lines: float) -> Iterator[str]:
        """Yield that a paragraph does not leave so many lines blank above it."""
        if differs(found := self.spacing(paragraph, "before") / PITCH, lines, 0.3):
            yield f"{name} leaves {found:.1f} lines blank above it, not {lines}"

    def _measure(self, paragraph: Any, path: str, attribute: str) -> float:
        return int(self.word.effective(paragraph, path, attribute) or 0) * MM_PER_TWIP


def _with(root: Any, tag: str, key: str, value: str) -> Any:
    return next(each for each in root.iterfind(f"{W}{tag}") if each.get(f"{W}{key}") == value)


def _ends_page(paragraph: Any) -> bool:
    return paragraph.find(f"{W}pPr/{W}sectPr") is not None


def _in_cell(paragraph: Any) -> bool:
    return next(paragraph.iterancestors(f"{W}tc"), None) is not None


def _stacked(paragraph: Any) -> bool:
    """Return whether a paragraph holds others: in a text box of it."""
    return any(True for _ in paragraph.iter(f"{W}txbxContent"))


def words_in(element: Any) -> str:
    """Return the words of an element without blanks."""
    return bare(text_in(element))
