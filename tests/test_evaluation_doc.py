"""The document on evaluation tells the rules that the code judges by: as many, in their order, in files there are."""

import re

from yinfa.derive.due import DUES
from yinfa.derive.evaluation import GRAVITY
from yinfa.derive.rates import COMPARISONS
from yinfa.model.identity import Yardstick
from yinfa.model.quantity import Verdict
from yinfa.paths import ROOT

DOCUMENT = (ROOT / "docs" / "evaluation.md").read_text(encoding="utf-8")


def rows_under(heading: str) -> list[list[str]]:
    """Return the cells of the table under a heading, without its head."""
    section = DOCUMENT.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    lines = [each for each in section.splitlines() if each.startswith("|")]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", each)[1:-1]] for each in lines[2:]]


def test_the_files_that_it_names_are_there() -> None:
    assert [each for each in re.findall(r"`(yinfa/[\w/]+\.py)`", DOCUMENT) if not (ROOT / each).is_file()] == []


def test_what_is_due_is_told_line_by_line() -> None:
    """A word in brackets is what the code calls it, of all that is not simply the target."""
    told = rows_under("What was due")
    assert [row[0] for row in told] == [str(number) for number in range(1, len(DUES) + 1)]
    named = [re.search("历年目标|年度目标|序时进度", row[2]) for row in told]
    assert [found[0] if found else "规划目标" for found in named] == [due.basis for due in DUES]


def test_every_way_to_compare_has_its_line() -> None:
    assert [row[0].split()[0] for row in rows_under("Rates of completion")] == list(COMPARISONS)


def test_the_gravest_verdict_is_told_first() -> None:
    order = [str(each) for each in GRAVITY if each is not Verdict.NOT_APPLICABLE]
    assert ", ".join(order) in " ".join(DOCUMENT.split())


def test_the_thresholds_are_those_that_hold_where_nothing_is_said() -> None:
    nearly, early = Yardstick().nearly, Yardstick().early
    assert f"nearly: {{binding: {nearly.binding}, expected: {nearly.expected}}}" in DOCUMENT
    assert f"early: [{', '.join(early)}]" in DOCUMENT
