"""Sections: the page, its number and its mark, in portrait and in landscape."""

from collections.abc import Iterator
from dataclasses import dataclass

from yinfa.document.tree import RedHead, Section
from yinfa.document.walk import letter_of
from yinfa.styling import MM_PER_PT, PageForm, Style
from yinfa.writers.docx.fields import field
from yinfa.writers.docx.frames import cell, frame
from yinfa.writers.docx.inlines import run
from yinfa.writers.docx.paper import Paper
from yinfa.writers.docx.redhead import letter_foot, letter_head
from yinfa.writers.docx.roles import number_drop
from yinfa.writers.docx.xml import Element, mm_twips, twips, w, w_linked

PARITIES = {"default": "number", "even": "number-even"}


@dataclass
class Margins:
    """The head and foot parts of a paper, each made once for a make of pages."""

    paper: Paper
    mark: str

    def __post_init__(self) -> None:
        self._made: dict[tuple[bool, bool], list[tuple[str, str, str]]] = {}
        self._count = 0

    def references(self, section: Section) -> list[Element]:
        """Return the references of a section to its heads and feet, so that none is taken over from another."""
        make = (section.page == "landscape", section.is_numbered)
        if make not in self._made:
            self._made[make] = list(self._make(*make))
        first = self._first(letter) if (letter := letter_of(section)) else ()
        made = (*self._made[make], *first)
        return [w_linked(f"{kind}Reference", relation, type=parity) for kind, parity, relation in made]

    def _make(self, wide: bool, numbered: bool) -> Iterator[tuple[str, str, str]]:
        for parity, key in PARITIES.items():
            # a foot without a number is as high: in LibreOffice the type area would reach lower
            foot = _number(self.paper, key, wide=wide) if numbered else [self.paper.paragraph(key)]
            yield from self._add(parity, [self._mark("mark-wide" if wide else "mark")], foot)

    def _first(self, letter: RedHead) -> Iterator[tuple[str, str, str]]:
        """Yield the head and foot of a letter's first page, which bears no number (gbt9704 36)."""
        head = [self._mark("mark-letter"), *letter_head(letter, self.paper)]
        yield from self._add("first", head, [*letter_foot(self.paper), self.paper.paragraph("number")])

    def _mark(self, key: str) -> Element:
        return self.paper.paragraph(key, *([run(self.mark)] if self.mark else []))

    def _add(self, parity: str, head: list[Element], foot: list[Element]) -> Iterator[tuple[str, str, str]]:
        self._count += 1
        for kind, root in (("header", w("hdr", *head)), ("footer", w("ftr", *foot))):
            yield kind, parity, self.paper.package.add(kind, root, str(self._count))


def _number(paper: Paper, key: str, *, wide: bool) -> list[Element]:
    """Return the page number between its two dashes; a turned one hangs on a paragraph that takes no room."""
    number = paper.paragraph(key, run("— "), *field("PAGE", run("1")), run(" —"))
    return [_turned(number, paper), paper.paragraph("section-end")] if wide else [number]


def _turned(number: Element, paper: Paper) -> Element:
    """Return the page number of a landscape page: turned clockwise, in a cell that floats left of the type area."""
    form, role = paper.style.page, paper.style.roles["number"]
    height, width = mm_twips(form.text_width), twips(number_drop(paper.style) + role.line)
    left = mm_twips(form.bottom) - width
    place = w("tblpPr", vertAnchor="page", horzAnchor="page", tblpX=left, tblpY=mm_twips(form.left))
    turned = cell(width, number, w("textDirection", val="tbRl"))
    return frame([width], [w("tr", w("trPr", w("trHeight", val=height, hRule="exact")), turned)], place=place)


def section_properties(section: Section, style: Style, margins: Margins, *, first: bool = False) -> Element:
    """Return the page set-up that ends a section, the first of a paper or another."""
    # LibreOffice sets the second page like a first one where the first section is to begin on a right-hand page
    begin = "nextPage" if first else _begin(section)
    properties = w("sectPr", *margins.references(section), w("type", val=begin))
    properties.extend(_page(style.page, style, wide=section.page == "landscape"))
    if section.number_from is not None:
        properties.append(w("pgNumType", start=section.number_from))
    if letter_of(section):
        properties.append(w("titlePg"))
    properties.append(_grid(section, style))
    return properties


def _begin(section: Section) -> str:
    if section.page == "imprint":
        return "evenPage"
    return "nextPage" if section.number_from is None else "oddPage"


def _grid(section: Section, style: Style) -> Element:
    """Return the grid of lines; none where LibreOffice would centre one that does not fill the page."""
    kind = "default" if section.page == "landscape" or letter_of(section) else "lines"
    return w("docGrid", type=kind, linePitch=twips(style.roles["body"].line))


def _page(form: PageForm, style: Style, *, wide: bool) -> Iterator[Element]:
    """Yield the page's size and margins; the landscape page is the portrait one turned clockwise."""
    width, height = mm_twips(form.width), mm_twips(form.height)
    number = (number_drop(style) + style.roles["number"].line) * MM_PER_PT
    foot = form.mark_top if wide else form.bottom - number  # the turned number is placed by the edges of the sheet
    distances = {"header": mm_twips(form.mark_top), "footer": mm_twips(foot), "gutter": 0}
    sides = {side: mm_twips(margin) for side, margin in form.margins(wide=wide).items()}
    yield w("pgSz", w=height, h=width, orient="landscape") if wide else w("pgSz", w=width, h=height)
    yield w("pgMar", **sides, **distances)
