"""From what a file holds for a cell to a value a person would name: text, number, date or truth."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal

from yinfa.diagnostics import Origin, Report
from yinfa.sources import limits
from yinfa.sources.grid import TRUE, RawCell
from yinfa.sources.limits import Refused, TooMuch
from yinfa.sources.number_format import GENERAL, shown_by
from yinfa.sources.text import clean

Value = str | Decimal | date | bool | None

EPOCH_1900, EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
LEAP_BUG = 60  # Excel's 29 February 1900, which never was: serials up to here are a day off
REENTER = "重新输入这个单元格"
EXCEL = Context(prec=15, rounding=ROUND_HALF_UP)  # the digits a cell can hold
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")  # how OOXML writes a character that XML cannot hold

ERRORS = {
    "#DIV/0!": "除数为零",
    "#N/A": "查找不到",
    "#NAME?": "公式中有不认识的名称",
    "#NULL!": "引用的区域不相交",
    "#NUM!": "计算结果不是有效的数",
    "#REF!": "引用的单元格已被删除",
    "#VALUE!": "参与计算的不是数",
}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as read. `broken` says that its value was refused, and that the drafter has been told."""

    value: Value
    origin: Origin
    number_format: str = GENERAL
    broken: bool = False

    @property
    def is_blank(self) -> bool:
        """Return whether there is nothing in the cell, not even something refused."""
        return self.value is None and not self.broken


@dataclass
class CellReader:
    """Turns raw cells into cells, with what all the cells of a workbook share."""

    strings: list[str]
    formats: tuple[str, ...]
    epoch: date
    report: Report
    spent: int = 0  # characters of text so far

    def read(self, raw: RawCell, origin: Origin) -> Cell:
        """Return the cell; what cannot be read is told, and leaves a broken one."""
        try:
            return self._read(raw, origin)
        except TooMuch:
            raise
        except Refused as refused:
            refused.tell(self.report, origin)
            return Cell(None, origin, broken=True)

    def _read(self, raw: RawCell, origin: Origin) -> Cell:
        number_format = self._format(raw.style)
        if raw.is_formula and not raw.value and raw.kind != "str":
            hint = "在 Excel/WPS 中打开并保存一次，或把公式粘贴为数值"
            raise Refused("formula-uncached", "公式没有保存计算结果", hint)
        return Cell(self._value(raw, number_format, origin), origin, number_format)

    def _value(self, raw: RawCell, number_format: str, origin: Origin) -> Value:
        """Return what the cell holds, by its type (ECMA-376 18.18.11)."""
        match raw.kind:
            case "n":
                return self._number(raw.value, number_format, origin)
            case "s":
                return self._text(self._shared(raw.value), origin)
            case "str" | "inlineStr":
                return self._text(raw.value, origin)
            case "b":
                return raw.value in TRUE
            case "d":
                return _iso_date(raw.value)
            case "e":
                raise _error(raw.value)
        raise Refused("cell-type", f"单元格类型“{raw.kind[:20]}”无法识别", REENTER)

    def _format(self, style: int) -> str:
        """Return the number format of a style; a style that is not there may hide a date or a percentage."""
        if not 0 <= style < len(self.formats):
            message = "单元格的格式信息丢失，分不清数、日期和百分数"
            raise Refused("xlsx-styles", message, "用 Excel/WPS 打开，核对后另存")
        return self.formats[style]

    def _shared(self, index: str) -> str:
        if not index.isdecimal() or int(index) >= len(self.strings):
            raise Refused("xlsx-damaged", "单元格引用的共享文字不存在", REENTER)
        return self.strings[int(index)]

    def _text(self, text: str, origin: Origin) -> str | None:
        """Return a cell's text without stray blanks, or None when nothing is left."""
        self.spent += len(text)
        if self.spent > limits.TEXT:
            raise TooMuch("工作簿的文字总量过大", "删去用不到的内容后另存")
        unescaped = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
        cleaned = clean(unescaped, origin, self.report, announce=True)
        if cleaned in ERRORS:
            raise _error(cleaned)
        return cleaned or None

    def _number(self, text: str, number_format: str, origin: Origin) -> Decimal | date | None:
        """Return a number, or the date that its format makes of it."""
        if not text.strip():
            return None
        number = as_number(text)
        if shown_by(number_format).is_date:
            return self._date(number, number_format, origin)
        rounded = EXCEL.plus(number)
        if rounded != number:
            hint = "编号一类的长数字请把单元格设为文本后重新输入"
            message = f"{number:f} 超过 15 位有效数字，Excel 已丢失精度，按 {rounded:f} 读取"
            self.report.warning("cell-precision", message, origin, hint)
        return Decimal(f"{rounded.normalize():f}")

    def _date(self, serial: Decimal, number_format: str, origin: Origin) -> date:
        """Return the day with a serial number, doubting what Excel makes into dates by itself."""
        day = as_day(serial, self.epoch)
        if self.epoch == EPOCH_1900 and serial <= LEAP_BUG:
            message = f"日期序号 {serial:f} 落在 1900 年初，可能差一天"
            self.report.warning("date-1900", message, origin, "核对这个日期，改写为文本")
        if shown_by(number_format).lacks_year:
            message = f"日期 {day} 显示时不含年份，可能是“5-10”一类的文字被 Excel 自动改成了日期"
            hint = "把单元格设为文本后重新输入；确是日期则改用含年份的格式"
            self.report.warning("date-without-year", message, origin, hint)
        if serial % 1:
            self.report.warning("date-with-time", f"日期 {day} 带有时刻，时刻已略去", origin, "只输入日期")
        return day


def as_number(text: str) -> Decimal:
    """Return the number that a cell holds, with the digits a person typed: 0.28999999999999998 is 0.29.

    `Refused` for what is no number, and for 1e999 and its like.
    """
    if not _NUMBER.fullmatch(text.strip()):
        raise Refused("number", f"“{text.strip()[:20]}”不是有效的数", REENTER)
    number = float(text)
    if abs(number) >= limits.NUMBER:
        raise Refused("number-too-large", f"数值 {text.strip()[:20]} 过大", "核对并重新输入这个数")
    return Decimal(repr(number))


def as_day(serial: Decimal, epoch: date) -> date:
    """Return the day with a serial number; `Refused` when it is no day, but a time or beyond the calendar."""
    if serial < (1 if epoch == EPOCH_1900 else 0):
        raise Refused("date-time-only", "单元格里是时刻，不是日期", "把单元格设为文本后重新输入")
    day = int(serial) + (1 if serial < LEAP_BUG and epoch == EPOCH_1900 else 0)
    try:
        return epoch + timedelta(days=day)
    except OverflowError:
        raise Refused("date-range", f"日期序号 {serial:f} 超出日历范围", "核对并重新输入这个日期") from None


def _iso_date(text: str) -> date:
    """Return a date written as such, its time of day left out."""
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        raise Refused("date-range", f"“{text[:20]}”不是有效的日期", "核对并重新输入这个日期") from None


def _error(word: str) -> Refused:
    """Return why a cell holding an error word is refused."""
    message = f"单元格是错误值 {word}（{ERRORS.get(word, '公式出错')}）"
    return Refused("cell-error", message, "改正公式，或直接填写数值")
