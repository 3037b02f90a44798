"""A plan of many indicators: `python -m bench.results FOLDER INDICATORS [CHARACTERS]` writes it into FOLDER.

Its one paper is the evaluation of the last year, with the sentences, tables and charts that are made from results of
indicators, and with CHARACTERS of prose that quotes them. Nothing in it is left to chance.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from yinfa.model.actuals import ACTUAL_COLUMNS, ACTUALS
from yinfa.model.indicators import INDICATOR_COLUMNS, INDICATORS
from yinfa.sources.table import Column

YEARS = range(2021, 2026)
GROUPS = 6
SUMMARIES = ("overall", "natures", "groups", "extremes", "changes", "missed")
SENTENCE = (
    '第{0}项产品质量监督抽查合格率达到{{{{ target("第{0}项产品质量监督抽查合格率") }}}}以上，各乡镇加强质量管理，'
    "组织企业开展对标达标，质量工作责任落实到人。"
)
TABLES = (("verdicts", "指标完成情况"), ("missed", "未完成指标"))


def write_plan(folder: Path, indicators: int, characters: int = 0) -> Path:
    """Write the plan into `folder` and return that."""
    (folder / "text").mkdir(parents=True)
    units = [{"id": "u1", "name": "某县市场监督管理局", "short": "县市场监管局", "level": "bureau"}]
    for name, content in (
        ("plan.yaml", _identity(folder.name)),
        ("units.yaml", {"units": units}),
        ("text/evaluation.yaml", {"chapters": [_chapter([*_blocks(indicators), *_prose(indicators, characters)])]}),
    ):
        text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=1 << 30)
        (folder / name).write_text(text, encoding="utf-8")
    _write_book(folder / "indicators.xlsx", indicators)
    return folder


def _identity(id_: str) -> dict[str, Any]:
    paper = {
        "kind": "evaluation",
        "text": "text/evaluation.yaml",
        "title": "某县质量强县规划终期评估报告",
        "year": YEARS[-1],
    }
    return {
        "id": id_,
        "title": "某县质量强县规划",
        "place": "某县",
        "government": "county",
        "periods": [{"id": "14-5", "name": "“十四五”", "start": YEARS[0], "end": YEARS[-1]}],
        "period": "14-5",
        "issuer": "某县质量强县工作领导小组办公室",
        "date": "2026-03",
        "status": "印发稿",
        "sample": True,
        "documents": [paper],
    }


def _blocks(indicators: int) -> Iterator[dict[str, Any]]:
    yield from ({"summary": each} for each in SUMMARIES)
    yield from ({"table": table, "caption": caption} for table, caption in TABLES)
    yield from ({"chart": chart, "caption": "完成情况"} for chart in ("groups", "rates"))
    yield from (
        {"chart": "path", "indicator": f"i{number}", "caption": "历年情况"} for number in range(0, indicators, 20)
    )


def _chapter(blocks: list[Any]) -> dict[str, Any]:
    return {"heading": "指标完成情况", "blocks": blocks}


def _prose(indicators: int, characters: int) -> Iterator[str]:
    """Yield paragraphs of so many characters in all, each of which quotes an indicator."""
    for number in range(characters // len(SENTENCE)):
        yield SENTENCE.format(number % indicators + 1)


def _write_book(path: Path, indicators: int) -> None:
    book = Workbook()
    book.remove(book.worksheets[0])
    targets, results = book.create_sheet(INDICATORS), book.create_sheet(ACTUALS)
    _fill(targets, INDICATOR_COLUMNS, (_target(number) for number in range(indicators)))
    _fill(results, ACTUAL_COLUMNS, (_result(number, year) for number in range(indicators) for year in YEARS))
    book.save(path)


def _fill(sheet: Worksheet, columns: tuple[Column, ...], rows: Iterator[dict[str, Any]]) -> None:
    headers = [column.header for column in columns]
    sheet.append(headers)
    for row in rows:
        sheet.append([row.get(header) for header in headers])


def _target(number: int) -> dict[str, Any]:
    return {
        "时期": "14-5",
        "编号": f"i{number}",
        "主表": "是",
        "分类": f"第{number * GROUPS // 60 + 1}类质量",
        "序号": number + 1,
        "指标名称": f"第{number + 1}项产品质量监督抽查合格率",
        "计量单位": "%",
        "口径": "期末",
        "属性": "约束性" if number % 5 == 0 else "预期性",
        "比较": "≥",
        "目标值": 90,
        "基期值": 80,
        "责任单位": "县市场监管局",
    }


def _result(number: int, year: int) -> dict[str, Any]:
    """Return the result of a year; every seventh indicator falls short in the last."""
    value = round(79.2 + number % 7 * 1.9 + (year - YEARS[0]) * 2.3, 1)
    row = {"时期": "14-5", "编号": f"i{number}", "年度": year, "完成值": value, "来源": "统计年报"}
    return row | ({"原因": "基础薄弱，投入不足。", "改进措施": "加强抽查，督促整改。"} if year == YEARS[-1] else {})


if __name__ == "__main__":
    write_plan(Path(sys.argv[1]), *map(int, sys.argv[2:]))
