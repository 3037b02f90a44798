"""What the templates of the splits of duties ask of one plan: tasks, units, marks, terms."""

from collections.abc import Callable, Iterable
from typing import Any

from markupsafe import Markup, escape

from yinfa.compose.heads import day
from yinfa.compose.numerals import han
from yinfa.derive.duties import Chapter, Charge, Share, Units, by_chapter, charged, charges_of, of_unit
from yinfa.derive.matrix import Mark, Matrix, matrices_of
from yinfa.diagnostics import Origin
from yinfa.model.identity import Leaf, Unit
from yinfa.model.indicators import Indicator
from yinfa.model.plan import Plan
from yinfa.model.words import PaperWords
from yinfa.sources.text import Text

MOST_UNITS = 18  # that a table of the matrix shows: what a page across has room for
MARKS: dict[Mark, str] = {"lead": "●", "support": "○", "": ""}
NOTHING = "—"


def split_names(plan: Plan) -> dict[str, Callable[..., Any]]:
    """Return the functions of the splits over one plan, by the names that templates call them."""
    splits = Splits(plan)
    return {
        "duty_chapters": splits.chapters,
        "charged_units": splits.units,
        "matrices": splits.matrices,
        "unit_indicators": splits.indicators,
        "numbered_caption": numbered_caption,
        "task_name": task_name,
        "unit_names": unit_names,
        "duty_of": duty_of,
        "mark": MARKS.__getitem__,
        "printed_due": printed_due,
        "upright": upright,
    }


class Splits:
    """The splits of one plan; each function is told the words whose tasks it is about."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._charges: dict[int, tuple[PaperWords, tuple[Charge, ...]]] = {}

    def chapters(self, words: PaperWords, unit: Unit | None = None) -> tuple[Chapter, ...]:
        """Return the tasks of a text in their chapters, or those that a unit leads or supports."""
        charges = self._of(words)
        return by_chapter(of_unit(charges, unit) if unit else charges)

    def units(self, words: PaperWords) -> Units:
        """Return the units that have anything to do in a text."""
        return charged(self._of(words), self._plan.registry)

    def matrices(self, words: PaperWords) -> tuple[Matrix, ...]:
        """Return the tables of the matrix of a text."""
        return matrices_of(self._of(words), self._plan.registry, MOST_UNITS)

    def indicators(self, leaf: Leaf, words: PaperWords, unit: Unit) -> tuple[Indicator, ...]:
        """Return the indicators of a paper's period that a unit's tasks serve or that it is responsible for."""
        period = self._plan.period_of(leaf)
        served = {name for each in of_unit(self._of(words), unit) for name in each.indicators}
        return tuple(
            each
            for each in self._plan.indicators
            if each.period == period
            and (served & {each.id, each.name} or unit in self._plan.registry.in_order(each.units))
        )

    def _of(self, words: PaperWords) -> tuple[Charge, ...]:
        """Return the charges of a text, which several tables of a paper ask for."""
        if id(words) not in self._charges:  # with the words, lest another text take over their id
            self._charges[id(words)] = words, charges_of(words, self._plan.registry)
        return self._charges[id(words)][1]


def task_name(share: Share) -> Text:
    """Return the name of a task: its run-in heading without the stop."""
    heading = share.charges[0].task.heading
    return Text(heading.rstrip("。"), heading.origin)


def unit_names(units: Iterable[Unit]) -> str:
    """Return the short names of units as a table prints them, — for none."""
    return "、".join(unit.short for unit in units) or NOTHING


def duty_of(charge: Charge, unit: Unit) -> str:
    """Return what a unit has to do with a charge that is its own."""
    return "牵头" if any(unit.id == each.id for each in charge.lead) else "配合"


def printed_due(due: str | None) -> Markup:
    """Return a term as a table prints it: 2013年9月, a day's year on a line of its own; — for none."""
    printed = day(due) if due else NOTHING
    return Markup(printed.replace("年", "年<br/>") if printed.endswith("日") else printed)  # noqa: S704  digits


def numbered_caption(caption: str, number: int, of: int) -> str:
    """Return the caption of one of several tables: …（一）, and as it is for one alone."""
    origin = caption.origin if isinstance(caption, Text) else Origin("")
    return Text(f"{caption}（{han(number)}）", origin) if of > 1 else caption


def upright(name: str) -> Markup:
    """Return a name set down the column, a character a line."""
    return Markup("<br/>").join(escape(character) for character in name)
