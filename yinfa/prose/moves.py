"""Changes that are typed where a call would print the very same: 增长12.3%, 提高1.2个百分点, 增加5家."""

from decimal import Decimal

from yinfa.derive.pace import UNCOUNTED
from yinfa.model.quantity import visible
from yinfa.prose.changes import Step, sign, steps_of
from yinfa.prose.figures import POINTS
from yinfa.prose.statements import Statement

FEW = 100  # of fewer things than that, `change` tells no growth in %
_WORDS = {"%": ("增长", "下降"), "个百分点": ("提高", "下降")}
_OF_AMOUNTS = ("增加", "减少")


def moved(statement: Statement) -> tuple[Step, str, str] | None:
    """Return the change on the year before that an evaluation types, the call and what that prints; else None."""
    paper, figure = statement.paper, statement.figure
    year = paper.evaluation.year if paper.evaluation else 0
    adjoins = figure.moved and figure.moved_at + len(figure.moved) == figure.start
    if not year or not adjoins or statement.year not in (0, year):
        return None
    for step in steps_of(statement):
        told = _told(step, figure.measure)
        if (
            told
            and (step.before.year, step.after.year) == (year - 1, year)
            and step.after.indicator.period == paper.period
        ):
            return (step, *told)
    return None


def _told(step: Step, measure: str) -> tuple[str, str] | None:
    """Return the call that prints a change in a measure, and what it prints; None where no call does."""
    part, difference = step.after.part, step.difference
    words, function = _WORDS.get(measure, _OF_AMOUNTS), "difference" if measure not in _WORDS else "change"
    if not difference or (measure in POINTS) != (part.measure == "%") or (measure == "%" and not _grows(step)):
        return None
    by = f"{abs(difference):f}"
    plain = by.rstrip("0").rstrip(".") if "." in by else by
    amount = f"{visible(abs(100 * difference / step.before.low))}%" if measure == "%" else f"{plain}{measure}"
    if measure not in (*_WORDS, part.measure):
        return None
    given = f', part="{part.name}"' if part.name else ""
    return f'{{{{ {function}("{step.after.indicator.name}"{given}) }}}}', words[sign(difference) < 0] + amount


def _grows(step: Step) -> bool:
    """Return whether a change is told in %: not of a rate, from zero, or of a few things that are counted."""
    measure, numbers = step.after.part.measure, (step.before.low, step.after.low)
    counted = measure not in UNCOUNTED and not measure.startswith(("万", "亿")) and "/" not in measure
    few = counted and step.before.low < FEW and all(each == each.to_integral_value() for each in numbers)
    return step.before.low > Decimal(0) and not few
