"""How a figure moved in a year, in words: which word it is follows from the sign alone, and is chosen nowhere else."""

from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from yinfa.compose.figures import figure
from yinfa.derive.pace import UNCOUNTED
from yinfa.derive.tally import IN_POINTS, Change
from yinfa.diagnostics import cells_of
from yinfa.model.quantity import visible

LEVEL = "持平"
POINTS = "个百分点"
GROWTH = ("增长", "下降")  # of an amount, in %
AMOUNT = ("增加", "减少")  # of an amount, in its measure
RISE = ("提高", "下降")  # of a rate, in 百分点
FEW = 100  # of fewer things than that, one more is no growth to speak of: of 4 it would be 25.0%
MANY = ("万", "亿")  # how measures begin of which one is many things: 万人


@dataclass(frozen=True, slots=True)
class Movement:
    """The word for a movement, and behind it how much it was; of 持平 the word is all, and it is the figure."""

    word: str
    amount: Markup

    @property
    def markup(self) -> Markup:
        """Return both as prose prints them: 增长9.1%, 提高1.2个百分点, 持平."""
        return Markup("{}{}").format(self.word, self.amount)


def growth(change: Change) -> Movement:
    """Return a change as bulletins tell it: amounts in %, few or from zero in their measure, rates in 百分点."""
    if change.growth is None or is_of_few(change):
        return difference(change)
    return _movement(change, GROWTH, change.growth, f"{visible(abs(change.growth))}%")


def is_of_few(change: Change) -> bool:
    """Return whether things are counted one by one, all of them whole, and there were fewer than 100 of them."""
    measure, figures = change.judgement.part.measure, (change.before.value, change.after.value)
    counted = measure not in UNCOUNTED and not measure.startswith(MANY) and "/" not in measure
    return counted and change.before.value < FEW and all(each == each.to_integral_value() for each in figures)


def difference(change: Change) -> Movement:
    """Return a change in the measure itself: 增加5家, of rates 提高1.2个百分点."""
    measure = change.judgement.part.measure
    words, unit = (RISE, POINTS) if measure in IN_POINTS else (AMOUNT, measure)
    return _movement(change, words, change.difference, f"{plain(abs(change.difference))}{unit}")


def _movement(change: Change, words: tuple[str, str], by: Decimal, printed: str) -> Movement:
    place = cells_of((change.before.origin, change.after.origin))
    if not by:
        return Movement("", figure(LEVEL, by, place))
    return Movement(words[by < 0], figure(printed, abs(by), place))


def plain(value: Decimal) -> str:
    """Return a number without zeros at the end of its decimals."""
    return f"{value:f}".rstrip("0").rstrip(".") if "." in f"{value:f}" else f"{value:f}"
