"""Indicators of a period 2021-2025 with their results, in one line each, and what is said of them.

judged("≥10", {2025: 9})                                    one of 期末, 预期性, by the end of the last year told
judged("≥10", {2021: 2, 2022: 3}, basis="新增", targets={2022: 4})
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from yinfa.derive.evaluation import Evaluation, Judgement, evaluate, judge
from yinfa.diagnostics import Origin
from yinfa.model.actuals import Actual, Revision
from yinfa.model.identity import Identity, Nearly, Period, Registry, Stage, Yardstick
from yinfa.model.indicators import Indicator, Part
from yinfa.model.ledger import Ledger
from yinfa.model.plan import Plan
from yinfa.model.quantity import Absence, Quantity, Target, range_of
from yinfa.sources.text import Text

NOWHERE = Origin("")
Value = int | str | Decimal | Absence
MISSING, DASH, NOT_APPLICABLE = Absence


def said(words: str) -> Text:
    return Text(words, NOWHERE)


PERIOD = Period.model_validate(
    {"id": said("14-5"), "name": said("“十四五”"), "start": said("2021"), "end": said("2025")}
)


def number(value: Value) -> Quantity:
    return value if isinstance(value, Absence) else Decimal(value)


def target_of(written: str) -> Target:
    """Return the target written `≥10`, `≤10`, `=10`, `5～10`, or in words."""
    if written[0] in "≥≤=":
        return Target("≥" if written[0] == "≥" else "≤" if written[0] == "≤" else "=", low=Decimal(written[1:]))
    ends = range_of(written)
    return Target("区间", low=ends[0], high=ends[1]) if ends else Target("定性", words=written)


@dataclass(frozen=True)
class Line:
    """An indicator of one part and what was told of it, by year."""

    target: str
    values: Mapping[int, Value]
    basis: str = "期末"
    nature: str = "预期性"
    measure: str = "个"
    baseline: Value = MISSING
    targets: Mapping[int, str] = field(default_factory=dict)
    revised: Iterable[tuple[str, str]] = ()
    result: str = ""
    evidence: str = ""
    id: str = "i"
    ordinal: int = 1
    group: str = "产品"

    def indicator(self) -> Indicator:
        """Return the indicator."""
        part = Part("", self.measure, target_of(self.target), NOWHERE, number(self.baseline), NOWHERE)
        return Indicator(
            period=PERIOD.id,
            id=said(self.id),
            listed=True,
            group=said(self.group),
            ordinal=self.ordinal,
            name=said(f"指标{self.id}"),
            basis=self.basis,
            nature=self.nature,
            parts=(part,),
            units=(),
            source=said(""),
            note=said(""),
            origin=NOWHERE,
            ordinal_at=NOWHERE,
        )

    def actuals(self) -> tuple[Actual, ...]:
        """Return its rows."""
        return tuple(self._actual(year, value) for year, value in self.values.items())

    def _actual(self, year: int, value: Value) -> Actual:
        return Actual(
            period=PERIOD.id,
            id=said(self.id),
            part=said(""),
            year=year,
            year_at=NOWHERE,
            value=number(value),
            result=self.result,
            unread=False,
            target=target_of(self.targets[year]) if year in self.targets else None,
            target_at=NOWHERE,
            provisional=False,
            discontinued=False,
            evidence=said(self.evidence),
            cause=said(""),
            remedy=said(""),
            source=said(""),
            note=said(""),
            origin=NOWHERE,
        )

    def revisions(self) -> tuple[Revision, ...]:
        """Return the changes of its target."""
        return tuple(
            Revision(
                period=PERIOD.id,
                id=said(self.id),
                part=said(""),
                target=target_of(new),
                day=date.fromisoformat(day),
                day_at=NOWHERE,
                document=said("某号"),
                note=said(""),
                origin=NOWHERE,
            )
            for day, new in self.revised
        )


def plan_of(*lines: Line, nearly: Nearly | None = None) -> Plan:
    """Return a plan of some indicators, and nothing else."""
    yardstick = Yardstick(nearly=nearly or Nearly())
    identity = Identity.model_construct(periods=(PERIOD,), period=PERIOD.id, documents=(), evaluation=yardstick)
    return Plan(
        folder=Path(),
        shown="",
        identity=identity,
        registry=Registry(units=()),
        indicators=tuple(each.indicator() for each in lines),
        actuals=Ledger(actual for each in lines for actual in each.actuals()),
        revisions=Ledger(revision for each in lines for revision in each.revisions()),
        projects=(),
        opinions=(),
        task_progress=(),
        project_progress=(),
        words={},
        pictures={},
        inputs=(),
    )


def evaluated(*lines: Line, year: int = 2025) -> Evaluation:
    """Return the evaluation of some indicators."""
    return evaluate(plan_of(*lines), PERIOD, year)


def told(line: Line, year: int | None = None, stage: Stage = "annual") -> Judgement:
    """Return the judgement on an indicator by the end of a year, by default the last that is told of."""
    plan = plan_of(line)
    indicator = plan.indicators[0]
    found = judge(plan, indicator, indicator.parts[0], PERIOD, year or max(line.values), stage)
    assert found is not None
    return found


def numbered(*lines: Line) -> tuple[Line, ...]:
    """Return some indicators with ids and ordinals of their own."""
    return tuple(replace(each, id=f"i{number}", ordinal=number) for number, each in enumerate(lines, 1))
