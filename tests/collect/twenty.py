"""A plan of twenty units, each with indicators of every kind, tasks and a project, all written by code."""

from pathlib import Path

from tests.books import Tables, book
from yinfa.model.actuals import ACTUAL_COLUMNS
from yinfa.model.indicators import INDICATOR_COLUMNS
from yinfa.model.progress import PROJECT_PROGRESS_COLUMNS, TASK_PROGRESS_COLUMNS
from yinfa.model.projects import PROJECT_COLUMNS

UNITS = tuple(f"县{sign}局" for sign in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉")
YEAR = 2013
# id, name, measure, 口径, 属性, 比较, target and baseline of the indicators that every unit has.
KINDS: tuple[tuple[object, ...], ...] = (
    ("rate", "合格率", "%", "期末", "预期性", "≥", 92, 90),
    ("more", "新增数", "个", "新增", "预期性", "≥", 50, None),
    ("sum", "产值", "亿元", "期末", "预期性", "≥", 50, 30),
    ("words", "工作", "项", "期末", "预期性", "定性", "完成任务", None),
)
PLAN = """\
id: twenty
title: 某县质量强县规划
place: 某县
government: county
periods: [{id: "12-5", name: “十二五”, start: 2011, end: 2015}]
period: "12-5"
issuer: 某县质量办
date: 2011-11
status: 印发稿
documents:
  - {kind: action-plan, text: text/tasks.yaml, title: 某县2013年质量工作任务, year: 2013}
"""


def write_twenty(folder: Path) -> Path:
    """Write the plan into `folder`/twenty and return that."""
    plan = folder / "twenty"
    (plan / "text").mkdir(parents=True)
    (plan / "plan.yaml").write_text(PLAN, encoding="utf-8")
    units = "".join(f"  - {{id: u{n}, name: 某{short}, short: {short}, level: bureau}}\n" for n, short in _numbered())
    (plan / "units.yaml").write_text(f"units:\n{units}", encoding="utf-8")
    tasks = "".join(_task(n, short) for n, short in _numbered())
    (plan / "text" / "tasks.yaml").write_text(f"chapters:\n  - heading: 任务\n    blocks:\n{tasks}", encoding="utf-8")
    indicators = tuple(row for n, short in _numbered() for row in _indicators(n, short))
    actuals = tuple(("12-5", f"rate{n}", None, 2012, 90 + n / 10, "年报") for n, _ in _numbered())
    projects = tuple(
        (f"p{n}", n, f"项目{n}", "新建", 2012, 2015, "建设内容。", 9000 + n, "—", short) for n, short in _numbered()
    )
    files: dict[str, Tables] = {
        "indicators.xlsx": {"指标": (INDICATOR_COLUMNS, indicators), "完成值": (ACTUAL_COLUMNS, actuals)},
        "projects.xlsx": {"项目": (PROJECT_COLUMNS, projects)},
        "progress.xlsx": {
            "任务进展": (TASK_PROGRESS_COLUMNS, ((YEAR, "t1", None, "推进中", "正在办理"),)),
            "项目进展": (PROJECT_PROGRESS_COLUMNS, ()),
        },
    }
    for name, sheets in files.items():
        (plan / name).write_bytes(book(sheets, {}))
    return plan


def _numbered() -> tuple[tuple[int, str], ...]:
    return tuple(enumerate(UNITS, 1))


def _task(number: int, short: str) -> str:
    other = UNITS[number % len(UNITS)]
    return (
        f"      - {{task: t{number}, heading: 做好工作{number}。, text: 完成任务。, lead: {short}, support: {other}}}\n"
        f"      - task: w{number}\n        heading: 分两点做好工作{number}。\n        lead: {short}\n        parts:\n"
        f"          - {{text: 第一点。}}\n          - {{text: 第二点。}}\n"
    )


def _indicators(number: int, short: str) -> tuple[tuple[object, ...], ...]:
    units = f"{short}、{UNITS[number % len(UNITS)]}"
    return tuple(
        ("12-5", f"{id_}{number}", "是", "质量", 4 * number + place, f"{name}{number}", None, *rest, units)
        for place, (id_, name, *rest) in enumerate(KINDS)
    )
