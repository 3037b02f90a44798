"""The folders of what was issued: one written whole, and those that stand read again."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from yinfa.diagnostics import Diagnostic, Faults, Origin, Severity
from yinfa.document.printing import Printing
from yinfa.document.stored import NotATree, kept
from yinfa.issue.manifest import NAME, Standing, sha256, standing
from yinfa.issue.naming import file_name
from yinfa.issue.whole import whole_folder, write_whole
from yinfa.paths import shown

ISSUED = "issued"  # the folder of the output that holds them
INPUTS, PRINTINGS = "inputs", "printings"


@dataclass(frozen=True, slots=True)
class Issue:
    """One build of a plan as it was issued; `folder` holds its files."""

    folder: Path

    @property
    def id(self) -> str:
        """Return how it is called: 001, 002-action-plan."""
        return self.folder.name

    @property
    def number(self) -> int:
        """Return which of the plan's it is, from 1."""
        return int(self.id.split("-")[0])

    @property
    def kinds(self) -> str:
        """Return of which kinds it is, joined by a dash; nothing for all."""
        return self.id.partition("-")[2]

    @property
    def inputs(self) -> Path:
        """Return the plan's folder as it was when this was issued."""
        return self.folder / INPUTS

    def standing(self) -> Standing:
        """Return the files that its manifest lists, those that stand unchanged."""
        return standing(self.folder)

    def printings(self) -> tuple[Printing, ...]:
        """Return its papers as they were printed.

        Raise `Faults` naming each file that is gone or other than it was, of them or of the data that they print.
        """
        papers, faults = list[Printing](), [_damaged(path) for path in self._altered()]
        for path in sorted((self.folder / PRINTINGS).glob("*.json")):
            try:
                papers.append(kept(path.read_bytes()))
            except (OSError, NotATree):
                faults.append(_damaged(path))
        lacking = {paper.title for paper in self.standing().papers} - {paper.document.title for paper in papers}
        if faults or lacking:
            raise Faults(faults or [_damaged(self.folder / PRINTINGS)])
        return tuple(papers)

    def _altered(self) -> Iterator[Path]:
        """Yield the files of the data that are not as the manifest says, or the manifest where it cannot be read."""
        inputs = self.standing().inputs
        if inputs is None:
            yield self.folder / NAME
        for each in inputs or ():
            path = self.inputs / each["path"]
            if not path.is_file() or sha256(path.read_bytes()) != each["sha256"]:
                yield path


def _damaged(path: Path) -> Diagnostic:
    message = "印发存档中的文件缺失、损坏或被改动过，不能与它比较"
    hint = "从备份中找回；找不回的，把这一次的存档文件夹移到别处"
    return Diagnostic("issued-damaged", Severity.FAULT, message, Origin(shown(path)), hint)


def issues_of(output: Path, plan: str) -> tuple[Issue, ...]:
    """Return what was issued of the plan of this id, the latest last."""
    folder = output / ISSUED / file_name(plan, "")
    names = (each for each in folder.glob("[0-9][0-9][0-9]*") if each.name.split("-")[0].isdecimal())
    found = (Issue(each) for each in names if each.is_dir())
    return tuple(sorted(found, key=lambda each: each.number))


def freeze(output: Path, plan: str, kinds: str, files: Mapping[str, bytes]) -> Issue:
    """Write what is issued, by paths relative to its folder, and return it; the folder stands whole or not at all.

    Where the last one of these kinds holds the very same files, that one is returned and nothing is written. Raise
    `Unwritable` when the output cannot be written. Only who holds the output's lock may call it.
    """
    before = issues_of(output, plan)
    last = next((each for each in reversed(before) if each.kinds == kinds), None)
    if last is not None and _holds(last.folder, files):
        return last
    number = max((each.number for each in before), default=0) + 1
    folder = output / ISSUED / file_name(plan, "") / "-".join(filter(None, (f"{number:03}", kinds)))
    with whole_folder(folder) as unfinished:
        for path, data in files.items():
            write_whole(unfinished / path, data)
    return Issue(folder)


def _holds(folder: Path, files: Mapping[str, bytes]) -> bool:
    """Return whether these files stand in a folder; the manifest, which names their makers too, may be another."""
    there = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    same = (there[path].read_bytes() == data for path, data in files.items() if path != NAME)
    return there.keys() == files.keys() and all(same)
