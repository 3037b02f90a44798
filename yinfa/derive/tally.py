"""What an evaluation adds up to: how many of how many, by group and nature, best and worst, the change in a year."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal, localcontext

from yinfa.derive.evaluation import Evaluation, Judgement, Result, rows_of
from yinfa.derive.movement import share_of
from yinfa.derive.rates import EXACT, HUNDRED, distance, shown
from yinfa.diagnostics import Origin
from yinfa.model.indicators import NATURES
from yinfa.model.plan import Plan
from yinfa.model.quantity import Absence, Verdict


@dataclass(frozen=True, slots=True)
class Tally:
    """How many indicators have each verdict. `name` is that of their group or nature, empty for all."""

    name: str
    results: tuple[Result, ...]

    @property
    def total(self) -> int:
        """Return how many there are."""
        return len(self.results)

    @property
    def applying(self) -> tuple[Result, ...]:
        """Return those that apply: what the rate is of."""
        return tuple(each for each in self.results if each.verdict is not Verdict.NOT_APPLICABLE)

    @property
    def applicable(self) -> int:
        """Return how many there are to be met: the denominator, without what does not apply.

        What has no data stays in it, so that leaving a cell blank never raises the rate.
        """
        return len(self.applying)

    @property
    def met(self) -> int:
        """Return how many are met."""
        return sum(each.verdict.is_met for each in self.results)

    @property
    def missed(self) -> int:
        """Return how many are known to fall short, those that nearly do not among them."""
        return sum(each.verdict.is_missed for each in self.results)

    @property
    def rate(self) -> Decimal | None:
        """Return how many are met of those that apply, in %, not rounded; None where none applies."""
        return HUNDRED * self.met / self.applicable if self.applicable else None

    @property
    def rate_shown(self) -> Decimal | None:
        """Return the rate as papers print it: 100 only where all are met; None where none applies."""
        return None if self.rate is None else shown(self.rate)

    def of(self, verdict: Verdict) -> int:
        """Return how many have a verdict."""
        return len(self.having(verdict))

    def having(self, *verdicts: Verdict) -> tuple[Result, ...]:
        """Return those that have one of some verdicts."""
        return tuple(each for each in self.results if each.verdict in verdicts)


def tally_of(results: Iterable[Result], name: str = "") -> Tally:
    """Return the tally of some results."""
    return Tally(name, tuple(results))


def by_group(evaluation: Evaluation) -> tuple[Tally, ...]:
    """Return a tally for each 分类, in the order in which they first come."""
    return _by(evaluation, lambda each: each.indicator.group)


def by_nature(evaluation: Evaluation) -> tuple[Tally, ...]:
    """Return a tally for 约束性 and one for 预期性, as far as there are any, in this order."""
    return tuple(sorted(_by(evaluation, lambda each: each.indicator.nature), key=lambda each: NATURES.index(each.name)))


def _by(evaluation: Evaluation, key: Callable[[Result], str]) -> tuple[Tally, ...]:
    names = dict.fromkeys(map(key, evaluation.results))
    return tuple(tally_of((each for each in evaluation.results if key(each) == name), name) for name in names)


def best(evaluation: Evaluation) -> tuple[Result, ...]:
    """Return the results with the highest rate, in the order of 序号; none where no result has one."""
    return _extreme(evaluation, max)


def worst(evaluation: Evaluation) -> tuple[Result, ...]:
    """Return the results with the lowest rate, in the order of 序号; none where no result has one."""
    return _extreme(evaluation, min)


def _extreme(evaluation: Evaluation, pick: Callable[[list[Decimal]], Decimal]) -> tuple[Result, ...]:
    rates = [each.rate for each in evaluation.results if each.rate is not None]
    if not rates:
        return ()
    wanted = pick(rates)
    return tuple(each for each in evaluation.results if each.rate == wanted)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as entered for the end of a year, and its cell."""

    year: int
    value: Decimal
    origin: Origin


@dataclass(frozen=True, slots=True)
class Change:
    """How a part's figure changed on the year before: both figures as entered; of 新增 what either year added."""

    judgement: Judgement
    before: Figure
    after: Figure

    @property
    def difference(self) -> Decimal:
        """Return by how much it changed, exactly."""
        with localcontext(EXACT):
            return self.after.value - self.before.value

    @property
    def growth(self) -> Decimal | None:
        """Return the difference in % of the year before; None where growth is not told so."""
        return share_of(self.before.value, self.after.value, self.judgement.part.measure)

    @property
    def better(self) -> bool | None:
        """Return whether it changed to the better; None where it did not change, or neither is better.

        Towards a number or a range is better: the nearer. What one year added has no distance to a target of all years.
        """
        target = self.judgement.goal.target
        if target.operator in ("≥", "≤"):
            return (self.difference > 0) == (target.operator == "≥") if self.difference else None
        if self.judgement.indicator.is_added:
            return None
        before, after = (distance(each.value, target) for each in (self.before, self.after))
        return after < before if after != before else None


def changes(plan: Plan, evaluation: Evaluation) -> tuple[Change, ...]:
    """Return the changes on the year before of all parts that have a number in both years, in the order of 序号."""
    found = (change_of(plan, each, evaluation.year) for each in evaluation.judgements)
    return tuple(each for each in found if each is not None)


def change_of(plan: Plan, judgement: Judgement, year: int) -> Change | None:
    """Return the change of a part from the year before to `year`; None unless both have a number."""
    before, after = (_figure(plan, judgement, each) for each in (year - 1, year))
    return Change(judgement, before, after) if before and after else None


def _figure(plan: Plan, judgement: Judgement, year: int) -> Figure | None:
    """Return the number of a year; where it stood before the period is what the baseline says, but of 新增."""
    course = judgement.course
    if year == course.period.start - 1 and not course.indicator.is_added:
        value, origin = course.part.baseline, course.part.baseline_at
    else:
        rows = {each.year: each for each in rows_of(plan, course.indicator, course.part)}
        value, origin = (rows[year].value, rows[year].origin) if year in rows else (Absence.MISSING, Origin(""))
    return None if isinstance(value, Absence) else Figure(year, value, origin)
