"""Every rule over a plan catches what it says, at its place, and is silent on what is right."""

from pathlib import Path

import pytest

from tests.checks.mutations import MUTATIONS, Mutation, findings
from tests.plans import SHOWN
from yinfa.checks import PLAN_RULES, PROSE_RULES, RULES

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("edition", ["", "action", "evaluation"])
def test_no_rule_finds_anything_in_a_plan_that_is_right(tmp_path: Path, edition: str) -> None:
    assert list(findings(tmp_path, Mutation(edition, "", "", ()))) == []


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda each: f"{each.code}-{each.place}")
def test_what_is_made_wrong_is_told_at_its_place_and_nothing_else_is(tmp_path: Path, mutation: Mutation) -> None:
    found = [(each.code, str(each.origin).removeprefix(f"{SHOWN}/")) for each in findings(tmp_path, mutation)]
    assert found == [(mutation.code, mutation.place)]


@pytest.mark.parametrize("code", [rule.code for rule in RULES])
def test_each_rule_has_two_mutations(code: str) -> None:
    """At the least, and not the same one twice."""
    assert len({mutation.changes for mutation in MUTATIONS if mutation.code == code}) >= 2


def test_the_table_of_rules_is_in_order() -> None:
    """By code, each once, so that everybody finds a rule; what it catches is said in Chinese and no sentence."""
    for codes in ([rule.code for rule in PLAN_RULES], [rule.code for rule in PROSE_RULES]):
        assert codes == sorted(set(codes))
    assert [rule.code for rule in RULES if not rule.catches or rule.catches.endswith("。")] == []
