"""From papers composed to papers issued: laid out and made in a child process, written by this one."""

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from yinfa.checks.settings import applied
from yinfa.confined import confined
from yinfa.diagnostics import Diagnostic, Report
from yinfa.document.tree import Document, Table
from yinfa.document.walk import blocks_of
from yinfa.issue.manifest import NAME, Issued, manifest, sha256, still_standing
from yinfa.issue.whole import check_writable, locked, sweep, write_all
from yinfa.pipeline import Draft, Progress, Request, by_folder, draft, silent
from yinfa.proof import proof_pages
from yinfa.styling import Style, load_style
from yinfa.writers.formats import UNPAGED, WRITERS
from yinfa.writers.layout import Layout
from yinfa.writers.pdf import lay_out

MANY_ROWS = 1_000  # take some ten seconds to lay out


@dataclass(frozen=True, slots=True)
class Made:
    """The papers of one plan with their bytes, and the digests of the files that they were made from."""

    folder: str
    papers: tuple[tuple[Issued, bytes], ...]
    inputs: list[dict[str, str]]


def build(request: Request, progress: Progress = silent) -> tuple[Diagnostic, ...]:
    """Issue every paper asked for and return what there is to tell (notices, warnings, findings).

    Raises Faults, with everything found, when the data cannot be issued (or, strictly, hold an error): then nothing
    in the output is touched. Raises MissingFont when a typeface is not on the machine and Unwritable when the output
    cannot be written.
    """
    check_writable(request.output)
    made, told = confined(partial(make, request), progress)
    with locked(request.output):
        _write({request.output / each.folder: each for each in made})
    return told


def make(request: Request, progress: Progress) -> tuple[list[Made], tuple[Diagnostic, ...]]:
    """Return every paper asked for, and what there is to tell; nothing is written. Raises as `build` does."""
    report, style = Report(), load_style()
    drafts = draft(request, style, report, progress)
    report.stop(strict=request.strict)
    with _set_apart():
        made = [_made(folder, group, style, report, progress) for folder, group in by_folder(drafts).items()]
    for plan in {id(each.plan): each.plan for each in drafts}.values():
        applied(plan, report, request.phases)  # anew: the pages have been looked at
    report.stop(strict=request.strict)
    return made, tuple(report)


def _made(folder: str, drafts: list[Draft], style: Style, report: Report, progress: Progress) -> Made:
    papers = tuple(paper for each in drafts for paper in _render(each, style, report, progress))
    return Made(folder, papers, drafts[0].inputs)


def _write(made: Mapping[Path, Made]) -> None:
    """Write the papers of each plan and their manifest into its folder: all, or none where the disk is too small."""
    for folder in made:
        sweep(folder)
    write_all({path: data for folder, each in made.items() for path, data in _files(folder, each)})


def _files(folder: Path, made: Made) -> Iterator[tuple[Path, bytes]]:
    """Yield the files of one plan: its papers and their manifest, with what stands there of an earlier run."""
    for issued, data in made.papers:
        yield folder / issued.path, data
    earlier = still_standing(folder, made.inputs)
    yield folder / NAME, manifest([issued for issued, _ in made.papers], made.inputs, earlier)


def _render(each: Draft, style: Style, report: Report, progress: Progress) -> Iterable[tuple[Issued, bytes]]:
    layout = _layout(each, style, progress)
    written: dict[str, bytes] = {}
    for format_ in each.formats:
        progress(f"生成 {each.name(format_)}")
        data = WRITERS[format_](layout.document, style, layout)
        written[format_] = data
        yield _issued(each, format_, 0 if format_ in UNPAGED else layout.page_count, data), data
    if layout.page_count:
        for told in proof_pages(each.composed(style), layout, written.get("docx", b""), written.get("pdf", b"")):
            report.take(told)
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
    progress(f"排版 {each.document.title}{_patience(each.document)}")
    return lay_out(each.document, style)


def _patience(document: Document) -> str:
    """Return a word about the time where tables are so long that it takes some."""
    tables = (block for block in blocks_of(document) if isinstance(block, Table))
    rows = sum(len(group) for table in tables for group in table.groups)
    return f"（表格共 {rows} 行，要等几十秒到几分钟）" if rows >= MANY_ROWS else ""


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
