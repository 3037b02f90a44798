"""An edited workbook compared with what it was: what was to be changed says so, every other cell is the same."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from yinfa.books.entries import Entry
from yinfa.books.grounds import Ground
from yinfa.sources.a1 import reference
from yinfa.sources.cells import Cell
from yinfa.sources.figures import text_of
from yinfa.sources.text import BLANKS, UNPRINTABLE, describe
from yinfa.sources.workbook import Sheet, Workbook

Cells = Mapping[tuple[int, int], Entry]  # by row and column


def differences(old: Workbook, new: Workbook, wanted: Mapping[str, Cells]) -> Iterator[Ground]:
    """Yield each cell that is not what it was, or not what it was to be; `wanted` is by the name of the sheet."""
    if list(old.sheets) != list(new.sheets):
        yield Ground("edit-differs", "改写后的工作表与原来的不同", "请报告开发者；工作簿没有改动")
        return
    for name, sheet in old.sheets.items():
        yield from _of_sheet(sheet, new.sheets[name], wanted.get(name, {}))


def _of_sheet(old: Sheet, new: Sheet, wanted: Cells) -> Iterator[Ground]:
    before, after = _cells(old), _cells(new)
    for place in sorted({*before, *after} - set(wanted)):
        if _said(before.get(place)) != _said(after.get(place)):
            message = "改写会连带改动这一格"
            yield Ground("edit-differs", message, "请报告开发者；工作簿没有改动", old.name, reference(*place))
    if old.merged != new.merged or old.formulas != new.formulas:
        yield Ground("edit-differs", "改写会连带改动合并单元格或公式", "请报告开发者；工作簿没有改动", old.name)
    for place, value in wanted.items():
        if (trouble := _trouble(after.get(place), value)) is not None:
            yield Ground("edit-value", *trouble, old.name, reference(*place))


def _cells(sheet: Sheet) -> dict[tuple[int, int], Cell]:
    return {
        (row, column): cell
        for row, cells in enumerate(sheet.rows, 1)
        for column, cell in enumerate(cells, 1)
        if not cell.is_blank
    }


def _said(cell: Cell | None) -> object:
    return None if cell is None else (type(cell.value), cell.value, cell.number_format, cell.broken)


def _trouble(cell: Cell | None, wanted: Entry) -> tuple[str, str] | None:
    """Return why a cell does not say what it was to say, and what to do; None where it does."""
    if isinstance(wanted, str):
        return _not_the_words(cell, wanted)
    if wanted is None:
        return None if cell is None else ("这一格没有清空", "请报告开发者；工作簿没有改动")
    if isinstance(wanted, date):
        same = cell is not None and cell.value == wanted
        return None if same else ("这一格的格式不是日期，填不了日期", "把这一列的格式设为日期")
    number = Decimal(wanted)
    if cell is not None and cell.value == number and text_of(cell) == f"{cell.value:f}":
        return None
    shown = text_of(cell) if cell is not None else ""
    return f"填 {number:f} 会显示成“{shown}”", "把这一列的数字格式设为“常规”"


def _not_the_words(cell: Cell | None, wanted: str) -> tuple[str, str] | None:
    found = UNPRINTABLE.search(wanted)
    if found:
        return f"要填的文字含有{describe(found[0])}", "删去它，或重新输入这段文字"
    words = wanted.replace("\r\n", "\n").replace("\r", "\n").strip(BLANKS)
    same = (cell.value if cell is not None else None) == (words or None)
    return None if same else (f"填“{words[:20]}”后读出来不同", "请报告开发者；工作簿没有改动")
