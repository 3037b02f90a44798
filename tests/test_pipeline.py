"""The run as a whole, where the command line does not show it."""

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.plans import write_plan
from yinfa.issue.manifest import digests
from yinfa.pipeline import Request, build

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
    assert tuple(book.sheetnames) == UNITS


def test_a_format_is_written_by_the_kinds_that_have_it(tmp_path: Path) -> None:
    """The others are left out; nothing is laid out for it."""
    said: list[str] = []
    told = build(Request((write_plan(tmp_path, action=True),), tmp_path / "output", formats=("xlsx",)), said.append)
    assert [str(each) for each in told] == []
    folder = tmp_path / "output" / "xian"
    assert [each["path"] for each in issued(folder)] == [f"{SHEET}.xlsx", f"{WHOLE}.xlsx"]
    assert not [each for each in said if each.startswith("排版")]
    assert load_workbook(folder / f"{WHOLE}.xlsx").sheetnames == ["责任分解表", "任务与单位对照表"]


def test_that_nothing_is_made_is_told(tmp_path: Path) -> None:
    """With what could be."""
    request = Request((write_plan(tmp_path),), tmp_path / "output", formats=("xlsx",))
    (said,) = build(request)
    assert said.message == "没有所选文种和格式的文件，什么也没有生成"
    assert said.hint == "这里可选的文种和格式：plan（docx、pdf）"
    assert not (tmp_path / "output" / "xian").exists()
