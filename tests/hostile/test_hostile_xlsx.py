"""Cases 29-63 of the hostile inputs: each gets its Chinese line, its place, and its end in good time."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tests.hostile.xlsx_cases import CELLS, FILES, HEAVY, PARTS, SHOWN, Case, packed
from tests.plans import write_plan
from tests.slowly import with_slow
from yinfa.diagnostics import Diagnostic, Report
from yinfa.model.load import load_plan
from yinfa.sources.preflight import preflight
from yinfa.sources.workbook import read_workbook

# Of those that are heavy, all but the three that are quick.
SLOW = {str(case) for case in HEAVY} - {"41-far-cell", "44-cell-of-100-mb", "54-forged-size"}
SECONDS = 10
BYTES = 500 * 1024 * 1024
NOBODY = 65534

# Run in a process of its own, which may not take more memory: prints the diagnostics and what was read.
CHILD = """
import resource, sys
from pathlib import Path
from yinfa.diagnostics import Report
from yinfa.sources.workbook import read_workbook
resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[3]),) * 2)
report = Report()
workbook = read_workbook(Path(sys.argv[1]), sys.argv[2], report)
print(*report, sep="\\n")
print("rows:", workbook and len(workbook.sheets["表"].rows))
"""


def at(place: str) -> str:
    """Return how a place of the workbook is printed."""
    return "!".join(part for part in (SHOWN, place) if part)


def read(case: Case, folder: Path) -> tuple[object, list[Diagnostic]]:
    """Return what a case reads of its workbook, and all diagnostics."""
    path = folder / "表.xlsx"
    path.write_bytes(case.make())
    report = Report()
    workbook = read_workbook(path, SHOWN, report)
    return (case.read(workbook, report) if workbook else None), list(report)


@pytest.mark.parametrize("case", [case for case in CELLS + FILES if case.code], ids=str)
def test_a_bad_workbook_gets_one_line_with_place_and_remedy(case: Case, tmp_path: Path) -> None:
    """There is one diagnostic, the one expected; what is read all the same is what a person would read."""
    value, (found,) = read(case, tmp_path)
    assert (found.code, found.severity) == (case.code, case.severity)
    assert str(found.origin) == at(case.place)
    assert case.words in found.message + found.hint
    assert found.hint
    assert value == case.gives


@pytest.mark.parametrize("case", [case for case in CELLS + FILES if not case.code], ids=str)
def test_a_clumsy_workbook_is_read_without_a_word(case: Case, tmp_path: Path) -> None:
    """What can be understood in one way only is no fault."""
    assert read(case, tmp_path) == (case.gives, [])


@pytest.mark.parametrize("case", with_slow({str(case): case for case in HEAVY}, SLOW))
def test_a_heavy_workbook_ends_within_ten_seconds_and_500_mb(case: Case, tmp_path: Path) -> None:
    """A bomb gets its line, a million blank rows are read; the process neither crashes nor grows."""
    path = tmp_path / "表.xlsx"
    path.write_bytes(case.make())
    command = [sys.executable, "-c", CHILD, str(path), SHOWN, str(BYTES)]
    child = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
    assert (child.returncode, child.stderr) == (0, "")
    *said, rows = child.stdout.splitlines()
    assert rows == f"rows: {case.gives}"
    if case.code:
        assert said[0].startswith(f"{at(case.place)}: 错误[{case.code}]")
        assert case.words in said[0]


@pytest.mark.parametrize("start", ["~$", ".~"])
def test_61_a_lock_file_beside_a_workbook_is_never_read(tmp_path: Path, start: str) -> None:
    """Excel and WPS leave one there while a workbook is open."""
    folder = write_plan(tmp_path)
    (folder / f"{start}indicators.xlsx").write_bytes(b"\x05user")
    report = Report()
    assert load_plan(folder, folder.name, report) is not None
    assert not list(report)


def test_61_a_workbook_that_may_not_be_read_asks_to_be_closed(tmp_path: Path) -> None:
    """A file open in Excel cannot be read, as one that belongs to another user cannot."""
    path = tmp_path / "表.xlsx"
    path.write_bytes(packed())
    path.chmod(0)
    report = Report()
    is_root = os.geteuid() == 0
    if is_root:  # whom no mode stops
        os.seteuid(NOBODY)
    try:
        data = preflight(path, SHOWN, report)
    finally:
        if is_root:
            os.seteuid(0)
    (found,) = report
    assert data is None
    assert (found.code, str(found.origin), found.hint) == ("file-locked", SHOWN, "请先在 Excel/WPS 中关闭")


@pytest.mark.parametrize("make", [os.mkfifo, Path.mkdir, lambda path: path.symlink_to("/dev/zero")])
def test_61_what_is_no_file_is_refused_at_once(tmp_path: Path, make: Callable[[Path], None]) -> None:
    """A pipe would be waited for, a device read for ever, of a folder the system would speak English."""
    make(tmp_path / "表.xlsx")
    report = Report()
    assert preflight(tmp_path / "表.xlsx", SHOWN, report) is None
    assert [f"{each.origin} {each.code} {each.message}" for each in report] == [f"{SHOWN} file-unreadable 不是文件"]


@pytest.mark.slow
def test_60_no_damage_ends_in_a_traceback(tmp_path: Path) -> None:
    """A thousand workbooks with a few bytes altered, in the zip or in the XML of one part, are read or refused."""
    random, path = Random(60), tmp_path / "表.xlsx"  # noqa: S311 (no secret)
    for name in random.choices(["", *PARTS], k=1000):
        part = altered(PARTS[name].encode() if name else packed(), random)
        path.write_bytes(packed({name: part.decode("utf-8", "replace")}) if name else part)
        report = Report()
        workbook = read_workbook(path, SHOWN, report)
        assert workbook or report.has_faults


def altered(data: bytes, random: Random) -> bytes:
    """Return `data` with one to four of its bytes replaced."""
    changed = bytearray(data)
    for _ in range(random.randint(1, 4)):
        changed[random.randrange(len(changed))] = random.choice(b'0129AZz<>"/&\x00\xff')
    return bytes(changed)
