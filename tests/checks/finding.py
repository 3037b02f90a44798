"""What the checks find in the plan with evaluations: shared by their tests."""

from pathlib import Path

from tests.plans import SHOWN, Change, good_plan
from yinfa.checks import check
from yinfa.diagnostics import Report


def findings(folder: Path, *changes: Change) -> Report:
    """Return what the rules find in the plan with evaluations, with `changes`, of which nothing else is said."""
    report = Report()
    check(good_plan(folder, *changes, evaluation=True), report)
    return report


def found(folder: Path, *changes: Change) -> list[str]:
    """Return the place, code and message of each finding, the place within the plan's folder."""
    return [str(each).split("\n")[0].removeprefix(f"{SHOWN}/") for each in findings(folder, *changes)]


def hint(folder: Path, *changes: Change) -> str:
    """Return how the one thing that is found may be mended."""
    (only,) = findings(folder, *changes)
    return only.hint
