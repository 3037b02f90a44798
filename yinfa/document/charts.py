"""Charts: figures of the data to be looked at, with no knowledge of how a format draws them."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from yinfa.document.inlines import Inlines, Num

ChartForm = Literal["bars", "stacked", "lines"]
Look = Literal["solid", "hatched", "light", "blank", "line", "dashed"]
# The looks of what a form is made of.
LOOKS: dict[ChartForm, tuple[Look, ...]] = {
    "bars": ("solid", "hatched", "light", "blank"),
    "stacked": ("solid", "hatched", "light", "blank"),
    "lines": ("line", "dashed"),
}


@dataclass(frozen=True, slots=True)
class Series:
    """A row of figures, one for each label of its chart: None where there is none, which is a gap and no zero.

    `look` tells it from the others in black and white: a fill of bars, or the stroke of a line.
    """

    name: str
    look: Look
    values: tuple[Num | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars beside each other or stacked, one row for each of the `labels`, or lines over them (the years).

    `measure` is that of the figures; `limit` a line across all bars (the 100 of a rate), None for none. `top` is where
    the axis of bars ends: a longer one is cut there and marked as cut, its figure printed as it is; None where the
    longest has room. `alt` says in words what is to be seen. The number pass fills in `ordinal` (`图1`): charts and
    pictures are counted together.
    """

    id: str
    caption: Inlines
    form: ChartForm
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    alt: str
    measure: str = ""
    limit: Num | None = None
    top: Decimal | None = None
    ordinal: str = ""
    origin: str = ""
