"""Opinions (意见): they come in while the public is consulted, and what is not adopted is answered."""

from collections.abc import Iterator

from yinfa.checks.blanks import says_nothing
from yinfa.checks.rule import Finding
from yinfa.model.opinions import ADOPTED
from yinfa.model.plan import Plan


def opinion_reason(plan: Plan) -> Iterator[Finding]:
    """Find an opinion that is not wholly adopted, without a reason."""
    for opinion in plan.opinions:
        if opinion.decision and opinion.decision != ADOPTED and says_nothing(opinion.reason):
            message = f"意见“{opinion.id}”{opinion.decision}，没有理由说明"
            yield Finding(message, opinion.reason.origin, "写明理由，或改正采纳情况")


def opinion_date(plan: Plan) -> Iterator[Finding]:
    """Find an opinion that came in before the public was consulted, or too late."""
    asked = plan.identity.consultation
    for opinion in plan.opinions if asked else ():
        day = opinion.received and opinion.received.isoformat()
        if asked and day and not asked.start <= day <= asked.deadline:
            bound = ("早于征求意见开始", asked.start) if day < asked.start else ("晚于征求意见截止", asked.deadline)
            message = f"收到日期 {day} {bound[0]}之日 {bound[1]}，期限写在 {asked.start.origin}"
            yield Finding(message, opinion.received_at, "核对收到日期，或 plan.yaml 的 consultation")
