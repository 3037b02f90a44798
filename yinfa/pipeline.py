"""The run as far as papers composed: data folders in, trees out. `issuing` makes files of them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from yinfa.checks import check
from yinfa.checks.codes import Phase
from yinfa.checks.settings import applied
from yinfa.compose.compose import Composer
from yinfa.derive.duties import charged, charges_of
from yinfa.diagnostics import Faults, Origin, Report
from yinfa.document.tree import Document
from yinfa.issue.manifest import Inputs, digests
from yinfa.issue.naming import collisions, file_name
from yinfa.issued import ISSUED, issues_of
from yinfa.issued.restated import restated_issued
from yinfa.kinds import KINDS
from yinfa.model.identity import Paper, Unit
from yinfa.model.link_papers import is_sound
from yinfa.model.load import load_plan
from yinfa.model.plan import Plan
from yinfa.paths import shown
from yinfa.proof import Composed, proof_tree
from yinfa.sources.text import Text
from yinfa.styling import Style
from yinfa.writers.formats import UNPAGED, WRITERS
from yinfa.writers.xlsx.longest import CHARACTERS, too_long

Progress = Callable[[str], None]  # told each step before it is taken: its name in `confined.SECONDS`, and its object


@dataclass(frozen=True, slots=True)
class Galley:
    """A paper composed but not yet laid out; `inputs` are the digests of its plan's files as they were read.

    `unit` is the unit whose paper it is, if it is one's; `formats` are those it is to be written in.
    """

    plan: Plan
    inputs: Inputs
    paper: Paper
    unit: Unit | None
    formats: tuple[str, ...]
    document: Document

    def name(self, format_: str) -> str:
        """Return the name of its file in a format."""
        return file_name(self.document.title, f".{format_}")

    def composed(self, style: Style) -> Composed:
        """Return it as the rules over papers look at it."""
        return Composed(self.document, style, self.paper.text.origin)


@dataclass(frozen=True, slots=True)
class Request:
    """What a build is asked for: no kinds means every kind, no formats every format.

    `names` are what a drafter calls folders that are not to be called by their paths (a revision, what was issued).
    """

    folders: Sequence[Path]
    output: Path
    kinds: Sequence[str] = ()
    formats: Sequence[str] = ()
    strict: bool = False
    names: tuple[tuple[Path, str], ...] = ()

    def shown(self, folder: Path) -> str:
        """Return what a drafter calls a folder."""
        return dict(self.names).get(folder, shown(folder))

    @property
    def wanted(self) -> tuple[str, ...]:
        """Return the formats asked for."""
        return tuple(self.formats) or tuple(WRITERS)

    @property
    def is_partial(self) -> bool:
        """Return whether only some kinds or formats are asked for."""
        return bool(self.kinds or self.formats)

    @property
    def phases(self) -> tuple[Phase, ...]:
        """Return the phases that look at everything: not at the papers where some are left out."""
        is_whole = not self.kinds and all(set(kind.formats) & set(self.wanted) for kind in KINDS.values())
        return (Phase.DATA, Phase.PAPERS) if is_whole else (Phase.DATA,)


def silent(_: str) -> None:
    """Show no progress."""


def galleys_of(request: Request, style: Style, report: Report, progress: Progress = silent) -> list[Galley]:
    """Return the papers asked for, composed; every fault and finding of every folder goes into `report`.

    Each finding has the severity that its plan wants, and is a notice if the plan silences it.
    """
    galleys: list[Galley] = []
    plans: list[Plan] = []
    for folder in dict.fromkeys(folder.resolve() for folder in request.folders):
        progress(f"读取 {folder.name}")
        plan = load_plan(folder, request.shown(folder), report)
        if plan is not None:
            plans.append(plan)
            check(plan, report)
            _restated(plan, request.output, report)
            galleys += _composed(plan, request, style, report, progress)
            _some(galleys, plan, report)
    _names(galleys, report)
    _cells(galleys, report)
    if not report.has_faults and galleys:
        progress("核字 全部文件")
        for each in galleys:
            for told in proof_tree(each.composed(style)):
                report.take(told)
    for plan in plans:
        applied(plan, report, request.phases)
    return galleys


def _composed(plan: Plan, request: Request, style: Style, report: Report, progress: Progress) -> Iterable[Galley]:
    inputs = digests(plan.folder, plan.inputs)  # at once: a file may be saved again while pages are laid out
    composer = Composer(plan, style, report)
    for paper in plan.papers():
        if (request.kinds and paper.kind not in request.kinds) or not is_sound(plan, paper):
            continue
        for unit, formats in _copies(plan, paper, request.wanted):
            progress(f"编排 {paper.title}{f'（{unit.short}）' if unit else ''}")
            document = composer.compose(paper, unit, paged=formats[0] not in UNPAGED)
            if document is not None:
                yield Galley(plan, inputs, paper, unit, formats, document)


def _restated(plan: Plan, output: Path, report: Report) -> None:
    """Report what is other than was issued; of what was issued and can no longer be read, that it cannot."""
    try:
        for found in restated_issued(plan, issues_of(output, str(plan.identity.id))):
            report.error("restated-issued", found.message, found.origin, found.hint)
    except Faults as damaged:
        for told in damaged.diagnostics:
            report.take(told)


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


def _some(galleys: Sequence[Galley], plan: Plan, report: Report) -> None:
    """Tell where nothing of a plan is made, though nothing is wrong with it."""
    if not report.has_faults and all(each.plan is not plan for each in galleys):
        kinds = dict.fromkeys(str(paper.kind) for paper in plan.papers())
        listed = "，".join(f"{kind}（{'、'.join(KINDS[kind].formats)}）" for kind in kinds)
        place = Origin(f"{plan.shown}/plan.yaml")
        report.notice(
            "nothing-made", "没有所选文种和格式的文件，什么也没有生成", place, f"这里可选的文种和格式：{listed}"
        )


def by_folder(galleys: list[Galley]) -> dict[str, list[Galley]]:
    """Return the galleys by the folder of the output that they go to, named by their plan."""
    folders: dict[str, list[Galley]] = {}
    for each in galleys:
        folders.setdefault(file_name(str(each.plan.identity.id), ""), []).append(each)
    return folders


def _names(galleys: list[Galley], report: Report) -> None:
    """Report plans that would share a folder with another or with what was issued, and papers that would share a file.

    That two papers have the very same title is told when the plan is linked.
    """
    plans = {each.plan.folder: each.plan.identity.id for each in galleys}
    _collide("输出文件夹", [(file_name(str(id_), ""), id_) for id_ in plans.values()], report)
    for id_ in (each for each in plans.values() if file_name(str(each), "").casefold() == ISSUED):
        report.fault("file-name", f"id“{id_}”是印发存档所用的文件夹名", id_.origin, "改用别的 id")
    for folder in plans:
        own = {each.document.title: each.paper.title for each in galleys if each.plan.folder == folder}
        _collide("文件名", [(_stem(title), said) for title, said in own.items()], report)


def _cells(galleys: list[Galley], report: Report) -> None:
    """Report every cell of a table that the workbook of its kind could not hold."""
    for each in (each for each in galleys if "xlsx" in KINDS[each.paper.kind].formats):
        for words, place in too_long(each.document):
            message = f"单元格“{words[:12]}…”有 {len(words)} 字，工作簿的一格至多 {CHARACTERS} 字"
            origin = Origin.parse(place) or each.paper.text.origin
            report.fault("cell-too-long", message, origin, "把这项任务的文字缩短，或拆成几项")


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
