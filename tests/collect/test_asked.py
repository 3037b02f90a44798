"""Each row is asked of one unit, the others see it; what is known of it stands beside."""

from pathlib import Path

from openpyxl import load_workbook

from tests.collect.filling import INDICATORS, PROJECTS, TASKS, key_of, sent
from tests.plans import good_plan, write_plan
from yinfa.collect.asked import questions_of
from yinfa.collect.lines import Questions
from yinfa.collect.merge import sound_plan
from yinfa.diagnostics import Report


def rows_of(path: Path, sheet: str) -> list[str]:
    """Return the names of the rows of a sheet that is sent out."""
    found = load_workbook(path)[sheet]
    return [key_of(found, row) for row in range(2, found.max_row + 1)]


def test_an_indicator_is_its_first_units_a_task_its_first_leads(tmp_path: Path) -> None:
    """The others named see what is asked of whom."""
    books = sent(write_plan(tmp_path, evaluation=True), 2013, tmp_path / "out")
    assert {unit: rows_of(path, TASKS) for unit, path in books.items() if TASKS in load_workbook(path).sheetnames} == {
        "县质监局": ["names 1", "names 3"],
        "县发改局": ["city"],
        "县经信局": ["park", "names 2"],
    }
    assert rows_of(books["县环保局"], INDICATORS) == ["12-5 emission 化学需氧量", "12-5 noise"]
    supported = load_workbook(books["县质监局"])["配合事项"].iter_rows(min_row=2, values_only=True)
    assert list(supported) == [
        ("指标", "指标“噪声”", "≤55", "县环保局"),
        ("任务", "任务“city”", "创建示范城市，通过上级验收。", "县发改局"),
        ("任务", "任务“park”", "创建示范园区，启动园区创建。", "县经信局"),
    ]


def test_what_is_due_and_what_makes_it_so_stand_beside_the_target(tmp_path: Path) -> None:
    """By the rules of the evaluation: 20 + 25 + 12 were added, 60 were due in all; 50 was revised to 45."""
    found = {line.key[1]: line for each in _questions(tmp_path, 2013) for line in each.sheaves[0].lines}
    assert [found["patents"].text(each) for each in ("目标值", "本年应达到", "2011年", "2012年", "完成值")] == [
        *("≥100", "≥60（历年合计，按序时进度）", "20", "25", "12")
    ]
    assert [found["revenue"].text(each) for each in ("目标值", "本年应达到")] == ["≥45", "≥40（年度目标）"]


def test_what_a_text_looks_up_is_printed(tmp_path: Path) -> None:
    """A unit reads the target, not its name."""
    questions = questions_of(good_plan(tmp_path, action=True), 2013, Report())
    tasks = {line.key: line for each in questions for line in each.sheaves[1].lines}
    assert tasks["brands", "1"].text("要求") == "新增省级品牌5个"
    assert [tasks["brands", "3"].text(each) for each in ("任务名称", "时限", "配合单位")] == [
        *("培育品牌", "2013年6月", "县发改局")
    ]


def test_a_project_is_asked_of_once_it_is_to_have_begun(tmp_path: Path) -> None:
    """In the year in which it begins, and after."""
    plan = write_plan(tmp_path, ("项目!E2", 2014), ("项目!F2", 2016), evaluation=True)
    assert PROJECTS not in load_workbook(sent(plan, 2013, tmp_path / "a")["县质监局"]).sheetnames
    assert rows_of(sent(plan, 2014, tmp_path / "b")["县质监局"], PROJECTS) == ["p1"]


def test_what_nobody_leads_is_told(tmp_path: Path) -> None:
    """At its cell."""
    report = Report()
    plan = sound_plan(write_plan(tmp_path, ("指标!N7", None), evaluation=True))
    questions_of(plan, 2014, report)
    assert [f"{each.code} {each.origin.cell if each.origin else ''} {each.message}" for each in report] == [
        "collect-nobody F7 指标“新增发明专利”没有责任单位，不在任何单位的填报表里"
    ]


def _questions(folder: Path, year: int) -> tuple[Questions, ...]:
    return questions_of(good_plan(folder, evaluation=True), year, Report())
