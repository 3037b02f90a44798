"""What a check is: a code, how much it matters, what it catches, and the function that finds it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from yinfa.diagnostics import Origin, Severity
from yinfa.sources.text import Text

Checked = TypeVar("Checked")  # what a rule looks at: a Plan, the tree of a paper, its pages


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule found: what, where, and how to mend it, in Chinese.

    `spot` tells more exactly than `origin` where, if it is known.
    """

    message: str
    origin: Origin | None
    hint: str = ""
    spot: "Spot | None" = None


@dataclass(frozen=True, slots=True)
class Spot:
    """A character of a text: what a finding is about, where the text goes over many lines."""

    text: Text
    start: int


def found_at(text: Text, start: int, message: str, hint: str) -> Finding:
    """Return a finding about the character `start` of a text."""
    return Finding(message, text.origin, hint, Spot(text, start))


@dataclass(frozen=True, slots=True)
class Rule(Generic[Checked]):
    """A line of the table of checks.

    `code` names it in messages, in plan.yaml and in docs/checks/<code>.md; `severity` is ERROR or WARNING unless
    plan.yaml says otherwise; `catches` says in a line of Chinese what it catches; `find` yields what it finds and never
    raises.
    """

    code: str
    severity: Severity
    catches: str
    find: Callable[[Checked], Iterable[Finding]]
