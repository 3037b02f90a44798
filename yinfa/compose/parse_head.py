"""What stands around the text of a red-head document: from elements of the vocabulary to 版头 to 版记."""

from collections.abc import Mapping
from typing import Any, cast, get_args

from yinfa.compose.elements import Element, bad, get, one_of
from yinfa.compose.parse_inlines import inlines
from yinfa.document.tree import Attachments, HeadForm, Imprint, RedHead, Signature


def redhead(element: Element) -> RedHead:
    """Return the 版头 of a `<redhead>`. Raise `BadMarkup` for an unknown form, or without an office."""
    organs = _names(element, "organ")
    if not organs:
        raise bad("<redhead> 要有 <organ>", element)
    return RedHead(
        form=cast(HeadForm, one_of(element, "form", get_args(HeadForm))),
        organs=organs,
        suffix=get(element, "suffix"),
        number=get(element, "number"),
        serial=get(element, "serial"),
        secrecy=get(element, "secrecy"),
        urgency=get(element, "urgency"),
        signers=_names(element, "signer"),
        origin=get(element, "at"),
    )


def attachments(element: Element) -> Attachments:
    """Return the 附件说明 of an `<attachments>`, one name for each `<li>`. Raise `BadMarkup` when there is none."""
    names = tuple(inlines(child) for child in element)
    if not names:
        raise bad("<attachments> 要有 <li>", element)
    return Attachments(names, get(element, "at"))


def signature(element: Element, pictures: Mapping[str, bytes]) -> Signature:
    """Return the 署名 of a `<signature>`, its seal out of `pictures`. Raise `BadMarkup` for one that is not there."""
    organs, seal = _names(element, "organ"), get(element, "seal")
    if not organs or (seal and seal not in pictures):
        raise bad(f"<signature> 要有 <organ>，印章要由正文列出（seal=“{seal[:40]}”）", element)
    sealed = one_of(element, "sealed", ("yes", "no")) == "yes"
    return Signature(organs, get(element, "date"), sealed, pictures[seal] if seal else b"", get(element, "at"))


def imprint(element: Element) -> Imprint:
    """Return the 版记 of an `<imprint>`."""
    return Imprint(get(element, "copies"), get(element, "printer"), get(element, "date"), get(element, "at"))


def _names(element: Element, tag: str) -> tuple[str, ...]:
    words = ("".join(cast(Any, child.itertext())).strip() for child in element.iterfind(tag))
    return tuple(filter(None, words))
