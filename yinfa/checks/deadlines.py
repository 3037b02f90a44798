"""Deadlines of tasks: what `due` says, what its own words say, and what another text says of the same task."""

import re
from collections.abc import Iterator

from yinfa.checks.rule import Finding
from yinfa.model.plan import Plan
from yinfa.model.tasks import Point, TaskBlock
from yinfa.model.walk import each_of
from yinfa.sources.text import Text

YEARS_END = 12
BY = re.compile(
    r"(?:(?P<year>20[0-9]{2})年)?(?<![0-9])(?P<month>1[0-2]|[1-9])月(?:[0-9]{1,2}日|底|末|上旬|中旬|下旬|份)?[以之]?前"
    r"|(?:(?P<other>20[0-9]{2})?年底|年末)[以之]?前"
)


def deadline(plan: Plan) -> Iterator[Finding]:
    """Find a deadline other than the one in the words of its task, or in another text of the year."""
    for year in sorted({plan.year_of(leaf) for leaf in plan.leaves()}):
        known: dict[tuple[str, int], Text] = {}
        for words in plan.texts_of(year).values():
            for point in (point for task in each_of(TaskBlock, words) for point in task.points()):
                due = (point.part and point.part.due) or point.task.due
                if due is not None:
                    yield from _against_words(point, due)
                    yield from _against_others(point, due, known.setdefault((str(point.task.task), point.number), due))


def _against_others(point: Point, due: Text, other: Text) -> Iterator[Finding]:
    if not (due.startswith(other) or other.startswith(due)):  # a month holds its days
        message = f"{point.label}的时限是 {due}，另一处（{other.origin}）是 {other}"
        yield Finding(message, due.origin, "改为同一个时限")


def _against_words(point: Point, due: Text) -> Iterator[Finding]:
    """Yield that the goal names another month, or that the text names a later one: it may name earlier steps.

    So it is with the year, where they name one.
    """
    month = int(due[5:7])
    goal, text = (point.part.goal, point.part.text) if point.part else (point.task.goal, point.task.text)
    for words, is_wrong in ((goal, month not in _months(goal)), (text, max(_months(text), default=0) > month)):
        months = _months(words)
        if months and is_wrong:
            message = f"{point.label}的时限（due）是 {due}，文字里写的是 {max(months)} 月前"
            yield Finding(message, due.origin, f"改为同一个时限，文字在 {words.origin if words else due.origin}")
            return
        later = [year for year in _years(words) if year > int(due[:4])]
        if words and later:
            message = f"{point.label}的时限（due）是 {due}，文字里写的是 {later[0]} 年"
            yield Finding(message, due.origin, f"改为同一个时限，文字在 {words.origin}")
            return


def _years(words: Text | None) -> list[int]:
    """Return the years by the end of which, or by a month of which, words say that something is to be done."""
    found = (each["year"] or each["other"] for each in BY.finditer(words or ""))
    return [int(year) for year in found if year]


def _months(words: Text | None) -> set[int]:
    """Return the months by the end of which words say that something is to be done."""
    return {int(found["month"] or YEARS_END) for found in BY.finditer(words or "")}
