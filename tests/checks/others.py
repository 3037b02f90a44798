"""For each code that is no rule over a plan what makes it told, on the way from the files to the papers."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

from openpyxl import load_workbook

from tests.hostile.xlsx_cases import relations
from tests.plans import Change, write_plan
from yinfa.diagnostics import Report
from yinfa.document.printing import Printing
from yinfa.document.spots import spots_of
from yinfa.document.stored import keep
from yinfa.issue.manifest import manifest
from yinfa.issued import freeze
from yinfa.pipeline import Request, galleys_of
from yinfa.styling import load_style

PLAN, ACTION, NOTICE, CONSULT = (f"text/{name}.yaml" for name in ("plan", "action", "notice", "consult"))
GAP = "{code: id-gap, at: projects.xlsx!项目!C3, reason: 已并入}"
NEAR = "signature: {date: 2013-05-09, organs: [某县经济和信息化厅]}"
TASK = "  - {task: own, heading: 抓好落实。, text: 加强督查。, lead: 县发改局}\n"
INDICATORS = 'period: "2013", year: 2013}\n  - {kind: responsibilities'
NAMES: tuple[Change, ...] = tuple(
    (f"任务进展!{column}{row}", value)
    for row, values in ((6, (2013, "names", 1, "已完成")), (7, (2013, "names", 3, "已完成")))
    for column, value in zip("ABCD", values, strict=True)
)


def untouched(_: Path) -> None:
    """Leave the folder as it is."""


@dataclass(frozen=True)
class Slip:
    """A code, the place where it is told within the folder, and what makes it so: changes, or a hand on the files."""

    code: str
    place: str
    changes: tuple[Change, ...] = ()
    edition: str = ""
    touch: Callable[[Path], None] = untouched


def told(folder: Path, slip: Slip, *more: Change) -> Report:
    """Return what a run tells of the plan with a slip and `more` changes."""
    report, edition = Report(), slip.edition
    plan = write_plan(folder, *slip.changes, *more, action=edition == "action", evaluation=edition == "evaluation")
    slip.touch(plan)
    galleys_of(Request((plan,), folder / "output"), load_style(), report)
    return report


def hide_a_row(folder: Path) -> None:
    """Hide a row of the projects."""
    book = load_workbook(folder / "projects.xlsx")
    book["项目"].row_dimensions[3].hidden = True
    book.save(folder / "projects.xlsx")


def link_outside(folder: Path) -> None:
    """Let the workbook of the projects refer to another one."""
    with ZipFile(folder / "projects.xlsx", "a") as package:
        target = relations(("rId1", "externalLinkPath", "file:///D:/汇总.xlsx"))
        package.writestr("xl/externalLinks/_rels/externalLink1.xml.rels", target)


def date_of_form(value: float, number_format: str) -> Callable[[Path], None]:
    """Return what makes the day on which an opinion came in a date of Excel's with this number and format."""

    def touch(folder: Path) -> None:
        book = load_workbook(folder / "feedback.xlsx")
        book["意见"]["G2"].value = value
        book["意见"]["G2"].number_format = number_format
        book.save(folder / "feedback.xlsx")

    return touch


def restate(folder: Path) -> None:
    """Keep the plan's papers as issued, and then change a result that they print."""
    galleys = galleys_of(Request((folder,), folder.parent / "elsewhere"), load_style(), Report())
    files = {"manifest.json": manifest((), galleys[0].inputs)}
    files |= {f"inputs/{each['path']}": (folder / each["path"]).read_bytes() for each in galleys[0].inputs}
    for number, each in enumerate(galleys):
        pages = (1,) * len(spots_of(each.document))
        files[f"printings/{number}.json"] = keep(Printing(each.document, None, None, pages))
    freeze(folder.parent / "output", "xian", "", files)
    book = load_workbook(folder / "indicators.xlsx")
    book["完成值"]["E4"].value = 92
    book.save(folder / "indicators.xlsx")


RECEIVED = "feedback.xlsx!意见!G2"
SLIPS: tuple[Slip, ...] = (
    Slip("aim-unused", "indicators.xlsx!完成值!I14", (("完成值!I14", "不适用"),), "evaluation"),
    Slip("baseline-unused", "indicators.xlsx!指标!M5", (("指标!M5", 12),)),
    Slip("cell-precision", "indicators.xlsx!完成值!E5", (("完成值!E5", 12345678901234567),)),
    Slip("column-missing", "indicators.xlsx!指标", (("指标!M1", None),)),
    Slip("date-1900", RECEIVED, edition="action", touch=date_of_form(5, "yyyy-mm-dd")),
    Slip("date-with-time", RECEIVED, edition="action", touch=date_of_form(41522.5, "yyyy-mm-dd")),
    Slip("date-without-year", RECEIVED, edition="action", touch=date_of_form(41522, "m月d日")),
    Slip("external-link", "projects.xlsx", touch=link_outside),
    Slip("glyph", f"{PLAN}:27:29", ((PLAN, "打击假冒。", "打击假冒𮧵。"),)),
    Slip("header-unknown", "projects.xlsx!项目!M1", (("项目!M1", "多余"),)),
    Slip("hidden", "projects.xlsx!项目", touch=hide_a_row),
    Slip("id-folder", "plan.yaml:1:5", (("plan.yaml", "id: xian", "id: xianji"),)),
    Slip(
        "measure-twice", f"{PLAN}:9:9", ((PLAN, '{{ target("产品抽查合格率") }}', '{{ target("产品抽查合格率") }}%'),)
    ),
    Slip("organ-near", f"{NOTICE}:5:40", ((NOTICE, "signature: {date: 2013-05-09}", NEAR),), "action"),
    Slip("progress-unused", "progress.xlsx!任务进展!B4", NAMES, "evaluation"),
    Slip(
        "provisional-discontinued",
        "indicators.xlsx!完成值!E19",
        (("完成值!G19", "是"), ("完成值!J19", "是")),
        "evaluation",
    ),
    Slip("restated-issued", "indicators.xlsx!完成值!E4", (), "evaluation", restate),
    Slip("revision-same", "indicators.xlsx!目标调整!D2", (("目标调整!D2", 50),), "evaluation"),
    Slip("silence-unused", "plan.yaml:14:12", (("plan.yaml", "documents:", f"silenced:\n  - {GAP}\ndocuments:"),)),
    Slip("task-empty", f"{ACTION}:16:15", ((ACTION, "        text: 以园区为主体开展创建。\n", ""),), "action"),
    Slip(
        "title-shape",
        f"{CONSULT}:3:5",
        ((CONSULT, "《某县质量强县规划》\n  - ", "\n  - 《某县质量强县规划》"),),
        "action",
    ),
    Slip("yaml-comment", f"{PLAN}:23:24", ((PLAN, "重点如下。", "重点如下 #1。"),)),
    Slip("task-untabled", f"{NOTICE}:5:12", ((NOTICE, "signature:", f"{TASK}signature:"),), "action"),
    Slip(
        "year-period",
        "plan.yaml:42:54",
        (("plan.yaml", INDICATORS, INDICATORS.replace("year: 2013", "year: 2014")),),
        "action",
    ),
)
