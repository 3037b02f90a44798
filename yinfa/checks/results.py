"""What the verdicts of the evaluations that are issued rest on: causes, remedies, evidence, sources, what is due."""

import re
from collections.abc import Iterator
from decimal import Decimal

from yinfa.checks.blanks import says_nothing
from yinfa.checks.gather import Named, together
from yinfa.checks.rule import Finding
from yinfa.derive.evaluation import Evaluation, Judgement, evaluate, evaluation_of
from yinfa.diagnostics import Origin
from yinfa.model.actuals import ACTUALS, Actual
from yinfa.model.identity import Leaf
from yinfa.model.plan import Plan
from yinfa.model.quantity import Absence, Verdict
from yinfa.model.walk import each_of
from yinfa.model.words import TableBlock

JUDGED = ("verdicts", "missed")  # tables of verdicts
CLOSING = (Verdict.DONE, Verdict.NEARLY, Verdict.MISSED)  # what may be said of words when the period is over
NOTHING = (Absence.MISSING, Absence.DASH)
PROVISIONAL = re.compile("快报|初步(?:统计|核算)?数|预计数|(?:未|尚未)(?:经)?(?:审定|核定)")  # in a note


def missed_target(plan: Plan) -> Iterator[Finding]:
    """Find what is missed without a cause or a remedy."""
    for _, judgement in _judgements(plan):
        actual = judgement.actual
        if actual and judgement.verdict.is_missed:
            told = {"原因": actual.cause, "改进措施": actual.remedy}
            blank = [name for name, words in told.items() if says_nothing(words)]
            if blank:
                columns = "、".join(f"“{name}”" for name in blank)
                message = f"{_called(judgement)}{actual.year} 年{judgement.verdict}，没有填写{'和'.join(blank)}"
                yield Finding(message, actual.origin, f"在这一行填写{columns}")


def qualitative(plan: Plan) -> Iterator[Finding]:
    """Find what is said of a qualitative target without any evidence, or is no verdict when the period is over."""
    for evaluation, judgement in _judgements(plan):
        actual = judgement.actual
        if actual and actual.result and not actual.evidence:
            message = f"{_called(judgement)}填报“{actual.result}”，没有证据，只能评价为“{Verdict.NO_DATA}”"
            yield Finding(message, actual.origin, "在这一行的“证据”写明依据：文件、考核结果等")
        if actual and actual.result == Verdict.ON_PACE and evaluation.closing:
            said = f"{_called(judgement)}{actual.year} 年填报“{actual.result}”，规划期末年不能这样评价"
            hint = f"改填{'、'.join(CLOSING)}之一"
            yield Finding(f"{said}，只能评价为“{Verdict.NO_DATA}”", actual.origin, hint)


def pace_unknown(plan: Plan) -> Iterator[Finding]:
    """Find a result of which nobody can say whether it is enough: nothing says what was due by then."""
    for evaluation, judgement in _judgements(plan):
        actual, part = judgement.actual, judgement.part
        if actual and _lacks_aim(judgement):
            message = f"{_called(judgement)}没有 {evaluation.year} 年的年度目标，也没有基期值，算不出当年应达到的目标"
            hint = f"填写年度目标（{actual.target_at}），或基期值（{part.baseline_at}）"
            yield Finding(message, actual.origin, hint)


def added_gap(plan: Plan) -> Iterator[Finding]:
    """Find a year without a number in what is added year by year, so that there is no sum to judge."""
    for _, judgement in _judgements(plan):
        actual, years = judgement.actual, _gaps(judgement)
        if actual and years:
            named = "、".join(str(year) for year in years)
            message = (
                f"{_called(judgement)}口径为新增，缺 {named} 年的完成值，算不出累计新增，只能评价为“{Verdict.NO_DATA}”"
            )
            hint = f"在“完成值”表补上 {named} 年的行；当年没有新增的填 0"
            yield Finding(message, actual.origin, hint)


def no_data(plan: Plan) -> Iterator[Finding]:
    """Find indicators without a result in the year that is judged; of one that was not read all is told."""
    for _, evaluation in printed(plan):
        blank = [each for each in evaluation.judgements if _says_nothing(each.actual)]
        found = dict.fromkeys(_no_data(evaluation, each) for each in blank)
        said = f"{evaluation.year} 年有 {{number}} 个数没有填报（{{names}}），都评价为“{Verdict.NO_DATA}”"
        yield from together([] if _is_bare(evaluation) else list(found), said)


def _says_nothing(actual: Actual | None) -> bool:
    return actual is None or (actual.value in NOTHING and not actual.result and not actual.unread)


def _no_data(evaluation: Evaluation, judgement: Judgement) -> Named:
    actual, result = judgement.actual, f"{evaluation.year} 年的完成值"
    dashed = actual is not None and actual.value is Absence.DASH
    said = f"{result}填“—”（来源没有数）" if dashed else f"没有填报 {result}"
    message = f"{_called(judgement)}{said}，评价为“{judgement.verdict}”"
    hint = f"在“完成值”表填写 {result}；不适用的填“不适用”"
    return Named(_called(judgement), Finding(message, actual.origin if actual else judgement.indicator.origin, hint))


def no_rows(plan: Plan) -> Iterator[Finding]:
    """Find a year that is judged without a row for any indicator: once, and not for each of them."""
    for leaf, evaluation in printed(plan):
        if _is_bare(evaluation):
            message = (
                f"“{ACTUALS}”表没有“{evaluation.period.id}”{evaluation.year} 年的行，"
                f"{len(evaluation.results)} 项指标都评价为“{Verdict.NO_DATA}”"
            )
            hint = f"在“{ACTUALS}”表填写这一年的完成值；核对工作表的名称、时期和年度，或 {leaf.kind.origin} 的 year"
            yield Finding(message, Origin(f"{plan.shown}/indicators.xlsx", sheet=ACTUALS), hint)


