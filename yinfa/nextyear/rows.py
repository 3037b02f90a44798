"""The new year's rows of indicators.xlsx: what each indicator should come to, with the mark in 备注."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from yinfa.books.entries import AddRow, Entry
from yinfa.model.actuals import ACTUALS
from yinfa.model.base import divided
from yinfa.model.cells import words_of
from yinfa.model.indicators import INDICATOR_COLUMNS, INDICATORS
from yinfa.nextyear.aims import Aim
from yinfa.nextyear.offices import Offices
from yinfa.nextyear.tree import MARK, Todo
from yinfa.sources.figures import text_of
from yinfa.sources.table import Row


@dataclass(frozen=True, slots=True)
class NewRow:
    """A row to add, and the decision in it, if there is any."""

    row: AddRow
    todo: Todo | None


def actual_rows(aims: Iterable[Aim], year: int) -> Iterator[NewRow]:
    """Yield a row of 完成值 for each aim that has none: what is proposed, and nothing achieved yet."""
    for aim in aims:
        if aim.row is not None:
            continue
        why = "；".join(filter(None, (aim.why, aim.told)))
        values: dict[str, Entry] = {
            "时期": str(aim.indicator.period),
            "编号": str(aim.indicator.id),
            "分项": aim.part.name or None,
            "年度": year,
            "年度目标": aim.value,
            "备注": f"{MARK}{why}" if aim.open else None,
        }
        place = f"indicators.xlsx!{ACTUALS} {aim.indicator.period} {aim.named}"
        yield NewRow(AddRow(ACTUALS, values), Todo(place, (why,)) if aim.open else None)


def indicator_rows(
    rows: Iterable[Row], periods: Mapping[str, str], offices: Offices, known: set[tuple[str, str, str]]
) -> Iterator[NewRow]:
    """Yield the rows of 指标 of last year's one-year periods anew.

    Those that are `known` (时期, 编号, 分项) are left out. The first row of an indicator speaks for all its parts.
    """
    for (period, id_), run in groupby(rows, key=lambda row: (text_of(row["时期"]), text_of(row["编号"]))):
        new, parts = periods.get(period), list(run)
        if new is None:
            continue
        why = "；".join(_why(parts, offices))
        for number, row in enumerate(parts):
            if (new, id_, text_of(row["分项"])) not in known:
                yield _new_row(row, new, offices, why if number == 0 else "")


def _why(parts: list[Row], offices: Offices) -> Iterator[str]:
    """Yield what is to be decided of an indicator: its targets, and who answers for it."""
    targets = "、".join(filter(None, (text_of(row["目标值"]) for row in parts)))
    if targets:
        yield f"{offices.year}年的目标值暂照{offices.last}年的“{targets}”"
    yield from offices.named(_units(parts[0]))[1]


def _units(row: Row) -> tuple[str, ...]:
    return tuple(map(str, divided(words_of(row["责任单位"]))))


def _new_row(row: Row, period: str, offices: Offices, why: str) -> NewRow:
    values = {column.header: _entry(row, column.header) for column in INDICATOR_COLUMNS if column.header in row}
    values |= {"时期": period, "责任单位": "、".join(offices.named(_units(row))[0]) or None, "来源": None}
    values |= {"备注": f"{MARK}{why}" if why else None}
    place = f"indicators.xlsx!{INDICATORS} {period} {text_of(row['编号'])}“{text_of(row['指标名称'])}”"
    return NewRow(AddRow(INDICATORS, values), Todo(place, (why,)) if why else None)


def _entry(row: Row, header: str) -> Entry:
    """Return what stands in a cell, to stand in another one; a truth as its word."""
    value = row[header].value
    return ("是" if value else "否") if isinstance(value, bool) else value
