"""From the markup that templates emit to the sections of a document tree: the one parse.

The grammar is strict: what the vocabulary does not have raises `BadMarkup`, which names the line of the markup, and
nothing that a template emits is left out silently.
"""

from collections.abc import Callable, Mapping
from typing import Literal, cast

from lxml import etree

from yinfa.compose.elements import BadMarkup, Element, bad, get, whole
from yinfa.compose.parse_chart import chart
from yinfa.compose.parse_head import attachments, imprint, redhead, signature
from yinfa.compose.parse_inlines import inlines
from yinfa.compose.parse_table import table
from yinfa.compose.vocabulary import TAGS, problems
from yinfa.document.tree import (
    Block,
    Box,
    Contents,
    Figure,
    Heading,
    ListBlock,
    ListItem,
    Page,
    Paragraph,
    ParagraphRole,
    RunIn,
    Section,
)

__all__ = ["BadMarkup", "parse"]

# What libxml2 says in English most often; the line is told beside it.
ERRORS: dict[object, str] = {
    etree.ErrorTypes.ERR_TAG_NAME_MISMATCH: "标签没有成对",
    etree.ErrorTypes.ERR_TAG_NOT_FINISHED: "标签没有成对",
    etree.ErrorTypes.ERR_DOCUMENT_EMPTY: "没有内容",
    etree.ErrorTypes.ERR_DOCUMENT_END: "<article> 之外还有内容",
    etree.ErrorTypes.ERR_INVALID_CHAR: "含有不能印的字符",
    etree.ErrorTypes.ERR_RESOURCE_LIMIT: "嵌套太深，或一段文字太长",
}


def parse(markup: str, pictures: Mapping[str, bytes]) -> tuple[Section, ...]:
    """Return the sections of `markup` (one `<article>`); `pictures` holds the bytes of the figures by their `src`."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(markup.encode(errors="replace"), parser)
    except etree.XMLSyntaxError as error:
        raise BadMarkup(f"模板产生的标记有误：{ERRORS.get(error.code, '不是完整的标记')}", error.lineno or 0) from error
    if root.tag != "article":
        raise bad(f"标记应是一个 <article>，不是 <{root.tag!s}>", root)
    for element in root.iter():
        _check(element)
    return tuple(_section(child, pictures) for child in root)


def _check(element: Element) -> None:
    """Raise `BadMarkup` unless `element` carries and holds what its tag may."""
    tag = str(element.tag)
    for problem, _ in problems(tag, {str(name): str(value) for name, value in element.attrib.items()}):
        raise bad(problem, element)
    known = TAGS[tag]
    for name in known.needs:
        if element.get(name) is None:
            raise bad(f"<{tag}> 缺少属性“{name}”", element)
    for child in element:
        if child.tag in TAGS and child.tag not in known.holds:
            raise bad(f"<{tag}> 里不能有 <{child.tag!s}>", child)
    words = "".join(each or "" for each in (element.text, *(child.tail for child in element))).strip()
    if words and not known.words:
        raise bad(f"<{tag}> 里不能直接写文字“{words[:20]}”", element)


def _section(element: Element, pictures: Mapping[str, bytes]) -> Section:
    blocks = tuple(_block(child, pictures) for child in element)
    start = whole(element, "start") if get(element, "start") else None
    return Section(cast(Page, get(element, "class")), blocks, start, through=whole(element, "through", "0"))


def _block(element: Element, pictures: Mapping[str, bytes]) -> Block:
    tag = str(element.tag)
    return ILLUSTRATED[tag](element, pictures) if tag in ILLUSTRATED else READERS.get(tag, _heading)(element)


def _contents(element: Element) -> Contents:
    return Contents(get(element, "title"), whole(element, "depth"))


def _heading(element: Element) -> Heading:
    form = cast(Literal["ordinal", "run-in", "annex", "plain"], get(element, "class") or "ordinal")
    children, given = inlines(element), get(element, "value")
    if form == "run-in" and not (children and isinstance(children[0], RunIn)):
        raise bad(f"<{element.tag!s} class=“run-in”> 要以 <b> 开头", element)
    if given and form != "annex":
        raise bad("只有附件的标题才有 value", element)
    number = whole(element, "value") if given else 0
    return Heading(get(element, "id"), int(str(element.tag)[1]), children, form, "", number, get(element, "at"))


def _paragraph(element: Element) -> Paragraph:
    role = cast(ParagraphRole, get(element, "class") or "body")
    return Paragraph(inlines(element), role, get(element, "at"))


def _list(element: Element) -> ListBlock:
    items = tuple(ListItem(inlines(child), origin=get(child, "at")) for child in element)
    return ListBlock("dash" if element.tag == "ul" else "ordered", items)


def _box(element: Element) -> Box:
    headers = element.findall("header")
    if len(headers) != 1:
        raise bad("<aside> 要有一个 <header>", element)
    rest = [child for child in element if child is not headers[0]]
    inner = tuple(_list(child) if child.tag in ("ul", "ol") else _paragraph(child) for child in rest)
    return Box(get(element, "id"), inlines(headers[0]), inner, origin=get(element, "at"))


def _figure(element: Element, pictures: Mapping[str, bytes]) -> Figure:
    source, captions = get(element, "src"), element.findall("figcaption")
    if source not in pictures or len(captions) != 1:
        raise bad(f"<figure> 要有一个 <figcaption>，图片要由正文列出（src=“{source[:40]}”）", element)
    return Figure(
        id=get(element, "id"),
        caption=inlines(captions[0]),
        data=pictures[source],
        alt=get(element, "alt"),
        width=whole(element, "width", "140"),
        origin=get(element, "at"),
    )


# Who reads a block, by its tag; what is not here is a heading. Some need the bytes of pictures.
READERS: dict[str, Callable[[Element], Block]] = {
    "p": _paragraph,
    "ul": _list,
    "ol": _list,
    "aside": _box,
    "table": table,
    "chart": chart,
    "nav": _contents,
    "redhead": redhead,
    "attachments": attachments,
    "imprint": imprint,
}
ILLUSTRATED: dict[str, Callable[[Element, Mapping[str, bytes]], Block]] = {"figure": _figure, "signature": signature}
