"""The splits as they are printed: the whole table, the matrix, the sheet of a unit."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.compose.composing import STYLE, crowded
from tests.plans import good_plan
from tests.writers.pdf_measure import pages_of
from yinfa.compose.compose import Composer
from yinfa.compose.splits import LINES, Splits, column_of, numbered, printed_due, stacked
from yinfa.derive.duties import charges_of
from yinfa.diagnostics import Origin, Report
from yinfa.document.tree import Break, Document, Heading, Num, Paragraph, Table
from yinfa.document.walk import blocks_of, text_of
from yinfa.model.identity import Unit
from yinfa.model.load import load_plan
from yinfa.model.plan import Plan
from yinfa.model.words import TableBlock
from yinfa.paths import ROOT
from yinfa.sources.text import Text
from yinfa.writers.pdf import lay_out

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """Return the plan with the papers of a year."""
    return good_plan(tmp_path_factory.mktemp("splits"), action=True)


def issued(plan: Plan, kind: str, unit: str = "") -> Document:
    """Return the plan's paper of a kind, or that of a unit."""
    paper = next(each for each in plan.papers() if each.kind == kind)
    report = Report()
    document = Composer(plan, STYLE, report).compose(paper, plan.registry.find(unit) if unit else None)
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
    """Those that what it leads serves and those it is responsible for, by their own 序号, and whose they are."""
    document = issued(plan, "unit-sheet", "县发改局")
    assert document.title == "某县质量强县建设任务单（县发改局）"
    tasks, indicators = tables(document)
    assert list(lines(tasks)) == [
        ["深化质量示范创建", "1", "配合做好质量强市示范城市创建", "9月底前具备验收条件", "牵头", "2013年9月"],
        ["提升产品质量", "3", "培育品牌", "建立品牌名录。", "配合", "2013年6月"],
    ]
    assert list(lines(indicators)) == [
        ["产品|2", "1", "食品抽检合格率", "%", "≥95", "县质监局"],
        ["3", "申报质量奖（新增）", "家", "完成上级任务", "县发改局"],
    ]
    words = [block for block in blocks_of(document) if isinstance(block, Paragraph)]
    labels = [text_of(each.children) for each in words if each.role == "label"]
    assert labels == ["责任单位：某县发展和改革局", "涉及指标"]


def test_the_indicators_of_a_sheet_are_those_of_its_paper_s_period(plan: Plan) -> None:
    """Not those of the plan at large, for which the unit is responsible too."""
    _, indicators = tables(issued(plan, "unit-sheet", "县质监局"))
    assert list(lines(indicators)) == [
        ["产品|3", "1", "食品抽检合格率", "%", "≥95", "县质监局"],
        ["2|2", "品牌（新增）|2", "国家级", "个", "1", "县质监局|2"],
        ["省级", "个", "5"],
    ]


def test_indicators_of_one_group_stand_together_on_a_sheet(tmp_path: Path) -> None:
    """Though they are apart in the workbook, where the order is that of the main table."""
    changes = (("指标!D10", "管理"), ("指标!D11", "管理"), ("指标!N12", "县质监局"))
    _, indicators = tables(issued(good_plan(tmp_path, *changes, action=True), "unit-sheet", "县质监局"))
    assert [line[:2] for line in lines(indicators)] == [
        ["产品|2", "1"],
        ["3", "申报质量奖（新增）"],
        ["管理|2", "2|2"],
        ["省级", "个"],
    ]


def test_a_unit_does_not_answer_for_indicators_of_what_it_only_supports(plan: Plan) -> None:
    """相关部门 supports a task that an indicator serves; its sheet has no empty table either."""
    assert len(tables(issued(plan, "unit-sheet", "相关部门"))) == 1


def test_an_indicator_out_of_the_main_table_has_no_ordinal_on_a_sheet(tmp_path: Path) -> None:
    """None is made up for it."""
    changes = (("指标!C12", "否"), ("指标!E12", None))
    _, indicators = tables(issued(good_plan(tmp_path, *changes, action=True), "unit-sheet", "县发改局"))
    assert [line[:3] for line in lines(indicators)] == [
        ["产品|2", "1", "食品抽检合格率"],
        ["—", "申报质量奖（新增）", "家"],
    ]


@pytest.mark.parametrize("folder", ["", "data/tiantai", "data/chengchuan"])
def test_a_sheet_lists_what_its_unit_leads_or_answers_for_exactly_once(folder: str, plan: Plan) -> None:
    """For every unit: each indicator of a task or point that it leads, each that it is responsible for, no other."""
    loaded = load_plan(ROOT / folder, folder, Report()) if folder else plan
    assert loaded
    paper = next(each for each in loaded.papers() if each.kind == "unit-sheet")
    year, period = loaded.year_of(paper), loaded.period_of(paper)
    splits = Splits(loaded, paper)
    for unit in splits.units():
        led = [each for each in charges_of(loaded.words_of(paper), loaded.registry, year) if unit in each.lead]
        wanted = [loaded.indicator(name, period) for each in led for name in each.indicators]
        wanted += [
            each
            for each in loaded.indicators
            if each.period == period and unit in loaded.registry.in_order(each.units, year)
        ]
        found = [each.id for group in splits.indicators(unit) for each in group.indicators]
        assert sorted(found) == sorted({each.id for each in wanted if each}), unit.short


