"""Names that both papers use for things of their own: bookmarks, numberings, drawings, controls, parts of the package.

The old body is changed so that it can stand beside the new one: what matches bears the new name, all else a free one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy

from lxml import etree

from yinfa.redline.parts import Parts, said, style_numbers
from yinfa.writers.docx.xml import Element, w, w_name

Pairs = Sequence[tuple[Element, Element]]  # the paragraphs that match
_VAL, _ID, _NAME, _ANCHOR = (w_name(name) for name in ("val", "id", "name", "anchor"))
_BOOKMARK = re.compile(r"_(?:Toc|Ref)\d+")
_BEFORE_NUMBER = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
_PATTERN_SIGN = 0x100  # added to the sign by which Word tells the patterns of lists apart


def rename(old: Parts, new: Parts, pairs: Pairs) -> int:
    """Give what the old body names new names, and the new paper the numberings; return a number that no mark bears."""
    _rename_bookmarks(old.body, new.body, pairs)
    _renumber(old, new, pairs)
    _number_drawings(old.body, new.body)
    _number_controls(old.body, new.body)
    return max(_numbers((*_ends(old.body), *_ends(new.body)), _ID), default=0) + 1


def _numbers(elements: Iterable[Element], key: str) -> Iterator[int]:
    return (int(each.get(key, "0")) for each in elements)


def _ends(body: Element) -> Iterator[Element]:
    yield from body.iter(w_name("bookmarkStart"), w_name("bookmarkEnd"))


def _starts(paragraph: Element) -> list[Element]:
    return list(paragraph.iter(w_name("bookmarkStart")))


def _rename_bookmarks(old: Element, new: Element, pairs: Pairs) -> None:
    offset = max(_numbers(_ends(new), _ID), default=0)
    named = {
        one.get(_NAME, ""): other.get(_NAME, "")
        for was, now in pairs
        if len(_starts(was)) == len(_starts(now))
        for one, other in zip(_starts(was), _starts(now), strict=True)
    }
    for start in old.iter(w_name("bookmarkStart")):
        name = start.get(_NAME, "")
        number = int(start.get(_ID, "0")) + offset
        start.set(_NAME, named.setdefault(name, f"{name[:4]}{number:09d}"))
    for end in _ends(old):
        end.set(_ID, str(int(end.get(_ID, "0")) + offset))
    for link in old.iter(w_name("hyperlink")):
        link.set(_ANCHOR, named.get(link.get(_ANCHOR, ""), link.get(_ANCHOR, "")))
    for field in old.iter(w_name("instrText")):
        field.text = _BOOKMARK.sub(lambda found: named.get(found[0], found[0]), field.text or "")


def _renumber(old: Parts, new: Parts, pairs: Pairs) -> None:
    """Number old paragraphs by the new paper's numberings where those are the same, by ones added to it else."""
    _say_numbers_of_styles(old, new)
    mine = {each.get(w_name("numId"), ""): each for each in old.numbering.iterfind(w_name("num"))}
    yours = {each.get(w_name("numId"), ""): each for each in new.numbering.iterfind(w_name("num"))}
    patterns = _patterns(old, new)
    for each in mine.values():
        pattern = each[0].get(_VAL, "")
        each[0].set(_VAL, patterns[pattern])
    same = {"0": "0"}
    for was, now in pairs:
        one, other = _number(was), _number(now)
        if one is None or other is None or one.get(_VAL) in same or other.get(_VAL) in same.values():
            continue
        if _content(mine[one.get(_VAL, "")]) == _content(yours[other.get(_VAL, "")]):
            same[one.get(_VAL, "")] = other.get(_VAL, "")
    for paragraph in old.body.iter(w_name("p")):
        number = _number(paragraph)
        if number is not None:
            known = number.get(_VAL, "")
            if known not in same:
                same[known] = _added(mine[known], new)
            number.set(_VAL, same[known])


def _number(paragraph: Element) -> Element | None:
    return paragraph.find("/".join(map(w_name, ("pPr", "numPr", "numId"))))


