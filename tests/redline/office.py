"""What LibreOffice makes of a redline: text and tables, all changes accepted or rejected by its own commands."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from lxml import etree

from tests.redline.resolve import W, body_in
from tests.writers.libreoffice import resaved

_WORDS = (f"{W}t", f"{W}tab", f"{W}br")


def by_office(papers: Sequence[tuple[bytes, str]], folder: Path) -> list[list[str]]:
    """Return the lines of papers as LibreOffice saves them, their changes dealt with by Accept, Reject or not ("")."""
    return [lines_in(each) for each in resaved(papers, folder)]


def lines_in(docx: bytes) -> list[str]:
    """Return what stands in a body: a line for each paragraph that says something, with its style, and each row."""
    names = _styles(docx)
    return [line for each in body_in(docx) for line in _lines(each, names)]


def _styles(docx: bytes) -> dict[str, str]:
    with ZipFile(BytesIO(docx)) as archive:
        root = etree.fromstring(archive.read("word/styles.xml"))
    names = {each.get(f"{W}styleId"): each.find(f"{W}name").get(f"{W}val") for each in root.iterfind(f"{W}style")}
    return {
        key: name.removesuffix("（修订前）") for key, name in names.items()
    }  # a style of the old paper, kept for it


def _lines(element: Any, names: dict[str, str]) -> list[str]:
    if element.tag == f"{W}sdt":
        return [line for each in element.find(f"{W}sdtContent") for line in _lines(each, names)]
    if element.tag == f"{W}tbl":
        return ["表", *(" ".join(map(_cell, row.iterfind(f"{W}tc"))) for row in element.iterfind(f"{W}tr")), "表毕"]
    text = _text(element)
    style = element.find(f"{W}pPr/{W}pStyle")
    return [f"{names.get('' if style is None else style.get(f'{W}val'), '')}: {text}"] if text else []


def _cell(cell: Any) -> str:
    span, merge = cell.find(f"{W}tcPr/{W}gridSpan"), cell.find(f"{W}tcPr/{W}vMerge")
    wide = "" if span is None else f"<{span.get(f'{W}val')}"
    high = "" if merge is None else "^" if merge.get(f"{W}val") == "restart" else "|"
    return f"[{_text(cell)}{wide}{high}]"


def _text(element: Any) -> str:
    shown = (each.text or "" if each.tag == f"{W}t" else " " for each in element.iter(*_WORDS))
    drawn = sum(1 for _ in element.iter(f"{W}drawing"))
    return "".join(shown) + "图" * drawn
