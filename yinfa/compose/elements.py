"""Elements of the rendered markup, and the error that names the place of a bad one."""

from collections.abc import Iterable
from typing import Any, TypeAlias

Element: TypeAlias = Any  # an lxml element; lxml says nothing of its types


class BadMarkup(ValueError):
    """The markup of a template is not of the vocabulary.

    `line` is the line of the rendered markup, `at` the place in the data of what stands around it, where it has one.
    """

    def __init__(self, message: str, line: int, at: str = "") -> None:
        super().__init__(message)
        self.line = line
        self.at = at


def bad(message: str, element: Element) -> BadMarkup:
    """Return the error that says `message` of `element`."""
    return BadMarkup(message, element.sourceline or 0, place_of(element))


def place_of(element: Element) -> str:
    """Return the place in the data of `element` or of the nearest one around it that has one."""
    around = (each.get("at") for each in (element, *element.iterancestors()))
    return next((str(at) for at in around if at), "")


def one_of(element: Element, name: str, known: Iterable[str]) -> str:
    """Return an attribute that has one of the `known` values. Raise `BadMarkup` when it has not."""
    given = get(element, name)
    if given not in known:
        raise bad(f"<{element.tag!s}> 的 {name}“{given[:20]}”应是 {'、'.join(known)} 之一", element)
    return given


def get(element: Element, name: str) -> str:
    """Return an attribute, or nothing."""
    return str(element.get(name) or "")


def whole(element: Element, name: str, default: str = "") -> int:
    """Return an attribute that is a whole number. Raise `BadMarkup` when it is none."""
    given = element.get(name, default)
    if not (given.isascii() and given.isdecimal() and len(given) < 10):
        raise bad(f"<{element.tag!s}> 的 {name}“{given[:20]}”不是整数", element)
    return int(given)
