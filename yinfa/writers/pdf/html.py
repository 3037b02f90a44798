"""The document tree as HTML: semantic elements with the tree's ids, every word and ordinal as printed."""

from collections.abc import Iterable, Sequence
from html import escape

from yinfa.document.tree import (
    Attachments,
    Block,
    Box,
    Cell,
    Chart,
    Contents,
    Document,
    Entry,
    Figure,
    Heading,
    Imprint,
    Inlines,
    ListBlock,
    Paragraph,
    RedHead,
    Row,
    Section,
    Signature,
    Table,
)
from yinfa.document.walk import letter_of, text_of, words_of
from yinfa.styling import Style
from yinfa.writers.grid import Hold, holds, note_holds
from yinfa.writers.measure import closing_of
from yinfa.writers.pdf.charts import write_chart
from yinfa.writers.pdf.closing import picture, write_attachments, write_imprint, write_signature
from yinfa.writers.pdf.html_inlines import div, inlines
from yinfa.writers.pdf.redhead import write_redhead
from yinfa.writers.titles import with_ordinal

OPENING = "opening"  # the class of the only text between head and signature
_HEAD = Hold(whole=True, next=False)


def write_html(document: Document, style: Style) -> str:
    """Return the document as an HTML page without its style sheet."""
    sections = "\n".join(_section(number, each, style) for number, each in enumerate(document.sections))
    meta = {
        "author": document.author,
        "description": document.subject,
        "dcterms.created": document.date,
        "dcterms.modified": document.date,
    }
    named = "".join(f'<meta name="{name}" content="{escape(value)}">\n' for name, value in meta.items() if value)
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(document.title)}</title>\n{named}</head>\n<body>\n{sections}\n</body>\n</html>\n"
    )


def page_name(number: int, section: Section) -> str:
    """Return the name of a section's pages in CSS: one of its own where the numbers begin anew, and of a letter."""
    name = make_name(section)
    return f"{name}-{number}" if section.number_from is not None or letter_of(section) else name


def make_name(section: Section) -> str:
    """Return the name in CSS of all pages of a section's make; `imprint` is the class of a role."""
    return "closing-page" if section.page == "imprint" else section.page


def page_classes(number: int, section: Section) -> list[str]:
    """Return the classes of a section: the name of its make, and that of its own pages if they have another."""
    return list(dict.fromkeys((make_name(section), page_name(number, section))))


def _section(number: int, section: Section, style: Style) -> str:
    wide, following = section.page == "landscape", (*section.blocks[1:], None)
    blocks = "\n".join(
        _kept(_any(block, style, wide=wide), section.blocks[:at], after, style)
        for at, (block, after) in enumerate(zip(section.blocks, following, strict=True), 1)
    )
    return f'<section class="{" ".join(page_classes(number, section))}">\n{blocks}\n</section>'


def _kept(html: str, blocks: Sequence[Block], after: Block | None, style: Style) -> str:
    """Keep the end of the text, the last of `blocks`, on the page of the signature (gbt9704 25)."""
    if not isinstance(after, Attachments | Signature):
        return html
    closing = closing_of(blocks, style)
    whole = closing.whole and isinstance(blocks[-1], Heading | Paragraph)
    names = _true(("close", True), ("whole", whole), (OPENING, closing.opening), ("twos", closing.twos))
    return div(" ".join(names), [html])


def _any(block: Block, style: Style, *, wide: bool) -> str:
    match block:
        case Table():
            return _table(block, style, wide=wide)
        case Chart():
            return write_chart(block, style, wide=wide)
        case RedHead():
            return write_redhead(block, style)
        case Attachments():
            return write_attachments(block, style)
        case Signature():
            return write_signature(block, style)
        case Imprint():
            return write_imprint(block, style)
        case _:
            return _block(block)


def _block(block: Heading | Paragraph | ListBlock | Box | Figure | Contents) -> str:
    match block:
        case Heading():
            return _heading(block)
        case Paragraph():
            return _paragraph(block)
        case ListBlock():
            return _list(block)
        case Box():
            return _box(block)
        case Figure():
            return _figure(block)
        case Contents():
            return _contents(block)


def _heading(heading: Heading) -> str:
    tag = f"h{heading.level}"
    title = with_ordinal(heading.ordinal, words_of(heading))
    if heading.form == "annex":
        mark = f'<span class="annex-mark">{escape(heading.ordinal)}</span>' if heading.ordinal else ""
        words = f'{mark}<span class="annex-title">{inlines(heading.children)}</span>'
        return f'<{tag} id="{escape(heading.id)}" class="annex" title="{escape(title)}">{words}</{tag}>'
    if heading.form == "run-in":
        return _run_in(heading)
    words = escape(heading.ordinal) + inlines(heading.children)
    return f'<{tag} id="{escape(heading.id)}" title="{escape(title)}">{words}</{tag}>'


