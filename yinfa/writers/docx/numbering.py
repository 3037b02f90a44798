"""The part word/numbering.xml: headings in one list of four levels, and a numbering for each ordered list."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from yinfa.document.tree import Heading, Section
from yinfa.styling import Role, Style
from yinfa.writers.docx.roles import indents, looks_of, style_id
from yinfa.writers.docx.xml import Element, w
from yinfa.writers.titles import ATTACHED

NO_LEVEL = 5  # below the lowest
HEADINGS = ("heading-1", "heading-2", "heading-3", "heading-4")
UPPER, LOWER = 0, 5  # the patterns of headings; LOWER where some levels are numbered on through the others
LISTS = {"dash": 1, "ordered": 2, "box-dash": 3, "box-ordered": 4}  # the pattern that each is an instance of
LISTS |= {"attachments-first": 6, "attachments-next": 7}


@dataclass(frozen=True, slots=True)
class Numbered:
    """What numbers a paragraph: the numbering and the level in it."""

    number: int
    level: int = 0

    def element(self) -> Element:
        """Return the property of the paragraph or style."""
        return w("numPr", w("ilvl", val=self.level), w("numId", val=self.number))


NONE = Numbered(0)  # takes the numbering of the style away


class Numbers:
    """The numberings of one paper, and the count of its headings as Word will count them."""

    def __init__(self, style: Style, sections: Iterable[Section] = ()) -> None:
        self._style = style
        self._instances: list[Element] = []
        self._counts = [0, 0, 0, 0]
        self._split = min((each.through for each in sections if each.through), default=NO_LEVEL)
        upper = self._add(UPPER)
        lower = self._add(LOWER) if self._split < NO_LEVEL else upper
        self._current = {UPPER: upper, LOWER: lower}
        self.of_styles = {key: Numbered(self._current[self._list(n)], n) for n, key in enumerate(HEADINGS)}
        self.of_styles |= {key: Numbered(self._add(LISTS[key])) for key in ("dash", "box-dash")}

    def ordered(self, key: str, start: int = 1) -> Numbered:
        """Return a new numbering from `start` for a list in the style `key`."""
        return Numbered(self._add(LISTS[key], 0, start))

    def heading(self, heading: Heading) -> Numbered | None:
        """Return the numbering that a heading needs beside its style's, so that Word counts what the tree says.

        The style of a run-in one has none.
        """
        level, wanted = heading.level - 1, heading.number
        if not wanted:
            return NONE
        mine = self._list(level)
        self._counts[level] += 1
        for deeper in range(level + 1, len(HEADINGS)):
            if self._list(deeper) == mine:
                self._counts[deeper] = 0
        if self._counts[level] != wanted:
            self._counts[level] = wanted
            self._current[mine] = self._add(mine, level, wanted)
        numbered = Numbered(self._current[mine], level)
        own = heading.form != "run-in" and numbered == self.of_styles[HEADINGS[level]]
        return None if own else numbered

    def part(self) -> Element:
        """Return the root of word/numbering.xml."""
        patterns = [self._headings(UPPER), *(self._list_pattern(key) for key in LISTS)]
        if self._split < NO_LEVEL:
            patterns.append(self._headings(LOWER))
        return w("numbering", *patterns, *self._instances)

    def _list(self, level: int) -> int:
        return UPPER if level + 1 < self._split else LOWER

    def _add(self, pattern: int, level: int = 0, start: int = 0) -> int:
        number = len(self._instances) + 1
        instance = w("num", w("abstractNumId", val=pattern), numId=number)
        if start:
            instance.append(w("lvlOverride", w("startOverride", val=start), ilvl=level))
        self._instances.append(instance)
        return number

    def _headings(self, pattern: int) -> Element:
        looks, levels = looks_of(self._style), []
        for level, (key, shown) in enumerate(zip(HEADINGS, self._style.numbering.headings, strict=True)):
            links = [w("pStyle", val=style_id(key, looks[key]))] if self._list(level) == pattern else []
            levels.append(_level(level, shown, looks[key].role, links))
        return _pattern(pattern, "multilevel", levels)

    def _list_pattern(self, key: str) -> Element:
        look, box = looks_of(self._style)[key], self._style.box
        dashed, attached = key.endswith("dash"), key.startswith("attachments")
        links = [w("pStyle", val=style_id(key, look))] if dashed else []
        shown = self._style.numbering.dash if dashed else self._style.numbering.ordered
        shown = ATTACHED + shown if key == "attachments-first" else shown
        margin = box.padding + box.border if key.startswith("box-") else 0
        level = _level(0, shown, look.role, links, margin, behind="tab" if attached else "nothing")
        return _pattern(LISTS[key], "singleLevel", [level])


def _pattern(number: int, kind: str, levels: list[Element]) -> Element:
    named = w("nsid", val=f"{0x59460000 + number:08X}")  # by which Word tells lists apart
    return w("abstractNum", named, w("multiLevelType", val=kind), *levels, abstractNumId=number)


def _level(
    level: int, shown: str, role: Role, links: list[Element], margin: float = 0, behind: str = "nothing"
) -> Element:
    """Return a level that prints `shown`; its indents repeat the style's, which it would override else."""
    form = "chineseCountingThousand" if "{han}" in shown else "decimal" if "{n}" in shown else "none"
    text = w("lvlText", val=re.sub(r"\{(han|n)\}", f"%{level + 1}", shown))
    printed = (w("numFmt", val=form), *links, w("suff", val=behind), text, w("lvlJc", val="left"))
    looks = (w("pPr", indents(role, margin)), w("rPr", w("rFonts", hint="eastAsia")))
    return w("lvl", w("start", val=1), *printed, *looks, ilvl=level)
