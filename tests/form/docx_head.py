"""The head of a red-head document in a DOCX, judged in its XML: gbt9704 8-16."""

import re
from collections.abc import Iterator
from typing import Any

from tests.form.docx_paper import BIAOSONG, FANGSONG, HEITI, KAITI, RED, Written, words_in
from tests.form.page import bare
from tests.form.pdf_head import LARGE
from tests.form.wording import NUMBER
from tests.word import W
from yinfa.proof.measures import CHARACTER, LEFT, NEAR, RIGHT, differs
from yinfa.styling import MM_PER_PT

BELOW = (28.95 / 5 - 0.12 * 16) * MM_PER_PT  # Word keeps a fifth of an exact pitch below the baseline


def _one(paper: Written, name: str, text: str) -> tuple[Any, list[str]]:
    """Return the first paragraph that holds a text, or what to say of its want."""
    found = paper.said(text)
    return (found[0], []) if found else (None, [f"{name} is not written: {text}"])


def rule_8(paper: Written) -> Iterator[str]:
    """All text is black but 发文机关标志."""
    for each in paper.paragraphs:
        colour = paper.word.effective(each, "rPr/color", "val") or "auto"
        if words_in(each) and colour not in ("auto", "000000") and paper.size(each) < LARGE:
            yield f"of the colour {colour}: {words_in(each)[:12]}"


def rule_9(paper: Written) -> Iterator[str]:
    """份号: six digits, 3号, the first words, flush left."""
    if paper.head is None or not paper.head.serial:
        return
    line, told = _one(paper, "份号", paper.head.serial)
    yield from told
    if not re.fullmatch(r"\d{6}", paper.head.serial):
        yield f"份号 is not six digits: {paper.head.serial}"
    if line is not None:
        yield from paper.looks("份号", line, FANGSONG, 16)
        yield from paper.flush("份号", line)
        if paper.head.form != "letter" and paper.body[0] is not line:
            yield "份号 is not the first line"


def rule_10(paper: Written) -> Iterator[str]:
    """密级★期限: 3号 黑体, flush left."""
    if paper.head and paper.head.secrecy:
        yield from _note(paper, "密级", paper.head.secrecy)


def rule_11(paper: Written) -> Iterator[str]:
    """紧急程度: 3号 黑体, flush left; 份号, 密级, 紧急程度 in this order."""
    if paper.head is None:
        return
    if paper.head.urgency:
        yield from _note(paper, "紧急程度", paper.head.urgency)
    texts = [text for text in (paper.head.serial, paper.head.secrecy, paper.head.urgency) if text]
    places = [paper.paragraphs.index(paper.said(text)[0]) for text in texts if paper.said(text)]
    if places != sorted(set(places)):
        yield f"not in the order 份号, 密级, 紧急程度: {texts}"


def _note(paper: Written, name: str, text: str) -> Iterator[str]:
    line, told = _one(paper, name, text)
    yield from told
    if line is not None:
        yield from paper.looks(name, line, HEITI, 16, wholly=True)
        yield from paper.flush(name, line)


def _organs(paper: Written) -> list[Any]:
    """Return the paragraphs of 发文机关标志: those of the largest type."""
    largest = max((paper.size(each) for each in paper.paragraphs), default=0)
    return [each for each in paper.paragraphs if paper.size(each) == largest >= LARGE and words_in(each)]


def rule_12(paper: Written) -> Iterator[str]:
    """发文机关标志: centred, and no wider than the type area."""
    if paper.head is None:
        return
    organs = _organs(paper)
    said = "".join(map(words_in, organs))
    if missing := [organ for organ in paper.head.organs if bare(organ) not in said]:
        yield f"发文机关标志 is not written: {missing}"
    for organ in organs:
        if organ.getparent().tag != f"{W}tc":
            yield from paper.centred("发文机关标志", organ)
        scale = int(paper.word.effective(organ, "rPr/w", "val") or 100) / 100
        if len(words_in(organ)) * paper.size(organ) * scale * MM_PER_PT > RIGHT - LEFT + NEAR:
            yield f"发文机关标志 is wider than the type area: {words_in(organ)}"


def rule_13(paper: Written) -> Iterator[str]:
    """发文机关标志 is red 小标宋."""
    for organ in _organs(paper) if paper.head else ():
        if not RED.fullmatch(paper.word.effective(organ, "rPr/color", "val") or ""):
            yield f"发文机关标志 is not red: {words_in(organ)}"
        if paper.word.effective(organ, "rPr/rFonts", "eastAsia") != BIAOSONG:
            yield f"发文机关标志 is not 小标宋: {words_in(organ)}"


def rule_14(paper: Written) -> Iterator[str]:
    """发文字号: its form; 3号 仿宋, centred, two lines below 发文机关标志."""
    if paper.head is None or paper.head.form not in ("document", "letter"):
        return
    if not NUMBER.fullmatch(paper.head.number):
        yield f"发文字号 is not of the form 机关代字〔年〕号: {paper.head.number}"
    line, told = _one(paper, "发文字号", paper.head.number)
    yield from told
    if line is not None:
        yield from paper.looks("发文字号", line, FANGSONG, 16)
        if paper.head.form == "document" and not paper.head.signers:
            yield from paper.centred("发文字号", line)
            yield from paper.below("发文字号", line, 2)


def rule_15(paper: Written) -> Iterator[str]:
    """上行文: 字号 one character in and on the line of the last 签发人, whose names are 楷体."""
    if paper.head is None or not paper.head.signers:
        return
    line, told = _one(paper, "发文字号", paper.head.number)
    yield from told
    if line is None:
        return
    if differs(paper.indent(line, "first"), CHARACTER):
        yield f"发文字号 begins {paper.indent(line, 'first') / CHARACTER:.1f} characters in"
    if bare(paper.head.signers[-1]) not in words_in(line):
        yield "the last 签发人 is not on the line of 发文字号"
    label = next((run for each in paper.said("签发人：") for run in _runs(each, "签发人")), None)
    if label is None or paper.face_of(label) != FANGSONG:
        yield f"签发人： is not {FANGSONG}"
    for name in paper.head.signers:
        faces = {paper.face_of(run) for each in paper.said(name) for run in _runs(each, name)}
        if faces != {KAITI}:
            yield f"签发人 {name} is set in {faces}"


def _runs(paragraph: Any, text: str) -> list[Any]:
    return [run for run in paragraph.iter(f"{W}r") if bare(text) in words_in(run)]


def rule_16(paper: Written) -> Iterator[str]:
    """A red rule as wide as the type area, 4 mm below 发文字号."""
    if paper.head is None or paper.head.form != "document":
        return
    line, told = _one(paper, "发文字号", paper.head.number)
    yield from told
    if line is None:
        return
    rule = next(paper.word.properties(line, "pPr/pBdr/bottom"), None)
    if rule is None or rule.get(f"{W}val") in ("nil", "none"):
        yield "there is no rule below 发文字号"
        return
    if not RED.fullmatch(rule.get(f"{W}color") or ""):
        yield f"the rule below 发文字号 is not red: {rule.get(f'{W}color')}"
    gap = int(rule.get(f"{W}space") or 0) * MM_PER_PT + BELOW
    if differs(gap, 4):
        yield f"the rule lies {gap:.1f} mm below 发文字号"
    if differs(paper.indent(line, "left"), 0) or differs(paper.indent(line, "right"), 0):
        yield "the rule below 发文字号 is not as wide as the type area"