def _content(element: Element) -> list[str]:
    return [said(each) for each in element]


def _added(numbering: Element, new: Parts) -> str:
    """Add a numbering to the new paper and return its number."""
    number = max(_numbers(new.numbering.iterfind(w_name("num")), w_name("numId")), default=0) + 1
    copy = deepcopy(numbering)
    copy.set(w_name("numId"), str(number))
    new.numbering.append(copy)
    return str(number)


def _patterns(old: Parts, new: Parts) -> dict[str, str]:
    """Return by the number of an old pattern that of the same one in the new paper, added to it if it has none."""
    key, found = w_name("abstractNumId"), dict[str, str]()
    known = {each.get(key, ""): each for each in new.numbering.iterfind(w_name("abstractNum"))}
    free = max(map(int, known), default=-1) + 1
    for each in old.numbering.iterfind(w_name("abstractNum")):
        number = each.get(key, "")
        if number in known and _content(known[number]) == _content(each):
            found[number] = number
            continue
        found[number] = str(free)
        new.numbering.find(w_name("num")).addprevious(_pattern(each, free))
        free += 1
    return found


def _pattern(pattern: Element, number: int) -> Element:
    """Return a pattern under another number, which no style is linked to."""
    copy = deepcopy(pattern)
    copy.set(w_name("abstractNumId"), str(number))
    copy[0].set(_VAL, f"{int(copy[0].get(_VAL, '0'), 16) + _PATTERN_SIGN:08X}")
    for link in list(copy.iter(w_name("pStyle"))):
        link.getparent().remove(link)
    return copy


def _say_numbers_of_styles(old: Parts, new: Parts) -> None:
    """Let old paragraphs say what numbers them where their styles are numbered otherwise in the new paper."""
    mine, yours = _counting(old), _counting(new)
    changed = {style: number for style, number in style_numbers(old).items() if mine[style] != yours.get(style)}
    for paragraph in old.body.iter(w_name("p")):
        style = paragraph.find(f"{w_name('pPr')}/{w_name('pStyle')}")
        if style is not None and style.get(_VAL) in changed and _number(paragraph) is None:
            level, number = changed[style.get(_VAL, "")]
            at = sum(each.tag in map(w_name, _BEFORE_NUMBER) for each in paragraph[0])
            paragraph[0].insert(at, w("numPr", w("ilvl", val=level), w("numId", val=number)))


def _counting(parts: Parts) -> dict[str, tuple[str, list[str], list[str]]]:
    """Return by the id of a style all that decides its numbers: the level, the numbering and its pattern."""
    numberings = {each.get(w_name("numId"), ""): each for each in parts.numbering.iterfind(w_name("num"))}
    patterns = {each.get(w_name("abstractNumId")): each for each in parts.numbering.iterfind(w_name("abstractNum"))}
    return {
        style: (level, _content(numberings[number]), _content(patterns[numberings[number][0].get(_VAL)]))
        for style, (level, number) in style_numbers(parts).items()
    }


def _number_drawings(old: Element, new: Element) -> None:
    """Give the old drawings numbers that no new one has."""
    drawings = [[each for each in body.iter() if etree.QName(each).localname == "docPr"] for body in (old, new)]
    free = max(_numbers((each for body in drawings for each in body), "id"), default=0)
    for number, each in enumerate(drawings[0], free + 1):
        each.set("id", str(number))


def _number_controls(old: Element, new: Element) -> None:
    path = "/".join(map(w_name, ("sdtPr", "id")))
    controls = [[each.find(path) for each in body.iter(w_name("sdt"))] for body in (old, new)]
    used = {each.get(_VAL, "") for each in controls[1] if each is not None}
    for each in controls[0]:
        while each is not None and each.get(_VAL, "") in used:
            each.set(_VAL, str(int(each.get(_VAL, "0")) + 1))
        if each is not None:
            used.add(each.get(_VAL, ""))
