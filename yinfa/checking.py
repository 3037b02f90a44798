"""What `check` does: every paper loaded, checked and composed, laid out only if pages are wanted, nothing written."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from yinfa.checks.codes import CODES, Phase
from yinfa.checks.settings import applied
from yinfa.confined import confined
from yinfa.diagnostics import Diagnostic, Faults, Report
from yinfa.paths import OUTPUT
from yinfa.pipeline import Galley, Progress, Request, galleys_of, silent
from yinfa.proof import proofs
from yinfa.styling import Style, load_style
from yinfa.tell.findings import Findings, gather
from yinfa.writers.formats import UNPAGED, WRITERS

PAGED = tuple(each for each in WRITERS if each not in UNPAGED)  # a paper for a format without pages says the same


def findings_in(
    folders: Sequence[Path], progress: Progress = silent, *, pages: bool = False, told: Sequence[Diagnostic] = ()
) -> Findings:
    """Return all that there is to tell of the plans in `folders`, be it that looking took too long.

    With `pages` every paper is laid out too, and checked as printed. `told` is what was told of them before.
    """
    try:
        return confined(partial(_findings, folders, pages, told), progress)
    except Faults as overstepped:
        return gather((*told, *overstepped.diagnostics))


def _findings(folders: Sequence[Path], pages: bool, told: Sequence[Diagnostic], progress: Progress) -> Findings:
    report, style = Report(), load_style()
    with _no_search():
        galleys = galleys_of(Request(folders, OUTPUT, formats=PAGED), style, report, progress)
    if pages and not report.has_faults:
        _look(galleys, style, report, progress)
    return gather((*told, *report), {code: each.catches for code, each in CODES.items()})


@contextmanager
def _no_search() -> Iterator[None]:
    """Let garbage lie: there is little, trees being no rings, and the search for it takes a tenth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _look(galleys: Sequence[Galley], style: Style, report: Report, progress: Progress) -> None:
    """Report what the rules find on the pages of papers, as their plans want it told."""
    for each in galleys:
        progress(f"排版 {each.document.title}")
        for told in proofs([each.composed(style)]):
            report.take(told)
    for plan in {id(each.plan): each.plan for each in galleys}.values():
        applied(plan, report, (Phase.PAGES,))
