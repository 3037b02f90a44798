"""What stands inside a paragraph: from elements of the vocabulary to inlines, with blanks folded."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Literal, cast

from yinfa.compose.elements import Element, bad, get, one_of, place_of, whole
from yinfa.document.tree import Blank, Break, Day, Inline, Inlines, Num, Ref, RunIn, Text

# A character that takes the width of a Han character: no blank is ever wanted beside it.
_WIDE = (
    r"[\u2014\u2018\u2019\u201c\u201d\u2026\u2e80-\u9fff\uf900-\ufaff"
    r"\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\U00020000-\U0003ffff]"
)
_BLANK_BESIDE_WIDE = re.compile(rf"(?<={_WIDE})[ \t\n]+|[ \t\n]+(?={_WIDE})")
_BLANKS = re.compile(r"[ \t\n]+")


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
            return Ref(get(element, "href").removeprefix("#"), origin=place_of(element))
        case "data":
            return figure_of(element)
        case "span":
            return Text(words, get(element, "at"))
        case "time":
            return Day(words, _date(element), get(element, "at"))
        case "input":
            return _blank(element)
    return Break()


def figure_of(element: Element) -> Num:
    """Return the figure of a `<data>`."""
    return Num("".join(cast(Any, element.itertext())), _value(element), get(element, "at"))


def _blank(element: Element) -> Blank:
    kind = cast(Literal["text", "check"], one_of(element, "type", ("text", "check")))
    return Blank("", get(element, "label"), kind, whole(element, "lines", "1"))


def _date(element: Element) -> str:
    given = get(element, "datetime")
    try:
        date.fromisoformat(given if given.count("-") == 2 else f"{given}-01")
    except ValueError as error:
        raise bad(f"<time> 的 datetime“{given[:20]}”不是日期", element) from error
    return given


def _value(element: Element) -> Decimal | None:
    try:
        return Decimal(given) if (given := get(element, "value")) else None
    except InvalidOperation as error:
        raise bad(f"<data> 的 value“{given[:20]}”不是数", element) from error


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
    """Return the character of `piece` next to a text, nothing for a break or a blank."""
    if isinstance(piece, Break):
        return ""
    return piece.text[index] if piece.text else "一" if isinstance(piece, Ref) else ""
