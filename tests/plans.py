"""A small plan that is right in everything, written by code, so that a test says in one line what it makes wrong.

write_plan(tmp_path, ("plan.yaml", "印发稿", "草稿"))      the first "印发稿" becomes "草稿"
write_plan(tmp_path, ("指标!L2", "#REF!"))                 the cell L2 of the sheet 指标 holds "#REF!"
write_plan(tmp_path, action=True)                          with the papers of a year: tests/actions.py
write_plan(tmp_path, evaluation=True)                      with two evaluations and progress.xlsx: tests/evaluations.py
"""

from pathlib import Path

from tests.actions import ACTION_INDICATORS, OPINIONS, PAPERS, PERIOD, TEXTS, UNITS_OF_THE_YEAR
from tests.books import Tables, book
from tests.evaluations import (
    EVALUATION_TEXTS,
    EVALUATIONS,
    JUDGED_ACTUALS,
    JUDGED_INDICATORS,
    PROJECTS_DONE,
    QUALITY,
    REVISIONS,
    TASKS_DONE,
)
from yinfa.diagnostics import Report, Severity
from yinfa.model.actuals import ACTUAL_COLUMNS, REVISION_COLUMNS
from yinfa.model.indicators import INDICATOR_COLUMNS
from yinfa.model.load import load_plan
from yinfa.model.opinions import OPINION_COLUMNS
from yinfa.model.plan import Plan
from yinfa.model.progress import PROJECT_PROGRESS_COLUMNS, TASK_PROGRESS_COLUMNS
from yinfa.model.projects import PROJECT_COLUMNS

SHOWN = "data/xian"
Change = tuple[str, str, str] | tuple[str, object]

PLAN = """\
id: xian
title: 某县质量强县规划
place: 某县
government: county
periods:
  - {id: "11-5", name: “十一五”, start: 2006, end: 2010}
  - {id: "12-5", name: “十二五”, start: 2011, end: 2015}
period: "12-5"
issuer: 某县质量办
date: 2011-11
status: 印发稿
sample: true
documents:
  - kind: plan
    title: 某县质量强县规划
    text: text/plan.yaml
"""
UNITS = """\
units:
  - {id: zhijian, name: 某县质量技术监督局, short: 县质监局, level: bureau}
  - {id: huanbao, name: 某县环境保护局, short: 县环保局, level: bureau}
"""
WORDS = """\
preface:
  - 为做好质量工作，编制本规划。
basis:
  - 《质量发展纲要》
chapters:
  - heading: 发展目标
    id: goals
    blocks:
      - 到2015年，合格率达到{{ target("产品抽查合格率") }}，见{{ ref("table-indicators") }}和{{ ref("box-brand") }}。
      - heading: 主要指标
        blocks:
          - runin: 品牌建设。
            text: 国家级品牌{{ target("品牌数", "国家级") }}，共{{ count("指标") }}指标。
          - table: indicators
            id: table-indicators
            caption: 主要指标
            notes:
              - 注：完成上级下达任务的不设数值。
          - box:
              title: 品牌重点
              id: box-brand
              blocks:
                - 重点如下。
                - list:
                    - 培育名牌。
                    - runin: 保护商标。
                      text: 打击假冒。
  - heading: 保障措施
    blocks:
      - dash:
          - 加强领导，见{{ ref("goals") }}。
          - runin: 投入。
            text: 总投资{{ total("总投资", "亿元", 1) }}。
annexes:
  - heading: 重大项目
    orientation: landscape
    blocks:
      - table: projects
        caption: 重大项目表
        total: {measure: 亿元, decimals: 1}
"""

EMISSION = ("emission", "是", "环境", 3, "污染物排放")
INDICATORS = (
    ("12-5", *QUALITY, 92, None, "县质监局"),
    ("12-5", "brands", "是", "产品", 2, "品牌数", "国家级", "个", "累计", "预期性", "区间", "5～10", None, "县质监局"),
    ("12-5", "brands", "是", "产品", 2, "品牌数", "省级", "个", "累计", "预期性", "区间", "20-30", None, "县质监局"),
    ("12-5", *EMISSION, "化学需氧量", "吨", "期末", "约束性", "定性", "完成上级任务", None, "县质监局"),
    ("12-5", *EMISSION, "二氧化硫", "吨", "期末", "约束性", "定性", None, None, "县质监局"),
    ("12-5", "noise", "否", "环境", None, "噪声", None, "分贝", "期末", "预期性", "≤", 55, None, "县环保局、县质监局"),
    ("11-5", *QUALITY, 90, None, None, "上期规划"),
)
ACTUALS = (
    ("11-5", "quality", None, 2009, 88.5),
    ("11-5", "quality", None, 2010, 91.25, "年鉴", "是"),
    ("12-5", "emission", "化学需氧量", 2011, "—"),
    ("12-5", "noise", None, 2011, 0),
)
PROJECTS = (
    ("p1", 1, "检测中心", "新建", 2011, 2013, "建设实验用房。", 90000, 60000.5, "县质监局"),
    ("p2", 2, "污水处理厂", "续建", 2010, 2015, "新增处理能力。", 120543, "不适用", "县环保局"),
)

