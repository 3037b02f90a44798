"""Ordinals of the tables: 1, 2, 3 without a gap."""

from yinfa.diagnostics import Origin, Report
from yinfa.model.plan import Plan


def id_gap(plan: Plan, report: Report) -> None:
    """Warn of a gap in the 序号 of the indicators of a period or of the projects."""
    for period in plan.identity.periods:
        _gaps([(each.ordinal, each.origin) for each in plan.listed(str(period.id))], report)
    _gaps([(each.ordinal, each.origin) for each in plan.projects], report)


def _gaps(numbered: list[tuple[int, Origin]], report: Report) -> None:
    if not all(ordinal for ordinal, _ in numbered):
        return  # one could not be read, which is told already
    for wanted, (ordinal, origin) in enumerate(sorted(numbered, key=lambda each: each[0]), 1):
        if ordinal != wanted:
            report.warning("id-gap", f"序号 {ordinal} 之前缺 {wanted}", origin, "序号应从 1 起连续")
            return
