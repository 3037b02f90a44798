"""A table of the tree as a grid: what a merged cell says stands in each place that it covers."""

from yinfa.document.tree import Row, Table
from yinfa.document.walk import text_of
from yinfa.proof.said import squeeze

Grid = list[tuple[str, ...]]


def grid_of(table: Table) -> Grid:
    """Return the rows of a table below its head, each with as many texts as the table has columns."""
    return [row for group in table.groups for row in _spread(group, len(table.columns))]


def _spread(group: tuple[Row, ...], width: int) -> Grid:
    rows = [[""] * width for _ in group]
    free = [[True] * width for _ in group]
    for number, cells in enumerate(group):
        for cell in cells:
            at = free[number].index(True)
            for down in range(number, number + cell.rowspan):
                for across in range(at, at + cell.colspan):
                    rows[down][across] = squeeze(text_of(cell.children))
                    free[down][across] = False
    return [tuple(row) for row in rows]
