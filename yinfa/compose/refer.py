"""The refer pass: writes into every reference what it refers to (表1, 专栏2, 第二部分第一节, 附件2)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from yinfa.compose.number import annex_mark, write
from yinfa.diagnostics import Origin, Report, nearest
from yinfa.document.tree import (
    Attachments,
    Block,
    Box,
    Chart,
    Document,
    Figure,
    Heading,
    Inlines,
    Ref,
    Section,
    Table,
    Text,
)
from yinfa.document.walk import map_inlines, papers_of, text_of
from yinfa.styling import Numbering


@dataclass(frozen=True, slots=True)
class Label:
    """What a reference says, and the id of what it leads to: nothing for an annex that is not in the file."""

    text: str
    id: str


def refer(document: Document, patterns: Numbering, report: Report) -> Document:
    """Return the document with the words of its references written; one that leads nowhere is a fault.

    A reference names an id or the title of an annex of its own paper.
    """
    labels = {id_: Label(text, id_) for id_, text in labels_of(document, patterns, report).items()}
    sections = [
        _referred(section, annex_labels(run, patterns) | labels, report)
        for run in papers_of(document)
        for section in run
    ]
    return replace(document, sections=tuple(sections))


def _referred(section: Section, labels: Mapping[str, Label], report: Report) -> Section:
    def change(children: Inlines, origin: str) -> Inlines:
        return tuple(_written(child, labels, origin, report) if isinstance(child, Ref) else child for child in children)

    def visit(block: Block) -> Block:
        return map_inlines(block, lambda children: change(children, getattr(block, "origin", "")))

    return replace(section, blocks=tuple(visit(block) for block in section.blocks))


def _written(ref: Ref, labels: Mapping[str, Label], origin: str, report: Report) -> Ref | Text:
    label, place = labels.get(ref.target), Origin.parse(ref.origin or origin)
    if label is None:
        hint = nearest(ref.target, labels)
        report.fault("ref-unknown", f'ref("{ref.target}") 没有对应的图表、专栏、标题或附件', place, hint)
        return ref
    if not label.text:
        hint = "给它写上表题（caption），或引用它所在的附件、标题"
        report.fault("ref-unnumbered", f'ref("{ref.target}") 指的没有序号：没有表题的表、不编号的标题', place, hint)
    return replace(ref, text=label.text, target=label.id) if label.id else Text(label.text)


def annex_labels(run: Sequence[Section], patterns: Numbering) -> dict[str, Label]:
    """Return what each annex of a paper is called, by its title: those announced, and those that stand in the file."""
    blocks = [block for section in run for block in section.blocks]
    headings = [block for block in blocks if isinstance(block, Heading) and block.form == "annex"]
    ids = {heading.number: heading.id for heading in headings}
    announced = [name for block in blocks if isinstance(block, Attachments) for name in block.names]
    named = {
        text_of(name): Label(annex_mark(patterns, number, len(announced)), ids.get(number, ""))
        for number, name in enumerate(announced, 1)
    }
    return {text_of(each.children): Label(each.ordinal, each.id) for each in headings} | named


def labels_of(document: Document, patterns: Numbering, report: Report) -> dict[str, str]:
    """Return what each id is called in a reference, nothing for what has no ordinal; an id given twice is a fault."""
    labels: dict[str, str] = {}
    for run in papers_of(document):
        for block, label in _labelled(run, patterns):
            if block.id in labels:
                hint = "每个 id 在一份文件里只能用一次"
                report.fault("id-twice", f"标识 id“{block.id}”重复", Origin.parse(block.origin), hint)
            labels[block.id] = label
    return labels


def _labelled(
    run: tuple[Section, ...], patterns: Numbering
) -> Iterator[tuple[Heading | Box | Table | Figure | Chart, str]]:
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
            case Heading() | Box() | Table() | Figure() | Chart():
                yield block, block.ordinal


def _cited(heading: Heading, above: list[str], through: int, patterns: Numbering) -> list[str]:
    """Return how a heading is cited, level by level: one that is numbered through its chapters without them."""
    if heading.level == through:
        return [write(patterns.through_cited, heading.number)]
    return [*above[: heading.level - 1], write(patterns.headings_cited[heading.level - 1], heading.number)]
