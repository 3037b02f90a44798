"""The whole of `check --fix`: find what may be bound in some plans, see that nothing else changes, write the files."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from yinfa.confined import Progress, confined
from yinfa.diagnostics import Diagnostic, Origin, Report
from yinfa.issue.together import Change, ask, save
from yinfa.mend.agree import Texts, files_of, sound, with_files
from yinfa.mend.binding import Binding
from yinfa.mend.silence import unsilenced
from yinfa.mend.write import Mended
from yinfa.model.load import load_plan
from yinfa.model.plan import Plan
from yinfa.paths import shown
from yinfa.prose.orphans import orphans_in
from yinfa.styling import load_style

ROUNDS = 9
Find = Callable[[Plan], list[Binding]]


def typed(plan: Plan) -> list[Binding]:
    """Return what is to be bound in the texts of a plan: each figure typed there that equals a fact."""
    return [Binding(each.text, each.start, each.end, each.call) for each in orphans_in(plan)]


def fixed(folders: Sequence[Path], progress: Progress, find: Find = typed) -> tuple[Diagnostic, ...]:
    """Bind what `find` finds in the plans of these folders, and return what there is to tell: notices all.

    All files of a plan are written or none, and none of any plan where one can be seen not to be. Raises Unwritable
    when one was changed meanwhile or cannot be written, Faults when to look took too long.
    """
    plans, report = confined(partial(_all, folders, find), progress)
    changes = {
        folder: [Change(each.file.path, each.file.stood, each.file.data) for each in files]
        for folder, files in plans.items()
    }
    for each in (each for several in changes.values() for each in several):
        ask(each)
    for folder, several in changes.items():
        save(folder, several)
    for change in (each for files in plans.values() for file in files for each in file.changes):
        report.notice("fixed", f"“{change.literal}”改成了 {change.call}", change.origin)
    return tuple(report)


def _all(folders: Sequence[Path], find: Find, progress: Progress) -> tuple[dict[Path, list[Mended]], Report]:
    """Return the files of each plan with all made in them that may be, and what is told; nothing is written."""
    report, style = Report(), load_style()
    files: dict[Path, list[Mended]] = {}
    for folder in dict.fromkeys(folder.resolve() for folder in folders):
        progress(f"读取 {folder.name}")
        plan = _sound(folder, report)
        if plan is not None:
            files[folder] = _mended(Texts(plan, style, progress, {}), find, report)
    return files, report


def _sound(folder: Path, report: Report) -> Plan | None:
    """Return the plan in a folder; where it has faults, it is told that nothing of it is changed."""
    faults = Report()
    plan = load_plan(folder, shown(folder), faults)
    if not faults.has_faults:
        return plan
    place = Origin(f"{shown(folder)}/plan.yaml")
    report.notice("fix-left", "数据有错误，没有改动任何文件", place, "先照各条改好错误，再用 --fix")
    return None


def _mended(texts: Texts, find: Find, report: Report) -> list[Mended]:
    """Return the files of a plan with all made in them that may be: a figure may show once its neighbour is bound."""
    done: dict[str, Mended] = {}
    for _ in range(ROUNDS):
        files = _round(texts, find, report)
        if not files:
            break
        done |= {each.file.shown: each.after(done.get(each.file.shown)) for each in files}
        now = {file: each.file for file, each in done.items()}
        texts = replace(texts, plan=with_files(texts.plan, files), files=now)
    return list(done.values())


def _round(texts: Texts, find: Find, report: Report) -> list[Mended]:
    """Return the files of a plan with all made in them that is found in it as it is now."""
    plan = texts.plan
    bindings = sound(plan, unsilenced(plan, find(plan)), report)
    if not bindings:
        return []
    now = replace(texts, files=files_of(plan, bindings, report) | texts.files)
    return now.mended(now.agreeing(bindings, report), report)
