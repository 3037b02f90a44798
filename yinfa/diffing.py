"""What `diff` does: both states read, composed and compared in a child process; the parent alone writes."""

import gc
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from yinfa.changes.as_json import as_json
from yinfa.changes.comparison import Comparison, compare
from yinfa.changes.files import File, files_of, write
from yinfa.changes.issues import issue_of
from yinfa.changes.plans import Named, sides_of
from yinfa.changes.revisions import revision_of
from yinfa.changes.text import text
from yinfa.confined import confined
from yinfa.issued import Issue
from yinfa.paths import shown
from yinfa.styling import load_style

Progress = Callable[[str], None]
FORMATS: dict[str, Callable[[Comparison], str]] = {"text": text, "json": as_json}


@dataclass(frozen=True, slots=True)
class Versions:
    """What is compared: a folder, or a revision of it, on either side; with no revision, what stands there.

    The old side may be what was `issued` of the plan instead: that of an id, or of a folder.
    """

    old: Path
    new: Path
    since: str = ""
    until: str = ""
    issued: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """How the comparison is to be told, and whether files are made of it, dated so."""

    format: str
    date: str
    output: Path | None = None


def diff(versions: Versions, wanted: Wanted, progress: Progress) -> str:
    """Return what changed, told as wanted, and write the files that are.

    Raises Faults where one of the states cannot be issued or they are of two plans, NoGit, and Unwritable.
    """
    with _folders(versions) as (old, new):
        said, files = confined(partial(_compared, old, new, wanted), progress)
    if wanted.output is not None:
        write(files, wanted.output)
    return said


@contextmanager
def _folders(versions: Versions) -> Iterator[tuple[Named | Issue, Named]]:
    """Lend the folders of both sides, with what they are called."""
    with ExitStack() as lent:
        new = _folder(versions.new, versions.until, lent)
        yield (
            issue_of(versions.old, versions.issued) if versions.issued else _folder(versions.old, versions.since, lent),
            new,
        )


def _folder(folder: Path, revision: str, lent: ExitStack) -> Named:
    return lent.enter_context(revision_of(folder, revision)) if revision else (folder, shown(folder))


def _compared(old: Named | Issue, new: Named, wanted: Wanted, progress: Progress) -> tuple[str, tuple[File, ...]]:
    style = load_style()
    gc.disable()  # trees are no rings: to search them for any takes a tenth of the time
    sides = sides_of(old, new, style, progress)
    gc.freeze()
    gc.enable()
    comparison = compare(*sides, progress)
    files = files_of(comparison, wanted.date, style, progress) if wanted.output is not None else ()
    return FORMATS[wanted.format](comparison), files
