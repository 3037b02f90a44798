"""What must hold of results, of targets that were changed, and of the evaluations that judge by them."""

from collections import defaultdict

from yinfa.diagnostics import Origin, Report
from yinfa.model.actuals import Actual, Revision
from yinfa.model.identity import Leaf, Period
from yinfa.model.link_units import span
from yinfa.model.plan import Plan


def link_results(plan: Plan, report: Report) -> None:
    """Report results and changes of targets outside their period, and evaluations that have nothing to judge."""
    for actual in plan.actuals:
        _actual(plan, actual, report)
    _revisions(plan, report)
    for leaf in plan.leaves():
        link_evaluation(plan, leaf, report)


def link_evaluation(plan: Plan, leaf: Leaf, report: Report) -> None:
    """Report what is wrong with the year and the stage of one paper or part, if it is an evaluation."""
    if leaf.is_evaluation:
        _evaluation(plan, leaf, report)
    elif leaf.stage:
        hint = "删去 stage，或把 kind 改为 evaluation"
        report.fault("stage", f"文种“{leaf.kind}”不是评估报告，没有 stage", _stage_at(leaf), hint)


def _actual(plan: Plan, actual: Actual, report: Report) -> None:
    period = plan.period(actual.period)
    if period and period.years and actual.year not in period.years:
        message = f"年度 {actual.year} 不在时期“{period.id}”（{span(period.years)} 年）内"
        report.fault("actual-year", message, actual.year_at, _belonging(plan, actual, period))
    if actual.provisional and actual.discontinued:
        hint = "保留其一：快报数以后会更正，不再统计的以后没有数"
        report.warning("provisional-discontinued", "同时标了快报和不再统计", actual.origin, hint)


def _belonging(plan: Plan, actual: Actual, period: Period) -> str:
    """Return where a result of a year outside its period belongs."""
    indicator = plan.indicator(actual.id, actual.period)
    part = indicator and indicator.part(actual.part)
    if part and actual.year == period.start - 1:
        return f"上一年的是基期值：填到 {part.baseline_at}（“指标”表的“基期值”一栏），删去这一行"
    return "核对年度和时期"


def _revisions(plan: Plan, report: Report) -> None:
    """Report what is wrong with the changes of each target, in the order of their days."""
    changes: dict[tuple[str, str, str], list[Revision]] = defaultdict(list)
    for each in plan.revisions:
        changes[str(each.period), str(each.id), str(each.part)].append(each)
    for (period, id_, name), revisions in changes.items():
        indicator = plan.indicator(id_, period)
        part = indicator and indicator.part(name)
        before = (part and part.target) or (indicator and indicator.target)
        earlier: Revision | None = None
        for each in sorted(revisions, key=lambda one: one.day):
            _revision(plan, each, report)
            if earlier and earlier.day == each.day:
                message = f"同一目标在 {each.day} 调整了两次，另一处在 {earlier.origin}"
                report.fault("revision-twice", message, each.day_at, "删去一处，或改正日期")
            elif each.target == before:
                message = f"调整后的目标 {each.target.signed()} 与调整前相同"
                report.warning("revision-same", message, each.origin, "改正目标，或删去这一行")
            before, earlier = each.target, each


def _revision(plan: Plan, revision: Revision, report: Report) -> None:
    period = plan.period(revision.period)
    if period and period.years and revision.day.year not in period.years:
        message = f"调整日期 {revision.day} 不在时期“{period.id}”（{span(period.years)} 年）内"
        report.fault("revision-day", message, revision.day_at, "核对日期和时期")


def _evaluation(plan: Plan, leaf: Leaf, report: Report) -> None:
    """Report an evaluation of no year of its period, of a stage that does not fit the year, or of no indicator."""
    period, year = plan.period(plan.period_of(leaf)), plan.year_said(leaf)
    if period is None or not period.years:
        return  # which is told already
    if year is None:
        report.fault(
            "evaluation-year", "评估报告没有写评估哪一年", leaf.kind.origin, f"写上 year，如 year: {period.end}"
        )
    elif year not in period.years:
        message = f"评估的年份 {year} 不在时期“{period.id}”（{span(period.years)} 年）内"
        report.fault("evaluation-year", message, leaf.kind.origin, "核对这一文件的 year 和 period")
    else:
        _stage(leaf, year, period, report)
    if not plan.listed(period.id):
        message = f"时期“{period.id}”没有列入主表的指标，没有可评估的"
        hint = "核对这一文件的 period；在“指标”表中填写这一时期的指标，“主表”选“是”"
        report.fault("evaluation-empty", message, leaf.kind.origin, hint)


def _stage(leaf: Leaf, year: int, period: Period, report: Report) -> None:
    """Report a final evaluation before the period's last year, and one of its middle in that year."""
    if leaf.stage == "final" and year < period.end:
        message = f"终期评估（final）评估到规划期末 {period.end} 年，year 却是 {year}"
        report.fault("stage", message, _stage_at(leaf), "改正 year，或把 stage 改为 annual、mid-term")
    elif leaf.stage == "mid-term" and year == period.end:
        message = f"{year} 年是规划期末，不是中期（mid-term）"
        report.fault("stage", message, _stage_at(leaf), "删去 stage，或改正 year")


def _stage_at(leaf: Leaf) -> Origin:
    return getattr(leaf.stage, "origin", leaf.kind.origin)
