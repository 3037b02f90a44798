"""What a cell says: its text, its number in the measure of its row, its day.

The unit decides (cases 34, 37): a cell of 0.92 shown as 92% is 92 where the measure is %, and a
fault where it is anything else; so is 5 shown as 5万元 where the measure is 亿元.
"""

import unicodedata
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from yinfa.diagnostics import Report
from yinfa.sources.cells import EPOCH_1900, Cell, as_day
from yinfa.sources.limits import Refused
from yinfa.sources.number_format import shown_by
from yinfa.sources.scalars import as_date, as_decimal

PERCENT = ("%", "百分点", "个百分点")  # measures in which 0.92 shown as 92% is 92
DATES = (Decimal(20_000), Decimal(80_000))  # serial numbers of 1954 to 2119: a number there may be a date

Hint = Callable[[str], str]  # how to mend what is no number


def text_of(cell: Cell) -> str:
    """Return what stands in the cell, as shown: 92% for 0.92 shown so, nothing when blank."""
    match cell.value:
        case None:
            return ""
        case bool(truth):
            return "TRUE" if truth else "FALSE"
        case Decimal() as number:
            shown = shown_by(cell.number_format)
            return f"{shown.prefix}{_scaled(number, cell.number_format):f}{shown.suffix}"
    return str(cell.value)


def only_digits(_words: str) -> str:
    """Return how to mend what is no number."""
    return "只填数字，单位写在计量单位一列"


def decimal_of(cell: Cell, measure: str, report: Report, hint: Hint = only_digits) -> Decimal | None:
    """Return the number in the cell in its measure; None when blank, and after a fault."""
    try:
        return _decimal(cell, _plain(measure), report, hint)
    except Refused as refused:
        refused.tell(report, cell.origin)
        return None


def integer_of(cell: Cell, measure: str, report: Report, hint: Hint = only_digits) -> int | None:
    """Return the whole number in the cell; None when blank, and after a fault when it is none."""
    number = decimal_of(cell, measure, report, hint)
    if number is None or number == number.to_integral_value():
        return None if number is None else int(number)
    report.fault("number-not-whole", f"{number:f} 不是整数", cell.origin, "填写整数")
    return None


def date_of(cell: Cell, report: Report) -> date | None:
    """Return the day in the cell; None when blank, and after a fault.

    A serial number without a date format is refused: nothing tells it from a number (case 35).
    """
    try:
        return _date(cell)
    except Refused as refused:
        refused.tell(report, cell.origin)
        return None


def _date(cell: Cell) -> date | None:
    match cell.value:
        case None | date():
            return cell.value
        case str(text):
            try:
                return as_date(text)
            except ValueError as error:
                raise Refused("date", str(error), "写成 2011-06-01 的样子") from error
        case Decimal() as number if DATES[0] < number < DATES[1]:
            message = f"{number:f} 是数，不是日期（若是日期序号，即 {as_day(number, EPOCH_1900)}）"
            raise Refused("date-serial", message, "把单元格格式设为日期后核对，或写成文本 2011-06-01")
    raise Refused("date", f"“{text_of(cell)}”不是日期", "写成 2011-06-01 的样子")


def _decimal(cell: Cell, measure: str, report: Report, hint: Hint) -> Decimal | None:
    """Return the number of a cell; `Refused` when it is none, or in another measure."""
    match cell.value:
        case None:
            return None
        case str(text):
            return _written(text, measure, cell, report, hint)
        case bool():
            raise Refused("number", f"单元格是逻辑值 {text_of(cell)}，不是数", "填写数")
        case Decimal() as number:
            return _stored(number, measure, cell, report)
    raise Refused("number-is-date", f"单元格是日期 {cell.value}，不是数", "改用数的格式，或设为文本后重新输入")


def _stored(number: Decimal, measure: str, cell: Cell, report: Report) -> Decimal:
    """Return a number as its format shows it, once the unit in the format agrees with the measure."""
    format_ = shown_by(cell.number_format)
    if format_.rescales:
        message = f"数字格式 {cell.number_format} 缩放了显示的数，存放的是 {number:f}"
        raise Refused("format-scale", message, "改用常规格式，并按计量单位填写数")
    shown, unit = _scaled(number, cell.number_format), format_.unit
    if not unit or (unit == "%" and measure in PERCENT):
        return shown
    if _plain(unit) != measure:
        message = f"数字格式里的单位“{unit}”与计量单位“{measure or '（无）'}”不符"
        raise Refused("format-unit", message, "改用常规格式，或改正计量单位")
    message = f"单位“{unit}”只写在数字格式里，与计量单位相同，按 {shown:f} 读取"
    report.notice("format-unit", message, cell.origin, "改用常规格式可免此提示")
    return shown


def _scaled(number: Decimal, number_format: str) -> Decimal:
    """Return a number as the number format shows it: 0.92 as 92 before %."""
    return Decimal(f"{number.scaleb(2):f}") if shown_by(number_format).is_percent else number


def _written(text: str, measure: str, cell: Cell, report: Report, hint: Hint) -> Decimal:
    """Return a number that was typed as text, saying so (cases 33, 39, and full-width digits)."""
    unit = "%" if measure in PERCENT and _plain(text).endswith("%") else measure
    try:
        number = as_decimal(text, measure=unit)
    except ValueError as error:
        raise Refused("number", str(error), hint(text)) from error
    message = f"数以文本“{text}”存放，按 {number:f} 读取"
    report.notice("number-as-text", message, cell.origin, "把单元格改为数可免此提示")
    return number


def _plain(text: str) -> str:
    """Return text with full-width forms made half-width, without blanks around it."""
    return unicodedata.normalize("NFKC", text).strip()
