"""The tables of an evaluation: results and verdicts with their notes, what is missed, tasks, projects."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.compose.composing import STYLE
from tests.dump import dump, said
from tests.evaluations import FINAL
from tests.plans import Change, write_plan
from yinfa.compose.compose import Composer
from yinfa.compose.results.tables import ROOMS
from yinfa.diagnostics import Report
from yinfa.document.tree import Cell, Document, Paragraph, Table
from yinfa.document.walk import blocks_of, text_of
from yinfa.fitting import breadth_of
from yinfa.model.load import load_plan

pytestmark = pytest.mark.slow

VERDICTS = "      - {table: verdicts, caption: 指标完成情况和评价}\n"
MISSED = "      - {table: missed, caption: 未完成的指标}\n"
TASKS = "      - {table: task-progress, caption: 任务完成情况}\n      - {table: open-tasks, caption: 未完成的任务}\n"
PROJECTS = "      - {table: project-progress, caption: 重大项目进展}\n"
ALL = VERDICTS + MISSED + TASKS + PROJECTS
ANNEX = "annexes:\n  - heading: 未完成指标\n    blocks:\n      - {table: missed}\n"
ANNUAL = "title: 某县质量强县规划2013年度评估报告, year: 2013}"


def printed(
    folder: Path, tables: str, *changes: Change, year: int = 2013, rest: str = ""
) -> tuple[Document, list[str]]:
    """Return the evaluation of a year that consists of `tables`, with `changes` in the data, and what is said of it."""
    target, report = write_plan(folder, *changes, evaluation=True), Report()
    text = f"chapters:\n  - heading: 完成情况\n    blocks:\n{tables}{rest}"
    (target / f"text/evaluation-{year}.yaml").write_text(text, encoding="utf-8")
    plan = load_plan(target, "data/xian", report)
    assert plan is not None, list(report)
    paper = next(each for each in plan.papers() if each.kind == "evaluation" and each.year == year)
    document = Composer(plan, STYLE, report).compose(paper)
    assert document is not None, list(report)
    return document, [str(each).split("\n")[0] for each in report]


def issued(folder: Path, tables: str, *changes: Change, year: int = 2013, rest: str = "") -> Document:
    """Return the evaluation, of which nothing is said."""
    document, told = printed(folder, tables, *changes, year=year, rest=rest)
    assert told == []
    return document


def table(folder: Path, tables: str, *changes: Change, year: int = 2013) -> Table:
    """Return the first table of the evaluation."""
    return next(block for block in blocks_of(issued(folder, tables, *changes, year=year)) if isinstance(block, Table))


def line(found: Table, name: str) -> list[str]:
    """Return the cells of the row in which a name stands, from there on: `/` for a break."""
    rows = ([text_of(cell.children, "/") for cell in row] for group in found.groups for row in group)
    return next(row[row.index(name) :] for row in rows if name in row)


def notes(found: Table) -> list[str]:
    """Return the notes of a table."""
    return [text_of(note.children) for note in found.notes]


def paragraphs(document: Document) -> list[str]:
    """Return the paragraphs of the body."""
    blocks = (block for block in blocks_of(document) if isinstance(block, Paragraph))
    return [text_of(block.children) for block in blocks if block.role == "body"]


@pytest.mark.parametrize("year", [2013, 2010])
def test_the_tables_of_an_evaluation_are_the_golden_ones(
    tmp_path: Path, year: int, golden: Callable[[str, str], None]
) -> None:
    """In the third of five years, with all tables; and at the end of a period, which has no tasks and projects."""
    golden(
        f"evaluation-tables-{year}.txt", dump(issued(tmp_path, ALL if year == 2013 else VERDICTS + MISSED, year=year))
    )


# --- what was reached, and four kinds of nothing -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "result", "verdict", "note"),
    [
        (None, "未填报", "无数据", "产品抽查合格率没有完成值，按无数据处理，不计为完成。"),
        ("—", "—", "无数据", "产品抽查合格率没有完成值，按无数据处理，不计为完成。"),
        ("不适用", "不适用", "不适用", "产品抽查合格率、安全县评定不适用，不参与完成率计算。"),
        (0, "0", "未完成", "原因和改进措施见表2。"),
    ],
)
def test_the_kinds_of_nothing_stay_apart(tmp_path: Path, value: object, result: str, verdict: str, note: str) -> None:
    """A blank, a dash, what does not apply, and zero, which alone is a figure and has a rate."""
    found = table(tmp_path, VERDICTS + MISSED, ("完成值!E4", value), ("完成值!G4", None))
    rate = "0.0%" if value == 0 else "—"
    assert line(found, "产品抽查合格率")[4:] == [result, rate, verdict]
    assert note in notes(found)[-1]


def test_what_the_year_added_and_what_all_years_did_are_told_apart(tmp_path: Path) -> None:
    """And what is due is said of the whole, as nothing is said for the year."""
    found = table(tmp_path, VERDICTS)
    assert line(found, "*新增发明专利（新增）")[2:] == ["≥100", "≥60①", "当年12/累计57", "95.0%", "未完成"]
    assert "“累计”为2011年以来合计数。" in notes(found)[-1]


def test_one_figure_is_enough_where_the_others_added_nothing(tmp_path: Path) -> None:
    """And no note explains what does not stand there."""
    found = table(tmp_path, VERDICTS, ("完成值!E10", 0), ("完成值!E11", 0))
    assert line(found, "*新增发明专利（新增）")[4] == "12"
    assert not any("累计" in note for note in notes(found))


def test_a_year_without_a_figure_leaves_no_sum(tmp_path: Path) -> None:
    """What the year added is printed, and why nothing is said of it."""
    found = table(tmp_path, VERDICTS, ("完成值!E11", None))
    assert line(found, "*新增发明专利（新增）")[4:] == ["当年12", "—", "无数据"]
    assert "新增发明专利以前年度完成值不全，无从累计，按无数据处理。" in notes(found)[-1]


def test_what_nothing_is_known_to_be_due_of_has_no_data(tmp_path: Path) -> None:
    """Neither a target of the year nor a baseline to begin a path at."""
    found = table(tmp_path, VERDICTS, ("指标!M2", None))
    assert line(found, "产品抽查合格率")[3:] == ["—", "91.5①", "—", "无数据"]
    assert "产品抽查合格率没有年度目标和基期值，无从确定当年应达到的目标" in notes(found)[-1]


def test_a_target_in_words_needs_evidence(tmp_path: Path) -> None:
    """Without any, its result is printed and not believed; with it, the note says what it rests on."""
    found = table(tmp_path / "with", VERDICTS)
    assert "③定性指标，评价依据：污染物排放，年度减排核查意见。" in notes(found)
    assert line(found, "化学需氧量")[2:] == ["完成上级任务", "完成上级任务", "达到序时进度/③", "—", "达到/序时进度"]
    found = table(tmp_path / "without", VERDICTS, ("完成值!K9", None))
    assert line(found, "化学需氧量")[4:] == ["达到序时进度", "—", "无数据"]
    assert "污染物排放没有填报完成结论或者评价依据，按无数据处理。" in notes(found)[-1]
    assert not any("评价依据：" in note for note in notes(found))


def test_words_that_are_no_verdict_at_the_end_are_not_said_to_lack_evidence(tmp_path: Path) -> None:
    """At the end of a period no pace is left to be on."""
    worded: tuple[Change, ...] = (("指标!K14", "定性"), ("指标!L14", "覆盖主要行业"), ("完成值!K22", "登记证书"))
    found = table(tmp_path, VERDICTS, *worded, ("完成值!E22", "达到序时进度"), year=2010)
    assert line(found, "*质量协会（累计）")[-1] == "无数据"
    assert "质量协会规划期末仍填报“达到序时进度”，没有完成结论，按无数据处理。" in notes(found)[-1]
    assert "评价依据" not in "".join(notes(found))


def spans(found: Table, name: str) -> list[int]:
    """Return how many rows each cell reaches over, in the row of a name."""
    row = next(row for group in found.groups for row in group if name in [text_of(cell.children) for cell in row])
    return [cell.rowspan for cell in row]


def test_parts_with_one_target_share_it_and_their_result(tmp_path: Path) -> None:
    """But for a part with a result of its own: then each has its own row."""
    assert spans(table(tmp_path / "one", VERDICTS), "化学需氧量") == [2, 2, 2, 1, 1, 2, 2, 2, 2, 2]
    own = (("完成值!B17", "emission"), ("完成值!C17", "二氧化硫"), ("完成值!E17", "未完成"), ("完成值!K17", "核查意见"))
    found = table(tmp_path / "two", VERDICTS, *own, ("完成值!H17", None), ("完成值!F17", None))
    assert spans(found, "化学需氧量") == [2, 2, 2, 1, 1, 2, 1, 1, 1, 1]
    assert line(found, "二氧化硫")[-1] == "未完成"
    assert "污染物排放（化学需氧量），年度减排核查意见；污染物排放（二氧化硫），核查意见。" in "".join(notes(found))


# --- marks and notes ------------------------------------------------------------------------------------------------


def test_marks_are_numbered_as_they_are_met(tmp_path: Path) -> None:
    """Line by line; 约束性 is marked before the name."""
    found = table(tmp_path, VERDICTS)
    assert [note[:5] for note in notes(found)[:5]] == ["*约束性指", "①序时进度", "②快报数，", "③定性指标", "④目标调整"]
    assert line(found, "产品抽查合格率")[3:5] == ["≥91.2①", "91.5②"]


def test_only_what_occurs_is_noted(tmp_path: Path) -> None:
    """Of three indicators at the end of their period: one is no longer counted."""
    found = table(tmp_path / "some", VERDICTS + MISSED, year=2010)
    assert notes(found) == [
        "*约束性指标。",
        "①该指标已不再统计，以最后一次统计数评价。",
        "注：基本完成指标的原因和改进措施见表2。",
    ]
    plain: tuple[Change, ...] = (("完成值!J22", None), ("指标!J14", "预期性"), ("完成值!E21", 40))
    assert notes(table(tmp_path / "none", VERDICTS, *plain, year=2010)) == []


def test_a_target_that_was_changed_is_the_one_in_force(tmp_path: Path) -> None:
    """And the note says what it was, what it is, since when and by what."""
    found = table(tmp_path, VERDICTS)
    assert line(found, "检测服务业收入")[2:4] == ["≥45④", "≥40"]
    assert "④目标调整：检测服务业收入由≥50亿元调整为≥45亿元（2012年10月30日，某政发〔2012〕30号）。" in notes(found)


def test_both_targets_of_a_note_know_their_cells(tmp_path: Path) -> None:
    """The old one that of the plan, the new one that of the change."""
    (note,) = (note for note in table(tmp_path, VERDICTS).notes if "目标调整" in text_of(note.children))
    assert "[≥50亿元 = 50 @ data/xian/indicators.xlsx!指标!L8]" in said(note.children)
    assert "[≥45亿元 = 45 @ data/xian/indicators.xlsx!目标调整!D2]" in said(note.children)


def test_a_target_of_the_year_itself_bears_no_mark(tmp_path: Path) -> None:
    """One that was reckoned does."""
    found = table(tmp_path, VERDICTS, ("完成值!I4", 91))
    assert line(found, "产品抽查合格率")[3] == "≥91"


def test_midway_the_targets_of_all_years_are_added_up(tmp_path: Path) -> None:
    """And a note says so."""
    midway = ("plan.yaml", ANNUAL, f"{ANNUAL[:-1]}, stage: mid-term}}")
    found = table(tmp_path, VERDICTS, midway, ("完成值!I12", 20))
    assert line(found, "*新增发明专利（新增）")[3] == "≥60④"
    assert "④2011年至2013年各年年度目标之和。" in notes(found)


def test_the_target_of_the_whole_period_is_marked_where_it_stands_for_the_own_of_a_year(tmp_path: Path) -> None:
    """For what is met early; without a target of that year nothing is to be told."""
    met = ("完成值!E12", 60)
    found = table(tmp_path / "own", VERDICTS, met, ("完成值!I12", 20))
    assert line(found, "*新增发明专利（新增）")[3:] == ["≥100④", "当年60/累计105", "105.0%", "提前完成"]
    assert "④提前完成的，以规划目标代替年度目标评价。" in notes(found)
    assert line(table(tmp_path / "none", VERDICTS, met), "*新增发明专利（新增）")[3] == "≥100"


def test_two_marks_may_stand_on_one_figure(tmp_path: Path) -> None:
    """Provisional, and judged by evidence."""
    found = table(tmp_path, VERDICTS, ("完成值!G9", "是"))
    assert line(found, "化学需氧量")[4] == "达到序时进度/②③"


def marked(cell: Cell) -> bool:
    """Return whether a cell bears a mark."""
    return any("①" <= each <= "⑳" for each in text_of(cell.children))


@pytest.mark.parametrize("value", [9.5, 99.55, 1234.56])
def test_a_mark_has_room_in_its_column(tmp_path: Path, value: float) -> None:
    """Else it stands on a line of its own: no format would cut before it."""
    found = table(tmp_path, VERDICTS, ("完成值!E4", value), ("完成值!I4", value))
    columns = ("group", "ordinal", "name", "measure", "goal", "aim", "result")
    for row in (row for group in found.groups for row in group):
        for cell, column in zip(reversed(row), ("verdict", "rate", *reversed(columns)), strict=False):
            *_, last = text_of(cell.children, "/").split("/")
            assert not marked(cell) or len(last) < 3 or breadth_of(last) <= ROOMS[column]


@pytest.mark.parametrize(("target", "aim"), [(92, "91.2～92①"), (1092.55, "691.530～1092.55/①")])
def test_the_mark_of_a_range_stands_by_its_upper_end(tmp_path: Path, target: float, aim: str) -> None:
    """A line can be cut behind the sign of a range, so that the upper end alone has to leave room."""
    found = table(tmp_path, VERDICTS, ("指标!K2", "="), ("指标!L2", target), ("指标!H2", "件"))
    assert line(found, "产品抽查合格率")[3] == aim
    assert "目标须等于一个数或在区间内的，由序时进度至规划目标均为达到" in notes(found)[1]


def test_the_notes_of_the_text_stand_behind(tmp_path: Path) -> None:
    """And what the table says by itself leaves the word 注 to them."""
    own = VERDICTS.replace("评价}", "评价, notes: [注：数据截至2013年底。]}")
    assert [note[:2] for note in notes(table(tmp_path, own))[-2:]] == ["“累", "注："]


def test_many_names_without_data_are_counted(tmp_path: Path) -> None:
    """They are in sight in the table."""
    more: tuple[Change, ...] = (("指标!C11", "是"), ("指标!E11", 8))
    blank: list[Change] = [(f"完成值!E{row}", None) for row in (4, 6, 8, 12, 14, 16, 17)]
    found = table(tmp_path, VERDICTS, *more, *blank)
    counted = "产品抽查合格率、品牌数（国家级）、品牌数（省级）等8项没有完成值，按无数据处理，不计为完成。"
    assert notes(found)[-1] == f"注：{counted}"


# --- what is missed -------------------------------------------------------------------------------------------------


def test_what_is_missed_stands_before_what_nearly_is_not(tmp_path: Path) -> None:
    """Though its 序号 is higher."""
    found = table(tmp_path, MISSED)
    assert [[text_of(cell.children) for cell in group[0][:3]] for group in found.groups] == [
        ["未完成", "4", "新增发明专利"],
        ["基本完成", "2", "品牌数（省级）"],
    ]


def test_a_cause_or_remedy_that_nobody_told_is_said_to_be_missing(tmp_path: Path) -> None:
    """Each by itself."""
    found = table(tmp_path, MISSED, ("完成值!L12", None), ("完成值!M8", None))
    assert line(found, "新增发明专利")[4:6] == ["未填报", "设立专项资金。"]
    assert line(found, "品牌数（省级）")[4:6] == ["企业申报积极性不高。", "未填报"]


def test_on_turned_pages_cause_and_remedy_have_more_of_the_room(tmp_path: Path) -> None:
    turned = ANNEX.replace("    blocks:", "    orientation: landscape\n    blocks:")
    upright, wide = (issued(tmp_path / name, VERDICTS, rest=rest) for name, rest in (("a", ANNEX), ("b", turned)))
    shares = []
    for document in (upright, wide):
        *_, last = (block for block in blocks_of(document) if isinstance(block, Table))
        shares.append(sum(last.columns[6:8]) / sum(last.columns))
    assert shares[0] < 0.4 < shares[1]


def test_a_year_judged_by_its_own_target_is_told_by_its_own_figure(tmp_path: Path) -> None:
    """Not by the sum of all years, which another target is for."""
    found = table(tmp_path, MISSED, ("完成值!I12", 20))
    assert line(found, "新增发明专利")[1:4] == ["≥20件", "12件", "60.0%"]


def test_where_nothing_is_missed_a_sentence_says_so(tmp_path: Path) -> None:
    """And there is no empty table."""
    document = issued(tmp_path, MISSED, ("完成值!E21", 40), year=2010)
    assert paragraphs(document) == ["没有评价为“未完成”“基本完成”的指标。"]
    assert not any(isinstance(block, Table) for block in blocks_of(document))


@pytest.mark.parametrize(
    ("tables", "rest", "note"),
    [
        (VERDICTS + MISSED, "", "见表2。"),
        (VERDICTS + MISSED.replace("missed", "missed, id: own"), '      - 见{{ ref("own") }}。\n', "见表2。"),
        (VERDICTS, ANNEX, "见附件。"),
        (VERDICTS, ANNEX.replace("未完成指标", "未完成指标\n    id: annex-missed"), "见附件。"),
        (
            VERDICTS,
            "",
            "新增发明专利未完成（研发投入不足）；品牌数（省级）基本完成（企业申报积极性不高）。",
        ),
    ],
)
def test_the_verdicts_say_where_the_missed_are_told_of(tmp_path: Path, tables: str, rest: str, note: str) -> None:
    """In a table, in an annex that is nothing but that table; or in the note itself."""
    document = issued(tmp_path, tables, rest=rest)
    verdicts = next(block for block in blocks_of(document) if isinstance(block, Table))
    assert notes(verdicts)[-1].endswith(note)


def test_causes_that_several_share_are_told_once(tmp_path: Path) -> None:
    """And one that nobody told is said to be missing."""
    found = table(tmp_path, VERDICTS, ("完成值!E4", 91.1), ("完成值!G4", None), ("完成值!L8", None))
    assert notes(found)[-1].endswith("产品抽查合格率、品牌数（省级）基本完成（原因未填报）。")


# --- tasks and projects ---------------------------------------------------------------------------------------------


def test_a_task_that_several_lead_is_counted_with_each_and_once_in_all(tmp_path: Path) -> None:
    """And the note says so."""
    found = table(tmp_path, TASKS)
    assert line(found, "县质监局") == ["县质监局", "3", "3", "0", "0", "0", "100.0%"]
    assert line(found, "县发改局") == ["县发改局", "1", "1", "0", "0", "0", "100.0%"]
    assert line(found, "合计") == ["合计", "5", "3", "1", "1", "0", "60.0%"]
    assert notes(found) == ["注：分点安排的任务按点计数。由几个单位共同牵头的任务，各牵头单位分别计数，合计只计一次。"]


def test_nothing_is_noted_of_tasks_that_one_leads(tmp_path: Path) -> None:
    """Of points it is, where there are any."""
    one = ("text/tasks-2013.yaml", "lead: 县发改局、县质监局", "lead: 县发改局")
    assert notes(table(tmp_path, TASKS, one)) == ["注：分点安排的任务按点计数。"]


def test_a_task_that_nobody_reported_is_not_done(tmp_path: Path) -> None:
    """It is counted as such, and stands among those that are open."""
    document = issued(tmp_path, TASKS, ("任务进展!B2", "park"), ("任务进展!B3", "names"), ("任务进展!C3", 1))
    units, tasks = (block for block in blocks_of(document) if isinstance(block, Table))
    assert line(units, "合计")[5] == "1"
    assert line(tasks, "创建示范城市") == ["创建示范城市", "县质监局、县发改局", "未报送", "未填报", "未填报", "未填报"]


def test_a_point_is_named_by_its_task_and_its_words(tmp_path: Path) -> None:
    """Whose heading alone would not say which it is."""
    document = issued(tmp_path, TASKS)
    *_, tasks = (block for block in blocks_of(document) if isinstance(block, Table))
    assert line(tasks, "培育品牌：推进企业技术改造")[1:4] == ["县经信局", "推进中", "完成技术改造3项。"]


def test_where_all_tasks_are_done_a_sentence_says_so(tmp_path: Path) -> None:
    """And there is no empty table."""
    done = (("任务进展!D3", "已完成"), ("任务进展!D5", "已完成"))
    assert paragraphs(issued(tmp_path, TASKS, *done)) == ["当年各项任务均已完成。"]


def test_a_project_without_amounts_has_a_dash_and_one_that_nobody_reported_says_so(tmp_path: Path) -> None:
    """Then no share is told of the whole, and the note says what the total leaves out."""
    found = table(
        tmp_path, PROJECTS, ("项目!H2", "—"), ("项目进展!A4", 2012), ("项目进展!B2", "p2"), ("项目进展!B4", "p1")
    )
    assert line(found, "检测中心")[2:] == ["—", "20000", "90000", "—", "已完工：通过验收"]
    assert line(found, "污水处理厂")[2:] == ["120543", "未报送", "未报送", "—", "未报送"]
    assert line(found, "合计")[1:] == ["120543", "20000", "90000", "—", "—"]
    assert notes(found) == ["注：合计不含没有数额和未报送数额的项目。"]


def test_the_total_of_projects_may_be_told_in_another_measure(tmp_path: Path) -> None:
    """Rounded half up, and still knowing the sum and its cells."""
    measured = PROJECTS.replace("进展}", "进展, total: {measure: 亿元, decimals: 2}}")
    found = table(tmp_path, measured)
    assert line(found, "合计")[1:] == ["21.05亿元", "3.50亿元", "15.50亿元", "73.6%", "—"]
    assert "[3.50亿元 = 35000.5 @ data/xian/progress.xlsx!项目进展!D3..D4]" in said(found.groups[1][0][2].children)
    assert notes(found) == []


def test_a_total_of_nothing_is_a_dash(tmp_path: Path) -> None:
    """Nothing known is not nothing."""
    found = table(tmp_path, PROJECTS, ("项目!H2", "—"), ("项目!H3", "不适用"))
    assert line(found, "合计")[1] == "—"


# --- which period ---------------------------------------------------------------------------------------------------


def test_a_table_may_be_of_a_period_that_is_over(tmp_path: Path) -> None:
    """Then it tells how that ended."""
    over = VERDICTS.replace("verdicts", 'verdicts, period: "11-5"')
    assert line(table(tmp_path, over), "获认证企业（累计）")[2:] == ["≥40", "38", "95.0%", "基本完成"]


def test_a_table_of_a_period_that_has_not_begun_is_a_fault(tmp_path: Path) -> None:
    """Where it is called for."""
    ahead = VERDICTS.replace("verdicts", 'verdicts, period: "12-5"')
    _, told = printed(tmp_path, ahead, year=2010)
    assert told == ["data/xian/text/evaluation-2010.yaml:4:17: 错误[evaluation-year] 2010年早于时期“12-5”，无从评价"]


@pytest.mark.parametrize("tables", [VERDICTS, MISSED])
def test_a_period_without_indicators_is_a_fault(tmp_path: Path, tables: str) -> None:
    """That of the table; the paper's own has some."""
    none: list[Change] = [(f"指标!C{row}", "否") for row in (12, 13, 14)]
    blank: list[Change] = [(f"指标!E{row}", None) for row in (12, 13, 14)]
    over = tables.replace("caption", 'period: "11-5", caption')
    _, told = printed(tmp_path, over, *none, *blank, ("plan.yaml", FINAL, ""))
    assert [each.partition(": ")[2] for each in told] == ["错误[table-empty] 时期“11-5”没有列入主表的指标"]
