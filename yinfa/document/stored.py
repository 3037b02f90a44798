"""Trees as JSON and back: to keep what was printed, and to tell by its content whether a paper has changed."""

import dataclasses
import json
from base64 import b64decode, b64encode
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from inspect import isclass
from typing import Any

from yinfa.document import charts, inlines, official, tree
from yinfa.document import printing as printed
from yinfa.document.printing import Printing
from yinfa.document.spots import spots_of
from yinfa.document.tree import Document

_KIND = "is"  # the key that names the class of a node
_PLACES = ("origin",)
_NODES = {
    name: node
    for module in (inlines, charts, official, tree, printed)
    for name, node in vars(module).items()
    if isclass(node) and dataclasses.is_dataclass(node)
}


class NotATree(ValueError):
    """What was read is no tree that `stored` wrote."""


def stored(document: Document, *, places: bool = True) -> bytes:
    """Return a tree as JSON in UTF-8, the same bytes for equal trees.

    Without `places` it says what is printed and not from where: moving a cell changes nothing of it.
    """
    left_out = () if places else _PLACES
    return _json(_plain(document, left_out))


def keep(printing: Printing) -> bytes:
    """Return a printed paper as JSON in UTF-8."""
    return _json(_plain(printing, ()))


def kept(data: bytes) -> Printing:
    """Return the printed paper that `keep` wrote. Raise `NotATree` for anything else."""
    try:
        printing = _node(json.loads(data))
        if isinstance(printing, Printing) and len(printing.pages) == len(spots_of(printing.document)):
            return printing
    except (ValueError, TypeError, LookupError, AttributeError, InvalidOperation) as error:
        raise NotATree(str(error)) from error
    raise NotATree("no printed paper")


def _json(plain: Any) -> bytes:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()


def _plain(value: Any, left_out: Iterable[str]) -> Any:
    """Return a value as JSON has it; a field that is as it is by default is left out."""
    match value:
        case tuple():
            return [_plain(each, left_out) for each in value]
        case Decimal():
            return {_KIND: "Decimal", "value": str(value)}
        case bytes():
            return {_KIND: "bytes", "value": b64encode(value).decode()}
        case None | str() | int():
            return value
    fields = ((each, getattr(value, each.name)) for each in dataclasses.fields(value) if each.name not in left_out)
    said = {each.name: _plain(given, left_out) for each, given in fields if given != each.default}
    return {_KIND: type(value).__name__, **said}


def _node(value: Any) -> Any:
    match value:
        case list():
            return tuple(map(_node, value))
        case {"is": "Decimal", "value": number}:
            return Decimal(number)
        case {"is": "bytes", "value": text}:
            return b64decode(text, validate=True)
        case {"is": kind, **said}:
            return _NODES[kind](**{str(name): _node(given) for name, given in said.items()})
        case dict():
            raise NotATree("a node without a kind")
    return value
