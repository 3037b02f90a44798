"""The marks of tracked changes: who changed what, and when (ECMA-376 part 1, 17.13.5)."""

from collections.abc import Iterable, Iterator
from copy import copy, deepcopy
from itertools import count, cycle, groupby
from typing import Literal

from yinfa.redline.tokens import Token, joined, tokens_of
from yinfa.writers.docx.xml import Element, w, w_name

Change = Literal["ins", "del"]
Told = tuple[Change | None, Token]  # a piece of a paragraph, and what has become of it
_RANGES: dict[Change, str] = {"ins": "customXmlIns", "del": "customXmlDel"}
_BY_THEMSELVES = {"mark": "mark", "control": "control"}  # what stands in no mark around runs
_MINUTES = (2, 4)  # within paragraphs, in turn; less than two apart is the same for LibreOffice
_GONE = {w_name("t"): w_name("delText"), w_name("instrText"): w_name("delInstrText")}


class Marks:
    """Makes marks of one author and day, their numbers from `first`.

    LibreOffice takes marks of one author and minute for one where a paragraph ends with the first and the next begins
    with the second, and so joins paragraphs that stay two. Hence what comes and goes as a whole is of another minute
    than what does so within a paragraph, and that of another than what does so within the next.
    """

    def __init__(self, author: str, date: str, first: int) -> None:
        self._author, self._day = author, date[:10]
        self._numbers = count(first)
        self._minutes = cycle(_MINUTES)
        self._minute = 0

    def mark(self, tag: str, *children: Element) -> Element:
        """Return the mark `w:tag` around its children."""
        date = f"{self._day}T00:{self._minute:02d}:00Z"
        return w(tag, *children, id=next(self._numbers), author=self._author, date=date)

    def of_next(self) -> "Marks":
        """Return what marks the changes within the next paragraph that matches."""
        own = copy(self)
        own._minute = next(self._minutes)
        return own

    def whole(self, element: Element, change: Change) -> list[Element]:
        """Return a paragraph, a table or a content control that has come or gone as a whole."""
        if element.tag == w_name("p"):
            return [self.paragraph(element, change)]
        if element.tag == w_name("tbl"):
            table = w("tbl", *(deepcopy(each) for each in element if each.tag != w_name("tr")))
            table.extend(self.row(each, change) for each in element.iterfind(w_name("tr")))
            return [table]
        content = element.find(w_name("sdtContent"))
        inner = [] if content is None else [part for each in content for part in self.whole(each, change)]
        return self._controlled(element, inner, change)

    def paragraph(self, element: Element, change: Change) -> Element:
        """Return a paragraph all of which has come or gone, its mark as well (17.13.5.15, .20)."""
        properties = deepcopy(element[0])
        self.mark_end(properties, change)
        told: list[Told] = [(change, token) for token in tokens_of(element, str)]
        return w("p", properties, *self.content(told))

    def mark_end(self, properties: Element, *changes: Change) -> None:
        """Mark the end of the paragraph of these properties as come or gone."""
        looks = properties.find(w_name("rPr"))
        if looks is None:
            looks = w("rPr")
            section = properties.find(w_name("sectPr"))
            if section is None:
                properties.append(looks)
            else:
                section.addprevious(looks)
        for at, change in enumerate(changes):
            looks.insert(at, self.mark(change))

    def row(self, row: Element, change: Change) -> Element:
        """Return a row that has come or gone, all that stands in it as well: neither says the other (17.13.5.12)."""
        made = w("tr", *(deepcopy(each) for each in row if each.tag != w_name("tc")))
        made.extend(w("tc", *self._in_cell(each, change)) for each in row.iterfind(w_name("tc")))
        properties = made.find(w_name("trPr"))
        if properties is None:
            properties = w("trPr")
            made.insert(0, properties)
        properties.append(self.mark(change))
        return made

    def _in_cell(self, cell: Element, change: Change) -> Iterator[Element]:
        """Yield what stands in a cell; the end of its last paragraph can neither come nor go but with the row."""
        for each in cell[:-1]:
            yield from [deepcopy(each)] if each.tag == w_name("tcPr") else self.whole(each, change)
        told: list[Told] = [(change, token) for token in tokens_of(cell[-1], str)]
        yield w("p", deepcopy(cell[-1][0]), *self.content(told))

    def content(self, told: Iterable[Told]) -> Iterator[Element]:
        """Yield the content of a paragraph, what has come or gone in the marks of it, within its hyperlinks."""
        for _, several in groupby(told, lambda each: _link(each[1])):
            group = list(several)
            link = group[0][1].link
            inner = self._marked(group)
            if link is None:
                yield from inner
            else:
                yield _around(link, inner)

    def _marked(self, told: list[Told]) -> Iterator[Element]:
        for (change, kind), several in groupby(told, lambda each: (each[0], _BY_THEMSELVES.get(each[1].kind, ""))):
            made = list(joined([token for _, token in several]))
            if change is None or kind == "mark":
                yield from (element for elements in made for element in elements)
            elif kind == "control":
                yield from (part for elements in made for part in self._control(elements[0], change))
            else:
                yield self._changed(change, [run for runs in made for run in runs])

    def _control(self, control: Element, change: Change) -> list[Element]:
        content = control.find(w_name("sdtContent"))
        runs = [] if content is None else [self._changed(change, list(content))]
        return self._controlled(control, runs, change)

    def _changed(self, change: Change, runs: list[Element]) -> Element:
        for each in (inner for run in runs for inner in run.iter() if change == "del"):
            each.tag = _GONE.get(each.tag, each.tag)
        return self.mark(change, *runs)

    def _controlled(self, control: Element, inner: list[Element], change: Change) -> list[Element]:
        """Return a content control that has come or gone: its two ends are marked, and what it holds (17.13.5.4-7)."""
        start, end = f"{_RANGES[change]}RangeStart", f"{_RANGES[change]}RangeEnd"
        opening, closing = self.mark(start), self.mark(start)
        within = w("sdtContent", _end(end, opening), *inner, closing)
        rest = [deepcopy(each) for each in control if each.tag != w_name("sdtContent")]
        return [opening, w("sdt", *rest, within), _end(end, closing)]


def _end(tag: str, start: Element) -> Element:
    return w(tag, id=start.get(w_name("id"), ""))


def _link(token: Token) -> str:
    return "" if token.link is None else token.link.get(w_name("anchor"), "")


def _around(link: Element, inner: Iterable[Element]) -> Element:
    around = w("hyperlink", *inner)
    for key, value in link.attrib.items():
        around.set(key, value)
    return around
