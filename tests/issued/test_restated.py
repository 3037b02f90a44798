"""A figure that was issued and is another now is told, unless the data say why."""

import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.plans import Change, write_plan
from yinfa.cli import run
from yinfa.commands.shared import DATA_FAULT, DONE
from yinfa.diagnostics import Diagnostic, Report
from yinfa.issue.manifest import digests, manifest
from yinfa.issued import issues_of
from yinfa.pipeline import Request, galleys_of
from yinfa.styling import load_style

pytestmark = pytest.mark.slow

RESULT, NOTE, TARGET = "完成值!E2", "完成值!H2", "指标!L2"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an output folder in which the good plan was issued."""
    folder = tmp_path_factory.mktemp("issued")
    plan = write_plan(folder, evaluation=True)
    assert (
        run(["issue", str(plan), "--kind", "plan", "--kind", "evaluation", "--output", str(folder / "output")]) == DONE
    )
    return folder / "output"


def told(folder: Path, output: Path, *changes: Change) -> list[Diagnostic]:
    """Return what is told of a plan with changes that was issued without them."""
    report = Report()
    galleys_of(Request((write_plan(folder, *changes, evaluation=True),), output, ("plan",)), load_style(), report)
    return [each for each in report if each.code == "restated-issued"]


def test_what_is_as_it_was_issued_is_no_finding(tmp_path: Path, output: Path) -> None:
    assert told(tmp_path, output) == []


def test_a_result_that_was_changed_silently_is_told_at_its_cell(tmp_path: Path, output: Path) -> None:
    (finding,) = told(tmp_path, output, (RESULT, 91))
    assert str(finding.origin).endswith("indicators.xlsx!完成值!E2")
    assert "91" in finding.message
    assert "存档 001-evaluation-plan" in finding.message


def test_a_note_says_why_it_is_another(tmp_path: Path, output: Path) -> None:
    assert told(tmp_path, output, (RESULT, 91), (NOTE, "统计局核定数更正")) == []


def test_a_target_that_was_changed_silently_is_told_at_its_cell(tmp_path: Path, output: Path) -> None:
    (finding,) = told(tmp_path, output, (TARGET, 93))
    assert str(finding.origin).endswith("indicators.xlsx!指标!L2")


def test_a_note_that_stood_there_before_says_nothing_of_the_change(tmp_path: Path, output: Path) -> None:
    (finding,) = told(tmp_path, output, ("完成值!E4", 92))
    assert "2013年完成值" in finding.message


def test_a_row_that_was_moved_is_no_finding(tmp_path: Path, output: Path) -> None:
    """A figure is known by its indicator and its year."""
    moved = tmp_path / "moved"
    moved.mkdir()
    plan = write_plan(moved, evaluation=True)
    book = load_workbook(plan / "indicators.xlsx")
    book["完成值"].move_range("A2:M2", rows=book["完成值"].max_row)
    book.save(plan / "indicators.xlsx")
    report = Report()
    galleys_of(Request((plan,), output, ("plan",)), load_style(), report)
    assert [each for each in report if each.code == "restated-issued"] == []


def test_what_a_later_issue_corrected_is_known(tmp_path: Path) -> None:
    """Only what was printed last counts."""
    where = tmp_path / "output"
    for name, changes in (("one", ()), ("other", ((RESULT, 91), (NOTE, "更正")))):
        (tmp_path / name).mkdir()
        plan = write_plan(tmp_path / name, *changes, evaluation=True)
        assert run(["issue", str(plan), "--kind", "evaluation", "--output", str(where)]) == DONE
    assert len(issues_of(where, "xian")) == 2
    assert told(tmp_path, where, (RESULT, 91), (NOTE, "更正")) == []
    back = tmp_path / "back"
    back.mkdir()
    assert len(told(back, where)) == 1


def test_what_no_issued_paper_printed_may_be_changed(tmp_path: Path) -> None:
    """A result of 2010 was known when the plan was issued, and the plan does not say it."""
    plan, where = write_plan(tmp_path, evaluation=True), tmp_path / "output"
    assert run(["issue", str(plan), "--kind", "plan", "--output", str(where)]) == DONE
    (tmp_path / "now").mkdir()
    assert told(tmp_path / "now", where, (RESULT, 91)) == []
    assert len(told(tmp_path / "now", where, (TARGET, 93))) == 1


def test_a_damaged_issue_stops_a_build_and_is_named(
    tmp_path: Path, output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = shutil.copytree(output, tmp_path / "output")
    next((mine / "issued" / "xian").rglob("printings/*.json")).write_bytes(b"{")
    assert run(["build", str(write_plan(tmp_path, evaluation=True)), "--output", str(mine)]) == DATA_FAULT
    assert "印发存档中的文件缺失、损坏" in capsys.readouterr().err


def test_an_issue_that_this_program_no_longer_reads_is_told_and_stops_nothing(tmp_path: Path, output: Path) -> None:
    """Nobody may mend what was issued."""
    mine = shutil.copytree(output, tmp_path / "output")
    (issue,) = issues_of(mine, "xian")
    stood = issue.standing()
    (issue.inputs / "plan.yaml").write_text("id: xian", encoding="utf-8")
    files = tuple(each["path"] for each in stood.inputs or ())
    (issue.folder / "manifest.json").write_bytes(manifest(stood.papers, digests(issue.inputs, files)))
    report = Report()
    plan = write_plan(tmp_path, (RESULT, 91), evaluation=True)
    assert galleys_of(Request((plan,), mine, ("plan",)), load_style(), report)
    (notice,) = (each for each in report if each.code == "issued-unread")
    assert "001-evaluation-plan" in notice.message
    assert not report.has_faults
