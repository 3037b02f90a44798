"""How a figure moved, in words: which word it is follows from the sign alone, and is chosen nowhere else."""

from dataclasses import dataclass
from decimal import Decimal, localcontext

from yinfa.derive.pace import UNCOUNTED
from yinfa.derive.rates import EXACT, HUNDRED
from yinfa.model.quantity import visible

LEVEL = "持平"
POINTS = "个百分点"
IN_POINTS = ("%",)  # measures whose differences are 百分点
GROWTH = ("增长", "下降")  # of an amount, in %
AMOUNT = ("增加", "减少")  # of an amount, in its measure
RISE = ("提高", "下降")  # of a rate, in 百分点
FEW = 100  # of fewer things than that, one more is no growth to speak of: of 4 it would be 25.0%
MANY = ("万", "亿")  # how measures begin of which one is many things: 万人


@dataclass(frozen=True, slots=True)
class Movement:
    """A movement as it is told: the word, behind it how much, and that as a signed number; 持平 is a word alone."""

    word: str
    amount: str
    by: Decimal

    def __str__(self) -> str:
        """Return it as prose has it: 增长9.1%, 提高1.2个百分点, 增加5家, 持平."""
        return f"{self.word}{self.amount}"


def share_of(before: Decimal, after: Decimal, measure: str) -> Decimal | None:
    """Return the difference in % of the earlier figure, not rounded; None of a rate, told in 百分点, and from zero.

    By the usage of statistical bulletins growth is not told from a base of zero or below.
    """
    if measure in IN_POINTS or before <= 0:
        return None
    return HUNDRED * _difference(before, after) / before


def growth(before: Decimal, after: Decimal, measure: str) -> Movement:
    """Return a change as bulletins tell it: amounts in %, few or from zero in their measure, rates in 百分点."""
    share = share_of(before, after, measure)
    if share is None or is_of_few(before, after, measure):
        return difference(before, after, measure)
    return _movement(GROWTH, share, f"{visible(abs(share))}%")


def difference(before: Decimal, after: Decimal, measure: str) -> Movement:
    """Return a change in the measure itself: 增加5家, of rates 提高1.2个百分点."""
    words, unit = (RISE, POINTS) if measure in IN_POINTS else (AMOUNT, measure)
    by = _difference(before, after)
    return _movement(words, by, f"{plain(abs(by))}{unit}")


def is_of_few(before: Decimal, after: Decimal, measure: str) -> bool:
    """Return whether things are counted one by one, all of them whole, and there were fewer than 100 of them."""
    counted = measure not in UNCOUNTED and not measure.startswith(MANY) and "/" not in measure
    return counted and before < FEW and all(each == each.to_integral_value() for each in (before, after))


def plain(value: Decimal) -> str:
    """Return a number without zeros at the end of its decimals."""
    return f"{value:f}".rstrip("0").rstrip(".") if "." in f"{value:f}" else f"{value:f}"


def _movement(words: tuple[str, str], by: Decimal, amount: str) -> Movement:
    return Movement(words[by < 0], amount, by) if by else Movement(LEVEL, "", by)


def _difference(before: Decimal, after: Decimal) -> Decimal:
    with localcontext(EXACT):
        return after - before
