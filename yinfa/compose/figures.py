"""Figures as the vocabulary has them (`<data>`): what is printed, with its value and its cell."""

from decimal import Decimal

from markupsafe import Markup

from yinfa.diagnostics import Origin
from yinfa.model.quantity import Absence, Quantity, Target, printed


def figure(text: str, value: Decimal | None, origin: Origin | str) -> Markup:
    """Return a figure as the vocabulary's `<data>`: printed text, value and cell."""
    return Markup('<data value="{}" at="{}">{}</data>').format("" if value is None else value, str(origin), text)


def number(things: int, measure: str) -> Markup:
    """Return how many things there are, with their measure."""
    return figure(f"{things}{measure}", Decimal(things), "")


def target_figure(target: Target, origin: Origin, measure: str = "") -> Markup:
    """Return a target as a table prints it, ≥92, with its measure where one is given: ≥92%."""
    sign = target.signed().removesuffix(target.printed())
    return figure(f"{sign}{target.printed(measure)}", target.low, origin)


def quantity_figure(value: Quantity, origin: Origin | str, measure: str = "") -> Markup:
    """Return a quantity as a table prints it; a word for its absence has no measure."""
    if isinstance(value, Absence):
        return figure(printed(value), None, origin)
    return figure(f"{printed(value)}{measure}", value, origin)


NOTHING = quantity_figure(Absence.DASH, "")
