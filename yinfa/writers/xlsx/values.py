"""What a cell of a sheet holds: a number with a format that prints its measure, a date, or text."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from yinfa.document.tree import Break, Cell, Day, Inline, Num
from yinfa.document.walk import text_of
from yinfa.writers.number_format import number_format

MONTH, DAY = 'yyyy"年"m"月"', 'yyyy"年"m"月"d"日"'


@dataclass(frozen=True, slots=True)
class Value:
    """A value and the format of a number or a date, which is empty for text."""

    value: Decimal | date | str
    number_format: str = ""


def value_of(cell: Cell) -> Value:
    """Return a figure that prints its own value as a number that prints the same, a day as a date; else text.

    A month sorts as its first day, and prints without it. Text is on one line.
    """
    match cell.children:
        case (Num(text=text, value=Decimal() as value),) if found := number_format(text, value):
            return Value(value, found)
        case (Day(date=day), *rest) if all(_goes_on(each, day) for each in rest):
            return Value(date.fromisoformat(day), DAY) if day.count("-") == 2 else Value(_first(day), MONTH)
    return Value(text_of(cell.children))


def _goes_on(inline: Inline, day: str) -> bool:
    return isinstance(inline, Break) or (isinstance(inline, Day) and inline.date == day)


def _first(month: str) -> date:
    return date.fromisoformat(f"{month}-01")


def is_upright(cell: Cell) -> bool:
    """Return whether a cell's words are set down the column, a character a line."""
    lines = text_of(cell.children, "\n").split("\n")
    return len(lines) > 2 and all(len(line) == 1 for line in lines)
