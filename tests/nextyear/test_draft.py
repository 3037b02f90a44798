"""A year drafted from last year's papers: what goes on, what is left out, what a person has to decide."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.nextyear.drafting import YEAR, draft, files, judged, left_open, loaded, rows, told, yearly
from tests.plans import write_plan
from yinfa.books.edit import AddRow, Entry, SetCell, edited
from yinfa.model.tasks import TaskBlock
from yinfa.model.walk import each_of

pytestmark = pytest.mark.slow

UNDECIDED = "〔待定〕"
TASKS = "text/tasks-2013.yaml"


def tasks(folder: Path, file: str) -> dict[str, TaskBlock]:
    return {str(each.task): each for each in each_of(TaskBlock, loaded(folder).words[file])}


def said(folder: Path, file: str) -> str:
    """Return a text with its long comments unfolded."""
    return re.sub(r"\n *#   ", "", (folder / file).read_text())


def test_each_decision_is_found_by_the_check_at_the_place_that_is_told(tmp_path: Path) -> None:
    """In the text at its line, in the workbook row by row; nothing else is found."""
    folder = judged(tmp_path)
    made = draft(folder)
    found = [place.rpartition(":")[0] or place for place in left_open(folder)]
    lines = [each.place.removeprefix(f"{folder.parent}/") for each in made.todos if ".yaml:" in each.place]
    assert [each for each in found if ".yaml" in each] == lines
    assert len(found) == len(made.todos) == made.left


@pytest.mark.parametrize("plan", [judged, yearly, write_plan])
def test_a_second_run_changes_nothing(tmp_path: Path, plan: Callable[[Path], Path]) -> None:
    folder = plan(tmp_path)
    assert draft(folder, YEAR).changes
    before = files(folder)
    assert draft(folder).changes == ()
    assert files(folder) == before


def test_finished_tasks_are_left_out_and_said_so_and_open_ones_go_on(tmp_path: Path) -> None:
    folder = judged(tmp_path)
    assert {"city", "park", "names"} <= set(tasks(folder, TASKS)) | {"city"}
    draft(folder)
    new = tasks(folder, "text/tasks-2014.yaml")
    assert set(new) == {"park", "names", "missed-brands", "missed-patents"}
    text = said(folder, "text/tasks-2014.yaml")
    assert "# 2013年已完成，未列入：通过上级验收。（任务city）" in text
    assert "2013年没有完成（未启动），结转；原因：园区规划正在调整；下步措施：规划批复后启动" in text


def test_a_task_of_one_point_left_is_that_point(tmp_path: Path) -> None:
    """One point alone would be printed as 一是."""
    folder = judged(tmp_path)
    draft(folder)
    names = tasks(folder, "text/tasks-2014.yaml")["names"]
    assert (names.parts, names.text) == ((), f"{UNDECIDED}推进企业技术改造。")


def test_a_finished_task_of_every_year_is_rolled_on(tmp_path: Path) -> None:
    folder = judged(tmp_path, (TASKS, "通过上级验收。", "每季度组织一次验收。"))
    draft(folder)
    text = said(folder, "text/tasks-2014.yaml")
    assert "文字有“每季”，是每年的工作，滚动列入" in text


def test_a_task_is_told_that_its_indicator_has_nothing_left_to_add(tmp_path: Path) -> None:
    """Its words still ask for more."""
    folder = judged(tmp_path, (TASKS, "text: 启动园区创建。", "text: 申请专利。, indicators: [patents]"))
    path = folder / "indicators.xlsx"
    place = next(n for n, each in enumerate(rows(folder, "完成值"), 2) if (each[1], each[3]) == ("patents", 2013))
    path.write_bytes(edited(path.read_bytes(), [SetCell("完成值", f"E{place}", 90)], "indicators.xlsx"))
    draft(folder)
    assert "# 〔待定〕patents“新增发明专利”：按序时进度到2014年末累计应新增80" in said(folder, "text/tasks-2014.yaml")


@pytest.mark.parametrize("words", ["年内启动建设。", "完成创建。"])
def test_what_was_to_be_done_once_is_left_out(tmp_path: Path, words: str) -> None:
    folder = judged(tmp_path, (TASKS, "通过上级验收。", words))
    draft(folder)
    assert "city" not in tasks(folder, "text/tasks-2014.yaml")


def test_a_finished_task_of_a_missed_indicator_is_kept(tmp_path: Path) -> None:
    folder = judged(tmp_path, (TASKS, "due: 2013-09}", "due: 2013-09, indicators: [patents]}"))
    draft(folder)
    assert "city" in tasks(folder, "text/tasks-2014.yaml")
    text = said(folder, "text/tasks-2014.yaml")
    assert "2013年已完成，但所服务的指标没有完成，保留；进展：通过省级验收" in text
    assert "patents“新增发明专利”2013年评价为“未完成”（结果57，应达到≥60）" in text


def test_a_figure_that_the_proposed_target_contradicts_becomes_it(tmp_path: Path) -> None:
    words = "text: 全年新增发明专利47件以上。, goal: 新增发明专利47件, indicators: [patents]"
    folder = judged(tmp_path, (TASKS, "text: 启动园区创建。", words))
    draft(folder)
    assert tasks(folder, "text/tasks-2014.yaml")["park"].text == f"{UNDECIDED}全年新增发明专利23件以上。"
    assert tasks(folder, "text/tasks-2014.yaml")["park"].goal == "新增发明专利23件"
    assert "文字中与拟定的年度目标不同的数，已改为拟定的数" in said(folder, "text/tasks-2014.yaml")


def test_a_missed_indicator_that_no_task_serves_gets_one(tmp_path: Path) -> None:
    """Its words are the remedy that was reported, its units those that answer for the indicator."""
    folder = judged(tmp_path)
    draft(folder)
    task = tasks(folder, "text/tasks-2014.yaml")["missed-patents"]
    assert (task.text, task.indicators, task.due) == (f"{UNDECIDED}设立专项资金。", ("patents",), "2014-12")


def test_the_targets_of_the_year_lie_along_the_path(tmp_path: Path) -> None:
    folder = judged(tmp_path)
    known = len(rows(folder, "完成值"))
    draft(folder)
    new = {str(each[1]): (each[3], each[4], each[8], each[7]) for each in rows(folder, "完成值")[known:]}
    year, value, aim, note = new["patents"]
    assert (year, value, aim) == (YEAR, None, 23)
    assert str(note).startswith(f"{UNDECIDED}按序时进度到2014年末累计应新增80，到2013年末已新增57")
    assert new["quality"][2] == 91.6


def test_the_years_own_target_is_left_as_it_is_and_said(tmp_path: Path) -> None:
    folder = judged(tmp_path)
    path = folder / "indicators.xlsx"
    own = AddRow("完成值", {"时期": "12-5", "编号": "patents", "年度": YEAR, "年度目标": 30})
    path.write_bytes(edited(path.read_bytes(), [own], "indicators.xlsx"))
    draft(folder)
    mine = [each[8] for each in rows(folder, "完成值") if each[1] == "patents" and each[3] == YEAR]
    assert mine == [30]
    assert "年度目标≥30（indicators.xlsx!完成值!I23）" in said(folder, "text/tasks-2014.yaml")


def test_units_by_the_names_of_the_new_year(tmp_path: Path) -> None:
    """In tasks, in the workbook; a unit that nobody follows is the mark, which then is registered."""
    folder = yearly(tmp_path)
    draft(folder)
    text = said(folder, "text/action-2014.yaml")
    assert "县质监局" not in text.replace("“县质监局”的职责已由", "")
    assert all("县质监局" not in str(each[13]) for each in rows(folder, "指标") if each[0] == "2014")


def test_a_unit_that_came_to_lead_no_longer_supports(tmp_path: Path) -> None:
    """Where one unit took over from both."""
    changed = "lead: 县质监局, support: 县市场监管局所、县经信局}"
    units = (
        "  - {id: suo, name: 某县市场监管所, short: 县市场监管局所, level: bureau, until: 2013, successor: shijian}\n"
    )
    folder = judged(
        tmp_path,
        (TASKS, "lead: 县经信局, support: 县质监局}", changed),
        ("units.yaml", "  - {id: huanbao", f"{units}  - {{id: huanbao"),
    )
    draft(folder)
    park = tasks(folder, "text/tasks-2014.yaml")["park"]
    assert (park.lead, park.support) == (("县市场监管局",), ("县经信局",))


def test_a_unit_that_nobody_follows_is_the_mark(tmp_path: Path) -> None:
    folder = yearly(tmp_path, ("units.yaml", ", until: 2013, successor: shijian", ", until: 2013"))
    before = (folder / "units.yaml").read_text()
    draft(folder)
    after = (folder / "units.yaml").read_text()
    assert after == f"{before}  - {{id: to-be-decided, name: 〔待定〕, short: 〔待定〕, level: office}}\n"
    assert tasks(folder, "text/action-2014.yaml")["lone"].lead == (UNDECIDED,)
    assert draft(folder).changes == ()


def test_a_period_of_one_year_is_followed_by_the_next(tmp_path: Path) -> None:
    """In plan.yaml, and with its indicators, whose targets are last year's until somebody says otherwise."""
    folder = yearly(tmp_path)
    draft(folder)
    plan = loaded(folder)
    assert plan.period("2014") is not None
    assert [str(each.id) for each in plan.indicators if each.period == "2014"] == ["food-rate", "brand", "award"]
    rate = plan.indicator("food-rate", "2014")
    assert rate is not None
    assert rate.target is not None
    assert rate.target.signed() == "≥95"
    assert UNDECIDED in rate.note


