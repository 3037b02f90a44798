"""What went wrong, where, and how to mend it: the words a drafter reads.

A stage never stops at the first trouble. It writes each one into a `Report` and goes on;
the pipeline asks the report at the end of the stage whether anything stands in the way.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum
from typing import Self

_CELL = r"[A-Z]{1,3}[0-9]+(?:(?:\.\.|:)[A-Z]{1,3}[0-9]+)?"
_PLACES = (
    re.compile(rf"(?P<file>[^!]+)!(?P<sheet>.+?)(?:!(?P<cell>{_CELL}))?"),
    re.compile(r"(?P<file>.+):(?P<line>[0-9]+):(?P<column>[0-9]+)"),
    re.compile(r"(?P<file>.+)"),
)
APART = "//"  # between places that lie apart (yinfa/sources/spans.py): no path and no sheet's name has it


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value stands: a place in a text file, or a cell of a workbook.

    `file` is the path as a drafter would name it; `line` and `column` count from 1, and 0
    means the whole file (or the whole sheet, when `sheet` is given without `cell`).
    """

    file: str
    line: int = 0
    column: int = 0
    sheet: str = ""
    cell: str = ""

    def __str__(self) -> str:
        """Return `file:line:column`, `workbook!sheet!cell`, or the part of it that is known."""
        if self.sheet:
            return "!".join(part for part in (self.file, self.sheet, self.cell) if part)
        if self.line:
            return f"{self.file}:{self.line}:{self.column}"
        return self.file

    @classmethod
    def parse(cls, place: str) -> Self | None:
        """Return the origin that `str` made `place` of, as a tree keeps it; None for an empty one.

        Of several places that lie apart it is the first.
        """
        first = place.partition(APART)[0]
        found = next(filter(None, (pattern.fullmatch(first) for pattern in _PLACES)), None)
        if found is None:
            return None
        said = found.groupdict("")
        line, column = (int(said.get(name, 0)) for name in ("line", "column"))
        return cls(said["file"], line, column, said.get("sheet", ""), said.get("cell", ""))


class Severity(StrEnum):
    """How much a diagnostic matters, gravest first."""

    FAULT = "fault"  # unreadable, untypable, unresolvable: always stops the run
    ERROR = "error"  # a check's finding: stops with --strict
    WARNING = "warning"  # a check's finding worth a look
    NOTICE = "notice"  # what the program silently mended, said aloud

    @property
    def label(self) -> str:
        """Return the Chinese word printed before the message."""
        return {"fault": "错误", "error": "问题", "warning": "警告", "notice": "提示"}[self.value]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing to tell the drafter: what (`message`), where (`origin`), how to mend it (`hint`).

    `silenced` is the reason for which plan.yaml wants a finding left as it is; then it is a notice.
    """

    code: str
    severity: Severity
    message: str
    origin: Origin | None = None
    hint: str = ""
    silenced: str = ""

    def __str__(self) -> str:
        """Return `place: 错误[code]: message` and, on a second line, the hint."""
        place = f"{self.origin}: " if self.origin else ""
        hint = f"\n    改法：{self.hint}" if self.hint else ""
        return f"{place}{self.severity.label}[{self.code}] {self.message}{hint}"


class Faults(Exception):
    """The data cannot be issued: carries every diagnostic of the run, faults among them."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n".join(str(each) for each in self.diagnostics))


@dataclass
class Report:
    """Collects the diagnostics of a run in the order in which they are found."""

    diagnostics: list[Diagnostic] = field(default_factory=list)
    _seen: set[Diagnostic] = field(default_factory=set)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.diagnostics)

    def add(self, severity: Severity, code: str, message: str, origin: Origin | None, hint: str = "") -> None:
        """Write down one diagnostic; the same one twice is kept once."""
        self.take(Diagnostic(code, severity, message, origin, hint))

    def take(self, diagnostic: Diagnostic) -> None:
        """Take over what another report found; the same one twice is kept once."""
        if diagnostic not in self._seen:
            self._seen.add(diagnostic)
            self.diagnostics.append(diagnostic)

    def amend(self, told: Callable[[Diagnostic], Diagnostic | None]) -> None:
        """Put in the place of each diagnostic what `told` makes of it, or nothing where it makes nothing of it."""
        found = list(self.diagnostics)
        self.diagnostics.clear()
        self._seen.clear()
        for each in filter(None, map(told, found)):
            self.take(each)

    def fault(self, code: str, message: str, origin: Origin | None = None, hint: str = "") -> None:
        """Write down what makes issuing impossible."""
        self.add(Severity.FAULT, code, message, origin, hint)

    def error(self, code: str, message: str, origin: Origin | None = None, hint: str = "") -> None:
        """Write down a check's finding that stops a strict build."""
        self.add(Severity.ERROR, code, message, origin, hint)

    def warning(self, code: str, message: str, origin: Origin | None = None, hint: str = "") -> None:
        """Write down a check's finding that is worth a look."""
        self.add(Severity.WARNING, code, message, origin, hint)

    def notice(self, code: str, message: str, origin: Origin | None = None, hint: str = "") -> None:
        """Write down what was mended on the way."""
        self.add(Severity.NOTICE, code, message, origin, hint)

    @property
    def has_faults(self) -> bool:
        """Return whether anything found so far makes issuing impossible."""
        return any(each.severity is Severity.FAULT for each in self.diagnostics)

    @property
    def has_errors(self) -> bool:
        """Return whether anything found so far stops a strict build."""
        return any(each.severity in (Severity.FAULT, Severity.ERROR) for each in self.diagnostics)

    def stop(self, *, strict: bool) -> None:
        """Raise `Faults` with everything found if any of it is a fault or, when `strict`, an error."""
        if self.has_faults or (strict and self.has_errors):
            raise Faults(self.diagnostics)


def nearest(word: str, known: Iterable[str]) -> str:
    """Return a hint naming the known words nearest to `word`, or listing them when none is near."""
    words = list(dict.fromkeys(known))
    close = get_close_matches(word, words, n=3, cutoff=0.5)
    if close:
        return f"是否指{'、'.join(f'“{each}”' for each in close)}？"
    return f"可用的有：{'、'.join(words[:12])}{'等' if len(words) > 12 else ''}" if words else ""


def closest(word: str, known: Iterable[str]) -> str:
    """Return the one known word that was most likely meant, or nothing when none is near."""
    return next(iter(get_close_matches(word, list(known), n=1, cutoff=0.5)), "")
