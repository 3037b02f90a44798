"""What stands in a paragraph, cut into what a change may take away or bring: words, fields, pictures, marks."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from lxml import etree

from yinfa.redline.parts import links, said
from yinfa.redline.words import words
from yinfa.writers.docx.xml import Element, w, w_name, w_text

Digest = Callable[[str], str]
Kind = Literal["text", "atom", "control", "mark"]
_DRAWN = ("docPr", "cNvPr")  # their numbers and names say nothing of what is drawn
_MARKS = (w_name("bookmarkStart"), w_name("bookmarkEnd"))


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a paragraph: `key` is equal where two say the same and look the same.

    `elements` is the run of a "text" (of which the token is the `text`), else all that it is made of: the runs of a
    field, a content control, a bookmark's end. `link` is the hyperlink that it stands in.
    """

    kind: Kind
    key: tuple[str, ...]
    text: str
    elements: tuple[Element, ...]
    link: Element | None = None


def tokens_of(paragraph: Element, digest: Digest) -> list[Token]:
    """Return the pieces of a paragraph; `digest` tells what the part of a relationship holds."""
    return [token for link, children in _flat(paragraph) for token in _tokens(children, link, digest)]


def _flat(paragraph: Element) -> Iterator[tuple[Element | None, list[Element]]]:
    """Yield the children of a paragraph without its properties, those of a hyperlink by themselves."""
    children = [each for each in paragraph if each.tag != w_name("pPr")]
    for is_link, several in groupby(children, lambda each: each.tag == w_name("hyperlink")):
        if is_link:
            yield from ((link, list(link)) for link in several)
        else:
            yield None, list(several)


def _tokens(children: list[Element], link: Element | None, digest: Digest) -> Iterator[Token]:
    anchor = "" if link is None else link.get(w_name("anchor"), "")
    for several in _units(children):
        one = several[0]
        if one.tag in _MARKS:
            yield Token("mark", (one.tag,), "", several, link)
        elif one.tag == w_name("sdt"):
            yield Token("control", (anchor, signature(several, digest)), text_in(one), several, link)
        elif len(several) == 1 and is_words(one):
            looks, text = _looks(one), text_in(one)
            yield from (Token("text", (anchor, looks, word), word, several, link) for word in words(text))
        else:
            shown = "".join(map(text_in, several))
            yield Token("atom", (anchor, signature(several, digest)), shown, several, link)


def _units(children: list[Element]) -> Iterator[tuple[Element, ...]]:
    """Yield the children, the runs of a field that begins and ends among them as one."""
    depth, held = 0, list[Element]()
    ends = sum(_field_char(each) == "end" for each in children)
    for each in children:
        char = _field_char(each)
        depth += (char == "begin" and ends > 0) - (char == "end" and depth > 0)
        held.append(each)
        ends -= char == "end"
        if not depth:
            yield tuple(held)
            held = []
    if held:
        yield tuple(held)


def _field_char(run: Element) -> str:
    char = run.find(w_name("fldChar"))
    return "" if char is None else char.get(w_name("fldCharType"), "")


def is_words(run: Element) -> bool:
    """Return whether an element is a run of nothing but characters."""
    inner = [each.tag for each in run if each.tag != w_name("rPr")]
    return run.tag == w_name("r") and inner == [w_name("t")]


def text_in(element: Element) -> str:
    """Return the characters that an element shows."""
    return "".join(each.text or "" for each in element.iter(w_name("t")))


def _looks(run: Element) -> str:
    """Return the properties of a run, but for the hint at a face that goes with single characters."""
    properties = run.find(w_name("rPr"))
    if properties is None:
        return ""
    told = [each for each in properties if set(each.keys()) != {w_name("hint")}]
    return "".join(said(each) for each in told)


def signature(elements: tuple[Element, ...], digest: Digest) -> str:
    """Return what elements say and show: their XML, parts by what they hold and drawings without their numbers."""
    copies = [deepcopy(each) for each in elements]
    for copy in copies:
        for holder, key in links(copy):
            holder.set(key, digest(holder.get(key)))
        for each in copy.iter():
            if etree.QName(each).localname in _DRAWN:
                each.attrib.pop("id", None)
                each.attrib.pop("name", None)
    return "".join(map(said, copies))


def joined(tokens: list[Token]) -> Iterator[list[Element]]:
    """Yield the elements that tokens make, words of one look as one run."""
    for key, several in groupby(tokens, lambda each: (each.kind, each.key[:2] if each.kind == "text" else None)):
        group = list(several)
        if key[0] == "text":
            yield [_run(group)]
        else:
            yield from (list(map(deepcopy, each.elements)) for each in group)


def _run(tokens: list[Token]) -> Element:
    """Return a run of words; it bears the hint at a face if one of the runs that they were cut from does."""
    sources = [each.elements[0].find(w_name("rPr")) for each in tokens]
    hinted = max(sources, key=lambda each: -1 if each is None else len(each))
    looks = [] if hinted is None else [deepcopy(hinted)]
    return w("r", *looks, w_text("t", "".join(each.text for each in tokens)))
