"""The run as a whole, where the command line does not show it."""

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.compose.composing import crowded
from tests.plans import write_plan
from yinfa.diagnostics import Faults, Report
from yinfa.document.tree import Paragraph, Table
from yinfa.document.walk import blocks_of, text_of
from yinfa.issue.manifest import digests
from yinfa.issuing import build
from yinfa.pipeline import Galley, Request, galleys_of
from yinfa.styling import load_style

UNITS = ("县质监局", "县环保局", "县发改局", "县经信局", "城关镇", "县建投公司", "相关部门", "成员单位")
SHEET, WHOLE = "某县质量强县建设任务单", "某县质量强县建设责任分解表"


def issued(folder: Path) -> list[dict[str, Any]]:
    """Return what the manifest in a folder of the output lists."""
    found: list[dict[str, Any]] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["documents"]
    return found


@pytest.mark.slow
def test_the_manifest_tells_what_was_read_though_a_file_is_saved_again_during_the_run(tmp_path: Path) -> None:
    folder = write_plan(tmp_path)
    files = ("plan.yaml", "units.yaml", "text/plan.yaml", "indicators.xlsx", "projects.xlsx")
    read = digests(folder, files)

    def save_again(step: str) -> None:
        if step.startswith("排版"):
            with (folder / "units.yaml").open("a", encoding="utf-8") as units:
                units.write("\n")

    build(Request((folder,), tmp_path / "output"), save_again)
    manifest = json.loads((tmp_path / "output" / "xian" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["inputs"] == read
    assert digests(folder, files) != read


@pytest.mark.slow
def test_every_unit_gets_a_sheet_of_its_own_and_all_of_them_one_workbook(tmp_path: Path) -> None:
    """The manifest names the unit; a workbook has no pages."""
    build(Request((write_plan(tmp_path, action=True),), tmp_path / "output", ("unit-sheet",)))
    found = {(each["unit"], each["format"]): each for each in issued(tmp_path / "output" / "xian")}
    assert set(found) == {(None, "xlsx"), *((unit, format_) for unit in UNITS for format_ in ("docx", "pdf"))}
    for (unit, format_), each in found.items():
        title = f"{SHEET}（{unit}）" if unit else SHEET
        assert (each["title"], each["path"], each["year"]) == (title, f"{title}.{format_}", 2013)
        assert (each["pages"] == 0) == (format_ == "xlsx")
    book = load_workbook(BytesIO((tmp_path / "output" / "xian" / f"{SHEET}.xlsx").read_bytes()))
    assert tuple(name for name in book.sheetnames if not name.endswith("（涉及指标）")) == UNITS


def test_a_format_is_written_by_the_kinds_that_have_it(tmp_path: Path) -> None:
    """The others are left out; nothing is laid out for it."""
    said: list[str] = []
    told = build(Request((write_plan(tmp_path, action=True),), tmp_path / "output", formats=("xlsx",)), said.append)
    assert [str(each) for each in told] == []
    folder = tmp_path / "output" / "xian"
    assert [each["path"] for each in issued(folder)] == [f"{SHEET}.xlsx", f"{WHOLE}.xlsx"]
    assert not [each for each in said if each.startswith("排版")]
    assert load_workbook(folder / f"{WHOLE}.xlsx").sheetnames == ["责任分解表", "任务与单位对照表"]


def test_a_workbook_has_the_whole_matrix_where_pages_have_it_cut(tmp_path: Path) -> None:
    """Behind the table of duties: sixty units are too many for a page."""
    folder = crowded(tmp_path, 60, "县某某局甲乙").folder
    request = Request((folder,), tmp_path / "output", ("responsibilities",), ("docx", "xlsx"))
    galleys = galleys_of(request, load_style(), Report())
    tables = {each.formats: sum(isinstance(block, Table) for block in blocks_of(each.document)) - 1 for each in galleys}
    assert tables == {("docx",): 4, ("xlsx",): 1}


def drafted(folder: Path, *kinds: str) -> tuple[list[Galley], list[str]]:
    """Return the papers of a plan's folder, and what is said of them."""
    report = Report()
    galleys = galleys_of(Request((folder,), folder.parent / "output", kinds, ("docx",)), load_style(), report)
    return galleys, [str(each).split("\n")[0].split(": ", 1)[1] for each in report]


def named(galleys: list[Galley]) -> dict[str, str]:
    """Return whom the sheets name as their unit, by their titles."""
    return {
        each.document.title: text_of(block.children)
        for each in galleys
        for block in blocks_of(each.document)
        if isinstance(block, Paragraph) and text_of(block.children).startswith("责任单位：")
    }


def test_a_unit_that_was_renamed_gets_its_sheet_under_the_full_name_of_the_year(tmp_path: Path) -> None:
    """Its short name stayed, and so did the text."""
    year = "title: 下一年任务单, year: 2014}\n"
    folder = write_plan(
        tmp_path,
        (
            *("units.yaml", "short: 城关镇, level: town}\n"),
            (
                "short: 城关镇, level: town, until: 2013, successor: jiedao}\n"
                "  - {id: jiedao, name: 某县人民政府城关街道办事处, short: 城关镇, level: town, since: 2014}\n"
            ),
        ),
        (
            "plan.yaml",
            "  - {kind: unit-sheet",
            f"  - {{kind: unit-sheet, text: text/next.yaml, {year}  - {{kind: unit-sheet",
        ),
        action=True,
    )
    task = "blocks:\n  - {task: t, heading: 甲。, text: 乙。, lead: 城关镇}\n"
    (folder / "text" / "next.yaml").write_text(task, encoding="utf-8")
    galleys, said = drafted(folder, "unit-sheet")
    assert said == []
    found = named(galleys)
    assert found[f"{SHEET}（城关镇）"] == "责任单位：某县城关镇人民政府"
    assert found["下一年任务单（城关镇）"] == "责任单位：某县人民政府城关街道办事处"
    (sheet,) = [each.document for each in galleys if each.document.title.startswith("下一年")]
    assert any(isinstance(block, Table) and "乙。" in str(block) for block in blocks_of(sheet))


def test_a_paper_without_what_its_kind_needs_is_told_once_and_not_composed(tmp_path: Path) -> None:
    """In any format."""
    folder = write_plan(tmp_path, action=True)
    (folder / "text" / "action.yaml").write_text("chapters: []\n", encoding="utf-8")
    with pytest.raises(Faults) as told:
        build(Request((folder,), tmp_path / "output", formats=("xlsx",)))
    assert {each.code for each in told.value.diagnostics} == {"kind-needs"}


def test_a_text_that_stands_in_two_parts_of_a_paper_is_told_once(tmp_path: Path) -> None:
    """And not every id in it."""
    again = '      - {kind: action-plan, text: text/action.yaml, title: 又一份, period: "2013"}\n'
    period = '        period: "2013"\n'
    _, said = drafted(write_plan(tmp_path, ("plan.yaml", period, period + again), action=True))
    assert said == ["错误[part-twice] “text/action.yaml”在一份文件里印了两次"]


def test_two_papers_of_one_title_are_told_once(tmp_path: Path) -> None:
    """By their title, not by the names of their files."""
    change = ("plan.yaml", "title: 2013年政府量化指标要求", "title: 某县质量强县建设责任分解表")
    _, said = drafted(write_plan(tmp_path, change, action=True))
    assert [each.split("，")[0] for each in said] == ["错误[duplicate] 文件标题“某县质量强县建设责任分解表”重复"]


def test_titles_that_differ_only_by_case_are_told_as_names_of_files(tmp_path: Path) -> None:
    """As the drafter knows them: without an ending."""
    change = ("plan.yaml", "title: 2013年政府量化指标要求", "title: 规划A")
    again = ("plan.yaml", "title: 某县质量强县建设责任分解表", "title: 规划a")
    _, said = drafted(write_plan(tmp_path, change, again, action=True))
    assert said == [f"错误[file-name] 文件名“规划{each}”与另一份的相同，或只差大小写、字形" for each in "Aa"]


def test_that_nothing_is_made_is_told(tmp_path: Path) -> None:
    """With what could be."""
    request = Request((write_plan(tmp_path),), tmp_path / "output", formats=("xlsx",))
    (said,) = build(request)
    assert said.message == "没有所选文种和格式的文件，什么也没有生成"
    assert said.hint == "这里可选的文种和格式：plan（docx、pdf）"
    assert not (tmp_path / "output" / "xian").exists()