def test_a_unit_without_indicators_has_no_empty_table(plan: Plan) -> None:
    assert len(tables(issued(plan, "unit-sheet", "城关镇"))) == 1


def test_the_sheets_of_all_units_may_be_bound_in_one(plan: Plan) -> None:
    """One after the other, in the order of the registry."""
    document = issued(plan, "unit-sheet")
    headings = [text_of(block.children) for block in blocks_of(document) if isinstance(block, Heading)]
    assert headings == ["县质监局", "县环保局", "县发改局", "县经信局", "城关镇", "县建投公司", "相关部门", "成员单位"]
    assert document.title == "某县质量强县建设任务单"


@pytest.mark.parametrize(("due", "printed"), [("2013-09", "2013年9月"), ("2013-12-31", "2013年/12月31日"), (None, "—")])
def test_a_term_is_printed_as_papers_write_it(due: str | None, printed: str) -> None:
    """And still knows its date, on either line."""
    words = printed_due(Text(due, Origin("text/a.yaml", 3, 5)) if due else None)
    assert words.replace("<br/>", "/").striptags() == printed
    assert words.count(f'datetime="{due}"') == (printed.count("/") + 1 if due else 0)


def test_only_one_of_several_tables_has_a_number_behind_its_caption() -> None:
    """And the id, by which they are referred to, is that of the first."""
    table = TableBlock.model_validate({"table": "matrix", "caption": Text("对照表", Origin("text/a.yaml", 3, 1))})
    table = table.model_copy(update={"id": "m"})
    assert numbered(table, 1, 1) is table
    first, second = numbered(table, 1, 3), numbered(table, 2, 3)
    assert [(each.caption, each.id) for each in (first, second)] == [("对照表（一）", "m"), ("对照表（二）", None)]
    assert second.caption
    assert second.caption.origin.line == 3


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("县质监局", "县/质/监/局"),
        ("一二三四五六七八", "一/二/三/四/五/六/七/八"),
        ("一二三四五六七八九", "一二/三四/五六/七八/九"),
        ("甲<局", "甲/&lt;/局"),
    ],
)
def test_a_long_name_is_set_in_lines_of_two_characters(name: str, printed: str) -> None:
    """So that the head of a matrix leaves the page to its tasks; a name is escaped."""
    assert stacked(name).replace("<br/>", "/") == printed


@given(st.text("县质量局", min_size=1, max_size=40))
def test_a_name_in_the_head_of_a_matrix_has_few_lines_and_loses_no_character(name: str) -> None:
    """However long it is; its column has room for the line, of 12 pt beside what is left free in the cell."""
    printed = stacked(name).split("<br/>")
    assert "".join(printed) == name
    assert len(printed) <= LINES
    unit = Unit.model_construct(id=name, short=name)
    assert column_of(unit) >= (max(map(len, printed)) * 12 + 7) / 72 * 25.4


LONG = "某县质量强县建设工作领导小组某某专项协调推进办公室甲乙"[:25]


@pytest.mark.parametrize(("name", "units", "count"), [("县某某局甲乙", 60, 4), (LONG, 60, 9)])
def test_a_matrix_of_many_units_with_long_names_has_room_on_its_pages(
    tmp_path: Path, name: str, units: int, count: int
) -> None:
    """Each of its tables begins on a page with caption, head and three tasks, and no name leaves its column."""
    document = issued(crowded(tmp_path, units, name), "responsibilities")
    matrix = replace(document, sections=document.sections[1:])
    cut = tables(matrix)
    assert len(cut) == count
    pages = [page.extract_text().replace("\n", "") for page in pages_of(lay_out(matrix, STYLE).pdf())]
    for each in cut:
        (page,) = [words for words in pages if text_of(each.caption) in words]
        assert all(text_of(row[1].children)[:6] in page for row in each.groups[0][:3])
        for cell, weight in zip(each.head[0], each.columns, strict=True):
            widest = max(map(len, text_of(cell.children, "\n").split("\n")))
            assert weight * 225 / sum(each.columns) >= (widest * 12 + 6.5) / 72 * 25.4


def test_the_matrix_of_a_format_without_pages_is_one_table(tmp_path: Path) -> None:
    """With all units and all tasks; number and task stay in sight."""
    plan = crowded(tmp_path, 70, "县某某局甲乙")
    paper = next(each for each in plan.papers() if each.kind == "responsibilities")
    document = Composer(plan, STYLE, Report()).compose(paper, paged=False)
    assert document
    _, matrix = tables(document)
    assert (len(matrix.columns), len(matrix.groups[0]), matrix.keys) == (78, 4, 2)
    assert text_of(matrix.caption) == "任务与单位对照表"
