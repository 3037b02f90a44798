"""The refer pass: writes into every reference what it refers to (表1, 专栏2, 第二部分第一节)."""

from collections.abc import Iterator
from dataclasses import replace

from yinfa.compose.number import write
from yinfa.diagnostics import Origin, Report, nearest
from yinfa.document.tree import Block, Box, Document, Figure, Heading, Inlines, Ref, Section, Table
from yinfa.document.walk import map_blocks, map_inlines, papers_of
from yinfa.styling import Numbering


def refer(document: Document, patterns: Numbering, report: Report) -> Document:
    """Return the document with the words of its references written; one that leads nowhere is a fault."""
    labels = labels_of(document, patterns, report)

    def change(children: Inlines, origin: str) -> Inlines:
        return tuple(_written(child, labels, origin, report) if isinstance(child, Ref) else child for child in children)

    def visit(block: Block) -> Block:
        return map_inlines(block, lambda children: change(children, getattr(block, "origin", "")))

    return map_blocks(document, visit)


def _written(ref: Ref, labels: dict[str, str], origin: str, report: Report) -> Ref:
    label, place = labels.get(ref.target), _place(ref.origin or origin)
    if label is None:
        hint = nearest(ref.target, labels)
        report.fault("ref-unknown", f'ref("{ref.target}") 没有对应的图表、专栏或标题', place, hint)
    elif not label:
        hint = "给它写上表题（caption），或引用它所在的附件、标题"
        report.fault("ref-unnumbered", f'ref("{ref.target}") 指的没有序号：没有表题的表、不编号的标题', place, hint)
    return replace(ref, text=label or "")


def _place(origin: str) -> Origin | None:
    return Origin(origin) if origin else None


def labels_of(document: Document, patterns: Numbering, report: Report) -> dict[str, str]:
    """Return what each id is called in a reference, nothing for what has no ordinal; an id given twice is a fault."""
    labels: dict[str, str] = {}
    for run in papers_of(document):
        for block, label in _labelled(run, patterns):
            if block.id in labels:
                hint = "每个 id 在一份文件里只能用一次"
                report.fault("id-twice", f"标识 id“{block.id}”重复", _place(block.origin), hint)
            labels[block.id] = label
    return labels


def _labelled(run: tuple[Section, ...], patterns: Numbering) -> Iterator[tuple[Heading | Box | Table | Figure, str]]:
    """Yield what can be referred to in a paper, and how: a heading with those above it and the annex it stands in."""
    annex = ""
    cited: list[str] = []
    for block, through in ((block, section.through) for section in run for block in section.blocks):
        match block:
            case Heading(form="annex"):
                annex, cited = block.ordinal, []
                yield block, annex
            case Heading(form="ordinal" | "run-in"):
                cited = _cited(block, cited, through, patterns)
                yield block, annex + "".join(cited)
            case Heading() | Box() | Table() | Figure():
                yield block, block.ordinal


def _cited(heading: Heading, above: list[str], through: int, patterns: Numbering) -> list[str]:
    """Return how a heading is cited, level by level: one that is numbered through its chapters without them."""
    if heading.level == through:
        return [write(patterns.through_cited, heading.number)]
    return [*above[: heading.level - 1], write(patterns.headings_cited[heading.level - 1], heading.number)]