def test_the_same_papers_as_last_year(tmp_path: Path) -> None:
    """But not those that were of that year alone; titles without a year get one."""
    folder = yearly(tmp_path)
    draft(folder)
    papers = [(str(each.kind), str(each.title)) for each in loaded(folder).papers() if each.year == YEAR]
    assert papers == [
        ("notice", "某县人民政府办公室关于印发2014年度某县质量强县建设行动计划的通知"),
        ("indicators", "2014年政府量化指标要求"),
        ("responsibilities", "2014年某县质量强县建设责任分解表"),
        ("unit-sheet", "2014年某县质量强县建设任务单"),
    ]


def test_all_other_lines_of_plan_yaml_stay(tmp_path: Path) -> None:
    folder = yearly(tmp_path)
    before = (folder / "plan.yaml").read_text().splitlines()
    draft(folder)
    after = iter((folder / "plan.yaml").read_text().splitlines())
    assert all(line in after for line in before)


def test_line_ends_and_encoding_stay(tmp_path: Path) -> None:
    folder = yearly(tmp_path)
    path = folder / "plan.yaml"
    path.write_bytes(path.read_text().replace("\n", "\r\n").encode("gb18030"))
    draft(folder)
    raw = path.read_bytes().decode("gb18030")
    assert raw.count("\n") == raw.count("\r\n")
    assert "2014年政府量化指标要求" in raw


