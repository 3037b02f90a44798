"""Numbers that units fill in: in the measure that is asked for, or one of the words for none; nothing is converted."""

from decimal import Decimal

from yinfa.collect.lines import Line, Value
from yinfa.diagnostics import Report
from yinfa.model.cells import absence_of, quantity_of
from yinfa.model.projects import INVESTMENT
from yinfa.model.quantity import SCALES, Absence
from yinfa.sources.figures import text_of
from yinfa.sources.workbook import Cell

TOO_FAR = 1000  # times: so far apart are 万元 and 亿元 (10 000), hardly two years of one thing
PART_OF_ONE = 50  # % before, and at most 1 now: 0.95 for 95 %


def quantity_in(cell: Cell, line: Line, report: Report) -> Value | None:
    """Return the number in a cell, or the word for none of it; None after a fault."""
    absence = absence_of(cell)
    if absence is not None:
        return "" if absence is Absence.MISSING else str(absence)
    if line.choices:
        return _result(cell, line, report)
    faults = Report()
    value = quantity_of(cell, line.measure, faults)
    for each in faults:
        report.take(each)
    if not isinstance(value, Decimal) or not _is_likely(value, cell, line, report):
        return None
    return value


def _result(cell: Cell, line: Line, report: Report) -> str | None:
    words = text_of(cell)
    if words in line.choices:
        return words
    message = f"{line.label}是定性指标，完成值不能是“{words[:20]}”"
    report.fault("collect-words", message, cell.origin, f"填写{'、'.join(line.choices)}之一，依据写在“证据”一栏")
    return None


def _is_likely(value: Decimal, cell: Cell, line: Line, report: Report) -> bool:
    """Return whether a number can be in the measure that is asked for, as far as what is known of it tells."""
    known = _yardstick(line)
    if known is None or not value:
        return True
    apart = max(abs(value / known), abs(known / value))
    if line.measure in SCALES and apart >= TOO_FAR:
        said = f"{value:f}{line.measure}与已知的 {known:f}{line.measure}相差 {int(apart)} 倍，计量单位可能不对"
    elif line.measure == "%" and abs(value) <= 1 and known >= PART_OF_ONE:
        said = f"{value:f}%与已知的 {known:f}%相差太大，可能填成了小数"
    else:
        return True
    report.fault(
        "collect-measure",
        f"{line.label}：{said}",
        cell.origin,
        "按表中的计量单位改正；数字没有错的，请汇总单位直接录入数据",
    )
    return False


def _yardstick(line: Line) -> Decimal | None:
    """Return what a number is likely to be near: the last year's, the whole investment; None where neither is known."""
    years = [each for header, each in line.values.items() if header.endswith("年") and header[:4].isdecimal()]
    known = [each for each in (*years, line.values.get(INVESTMENT)) if isinstance(each, Decimal) and each]
    return known[-1] if known else None
