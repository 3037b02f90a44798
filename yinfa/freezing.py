"""From a plan to what is issued of it for good: a build frozen with its data and with what stands on which page."""

from dataclasses import dataclass
from functools import partial

from yinfa.confined import confined
from yinfa.diagnostics import Diagnostic, Report
from yinfa.document.stored import keep
from yinfa.issue.manifest import NAME, Inputs, manifest, sha256, standing
from yinfa.issue.naming import file_name
from yinfa.issue.whole import Unwritable, locked
from yinfa.issued import Issue, freeze
from yinfa.issued.store import INPUTS, PRINTINGS
from yinfa.issuing import build
from yinfa.pipeline import Galley, Progress, Request, by_folder, galleys_of
from yinfa.printing import printing
from yinfa.styling import load_style


@dataclass(frozen=True, slots=True)
class Frozen:
    """What is kept of the papers of one plan, by paths relative to the folder it goes to; `papers` are their files."""

    plan: str
    papers: tuple[str, ...]
    files: dict[str, bytes]
    inputs: Inputs


def issue(request: Request, progress: Progress) -> tuple[tuple[Issue, ...], tuple[Diagnostic, ...]]:
    """Build the papers asked for, freeze them, and return where they stand, with what there is to tell.

    Nothing is frozen of a plan that holds an error which is not silenced. Raises as `build` does, and Unwritable where
    data or papers were changed meanwhile.
    """
    if not request.strict:
        raise ValueError("what is issued for good is checked strictly")
    told = build(request, progress)
    frozen = confined(partial(_frozen, request), progress)
    with locked(request.output):
        return tuple(_freeze(request, each) for each in frozen), told


def _frozen(request: Request, progress: Progress) -> list[Frozen]:
    report, style = Report(), load_style()
    galleys = galleys_of(request, style, report, progress)
    report.stop(strict=True)
    frozen = []
    for plan, group in by_folder(galleys).items():
        files = _inputs(group[0])
        for galley in group:
            progress(f"排版 {galley.document.title}")
            name = file_name(galley.document.title, f".{galley.formats[0]}.json")
            files[f"{PRINTINGS}/{name}"] = keep(printing(galley, style))
        papers = tuple(galley.name(format_) for galley in group for format_ in galley.formats)
        frozen.append(Frozen(plan, papers, files, group[0].inputs))
    return frozen


def _inputs(galley: Galley) -> dict[str, bytes]:
    """Return the files that a plan was read from. Raise `Unwritable` where one was changed since."""
    files = {each["path"]: (galley.plan.folder / each["path"]).read_bytes() for each in galley.inputs}
    if any(sha256(files[each["path"]]) != each["sha256"] for each in galley.inputs):
        raise _changed(galley.plan.shown)
    return {f"{INPUTS}/{path}": data for path, data in files.items()}


def _freeze(request: Request, frozen: Frozen) -> Issue:
    """Freeze the papers of one plan as they stand in the output. Raise `Unwritable` where one is of other data."""
    folder = request.output / frozen.plan
    stood = standing(folder)
    papers = [each for each in stood.papers if each.path in frozen.papers]
    if stood.inputs != frozen.inputs or {each.path for each in papers} != set(frozen.papers):
        raise _changed(str(folder))
    files = frozen.files | {each.path: (folder / each.path).read_bytes() for each in papers}
    files[NAME] = manifest(papers, frozen.inputs)
    return freeze(request.output, frozen.plan, "-".join(request.kinds), files)


def _changed(where: str) -> Unwritable:
    return Unwritable(f"没有存档：{where} 在印发期间被改动过，请再运行一次")
