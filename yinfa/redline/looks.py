"""Styles that the old paper sets otherwise: a cover or a 版头 has type and room of its own."""

from collections.abc import Iterator
from copy import deepcopy

from yinfa.redline.parts import Parts, said
from yinfa.writers.docx.xml import Element, w_name

_VAL, _ID = w_name("val"), w_name("styleId")
_MARK, _WORD = "Old", "（修订前）"  # behind the id and the name of a style as it was
_REFERRED = ("basedOn", "next", "link")


def keep_looks(old: Parts, new: Parts) -> None:
    """Let the old body look as it did: styles that are others in the new paper are added to it, under other names."""
    changed = _changed(_styles(old), _styles(new))
    uses = [each for each in old.body.iter(w_name("pStyle"), w_name("rStyle")) if each.get(_VAL) in changed]
    kept = {key for each in uses for key in _chain(each.get(_VAL, ""), changed)}
    new.styles.extend(_renamed(style, kept) for key, style in changed.items() if key in kept)
    for each in uses:
        each.set(_VAL, each.get(_VAL, "") + _MARK)


def _styles(parts: Parts) -> dict[str, Element]:
    return {each.get(_ID, ""): each for each in parts.styles.iterfind(w_name("style"))}


def _changed(old: dict[str, Element], new: dict[str, Element]) -> dict[str, Element]:
    """Return the old styles that differ, and those based on them, which say only in what they differ."""
    found: dict[str, Element] = {}
    for key, style in old.items():  # what a style is based on stands before it
        based = style.find(w_name("basedOn"))
        if _look(style) != _look(new.get(key)) or (based is not None and based.get(_VAL) in found):
            found[key] = style
    return found


def _chain(key: str, changed: dict[str, Element]) -> Iterator[str]:
    """Yield a style that has changed and those that it is based on, as long as they have."""
    while key in changed:
        yield key
        based = changed[key].find(w_name("basedOn"))
        key = "" if based is None else based.get(_VAL, "")


def _look(style: Element | None) -> str:
    """Return what a style says of looks; its numbering is each paragraph's to say."""
    copy = deepcopy(style)
    for each in [] if copy is None else list(copy.iter(w_name("numPr"))):
        each.getparent().remove(each)
    return said(copy)


def _renamed(style: Element, kept: set[str]) -> Element:
    copy = deepcopy(style)
    copy.set(_ID, copy.get(_ID, "") + _MARK)
    copy.set(w_name("customStyle"), "1")
    for name in copy.iterfind(w_name("name")):
        name.set(_VAL, name.get(_VAL, "") + _WORD)
    for other in (each for tag in _REFERRED for each in copy.iterfind(w_name(tag))):
        if other.get(_VAL) in kept:
            other.set(_VAL, other.get(_VAL, "") + _MARK)
    return copy
