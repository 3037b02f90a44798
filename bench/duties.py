"""A plan of many tasks and units: `python -m bench.duties FOLDER TASKS UNITS` writes it into FOLDER.

Its papers are the splits of duties alone: the whole table, and a sheet for every unit. Nothing in it is left to chance.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from openpyxl import Workbook

from yinfa.model.indicators import INDICATOR_COLUMNS

CHAPTERS = 12
INDICATORS = 40
NUMERALS = "甲乙丙丁戊己庚辛壬癸"
GOAL = "健全统筹协调的工作机制，完成年度目标，及时向县政府报告。"


def write_plan(folder: Path, tasks: int, units: int) -> Path:
    """Write the plan into `folder` and return that."""
    (folder / "text").mkdir(parents=True)
    for name, content in (
        ("plan.yaml", _identity(folder.name)),
        ("units.yaml", {"units": [_unit(number) for number in range(units)]}),
        ("text/action.yaml", {"chapters": list(_chapters(tasks, units))}),
    ):
        text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=1 << 30)
        (folder / name).write_text(text, encoding="utf-8")
    _write_indicators(folder / "indicators.xlsx", units)
    return folder


def _identity(id_: str) -> dict[str, Any]:
    split = {"text": "text/action.yaml", "year": 2013}
    return {
        "id": id_,
        "title": "某县质量强县建设行动计划",
        "place": "某县",
        "government": "county",
        "periods": [{"id": "2013", "name": "2013年", "start": 2013, "end": 2013}],
        "period": "2013",
        "issuer": "某县质量强县工作领导小组办公室",
        "date": "2013-05",
        "status": "印发稿",
        "sample": True,
        "documents": [
            {"kind": "responsibilities", "title": "某县质量强县建设责任分解表", **split},
            {"kind": "unit-sheet", "title": "某县质量强县建设任务单", **split},
        ],
    }


def _unit(number: int) -> dict[str, str]:
    name = f"{NUMERALS[number // 10 % 10]}{NUMERALS[number % 10]}局"
    return {"id": f"u{number}", "name": f"某县{name}", "short": f"县{name}", "level": "bureau"}


def _chapters(tasks: int, units: int) -> Iterator[dict[str, Any]]:
    for chapter in range(CHAPTERS):
        numbers = range(tasks * chapter // CHAPTERS, tasks * (chapter + 1) // CHAPTERS)
        yield {"heading": f"推进第{chapter + 1}类质量工作", "blocks": [_task(number, units) for number in numbers]}


def _task(number: int, units: int) -> dict[str, Any]:
    """Return a task; every fourth has three points, of which the second is led by another unit."""
    task = {
        "task": f"t{number}",
        "heading": f"开展第{number + 1}项质量提升行动。",
        "text": GOAL * 2,
        **_charge(number, units),
        "due": f"2013-{number % 12 + 1:02}",
        "indicators": [f"i{number % INDICATORS}"],
    }
    if number % 4:
        return task | {"goal": GOAL}
    points = ({"text": GOAL}, {"text": GOAL * 2, **_charge(number + 7, units)}, {"text": GOAL, "due": "2013-12-31"})
    return task | {"parts": [dict(each) for each in points]}


def _charge(number: int, units: int) -> dict[str, list[str]]:
    """Return one unit that leads, and up to four that support it, spread over all."""
    lead, *support = (f"u{(number * 7 + step * 11) % units}" for step in range(1 + number % 5))
    return {"lead": [lead], "support": [each for each in dict.fromkeys(support) if each != lead]}


def _write_indicators(path: Path, units: int) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "指标"
    sheet.append([column.header for column in INDICATOR_COLUMNS])
    for number in range(INDICATORS):
        name, unit = f"第{number + 1}项合格率", _unit(number % units)["short"]
        row = ["2013", f"i{number}", "是", "产品", number + 1, name, None, "%", "期末", "预期性", "≥", 90]
        sheet.append([*row, None, unit])
    book.save(path)


if __name__ == "__main__":
    write_plan(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
