"""The facts of an indicator that a figure in prose may tell, each with its cell and the call that prints it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from yinfa.derive.evaluation import Evaluation, Judgement, judge, rows_of
from yinfa.diagnostics import Origin
from yinfa.model.indicators import Indicator, Part
from yinfa.model.plan import Plan
from yinfa.model.quantity import Target, printed
from yinfa.sources.spans import cells_of

Sort = Literal["target", "revised", "yearly", "due", "actual", "sum", "baseline"]
AIMS: tuple[Sort, ...] = ("target", "revised", "yearly", "due")


@dataclass(frozen=True, slots=True)
class Fact:
    """A number that the data hold of a part of an indicator: what it is called, of which year, and its cell.

    `call` prints it in the paper that is looked at, nothing where no call does; `shown` is what is printed.
    """

    sort: Sort
    called: str
    indicator: Indicator
    part: Part
    low: Decimal
    high: Decimal | None
    year: int
    origin: Origin
    shown: str
    call: str = ""
    operator: str = ""

    @property
    def is_aim(self) -> bool:
        """Return whether it is what was aimed at, and not what was."""
        return self.sort in AIMS

    def __str__(self) -> str:
        """Return it as messages tell it: 目标值 92%（indicators.xlsx!指标!L2）."""
        return f"{self.called} {self.shown}（{self.origin}）"


def facts_of(plan: Plan, indicator: Indicator, part: Part, asked: "Asked") -> Iterator[Fact]:
    """Yield the facts of a part: its target, also as revised, its baseline, and what each year aimed at and did."""
    judgement = asked.judgement(plan, indicator, part)
    if judgement is not None:
        yield from _judged(judgement, asked)
    yield from _target(plan, indicator, part, asked, judgement)
    if isinstance(part.baseline, Decimal):
        year = _start(plan, indicator) - 1
        yield Fact(
            "baseline",
            "基期值",
            indicator,
            part,
            part.baseline,
            None,
            year,
            part.baseline_at,
            _shown(part, part.baseline),
        )
    yield from _rows(plan, indicator, part, asked)


@dataclass(frozen=True, slots=True)
class Asked:
    """The paper in whose prose a figure stands: its period, and its evaluation if it is one."""

    period: str
    evaluation: Evaluation | None

    def judgement(self, plan: Plan, indicator: Indicator, part: Part) -> Judgement | None:
        """Return what this paper says of a part, None where it judges nothing or another period."""
        asked = self.evaluation
        if asked is None or asked.period.id != indicator.period:
            return None
        return judge(plan, indicator, part, asked.period, asked.year, asked.stage)

    def call(self, function: str, indicator: Indicator, part: Part, year: int = 0) -> str:
        """Return the call that prints a fact here: {{ target("国家级品牌", part="省级", period="13-5") }}."""
        words = [f'"{indicator.name}"']
        words += [f'part="{part.name}"'] if part.name else []
        words += [f'period="{indicator.period}"'] if indicator.period != self.period else []
        words += [f"year={year}"] if year else []
        return f"{{{{ {function}({', '.join(words)}) }}}}"


def _target(plan: Plan, indicator: Indicator, part: Part, asked: Asked, judged: Judgement | None) -> Iterator[Fact]:
    """Yield the target of a part and those that it was changed to; only one of them is printed by `target`."""
    bearer = part if part.target else indicator.parts[0]
    end = _end(plan, indicator)
    if bearer.target and bearer.target.low is not None:
        in_force = judged is None or judged.goal.revision is None
        call = asked.call("target", indicator, part if part.target else bearer) if in_force else ""
        yield _aim("target", "目标值", indicator, part, bearer.target, end, bearer.origin, call)
    for name in dict.fromkeys((part.name, indicator.parts[0].name) if indicator.spans else (part.name,)):
        for each in plan.revisions.of(indicator, name):
            own = judged is not None and judged.goal.revision is each
            call = asked.call("target", indicator, part) if own else ""
            if each.target.low is not None:
                yield _aim(
                    "revised", f"{each.day.year}年调整后的目标", indicator, part, each.target, end, each.origin, call
                )


def _judged(judgement: Judgement, asked: Asked) -> Iterator[Fact]:
    """Yield what was due by the end of the year judged, and of what is added the sum so far."""
    indicator, part, aim, total = judgement.indicator, judgement.part, judgement.aim, judgement.case.total
    year = judgement.course.year
    if aim and aim.target.low is not None:
        call = asked.call("pace", indicator, part)
        yield _aim("due", f"{year}年应达到的目标", indicator, part, aim.target, year, aim.origin, call)
    if isinstance(total, Decimal):
        summed = judgement.summed
        origin = summed[0].origin if summed else judgement.actual.origin if judgement.actual else part.origin
        called, sort = (f"到{year}年累计新增", "sum") if summed else (f"{year}年完成值", "actual")
        yield Fact(
            "sum" if sort == "sum" else "actual",
            called,
            indicator,
            part,
            total,
            None,
            year,
            Origin.parse(cells_of(each.origin for each in summed)) or origin if summed else origin,
            _shown(part, total),
            asked.call("actual", indicator, part),
        )


def _rows(plan: Plan, indicator: Indicator, part: Part, asked: Asked) -> Iterator[Fact]:
    """Yield the targets and the results of the years; of what is added their sums as well."""
    rows = sorted({each.year: each for each in rows_of(plan, indicator, part)}.values(), key=lambda each: each.year)
    last = rows[-1].year if rows else 0
    total: Decimal | None = Decimal(0)
    for row in rows:
        if row.target and row.target.low is not None:
            yield _aim("yearly", f"{row.year}年年度目标", indicator, part, row.target, row.year, row.target_at)
        value = row.value if isinstance(row.value, Decimal) else None
        if value is not None and row.part == part.name:
            year = row.year if asked.evaluation or row.year != last else 0
            call = asked.call("actual", indicator, part, year)
            yield Fact(
                "actual",
                f"{row.year}年完成值",
                indicator,
                part,
                value,
                None,
                row.year,
                row.origin,
                _shown(part, value),
                call,
            )
        total = None if total is None or value is None else total + value
        if indicator.is_added and total is not None and total != value:
            called = f"到{row.year}年累计新增"
            yield Fact("sum", called, indicator, part, total, None, row.year, row.origin, _shown(part, total))


def _aim(
    sort: Sort, called: str, indicator: Indicator, part: Part, target: Target, year: int, origin: Origin, call: str = ""
) -> Fact:
    shown, low = target.printed(part.measure), target.low or Decimal(0)
    return Fact(sort, called, indicator, part, low, target.high, year, origin, shown, call, target.operator)


def _shown(part: Part, value: Decimal) -> str:
    return f"{printed(value)}{part.measure}"


def _start(plan: Plan, indicator: Indicator) -> int:
    period = plan.period(str(indicator.period))
    return period.start if period else 0


def _end(plan: Plan, indicator: Indicator) -> int:
    period = plan.period(str(indicator.period))
    return period.end if period else 0