def test_what_a_notice_has_once_is_left_out_and_remembered(tmp_path: Path) -> None:
    folder = yearly(tmp_path)
    draft(folder)
    words = loaded(folder).words["text/notice-2014.yaml"]
    assert words.head is not None
    assert words.head.number is None
    assert words.head.serial is None
    assert words.signature is not None
    assert words.signature.date == "2014-05-09"
    assert "# 2013年的发文字号 某政办发〔2013〕62号，份号 000012，定下后补上" in said(folder, "text/notice-2014.yaml")


def test_what_a_person_wrote_is_never_overwritten(tmp_path: Path) -> None:
    """A text of the year stays, a row stays; only what is missing is added."""
    folder = yearly(tmp_path)
    draft(folder)
    mine = (folder / "text/action-2014.yaml").read_text().replace(UNDECIDED, "")
    (folder / "text/action-2014.yaml").write_text(mine)
    plan = (folder / "plan.yaml").read_text()
    (folder / "plan.yaml").write_text(re.sub(r"  - \{kind: unit-sheet.*2014.*\n", "", plan))
    assert [each.path.name for each in draft(folder).changes] == ["plan.yaml"]
    assert (folder / "plan.yaml").read_text() == plan
    assert (folder / "text/action-2014.yaml").read_text() == mine


def test_a_paper_that_is_missing_is_made_from_the_persons_own_text(tmp_path: Path) -> None:
    """Not from a second one under the name that a draft would have given it."""
    folder = yearly(tmp_path)
    draft(folder)
    (folder / "text/action-2014.yaml").rename(folder / "text/mine.yaml")
    plan = (folder / "plan.yaml").read_text().replace("text/action-2014.yaml", "text/mine.yaml")
    (folder / "plan.yaml").write_text(re.sub(r"  - \{kind: unit-sheet.*2014.*\n", "", plan))
    assert [each.path.name for each in draft(folder).changes] == ["plan.yaml"]
    assert (folder / "plan.yaml").read_text() == plan


def test_a_text_that_a_person_has_begun_is_the_new_papers(tmp_path: Path) -> None:
    """Though no paper of plan.yaml prints it yet."""
    folder = judged(tmp_path)
    begun = (folder / TASKS).read_text().replace("2013", "2014").replace("names", "mine").replace("质监", "市场监管")
    (folder / "text/tasks-2014.yaml").write_text(begun)
    assert [each.path.name for each in draft(folder).changes] == ["plan.yaml", "indicators.xlsx"]
    assert (folder / "text/tasks-2014.yaml").read_text() == begun
    assert "mine" in tasks(folder, "text/tasks-2014.yaml")


