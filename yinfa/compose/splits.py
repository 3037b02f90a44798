"""What the templates of the splits of duties ask for one paper: tasks, units, marks, terms, indicators."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from math import ceil
from typing import Any, TypeVar

from markupsafe import Markup, escape

from yinfa.compose.figures import placed
from yinfa.compose.heads import day
from yinfa.compose.numerals import han
from yinfa.derive.duties import Chapter, Charge, Share, Units, by_chapter, charged, charges_of, of_unit
from yinfa.derive.groups import Group
from yinfa.derive.matrix import Mark, Matrix, matrices_of
from yinfa.model.identity import Leaf, Unit
from yinfa.model.indicators import Indicator
from yinfa.model.plan import Plan
from yinfa.model.words import ChartBlock, TableBlock
from yinfa.sources.text import Text

ROOM = 162  # mm, about: what a page across has for the units of a matrix, beside number and task
LINES = 8  # of a name in the head of a matrix, at most
MARKS: dict[Mark, str] = {"lead": "●", "support": "○", "": ""}
NOTHING = "—"
Captioned = TypeVar("Captioned", TableBlock, ChartBlock)


class Splits:
    """The splits of the tasks of one paper, as its templates ask for them."""

    def __init__(self, plan: Plan, leaf: Leaf) -> None:
        self._plan = plan
        self._leaf = leaf
        self._year = plan.year_of(leaf)

    def names(self) -> dict[str, Callable[..., Any]]:
        """Return the functions by the names that templates call them."""
        return {
            "duty_chapters": self.chapters,
            "charged_units": self.units,
            "matrices": self.matrices,
            "unit_indicators": self.indicators,
            "responsible": self.responsible,
            "numbered": numbered,
            "task_name": task_name,
            "unit_names": unit_names,
            "duty_of": duty_of,
            "mark": MARKS.__getitem__,
            "printed_due": printed_due,
            "stacked": stacked,
            "column_of": column_of,
        }

    @cached_property
    def _charges(self) -> tuple[Charge, ...]:
        return charges_of(self._plan.words_of(self._leaf), self._plan.registry, self._year)

    def chapters(self, unit: Unit | None = None) -> tuple[Chapter, ...]:
        """Return the tasks in their chapters, or those that a unit leads or supports."""
        return by_chapter(of_unit(self._charges, unit) if unit else self._charges)

    def units(self) -> Units:
        """Return the units that have anything to do."""
        return charged(self._charges, self._plan.registry)

    def matrices(self, *, paged: bool) -> tuple[Matrix, ...]:
        """Return the tables of the matrix: as wide as a page, or the only one."""
        return matrices_of(self._charges, self._plan.registry, column_of, ROOM if paged else None)

    def indicators(self, unit: Unit) -> tuple[Group, ...]:
        """Return the indicators of the paper's period that a unit is responsible for or that serve what it leads.

        What it only supports is reported by who leads it. They keep their 序号, and stand 分类 by 分类 in the order in
        which these first come.
        """
        own = tuple(self._own(unit))
        groups = dict.fromkeys(each.group for each in own)
        return tuple(Group(name, tuple(each for each in own if each.group == name)) for name in groups)

    def _own(self, unit: Unit) -> Iterator[Indicator]:
        led = [each for each in self._charges if _is_among(unit, each.lead)]
        served = {name for each in led for name in each.indicators}
        period = self._plan.period_of(self._leaf)
        for each in self._plan.indicators:
            if each.period == period and (served & {each.id, each.name} or _is_among(unit, self.responsible(each))):
                yield each

    def responsible(self, indicator: Indicator) -> Units:
        """Return the units that are responsible for an indicator."""
        return self._plan.registry.in_order(indicator.units, self._year)


def _is_among(unit: Unit, units: Units) -> bool:
    return any(unit.id == each.id for each in units)


def task_name(share: Share) -> Text:
    """Return the name of a task: its run-in heading without the stop."""
    heading = share.charges[0].task.heading
    return Text(heading.rstrip("。"), heading.origin)


def unit_names(units: Iterable[Unit]) -> Markup:
    """Return the short names of units as a table prints them, — for none."""
    return placed([unit.short for unit in units]) or escape(NOTHING)


def duty_of(charge: Charge, unit: Unit) -> str:
    """Return what a unit has to do with a charge that is its own."""
    return "牵头" if _is_among(unit, charge.lead) else "配合"


def printed_due(due: Text | None) -> Markup:
    """Return a term as a table prints it: 2013年9月, a day's year on a line of its own; — for none."""
    if not due:
        return escape(NOTHING)
    printed = day(due)
    lines = printed.replace("年", "年\n").split("\n") if printed.endswith("日") else [printed]
    marked = Markup('<time datetime="{}" at="{}">{}</time>')
    return Markup("<br/>").join(marked.format(due, str(due.origin), line) for line in lines)


def numbered(block: Captioned, number: int, of: int) -> Captioned:
    """Return one of several that are asked for as one: …（一）, the id the first one's; one alone as it is."""
    if of == 1:
        return block
    caption = block.caption and Text(f"{block.caption}（{han(number)}）", block.caption.origin)
    return block.model_copy(update={"caption": caption, "id": block.id if number == 1 else None})


def stacked(name: str) -> Markup:
    """Return a name set down the column, a character a line, two or more where there would be too many lines."""
    step = _characters_a_line(name)
    return Markup("<br/>").join(escape(name[start : start + step]) for start in range(0, len(name), step))


def column_of(unit: Unit) -> int:
    """Return how wide the column of a unit is whose name is set down it, in mm."""
    return 5 + 4 * _characters_a_line(unit.short)


def _characters_a_line(name: str) -> int:
    return max(1, ceil(len(name) / LINES))
