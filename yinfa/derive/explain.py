"""Why a verdict is what it is, step by step with the figures and their cells, in plain Chinese lines."""

from collections.abc import Iterator
from decimal import Decimal

from yinfa.derive.due import UNKNOWN, Aim
from yinfa.derive.evaluation import Evaluation, Judgement, Result
from yinfa.derive.pace import baseline_of, destination, exact_pace
from yinfa.derive.rates import (
    ALL_OR_NOTHING,
    COMPARISONS,
    IN_RANGE,
    NEVER_BELOW_ZERO,
    divisor,
    high,
    is_within,
    low,
    meets,
)
from yinfa.derive.tally import tally_of
from yinfa.derive.verdicts import RULES, Rule
from yinfa.derive.yardstick import threshold
from yinfa.diagnostics import Origin
from yinfa.model.actuals import Actual
from yinfa.model.identity import Stage
from yinfa.model.quantity import Absence, Quantity, Target, Verdict, printed, rounded

STAGES: dict[Stage, str] = {"annual": "年度评估", "mid-term": "中期评估", "final": "终期评估"}


def overview(evaluation: Evaluation) -> Iterator[str]:
    """Yield what an evaluation says: a line for each indicator, and what they add up to."""
    yield heading(evaluation)
    for each in evaluation.results:
        yield f"{each.indicator.ordinal}. {each.indicator.name}：{_verdict(each)}"
    tally = tally_of(evaluation.results)
    counts = "，".join(f"{verdict}{tally.of(verdict)}项" for verdict in Verdict if tally.of(verdict))
    yield f"共{tally.total}项：{counts}"
    share = f" = {tally.met} ÷ {tally.applicable} × 100% = {tally.rate_shown}%" if tally.applicable else "：没有适用的"
    yield f"完成率 = 完成项数 ÷（总项数 − 不适用项数）× 100%{share}"


def explain(evaluation: Evaluation) -> Iterator[str]:
    """Yield how the verdict on each indicator of an evaluation comes about, part by part."""
    yield heading(evaluation)
    for result in evaluation.results:
        indicator = result.indicator
        kind = f"{indicator.nature}，口径为{indicator.basis}"
        yield f"指标：{indicator.name}（编号{indicator.id}，{kind}）{_at(indicator.origin)}"
        for each in result.judgements:
            yield from _steps(each)
        if len(result.judgements) > 1:
            yield ""
            yield f"各分项中以最差的为准：{result.verdict}"


def heading(evaluation: Evaluation) -> str:
    """Return of which evaluation the lines below speak."""
    period = evaluation.period
    return f"{period.name}（{period.start}—{period.end}年），{evaluation.year}年，{STAGES[evaluation.stage]}"


def _verdict(result: Result) -> str:
    """Return the verdict on an indicator with its rate, and where its parts differ, those of each."""
    rate = "" if result.rate_shown is None else f"，完成率{result.rate_shown}%"
    if len({each.verdict for each in result.judgements}) == 1:
        return f"{result.verdict}{rate}"
    parts = "，".join(f"{each.part.name}{each.verdict}" for each in result.judgements)
    return f"{result.verdict}{rate}（{parts}）"


def _steps(judgement: Judgement) -> Iterator[str]:
    yield ""
    if judgement.part.name:
        yield f"分项：{judgement.part.name}"
    yield from _goal(judgement)
    yield from _aim(judgement)
    yield from _actual(judgement)
    yield from _comparison(judgement)
    yield "规则（从上到下，第一条符合的为准）："
    yield from _rules(judgement)
    yield f"评价：{judgement.verdict}"


# --- what was to be -----------------------------------------------------------------------


def _goal(judgement: Judgement) -> Iterator[str]:
    part, goal = judgement.part, judgement.goal
    yield f"规划目标：{_target(goal.target, part.measure)}{_at(goal.origin)}"
    old = part if part.target else judgement.indicator.parts[0]
    if goal.revision and old.target:
        day = goal.revision.day
        yield (
            f"  {day.year}年{day.month}月{day.day}日由{goal.revision.document}调整，"
            f"原为{_target(old.target, part.measure)}{_at(old.origin)}"
        )


def _aim(judgement: Judgement) -> Iterator[str]:
    aim, year = judgement.aim, judgement.course.year
    if aim is None:
        yield f"{year}年应达到：算不出来（{UNKNOWN}）"
        return
    yield f"{year}年应达到：{_target(aim.target, judgement.part.measure)}{_at(aim.origin)}"
    yield f"  按{aim.basis}，因为{aim.why}"
    if aim.basis == "序时进度":
        yield from _pace(judgement, aim)
    if aim.basis == "历年目标":
        yield from (f"  {each.year}年：{_printed_aim(each)}" for each in judgement.summed)


def _printed_aim(row: Actual) -> str:
    return f"{row.target.signed() if row.target else ''}{_at(row.target_at)}"


