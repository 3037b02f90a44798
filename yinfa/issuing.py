"""From papers composed to papers issued: laid out and made in a child process, written by this one."""

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from yinfa.checks.settings import applied
from yinfa.confined import confined
from yinfa.diagnostics import Diagnostic, Origin, Report, Severity
from yinfa.document.stored import stored
from yinfa.document.tree import Document, Table
from yinfa.document.walk import blocks_of
from yinfa.issue.manifest import NAME, Inputs, Issued, manifest, sha256, standing
from yinfa.issue.whole import Unwritable, check_writable, locked, sweep, write_all
from yinfa.paths import shown
from yinfa.pipeline import Galley, Progress, Request, by_folder, galleys_of, silent
from yinfa.proof import proof_pages
from yinfa.styling import Style, load_style
from yinfa.writers.formats import UNPAGED, WRITERS
from yinfa.writers.layout import Layout
from yinfa.writers.makers import makers
from yinfa.writers.pdf import lay_out

MANY_ROWS = 1_000  # take some ten seconds to lay out


@dataclass(frozen=True, slots=True)
class Made:
    """The papers of one plan: those made, with their bytes, and those that stand already, made of the very same tree.

    `inputs` are the digests of the files that they were made from.
    """

    folder: str
    papers: tuple[tuple[Issued, bytes], ...]
    kept: tuple[Issued, ...]
    inputs: Inputs

    @property
    def issued(self) -> tuple[Issued, ...]:
        """Return what the manifest is to say of each."""
        return (*self.kept, *(issued for issued, _ in self.papers))

    @property
    def paths(self) -> frozenset[str]:
        """Return where they stand, relative to the folder."""
        return frozenset(each.path for each in self.issued)


def build(request: Request, progress: Progress = silent) -> tuple[Diagnostic, ...]:
    """Issue every paper asked for and return what there is to tell (notices, warnings, findings).

    A paper that would come out as it stands is left alone: what it is made of decides, not when it was written.
    Raises Faults, with everything found, when the data cannot be issued (or, strictly, hold an error): then nothing
    in the output is touched. Raises MissingFont when a typeface is not on the machine and Unwritable when the output
    cannot be written.
    """
    check_writable(request.output)
    made, told = confined(partial(make, request), progress)
    with locked(request.output):
        return (*told, *_write({request.output / each.folder: each for each in made}, partly=request.is_partial))


def make(request: Request, progress: Progress) -> tuple[list[Made], tuple[Diagnostic, ...]]:
    """Return every paper asked for, and what there is to tell; nothing is written. Raises as `build` does."""
    report, style = Report(), load_style()
    galleys = galleys_of(request, style, report, progress)
    report.stop(strict=request.strict)
    with _set_apart():
        press = Press(style, makers(style), report, progress)
        made = [press.made(request.output / name, group) for name, group in by_folder(galleys).items()]
    for plan in {id(each.plan): each.plan for each in galleys}.values():
        applied(plan, report, request.phases)  # anew: the pages have been looked at
    report.stop(strict=request.strict)
    return made, tuple(report)


def _write(made: Mapping[Path, Made], *, partly: bool) -> list[Diagnostic]:
    """Write the papers of each plan and their manifest into its folder: all, or none where the disk is too small.

    Where only some were asked for, the others stay listed as long as they are of the same data. Return what is told of
    those that are not. Raise `Unwritable` where a paper that was to be left alone was
    changed meanwhile: then nothing is written.
    """
    files: dict[Path, bytes] = {}
    told: list[Diagnostic] = []
    for folder, each in made.items():
        sweep(folder)
        stood = standing(folder)
        if set(each.kept) - set(stood.papers):
            raise Unwritable(f"没有写入 {folder}：生成期间其中的文件被改动过，请再运行一次")
        others = [paper for paper in stood.papers if paper.path not in each.paths]
        stay = partly and stood.inputs == each.inputs
        files |= {folder / issued.path: data for issued, data in each.papers}
        files[folder / NAME] = manifest((*each.issued, *(others if stay else ())), each.inputs)
        told += [_outdated(others, folder)] if others and not stay else []
    write_all(files)
    return told


