"""The samples: nothing found in them, and the kinds of defects that stand in published papers found in their copies."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from tests.checks.prosing import PROSE
from yinfa.compose.facts import Facts
from yinfa.compose.results.facts import ResultFacts
from yinfa.diagnostics import Report
from yinfa.model.load import load_plan
from yinfa.model.plan import Plan
from yinfa.paths import DATA
from yinfa.prose.compare import compared
from yinfa.prose.orphans import bound
from yinfa.prose.paper import Paper, papers_of
from yinfa.prose.reading import reading_of
from yinfa.prose.statements import statements_in
from yinfa.sources.text import Text

pytestmark = pytest.mark.slow

CALL = re.compile(r"\{\{ ?((?:target|actual|pace)\([^{}]*\)) ?\}\}")
SAMPLES = sorted(path.name for path in DATA.iterdir())


def plan_of(folder: Path) -> Plan:
    """Return the plan in a folder."""
    plan = load_plan(folder, f"data/{folder.name}", Report())
    assert plan is not None
    return plan


def copy_of(name: str, folder: Path, file: str, old: str, new: str) -> Plan:
    """Return a sample of which one place of a text is changed."""
    copy = shutil.copytree(DATA / name, folder / name)
    text = (copy / file).read_text(encoding="utf-8")
    assert old in text
    (copy / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return plan_of(copy)


def found(plan: Plan) -> list[tuple[str, str]]:
    """Return the codes and the messages of what is found."""
    reading = reading_of(plan)
    return [(code, each.message) for code, rule in PROSE.items() for each in rule(reading)]


@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_is_found_in_a_sample(name: str) -> None:
    assert found(plan_of(DATA / name)) == []


def rendered(plan: Plan, paper: Paper, call: str) -> str:
    """Return what a call prints in a paper."""
    facts = ResultFacts(plan, paper.leaf) if paper.evaluation else Facts(plan, paper.leaf)
    names = {name: getattr(facts, name) for name in ("target", "actual", "pace", "total") if hasattr(facts, name)}
    return re.sub("<[^>]*>", "", str(eval(call, {}, names)))  # noqa: S307  calls of our own samples


def typed(plan: Plan) -> Iterator[tuple[Paper, Text, int, str]]:
    """Yield each text of a sample with one of its calls typed: its paper, where the figure stands, and that."""
    for paper in papers_of(plan):
        for text in paper.texts:
            for call in CALL.finditer(text):
                figure = rendered(plan, paper, call[1])
                if any(each.isdigit() for each in figure):
                    told = text[: call.start()] + figure + text[call.end() :]
                    yield paper, Text(told, text.origin), call.start(), figure


@pytest.mark.parametrize("name", SAMPLES)
def test_a_fact_that_is_typed_is_never_called_wrong(name: str) -> None:
    """Wherever a sample calls a fact, its figure typed there is an orphan with a call that prints it, or nothing."""
    plan = plan_of(DATA / name)
    seen = 0
    for paper, text, start, figure in typed(plan):
        for statement in statements_in(paper, text):
            result = compared(statement)
            assert not result.differs, f"{text}: {statement.literal}"
            fact = bound(result) if statement.figure.start == start else None
            if fact:
                assert rendered(plan, paper, fact.call.strip("{} ")) == figure, text
                seen += 1
    assert seen > len(list(typed(plan))) * 0.5


@pytest.mark.parametrize(
    ("name", "file", "old", "new", "code"),
    [
        (  # the prose promises more service firms than the table
            "tiantai",
            "text/action-2013.yaml",
            '服务企业新增{{ target("取得质量管理体系认证的服务企业") }}以上',
            "服务企业新增5家以上",
            "prose-table",
        ),
        (  # and fewer standards
            "ruian",
            "text/plan.yaml",
            '服务业地方标准制修订达到{{ target("服务业地方标准制修订") }}以上',
            "服务业地方标准制修订达到15项以上",
            "prose-table",
        ),
        (  # 9 for a satisfaction of 90
            "pingyang",
            "text/plan.yaml",
            '服务质量满意度达到{{ target("服务质量满意度") }}以上',
            "服务质量满意度达到9%以上",
            "prose-table",
        ),
        (  # the target of the period before
            "pingyang",
            "text/plan.yaml",
            '制造业产品质量合格率达到{{ target("制造业产品质量合格率") }}',
            "制造业产品质量合格率达到95%",
            "prose-table",
        ),
        (  # a total that is cut instead of rounded
            "ruian",
            "text/plan.yaml",
            '总投资合计{{ total("总投资", "亿元", 1) }}，其中',
            "总投资合计210亿元，其中",
            "prose-table",
        ),
        ("tiantai", "text/action-2013.yaml", "heading: 抓好五项重点工作", "heading: 抓好六项重点工作", "list-count"),
        (
            "pingyang",
            "text/evaluation-2022.yaml",
            '同比{{ change("规模以上工业新产品产值率") }}',
            "同比提高20%",
            "pct-point",
        ),
        (
            "chengchuan",
            "text/opinion.yaml",
            '浓度不高于{{ target("县城环境空气二氧化硫年平均浓度") }}',
            '浓度不低于{{ target("县城环境空气二氧化硫年平均浓度") }}',
            "prose-direction",
        ),
    ],
)
def test_a_defect_made_in_a_sample_is_found(
    tmp_path: Path, name: str, file: str, old: str, new: str, code: str
) -> None:
    assert code in [each for each, _ in found(copy_of(name, tmp_path, file, old, new))]


def test_a_cell_that_is_changed_is_found_where_prose_types_its_figure(tmp_path: Path) -> None:
    """9 in the table of indicators, and 90 in a box."""
    plan = copy_of(
        "pingyang",
        tmp_path,
        "text/plan.yaml",
        '服务质量满意度达到{{ target("服务质量满意度") }}以上',
        "服务质量满意度达到90%以上",
    )
    assert [code for code, _ in found(plan)] == ["orphan-number"]
    copy = tmp_path / "pingyang"
    book = openpyxl.load_workbook(copy / "indicators.xlsx")
    sheet = book["指标"]
    names = {str(cell.value): place for place, cell in enumerate(sheet[1], 1)}
    rows = [row for row in range(2, sheet.max_row + 1) if sheet.cell(row, names["指标名称"]).value == "服务质量满意度"]
    row = next(row for row in rows if sheet.cell(row, names["时期"]).value == "14-5")
    sheet.cell(row, names["目标值"]).value = 9
    book.save(copy / "indicators.xlsx")
    ((code, message),) = found(plan_of(copy))
    assert (code, message.split("：")[0]) == ("prose-table", "写的是“90%”，与“服务质量满意度”的数据不一致")
