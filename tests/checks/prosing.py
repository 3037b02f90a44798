"""What the rules of prose find in a sentence that stands in a paper of the plan with evaluations."""

from collections.abc import Callable, Iterable
from pathlib import Path

from tests.plans import Change, good_plan
from tests.prose.stating import YEAR, sentence
from yinfa.checks import PROSE_RULES
from yinfa.checks.rule import Finding
from yinfa.prose.reading import Reading, reading_of

PROSE: dict[str, Callable[[Reading], Iterable[Finding]]] = {rule.code: rule.find for rule in PROSE_RULES}


def found(folder: Path, *changes: Change) -> list[tuple[str, Finding]]:
    """Return the findings of the rules of prose in the plan with `changes`, with their codes."""
    reading = reading_of(good_plan(folder, *changes, evaluation=True))
    return [(code, each) for code, rule in PROSE.items() for each in rule(reading)]


def codes(folder: Path, words: str, paper: str = YEAR, *changes: Change) -> list[str]:
    """Return the codes of what is found in a sentence, each of which stands at its place."""
    told = found(folder, sentence(words, paper), *changes)
    assert {(each.origin.file, each.origin.line > 0) for _, each in told if each.origin} <= {
        (f"data/xian/{paper}", True)
    }
    return [code for code, _ in told]
