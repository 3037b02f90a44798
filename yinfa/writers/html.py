"""The document tree as HTML: semantic elements with the tree's ids, every word and ordinal as printed."""

import base64
import re
from collections.abc import Iterable, Sequence
from html import escape

from yinfa.document.tree import (
    Box,
    Break,
    Cell,
    Contents,
    Document,
    Entry,
    Figure,
    Heading,
    Inline,
    Inlines,
    ListBlock,
    Paragraph,
    Ref,
    Row,
    RunIn,
    Section,
    Table,
)
from yinfa.document.walk import text_of
from yinfa.styling import Style
from yinfa.writers.grid import Hold, holds, is_short
from yinfa.writers.titles import with_ordinal

# Unicode forbids a break on either side of a quotation mark; Chinese allows one outside of it, where no other
# punctuation stands, and so does Word. A zero width space says so.
_OUTSIDE_QUOTES = re.compile(r"(?<=[\u3400-\u9fff\d%，。、；：！？）》])(?=[“‘])|(?<=[”’])(?=[\u3400-\u9fff\d（《])")
_HEAD = Hold(whole=True, next=False)
_UNPARTED = re.compile(r"(?=[·～])")  # Word begins no line with these


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
    """Return the name of a section's pages in CSS: one of its own where the numbers begin anew."""
    return section.page if section.number_from is None or section.page != "body" else f"body-{number}"


def _section(number: int, section: Section, style: Style) -> str:
    blocks = "\n".join(
        _table(block, style, wide=section.page == "landscape") if isinstance(block, Table) else _block(block)
        for block in section.blocks
    )
    return f'<section class="{page_name(number, section)}">\n{blocks}\n</section>'


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
    title = with_ordinal(heading.ordinal, text_of(heading.children))
    if heading.form == "annex":
        mark = f'<span class="annex-mark">{escape(heading.ordinal)}</span>' if heading.ordinal else ""
        words = f'{mark}<span class="annex-title">{_inlines(heading.children)}</span>'
        return f'<{tag} id="{escape(heading.id)}" class="annex" title="{escape(title)}">{words}</{tag}>'
    words = escape(heading.ordinal) + _inlines(heading.children)
    return f'<{tag} id="{escape(heading.id)}" title="{escape(title)}">{words}</{tag}>'


def _paragraph(paragraph: Paragraph) -> str:
    role = "" if paragraph.role == "body" else f' class="{paragraph.role}"'
    return f"<p{role}>{_inlines(paragraph.children)}</p>"


def _list(block: ListBlock) -> str:
    tag = "ol" if block.kind == "ordered" else "ul"
    items = "\n".join(f"<li>{escape(item.marker)}{_inlines(item.children)}</li>" for item in block.items)
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
    notes = "".join(f"\n{_note(note, whole=is_short(note, style, wide=wide))}" for note in table.notes)
    return f'<table id="{escape(table.id)}">\n{caption}<colgroup>{columns}</colgroup>\n{head}{groups}\n</table>{notes}'


def _rows(rows: Iterable[Row], held: Iterable[Hold]) -> str:
    return "\n".join(map(_row, rows, held))


def _row(row: Row, hold: Hold) -> str:
    classes = [name for name, holds_so in (("next", hold.next), ("tall", not hold.whole)) if holds_so]
    return f"<tr{_class(classes)}>{''.join(map(_cell, row))}</tr>"


def _note(note: Paragraph, *, whole: bool) -> str:
    return f"<p{_class(['note', *(['whole'] if whole else [])])}>{_inlines(note.children)}</p>"


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
    return f"<{tag}{attributes}>{_inlines(cell.children)}</{tag}>"


def _figure(figure: Figure) -> str:
    kind = "png" if figure.data.startswith(b"\x89PNG") else "jpeg"
    source = f"data:image/{kind};base64,{base64.b64encode(figure.data).decode()}"
    picture = f'<img src="{source}" alt="{escape(figure.alt)}" style="width:{figure.width}mm">'
    caption = f"<figcaption>{_titled(figure.ordinal, figure.caption)}</figcaption>"
    return f'<figure id="{escape(figure.id)}">{picture}{caption}</figure>'


def _contents(contents: Contents) -> str:
    entries = "\n".join(map(_entry, contents.entries))
    return f'<p class="contents-title">{escape(contents.title)}</p>\n<ul class="contents">\n{entries}\n</ul>'


def _entry(entry: Entry) -> str:
    words = escape(with_ordinal(entry.ordinal, entry.text))
    return f'<li class="contents-{entry.level}"><a href="#{escape(entry.target)}">{words}</a></li>'


def _titled(ordinal: str, title: Inlines) -> str:
    return escape(with_ordinal(ordinal, "")) + _inlines(title)


def _inlines(children: Inlines) -> str:
    return "".join(map(_inline, children))


def _inline(inline: Inline) -> str:
    match inline:
        case Break():
            return "<br>"
        case RunIn(text=text):
            return f"<b>{_words(text)}</b>"
        case Ref(target=target, text=text):
            return f'<a href="#{escape(target)}">{_words(text)}</a>'
        case _:
            return _words(inline.text)


def _words(text: str) -> str:
    return _UNPARTED.sub("\u2060", _OUTSIDE_QUOTES.sub("\u200b", escape(text, quote=False)))
