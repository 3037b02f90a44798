"""How troubles are told: those of one cause together, and what was meant beside the other way to mend them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from yinfa.diagnostics import Diagnostic

ONE_CAUSE = ("unit-unknown", "unit-year", "period", "indicator-unknown")  # a name that is wrong wherever it stands
PLACES = 3  # that are named beside the first


def gathered(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield what was found; what is said of a name in many places once, at the first, with where the others are."""
    causes: dict[Diagnostic, list[Diagnostic]] = {}
    for each in found:
        cause = replace(each, origin=None) if each.code in ONE_CAUSE else each
        causes.setdefault(cause, []).append(each)
    for first, *others in causes.values():
        yield replace(first, message=first.message + _elsewhere(others)) if others else first


def _elsewhere(others: list[Diagnostic]) -> str:
    """Return how many other places there are, and the first of them."""
    places = "、".join(str(each.origin) for each in others[:PLACES])
    return f"，另有 {len(others)} 处：{places}{'等' if len(others) > PLACES else ''}"


def either(asked: str, otherwise: str) -> str:
    """Return a hint of two halves, of which the first may be empty: what was meant, and what else may be done."""
    if not asked:
        return otherwise
    return f"{asked}{' ' if asked.endswith('？') else '；'}或{otherwise}"
