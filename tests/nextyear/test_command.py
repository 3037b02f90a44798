"""`draft`: what is written and left to decide is told; what cannot be drafted is, too."""

from pathlib import Path

import pytest

from tests.nextyear.drafting import files, judged
from yinfa.cli import run
from yinfa.commands.shared import DATA_FAULT, DONE, WRONG_USAGE


def test_the_files_and_the_decisions_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = judged(tmp_path)
    assert run(["draft", str(folder), "--year", "2014"]) == DONE
    out = capsys.readouterr().out
    assert f"新建 {folder}/text/tasks-2014.yaml" in out
    assert f"改写 {folder}/plan.yaml" in out
    assert "待定事项 9 项" in out
    assert "任务park：2013年没有完成（未启动），结转" in out


def test_a_second_run_says_that_it_changed_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = judged(tmp_path)
    run(["draft", str(folder), "--year", "2014"])
    before = files(folder)
    capsys.readouterr()
    assert run(["draft", str(folder), "--year", "2014"]) == DONE
    assert capsys.readouterr().out == "2014年的都已有，没有改动。全部文件和表格里还有 9 处待定，用 check 逐处查看。\n"
    assert files(folder) == before


def test_a_year_that_cannot_be_drafted_is_told_with_what_there_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = judged(tmp_path)
    assert run(["draft", str(folder), "--year", "2015"]) == DATA_FAULT
    err = capsys.readouterr().err
    assert "没有2014年的行动计划可以接着起草，现有2013年的" in err
    assert "先起草前一年：--year 2014" in err


def test_a_year_is_wanted(tmp_path: Path) -> None:
    assert run(["draft", str(judged(tmp_path))]) == WRONG_USAGE