FILES = {"plan.yaml": PLAN, "units.yaml": UNITS, "text/plan.yaml": WORDS}
FILES_OF_THE_YEAR = {
    "plan.yaml": PLAN.replace(PERIOD[0], PERIOD[1]) + PAPERS,
    "units.yaml": UNITS_OF_THE_YEAR,
    "text/plan.yaml": WORDS,
    **TEXTS,
}
FILES_OF_EVALUATION = {
    "plan.yaml": PLAN + EVALUATIONS,
    "units.yaml": UNITS_OF_THE_YEAR,
    "text/plan.yaml": WORDS,
    **EVALUATION_TEXTS,
}
BOOKS: dict[str, Tables] = {
    "indicators.xlsx": {"指标": (INDICATOR_COLUMNS, INDICATORS), "完成值": (ACTUAL_COLUMNS, ACTUALS)},
    "projects.xlsx": {"项目": (PROJECT_COLUMNS, PROJECTS)},
}
BOOKS_OF_THE_YEAR = BOOKS | {
    "indicators.xlsx": {
        "指标": (INDICATOR_COLUMNS, INDICATORS + ACTION_INDICATORS),
        "完成值": (ACTUAL_COLUMNS, ACTUALS),
    },
    "feedback.xlsx": {"意见": (OPINION_COLUMNS, OPINIONS)},
}
BOOKS_OF_EVALUATION = BOOKS | {
    "indicators.xlsx": {
        "指标": (INDICATOR_COLUMNS, JUDGED_INDICATORS),
        "完成值": (ACTUAL_COLUMNS, JUDGED_ACTUALS),
        "目标调整": (REVISION_COLUMNS, REVISIONS),
    },
    "progress.xlsx": {
        "任务进展": (TASK_PROGRESS_COLUMNS, TASKS_DONE),
        "项目进展": (PROJECT_PROGRESS_COLUMNS, PROJECTS_DONE),
    },
}


def write_plan(folder: Path, *changes: Change, action: bool = False, evaluation: bool = False) -> Path:
    """Write the plan with `changes` into `folder`/xian and return that.

    With `action` it has papers of a year too, with `evaluation` two evaluations and what they rest on; not both.
    """
    files, books = _edition(action=action, evaluation=evaluation)
    target = folder / "xian"
    texts = [change for change in changes if len(change) == 3]
    cells = dict(change for change in changes if len(change) == 2)
    for name, text in files.items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_text(_changed(name, text, texts), encoding="utf-8")
    for name, sheets in books.items():
        (target / name).write_bytes(book(sheets, cells))
    assert not cells, f"no such sheet: {cells}"
    return target


def _edition(*, action: bool, evaluation: bool) -> tuple[dict[str, str], dict[str, Tables]]:
    """Return the texts and the workbooks of the plan."""
    assert not (action and evaluation), "these are two plans"
    if evaluation:
        return FILES_OF_EVALUATION, BOOKS_OF_EVALUATION
    return (FILES_OF_THE_YEAR, BOOKS_OF_THE_YEAR) if action else (FILES, BOOKS)


def _changed(name: str, text: str, changes: list[tuple[str, str, str]]) -> str:
    for file, old, new in changes:
        if file == name:
            assert old in text, f"{old!r} does not stand in {file}"
            text = text.replace(old, new, 1)
    return text


def read_plan(
    folder: Path, *changes: Change, action: bool = False, evaluation: bool = False
) -> tuple[Plan | None, list[str]]:
    """Return the plan written with `changes`, and what was said of it (place, code and message) beyond notices."""
    report = Report()
    plan = load_plan(write_plan(folder, *changes, action=action, evaluation=evaluation), SHOWN, report)
    return plan, [str(each).split("\n")[0] for each in report if each.severity is not Severity.NOTICE]


def good_plan(folder: Path, *changes: Change, action: bool = False, evaluation: bool = False) -> Plan:
    """Return the plan written with `changes`, about which nothing is said."""
    plan, said = read_plan(folder, *changes, action=action, evaluation=evaluation)
    assert plan is not None
    assert said == []
    return plan


def only_fault(folder: Path, *changes: Change, action: bool = False, evaluation: bool = False) -> str:
    """Return the one line that is said of the plan written with `changes`."""
    _, said = read_plan(folder, *changes, action=action, evaluation=evaluation)
    assert len(said) == 1, said
    return said[0].removeprefix(f"{SHOWN}/")


def hints(folder: Path) -> list[str]:
    """Return how what is wrong with the plan in `folder` may be mended."""
    report = Report()
    load_plan(folder, SHOWN, report)
    return [each.hint for each in report]
