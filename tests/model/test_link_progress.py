"""progress.xlsx: tasks and projects that are there, each told of once a year."""

from pathlib import Path

import pytest

from tests.plans import SHOWN, Change, good_plan, hints, only_fault, write_plan
from yinfa.diagnostics import Origin, Report
from yinfa.model.load import load_plan
from yinfa.model.quantity import Absence


def test_what_was_said_of_tasks_and_projects_knows_its_cells(tmp_path: Path) -> None:
    plan = good_plan(tmp_path, ("项目进展!D4", "—"), evaluation=True)
    task, project = plan.task_progress[3], plan.project_progress[2]
    assert (task.year, task.task, task.point, task.state) == (2013, "names", 2, "推进中")
    assert (task.cause, task.remedy) == ("企业资金紧张。", "协调信贷支持。")
    assert task.origin == Origin(f"{SHOWN}/progress.xlsx", sheet="任务进展", cell="D5")
    assert (project.project, project.state, project.spent_this_year.value) == ("p2", "在建", Absence.DASH)
    assert f"{project.spent.value:f}" == "65000.5"


@pytest.mark.parametrize(
    ("change", "said", "hint"),
    [
        (
            ("任务进展!B3", "parc"),
            "任务进展!B3: 错误[progress-unknown] 2013 年的文件没有任务“parc”",
            "写任务的编号（task）：是否指“park”？",
        ),
        (
            ("任务进展!A3", 2012),
            "任务进展!A3: 错误[progress-year] 2012 年的文件没有任务",
            "核对年度；写任务的文件在 plan.yaml 中写明 year: 2012",
        ),
        (
            ("任务进展!C5", 4),
            "任务进展!C5: 错误[progress-point] 任务“names”只有 3 点，没有第 4 点",
            "改正分点；说的是整个任务的，清空分点",
        ),
        (
            ("任务进展!C2", 1),
            "任务进展!C2: 错误[progress-point] 任务“city”没有分点，没有第 1 点",
            "清空分点",
        ),
        (
            ("任务进展!C5", None),
            f"任务进展!D5: 错误[duplicate] 任务进展“2013 names”重复，另一处在 {SHOWN}/progress.xlsx!任务进展!D4",
            "改为不同的值，或删去一处",
        ),
        (("任务进展!C4", 0), "任务进展!C4: 错误[number-range] 0 不在 1 至 999 之间", "核对这个数"),
        (
            ("任务进展!D3", "没启动"),
            "任务进展!D3: 错误[cell-choice] “状态”不能是“没启动”",
            "是否指“未启动”？",
        ),
        (
            ("项目进展!B4", "p3"),
            "项目进展!B4: 错误[progress-unknown] projects.xlsx 没有编号为“p3”的项目",
            "写 projects.xlsx 中的编号：是否指“p2”、“p1”？",
        ),
        (
            ("项目进展!B4", "污水处理厂"),
            "项目进展!B4: 错误[progress-unknown] projects.xlsx 没有编号为“污水处理厂”的项目",
            "写它的编号：p2",
        ),
        (
            ("项目进展!A2", 2013),
            f"项目进展!C3: 错误[duplicate] 项目进展“2013 p1”重复，另一处在 {SHOWN}/progress.xlsx!项目进展!C2",
            "改为不同的值，或删去一处",
        ),
        (
            ("项目进展!A2", 2016),
            "项目进展!A2: 错误[progress-year] 年度 2016 不在规划的任何时期内",
            "核对年度",
        ),
        (
            ("项目进展!E4", "6.5亿元"),
            "项目进展!E4: 错误[number] “6.5亿元”数字后面带有别的文字；单位另写在计量单位里",
            "按万元填写：65000",
        ),
        (
            ("项目进展!E4", None),
            "项目进展!E4: 错误[cell-blank] “累计完成投资（万元）”不能为空",
            "没有数额的填“—”（不要空着）",
        ),
    ],
)
def test_progress_of_what_is_not_there_is_told(tmp_path: Path, change: Change, said: str, hint: str) -> None:
    assert only_fault(tmp_path, change, evaluation=True) == f"progress.xlsx!{said}"
    assert hint in hints(tmp_path / "xian")


def test_a_task_that_two_texts_of_a_year_have_is_unclear(tmp_path: Path) -> None:
    """Only where something is said of it: each text may number its tasks as it likes."""
    more = "  - {kind: action-plan, text: text/more.yaml, title: 补充任务, year: 2013}\n"
    folder = write_plan(
        tmp_path, ("plan.yaml", "  - {kind: evaluation,", f"{more}  - {{kind: evaluation,"), evaluation=True
    )
    words = (
        "chapters:\n  - heading: 补充\n    blocks:\n      - {{task: {}, heading: 补充。, text: 甲。, lead: 县质监局}}\n"
    )
    (folder / "text" / "more.yaml").write_text(words.format("extra"), encoding="utf-8")
    report = Report()
    load_plan(folder, SHOWN, report)
    assert list(report) == []
    (folder / "text" / "more.yaml").write_text(words.format("park"), encoding="utf-8")
    load_plan(folder, SHOWN, report)
    (said,) = report
    assert str(said) == (
        f"{SHOWN}/progress.xlsx!任务进展!B3: 错误[progress-unclear] 2013 年有 2 个文件都有任务“park”"
        "（text/tasks-2013.yaml、text/more.yaml），分不清是哪一个\n    改法：改动其中一个文件里的任务编号（task）"
    )


def test_a_text_that_two_papers_are_made_from_is_one(tmp_path: Path) -> None:
    """The split of duties is made from the same tasks."""
    split = "  - {kind: responsibilities, text: text/tasks-2013.yaml, title: 责任分解表, year: 2013}\n"
    change: Change = ("plan.yaml", "  - {kind: evaluation,", f"{split}  - {{kind: evaluation,")
    good_plan(tmp_path, change, evaluation=True)
