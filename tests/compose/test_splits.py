"""The splits as they are printed: the whole table, the matrix, the sheet of a unit."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.plans import good_plan
from yinfa.compose.compose import compose
from yinfa.compose.splits import numbered_caption, printed_due, upright
from yinfa.diagnostics import Origin, Report
from yinfa.document.tree import Break, Document, Heading, Num, Paragraph, Table
from yinfa.document.walk import blocks_of, text_of
from yinfa.model.plan import Plan
from yinfa.sources.text import Text
from yinfa.styling import load_style


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """Return the plan with the papers of a year."""
    return good_plan(tmp_path_factory.mktemp("splits"), action=True)


def issued(plan: Plan, kind: str, unit: str = "") -> Document:
    """Return the plan's paper of a kind, or that of a unit."""
    paper = next(each for each in plan.papers() if each.kind == kind)
    report = Report()
    document = compose(plan, paper, load_style(), report, unit=plan.registry.find(unit) if unit else None)
    report.stop(strict=True)
    assert document is not None
    return document


def tables(document: Document) -> list[Table]:
    return [block for block in blocks_of(document) if isinstance(block, Table)]


def lines(table: Table) -> Iterator[list[str]]:
    """Yield the cells of the body row by row, with how many rows each reaches over."""
    for group in table.groups:
        for row in group:
            yield [f"{text_of(cell.children)}{f'|{cell.rowspan}' if cell.rowspan > 1 else ''}" for cell in row]


def test_the_whole_table_merges_what_the_points_of_a_task_share(plan: Plan) -> None:
    """Chapter, number and task; a term that all points have; units where they are the same."""
    whole = tables(issued(plan, "responsibilities"))[0]
    assert list(lines(whole)) == [
        ["深化质量示范创建|2", "1", "配合做好质量强市示范城市创建", "9月底前具备验收条件",
         "县质监局、县发改局", "相关部门", "2013年9月"],
        ["2", "创建示范园区", "以园区为主体开展创建。", "城关镇、县建投公司", "—", "—"],
        ["提升产品质量|4", "3|3", "培育品牌|3", "新增省级品牌5个", "县质监局", "—", "2013年12月31日"],
        ["推进企业技术改造。", "县经信局", "县环保局、成员单位", "2013年12月31日"],
        ["建立品牌名录。", "县质监局", "县发改局", "2013年6月"],
        ["4", "加强宣传", "组织开展质量月活动。", "县质监局", "—", "—"],
    ]  # fmt: skip
    assert whole.groups[0][0][0].role == "group"


def test_points_with_the_same_units_and_term_show_them_once(tmp_path: Path) -> None:
    """As when none of them has any of its own."""
    changes = (
        ("text/action.yaml", "\n                lead: 县经信局\n                support: 县环保局，成员单位", ""),
        ("text/action.yaml", ", support: [县发改局], due: 2013年6月", ""),
    )
    whole = tables(issued(good_plan(tmp_path, *changes, action=True), "responsibilities"))[0]
    assert list(lines(whole))[2:5] == [
        ["提升产品质量|4", "3|3", "培育品牌|3", "新增省级品牌5个", "县质监局|3", "—|3", "2013年12月31日|3"],
        ["推进企业技术改造。"],
        ["建立品牌名录。"],
    ]


def test_figures_in_a_goal_still_know_their_cell(plan: Plan) -> None:
    """Prose in a table is prose."""
    whole = tables(issued(plan, "responsibilities"))[0]
    numbers = [each for each in whole.groups[1][0][3].children if isinstance(each, Num)]
    assert [(each.text, each.origin.rpartition("/")[2]) for each in numbers] == [("5个", "indicators.xlsx!指标!L11")]


def test_the_matrix_marks_lead_and_support_and_says_what_the_marks_are(plan: Plan) -> None:
    """Its units stand upright in the order of the registry."""
    matrix = tables(issued(plan, "responsibilities"))[1]
    units = [text_of(cell.children) for cell in matrix.head[0][2:]]
    assert units == ["县质监局", "县环保局", "县发改局", "县经信局", "城关镇", "县建投公司", "相关部门", "成员单位"]
    assert sum(isinstance(child, Break) for child in matrix.head[0][2].children) == 3
    assert [line[2:] for line in lines(matrix)] == [
        ["●", "", "●", "", "", "", "○", ""],
        ["", "", "", "", "●", "●", "", ""],
        ["●", "○", "○", "●", "", "", "", "○"],
        ["●", "", "", "", "", "", "", ""],
    ]
    assert "●为牵头，○为配合" in text_of(matrix.notes[0].children)


def test_the_sheet_of_a_unit_holds_its_tasks_and_its_indicators(plan: Plan) -> None:
    """Those that its tasks serve and those it is responsible for, with their targets."""
    document = issued(plan, "unit-sheet", "县发改局")
    assert document.title == "某县质量强县建设任务单（县发改局）"
    tasks, indicators = tables(document)
    assert list(lines(tasks)) == [
        ["深化质量示范创建", "1", "配合做好质量强市示范城市创建", "9月底前具备验收条件", "牵头", "2013年9月"],
        ["提升产品质量", "3", "培育品牌", "建立品牌名录。", "配合", "2013年6月"],
    ]
    assert list(lines(indicators)) == [
        ["产品", "1", "食品抽检合格率", "%", "≥95"],
        ["产品", "2", "申报质量奖（新增）", "家", "完成上级任务"],
    ]
    words = [text_of(block.children) for block in blocks_of(document) if isinstance(block, Paragraph)]
    assert "某县发展和改革局：" in words


def test_the_indicators_of_a_sheet_are_those_of_its_paper_s_period(plan: Plan) -> None:
    """Not those of the plan at large, for which the unit is responsible too."""
    _, indicators = tables(issued(plan, "unit-sheet", "县质监局"))
    assert [line[2] for line in lines(indicators) if len(line) > 4] == ["食品抽检合格率", "品牌（新增）|2"]


def test_a_unit_without_indicators_has_no_empty_table(plan: Plan) -> None:
    assert len(tables(issued(plan, "unit-sheet", "城关镇"))) == 1


def test_the_sheets_of_all_units_may_be_bound_in_one(plan: Plan) -> None:
    """One after the other, in the order of the registry."""
    document = issued(plan, "unit-sheet")
    headings = [text_of(block.children) for block in blocks_of(document) if isinstance(block, Heading)]
    assert headings == ["县质监局", "县环保局", "县发改局", "县经信局", "城关镇", "县建投公司", "相关部门", "成员单位"]
    assert document.title == "某县质量强县建设任务单"


@pytest.mark.parametrize(
    ("due", "printed"), [("2013-09", "2013年9月"), ("2013-12-31", "2013年<br/>12月31日"), (None, "—")]
)
def test_a_term_is_printed_as_papers_write_it(due: str | None, printed: str) -> None:
    assert printed_due(due) == printed


def test_only_one_of_several_tables_has_a_number_behind_its_caption() -> None:
    caption = Text("对照表", Origin("text/a.yaml", 3, 1))
    assert numbered_caption(caption, 1, 1) == "对照表"
    second = numbered_caption(caption, 2, 3)
    assert second == "对照表（二）"
    assert isinstance(second, Text)
    assert second.origin == caption.origin


def test_a_name_set_upright_is_escaped() -> None:
    assert upright("甲<局") == "甲<br/>&lt;<br/>局"
