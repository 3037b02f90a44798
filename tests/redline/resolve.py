"""Accepting and rejecting tracked changes as ECMA-376 part 1, 17.13.5 has it, knowing nothing of how they were made."""

from copy import deepcopy
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PRESENT = {f"{W}delText": f"{W}t", f"{W}delInstrText": f"{W}instrText"}
_RANGES = {"ins": "customXmlInsRange", "del": "customXmlDelRange"}
_NOT_TRACKED_SO = ("rPr", "sectPr", "pPrChange", "headerReference", "footerReference", "rPrChange", "ins", "del")


def body_in(docx: bytes) -> Any:
    """Return the body of a DOCX."""
    with ZipFile(BytesIO(docx)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))[0]


def accepted(docx: bytes) -> Any:
    """Return the body with every change accepted."""
    return _resolved(body_in(docx), kept="ins", gone="del")


def rejected(docx: bytes) -> Any:
    """Return the body with every change rejected."""
    return _resolved(body_in(docx), kept="del", gone="ins")


def _resolved(body: Any, *, kept: str, gone: str) -> Any:
    body = deepcopy(body)
    _rows(body, gone)
    _properties(body, is_old=gone == "ins")
    _controls(body, gone)
    _runs(body, kept, gone)
    _drop_empty(body, "hyperlink")
    _ends(body, gone)
    for each in [each for each in body.iter() if _local(each) in ("ins", "del")]:
        each.getparent().remove(each)
    _drop_empty(body, "rPr")
    return body


def _drop_empty(body: Any, name: str) -> None:
    for each in [each for each in body.iter(W + name) if not len(each)]:
        each.getparent().remove(each)


def _local(element: Any) -> str:
    return str(etree.QName(element).localname)


def _rows(body: Any, gone: str) -> None:
    """Remove the rows marked, and tables that have none left (17.13.5.12, .17)."""
    for row in list(body.iter(f"{W}tr")):
        if row.find(f"{W}trPr/{W}{gone}") is not None:
            row.getparent().remove(row)
    for table in list(body.iter(f"{W}tbl")):
        if table.find(f"{W}tr") is None:
            table.getparent().remove(table)


def _properties(body: Any, *, is_old: bool) -> None:
    """Settle changes of properties: the old ones stand within the change (17.13.5.29-37)."""
    for change in [each for each in body.iter() if _local(each).endswith("PrChange")]:
        holder = change.getparent()
        holder.remove(change)
        if is_old:
            before = {_local(each) for each in change[0]}
            for each in list(holder):
                if _local(each) not in _NOT_TRACKED_SO or _local(each) in before:
                    holder.remove(each)
            rest = list(holder)
            references = [each for each in rest if _local(each).endswith("Reference")]
            others = [each for each in rest if each not in references]
            first = [each for each in others if _local(each) in ("ins", "del")]
            last = [each for each in others if each not in first]
            holder[:] = [*references, *first, *change[0], *last]


def _controls(body: Any, gone: str) -> None:
    """Unwrap the content controls whose beginning and end are marked (17.13.5.4-7)."""
    for control in list(body.iter(f"{W}sdt")):
        before = control.getprevious()
        if before is not None and _local(before) == f"{_RANGES[gone]}Start":
            _unwrap(control.find(f"{W}sdtContent"))
            for each in [each for each in control if _local(each) in ("sdtPr", "sdtContent")]:
                control.remove(each)
            _unwrap(control)
    for each in [each for each in body.iter() if _local(each).startswith("customXml")]:
        each.getparent().remove(each)


def _unwrap(element: Any) -> None:
    parent = element.getparent()
    at = parent.index(element)
    parent[at : at + 1] = list(element)


def _runs(body: Any, kept: str, gone: str) -> None:
    """Remove what a mark around runs says is gone, and take the others out of theirs (17.13.5.14, .18)."""
    for mark in [each for each in body.iter(f"{W}{gone}") if _is_around(each)]:
        mark.getparent().remove(mark)
    for mark in [each for each in body.iter(f"{W}{kept}") if _is_around(each)]:
        _unwrap(mark)
    for each in body.iter(*_PRESENT):
        each.tag = _PRESENT[each.tag]


def _is_around(mark: Any) -> bool:
    return _local(mark.getparent()) in ("p", "hyperlink", "sdtContent", "ins", "del")


def _ends(body: Any, gone: str) -> None:
    """Join a paragraph whose end is gone with the next one, whose properties hold for both (17.13.5.15, .20).

    With nothing in it, it is gone altogether; the end of the last one of a cell or a body cannot be.
    """
    for paragraph in list(body.iter(f"{W}p")):
        if paragraph.find(f"{W}pPr/{W}rPr/{W}{gone}") is None:
            continue
        content = [each for each in paragraph if _local(each) != "pPr"]
        after = paragraph.getnext()
        if after is None or _local(after) not in ("p", "tbl", "sdt"):
            continue
        if all(_local(each).startswith("bookmark") for each in content):
            paragraph.getparent().remove(paragraph)
        elif _local(after) == "p":
            at = 1 if len(after) and _local(after[0]) == "pPr" else 0
            after[at:at] = content
            paragraph.getparent().remove(paragraph)
