"""`generate.py diff` on the samples: what a drafter reads, what is written, and how it ends."""

import json
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.plans import write_plan
from yinfa.cli import run
from yinfa.commands.shared import DATA_FAULT, DONE, WRONG_USAGE
from yinfa.issue.manifest import sha256
from yinfa.paths import DATA

REPORT = "平阳县质量强县“十四五”发展规划2022年度评估报告"


def changed(folder: Path, sample: str, book: str, sheet: str, **cells: float) -> Path:
    """Return a copy of a sample in which some cells hold something else."""
    copy = folder / sample
    shutil.copytree(DATA / sample, copy)
    found = load_workbook(copy / book)
    for place, value in cells.items():
        found[sheet][place] = value
    found.save(copy / book)
    return copy


def told(capfd: pytest.CaptureFixture[str], *arguments: object) -> str:
    """Return what the command says when all goes well."""
    assert run(["diff", *map(str, arguments)]) == DONE
    return capfd.readouterr().out


def test_a_folder_and_itself_are_the_same(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    plan = write_plan(tmp_path)
    assert "没有改动：数据相同，1 份文件逐字相同。" in told(capfd, plan, plan)


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("data/ruian",),
        ("data/ruian", "--to", "HEAD"),
        ("data/ruian", "data/ruian", "--from", "HEAD"),
        ("data/ruian", "--from", "HEAD", "--issued", "001"),
        ("data/ruian", "data/ruian", "--date", "2013-02-30"),
        ("data/ruian", "data/ruian", "--format", "xml"),
        ("data/ruian", "data/nosuch"),
    ],
)
def test_wrong_usage_is_told(arguments: tuple[str, ...], capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", *arguments]) == WRONG_USAGE
    assert "用法不对" in capfd.readouterr().err


def test_faults_of_the_old_side_are_told_with_their_places(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    old, new = write_plan(tmp_path / "old", ("项目!H2", "很多")), write_plan(tmp_path / "new")
    assert run(["diff", str(old), str(new), "--output", str(tmp_path / "out")]) == DATA_FAULT
    assert f"{old.as_posix()}/projects.xlsx!项目!H2: 错误[number]" in capfd.readouterr().err
    assert not (tmp_path / "out").exists()


def test_two_plans_are_told(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    other = write_plan(tmp_path, ("plan.yaml", "id: xian\ntitle: 某县质量强县规划", "id: other\ntitle: 别的规划"))
    assert run(["diff", str(write_plan(tmp_path / "a")), str(other)]) == DATA_FAULT
    assert "错误[diff-plans] 这是两个规划" in capfd.readouterr().err


@pytest.mark.slow
def test_a_result_corrected_in_pingyang(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The verdict flips, with rate and tallies, a sentence that told a fall, the list of what is missed, charts."""
    new = changed(tmp_path, "pingyang", "indicators.xlsx", "完成值", E65=30.5)
    said = told(capfd, DATA / "pingyang", new)
    for line in (
        "1. 【输入】指标“城市PM2.5平均浓度”2022年完成值：27.8微克/立方米 → 30.5微克/立方米",
        "【推算】指标“城市PM2.5平均浓度”2022年完成率：101.4% → 91.8%",
        "【推算】指标“城市PM2.5平均浓度”2022年评价：达到序时进度 → 未完成",
        "【推算】指标“城市PM2.5平均浓度”2022年比上年：下降2.1% → 增长7.4%",
        "【推算】评估“十四五2022年”“约束性”未完成：2项 → 3项",
        "表1第19行“*城市PM2.5…”“评价”：达到序时进度 → 未完成",
        "同比下降2.1%，…… → 城市PM2.5平均浓度2022年为30.5微克/立方米，同比增长7.4%",
        "图1“环境质量”“未完成”：1 → 2",
        "图4“2022年”“实际值”：27.8 → 30.5",
        "下的表第3行“城市PM2.5平…”：增加“19；城市PM2.5平均浓度；≤28.2微克/立方米；30.5微克/立方米；91.8%",
        "涉及 1 份文件，其余 5 份未变。",
    ):
        assert line in said
    assert "找不到" not in said


@pytest.mark.slow
def test_a_target_corrected_in_tiantai(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """It stands in the annex, in the whole table of duties, on sheets of units, in both workbooks."""
    new = changed(tmp_path, "tiantai", "indicators.xlsx", "指标", L2=96)
    said = json.loads(told(capfd, DATA / "tiantai", new, "--format", "json"))
    assert said["summary"] == {
        "entered": 1,
        "derived": 0,
        "places": 26,
        "unexplained": 0,
        "unprinted": 0,
        "papers": 13,
        "unchanged": 17,
    }
    touched = [paper for paper in said["papers"] if not paper["same"]]
    assert {(paper["kind"], paper["workbook"]) for paper in touched} == {
        ("notice", False),
        ("responsibilities", False),
        ("responsibilities", True),
        ("unit-sheet", False),
        ("unit-sheet", True),
        ("indicators", False),
    }
    places = [place for paper in touched for place in paper["differences"]]
    assert all(place["causes"] == [1] for place in places)
    assert {place["number"] for place in places} == set(said["changes"][0]["printed"])
    for paper in touched:
        assert all((place["new"]["page"] is None) == paper["workbook"] for place in paper["differences"])


@pytest.mark.slow
def test_the_money_of_a_project_is_in_the_totals(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    said = told(capfd, DATA / "pingyang", changed(tmp_path, "pingyang", "projects.xlsx", "项目", H4=2080))
    assert "【推算】重大项目总投资合计：46680万元（4.668亿元） → 46780万元（4.678亿元）" in said
    assert "“合计”“总投资（万元）”：46680 → 46780" in said
    assert (
        "占总投资4.67亿元的31.5%。 → ……2022年完成投资9150万元，累计完成投资1.47亿元，占总投资4.68亿元的31.4%。" in said
    )


@pytest.mark.slow
def test_the_papers_of_a_correction_are_written(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The errata in both formats, each paper with its changes marked, and the proof that the others stayed the same."""
    output = tmp_path / "out"
    new = changed(tmp_path, "pingyang", "indicators.xlsx", "完成值", E65=30.5)
    arguments = (DATA / "pingyang", new, "--output", output, "--date", "2023-05-09")
    told(capfd, *arguments)
    title = f"关于《{REPORT}》的更正说明"
    manifest = json.loads((output / "manifest.json").read_text(encoding="utf-8"))
    assert {each["path"] for each in manifest["documents"]} == {
        f"{title}.docx",
        f"{title}.pdf",
        f"《{REPORT}》（修订对照）.docx",
        "diff.json",
    }
    for each in manifest["documents"]:
        assert sha256((output / each["path"]).read_bytes()) == each["sha256"]
    assert [each["title"] for each in manifest["changed"]] == [REPORT]
    assert len(manifest["unchanged"]) == 5
    assert all(each["old_sha256"] == each["new_sha256"] for each in manifest["unchanged"])
    before = {path.name: path.read_bytes() for path in output.iterdir()}
    told(capfd, *arguments)
    assert {path.name: path.read_bytes() for path in output.iterdir()} == before
    (output / "notes.txt").write_text("别动", encoding="utf-8")
    told(capfd, new, new, "--output", output)  # nothing to correct: what was written before is no more true
    assert {path.name for path in output.iterdir()} == {"diff.json", "manifest.json", "notes.txt", ".yinfa.lock"}
