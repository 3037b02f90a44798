"""The workbooks of all units written into a folder: all or none, and never over one that somebody filled in."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from yinfa.collect.asked import questions_of
from yinfa.collect.export import exported, title_of
from yinfa.collect.lines import Questions
from yinfa.collect.merge import sound_plan
from yinfa.collect.returned import read_returned
from yinfa.confined import Progress, confined
from yinfa.diagnostics import Diagnostic, Origin, Report
from yinfa.issue.naming import collisions, file_name
from yinfa.issue.together import Change, save
from yinfa.paths import shown


@dataclass(frozen=True, slots=True)
class Sent:
    """The workbooks of a year: `folder` holds them by `names`; `told` is what there is to tell besides."""

    folder: Path
    names: tuple[str, ...]
    told: tuple[Diagnostic, ...]


def send(data: Path, year: int, output: Path, progress: Progress) -> Sent:
    """Write a workbook for each unit that has anything to tell of a year.

    Raises Faults where the data have any, where there is nothing to ask, or one of the files there was filled in;
    Unwritable where the folder cannot be written to: then none is.
    """
    folder, changes, told = confined(partial(_made, data, year, output), progress)
    folder.mkdir(parents=True, exist_ok=True)
    save(folder, [each for each in changes if each.stood != each.data])
    return Sent(folder, tuple(each.path.name for each in changes), told)


def _made(
    data: Path, year: int, output: Path, progress: Progress
) -> tuple[Path, tuple[Change, ...], tuple[Diagnostic, ...]]:
    report = Report()
    progress(f"读取 {data.name}")
    plan = sound_plan(data)
    folder = output / file_name(str(plan.identity.id), "") / f"填报{year}"
    questions = questions_of(plan, year, report)
    if not questions:
        hint = "核对 --year；指标要在这一年所在的时期内，任务要在写明这一年的文件里，并且写了责任单位"
        report.fault("collect-nothing", f"{year}年没有要各单位填报的事项", Origin(plan.shown), hint)
    names = _names(questions)
    progress("生成 填报表")
    changes = []
    for each in questions:
        path = folder / names[str(each.unit.id)]
        changes.append(Change(path, _stood(path, report), exported(plan, each)))
    report.stop(strict=False)
    return folder, tuple(changes), tuple(report)


def _names(questions: tuple[Questions, ...]) -> dict[str, str]:
    """Return the file of each unit by its id: called by its short name, with the id where two are alike."""
    titles = {str(each.unit.id): title_of(each) for each in questions}
    alike = collisions(titles.values())
    return {id_: file_name(f"{title}（{id_}）" if title in alike else title, ".xlsx") for id_, title in titles.items()}


def _stood(path: Path, report: Report) -> bytes | None:
    """Return what stands at a path; a workbook that was filled in, or is none of ours, is a fault."""
    if not path.exists():
        return None
    if not path.is_file():
        report.fault(
            "collect-filled", "这里不是文件，没有写入", Origin(shown(path)), "移走它，或用 --output 导出到别处"
        )
        return None
    faults = Report()
    returned = read_returned(path, shown(path), faults)
    if returned is None or faults.has_faults or not returned.is_untouched:
        hint = "移走它，或用 --output 导出到别处"
        report.fault("collect-filled", "这里已有一份填过的表，没有覆盖", Origin(shown(path)), hint)
    return path.read_bytes()
