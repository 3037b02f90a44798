"""What a redline says has come and gone, in the order in which a reader meets it."""

from typing import Any

from tests.redline.papers import marked
from tests.redline.resolve import W, body_in
from yinfa.document.tree import Document


def changes(old: Document, new: Document) -> list[str]:
    """Return the changes of words: `-92%`, `+93%`."""
    body = body_in(marked(old, new))
    signs = {f"{W}ins": "+", f"{W}del": "-"}
    return [signs[each.tag] + text for each in body.iter(*signs) if (text := _text(each))]


def rows(old: Document, new: Document) -> list[str]:
    """Return the rows of the tables, each with a sign of its own where it has come or gone: `+2 工程优良率 92%`."""
    return [_sign(each) + " ".join(filter(None, map(_text, each.iterfind(f"{W}tc")))) for each in _rows(old, new)]


def _rows(old: Document, new: Document) -> list[Any]:
    return list(body_in(marked(old, new)).iter(f"{W}tr"))


def _sign(row: Any) -> str:
    return "".join(sign for tag, sign in (("ins", "+"), ("del", "-")) if row.find(f"{W}trPr/{W}{tag}") is not None)


def _text(element: Any) -> str:
    return "".join(each.text or "" for each in element.iter(f"{W}t", f"{W}delText"))
