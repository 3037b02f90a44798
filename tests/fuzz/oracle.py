"""What must hold whatever a plan holds: no traceback, an end in good time, Chinese words with a place, whole output."""

import os
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path

from tests.fuzz.plans import Files, write_files
from yinfa import issuing
from yinfa.checking import findings_in
from yinfa.diagnostics import Diagnostic, Faults, Severity
from yinfa.pipeline import Request

SECONDS = 10
HAN = re.compile("[一-鿿]")


def examine(files: Files, *, print_it: bool) -> bool:
    """Hold a plan against what must hold, and return whether it has faults; with `print_it` it is built too.

    An exception that the program does not take for a fault of the data comes out as it is.
    """
    with tempfile.TemporaryDirectory() as temporary:
        folder = write_files(Path(temporary) / "xian", files)
        began = spent()
        told = [each.diagnostic for each in findings_in([folder]).found]
        assert spent() - began < SECONDS, f"took {spent() - began:.0f} s"
        look_at(told)
        faulty = any(each.severity is Severity.FAULT for each in told)
        if print_it:
            issue(folder, Path(temporary) / "output", faulty=faulty)
        return faulty


def spent() -> float:
    """Return the seconds that the processor has spent on this process and on its children that have ended."""
    return sum(os.times()[:4])


def look_at(told: Iterable[Diagnostic]) -> None:
    """Hold what is told against what a drafter needs."""
    for each in told:
        assert HAN.search(each.message), f"not in Chinese: {each}"
        assert "Error" not in each.message, f"words of Python: {each}"
        assert each.origin is not None, f"without a place: {each}"
        assert each.hint or each.severity is not Severity.FAULT, f"without a remedy: {each}"


def issue(folder: Path, output: Path, *, faulty: bool) -> None:
    """Build a plan over an old paper, which stays untouched where the plan has faults."""
    output.mkdir()
    (output / "old").write_bytes(b"old")
    found = ""
    try:
        issuing.build(Request((folder,), output, formats=("docx", "pdf", "xlsx")))
    except Faults as faults:
        found = str(faults)
    assert bool(found) == faulty, f"a build and a check differ: {found}"
    assert not faulty or [each.name for each in output.iterdir()] == ["old"], "a build that failed left something"
    assert (output / "old").read_bytes() == b"old", "an old paper was changed"
