"""A paper and what it issues, as the sections of one document."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from yinfa.compose.render import Copy, Renderer, Sections
from yinfa.diagnostics import Origin, Report
from yinfa.document.tree import Imprint, Section
from yinfa.kinds import KINDS
from yinfa.model.identity import Leaf, Paper, Part
from yinfa.model.plan import Plan
from yinfa.sources.text import Text


def sections_of(plan: Plan, paper: Paper, renderer: Renderer, copy: Copy, report: Report) -> Sections | None:
    """Return the sections of a paper and of its parts that are bound with it, or None when a fault stands in the way.

    Its annexes come first, then what follows it, as papers of their own. One 版记 stands at the very end.
    """
    announced = attached_to(plan, paper, [part for part in paper.parts if part.binding != "follows"])
    own = renderer.sections(paper, announced, copy=copy)
    bound = [_bound(plan, paper, part, renderer, report) for part in _in_order(paper.parts)]
    if own is None or any(each is None for each in bound):
        return None
    parts = [replace(section, number_from=None) for each in bound if each for section in each]
    return _closed([*own, *parts], paper, report)


def attached_to(plan: Plan, leaf: Leaf, parts: Iterable[Part] = ()) -> tuple[Text, ...]:
    """Return the names of a paper's annexes in the order of their numbers: those of its text, then its parts."""
    return (*(annex.heading for annex in plan.words_of(leaf).annexes), *(part.title for part in parts))


def _in_order(parts: Sequence[Part]) -> list[Part]:
    """Return the parts that are printed with their paper: the annexes of it before what follows it."""
    return sorted((part for part in parts if part.binding != "apart"), key=lambda part: part.binding == "follows")


def _bound(plan: Plan, paper: Paper, part: Part, renderer: Renderer, report: Report) -> Sections | None:
    inside = () if KINDS[part.kind].of_tasks else attached_to(plan, part)
    if part.binding == "follows":
        found = renderer.sections(part, inside)
        return found and (replace(found[0], opens=True), *found[1:])
    if inside:
        message = f"附件“{part.title}”又有自己的附件“{inside[0]}”"
        report.fault("annex-nested", message, inside[0].origin, "把它写成正文里的一章，或把 binding 改为 follows")
    numbered = [each for each in paper.parts if each.binding != "follows"]
    return renderer.sections(part, (), len(plan.words_of(paper).annexes) + numbered.index(part) + 1)


def _closed(sections: Sequence[Section], paper: Paper, report: Report) -> Sections | None:
    """Return the sections with the only 版记 at the end of the last, or None where there are no sections.

    A second 版记 is a fault.
    """
    imprints = [block for section in sections for block in section.blocks if isinstance(block, Imprint)]
    for extra in imprints[1:]:
        place = Origin.parse(extra.origin)
        report.fault("imprint-twice", "一份文件只有一个版记", place, "删去所附文件的 imprint")
    open_ = [_without_imprint(section) for section in sections]
    filled = [section for section in open_ if section.blocks]
    if not filled:
        _empty(paper, report)
        return None
    *rest, last = filled
    return (*rest, replace(last, blocks=(*last.blocks, *imprints[:1])))


def _empty(paper: Paper, report: Report) -> None:
    """Report a paper in which nothing stands; what is faulty already may well be why."""
    if not report.has_faults:
        hint = "核对它的文字和任务，或从 documents 中删去这一份"
        report.fault("empty-paper", f"“{paper.title}”没有内容可印", paper.title.origin, hint)


def _without_imprint(section: Section) -> Section:
    return replace(section, blocks=tuple(block for block in section.blocks if not isinstance(block, Imprint)))
