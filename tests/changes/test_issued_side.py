"""What was issued, as the old side of a comparison."""

import shutil
from pathlib import Path

import pytest

from tests.plans import write_plan
from yinfa.changes.issues import LAST, issue_of
from yinfa.cli import run
from yinfa.commands.shared import DATA_FAULT, DONE
from yinfa.diagnostics import Faults


@pytest.fixture(scope="module")
def issued(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return a plan and the output in which it was issued."""
    folder = tmp_path_factory.mktemp("issued")
    plan, output = write_plan(folder), folder / "output"
    assert run(["issue", str(plan), "--output", str(output)]) == DONE
    return plan, output


@pytest.mark.slow
def test_what_stands_there_is_compared_with_what_was_issued(
    issued: tuple[Path, Path], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    _, output = issued
    folder = output / "issued" / "xian" / "001"
    new = write_plan(tmp_path, ("项目!H2", 91000))
    assert run(["diff", str(new), "--issued", str(folder)]) == DONE
    said = capfd.readouterr().out
    assert "比较：xian 印发存档 001 → " in said
    assert "项目“检测中心”总投资：90000万元 → 91000万元" in said
    assert "“检测中心”“总投资（万元）”：90000 → 91000" in said
    assert "找不到" not in said


@pytest.mark.slow
def test_the_last_issue_is_found_by_the_id_of_the_plan(issued: tuple[Path, Path]) -> None:
    plan, output = issued
    assert issue_of(plan, LAST, output).id == "001"
    assert issue_of(plan, "1", output).id == "001"
    with pytest.raises(Faults, match="没有存档“007”"):
        issue_of(plan, "007", output)


def test_a_plan_that_was_never_issued_is_told(tmp_path: Path) -> None:
    with pytest.raises(Faults, match="还没有印发的存档"):
        issue_of(write_plan(tmp_path), LAST, tmp_path / "output")


@pytest.mark.slow
def test_a_damaged_issue_is_told(issued: tuple[Path, Path], tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    plan, output = issued
    copy = tmp_path / "001"
    shutil.copytree(output / "issued" / "xian" / "001", copy)
    next((copy / "printings").glob("*.json")).write_text("{}", encoding="utf-8")
    assert run(["diff", str(plan), "--issued", str(copy)]) == DATA_FAULT
    assert "印发存档中的文件缺失、损坏" in capfd.readouterr().err
