"""What the pages show is told by `check --pages`, and before a build writes anything."""

from pathlib import Path

import pytest

from tests.plans import write_plan
from yinfa.cli import run
from yinfa.commands.shared import DATA_FAULT, DONE

pytestmark = pytest.mark.slow

TOO_WIDE = ("指标!H5", "TONSOFCHEMICALOXYGENDEMANDABCDEFG")  # a word that cannot be broken, in a narrow column
SILENT = ("plan.yaml", "documents:", "checks: [{code: cell-overflow, severity: 'off', reason: 看过}]\ndocuments:")


def test_check_looks_at_pages_only_if_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(write_plan(tmp_path, TOO_WIDE))
    assert run(["check", folder]) == DONE
    assert "cell-overflow" not in capsys.readouterr().out
    assert run(["check", "--pages", folder]) == DATA_FAULT
    assert "问题[cell-overflow] 第3页：表中“TONSOFCHEMIC”超出单元格" in capsys.readouterr().out


def test_a_strict_build_of_pages_with_errors_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, output = write_plan(tmp_path, TOO_WIDE), tmp_path / "output"
    assert run(["build", "--strict", "--output", str(output), str(folder)]) == DATA_FAULT
    assert not list(output.rglob("*.pdf"))
    assert run(["build", "--output", str(output), str(folder)]) == DONE
    assert list(output.rglob("*.pdf"))
    assert capsys.readouterr().err.count("[cell-overflow]") == 2


def test_a_plan_changes_a_rule_over_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--pages", str(write_plan(tmp_path, TOO_WIDE, SILENT))]) == DONE
    assert "检查“cell-overflow”已关闭，没有列出 1 处：看过" in capsys.readouterr().out
