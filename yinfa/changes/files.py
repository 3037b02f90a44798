"""The files that a comparison is told in: the errata paper, a tracked-changes file for each paper, and the proof."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from yinfa.changes.as_json import as_json, identified
from yinfa.changes.comparison import Comparison
from yinfa.changes.errata import KIND, errata_of, papers_with_both
from yinfa.changes.side import Side
from yinfa.changes.text import quoted
from yinfa.issue.manifest import NAME, sha256
from yinfa.issue.naming import collisions, file_name
from yinfa.issue.whole import locked, sweep, told, write_whole
from yinfa.redline import redline
from yinfa.styling import Style
from yinfa.writers.docx import write_docx
from yinfa.writers.pdf import lay_out, write_pdf

Progress = Callable[[str], None]
MARKED = "（修订对照）"
COMPARED = "diff.json"


@dataclass(frozen=True, slots=True)
class File:
    """A file to write, and what it is: the errata paper, a paper with its changes marked, the comparison itself."""

    path: str
    what: str
    title: str
    data: bytes


def files_of(comparison: Comparison, date: str, style: Style, progress: Progress) -> tuple[File, ...]:
    """Return the files that tell of a comparison, dated `date` (YYYY-MM-DD); of one without changes the proof alone."""
    made = [*_errata(comparison, date, style, progress), *_marked(comparison, date, style, progress)]
    made.append(File(COMPARED, "comparison", "", as_json(comparison).encode()))
    clashing = collisions(each.path for each in made)
    named = [_apart(each, nth) if each.path in clashing else each for nth, each in enumerate(made, 1)]
    return (*named, File(NAME, "manifest", "", _manifest(comparison, named, date)))


def write(files: tuple[File, ...], folder: Path) -> None:
    """Write the files, the manifest last, and remove those of an earlier comparison that are none of them.

    Raise `Unwritable` where that cannot be done.
    """
    with locked(folder):
        sweep(folder)
        stale = _earlier(folder) - {each.path for each in files}
        for each in files:
            write_whole(folder / each.path, each.data)
        for path in stale:
            with told(folder / path):
                (folder / path).unlink()


def _earlier(folder: Path) -> set[str]:
    """Return the files that the manifest in a folder lists and that stand there as it says."""
    try:
        listed = json.loads((folder / NAME).read_text(encoding="utf-8"))["documents"]
        found = {str(each["path"]): str(each["sha256"]) for each in listed if "what" in each}
        return {path for path, digest in found.items() if _stands(folder / path, folder, digest)}
    except (OSError, ValueError, LookupError, TypeError):
        return set()


def _stands(path: Path, folder: Path, digest: str) -> bool:
    return path.parent == folder and path.is_file() and sha256(path.read_bytes()) == digest


def _errata(comparison: Comparison, date: str, style: Style, progress: Progress) -> Iterator[File]:
    if not comparison.touched:
        return
    progress("编排 更正说明")
    document = errata_of(comparison, date, style)
    progress(f"排版 {document.title}")
    layout = lay_out(document, style)
    for ending, writer in ((".docx", write_docx), (".pdf", write_pdf)):
        name = file_name(document.title, ending)
        progress(f"生成 {name}")
        yield File(name, KIND, document.title, writer(layout.document, style, layout))


def _marked(comparison: Comparison, date: str, style: Style, progress: Progress) -> Iterator[File]:
    author = str(comparison.new.plan.identity.issuer)
    for old, new in papers_with_both(comparison):
        name = file_name(quoted(new.title), f"{MARKED}.docx")
        progress(f"生成 {name}")
        yield File(name, "redline", new.title, redline(old, new, style, author=author, date=date))


def _apart(file: File, number: int) -> File:
    stem, _, ending = file.path.rpartition(".")
    return File(file_name(stem, f"-{number}.{ending}"), file.what, file.title, file.data)


def _manifest(comparison: Comparison, files: list[File], date: str) -> bytes:
    """Return what was written, and of each paper the digests of what it prints on either side."""
    said = {
        "date": date,
        "old": _side(comparison.old),
        "new": _side(comparison.new),
        "documents": [
            {"what": each.what, "title": each.title, "path": each.path, "sha256": sha256(each.data)} for each in files
        ],
        "changed": [identified(each) for each in comparison.touched],
        "unchanged": [identified(each) for each in comparison.untouched],
    }
    return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode()


def _side(side: Side) -> dict[str, object]:
    return {
        "name": side.name,
        "plan": str(side.plan.identity.id),
        "inputs": [{"path": path, "sha256": digest} for path, digest in side.inputs],
    }
