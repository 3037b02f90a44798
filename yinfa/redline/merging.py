"""The two bodies as one, with the marks of what has come and gone."""

from copy import deepcopy
from dataclasses import dataclass

from yinfa.redline.aligning import steps_along
from yinfa.redline.blocks import Part
from yinfa.redline.marks import Marks
from yinfa.redline.matching import Steps, alike_pairs
from yinfa.redline.paragraphs import change_section, one_paragraph
from yinfa.redline.parts import Parts, links
from yinfa.redline.tables import one_table
from yinfa.redline.tokens import Digest
from yinfa.writers.docx.xml import Element, w, w_name

_OLD = "old-"  # before the id of a relationship of the old paper
_ENTRIES = 1  # paragraphs of a list of contents before its first entry: the title


def merge(old: Parts, new: Parts, steps: Steps, marks: Marks, plain: str) -> None:
    """Make the body of the new paper that of both, as the steps have it.

    `plain` is the style of a paragraph that stands in neither paper and keeps two tables apart.
    """
    for holder, key in links(old.body):
        holder.set(key, _OLD + holder.get(key, ""))

    def digest(relation: str) -> str:
        return old.digest(relation.removeprefix(_OLD)) if relation.startswith(_OLD) else new.digest(relation)

    was, now = (parts.body.find(w_name("sectPr")) for parts in (old, new))
    merging = _Merging(marks, digest, plain)
    elements = [element for step in steps for element in merging.step(*step)]
    if was is not None and now is not None:
        change_section(was, now, marks)
    setup = was if now is None else now
    new.body[:] = [*elements, *([] if setup is None else [setup])]
    for holder, key in links(new.body):
        if holder.get(key, "").startswith(_OLD):
            holder.set(key, new.adopt(old, holder.get(key, "").removeprefix(_OLD)))


@dataclass(frozen=True, slots=True)
class _Merging:
    marks: Marks
    digest: Digest
    plain: str

    def step(self, old: Part | None, new: Part | None) -> list[Element]:
        """Return what a step becomes: what matches as one, what does not in the marks of it."""
        if old and new:
            return self._both(old, new)
        if old:
            return self.marks.whole(old.element, "del")
        if new:
            return self.marks.whole(new.element, "ins")
        return [self._apart()]

    def _both(self, old: Part, new: Part) -> list[Element]:
        if new.is_table:
            return [one_table(old.grid, new.grid, self.marks, self.digest)]
        if new.element.tag == w_name("p"):
            return [one_paragraph(old.element, new.element, self.marks, self.digest)]
        return self._contents(old.element, new.element)

    def _apart(self) -> Element:
        """Return a paragraph that has come and gone again: neither paper has it."""
        properties = w("pPr", w("pStyle", val=self.plain))
        self.marks.mark_end(properties, "ins", "del")
        return w("p", properties)

    def _contents(self, old: Element, new: Element) -> list[Element]:
        """Return the list of contents; its first and last entries match, for they hold the ends of its field."""
        olds, news = ([Part(each, self.digest) for each in one.find(w_name("sdtContent"))] for one in (old, new))
        if len(olds) != len(news) and min(len(olds), len(news)) < _ENTRIES + 2:
            return [*self.marks.whole(old, "del"), *self.marks.whole(new, "ins")]
        opening = _ENTRIES + 1
        inner = [(i + opening, j + opening) for i, j in alike_pairs(olds[opening:-1], news[opening:-1])]
        ends = {(0, 0), *([(1, 1), (len(olds) - 1, len(news) - 1)] if len(olds) > _ENTRIES else [])}
        lines = [part for step in steps_along(olds, news, sorted({*ends, *inner})) for part in self.step(*step)]
        rest = [deepcopy(each) for each in new if each.tag != w_name("sdtContent")]
        return [w("sdt", *rest, w("sdtContent", *lines))]
