"""Indicators of one group stand together."""

from collections import Counter
from collections.abc import Iterator

from yinfa.checks.rule import Finding
from yinfa.derive.groups import groups_of
from yinfa.model.plan import Plan


def group_split(plan: Plan) -> Iterator[Finding]:
    """Find a group (分类) that the table would print in two places, since other ordinals stand between."""
    for period in plan.identity.periods:
        groups = groups_of(plan.listed(str(period.id)))
        counts = Counter(group.name for group in groups)
        seen = set()
        for group in groups:
            if counts[group.name] > 1 and group.name in seen:
                message = f"分类“{group.name}”在表中分成了两处"
                hint = "调整序号，使同一分类的指标连在一起；或改正分类"
                yield Finding(message, group.indicators[0].origin, hint)
            seen.add(group.name)
