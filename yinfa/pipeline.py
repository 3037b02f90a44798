"""The run: data folders in, papers out. The only place where all the stages meet."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from yinfa.checks import check
from yinfa.compose.compose import Composer
from yinfa.derive.duties import charged, charges_of
from yinfa.diagnostics import Diagnostic, Origin, Report
from yinfa.document.tree import Document
from yinfa.issue.manifest import NAME, Issued, digests, manifest, sha256, still_standing
from yinfa.issue.naming import collisions, file_name
from yinfa.issue.whole import locked, sweep, write_whole
from yinfa.kinds import KINDS
from yinfa.model.identity import Paper, Unit
from yinfa.model.link_papers import is_sound
from yinfa.model.load import load_plan
from yinfa.model.plan import Plan
from yinfa.paths import shown
from yinfa.sources.text import Text
from yinfa.styling import Style, load_style
from yinfa.writers.formats import UNPAGED, WRITERS
from yinfa.writers.glyphs import missing_in
from yinfa.writers.layout import Layout
from yinfa.writers.pdf import lay_out

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Draft:
    """A paper composed but not yet written; `inputs` are the digests of its plan's files as they were read.

    `unit` is the unit whose paper it is, if it is one's; `formats` are those it is to be written in.
    """

    plan: Plan
    inputs: list[dict[str, str]]
    paper: Paper
    unit: Unit | None
    formats: tuple[str, ...]
    document: Document

    def name(self, format_: str) -> str:
        """Return the name of its file in a format."""
        return file_name(self.document.title, f".{format_}")


@dataclass(frozen=True, slots=True)
class Request:
    """What a build is asked for: no kinds means every kind, no formats every format."""

    folders: Sequence[Path]
    output: Path
    kinds: Sequence[str] = ()
    formats: Sequence[str] = ()
    strict: bool = False

    @property
    def wanted(self) -> tuple[str, ...]:
        """Return the formats asked for."""
        return tuple(self.formats) or tuple(WRITERS)


def silent(_: str) -> None:
    """Show no progress."""


def build(request: Request, progress: Progress = silent) -> tuple[Diagnostic, ...]:
    """Issue every paper asked for and return what there is to tell (notices, warnings, findings).

    Raises Faults, with everything found, when the data cannot be issued (or, strictly, hold an error): then nothing
    in the output is touched. Raises MissingFont when a typeface is not on the machine and Unwritable when the output
    cannot be written.
    """
    report, style = Report(), load_style()
    drafts = draft(request, style, report, progress)
    report.stop(strict=request.strict)
    with locked(request.output):
        for folder, group in _by_folder(drafts).items():
            write_plan(group, request.output / folder, style, progress)
    return tuple(report)


def draft(request: Request, style: Style, report: Report, progress: Progress = silent) -> list[Draft]:
    """Return the papers asked for, composed; every fault of every folder goes into `report`."""
    drafts: list[Draft] = []
    for folder in dict.fromkeys(folder.resolve() for folder in request.folders):
        progress(f"读取 {folder.name}")
        plan = load_plan(folder, shown(folder), report)
        if plan is not None:
            check(plan, report)
            drafts += _drafts(plan, request, style, report, progress)
            _some(drafts, plan, report)
    _names(drafts, report)
    if not report.has_faults:
        for each in drafts:
            _glyphs(each, style, report)
    return drafts


def _drafts(plan: Plan, request: Request, style: Style, report: Report, progress: Progress) -> Iterable[Draft]:
    inputs = digests(plan.folder, plan.inputs)  # at once: a file may be saved again while pages are laid out
    composer = Composer(plan, style, report)
    for paper in plan.papers():
        if (request.kinds and paper.kind not in request.kinds) or not is_sound(plan, paper):
            continue
        for unit, formats in _copies(plan, paper, request.wanted):
            progress(f"编排 {paper.title}{f'（{unit.short}）' if unit else ''}")
            document = composer.compose(paper, unit, paged=formats[0] not in UNPAGED)
            if document is not None:
                yield Draft(plan, inputs, paper, unit, formats, document)


def _copies(plan: Plan, paper: Paper, wanted: Sequence[str]) -> Iterator[tuple[Unit | None, tuple[str, ...]]]:
    """Yield whose copies of a paper are to be made, and in which formats: None for the one that is everybody's.

    A format without pages has the papers of all units in one file, and a tree of its own: no table of it is cut.
    """
    kind = KINDS[paper.kind]
    paged = tuple(each for each in wanted if each in kind.formats and each not in UNPAGED)
    unpaged = tuple(each for each in wanted if each in kind.formats and each in UNPAGED)
    yield from ((None, each) for each in (() if kind.each else paged, unpaged) if each)
    if paged and kind.each:
        charges = charges_of(plan.words_of(paper), plan.registry, plan.year_of(paper))
        yield from ((unit, paged) for unit in charged(charges, plan.registry))


def _some(drafts: Sequence[Draft], plan: Plan, report: Report) -> None:
    """Tell where nothing of a plan is made, though nothing is wrong with it."""
    if not report.has_faults and all(each.plan is not plan for each in drafts):
        kinds = dict.fromkeys(str(paper.kind) for paper in plan.papers())
        listed = "，".join(f"{kind}（{'、'.join(KINDS[kind].formats)}）" for kind in kinds)
        place = Origin(f"{plan.shown}/plan.yaml")
        report.notice(
            "nothing-made", "没有所选文种和格式的文件，什么也没有生成", place, f"这里可选的文种和格式：{listed}"
        )


def _glyphs(each: Draft, style: Style, report: Report) -> None:
    for character, place in missing_in(each.document, style).items():
        message = f"字体中没有“{character}”（U+{ord(character):04X}），印不出来"
        origin = Origin.parse(place) or each.paper.text.origin
        report.warning("glyph", message, origin, "换一个字，或在 styles/gbt9704.yaml 中增补字体")


def _by_folder(drafts: list[Draft]) -> dict[str, list[Draft]]:
    """Return the drafts by the folder of the output that they go to, named by their plan."""
    folders: dict[str, list[Draft]] = {}
    for each in drafts:
        folders.setdefault(file_name(str(each.plan.identity.id), ""), []).append(each)
    return folders


def _names(drafts: list[Draft], report: Report) -> None:
    """Report every two plans that would share a folder, and every two papers that would share a file.

    That two papers have the very same title is told when the plan is linked.
    """
    plans = {each.plan.folder: each.plan.identity.id for each in drafts}
    _collide("输出文件夹", [(file_name(str(id_), ""), id_) for id_ in plans.values()], report)
    for folder in plans:
        own = {each.document.title: each.paper.title for each in drafts if each.plan.folder == folder}
        _collide("文件名", [(_stem(title), said) for title, said in own.items()], report)


def _stem(title: str) -> str:
    """Return the name of a paper's files without an ending, cut short as for the longest one."""
    ending = max((f".{each}" for each in WRITERS), key=len)
    return file_name(title, ending).removesuffix(ending)


