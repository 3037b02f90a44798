"""The rows of the tables of results, the marks ①② that stand on their figures, and what their notes tell of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from yinfa.derive.evaluation import Evaluation, Judgement, Result
from yinfa.model.quantity import Absence, Verdict


@dataclass(frozen=True, slots=True)
class Row:
    """A result in a table: `name` is what notes call it, `rows` how many rows of parts it is printed over."""

    judgement: Judgement
    name: str
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark and its note: the `sign` (①), which of `MARKS` it is (`kind`), and the rows that bear it."""

    sign: str
    kind: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """What a table of results prints of an evaluation, made once for all that its template asks.

    `by_part` holds the rows by the id of the indicator and the name of the part that they begin with.
    """

    evaluation: Evaluation
    rows: tuple[Row, ...]
    by_part: Mapping[tuple[str, str], Row]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """What is marked in a column, and when."""

    column: str
    holds: Callable[[Judgement], bool]


def _is_revised(judgement: Judgement) -> bool:
    return judgement.goal.revision is not None


def _is_reckoned(judgement: Judgement) -> bool:
    return judgement.aim is not None and judgement.aim.basis == "序时进度"


def _is_added_up(judgement: Judgement) -> bool:
    return judgement.aim is not None and judgement.aim.basis == "历年目标"


def _is_ahead(judgement: Judgement) -> bool:
    """Return whether the target of the whole period is told in the place of the year's own, which was easier."""
    return judgement.verdict is Verdict.EARLY and bool(judgement.actual and judgement.actual.target)


def _is_provisional(judgement: Judgement) -> bool:
    return judgement.actual is not None and judgement.actual.provisional


def _is_discontinued(judgement: Judgement) -> bool:
    return judgement.actual is not None and judgement.actual.discontinued


def _is_proven(judgement: Judgement) -> bool:
    return judgement.case.worded and judgement.case.evidence and judgement.verdict is not Verdict.NO_DATA


# In the order in which they are met on a line; the sentences stand in templates/_shared/result_notes.j2.
MARKS: dict[str, Kind] = {
    "revised": Kind("goal", _is_revised),
    "reckoned": Kind("aim", _is_reckoned),
    "added-up": Kind("aim", _is_added_up),
    "ahead": Kind("aim", _is_ahead),
    "provisional": Kind("result", _is_provisional),
    "discontinued": Kind("result", _is_discontinued),
    "proven": Kind("result", _is_proven),
}


def rows_of(result: Result) -> tuple[Row, ...]:
    """Return a row for each part of an indicator, or one for all that have one target and one result in common."""
    indicator, judgements = result.indicator, result.judgements
    if indicator.spans and len({each.actual and each.actual.origin for each in judgements}) == 1:
        return (Row(judgements[0], str(indicator.name), len(judgements)),)
    return tuple(Row(each, indicator.named(each.part)) for each in judgements)


def all_rows(evaluation: Evaluation) -> tuple[Row, ...]:
    """Return the rows of an evaluation, in the order of 序号."""
    return tuple(row for result in evaluation.results for row in rows_of(result))


def printed_of(evaluation: Evaluation) -> Printed:
    """Return what a table of an evaluation prints."""
    rows = all_rows(evaluation)
    return Printed(evaluation, rows, _by_part(rows), marks_of(rows, closing=evaluation.closing))


def _by_part(rows: Iterable[Row]) -> dict[tuple[str, str], Row]:
    return {(str(each.judgement.indicator.id), each.judgement.part.name): each for each in rows}


def marks_of(rows: Iterable[Row], *, closing: bool) -> tuple[Mark, ...]:
    """Return the marks that occur, numbered as they are met line by line; at the period's `closing` no aim is told."""
    met: dict[str, list[Row]] = {}
    for row in rows:
        for kind in kinds_of(row):
            if not (closing and MARKS[kind].column == "aim"):
                met.setdefault(kind, []).append(row)
    return tuple(Mark(sign_of(number), kind, tuple(found)) for number, (kind, found) in enumerate(met.items(), 1))


def kinds_of(row: Row) -> Iterator[str]:
    """Yield which of `MARKS` a row bears."""
    return (name for name, kind in MARKS.items() if kind.holds(row.judgement))


def sign_of(number: int) -> str:
    """Return the sign of a mark: ① for 1."""
    return chr(ord("①") + number - 1)


def why_no_data(judgement: Judgement) -> str:
    """Return why nothing can be said (无数据), nothing where something is said.

    `unproven`: words without a result or without evidence; `undecided`: words that are no verdict when the period is
    over; `unreported`: no figure; `broken`: a year before has none, so that there is no sum; `unaimed`: nothing says
    what is due.
    """
    if judgement.verdict is not Verdict.NO_DATA:
        return ""
    if judgement.case.worded:
        return "undecided" if judgement.case.result and judgement.case.evidence else "unproven"
    if isinstance(judgement.case.value, Absence):
        return "broken" if isinstance(judgement.course.own, Decimal) else "unreported"
    return "unaimed"
