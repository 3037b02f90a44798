"""What was achieved: the rows of the sheet 完成值 as typed values."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from yinfa.diagnostics import Origin, Report
from yinfa.model.base import YEARS
from yinfa.model.cells import quantity_of, whole_of, words_of
from yinfa.model.indicators import Indicator
from yinfa.model.quantity import Quantity
from yinfa.sources.figures import text_of
from yinfa.sources.table import Column, Row
from yinfa.sources.text import Text

ACTUALS = "完成值"
ACTUAL_COLUMNS = (
    Column("时期"),
    Column("编号"),
    Column("分项", required=False, kept=True),
    Column("年度"),
    Column("完成值", required=False, kept=True),
    Column("来源", required=False),
    Column("快报", required=False, choices=("是", "否")),
    Column("备注", required=False),
)


@dataclass(frozen=True, slots=True)
class Actual:
    """What was achieved in a year; `provisional` marks a 快报数."""

    period: Text
    id: Text
    part: Text
    year: int
    value: Quantity
    provisional: bool
    source: Text
    note: Text
    origin: Origin


def actuals_of(rows: Iterable[Row], indicators: Iterable[Indicator], report: Report) -> tuple[Actual, ...]:
    """Return the rows of the sheet 完成值; one that belongs to no indicator is a fault."""
    known = {(str(each.period), str(each.id)): each for each in indicators}
    return tuple(actual for row in rows for actual in _actual(row, known, report))


def _actual(row: Row, known: Mapping[tuple[str, str], Indicator], report: Report) -> Iterator[Actual]:
    key = (words_of(row["时期"]), words_of(row["编号"]))
    part, year = words_of(row["分项"]), whole_of(row["年度"], YEARS, report)
    indicator = known.get(key)
    found = indicator.part(part) if indicator else None
    if found is None:
        message = f"时期“{key[0]}”没有编号“{key[1]}”{f'、分项“{part}”' if part else ''}的指标"
        report.fault("actual-unknown", message, row["编号"].origin, "核对“指标”表的时期、编号和分项")
    if found is None or year is None:
        return
    value = quantity_of(row["完成值"], found.measure, report)
    provisional = text_of(row["快报"]) == "是"
    source, note = words_of(row["来源"]), words_of(row["备注"])
    yield Actual(*key, part, year, value, provisional, source, note, row["完成值"].origin)