def _run_in(heading: Heading) -> str:
    """Return a paragraph, since that is what it is; the style sheet makes a bookmark of its first words."""
    title = escape(with_ordinal(heading.ordinal, words_of(heading)))
    words = text_of(heading.children[:1])
    opening = f'<span class="words">{escape(heading.ordinal)}{escape(words, quote=False)}</span>'
    rest = inlines(heading.children[1:])
    return f'<p id="{escape(heading.id)}" class="run-in-{heading.level}" title="{title}">{opening}{rest}</p>'


def _paragraph(paragraph: Paragraph) -> str:
    role = "" if paragraph.role == "body" else f' class="{paragraph.role}"'
    return f"<p{role}>{inlines(paragraph.children)}</p>"


def _list(block: ListBlock) -> str:
    tag = "ol" if block.kind == "ordered" else "ul"
    items = "\n".join(f"<li>{escape(item.marker)}{inlines(item.children)}</li>" for item in block.items)
    return f'<{tag} class="{block.kind}">\n{items}\n</{tag}>'


def _box(box: Box) -> str:
    blocks = "\n".join(_block(block) for block in box.blocks)
    title = _titled(box.ordinal, box.title)
    return f'<div id="{escape(box.id)}" class="box">\n<p class="box-title">{title}</p>\n{blocks}\n</div>'


def _table(table: Table, style: Style, *, wide: bool) -> str:
    caption = f"<caption>{_titled(table.ordinal, table.caption)}</caption>\n" if table.caption else ""
    columns = "".join(f'<col style="width:{100 * width / sum(table.columns):.4f}%">' for width in table.columns)
    head = f"<thead>\n{_rows(table.head, [_HEAD] * len(table.head))}\n</thead>\n" if table.head else ""
    held = zip(table.groups, holds(table, style, wide=wide), strict=True)
    groups = "\n".join(f"<tbody>\n{_rows(*each)}\n</tbody>" for each in held)
    notes = "".join(map(_note, table.notes, note_holds(table, style, wide=wide)))
    return f'<table id="{escape(table.id)}">\n{caption}<colgroup>{columns}</colgroup>\n{head}{groups}\n</table>{notes}'


def _rows(rows: Iterable[Row], held: Iterable[Hold]) -> str:
    return "\n".join(map(_row, rows, held))


def _row(row: Row, hold: Hold) -> str:
    classes = _true(("next", hold.next), ("tall", not hold.whole))
    return f"<tr{_class(classes)}>{''.join(map(_cell, row))}</tr>"


def _note(note: Paragraph, hold: Hold) -> str:
    classes = _true(("note", True), ("whole", hold.whole), ("next", hold.next))
    return f"\n<p{_class(classes)}>{inlines(note.children)}</p>"


def _true(*names: tuple[str, bool]) -> list[str]:
    return [name for name, holds_so in names if holds_so]


def _class(names: Sequence[str]) -> str:
    return f' class="{" ".join(names)}"' if names else ""


def _cell(cell: Cell) -> str:
    tag = "th" if cell.role == "head" else "td"
    classes = [
        *([cell.role] if cell.role == "total" else []),
        *([cell.align] if cell.align != "center" else []),
    ]
    attributes = _class(classes)
    attributes += f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
    attributes += f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
    return f"<{tag}{attributes}>{inlines(cell.children)}</{tag}>"


def _figure(figure: Figure) -> str:
    caption = f"<figcaption>{_titled(figure.ordinal, figure.caption)}</figcaption>"
    return f'<figure id="{escape(figure.id)}">{picture(figure.data, figure.alt, figure.width)}{caption}</figure>'


def _contents(contents: Contents) -> str:
    entries = "\n".join(map(_entry, contents.entries))
    return f'<p class="contents-title">{escape(contents.title)}</p>\n<ul class="contents">\n{entries}\n</ul>'


def _entry(entry: Entry) -> str:
    words = escape(with_ordinal(entry.ordinal, entry.text))
    return f'<li class="contents-{entry.level}"><a href="#{escape(entry.target)}">{words}</a></li>'


def _titled(ordinal: str, title: Inlines) -> str:
    return escape(with_ordinal(ordinal, "")) + inlines(title)
