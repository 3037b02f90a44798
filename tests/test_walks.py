"""The three walks of README, step by step, with what people do between the commands done by code."""

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from yinfa.paths import CACHE, FONTS, ROOT

pytestmark = pytest.mark.slow

WALK = re.compile(r"^\*\*(?P<name>[^*]+)\.\*\*.*?^```sh\n(?P<steps>.*?)^```", re.DOTALL | re.MULTILINE)
WALKS = {each["name"]: each["steps"].splitlines() for each in WALK.finditer((ROOT / "README.md").read_text("utf-8"))}
DRAFT, EVALUATION, CORRECTION = WALKS
BLOCK = re.compile(r"^```sh\n(.*?)^```", re.DOTALL | re.MULTILINE)


def decide(project: Path) -> None:
    """Put something in the place of each mark, and drop the remark on what is to be decided."""
    for text in (project / "data" / "pingyang").rglob("*.yaml"):
        text.write_text(re.sub("〔待定[^〕]*〕", "", text.read_text("utf-8")), "utf-8")
    book = load_workbook(project / "data" / "pingyang" / "indicators.xlsx")
    for row in book["完成值"].iter_rows():
        for cell in row:
            if isinstance(cell.value, str):
                cell.value = re.sub("〔待定〕.*", "", cell.value) or None
    book.save(project / "data" / "pingyang" / "indicators.xlsx")


def fill_in(project: Path) -> None:
    """Tell of one indicator more than is known."""
    filled = 0
    for path in (project / "output" / "pingyang" / "填报2022").glob("*.xlsx"):
        book = load_workbook(path)
        sheet = book["指标完成情况"] if "指标完成情况" in book.sheetnames else None
        headers = [cell.value for cell in sheet[1]] if sheet else []
        if sheet and "备注" in headers and sheet.max_row > 1:
            sheet.cell(2, headers.index("备注") + 1).value = "按年报数填报"
            filled += 1
        book.save(path)
    assert filled


def correct(project: Path) -> None:
    """Correct the target of the rate of samples, and say why."""
    path = project / "data" / "tiantai" / "indicators.xlsx"
    book = load_workbook(path)
    sheet = book["指标"]
    headers = [cell.value for cell in sheet[1]]
    sheet.cell(2, headers.index("目标值") + 1).value = 97
    sheet.cell(2, headers.index("备注") + 1).value = "上级下达的目标核定为97%"
    book.save(path)


PEOPLE: dict[str, Callable[[Path], None]] = {"decide": decide, "fill in": fill_in, "correct": correct}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of what the commands need of the project."""
    for folder in ("yinfa", "templates", "styles", "data"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "generate.py", tmp_path)
    for cache in (each for each in (FONTS, CACHE) if each.exists()):
        (tmp_path / cache.name).symlink_to(cache)
    return tmp_path


def walk(name: str, project: Path) -> list[str]:
    """Take the steps of a walk and return what each command said; a comment says how it exits if not with 0."""
    said = []
    for line in WALKS[name]:
        command, _, comment = line.partition("#")
        if not command.strip():
            PEOPLE[comment.partition(":")[0].strip()](project)
            continue
        done = subprocess.run(
            [sys.executable, *shlex.split(command)[1:]], cwd=project, capture_output=True, encoding="utf-8", check=False
        )
        exits = re.search("exits with ([0-9])", comment)
        assert done.returncode == (int(exits[1]) if exits else 0), done.stderr
        said.append(done.stdout + done.stderr)
    return said


def commands(lines: list[str]) -> tuple[str, ...]:
    """Return the commands of a walk, without what people do and without comments."""
    return tuple(filter(None, (line.partition("#")[0].strip() for line in lines)))


def test_a_walk_shown_elsewhere_is_one_of_these() -> None:
    """In Chinese, too."""
    known = {commands(steps) for steps in WALKS.values()}
    for document in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")):
        for block in BLOCK.findall(document.read_text("utf-8")):
            if re.search("^#", block, re.MULTILINE):
                assert commands(block.splitlines()) in known, f"{document.name}: {block}"


def test_next_year_s_plan_is_drafted_decided_and_issued(project: Path) -> None:
    drafted, checked, built = walk(DRAFT, project)
    assert "待定" in drafted
    assert "[placeholder]" in checked
    assert "[placeholder]" not in built
    papers = {path.name for path in (project / "output" / "pingyang").glob("*2023*")}
    assert {path.rpartition(".")[2] for path in papers} >= {"docx", "pdf"}


def test_figures_are_collected_and_the_report_made(project: Path) -> None:
    data = project / "data" / "pingyang" / "indicators.xlsx"
    before = data.read_bytes()
    _, merged, _ = walk(EVALUATION, project)
    assert data.read_bytes() != before
    assert merged
    notes = [cell.value for cell in load_workbook(data)["完成值"]["H"]]
    assert "按年报数填报" in notes
    assert [*(project / "output" / "pingyang").glob("*评估报告.pdf")]


def test_a_correction_rebuilds_what_prints_it_and_is_explained(project: Path) -> None:
    *_, compared = walk(CORRECTION, project)
    assert "≥95%" in compared or "95" in compared
    assert "97" in compared
    written = {path.name for path in (project / "output" / "更正").iterdir()}
    assert {"manifest.json", "diff.json"} <= written
    assert any("更正说明" in name for name in written)
    assert any("修订对照" in name for name in written)
