"""The fit pass: breaks titles into lines, and sees to it that they and the names of offices have room."""

from collections.abc import Collection
from dataclasses import replace
from itertools import groupby

from yinfa.compose.titles import ill_broken, title_lines
from yinfa.diagnostics import Origin, Report
from yinfa.document.tree import Block, Break, Document, Heading, Inline, Inlines, Paragraph, RedHead, Section, Text
from yinfa.document.walk import text_of
from yinfa.fitting import breadth_of, head_type
from yinfa.model.plan import Plan
from yinfa.styling import MM_PER_PT, Style


def fit(document: Document, plan: Plan, style: Style, report: Report) -> Document:
    """Return the document with its titles in lines (gbt9704 17), lines that a text gives being kept.

    A title that needs more lines than the form allows is a fault, and so is a head whose names have no room (12).
    """
    fitter = _Fitter(names_of(plan), style, report)
    return replace(document, sections=tuple(fitter.section(section) for section in document.sections))


def names_of(plan: Plan) -> frozenset[str]:
    """Return the names that a title may hold, none of which is broken: the place, the issuer, the offices."""
    heads = (words.head for words in plan.words.values() if words.head)
    return frozenset(
        [
            *(str(plan.identity.place), str(plan.identity.issuer)),
            *(str(name) for unit in plan.registry.units for name in (unit.name, unit.short)),
            *(str(organ) for head in heads for organ in head.organs),
        ]
    )


class _Fitter:
    def __init__(self, names: Collection[str], style: Style, report: Report) -> None:
        self._names = names
        self._style = style
        self._report = report

    def section(self, section: Section) -> Section:
        """Return the section with its titles in lines."""
        area, _ = self._style.page.area(wide=section.page == "landscape")
        width = area / MM_PER_PT / self._style.roles["headline"].advance
        return replace(section, blocks=tuple(self._block(block, width) for block in section.blocks))

    def _block(self, block: Block, width: float) -> Block:
        if isinstance(block, Paragraph) and block.role == "headline":
            return replace(block, children=self._title(block, width))
        if (
            isinstance(block, Heading)
            and block.form == "annex"
            and all(isinstance(each, Text) for each in block.children)
        ):
            return replace(block, children=self._title(block, width))
        if isinstance(block, RedHead) and not head_type(block, self._style).fits:
            message = f"发文机关标志“{'、'.join(block.organs)}”太长，版头放不下"
            hint = "改用规范化简称，或减少联合行文的机关"
            self._report.fault("head-too-long", message, Origin.parse(block.origin), hint)
        return block

    def _title(self, title: Paragraph | Heading, width: float) -> Inlines:
        most, given = self._style.fitting.title_lines, _lines(title.children)
        if len(given) > 1:
            fits = len(given) <= most and all(breadth_of(line) <= width for line in given)
            lines, mending = given, "改正 headline 各行，或缩短标题"
        else:
            lines, mending = title_lines(given[0], self._names, width, most), "缩短标题，或在正文中以 headline 写出各行"
            fits = bool(lines)
        if not fits:
            hint = f"每行至多 {int(width)} 字，至多 {most} 行：{mending}"
            self._report.fault("title-too-long", f"标题“{''.join(given)}”排不下", Origin.parse(title.origin), hint)
            return title.children
        if len(given) > 1 and (wrong := ill_broken(given, self._names, width)):
            hint = "改正 headline 各行；删去 headline，由程序分行也可"
            self._report.warning("title-shape", f"标题的分行{wrong}", Origin.parse(title.origin), hint)
        return _broken(lines)


def _lines(children: Inlines) -> tuple[str, ...]:
    """Return the lines that a title is given in."""
    runs = groupby(children, key=lambda child: isinstance(child, Break))
    return tuple(text_of(tuple(run)) for is_break, run in runs if not is_break) or ("",)


def _broken(lines: tuple[str, ...]) -> Inlines:
    first, *rest = lines
    pieces: list[Inline] = [Text(first)]
    for line in rest:
        pieces += [Break(), Text(line)]
    return tuple(pieces)
