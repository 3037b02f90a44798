"""What was issued as the old side of a comparison: its data, and its papers as they were printed then."""

from collections import Counter
from pathlib import Path

from yinfa.changes.side import Sheet, Side
from yinfa.diagnostics import Diagnostic, Faults, Origin, Report, Severity, nearest
from yinfa.document.printing import Printing
from yinfa.document.spots import spots_of
from yinfa.issue.manifest import digests
from yinfa.issued import Issue, issues_of
from yinfa.model.load import load_plan
from yinfa.paths import OUTPUT, shown
from yinfa.sources.yaml_file import read_yaml

LAST = "last"


def issue_of(folder: Path, wanted: str, output: Path = OUTPUT) -> Issue:
    """Return what was issued of the plan in a folder: the last, that of an id, or that in the folder `wanted`.

    Raise `Faults` where there is none such.
    """
    if (Path(wanted) / "inputs").is_dir():
        return Issue(Path(wanted))
    found = issues_of(output, _id(folder))
    place = Origin(f"{shown(folder)}/plan.yaml")
    if not found:
        raise _fault(
            "这个规划还没有印发的存档", place, "用 python generate.py issue 印发并存档；或比较两个文件夹、两个版本"
        )
    chosen = [each for each in found if wanted in (LAST, each.id, str(each.number))]
    if not chosen:
        raise _fault(f"没有存档“{wanted}”", place, nearest(wanted, (each.id for each in found)))
    return chosen[-1]


def issued_side(issue: Issue, faults: list[Diagnostic]) -> Side | None:
    """Return a side as it was issued; None, after the faults, where its data can no longer be read."""
    printings, report = issue.printings(), Report()
    plan = load_plan(issue.inputs, _shown(issue, printings), report)
    if plan is None or report.has_faults:
        faults += [each for each in report if each.severity is Severity.FAULT]
        return None
    inputs = tuple((each["path"], each["sha256"]) for each in digests(issue.inputs, plan.inputs))
    name = f"{plan.identity.id} 印发存档 {issue.id}"
    return Side(name, plan, tuple(map(_sheet, printings)), inputs, frozen=True)


def _sheet(printed: Printing) -> Sheet:
    pages = printed.pages
    return Sheet(printed.document, printed.year, printed.unit, (lambda: pages) if any(pages) else None)


def _shown(issue: Issue, printings: tuple[Printing, ...]) -> str:
    """Return what the plan's folder was called when it was issued: so the figures of its papers name their cells."""
    files = [path.relative_to(issue.inputs).as_posix() for path in issue.inputs.rglob("*") if path.is_file()]
    count: Counter[str] = Counter()
    for printed in printings:
        for spot in spots_of(printed.document):
            origin = Origin.parse(spot.origin)
            held = max((file for file in files if origin and origin.file.endswith(f"/{file}")), key=len, default="")
            if origin and held:
                count[origin.file.removesuffix(f"/{held}")] += 1
    return next((name for name, _ in count.most_common(1)), shown(issue.inputs))


def _id(folder: Path) -> str:
    """Return the id of the plan in a folder. Raise `Faults` where it cannot be read."""
    report = Report()
    place = f"{shown(folder)}/plan.yaml"
    if not (folder / "plan.yaml").is_file():
        raise _fault("缺少文件 plan.yaml", Origin(place), "核对数据文件夹")
    node = read_yaml(folder / "plan.yaml", place, report)
    report.stop(strict=False)
    named = node.get("id") if node is not None else None
    if not isinstance(named, str):
        raise _fault("plan.yaml 没有写 id", Origin(place), "写上 id")
    return str(named)


def _fault(message: str, place: Origin, hint: str) -> Faults:
    return Faults([Diagnostic("issued-none", Severity.FAULT, message, place, hint)])
