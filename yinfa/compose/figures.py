"""Figures as the vocabulary has them (`<data>`): what is printed, with its value and its cell."""

from decimal import Decimal

from markupsafe import Markup, escape

from yinfa.compose.counts import Count
from yinfa.diagnostics import Origin
from yinfa.model.quantity import Absence, Quantity, Target, printed
from yinfa.sources.text import Text


def figure(text: str, value: Decimal | None, origin: Origin | str) -> Markup:
    """Return a figure as the vocabulary's `<data>`: printed text, value and cell."""
    return Markup('<data value="{}" at="{}">{}</data>').format("" if value is None else value, str(origin), text)


def number(things: Count, measure: str) -> Markup:
    """Return how many things there are, with their measure."""
    return figure(f"{things}{measure}", Decimal(things), things.place)


def placed(value: object, place: Origin | str = "") -> Markup:
    """Return words out of the data, marked with where they stand; names of a list each by itself.

    Words that do not know it stand at `place`, if that is given.
    """
    if isinstance(value, tuple | list):
        return Markup("、").join(placed(each) for each in value)
    at = str(value.origin if isinstance(value, Text) and not place else place)
    return Markup('<span at="{}">{}</span>').format(at, value) if at and value else escape(value)


def target_figure(target: Target, origin: Origin | str, measure: str = "") -> Markup:
    """Return a target as a table prints it, ≥92, with its measure where one is given: ≥92%."""
    sign = target.signed().removesuffix(target.printed())
    return figure(f"{sign}{target.printed(measure)}", target.low, origin)


def quantity_figure(value: Quantity, origin: Origin | str, measure: str = "") -> Markup:
    """Return a quantity as a table prints it; a word for its absence has no measure."""
    if isinstance(value, Absence):
        return figure(printed(value), None, origin)
    return figure(f"{printed(value)}{measure}", value, origin)


NOTHING = quantity_figure(Absence.DASH, "")
