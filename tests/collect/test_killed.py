"""A merge that is killed leaves the data as they were, or is finished by whoever next looks at them."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.collect.filling import INDICATORS, TASKS, fill, merged, sent
from tests.plans import write_plan
from yinfa.cli import run
from yinfa.commands.shared import DONE
from yinfa.paths import ROOT

pytestmark = pytest.mark.slow
BOOKS = ("indicators.xlsx", "progress.xlsx")
KILLED_AT = """
import os, signal, sys
replace, left, me = os.replace, [int(sys.argv[1])], os.getpid()
def until(old, new):
    left[0] -= os.getpid() == me
    if left[0] < 0:
        os.kill(me, signal.SIGKILL)
    replace(old, new)
os.replace = until
from yinfa.cli import run
sys.exit(run(["collect", "merge", *sys.argv[2:]]))
"""


def stands(plan: Path) -> list[bytes]:
    """Return the bytes of the workbooks."""
    return [(plan / name).read_bytes() for name in BOOKS]


def test_killed_before_between_and_after_the_files_are_put_in_their_places(tmp_path: Path) -> None:
    """The journal, one workbook, the other; then nothing is left to do, and all is as if it had never been killed."""
    plan = write_plan(tmp_path, evaluation=True)
    path = sent(plan, 2013, tmp_path / "out")["县质监局"]
    fill(path, (INDICATORS, "12-5 quality", "完成值", 92.5), (TASKS, "names 1", "状态", "推进中"))
    old = stands(plan)
    merged(plan, path)
    new = stands(plan)
    outcomes = []
    for step in range(4):
        for name, data in zip(BOOKS, old, strict=True):
            (plan / name).write_bytes(data)
        command = [sys.executable, "-c", KILLED_AT, str(step), str(plan), str(path)]
        process = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=120, check=False)
        between = [old_ != now for old_, now in zip(old, stands(plan), strict=True)]
        assert run(["collect", "missing", str(plan), "--year", "2013"]) == DONE
        assert stands(plan) == (old if step == 0 else new)
        outcomes.append((process.returncode, sum(between)))
    assert outcomes == [(-signal.SIGKILL, 0), (-signal.SIGKILL, 0), (-signal.SIGKILL, 1), (DONE, 2)]
