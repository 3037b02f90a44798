"""The year after those of the samples: a plan that builds in both formats, and lists each decision that is left."""

from pathlib import Path

import pytest

from tests.nextyear.drafting import copy, draft, left_open
from yinfa.cli import run
from yinfa.commands.shared import DATA_FAULT, DONE
from yinfa.paths import DATA

YEARS = {"pingyang": 2023, "tiantai": 2014, "chengchuan": 2013, "ruian": 2012}


@pytest.mark.slow
@pytest.mark.parametrize(("plan", "year"), YEARS.items())
def test_every_decision_is_told_and_found(tmp_path: Path, plan: str, year: int) -> None:
    folder = copy(DATA / plan, tmp_path)
    made = draft(folder, year)
    assert len(made.todos) == made.left == len(left_open(folder)) > 0
    assert draft(folder, year).changes == ()


@pytest.mark.slow
@pytest.mark.parametrize(("plan", "year"), YEARS.items())
def test_the_draft_builds_and_is_held_when_strict(
    tmp_path: Path, plan: str, year: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """And the check finds nothing in it but the decisions."""
    folder, output = copy(DATA / plan, tmp_path), tmp_path / "output"
    assert run(["draft", str(folder), "--year", str(year)]) == DONE
    papers = ["--kind", "action-plan", "--kind", "notice", "--kind", "responsibilities", "--kind", "indicators"]
    assert run(["build", str(folder), *papers, "--output", str(output)]) == DONE
    assert {each.suffix for each in output.rglob("*年*行动计划*")} >= {".docx", ".pdf"}
    assert run(["build", str(folder), "--strict", "--output", str(tmp_path / "none")]) == DATA_FAULT
    assert not (tmp_path / "none").exists()
    capsys.readouterr()
    before, after = (_codes(each, capsys) for each in (DATA / plan, folder))
    assert sorted(after) == sorted([*before, *["placeholder"] * after.count("placeholder")])


def _codes(folder: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    run(["check", str(folder)])
    words = capsys.readouterr().out.replace("]", "[").split("[")
    return [each for each in words if each.replace("-", "").isalpha() and each.isascii()]
