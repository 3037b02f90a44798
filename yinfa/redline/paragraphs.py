"""Two paragraphs that match as one: words that have come and gone, and the properties that were."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from difflib import SequenceMatcher
from itertools import zip_longest

from yinfa.redline.marks import Marks, Told
from yinfa.redline.parts import said
from yinfa.redline.tokens import Digest, Token, tokens_of
from yinfa.writers.docx.xml import Element, w, w_name

# How a page holds paragraphs together is made for its pages, as those are: no change that a reader is told of.
HOLDS = tuple(w_name(tag) for tag in ("keepNext", "keepLines", "widowControl"))
_ASIDE = tuple(w_name(tag) for tag in ("rPr", "sectPr", "pPrChange"))
_REFERENCES = tuple(w_name(tag) for tag in ("headerReference", "footerReference"))
_SLIGHT = 1  # characters between two changes that are told as one with them


def one_paragraph(old: Element, new: Element, marks: Marks, digest: Digest) -> Element:
    """Return the new paragraph, which the old one is again where its changes are rejected."""
    told, own = _told(tokens_of(old, digest), tokens_of(new, digest)), marks.of_next()
    return w("p", _properties(old[0], new[0], own), *own.content(told))


def _told(old: list[Token], new: list[Token]) -> list[Told]:
    """Return both contents as one, compared between bookmarks where both have the same of them."""
    olds, news = _between(old), _between(new)
    if len(olds) != len(news):
        return [*_each("del", old), *_each("ins", new)]
    told: list[Told] = []
    for (_, gone), (mark, come) in zip(olds, news, strict=True):
        told += [(None, each) for each in mark]
        told += _compared(gone, come)
    return told


def _each(change: str, tokens: Sequence[Token]) -> Iterator[Told]:
    return (("del" if change == "del" else "ins", each) for each in tokens)


def _between(tokens: list[Token]) -> list[tuple[list[Token], list[Token]]]:
    """Return the runs of tokens between bookmarks' ends, each with the end before it."""
    runs: list[tuple[list[Token], list[Token]]] = [([], [])]
    for each in tokens:
        if each.kind == "mark":
            runs.append(([each], []))
        else:
            runs[-1][1].append(each)
    return runs


def _compared(old: list[Token], new: list[Token]) -> Iterator[Told]:
    gone: list[Token] = []
    come: list[Token] = []
    for same, i, i2, j, j2 in _spans(old, new):
        if same:
            yield from (*_each("del", gone), *_each("ins", come))
            gone, come = [], []
            yield from ((None, each) for each in new[j:j2])
        else:
            gone += old[i:i2]
            come += new[j:j2]
    yield from (*_each("del", gone), *_each("ins", come))


def _spans(old: list[Token], new: list[Token]) -> Iterator[tuple[bool, int, int, int, int]]:
    """Yield what is the same and what is not; a character left alone between two changes is told with them."""
    matcher = SequenceMatcher(None, [each.key for each in old], [each.key for each in new], autojunk=False)
    codes = matcher.get_opcodes()
    for at, (tag, i, i2, j, j2) in enumerate(codes):
        alone = 0 < at < len(codes) - 1 and all(each.kind == "text" for each in new[j:j2])
        slight = alone and sum(len(each.text) for each in new[j:j2]) <= _SLIGHT
        yield tag == "equal" and not slight, i, i2, j, j2


def _properties(old: Element, new: Element, marks: Marks) -> Element:
    """Return the properties of the new paragraph, with those of the old one where they differ."""
    made = deepcopy(new)
    _end_of(old, made, marks)
    section, before = (each.find(w_name("sectPr")) for each in (made, old))
    if section is not None and before is not None:
        change_section(before, section, marks)
    if _bare(old) != _bare(new):
        made.append(marks.mark("pPrChange", w("pPr", *_base(old))))
    return made


def _end_of(old: Element, made: Element, marks: Marks) -> None:
    """Say how the end of the paragraph looked before, where it looks different."""
    was, now = (each.find(w_name("rPr")) for each in (old, made))
    if said(was) == said(now):
        return
    if now is None:
        now = w("rPr")
        section = made.find(w_name("sectPr"))
        made.insert(len(made) if section is None else made.index(section), now)
    before = w("rPr", *(deepcopy(each) for each in (() if was is None else was)))
    now.append(marks.mark("rPrChange", before))


def change_section(old: Element, new: Element, marks: Marks) -> None:
    """Say in the new set-up of a section what the old one was, heads and feet aside, which no mark can hold."""
    bases = [[each for each in setup if each.tag not in _REFERENCES] for setup in (old, new)]
    if any(said(one) != said(other) for one, other in zip_longest(*bases)):
        new.append(marks.mark("sectPrChange", w("sectPr", *(deepcopy(each) for each in bases[0]))))


def _base(properties: Element) -> list[Element]:
    return [deepcopy(each) for each in properties if each.tag not in _ASIDE]


def _bare(properties: Element) -> list[str]:
    return [said(each) for each in properties if each.tag not in (*_ASIDE, *HOLDS)]
