"""All that a run has to tell, in the order of the plan's files, each finding with what it is about."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from yinfa.diagnostics import Diagnostic, Origin, Severity
from yinfa.tell.excerpt import Desk, Excerpt, first_cell
from yinfa.tell.width import printable

FIRST = ("plan.yaml", "units.yaml")  # the files of a plan in order; then its texts, its workbooks, whatever else
SUFFIXES = (".yaml", ".yml", ".xlsx")
GRAVE = (Severity.FAULT, Severity.ERROR)
MOST = 3  # findings in a file that say the very same are shown so many times; of the others only the places


@dataclass(frozen=True, slots=True)
class Found:
    """One thing to tell, its words safe to print, and the line or row that it is about."""

    diagnostic: Diagnostic
    excerpt: Excerpt | None = None

    @property
    def file(self) -> str:
        """Return the file that it is about, nothing where it is about none."""
        return self.diagnostic.origin.file if self.diagnostic.origin else ""

    @property
    def is_silenced(self) -> bool:
        """Return whether plan.yaml wants it left as it is."""
        return bool(self.diagnostic.silenced)

    @property
    def place(self) -> str:
        """Return where it is, as a drafter would name it."""
        return str(self.diagnostic.origin or "")


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found, by file; `catches` says of the codes of the checks what each of them catches."""

    found: tuple[Found, ...] = ()
    catches: Mapping[str, str] = field(default_factory=dict)

    @property
    def are_grave(self) -> bool:
        """Return whether there is a fault or an error among them."""
        return any(each.diagnostic.severity in GRAVE for each in self.found)

    def by_file(self) -> dict[str, list[Found]]:
        """Return them by the file that they are about."""
        files: dict[str, list[Found]] = {}
        for each in self.found:
            files.setdefault(each.file, []).append(each)
        return files

    def for_machines(self) -> list[Found]:
        """Return the findings: no notices, unless of what was silenced."""
        return [each for each in self.found if each.diagnostic.severity is not Severity.NOTICE or each.is_silenced]


def gather(diagnostics: Iterable[Diagnostic], catches: Mapping[str, str] | None = None) -> Findings:
    """Return what there is to tell, sorted, with the line or row of each read from its file."""
    desk, told = Desk(), list(diagnostics)
    roots = _in_order(_root(each.origin.file) for each in told if each.origin)
    sheets = _in_order(each.origin.sheet for each in told if each.origin)
    told.sort(key=lambda each: _key(each.origin, roots, sheets))
    return Findings(tuple(Found(_printable(each), _excerpt(each, desk)) for each in told), catches or {})


def _excerpt(each: Diagnostic, desk: Desk) -> Excerpt | None:
    return desk.excerpt(each.origin, each.message) if each.origin else None


def shortened(found: Iterable[Found]) -> dict[Found, list[str]]:
    """Return what is to be shown of the findings in a file, in order, and the places of those that say the same."""
    alike: dict[tuple[str, ...], list[Found]] = {}
    shown: dict[Found, list[str]] = {}
    for each in found:
        told = each.diagnostic
        same = alike.setdefault((told.code, told.severity, told.message, told.hint), [])
        if len(same) < MOST:
            same.append(each)
            shown.setdefault(each, [])
        else:
            shown[same[-1]].append(each.place)
    return shown


def level(found: Found) -> str:
    """Return how much a finding matters to a machine: a fault is an error."""
    return "error" if found.diagnostic.severity in GRAVE else "warning"


def tally(found: Iterable[Found]) -> str:
    """Return how many there are of each severity, gravest first: 2 个错误、1 个警告."""
    counts = Counter(each.diagnostic.severity for each in found)
    return "、".join(f"{counts[kind]} 个{kind.label}" for kind in Severity if kind in counts)


def _in_order(names: Iterable[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(dict.fromkeys(names))}


def _root(file: str) -> str:
    """Return the folder of the plan that a file belongs to."""
    folder = PurePosixPath(file).parent
    return str(folder.parent if folder.name == "text" else folder)


def _key(origin: Origin | None, roots: Mapping[str, int], sheets: Mapping[str, int]) -> tuple[object, ...]:
    """Return what a place is sorted by: plan by plan, file by file, sheet by sheet, from top to bottom."""
    if origin is None:
        return (len(roots),)
    path, root = PurePosixPath(origin.file), _root(origin.file)
    is_first = path.name in FIRST and str(path.parent) == root
    name = FIRST.index(path.name) if is_first else len(FIRST)
    suffix = SUFFIXES.index(path.suffix) if path.suffix in SUFFIXES else len(SUFFIXES)
    within = sheets[origin.sheet] if origin.sheet else -1
    return roots[root], suffix, name, origin.file, within, *first_cell(origin), origin.line, origin.column


def _printable(each: Diagnostic) -> Diagnostic:
    """Return a diagnostic whose words can do nothing to a terminal, a page or an encoder."""
    origin = each.origin
    if origin is not None:
        file, sheet = printable(origin.file), printable(origin.sheet)
        origin = Origin(file, origin.line, origin.column, sheet, origin.cell)
    message = printable(" ".join(each.message.split("\n")))  # a cell of several lines must not look like a finding
    return Diagnostic(each.code, each.severity, message, origin, printable(each.hint), printable(each.silenced))
