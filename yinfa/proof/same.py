"""Tree, pages, DOCX and PDF say the same: compared whole, character by character and cell by cell."""

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from itertools import zip_longest

from lxml import etree

from yinfa.checks.rule import Finding
from yinfa.document.tree import Chart, Figure, Table
from yinfa.document.walk import blocks_of
from yinfa.proof.painted import painted
from yinfa.proof.printed import Printed
from yinfa.proof.said import Said, Tables
from yinfa.proof.said_docx import R, said_by_docx
from yinfa.proof.said_tree import rows_of

_BUG = "程序写出的文件与编排的内容不一致，不要印发；请连同数据文件夹报告"
_NEAR = 12  # characters shown before and behind the first that differs
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def docx_pdf(paper: Printed) -> Iterator[Finding]:
    """Find where DOCX, PDF and tree differ: the first words, the first cell of each table, the pictures."""
    found = list(_differing(paper, "PDF", paper.pages))
    if paper.docx:
        found += _differing(paper, "DOCX", said_by_docx(paper.docx))
        found += _charts(paper)
    if paper.pdf and not found:
        found += painted(paper)
    yield from found
    yield from _pictures(paper)


def _differing(paper: Printed, name: str, said: Said) -> Iterator[Finding]:
    tree = paper.tree
    place = _first(tree.text, said.text)
    if place is not None:
        wanted, printed = (text[max(place - _NEAR, 0) : place + _NEAR] for text in (tree.text, said.text))
        message = f"{name} 与编排的内容不同：应为“…{wanted}…”，{name} 是“…{printed}…”"
        yield paper.finding(paper.page_at(place), message, paper.origin_at(place), _BUG)
    yield from _cells(paper, name, said.tables)


def _first(one: str, other: str) -> int | None:
    """Return the first place where two texts differ, None where they are equal."""
    if one == other:
        return None
    return next(place for place, (left, right) in enumerate(zip_longest(one, other)) if left != right)


def _cells(paper: Printed, name: str, tables: Tables) -> Iterator[Finding]:
    """Find the first cell of each table that is another one."""
    wanted = [block for block in blocks_of(paper.document) if isinstance(block, Table)]
    if len(wanted) != len(tables):
        yield paper.finding(1, f"{name} 有 {len(tables)} 个表，应为 {len(wanted)} 个", hint=_BUG)
    for table, rows in zip(wanted, tables, strict=False):
        for number, (row, printed) in enumerate(zip_longest(rows_of(table), rows, fillvalue=()), 1):
            if row != printed:
                pair = next(each for each in zip_longest(row, printed, fillvalue="（无）") if each[0] != each[1])
                message = (
                    f"{table.ordinal or '表'}第 {number} 行在 {name} 中不同：应为“{pair[0]}”，{name} 是“{pair[1]}”"
                )
                yield paper.finding(_page_of(paper, table), message, table.origin, _BUG)
                break


def _page_of(paper: Printed, block: Table | Chart | Figure) -> int:
    return next((sheet.count for sheet in paper.sheets if any(line.within == block.id for line in sheet.lines)), 1)


def _pictures(paper: Printed) -> Iterator[Finding]:
    """Find a picture or a chart that the pages or the DOCX lack or have in another's stead, by what it shows."""
    wanted = [block for block in blocks_of(paper.document) if isinstance(block, Figure | Chart)]
    shown = {"PDF": [frame.alt for sheet in paper.sheets for frame in sheet.frames if frame.within and frame.alt]}
    if paper.docx:
        shown["DOCX"] = _alternatives(paper.docx)
    for name, alternatives in shown.items():
        there = Counter(alternatives)
        for block in wanted:
            if not there[block.alt]:
                message = f"{name} 中没有{block.ordinal}，或图的替代文字不同"
                yield paper.finding(_page_of(paper, block), message, block.origin, _BUG)
            there[block.alt] -= 1


def _alternatives(docx: bytes) -> list[str]:
    root = etree.fromstring(_part(docx, "word/document.xml"))
    return [each.get("descr", "") for each in root.iter("{*}docPr")]


def _part(docx: bytes, name: str) -> bytes:
    with zipfile.ZipFile(BytesIO(docx)) as package:
        return package.read(name)


def _charts(paper: Printed) -> Iterator[Finding]:
    """Find a chart whose figures in the DOCX are not those of the tree."""
    charts = [block for block in blocks_of(paper.document) if isinstance(block, Chart)]
    for chart, drawn in zip(charts, _drawn(paper.docx) if charts else (), strict=False):
        figures = {figure.value for series in chart.series for figure in series.values if figure is not None}
        if missing := {float(value) for value in figures if value is not None} - drawn:
            message = f"{chart.ordinal}在 DOCX 中缺少数值 {'、'.join(f'{value:g}' for value in sorted(missing))}"
            yield paper.finding(_page_of(paper, chart), message, chart.origin, _BUG)


def _drawn(docx: bytes) -> Iterator[set[float]]:
    """Yield the figures of each chart of a DOCX, in the order of its body."""
    root = etree.fromstring(_part(docx, "word/document.xml"))
    parts = {
        each.get("Id"): each.get("Target") for each in etree.fromstring(_part(docx, "word/_rels/document.xml.rels"))
    }
    for chart in root.iter(f"{_CHART}chart"):
        xml = etree.fromstring(_part(docx, f"word/{parts[chart.get(f'{R}id')]}"))
        yield {float(each.text) for each in xml.iter(f"{_CHART}v") if re.fullmatch(r"-?[\d.]+", each.text or "")}
