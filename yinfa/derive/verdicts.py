"""The verdict on a target: the first rule of the table that holds. Each is a sentence that a statistician can check."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from yinfa.derive.rates import meets, rate
from yinfa.model.quantity import RESULTS, Absence, Quantity, Target, Verdict


@dataclass(frozen=True, slots=True)
class Case:
    """What a verdict is given on.

    `value` is what is compared with `aim`, what is due in the year judged; `total` what is compared with `target`, that
    of the whole period (the same but for 新增). `closing` says that the period is over, `early` that its target may be
    met before. From `nearly` % on a target is nearly met. Of a qualitative target, `result` is what is said of it and
    `evidence` whether on any ground.
    """

    value: Quantity
    total: Quantity
    target: Target
    aim: Target | None
    closing: bool
    early: bool
    nearly: Decimal
    result: str = ""
    evidence: bool = False

    @property
    def worded(self) -> bool:
        """Return whether the target is words (定性)."""
        return self.target.is_worded

    @property
    def rate(self) -> Decimal | None:
        """Return how far it has come to what is due, in %; None where that cannot be said."""
        if self.worded or self.aim is None or isinstance(self.value, Absence):
            return None
        return rate(self.value, self.aim)


@dataclass(frozen=True, slots=True)
class Rule:
    """A line of the table: the verdict, and when it is given, in words and as a function; some are for words alone."""

    verdict: Verdict
    when: str
    decides: Callable[[Case], bool]
    qualitative: bool = False

    def holds(self, case: Case) -> bool:
        """Return whether it is for such a target, and decides it."""
        return (case.worded or not self.qualitative) and self.decides(case)


def _is_said(case: Case) -> bool:
    """Return whether something is said of a qualitative target, on some ground; at the end no pace is left to be on."""
    return bool(case.result) and case.evidence and not (case.closing and case.result == Verdict.ON_PACE)


def _said(verdict: Verdict) -> Rule:
    return Rule(verdict, f"填报的结论为“{verdict}”", lambda case: case.result == verdict, qualitative=True)


def _is_met(value: Quantity, target: Target | None) -> bool:
    return target is not None and isinstance(value, Decimal) and meets(value, target)


RULES: tuple[Rule, ...] = (
    Rule(Verdict.NOT_APPLICABLE, "完成值填“不适用”", lambda case: case.value is Absence.NOT_APPLICABLE),
    Rule(
        Verdict.NO_DATA,
        "没有填报结论或没有证据（定性指标凭证据，不按数字评价）；规划期末年填“达到序时进度”，不是结论",
        lambda case: not _is_said(case),
        qualitative=True,
    ),
    *(_said(verdict) for verdict in Verdict if verdict in RESULTS),
    Rule(
        Verdict.NO_DATA,
        "没有可比的完成值：没有填报，或填“—”；按历年新增之和评价的，缺其中一年",
        lambda case: isinstance(case.value, Absence),
    ),
    Rule(Verdict.NO_DATA, "评估年应达到多少算不出来：没有年度目标和基期值", lambda case: case.aim is None),
    Rule(
        Verdict.DONE,
        "评估年为规划期末年，完成值达到规划目标",
        lambda case: case.closing and _is_met(case.value, case.aim),
    ),
    Rule(
        Verdict.EARLY,
        "评估年早于规划期末年，指标可以提前完成，结果已达到规划目标",
        lambda case: not case.closing and case.early and _is_met(case.total, case.target),
    ),
    Rule(
        Verdict.ON_PACE,
        "评估年早于规划期末年，完成值达到评估年应达到的目标",
        lambda case: not case.closing and _is_met(case.value, case.aim),
    ),
    Rule(
        Verdict.NEARLY,
        "没有达到目标，完成率不低于基本完成的界限",
        lambda case: case.rate is not None and case.rate >= case.nearly,
    ),
    Rule(Verdict.MISSED, "没有达到目标，完成率低于基本完成的界限", lambda _: True),
)


def why_unrated(verdict: Verdict) -> str:
    """Return why what has this verdict and no rate has none: the verdict says it, or else its target is words."""
    return str(verdict) if verdict in (Verdict.NO_DATA, Verdict.NOT_APPLICABLE) else "定性"


def rule_for(case: Case) -> Rule:
    """Return the rule that decides a case: the first that holds, and the last always does."""
    return next(rule for rule in RULES if rule.holds(case))
