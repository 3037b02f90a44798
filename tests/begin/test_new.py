"""A new plan: it builds at once, every gap in it is told, and nothing that stands is touched."""

from pathlib import Path

import pytest

from yinfa.begin.periods import period_of
from yinfa.begin.start import BOOKS_OF_A_PLAN, SKELETON, TEXTS
from yinfa.cli import run
from yinfa.commands.shared import DATA_FAULT, DONE, MACHINE_LACKS, WRONG_USAGE
from yinfa.diagnostics import Report
from yinfa.issue.whole import TEMPORARY
from yinfa.model.books import BOOKS
from yinfa.model.load import load_plan


def new(folder: Path, *options: str) -> Path:
    """Return a new plan of 2026."""
    assert run(["new", str(folder / "xian"), "--year", "2026", *options]) == DONE
    return folder / "xian"


def test_a_new_plan_has_texts_and_workbooks(tmp_path: Path) -> None:
    plan = new(tmp_path)
    files = {path.relative_to(plan).as_posix() for path in plan.rglob("*") if path.is_file()}
    texts = {"plan.yaml", "units.yaml", "text/plan.yaml", "text/notice-2026.yaml", "text/action-2026.yaml"}
    assert files == {*texts, *BOOKS_OF_A_PLAN}


def test_a_new_plan_is_read_without_a_fault_or_a_notice(tmp_path: Path) -> None:
    report = Report()
    plan = load_plan(new(tmp_path), "xian", report)
    assert list(report) == []
    assert plan is not None
    assert plan.identity.id == "xian"
    assert [period.years for period in plan.identity.periods] == [range(2026, 2031)]
    assert len(plan.listed()) == 2


@pytest.mark.slow
def test_a_new_plan_builds_at_once_and_not_strictly(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every word left open is told, and nothing else."""
    plan, output = new(tmp_path), tmp_path / "output"
    assert run(["build", str(plan), "--output", str(output)]) == DONE
    assert len([*(output / "xian").glob("*.pdf")]) == 5
    told = capsys.readouterr().err
    assert told.count("[placeholder]") > 10
    assert told.count("[") == told.count("[placeholder]") + told.count("organs: [") + told.count("copies: [")
    assert run(["build", str(plan), "--output", str(output), "--strict"]) == DATA_FAULT


def test_every_line_left_open_is_told_by_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The texts first, and what stands in plan.yaml, in units.yaml and in the workbooks too."""
    plan = new(tmp_path)
    assert run(["check", str(plan)]) == DATA_FAULT
    told = capsys.readouterr().out
    for path in plan.rglob("*.yaml"):
        lines = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        for number, _ in (line for line in lines if "待定" in line[1].split("#")[0]):
            assert f"{path.name}:{number}:" in told, f"{path.name}:{number}"
    for cell in ("D2", "F2", "L2", "D3", "F3", "L3"):
        assert f"indicators.xlsx!指标!{cell}" in told


def test_a_second_one_of_the_same_name_is_the_same(tmp_path: Path) -> None:
    """Byte for byte, wherever it is begun."""
    one, other = new(tmp_path / "one"), new(tmp_path / "other")
    files = [path.relative_to(one) for path in one.rglob("*") if path.is_file()]
    assert [(one / file).read_bytes() for file in files] == [(other / file).read_bytes() for file in files]


@pytest.mark.parametrize("stands", ["file", "folder", "hidden"])
def test_what_stands_is_not_touched(tmp_path: Path, stands: str, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "xian"
    if stands == "file":
        folder.write_text("mine")
    else:
        folder.mkdir()
        (folder / (".mine" if stands == "hidden" else "mine.xlsx")).write_text("mine")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert run(["new", str(folder)]) == WRONG_USAGE
    assert "已有内容，没有写入" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_an_empty_folder_may_be_taken(tmp_path: Path) -> None:
    (tmp_path / "xian").mkdir()
    assert (new(tmp_path) / "plan.yaml").is_file()


def test_nothing_is_left_where_it_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    assert run(["new", str(tmp_path / "file" / "xian")]) == MACHINE_LACKS
    assert not list(tmp_path.glob(f"{TEMPORARY}*"))


@pytest.mark.parametrize(
    "name", ["空 格", "emoji😀", "2026", "true", "null", "#x", "'q'", "{x", "- x", "a$b", "@x", "1e3"]
)
def test_an_odd_name_is_the_id_of_the_plan(tmp_path: Path, name: str) -> None:
    """Whatever YAML would read it as."""
    report = Report()
    assert run(["new", str(tmp_path / name), "--year", "2026"]) == DONE
    plan = load_plan(tmp_path / name, name, report)
    assert list(report) == []
    assert plan is not None
    assert plan.identity.id == name


@pytest.mark.parametrize("name", ["issued", "Issued", "a: b", "con", ".hidden.", "x ", "a\nb", "b\u200bd", "长" * 90])
def test_a_name_that_can_be_no_id_is_refused(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", str(tmp_path / name), "--year", "2026"]) in (WRONG_USAGE, MACHINE_LACKS)
    told = capsys.readouterr().err
    assert "不能用作文件夹名" in told or "路径太长" in told
    assert list(tmp_path.iterdir()) == []


def test_the_folder_where_one_is_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It has no name there, and whoever stands in it would stand nowhere were it replaced."""
    monkeypatch.chdir(tmp_path)
    assert run(["new", ".", "--year", "2026"]) == WRONG_USAGE
    assert "“.”不能用作文件夹名" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("year", ["1900", "2200", "-1", "0"])
def test_a_year_of_no_period_is_refused(tmp_path: Path, year: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", str(tmp_path / "xian"), "--year", year]) == WRONG_USAGE
    assert f"没有{year}年" in capsys.readouterr().err
    assert not (tmp_path / "xian").exists()


@pytest.mark.parametrize(
    ("year", "name", "start", "end"),
    [
        (1981, "“六五”", 1981, 1985),
        (2005, "“十五”", 2001, 2005),
        (2011, "“十二五”", 2011, 2015),
        (2025, "“十四五”", 2021, 2025),
        (2026, "“十五五”", 2026, 2030),
        (2051, "“二十五”", 2051, 2055),
        (2056, "“二十一五”", 2056, 2060),
    ],
)
def test_a_year_belongs_to_its_five_years(year: int, name: str, start: int, end: int) -> None:
    found = period_of(year)
    assert (found.name, found.start, found.end) == (name, start, end)


def test_the_skeleton_holds_what_the_table_names() -> None:
    files = {path.relative_to(SKELETON).as_posix() for path in SKELETON.rglob("*") if path.is_file()}
    assert files == set(TEXTS)
    assert {book.file for book in BOOKS} > set(BOOKS_OF_A_PLAN)
