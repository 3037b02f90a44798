"""Changes that are typed where a call would print the very same: 增长12.3%, 提高1.2个百分点, 增加5家."""

from yinfa.derive.movement import POINTS, difference, growth
from yinfa.prose.changes import Step, steps_of
from yinfa.prose.statements import Statement


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
    part, figures = step.after.part, (step.before.low, step.after.low)
    call, tell = ("change", growth) if measure in ("%", POINTS) else ("difference", difference)
    told = tell(*figures, part.measure)
    if not told.by or not told.amount.endswith(measure):
        return None
    given = f', part="{part.name}"' if part.name else ""
    return f'{{{{ {call}("{step.after.indicator.name}"{given}) }}}}', str(told)