def test_a_text_that_lies_elsewhere_is_not_read(tmp_path: Path) -> None:
    folder = judged(tmp_path)
    (tmp_path / "elsewhere.yaml").write_bytes((folder / TASKS).read_bytes())
    (folder / "text/tasks-2014.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    assert [each.split(" ")[0] for each in told(folder, YEAR)] == ["draft-trial", "path"]


def new_plan(tmp_path: Path) -> Path:
    """Return the plan with its period over in 2013; the one after it has one of its indicators, by another id."""
    over = '  - {id: "12-5", name: “十二五”, start: 2011, end: 2013}'
    after = '  - {id: "13-5", name: “十三五”, start: 2014, end: 2018}'
    words = """text: '“十二五”末{{ target("产品抽查合格率") }}，{{ target("新增发明专利") }}。'"""
    folder = judged(
        tmp_path,
        ("plan.yaml", over.replace("2013", "2015"), f"{over}\n{after}"),
        (TASKS, "text: 启动园区创建。", f"{words}, indicators: [quality, patents]"),
    )
    path = folder / "indicators.xlsx"
    values: dict[str, Entry] = {"时期": "13-5", "编号": "rate", "主表": "是", "分类": "产品", "序号": 1}
    values |= {"指标名称": "产品抽查合格率", "计量单位": "%", "口径": "期末", "属性": "预期性", "比较": "≥"}
    values |= {"目标值": 95, "责任单位": "县经信局"}
    path.write_bytes(edited(path.read_bytes(), [AddRow("指标", values)], "indicators.xlsx"))
    return folder


def test_a_new_plan_has_its_own_period_and_indicators(tmp_path: Path) -> None:
    """Those of the plan before are known by their names: an id may be that of another one now."""
    folder = new_plan(tmp_path)
    draft(folder)
    (paper,) = [each for each in loaded(folder).leaves() if each.kind == "action-plan" and each.year == YEAR]
    park = tasks(folder, "text/tasks-2014.yaml")["park"]
    assert paper.period == "13-5"
    assert park.indicators == ("rate",)
    assert park.text == f'{UNDECIDED}“十二五”末{{{{ target("产品抽查合格率") }}}}，{UNDECIDED}。'
    text = said(folder, "text/tasks-2014.yaml")
    assert "“新增发明专利”不是新一期的指标，引用的目标值已删去" in text
    assert "“十二五”已结束，没有改动" in text
    assert "2013年的patents不是新一期的指标，已删去" in text


def test_an_entry_without_a_year_gets_one(tmp_path: Path) -> None:
    """It was of the year of the plan's date."""
    entry = "  - {kind: action-plan, text: text/action.yaml, title: 某县行动计划}"
    folder = write_plan(tmp_path, ("plan.yaml", "text: text/plan.yaml\n", f"text: text/plan.yaml\n{entry}\n"))
    task = "{task: one, heading: 抓好质量。, text: 全年抓好质量。, lead: 县质监局, due: 2011-12}"
    (folder / "text/action.yaml").write_text(f"chapters:\n  - heading: 任务\n    blocks:\n      - {task}\n")
    draft(folder, 2012)
    new = "{kind: action-plan, text: text/action-2012.yaml, title: 2012年某县行动计划, year: 2012}"
    assert f"{entry}\n  - {new}\n" in (folder / "plan.yaml").read_text()


def test_an_entry_of_lines_that_ends_with_a_part_in_brackets_gets_its_own_year(tmp_path: Path) -> None:
    """And not its part."""
    entry = (
        "  - kind: notice\n    text: text/notice.yaml\n    title: 某县通知\n    parts:\n"
        "      - {kind: action-plan, text: text/action.yaml, title: 某县行动计划}\n"
    )
    folder = write_plan(tmp_path, ("plan.yaml", "text: text/plan.yaml\n", f"text: text/plan.yaml\n{entry}"))
    task = "{task: one, heading: 抓好质量。, text: 全年抓好质量。, lead: 县质监局, due: 2011-12}"
    (folder / "text/action.yaml").write_text(f"chapters:\n  - heading: 任务\n    blocks:\n      - {task}\n")
    notice = "head: {organs: [某县质量办]}\nblocks: [现印发。]\nsignature: {date: 2011-03-01, organs: [某县质量办]}\n"
    (folder / "text/notice.yaml").write_text(notice)
    draft(folder, 2012)
    assert loaded(folder).papers()[-1].year == 2012


def test_title_lines_that_are_moved_stay_lines(tmp_path: Path) -> None:
    lines = "headline: [某县人民政府办公室, 关于印发2013年度某县, 质量强县建设行动计划的通知]"
    folder = yearly(tmp_path, ("text/notice.yaml", "addressee:", f"{lines}\naddressee:"))
    draft(folder)
    assert lines.replace("2013", "2014") in (folder / "text/notice-2014.yaml").read_text()


def test_title_lines_of_a_title_that_becomes_another_are_left_to_the_program(tmp_path: Path) -> None:
    """A title without a year gets one before it: nobody knows in which line."""
    folder = yearly(
        tmp_path,
        ("plan.yaml", "关于印发2013年度某县质量强县", "关于印发质量强县"),
        (
            "text/notice.yaml",
            "addressee:",
            "headline: [某县人民政府办公室, 关于印发质量强县建设行动计划的通知]\naddressee:",
        ),
    )
    draft(folder)
    assert loaded(folder).words["text/notice-2014.yaml"].headline == ()


def test_what_is_no_longer_counted_gets_no_target(tmp_path: Path) -> None:
    folder = judged(tmp_path)
    place = next(n for n, each in enumerate(rows(folder, "完成值"), 2) if (each[1], each[3]) == ("quality", 2013))
    path = folder / "indicators.xlsx"
    path.write_bytes(edited(path.read_bytes(), [SetCell("完成值", f"J{place}", "是")], "indicators.xlsx"))
    draft(folder)
    new = next(each for each in rows(folder, "完成值") if (each[1], each[3]) == ("quality", YEAR))
    assert new[8] is None
    assert str(new[7]).startswith(f"{UNDECIDED}2013年起不再统计，定下是否还列")


def test_a_draft_that_could_not_be_built_is_not_written(tmp_path: Path) -> None:
    """Here a paper has the title already that a new one would get."""
    folder = yearly(tmp_path, ("plan.yaml", "title: 关于加强质量工作的意见", "title: 2014年政府量化指标要求"))
    assert {"draft-trial", "duplicate"} <= {each.split(" ")[0] for each in told(folder, YEAR)}


def test_a_year_after_a_draft_is_drafted_from_it(tmp_path: Path) -> None:
    """What was left open is open again, once."""
    folder = yearly(tmp_path)
    draft(folder)
    made = draft(folder, YEAR + 1)
    assert UNDECIDED * 2 not in (folder / "text/action-2015.yaml").read_text()
    assert "2014年这里还打着〔待定〕，没有定" in said(folder, "text/action-2015.yaml")
    assert sum(".yaml:" in each.place for each in made.todos) == sum("-2015.yaml" in each for each in left_open(folder))


def test_a_first_action_plan_comes_from_the_indicators(tmp_path: Path) -> None:
    """A chapter for each 分类, a task for each group of units, the first of which leads."""
    folder = write_plan(tmp_path)
    made = draft(folder, 2012)
    assert "draft-first" in [each.code for each in made.told]
    words = loaded(folder).words["text/action-2012.yaml"]
    assert [str(each.heading) for each in words.chapters] == ["产品", "环境"]
    assert tasks(folder, "text/action-2012.yaml")["task-1"].lead == ("县质监局",)
    assert [str(each.title) for each in loaded(folder).papers()][-1] == "某县质量强县2012年行动计划"


def test_a_year_beyond_every_period_is_told(tmp_path: Path) -> None:
    assert told(write_plan(tmp_path), 2016) == ["draft-year plan.yaml:7:10"]


def test_a_year_without_the_one_before_is_told(tmp_path: Path) -> None:
    assert [each.split(" ")[0] for each in told(judged(tmp_path), 2015)] == ["draft-predecessor"]


def test_a_plan_with_faults_is_left(tmp_path: Path) -> None:
    assert "unit-unknown" in "".join(told(judged(tmp_path, (TASKS, "lead: 县经信局", "lead: 县轻工局")), YEAR))


def test_a_workbook_that_cannot_be_changed_leaves_everything(tmp_path: Path) -> None:
    """All files or none."""
    folder = judged(tmp_path)
    book = load_workbook(folder / "indicators.xlsx")
    book["完成值"].protection.enable()
    book.save(folder / "indicators.xlsx")
    assert told(folder, YEAR) == ["edit-protected indicators.xlsx!完成值"]