def _outdated(papers: Sequence[Issued], folder: Path) -> Diagnostic:
    names = "、".join(each.path for each in papers[:3]) + ("等" if len(papers) > 3 else "")
    message = f"{names} {len(papers)} 个文件是以前生成的，这次没有重新生成"
    return Diagnostic(
        "outdated",
        Severity.NOTICE,
        message,
        Origin(shown(folder)),
        "不要再用；不加 --kind、--to 再生成一次，仍留下的可删去",
    )


@dataclass(frozen=True, slots=True)
class Press:
    """What makes files of galleys in one run; what there is to tell of their pages goes into `report`."""

    style: Style
    makers: str
    report: Report
    progress: Progress

    def made(self, folder: Path, galleys: Sequence[Galley]) -> Made:
        """Return the papers of one plan: each is made unless `folder` holds it already."""
        stood, papers, kept = standing(folder), list[tuple[Issued, bytes]](), list[Issued]()
        for each in galleys:
            content = stored(each.document, places=False)
            made_of = {format_: self._made_of(each, format_, content) for format_ in each.formats}
            there = {format_: paper for format_ in made_of if (paper := stood.find(made_of[format_]))}
            kept += there.values()
            papers += self._render(each, {format_: of for format_, of in made_of.items() if format_ not in there})
        return Made(folder.name, tuple(papers), tuple(kept), galleys[0].inputs)

    def _made_of(self, each: Galley, format_: str, content: bytes) -> str:
        named = f"{format_} {each.paper.year} {each.unit.short if each.unit else ''}"  # which the manifest says of it
        return sha256(b"\0".join((self.makers.encode(), named.encode(), content)))

    def _render(self, each: Galley, made_of: Mapping[str, str]) -> list[tuple[Issued, bytes]]:
        """Return the files of a paper in the formats of `made_of`."""
        if not made_of:
            return []
        layout = self._layout(each, made_of)
        written = {format_: self._written(each, format_, layout) for format_ in made_of}
        told = self._proofs(each, layout, written) if layout.page_count else []
        pages = layout.page_count
        del layout
        gc.collect()  # laid-out pages are rings, and a plan may have papers for many units
        return [
            (_issued(each, format_, pages, data, "" if told else made_of[format_]), data)
            for format_, data in written.items()
        ]

    def _proofs(self, each: Galley, layout: Layout, written: Mapping[str, bytes]) -> list[Diagnostic]:
        """Return what is found on the pages of a paper, which is told."""
        composed = each.composed(self.style)
        found = list(proof_pages(composed, layout, written.get("docx", b""), written.get("pdf", b"")))
        for one in found:
            self.report.take(one)
        return found

    def _written(self, each: Galley, format_: str, layout: Layout) -> bytes:
        self.progress(f"生成 {each.name(format_)}")
        return WRITERS[format_](layout.document, self.style, layout)

    def _layout(self, each: Galley, formats: Iterable[str]) -> Layout:
        """Return the pages of a paper, none where no format has any."""
        if all(format_ in UNPAGED for format_ in formats):
            return Layout({}, 0, bytes, each.document)
        self.progress(f"排版 {each.document.title}{_patience(each.document)}")
        return lay_out(each.document, self.style)


@contextmanager
def _set_apart() -> Iterator[None]:
    """Leave out of the search for garbage what stands by now: it is not to be searched for every paper."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _patience(document: Document) -> str:
    """Return a word about the time where tables are so long that it takes some."""
    tables = (block for block in blocks_of(document) if isinstance(block, Table))
    rows = sum(len(group) for table in tables for group in table.groups)
    return f"（表格共 {rows} 行，要等几十秒到几分钟）" if rows >= MANY_ROWS else ""


def _issued(each: Galley, format_: str, pages: int, data: bytes, made_of: str) -> Issued:
    return Issued(
        kind=each.document.kind,
        year=each.paper.year,
        unit=str(each.unit.short) if each.unit else None,
        title=each.document.title,
        format=format_,
        path=each.name(format_),
        pages=0 if format_ in UNPAGED else pages,
        sha256=sha256(data),
        made_of=made_of,
    )