def _pace(judgement: Judgement, aim: Aim) -> Iterator[str]:
    course, target = judgement.course, judgement.goal.target
    start = baseline_of(course.indicator, course.part)
    if isinstance(start, Absence):
        return
    place = "（新增，从零算起）" if course.indicator.is_added else _at(course.part.baseline_at)
    yield f"  基期值：{start:f}{course.part.measure}{place}"
    exact, years = exact_pace(start, target, course.period, course.year), len(course.period.years)
    end = destination(start, target)
    sign, due = "=" if _finite(exact) == exact else "≈", (high if start > end else low)(aim.target)
    taken = f"，取{due:f}" if exact != due else ""
    formula = f"{start:f} +（{end:f} − {_bracketed(start)}）× {len(course.years)} ÷ {years}"
    yield f"  {formula} {sign} {_finite(exact):f}{taken}"


def _finite(value: Decimal) -> Decimal:
    """Return a number with four decimals at most, and no zeros behind."""
    short = rounded(value, 4).normalize()
    return short.quantize(Decimal(1)) if short == short.to_integral_value() else short


# --- what is ------------------------------------------------------------------------------


def _actual(judgement: Judgement) -> Iterator[str]:
    course, measure = judgement.course, judgement.part.measure
    if not course.indicator.is_added or judgement.case.worded:
        yield f"完成值：{_row(judgement.actual, course.year, measure)}"
    else:
        yield "完成值（当年新增）："
        yield from (f"  {_row(course.rows.get(year), year, measure)}" for year in course.years)
        yield f"  历年合计：{_sum(judgement)}"
    if judgement.case.worded:
        evidence = judgement.actual.evidence if judgement.actual else ""
        yield f"证据：{evidence or '没有填写'}"


def _row(row: Actual | None, year: int, measure: str) -> str:
    if row is None:
        return f"{year}年{Absence.MISSING}（没有这一年的行）"
    said = row.result or _quantity(row.value, measure)
    kinds = (("快报数", row.provisional), ("不再统计，按所列数评价", row.discontinued))
    marks = "，".join(word for word, holds in kinds if holds and (row.result or isinstance(row.value, Decimal)))
    return f"{year}年{said}{f'（{marks}）' if marks else ''}{_at(row.origin)}"


def _sum(judgement: Judgement) -> str:
    total = judgement.case.total
    if total is Absence.NOT_APPLICABLE:
        return f"{judgement.course.year}年不适用，不合计"
    if isinstance(total, Absence):
        return "有一年没有数，不能合计"
    values = [each.value for each in judgement.summed if isinstance(each.value, Decimal)]
    sums = f"{' + '.join(f'{each:f}' for each in values)} = " if len(values) > 1 else ""
    return f"{sums}{total:f}{judgement.part.measure}"


# --- how the two compare ------------------------------------------------------------------


def _comparison(judgement: Judgement) -> Iterator[str]:
    value, aim, rate = judgement.case.value, judgement.case.aim, judgement.rate_shown
    if aim is None or rate is None or isinstance(value, Absence):
        return
    comparison = COMPARISONS[aim.operator]
    held = "成立" if meets(value, aim) else "不成立"
    yield f"比较：{comparison.met_when}，即 {_filled(comparison.met_when, value, aim)}，{held}"
    if is_within(value, aim):
        yield f"完成率：{IN_RANGE}"
    elif divisor(value, aim) <= 0:
        yield f"完成率：{rate}%（{ALL_OR_NOTHING}）"
    else:
        note = f"（{NEVER_BELOW_ZERO}）" if not judgement.rate and value else ""
        yield f"完成率：{comparison.formula} = {_filled(comparison.formula, value, aim)} = {rate}%{note}"
    yield f"基本完成的界限：{threshold(judgement.indicator.nature, judgement.case.nearly)}"


def _filled(formula: str, value: Decimal, target: Target) -> str:
    """Return a formula with the figures in the places of their words."""
    figures = {
        "完成值": value,
        "目标值": low(target),
        "最近一端": divisor(value, target),
        "下限": low(target),
        "上限": high(target),
    }
    for word, figure in figures.items():
        formula = formula.replace(word, _bracketed(figure))
    return formula


def _rules(judgement: Judgement) -> Iterator[str]:
    """Yield the rules up to the one that decided; those for words alone in one line where the target is a number."""
    passed = RULES[: RULES.index(judgement.rule)]
    skipped = [number for number, rule in enumerate(passed, 1) if rule.qualitative and not judgement.case.worded]
    for number, rule in enumerate(passed, 1):
        if number not in skipped:
            yield f"  否  {_ruled(number, rule)}"
        elif number == skipped[-1]:
            yield f"  否  {skipped[0]}至{number}. 只用于定性指标"
    yield f"  是  {_ruled(len(passed) + 1, judgement.rule)}"


def _ruled(number: int, rule: Rule) -> str:
    return f"{number}. {rule.when} → {rule.verdict}"


def _target(target: Target, measure: str) -> str:
    return f"{target.operator if target.operator in ('≥', '≤', '=') else ''}{target.printed(measure)}"


def _quantity(value: Quantity, measure: str) -> str:
    return printed(value) if isinstance(value, Absence) else f"{value:f}{measure}"


def _bracketed(value: Decimal) -> str:
    return f"{value:f}" if value >= 0 else f"（{value:f}）"


def _at(origin: Origin) -> str:
    return f"  〔{origin}〕"
