"""Ordinals of the tables: 1, 2, 3 without a gap."""

from collections.abc import Iterator

from yinfa.checks.rule import Finding
from yinfa.diagnostics import Origin
from yinfa.model.plan import Plan


def id_gap(plan: Plan) -> Iterator[Finding]:
    """Find a gap in the 序号 of the indicators of a period or of the projects."""
    for period in plan.identity.periods:
        yield from _gaps([(each.ordinal, each.origin) for each in plan.listed(str(period.id))])
    yield from _gaps([(each.ordinal, each.origin) for each in plan.projects])


def _gaps(numbered: list[tuple[int, Origin]]) -> Iterator[Finding]:
    if not all(ordinal for ordinal, _ in numbered):
        return  # one could not be read, which is told already
    for wanted, (ordinal, origin) in enumerate(sorted(numbered, key=lambda each: each[0]), 1):
        if ordinal != wanted:
            yield Finding(f"序号 {ordinal} 之前缺 {wanted}", origin, "序号应从 1 起连续")
            return
