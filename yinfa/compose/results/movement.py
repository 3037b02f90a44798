"""How a figure moved in a year, as markup: the word, and behind it the figure with the cells it comes from."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from yinfa.compose.figures import figure, placed
from yinfa.derive import movement
from yinfa.derive.tally import Change
from yinfa.sources.spans import cells_of


@dataclass(frozen=True, slots=True)
class Movement:
    """The word for a movement, and behind it how much it was; of 持平 the word is all, and it is the figure.

    `place` are the cells of the two years.
    """

    word: str
    amount: Markup
    place: str

    @property
    def markup(self) -> Markup:
        """Return both as prose prints them: 增长9.1%, 提高1.2个百分点, 持平."""
        return placed(self.word, self.place) + self.amount


def growth(change: Change) -> Movement:
    """Return a change as bulletins tell it: amounts in %, few or from zero in their measure, rates in 百分点."""
    return _marked(change, movement.growth)


def difference(change: Change) -> Movement:
    """Return a change in the measure itself: 增加5家, of rates 提高1.2个百分点."""
    return _marked(change, movement.difference)


def _marked(change: Change, tell: Callable[[Decimal, Decimal, str], movement.Movement]) -> Movement:
    told = tell(change.before.value, change.after.value, change.judgement.part.measure)
    place = cells_of((change.before.origin, change.after.origin))
    if not told.by:
        return Movement("", figure(told.word, told.by, place), place)
    return Movement(told.word, figure(told.amount, abs(told.by), place), place)
