"""What was aimed at and achieved year by year: the rows of the sheets 完成值 and 目标调整 as typed values."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from yinfa.diagnostics import Origin, Report, nearest
from yinfa.model.base import YEARS
from yinfa.model.cells import absence_of, is_yes, quantity_of, whole_of, words_of
from yinfa.model.hints import for_aim
from yinfa.model.indicators import Indicator, Part, target_of
from yinfa.model.quantity import RESULTS, Absence, Quantity, Target
from yinfa.sources.figures import date_of, text_of
from yinfa.sources.table import Column, Row
from yinfa.sources.text import Text
from yinfa.sources.workbook import Cell

ACTUALS, REVISIONS = "完成值", "目标调整"
YES_NO = ("是", "否")
_WHOSE = (Column("时期"), Column("编号"), Column("分项", required=False, kept=True))
ACTUAL_COLUMNS = (
    *_WHOSE,
    Column("年度"),
    Column("完成值", required=False, kept=True),
    Column("来源", required=False),
    Column("快报", required=False, choices=YES_NO, weighs=True),
    Column("备注", required=False),
    Column("年度目标", required=False, weighs=True),
    Column("不再统计", required=False, choices=YES_NO, weighs=True),
    Column("证据", required=False),
    Column("原因", required=False),
    Column("改进措施", required=False),
)
REVISION_COLUMNS = (
    *_WHOSE,
    Column("调整后目标"),
    Column("调整日期"),
    Column("依据文件"),
    Column("备注", required=False),
)


@dataclass(frozen=True, slots=True)
class Actual:
    """What was aimed at and achieved in a year.

    `value` is in the part's measure; of 新增 it is what that year added. A qualitative target has no number: `result`
    is what is said of it (已完成 …), `evidence` on what ground. `unread` says that the result's cell holds something
    that could not be read, which is told already. `target` is the year's own, None without one. `provisional` marks a
    快报数, `discontinued` a figure that is no longer counted (不再统计) and stands as it last was. `cause` and `remedy`
    are for what is missed. `origin` is the result's cell, `year_at` and `target_at` are those of the year and of its
    target.
    """

    period: Text
    id: Text
    part: Text
    year: int
    year_at: Origin
    value: Quantity
    result: str
    unread: bool
    target: Target | None
    target_at: Origin
    provisional: bool
    discontinued: bool
    evidence: Text
    cause: Text
    remedy: Text
    source: Text
    note: Text
    origin: Origin


@dataclass(frozen=True, slots=True)
class Revision:
    """A target that was changed while the plan ran: from which day, and by which document."""

    period: Text
    id: Text
    part: Text
    target: Target
    day: date
    day_at: Origin
    document: Text
    note: Text
    origin: Origin


class Known:
    """The indicators by period and id, for rows of other sheets that name them."""

    def __init__(self, indicators: Iterable[Indicator]) -> None:
        self._known = {(str(each.period), str(each.id)): each for each in indicators}

    def part_of(self, row: Row, report: Report) -> tuple[Indicator, Part] | None:
        """Return the part of an indicator that a row is about; None, after a fault, when there is none such."""
        period, id_, part = (words_of(row[header]) for header in ("时期", "编号", "分项"))
        indicator = self._known.get((period, id_))
        found = indicator.part(part) if indicator else None
        if indicator is None or found is None:
            message = f"时期“{period}”没有编号“{id_}”{f'、分项“{part}”' if part else ''}的指标"
            report.fault("actual-unknown", message, row["编号"].origin, self._meant(period, id_, indicator))
            return None
        return indicator, found

    def _meant(self, period: str, id_: str, indicator: Indicator | None) -> str:
        """Return which part, id or period was meant, as far as the row names an indicator."""
        if indicator is not None:
            parts = [part.name for part in indicator.parts if part.name]
            return f"填写分项：{'、'.join(parts)}" if parts else "这个指标没有分项，清空“分项”"
        ids = [known for of, known in self._known if of == period]
        if not ids:
            return f"核对“时期”：{nearest(period, (of for of, _ in self._known))}"
        return f"核对“编号”：{nearest(id_, ids)}"


def actuals_of(rows: Iterable[Row], indicators: Iterable[Indicator], report: Report) -> tuple[Actual, ...]:
    """Return the rows of the sheet 完成值; one that belongs to no indicator is a fault."""
    known, rows = Known(indicators), tuple(rows)
    if (swapped := _swapped(rows)) is not None:
        message = f"“{ACTUALS}”一列填的是年份（{text_of(swapped)}……），“年度”一列填的不是"
        report.fault("columns-swapped", message, swapped.origin, "核对表头：把两列的表头或内容对调")
        return ()
    return tuple(actual for row in rows for actual in _actual(row, known, report))


def _swapped(rows: tuple[Row, ...]) -> Cell | None:
    """Return the first result that is a year, where most are and the years are none: it is told once for all rows."""
    wrong = [row["完成值"] for row in rows if _is_year(row["完成值"]) and not _is_year(row["年度"])]
    return wrong[0] if len(wrong) > 2 and 2 * len(wrong) > len(rows) else None


def _is_year(cell: Cell) -> bool:
    words = text_of(cell)
    return len(words) == 4 and words.isdecimal() and int(words) in YEARS


def _actual(row: Row, known: Known, report: Report) -> Iterator[Actual]:
    found, year = known.part_of(row, report), whole_of(row["年度"], YEARS, report)
    if found is None or year is None:
        return
    indicator, part = found
    target = part.target or indicator.target
    cell, aim = row["完成值"], row["年度目标"]
    _unused(aim, report)
    worded = target is not None and target.is_worded
    value = (absence_of(cell) or Absence.MISSING) if worded else quantity_of(cell, part.measure, report)
    result = _result(cell, report) if worded else ""
    yield Actual(
        period=words_of(row["时期"]),
        id=words_of(row["编号"]),
        part=words_of(row["分项"]),
        year=year,
        year_at=row["年度"].origin,
        value=value,
        result=result,
        unread=value is Absence.MISSING and not result and not cell.is_blank,
        target=_aim(aim, target, part.measure, report) if target and not absence_of(aim) else None,
        target_at=aim.origin,
        provisional=is_yes(row["快报"]),
        discontinued=is_yes(row["不再统计"]),
        evidence=words_of(row["证据"]),
        cause=words_of(row["原因"]),
        remedy=words_of(row["改进措施"]),
        source=words_of(row["来源"]),
        note=words_of(row["备注"]),
        origin=cell.origin,
    )


def _unused(aim: Cell, report: Report) -> None:
    """Warn of a dash or 不适用 for the target of a year: it says nothing, the year is judged all the same."""
    if absence_of(aim) not in (None, Absence.MISSING):
        hint = "没有年度目标的空着；这一年不适用的，“完成值”填“不适用”"
        report.warning("aim-unused", f"年度目标“{text_of(aim)}”没有用上，这一年仍按序时进度评价", aim.origin, hint)


def _aim(cell: Cell, target: Target, measure: str, report: Report) -> Target | None:
    """Return the target in a cell, compared as that of the plan is."""
    return target_of(cell, target.operator, measure, report, for_aim(measure))


def _result(cell: Cell, report: Report) -> str:
    """Return what is said of a qualitative target, nothing where nothing is; anything else is a fault."""
    words = text_of(cell)
    if absence_of(cell) is not None:
        return ""
    if words not in RESULTS:
        message = f"“定性”指标的完成值不能是“{words[:20]}”，定性指标不按数字评价"
        report.fault("actual-words", message, cell.origin, f"填写{'、'.join(RESULTS)}之一，依据写在“证据”一栏")
        return ""
    return words


def revisions_of(rows: Iterable[Row], indicators: Iterable[Indicator], report: Report) -> tuple[Revision, ...]:
    """Return the rows of the sheet 目标调整; each needs the day and the document of the change."""
    known = Known(indicators)
    return tuple(revision for row in rows for revision in _revision(row, known, report))


def _revision(row: Row, known: Known, report: Report) -> Iterator[Revision]:
    found, day = known.part_of(row, report), date_of(row["调整日期"], report)
    if found is None or day is None:
        return
    indicator, part = found
    old, cell = part.target or indicator.target, row["调整后目标"]
    target = _aim(cell, old, part.measure, report) if old else None
    if target is not None:
        yield Revision(
            period=words_of(row["时期"]),
            id=words_of(row["编号"]),
            part=words_of(row["分项"]),
            target=target,
            day=day,
            day_at=row["调整日期"].origin,
            document=words_of(row["依据文件"]),
            note=words_of(row["备注"]),
            origin=cell.origin,
        )
