"""All that a plan says, fact by fact: what was entered, and what follows from it.

A fact is known by what it is about (the indicator of a period, a project, a unit) and what it says of it (the target,
the result of a year), never by where it stands: rows may be moved, inserted and sorted, and it is the same fact.
"""

from collections.abc import Mapping

from yinfa.derive.facts.derived import derived_facts
from yinfa.derive.facts.fact import Fact, Facts, Key, Thing
from yinfa.derive.facts.identity import identity_facts
from yinfa.derive.facts.indicators import indicator_facts
from yinfa.derive.facts.passages import passage_facts
from yinfa.derive.facts.tasks import task_facts
from yinfa.derive.facts.work import work_facts
from yinfa.model.plan import Plan

__all__ = ["Fact", "Facts", "Key", "Thing", "facts_of"]


def facts_of(plan: Plan) -> Mapping[Key, Fact]:
    """Return every fact of a plan that a paper may print, in the order of its files; what is derived comes last."""
    facts = Facts(plan.shown)
    for tell in (identity_facts, indicator_facts, work_facts, task_facts, passage_facts, derived_facts):
        tell(plan, facts)
    return facts.told