def _is_bare(evaluation: Evaluation) -> bool:
    """Return whether no indicator has a row of the year that is judged."""
    return bool(evaluation.results) and all(each.actual is None for each in evaluation.judgements)


def provisional(plan: Plan) -> Iterator[Finding]:
    """Find a final evaluation that rests on provisional figures (快报数), and one that only a note calls so."""
    for evaluation, judgement in _judgements(plan):
        for actual in _rests_on(judgement):
            if actual.provisional and evaluation.stage == "final":
                message = f"终期评估用了{_called(judgement)}{actual.year} 年的快报数"
                yield Finding(message, actual.origin, "换成正式数，并清空“快报”")
            if not actual.provisional and PROVISIONAL.search(actual.note):
                said = f"{_called(judgement)}{actual.year} 年的备注说是“{actual.note}”"
                message = f"{said}，“快报”没有填“是”，会印作正式数"
                yield Finding(message, actual.origin, "在“快报”填“是”；已是正式数的，改正备注")


def source(plan: Plan) -> Iterator[Finding]:
    """Find a result without its source that a verdict rests on."""
    for _, judgement in _judgements(plan):
        for actual in _rests_on(judgement):
            if says_nothing(actual.source):
                message = f"{_called(judgement)}{actual.year} 年的完成值没有来源"
                yield Finding(message, actual.origin, "在这一行的“来源”写明年报、公报或填报单位")


def coverage(plan: Plan) -> Iterator[Finding]:
    """Find an evaluation that leaves out the table of all verdicts, prints it twice, or leaves out what is missed."""
    for leaf, evaluation in _evaluations(plan):
        own = (None, evaluation.period.id)
        tables = [str(each.table) for each in each_of(TableBlock, plan.words_of(leaf)) if each.period in own]
        if "verdicts" not in tables:
            message = f"{leaf.text} 没有指标完成情况和评价表，指标没有全部印出"
            yield Finding(message, leaf.text.origin, "在这份文件里加上 table: verdicts")
        if tables.count("verdicts") > 1:
            message = f"{leaf.text} 有 {tables.count('verdicts')} 张指标完成情况和评价表，每个指标印了不止一次"
            yield Finding(message, leaf.text.origin, "只留一处 table: verdicts")
        missed = sum(each.verdict.is_missed for each in evaluation.results)
        if missed and "missed" not in tables:
            message = f"{missed} 项指标没有完成，{leaf.text} 没有未完成指标表"
            yield Finding(message, leaf.text.origin, "在这份文件里加上 table: missed")


def _evaluations(plan: Plan) -> Iterator[tuple[Leaf, Evaluation]]:
    """Yield the evaluations that are issued; one of a year outside its period is told already."""
    for leaf in plan.evaluations():
        evaluation = evaluation_of(plan, leaf)
        if evaluation and evaluation.year in evaluation.period.years:
            yield leaf, evaluation


def printed(plan: Plan) -> Iterator[tuple[Leaf, Evaluation]]:
    """Yield every evaluation that is printed, a paper's own and those beside it, with the paper."""
    for leaf, own in _evaluations(plan):
        yield from ((leaf, evaluation) for evaluation in (own, *_beside(plan, leaf, own)))


def _judgements(plan: Plan) -> Iterator[tuple[Evaluation, Judgement]]:
    """Yield every judgement that is printed, with its evaluation."""
    for _, evaluation in printed(plan):
        yield from ((evaluation, judgement) for judgement in evaluation.judgements)


def _beside(plan: Plan, leaf: Leaf, own: Evaluation) -> Iterator[Evaluation]:
    """Yield the evaluations of other periods of which a paper has a table: one that has ended, by its end."""
    for table in each_of(TableBlock, plan.words_of(leaf)):
        period = plan.period(table.period) if table.period and table.table in JUDGED else None
        if period and period.id != own.period.id and period.start <= own.year:
            yield evaluate(plan, period, min(own.year, period.end))


def _called(judgement: Judgement) -> str:
    """Return what messages call the part judged: where one row holds for all parts, the part of that row."""
    actual, indicator = judgement.actual, judgement.indicator
    told = indicator.part(actual.part) if actual and indicator.spans else None
    return f"“{indicator.named(told or judgement.part)}”"


def _rests_on(judgement: Judgement) -> Iterator[Actual]:
    """Yield the rows with a figure or a word that a verdict rests on."""
    rows = judgement.summed or ((judgement.actual,) if judgement.actual else ())
    yield from (each for each in rows if isinstance(each.value, Decimal) or each.result)


def _lacks_aim(judgement: Judgement) -> bool:
    """Return whether there is a number, and nothing that says what was due."""
    known = isinstance(judgement.case.total, Decimal)
    return known and judgement.aim is None and judgement.verdict is Verdict.NO_DATA


def _gaps(judgement: Judgement) -> tuple[int, ...]:
    """Return the years without a number that keep a sum from being made, none where the verdict does without it."""
    course = judgement.course
    if not course.indicator.is_added or isinstance(course.own, Absence) or judgement.verdict is not Verdict.NO_DATA:
        return ()
    rows = course.rows
    return tuple(year for year in course.years if year not in rows or _is_blank(rows[year]))


def _is_blank(actual: Actual) -> bool:
    """Return whether a row has no number, but for one that was not read, which is told already."""
    return actual.value in NOTHING and not actual.unread