def _collide(what: str, named: Sequence[tuple[str, Text]], report: Report) -> None:
    clashing = collisions(name for name, _ in named)
    for name, said in named:
        if name in clashing:
            message = f"{what}“{name}”与另一份的相同，或只差大小写、字形"
            report.fault("file-name", message, said.origin, "改动其中一个名称")


def write_plan(drafts: list[Draft], folder: Path, style: Style, progress: Progress) -> None:
    """Write the papers of one plan and their manifest into `folder`."""
    inputs = drafts[0].inputs
    with _set_apart():
        files = [file for each in drafts for file in _render(each, style, progress)]
    sweep(folder)
    for issued, data in files:
        write_whole(folder / issued.path, data)
    earlier = still_standing(folder, inputs)
    write_whole(folder / NAME, manifest([issued for issued, _ in files], inputs, earlier))


def _render(each: Draft, style: Style, progress: Progress) -> Iterable[tuple[Issued, bytes]]:
    layout = _layout(each, style, progress)
    for format_ in each.formats:
        progress(f"生成 {each.name(format_)}")
        data = WRITERS[format_](layout.document, style, layout)
        yield _issued(each, format_, 0 if format_ in UNPAGED else layout.page_count, data), data
    del layout
    gc.collect()  # laid-out pages are rings, and a plan may have papers for many units


@contextmanager
def _set_apart() -> Iterator[None]:
    """Leave out of the search for garbage what stands by now: it is not to be searched for every paper."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _layout(each: Draft, style: Style, progress: Progress) -> Layout:
    """Return the pages of a paper, none where no format has any."""
    if all(format_ in UNPAGED for format_ in each.formats):
        return Layout({}, 0, bytes, each.document)
    progress(f"排版 {each.document.title}")
    return lay_out(each.document, style)


def _issued(each: Draft, format_: str, pages: int, data: bytes) -> Issued:
    return Issued(
        kind=each.document.kind,
        year=each.paper.year,
        unit=str(each.unit.short) if each.unit else None,
        title=each.document.title,
        format=format_,
        path=each.name(format_),
        pages=pages,
        sha256=sha256(data),
    )
