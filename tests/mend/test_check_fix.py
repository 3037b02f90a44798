"""`check --fix`: what can be bound is bound and told, then all is checked as it now stands."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.mend.test_fix import FILE, QUALITY, TYPED, lines
from tests.plans import write_plan
from yinfa.cli import run
from yinfa.commands.shared import DATA_FAULT, DONE, MACHINE_LACKS
from yinfa.paths import ROOT

pytestmark = pytest.mark.slow

ORPHAN = "orphan-number"


def test_the_change_is_told_and_no_longer_warned_of(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without `--fix` it is, with what to paste."""
    folder = str(write_plan(tmp_path, TYPED))
    assert run(["check", folder]) == DONE
    assert ORPHAN in capsys.readouterr().out
    assert run(["check", "--fix", folder]) == DONE
    out = capsys.readouterr().out
    assert f"“92%”改成了 {QUALITY}" in out
    assert "9:25" in out
    assert ORPHAN not in out


@pytest.mark.parametrize("format_", ["json", "sarif"])
def test_a_program_gets_the_findings_and_its_user_the_changes(
    format_: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """On standard error: what was changed is no finding."""
    folder = write_plan(tmp_path, TYPED)
    assert run(["check", "--fix", str(folder), "--format", format_]) == DONE
    out, err = capsys.readouterr()
    assert f"“92%”改成了 {QUALITY}" in err
    assert "改成了" not in json.dumps(json.loads(out), ensure_ascii=False)


def test_a_second_run_finds_nothing_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_plan(tmp_path, TYPED)
    run(["check", "--fix", str(folder)])
    before = lines(folder)
    capsys.readouterr()
    assert run(["check", "--fix", str(folder)]) == DONE
    assert capsys.readouterr() == ("没有发现问题。\n", "")
    assert lines(folder) == before


def test_the_rest_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is wrong elsewhere is an error as ever."""
    folder = write_plan(tmp_path, TYPED, (FILE, "培育名牌", "培育XX名牌"))
    assert run(["check", "--fix", str(folder)]) == DATA_FAULT
    out = capsys.readouterr().out
    assert "placeholder" in out
    assert f"“92%”改成了 {QUALITY}" in out


def test_a_plan_with_a_fault_is_told_and_left(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_plan(tmp_path, TYPED, ("plan.yaml", "government: county", "government: 县政府"))
    before = lines(folder)
    assert run(["check", "--fix", str(folder)]) == DATA_FAULT
    assert "数据有错误，没有改动任何文件" in capsys.readouterr().out
    assert lines(folder) == before


def test_a_file_that_may_not_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_plan(tmp_path, TYPED)
    (folder / FILE).chmod(0o444)
    assert run(["check", "--fix", str(folder)]) == MACHINE_LACKS
    assert capsys.readouterr().err == f"不能改写 {folder}/{FILE}：文件设了只读，请先取消只读\n"
    assert "92%" in lines(folder)[8]


def test_without_fix_no_file_is_changed(tmp_path: Path) -> None:
    folder = write_plan(tmp_path, TYPED)
    before = {path: path.read_bytes() for path in folder.rglob("*.*")}
    assert run(["check", str(folder)]) == DONE
    assert {path: path.read_bytes() for path in folder.rglob("*.*")} == before


@pytest.mark.slow
def test_the_folder_is_named_as_the_drafter_names_it(tmp_path: Path) -> None:
    """From where they are."""
    write_plan(tmp_path, TYPED)
    program = [sys.executable, str(ROOT / "generate.py"), "check", "--fix", "xian"]
    said = subprocess.run(program, cwd=tmp_path, capture_output=True, check=True).stdout.decode()
    assert "xian/text/plan.yaml" in said
    assert str(tmp_path) not in said
