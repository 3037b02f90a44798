"""What a drafter asks of a plan's evaluation, and the lines that answer: nothing is issued, nothing is written."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from yinfa.checks import check
from yinfa.checks.codes import Phase
from yinfa.checks.settings import applied
from yinfa.derive.evaluation import Evaluation, Result, evaluate, result_of, usual_stage
from yinfa.derive.explain import explain, overview
from yinfa.derive.yardstick import tables
from yinfa.diagnostics import Diagnostic, Origin, Report, nearest
from yinfa.model.identity import Period, Stage
from yinfa.model.indicators import INDICATORS, Indicator
from yinfa.model.load import load_plan
from yinfa.model.plan import Plan
from yinfa.model.quantity import Absence
from yinfa.paths import shown

Answer = tuple[tuple[str, ...], tuple[Diagnostic, ...]]  # the lines, and what else there is to tell


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: of which indicator (none: of all) and which of its parts (none: of each), of what evaluation."""

    folder: Path
    indicator: str = ""
    year: int | None = None
    period: str = ""
    part: str = ""


def answer(question: Question) -> Answer:
    """Return how the verdict on an indicator comes about, or what all are. Raises Faults where the data have any."""
    report = Report()
    plan = _plan(question.folder, report)
    period = _period(plan, question, report)
    indicator = _indicator(plan, period, question, report) if question.indicator else None
    if indicator and indicator.period != period.id:
        period = plan.period(str(indicator.period)) or period
    year = _year(plan, period, question, report)
    stage = _stage(plan, period, year)
    if indicator is None:
        return tuple(overview(evaluate(plan, period, year, stage))), tuple(report)
    stage = stage or usual_stage(period, year)
    result = _result(result_of(plan, indicator, period, year, stage), question.part, report)
    return tuple(explain(Evaluation(period, year, stage, (result,)))), tuple(report)


def rules_of(folder: Path) -> Answer:
    """Return the rules by which a plan's evaluations judge."""
    report = Report()
    return tuple(tables(_plan(folder, report).identity.evaluation)), tuple(report)


def _plan(folder: Path, report: Report) -> Plan:
    plan = load_plan(folder.resolve(), shown(folder), report)
    if plan is not None:
        check(plan, report)
        applied(plan, report, (Phase.DATA,))
    report.stop(strict=False)
    assert plan is not None  # noqa: S101  where there is none, a fault says why
    return plan


def _period(plan: Plan, question: Question, report: Report) -> Period:
    """Return the period asked for: by default that of the year, else of the latest evaluation, else the plan's own."""
    of_year = (str(each.id) for each in plan.identity.periods if question.year in each.years)
    latest = max(((year, of) for year, of, _ in _judged(plan)), default=(0, str(plan.identity.period)))[1]
    wanted = question.period or next(of_year, latest)
    known = [str(each.id) for each in plan.identity.periods]
    return plan.period(wanted) or _unknown("时期", wanted, known, Origin(f"{plan.shown}/plan.yaml"), report)


def _judged(plan: Plan) -> list[tuple[int, str, Stage | None]]:
    """Return year, period and stage of each evaluation among the papers."""
    leaves = (leaf for leaf in plan.leaves() if leaf.is_evaluation)
    return [(plan.year_of(leaf), plan.period_of(leaf), leaf.stage) for leaf in leaves]


def _indicator(plan: Plan, period: Period, question: Question, report: Report) -> Indicator:
    """Return the indicator asked for: where neither period nor year is asked for, also one that only another has."""
    others = () if question.period or question.year else plan.identity.periods[::-1]
    found = (plan.indicator(question.indicator, str(each.id)) for each in (period, *others))
    known = [str(each.name) for each in plan.indicators if others or each.period == period.id]
    sheet = Origin(f"{plan.shown}/indicators.xlsx", sheet=INDICATORS)
    return next(filter(None, found), None) or _unknown("指标", question.indicator, known, sheet, report)


def _year(plan: Plan, period: Period, question: Question, report: Report) -> int:
    """Return the year asked for: by default that of the period's latest evaluation, else the last with a result."""
    judged = [year for year, of, _ in _judged(plan) if of == period.id]
    told = [each.year for each in plan.actuals if each.period == period.id and _is_told(each.value, each.result)]
    year = question.year or max(judged, default=max(told, default=period.end))
    if year not in period.years:
        message = f"{year}年不在时期“{period.id}”（{period.start}—{period.end}年）内"
        _stop("explain-year", message, Origin(f"{plan.shown}/plan.yaml"), "核对 --year 和 --period", report)
    return year


def _is_told(value: object, result: str) -> bool:
    return bool(result) or value is not Absence.MISSING


def _stage(plan: Plan, period: Period, year: int) -> Stage | None:
    """Return which evaluation the paper of a period and a year is; None where there is none, or it does not say."""
    return next((stage for when, of, stage in _judged(plan) if (when, of) == (year, period.id)), None)


def _result(result: Result, part: str, report: Report) -> Result:
    """Return a result with the part asked for only."""
    chosen = tuple(each for each in result.judgements if part in ("", each.part.name))
    known = [each.part.name for each in result.judgements if each.part.name]
    if not chosen:
        return _unknown("分项", part, known, result.indicator.origin, report)
    return Result(result.indicator, chosen)


def _unknown(what: str, name: str, known: Iterable[str], place: Origin, report: Report) -> NoReturn:
    _stop("explain-unknown", f"没有{what}“{name}”", place, nearest(name, known) or f"这里没有任何{what}", report)


def _stop(code: str, message: str, place: Origin, hint: str, report: Report) -> NoReturn:
    """Tell what cannot be answered. Raises Faults."""
    report.fault(code, message, place, hint)
    report.stop(strict=False)
    raise AssertionError
