"""The command line of collect: what it prints, what it writes, and how it refuses."""

from pathlib import Path

import pytest

from tests.collect.filling import INDICATORS, fill, sent
from tests.plans import write_plan
from yinfa.cli import run
from yinfa.commands.shared import DATA_FAULT, DONE, WRONG_USAGE

pytestmark = pytest.mark.slow


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Return a plan's folder."""
    return write_plan(tmp_path, evaluation=True)


def test_each_unit_gets_a_workbook(plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Named by its short name, in a folder of the plan and the year; a second export changes no byte."""
    arguments = ["collect", "export", str(plan), "--year", "2013", "--output", str(tmp_path / "out")]
    assert run(arguments) == DONE
    folder = tmp_path / "out" / "xian" / "填报2013"
    names = [f"{unit}2013年填报表.xlsx" for unit in ("县发改局", "县环保局", "县经信局", "县质监局")]
    assert sorted(each.name for each in folder.iterdir()) == names
    assert capsys.readouterr().out.startswith(f"已导出 4 份填报表，在 {folder}：\n  县质监局2013年填报表.xlsx\n")
    made = {each: (each.read_bytes(), each.stat().st_mtime_ns) for each in folder.iterdir()}
    assert run(arguments) == DONE
    assert {each: (each.read_bytes(), each.stat().st_mtime_ns) for each in folder.iterdir()} == made


def test_a_workbook_that_was_filled_in_is_never_overwritten(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One that was not is, when the data have changed."""
    books = sent(plan, 2014, tmp_path / "out")
    fill(books["县质监局"], (INDICATORS, "12-5 quality", "完成值", 92))
    fill(books["县环保局"])  # saved by another program, with nothing filled in
    stands = {name: path.read_bytes() for name, path in books.items()}
    arguments = ["collect", "export", str(plan), "--year", "2014", "--output", str(tmp_path / "out")]
    assert run(arguments) == DATA_FAULT
    assert "县质监局2014年填报表.xlsx" in (told := capsys.readouterr().err)
    assert "这里已有一份填过的表，没有覆盖" in told
    assert {name: path.read_bytes() for name, path in books.items()} == stands
    books["县质监局"].unlink()
    assert run(arguments) == DONE
    assert books["县环保局"].read_bytes() != stands["县环保局"]


def test_a_folder_is_merged_without_what_is_none_of_it(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The traces of open workbooks, and papers; what was filed in a folder below is found."""
    books = sent(plan, 2014, tmp_path / "out")
    fill(books["县质监局"], (INDICATORS, "12-5 quality", "完成值", 92))
    folder = books["县质监局"].parent
    (folder / "~$县质监局2014年填报表.xlsx").write_bytes(b"trace")
    (folder / "来函.docx").write_bytes(b"letter")
    (folder / ".旧版").mkdir()
    (folder / ".旧版" / "旧.xlsx").write_bytes(b"old")
    (folder / "质监").mkdir()
    books["县质监局"].rename(folder / "质监" / "表.xlsx")
    assert run(["collect", "merge", str(plan), str(folder)]) == DONE
    out = capsys.readouterr().out
    assert out.startswith("已合并 1 个单位的填报表（县质监局），写入 1 格。\n2014年还缺 ")
    assert run(["collect", "merge", str(plan), str(folder)]) == DONE
    assert capsys.readouterr().out.startswith("数据没有变化。\n")


def test_what_is_refused_is_told_with_how_to_mend_it(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """At its cell."""
    books = sent(plan, 2014, tmp_path / "out")
    fill(books["县质监局"], (INDICATORS, "12-5 quality", "计量单位", "个"))
    assert run(["collect", "merge", str(plan), str(books["县质监局"])]) == DATA_FAULT
    told = capsys.readouterr().err
    assert "E2" in told
    assert "改回“%”；原来的内容不对的，请汇总单位改数据后重新导出" in told


def test_what_is_missing_is_listed(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Unit by unit; what was said of a whole task holds for its points."""
    assert run(["collect", "missing", str(plan), "--year", "2013"]) == DONE
    assert capsys.readouterr().out == "2013年的完成情况已经报齐。\n"
    assert run(["collect", "missing", str(plan), "--year", "2014"]) == DONE
    begins = "2014年还缺 10 项，来自 3 个单位：\n  县质监局（7项）\n    指标“产品抽查合格率”：完成值\n"
    assert capsys.readouterr().out.startswith(begins)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["export", "--year", "1066"], "--year 1066 不在 1949 至 2099 之间"),
        (["merge"], "写上交回的文件"),
        (["merge", "nowhere.xlsx"], "没有文件或文件夹“nowhere.xlsx”"),
        (["export"], "参数多余、缺少或写法不对"),
        (["fetch"], "没有命令“fetch”"),
    ],
)
def test_a_wrong_command_line_is_told(
    plan: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """In Chinese."""
    assert run(["collect", arguments[0], str(plan), *arguments[1:]]) == WRONG_USAGE
    assert said in capsys.readouterr().err


def test_a_year_of_which_nothing_is_asked_is_told(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No folder is made."""
    arguments = ["collect", "export", str(plan), "--year", "1999", "--output", str(tmp_path / "out")]
    assert run(arguments) == DATA_FAULT
    assert "1999年没有要各单位填报的事项" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_folder_in_the_place_of_a_file_is_told(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "out" / "xian" / "填报2014" / "县质监局2014年填报表.xlsx"
    folder.mkdir(parents=True)
    assert run(["collect", "export", str(plan), "--year", "2014", "--output", str(tmp_path / "out")]) == DATA_FAULT
    assert "这里不是文件，没有写入" in capsys.readouterr().err
    assert list(folder.parent.iterdir()) == [folder]
