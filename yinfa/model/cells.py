"""What the tables of the workbooks have in common: texts that know their cell, units, quantities."""

from yinfa.diagnostics import Report
from yinfa.model.base import YEARS, divided
from yinfa.model.hints import for_amount, for_ordinal, for_year
from yinfa.model.quantity import Absence, Quantity
from yinfa.sources.figures import decimal_of, integer_of, text_of
from yinfa.sources.text import Text
from yinfa.sources.workbook import Cell

ORDINALS = range(1, 1000)  # 序号
_ABSENCES = {
    "": Absence.MISSING,
    **dict.fromkeys(("—", "——", "-", "－"), Absence.DASH),
    "不适用": Absence.NOT_APPLICABLE,
}


def words_of(cell: Cell) -> Text:
    """Return what stands in a cell as a text that knows its place."""
    return Text(text_of(cell), cell.origin)


def units_of(cell: Cell) -> tuple[Text, ...]:
    """Return the units named in a cell."""
    return divided(words_of(cell))


def is_yes(cell: Cell) -> bool:
    """Return whether 是 stands in a cell; 否 and nothing are no."""
    return text_of(cell) == "是"


def whole_of(cell: Cell, allowed: range, report: Report) -> int | None:
    """Return the whole number in a cell; None when blank, and after a fault when it is none of those `allowed`."""
    measure, hint = ("年", for_year) if allowed is YEARS else ("", for_ordinal)
    number = integer_of(cell, measure, report, hint)
    if number is None or number in allowed:
        return number
    report.fault("number-range", f"{number} 不在 {allowed[0]} 至 {allowed[-1]} 之间", cell.origin, "核对这个数")
    return None


def absence_of(cell: Cell) -> Absence | None:
    """Return which kind of nothing stands in a cell, None where something does."""
    return _ABSENCES.get(text_of(cell))


def quantity_of(cell: Cell, measure: str, report: Report) -> Quantity:
    """Return the number of a cell in `measure`, or which kind of nothing stands there."""
    if (absence := absence_of(cell)) is not None:
        return absence
    value = decimal_of(cell, measure, report, for_amount(measure))
    return Absence.MISSING if value is None else value
