"""Tables on the pages: rows that a page cuts, heads that are missing, words that leave their cell."""

from collections.abc import Iterator

from yinfa.checks.rule import Finding
from yinfa.document.tree import Table
from yinfa.document.walk import blocks_of
from yinfa.proof.measures import NEAR
from yinfa.proof.printed import Printed
from yinfa.writers.sheets import Grid, Sheet

_SHOWN = 12  # characters of what is told


def row_cut(paper: Printed) -> Iterator[Finding]:
    """Find a row that goes over to the next page though it is not higher than one."""
    seen: set[tuple[str, int]] = set()
    for sheet, grid in _grids(paper):
        for strip in grid.rows:
            if (grid.id, strip.place) in seen and not strip.tall:
                message = f"{_name(paper, grid)}的一行跨在第{sheet.count - 1}、{sheet.count}页上"
                yield paper.finding(sheet.count, message, _origin(paper, grid), "拆成两行，或缩短最长的一格")
            seen.add((grid.id, strip.place))


def head_missing(paper: Printed) -> Iterator[Finding]:
    """Find a page on which a table goes on without its head."""
    for sheet, grid in _grids(paper):
        if grid.wants_head and not grid.head:
            message = f"{_name(paper, grid)}在这一页没有重复表头"
            yield paper.finding(sheet.count, message, _origin(paper, grid), "缩短表头的文字")


def cell_overflow(paper: Printed) -> Iterator[Finding]:
    """Find words that stand beyond the right edge of their cell, upon the next one."""
    for sheet in paper.sheets:
        for line in sheet.lines:
            if line.edge and line.right > line.edge + NEAR:
                table = next((block for block in _tables(paper) if block.id == line.within), None)
                message = f"表中“{line.text[:_SHOWN]}”超出单元格 {line.right - line.edge:.1f} 毫米"
                yield paper.finding(sheet.count, message, table.origin if table else "", "加宽这一列，或缩短文字")


def _grids(paper: Printed) -> Iterator[tuple[Sheet, Grid]]:
    yield from ((sheet, grid) for sheet in paper.sheets for grid in sheet.grids)


def _tables(paper: Printed) -> Iterator[Table]:
    return (block for block in blocks_of(paper.document) if isinstance(block, Table))


def _name(paper: Printed, grid: Grid) -> str:
    return next((block.ordinal for block in _tables(paper) if block.id == grid.id), "") or "表"


def _origin(paper: Printed, grid: Grid) -> str:
    return next((block.origin for block in _tables(paper) if block.id == grid.id), "")
