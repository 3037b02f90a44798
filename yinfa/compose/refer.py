"""The refer pass: writes into every reference what it refers to (表1, 专栏2, 第二部分第一节)."""

from dataclasses import replace

from yinfa.compose.number import write
from yinfa.diagnostics import Origin, Report, nearest
from yinfa.document.tree import Block, Box, Document, Figure, Heading, Inlines, Ref, Table
from yinfa.document.walk import blocks_of, map_blocks, map_inlines
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
    if ref.target not in labels:
        hint = nearest(ref.target, labels)
        report.fault(
            "ref-unknown", f'ref("{ref.target}") 没有对应的图表、专栏或标题', _place(ref.origin or origin), hint
        )
        return ref
    return replace(ref, text=labels[ref.target])


def _place(origin: str) -> Origin | None:
    return Origin(origin) if origin else None


def labels_of(document: Document, patterns: Numbering, report: Report) -> dict[str, str]:
    """Return what each id is called in a reference; an id given twice is a fault."""
    labels: dict[str, str] = {}
    cited: list[str] = []
    for block in blocks_of(document):
        if not isinstance(block, (Heading, Box, Table, Figure)):
            continue
        if block.id in labels:
            report.fault("id-twice", f"标识 id“{block.id}”重复", _place(block.origin), "每个 id 在一份文件里只能用一次")
        if isinstance(block, Heading) and block.form == "ordinal":
            cited = [*cited[: block.level - 1], write(patterns.headings_cited[block.level - 1], block.number)]
            labels[block.id] = "".join(cited)
        else:
            labels[block.id] = block.ordinal
    return labels
