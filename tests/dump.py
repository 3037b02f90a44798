"""A document tree as text that people read: one line a block, figures with their value and place."""

from collections.abc import Iterator

from yinfa.document.tree import (
    Attachments,
    Blank,
    Block,
    Box,
    Break,
    Cell,
    Chart,
    Contents,
    Day,
    Document,
    Figure,
    Heading,
    Imprint,
    Inline,
    Inlines,
    ListBlock,
    Num,
    Paragraph,
    RedHead,
    Ref,
    RunIn,
    Section,
    Signature,
    Table,
)


def dump(document: Document) -> str:
    """Return the whole tree as text."""
    return "\n".join(_document(document)) + "\n"


def _document(document: Document) -> Iterator[str]:
    yield f"{document.kind} | {document.title} | {document.subject} | {document.author} | {document.date}"
    yield f"mark: {document.mark}"
    for section in document.sections:
        yield f"\n[{section.page}{_make(section)}]"
        for block in section.blocks:
            yield from _block(block)


def _make(section: Section) -> str:
    start = "" if section.number_from is None else f" from {section.number_from}"
    return start + " opens" * section.opens + f" through {section.through}" * (section.through > 0)


def _block(block: Block, indent: str = "") -> Iterator[str]:
    match block:
        case Heading():
            form = "" if block.form == "ordinal" else f".{block.form}"
            yield f"h{block.level}{form} #{block.id} {block.ordinal}|{said(block.children)}{_at(block.origin)}"
        case Paragraph():
            yield f"{indent}p.{block.role} {said(block.children)}{_at(block.origin)}"
        case ListBlock():
            yield from (f"{indent}li {each.marker}|{said(each.children)}{_at(each.origin)}" for each in block.items)
        case Box():
            yield f"box #{block.id} {block.ordinal}|{said(block.title)}{_at(block.origin)}"
            for inner in block.blocks:
                yield from _block(inner, "  ")
        case Table():
            yield from _table(block)
        case Figure() | Chart():
            yield from _illustration(block)
        case Contents():
            yield f"contents {block.title}, {block.depth} deep"
            yield from (f"  {each.level} #{each.target} {each.ordinal}|{each.text}" for each in block.entries)
        case RedHead() | Attachments() | Signature() | Imprint():
            yield _around(block)


def _illustration(block: Figure | Chart) -> Iterator[str]:
    if isinstance(block, Chart):
        yield from _chart(block)
        return
    size = f"{len(block.data)} bytes, {block.width} mm, {block.alt}"
    yield f"figure #{block.id} {block.ordinal}|{said(block.caption)} ({size}){_at(block.origin)}"


def _chart(chart: Chart) -> Iterator[str]:
    """Yield the figures of a chart under its labels, series by series, ~ for a gap, and its words."""
    limit = f", limit {said((chart.limit,))}" if chart.limit else ""
    size = f"{chart.form}, {chart.measure}{limit}{f', top {chart.top}' if chart.top else ''}"
    yield f"chart #{chart.id} {chart.ordinal}|{said(chart.caption)} ({size}){_at(chart.origin)}"
    yield f"  {' | '.join(chart.labels)}"
    for series in chart.series:
        values = (said((value,)) if value else "~" for value in series.values)
        yield f"  {series.name}.{series.look}: {' | '.join(values)}"
    yield f"  {chart.alt}"


def _around(block: RedHead | Attachments | Signature | Imprint) -> str:
    """Return what stands around the text: only what is not empty."""
    match block:
        case RedHead():
            organs = "/".join(block.organs) + f"+{block.suffix}" * bool(block.suffix)
            words = [organs, block.number, block.serial, block.secrecy, block.urgency, "、".join(block.signers)]
            name = f"redhead.{block.form}"
        case Attachments():
            name, words = "attachments", [said(each) for each in block.names]
        case Signature():
            seal = f"{len(block.seal)} bytes" if block.seal else ""
            name, words = "signature" + ".sealed" * block.sealed, ["/".join(block.organs), block.date, seal]
        case Imprint():
            name, words = "imprint", [block.copies, block.printer, block.date]
    return f"{name} {' | '.join(filter(None, words))}{_at(block.origin)}"


def _table(table: Table) -> Iterator[str]:
    columns = f"{len(table.columns)} columns{_keys(table)}"
    yield f"table #{table.id} {table.ordinal}|{said(table.caption)} ({columns}){_at(table.origin)}"
    for rows in (table.head, *table.groups):
        yield "  ----"
        yield from (f"  {' | '.join(map(_cell, row))}" for row in rows)
    yield from (f"  note {said(note.children)}{_at(note.origin)}" for note in table.notes)


def _keys(table: Table) -> str:
    return f", {table.keys} keys" if table.keys else ""


def _cell(cell: Cell) -> str:
    spans = f"{cell.colspan}x{cell.rowspan} " if (cell.colspan, cell.rowspan) != (1, 1) else ""
    align = {"left": "<", "right": ">", "center": ""}[cell.align]
    role = "" if cell.role == "data" else f"{cell.role}: "
    return f"{spans}{align}{role}{said(cell.children)}"


def said(children: Inlines) -> str:
    """Return inlines as text.

    [figure = value @ place], {day = date}, <reference -> id>, *run-in*, / for a break, ___ for a blank.
    """
    return "".join(map(_inline, children))


def _inline(inline: Inline) -> str:
    match inline:
        case Num():
            return f"[{inline.text} = {inline.value}{_at(inline.origin)}]"
        case Day():
            return f"{{{inline.text} = {inline.date}}}"
        case Ref():
            return f"<{inline.text} -> {inline.target}>"
        case RunIn():
            return f"*{inline.text}*"
        case Break():
            return "/"
        case Blank():
            kind = f"{inline.lines} lines" if inline.lines > 1 else inline.kind
            return f"___({inline.name} {inline.label}: {kind})"
    return inline.text


def _at(origin: str) -> str:
    return f" @ {origin}" if origin else ""
