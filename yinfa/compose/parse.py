"""From the markup that templates emit to the sections of a document tree: the one parse.

The grammar is strict: what the vocabulary does not have raises `BadMarkup`, which names the line of the markup.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any, Literal, cast

from lxml import etree

from yinfa.compose.vocabulary import problems
from yinfa.document.tree import (
    Align,
    Block,
    Box,
    Break,
    Cell,
    Contents,
    Figure,
    Heading,
    Inline,
    Inlines,
    ListBlock,
    ListItem,
    Num,
    Page,
    Paragraph,
    ParagraphRole,
    Ref,
    Row,
    RunIn,
    Section,
    Table,
    Text,
)

Element = etree._Element
MAX_SPAN = 64

# A character that takes the width of a Han character: no blank is ever wanted beside it.
_WIDE = r"[\u2014\u2018\u2019\u201c\u201d\u2026\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\U00020000-\U0003ffff]"
_BLANK_BESIDE_WIDE = re.compile(rf"(?<={_WIDE})[ \t\n]+|[ \t\n]+(?={_WIDE})")
_BLANKS = re.compile(r"[ \t\n]+")


class BadMarkup(ValueError):
    """The markup of a template is not of the vocabulary; `line` is the line of the rendered markup."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


def parse(markup: str, pictures: Callable[[str], bytes]) -> tuple[Section, ...]:
    """Return the sections of `markup` (one `<article>`); `pictures` gives the bytes of a figure's file."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(markup.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise BadMarkup(f"模板产生的标记不完整：{error.msg}", error.lineno or 0) from error
    for element in root.iter():
        _check(element)
    return tuple(_section(child, pictures) for child in root)


def _check(element: Element) -> None:
    for problem, _ in problems(str(element.tag), {str(key): str(value) for key, value in element.attrib.items()}):
        raise BadMarkup(problem, element.sourceline or 0)


def _section(element: Element, pictures: Callable[[str], bytes]) -> Section:
    if element.tag != "section":
        raise BadMarkup(f"<article> 里只能有 <section>，不能有 <{element.tag}>", element.sourceline or 0)
    start = element.get("start")
    blocks = tuple(_block(child, pictures) for child in element)
    return Section(cast(Page, element.get("class")), blocks, int(start) if start else None)


def _block(element: Element, pictures: Callable[[str], bytes]) -> Block:
    match element.tag:
        case "h1" | "h2" | "h3" | "h4":
            return _heading(element)
        case "p":
            return _paragraph(element)
        case "ul" | "ol":
            return _list(element)
        case "aside":
            return _box(element)
        case "table":
            return _table(element)
        case "figure":
            return _figure(element, pictures)
        case "nav":
            return Contents(_get(element, "title"), int(_get(element, "depth")))
    raise BadMarkup(f"<{element.tag}> 不能放在这里", element.sourceline or 0)


def _get(element: Element, name: str) -> str:
    return element.get(name) or ""


def _heading(element: Element) -> Heading:
    form = cast(Literal["ordinal", "annex", "plain"], element.get("class") or "ordinal")
    return Heading(_get(element, "id"), int(str(element.tag)[1]), inlines(element), form, origin=_get(element, "at"))


def _paragraph(element: Element) -> Paragraph:
    role = cast(ParagraphRole, element.get("class") or "body")
    return Paragraph(inlines(element), role, _get(element, "at"))


def _list(element: Element) -> ListBlock:
    items = tuple(ListItem(inlines(child), origin=_get(child, "at")) for child in element)
    return ListBlock("dash" if element.tag == "ul" else "ordered", items)


def _box(element: Element) -> Box:
    header, *rest = element
    inner = tuple(_list(child) if child.tag in ("ul", "ol") else _paragraph(child) for child in rest)
    return Box(_get(element, "id"), inlines(header), inner, origin=_get(element, "at"))


def _figure(element: Element, pictures: Callable[[str], bytes]) -> Figure:
    data = pictures(_get(element, "src"))
    caption, width = inlines(element[0]), int(_get(element, "width") or 140)
    return Figure(_get(element, "id"), caption, data, _get(element, "alt"), width, origin=_get(element, "at"))


# --- tables -----------------------------------------------------------------------------


def _table(element: Element) -> Table:
    table = Table(
        id=_get(element, "id"),
        caption=_inlines_of(element, "caption"),
        columns=tuple(int(width) for width in _get(element, "columns").split()),
        head=tuple(_row(row) for row in element.iterfind("thead/tr")),
        groups=tuple(tuple(_row(row) for row in group) for group in element.iterfind("tbody")),
        notes=tuple(_paragraph(note) for note in element.iterfind("tfoot/p")),
        origin=_get(element, "at"),
    )
    for rows in (table.head, *table.groups):
        _check_grid(rows, len(table.columns), element.sourceline or 0)
    return table


def _inlines_of(element: Element, tag: str) -> Inlines:
    child = element.find(tag)
    return () if child is None else inlines(child)


def _row(element: Element) -> Row:
    return tuple(_cell(child) for child in element)


def _cell(element: Element) -> Cell:
    classes = _get(element, "class").split()
    align = next((each for each in classes if each in ("left", "right")), "center")
    role = next((each for each in classes if each in ("group", "total")), "head" if element.tag == "th" else "data")
    return Cell(
        inlines(element),
        _span(element, "colspan"),
        _span(element, "rowspan"),
        cast(Align, align),
        cast(Literal["head", "group", "data", "total"], role),
    )


def _span(element: Element, name: str) -> int:
    given = _get(element, name) or "1"
    if not given.isdecimal() or not 1 <= int(given) <= MAX_SPAN * (16 if name == "rowspan" else 1):
        raise BadMarkup(f"{name}=“{given}”超出范围", element.sourceline or 0)
    return int(given)


def _check_grid(rows: Iterable[Row], width: int, line: int) -> None:
    """Raise `BadMarkup` unless every row, with what hangs into it from above, fills `width` columns."""
    hanging = [0] * width
    for row in rows:
        filled = sum(1 for each in hanging if each) + sum(cell.colspan for cell in row)
        if filled != width:
            raise BadMarkup(f"表格的一行占 {filled} 列，应为 {width} 列", line)
        hanging = _hang(row, hanging)
    if any(hanging):
        raise BadMarkup("表格的跨行单元格超出了它的分组", line)


def _hang(row: Row, hanging: list[int]) -> list[int]:
    """Return how many further rows each column is covered after `row`."""
    cells = iter(row)
    after: list[int] = []
    while len(after) < len(hanging):
        if hanging[len(after)]:
            after.append(hanging[len(after)] - 1)
        else:
            cell = next(cells)
            after.extend([cell.rowspan - 1] * cell.colspan)
    return after


# --- inlines ----------------------------------------------------------------------------


def inlines(element: Element) -> Inlines:
    """Return what stands inside `element`, blanks folded: none at the ends, none beside a wide character."""
    return tuple(_tidy(list(_pieces(element))))


def _pieces(element: Element) -> Iterator[Inline]:
    if element.text:
        yield Text(element.text)
    for child in element:
        yield _inline(child)
        if child.tail:
            yield Text(child.tail)


def _inline(element: Element) -> Inline:
    words = "".join(cast(Any, element.itertext()))
    match element.tag:
        case "b":
            return RunIn(_fold(words))
        case "a":
            return Ref(_get(element, "href").removeprefix("#"))
        case "br":
            return Break()
        case "data":
            value = element.get("value")
            return Num(words, Decimal(value) if value else None, _get(element, "at"))
    raise BadMarkup(f"文字中不能有 <{element.tag}>", element.sourceline or 0)


def _fold(text: str) -> str:
    return _BLANKS.sub(" ", _BLANK_BESIDE_WIDE.sub("", text)).strip(" ")


def _tidy(pieces: list[Inline]) -> Iterator[Inline]:
    """Yield `pieces` with the blanks of each text folded in the sight of its neighbours, empty ones left out."""
    for index, piece in enumerate(pieces):
        if not isinstance(piece, Text):
            yield piece
            continue
        before = _edge(pieces[index - 1], -1) if index else ""
        after = _edge(pieces[index + 1], 0) if index + 1 < len(pieces) else ""
        text = _BLANKS.sub(" ", _BLANK_BESIDE_WIDE.sub("", before + piece.text + after))
        text = text.removeprefix(before).removesuffix(after) if before or after else text
        text = text.lstrip(" ") if not before else text
        text = text.rstrip(" ") if not after else text
        if text:
            yield replace(piece, text=text)


def _edge(piece: Inline, index: int) -> str:
    """Return the character of `piece` next to a text, nothing for a break."""
    if isinstance(piece, Break):
        return ""
    return piece.text[index] if piece.text else "一" if isinstance(piece, Ref) else ""
