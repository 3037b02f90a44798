"""Opinions (意见): what is not adopted is answered."""

from yinfa.diagnostics import Report
from yinfa.model.opinions import ADOPTED
from yinfa.model.plan import Plan


def opinion_reason(plan: Plan, report: Report) -> None:
    """Report an opinion that is not wholly adopted, without a reason."""
    for opinion in plan.opinions:
        if opinion.decision and opinion.decision != ADOPTED and not opinion.reason:
            message = f"意见“{opinion.id}”{opinion.decision}，没有理由说明"
            report.error("opinion-reason", message, opinion.reason.origin, "写明理由，或改正采纳情况")
