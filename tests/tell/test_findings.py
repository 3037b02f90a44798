"""In which order findings are told."""

import pytest

from yinfa.diagnostics import Diagnostic, Origin, Severity
from yinfa.tell.findings import gather, level, shortened, tally


def told(*places: Origin | None) -> list[str]:
    """Return the places of findings at `places`, in the order in which they are told."""
    found = gather(Diagnostic(f"c{n}", Severity.ERROR, "错", place) for n, place in enumerate(places)).found
    return [each.place for each in found]


def test_files_come_in_the_order_of_the_plan_and_workbooks_after_them() -> None:
    files = ("p/projects.xlsx", "p/text/plan.yaml", "p/other.j2", "p/units.yaml", "p/text/action.yaml", "p/plan.yaml")
    assert told(*map(Origin, files)) == [
        *("p/plan.yaml", "p/units.yaml", "p/text/action.yaml", "p/text/plan.yaml", "p/projects.xlsx", "p/other.j2")
    ]


def test_plans_come_in_the_order_in_which_they_were_named() -> None:
    assert told(Origin("b/text/x.yaml"), Origin("a/plan.yaml"), Origin("b/plan.yaml")) == [
        *("b/plan.yaml", "b/text/x.yaml", "a/plan.yaml")
    ]


def test_within_a_file_they_come_from_top_to_bottom() -> None:
    """Lines and columns, rows and columns are numbers; what concerns the whole file comes first."""
    lines = [Origin("p/plan.yaml", *place) for place in ((10, 1), (9, 2), (9, 1), (0, 0))]
    assert told(*lines) == ["p/plan.yaml", "p/plan.yaml:9:1", "p/plan.yaml:9:2", "p/plan.yaml:10:1"]
    cells = [Origin("p/i.xlsx", sheet="指标", cell=cell) for cell in ("B10", "AA9", "C9", "")]
    assert told(*cells) == ["p/i.xlsx!指标", "p/i.xlsx!指标!C9", "p/i.xlsx!指标!AA9", "p/i.xlsx!指标!B10"]


def test_what_has_no_place_comes_last() -> None:
    assert told(None, Origin("p/plan.yaml")) == ["p/plan.yaml", ""]


def test_the_order_is_the_same_whatever_order_they_were_found_in_within_a_file() -> None:
    places = [Origin("p/plan.yaml", line, 1) for line in (3, 1, 2)]
    assert told(*places) == told(*reversed(places))


def test_of_findings_that_say_the_same_three_are_shown_and_of_the_others_the_places() -> None:
    """In the order in which they stand; what says anything else is shown where it stands."""
    same = [Diagnostic("due", Severity.FAULT, "时限不在年内", Origin("p/plan.yaml", row, 1)) for row in range(1, 7)]
    other = Diagnostic("due", Severity.FAULT, "时限不在月内", Origin("p/plan.yaml", 5, 1))
    shown = shortened(gather([*same, other]).found)
    assert [(each.place, places) for each, places in shown.items()] == [
        ("p/plan.yaml:1:1", []),
        ("p/plan.yaml:2:1", []),
        ("p/plan.yaml:3:1", ["p/plan.yaml:4:1", "p/plan.yaml:5:1", "p/plan.yaml:6:1"]),
        ("p/plan.yaml:5:1", []),
    ]


def test_they_are_counted_gravest_first() -> None:
    kinds = (Severity.WARNING, Severity.FAULT, Severity.WARNING, Severity.ERROR)
    found = gather(Diagnostic("c", kind, f"{n}") for n, kind in enumerate(kinds)).found
    assert tally(found) == "1 个错误、1 个问题、2 个警告"


@pytest.mark.parametrize(
    ("severity", "machine", "grave"),
    [(Severity.FAULT, "error", True), (Severity.ERROR, "error", True), (Severity.WARNING, "warning", False)],
)
def test_faults_and_errors_are_grave_and_warnings_are_not(severity: Severity, machine: str, grave: bool) -> None:
    findings = gather([Diagnostic("c", severity, "错")])
    assert findings.are_grave is grave
    assert level(findings.found[0]) == machine
