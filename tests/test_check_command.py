"""`check`: everything that is wrong is told, nothing is written."""

import json
import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.plans import write_plan
from tests.tell.faulty import faulty_plan
from yinfa.cli import run
from yinfa.commands.shared import DATA_FAULT, DONE, MACHINE_LACKS, WRONG_USAGE
from yinfa.paths import ROOT

pytestmark = pytest.mark.slow

PLACEHOLDER = ("text/plan.yaml", "培育名牌", "培育XX名牌")
STRANGE = ("text/plan.yaml", "重点如下。", "重点如下,见后。")


def standing(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder."""
    return {str(each.relative_to(folder)): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


# --- what it says ---------------------------------------------------------------------------


def test_nothing_wrong_is_said_to_be_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(write_plan(tmp_path))]) == DONE
    assert capsys.readouterr() == ("没有发现问题。\n", "")


def test_warnings_alone_are_told_and_are_no_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(write_plan(tmp_path, STRANGE))]) == DONE
    out, err = capsys.readouterr()
    assert out.splitlines()[-2:] == ["共 1 个警告：", f"  {tmp_path}/xian/text/plan.yaml：1 个警告"]
    assert err == ""


def test_an_error_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Though a build that is not strict would go on."""
    assert run(["check", str(write_plan(tmp_path, PLACEHOLDER))]) == DATA_FAULT
    assert "问题[placeholder]" in capsys.readouterr().out


def test_a_fault_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And of the other plans everything is told as well."""
    one = write_plan(tmp_path / "1", ("plan.yaml", "place: 某县", "place:"))
    other = write_plan(tmp_path / "2", ("plan.yaml", "id: xian", "id: other"), PLACEHOLDER).rename(tmp_path / "other")
    assert run(["check", str(one), str(other)]) == DATA_FAULT
    out = capsys.readouterr().out
    assert "错误[yaml-blank]" in out
    assert "问题[placeholder]" in out
    assert "共 1 个错误、1 个问题：" in out.splitlines()


def test_what_only_composing_finds_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In a paper of the year: a figure of an indicator that is not there, with the nearest right word."""
    change = ("text/action.yaml", 'target("食品抽检合格率")', 'target("食品抽检合格律")')
    assert run(["check", str(write_plan(tmp_path, change, action=True))]) == DATA_FAULT
    out = capsys.readouterr().out
    assert "错误[prose-fact-unknown]" in out
    assert "    改法：是否指“食品抽检合格率”？" in out.splitlines()


def test_a_build_tells_what_check_tells(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the same words, of the same rules, on standard error."""
    folder = str(faulty_plan(tmp_path))
    assert run(["check", folder]) == DATA_FAULT
    checked = capsys.readouterr()
    assert run(["build", folder, "--output", str(tmp_path / "output")]) == DATA_FAULT
    assert capsys.readouterr() == ("", checked.out)


def test_without_a_folder_all_plans_are_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write_plan(tmp_path, PLACEHOLDER)
    monkeypatch.setattr("yinfa.paths.DATA", tmp_path)
    assert run(["check"]) == DATA_FAULT
    assert f"  {tmp_path}/xian/text/plan.yaml：1 个问题" in capsys.readouterr().out


# --- what it writes -------------------------------------------------------------------------


def test_nothing_is_written_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither beside the data nor into the output."""
    folder, output = faulty_plan(tmp_path), tmp_path / "output"
    (output / "xian").mkdir(parents=True)
    (output / "xian" / "old.pdf").write_bytes(b"old")
    for module in ("paths", "checking"):
        monkeypatch.setattr(f"yinfa.{module}.OUTPUT", output)
    monkeypatch.chdir(tmp_path)
    before = standing(tmp_path)
    assert run(["check", str(folder)]) == DATA_FAULT
    assert run(["check", str(write_plan(tmp_path / "clean"))]) == DONE
    after = standing(tmp_path)
    assert {name: data for name, data in after.items() if not name.startswith("clean/")} == before


def test_the_page_is_written_where_it_is_wanted_and_the_rest_is_said_all_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "new" / "页.html"
    assert run(["check", str(write_plan(tmp_path, PLACEHOLDER)), "--html", str(page)]) == DATA_FAULT
    assert "留有待填的“XX”" in page.read_text(encoding="utf-8")
    assert "留有待填的“XX”" in capsys.readouterr().out
    assert standing(page.parent).keys() == {page.name}


def test_a_page_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And what was found is told all the same."""
    assert run(["check", str(write_plan(tmp_path, PLACEHOLDER)), "--html", str(tmp_path)]) == MACHINE_LACKS
    out, err = capsys.readouterr()
    assert "问题[placeholder]" in out
    assert err.startswith(f"不能写入 {tmp_path}：")


def test_json_is_all_that_stands_on_standard_output(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(faulty_plan(tmp_path)), "--format", "json"]) == DATA_FAULT
    out, err = capsys.readouterr()
    assert {"placeholder", "cell-choice"} <= {each["code"] for each in json.loads(out)}
    assert err == ""


def test_a_format_that_nobody_knows_is_explained(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(write_plan(tmp_path)), "--format", "sarf"]) == WRONG_USAGE
    assert capsys.readouterr().err.startswith("用法不对：--format 没有“sarf”。是否指“sarif”？")


def in_child(folder: Path, *arguments: str, **environment: str) -> tuple[int, bytes]:
    """Return the exit code of a process of its own and what it wrote, its standard error not empty being a failure."""
    command = [sys.executable, "generate.py", "check", str(folder), *arguments]
    child = subprocess.run(
        command, cwd=ROOT, env=os.environ | environment, capture_output=True, check=False, timeout=60
    )
    assert child.stderr == b""
    return child.returncode, child.stdout


@pytest.mark.slow
def test_what_a_terminal_cannot_show_stops_nothing_and_programs_get_utf_8(tmp_path: Path) -> None:
    folder = write_plan(tmp_path, ("text/plan.yaml", "培育名牌", "培育XX名牌𠮷"))
    code, said = in_child(folder, PYTHONIOENCODING="gbk")
    assert code == DATA_FAULT
    assert "培育XX名牌?。" in said.decode("gbk")
    code, said = in_child(folder, "--format", "json", PYTHONIOENCODING="gbk")
    assert code == DATA_FAULT
    assert json.loads(said.decode("utf-8"))[0]["message"] == "留有待填的“XX”"


# --- colours --------------------------------------------------------------------------------


def on_a_terminal(folder: Path, **environment: str) -> str:
    """Return what a terminal is sent."""
    main, terminal = pty.openpty()
    command = [sys.executable, "generate.py", "check", str(folder)]
    subprocess.run(command, cwd=ROOT, env=os.environ | environment, stdout=terminal, check=False, timeout=60)
    os.close(terminal)
    shown = os.read(main, 10_000).decode()
    os.close(main)
    return shown


@pytest.mark.slow
def test_colours_are_for_terminals_only_and_not_where_nobody_wants_them(tmp_path: Path) -> None:
    folder = write_plan(tmp_path, PLACEHOLDER)
    assert "\x1b[35m问题[placeholder]\x1b[0m" in on_a_terminal(folder, NO_COLOR="")
    bare = on_a_terminal(folder, NO_COLOR="1")
    assert "问题[placeholder]" in bare
    assert "\x1b" not in bare
    assert b"\x1b" not in in_child(folder)[1]


# --- whatever it is given -------------------------------------------------------------------


def damaged() -> Iterator[tuple[str, bytes]]:
    """Yield a file of the plan and what may stand in it."""
    for name in ("plan.yaml", "units.yaml", "text/plan.yaml", "indicators.xlsx", "projects.xlsx"):
        for data in (b"", b"\x00\xff\xfe" * 99, "质量".encode("gb18030"), b"PK\x03\x04" + bytes(99), b"a: [" * 999):
            yield name, data


@pytest.mark.parametrize(("name", "data"), list(damaged()))
def test_no_file_that_is_none_yields_more_than_findings(
    name: str, data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each is told at its file."""
    folder = write_plan(tmp_path)
    (folder / name).write_bytes(data)
    assert run(["check", str(folder)]) == DATA_FAULT
    out, err = capsys.readouterr()
    assert f"{folder}/{name}" in out
    assert err == ""
