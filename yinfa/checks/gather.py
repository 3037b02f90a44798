"""What is found many times in one way is told once: where the first is, how many there are, and which."""

from collections.abc import Sequence
from dataclasses import dataclass

from yinfa.checks.rule import Finding

ONE_BY_ONE = 5  # beyond these, findings of one kind are told together
NAMED = 3


@dataclass(frozen=True, slots=True)
class Named:
    """A finding, and the name of what it is about."""

    name: str
    finding: Finding


def together(found: Sequence[Named], message: str) -> list[Finding]:
    """Return the findings, or one in their place when they are many: `message` with {number} and {names} filled in."""
    if len(found) <= ONE_BY_ONE:
        return [each.finding for each in found]
    names = "、".join(each.name for each in found[:NAMED])
    first = found[0].finding
    return [Finding(message.format(number=len(found), names=f"{names}等"), first.origin, first.hint)]
