"""One cell of a plan corrected: `python -m bench.corrected STEP FOLDER`, FOLDER as the step `prepare` made it.

`whole` builds the plan into an empty folder; `cell` builds it, with the one cell corrected, over the papers of that.
Only the command is timed, imports and all: what stands in the output before is put there by this process.
"""

import json
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from openpyxl import load_workbook

from bench.measure import Command, Cost, run

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "data" / "tiantai"
BOOK = "indicators.xlsx"


@dataclass(frozen=True, slots=True)
class Correction:
    """A cell, and the value that it gets."""

    sheet: str
    cell: str
    value: int


CORRECTION = Correction("指标", "L23", 7)  # printed by the notice, the table of indicators and the sheet of one unit


def prepare(folder: Path) -> Cost:
    """Write into `folder` the plan, the plan corrected, and the papers of the former; return what these cost."""
    for name in ("plan", "corrected"):
        shutil.copytree(SOURCE, folder / name / SOURCE.name)
    book = load_workbook(folder / "corrected" / SOURCE.name / BOOK)
    book[CORRECTION.sheet][CORRECTION.cell].value = CORRECTION.value
    book.save(folder / "corrected" / SOURCE.name / BOOK)
    return _built(folder, "plan", folder / "built")


def whole(folder: Path) -> Cost:
    """Return what a build of all papers costs."""
    shutil.rmtree(folder / "output", ignore_errors=True)
    return _built(folder, "plan", folder / "output")


def cell(folder: Path) -> Cost:
    """Return what a build costs once one cell is corrected."""
    shutil.rmtree(folder / "output", ignore_errors=True)
    shutil.copytree(folder / "built", folder / "output")
    return _built(folder, "corrected", folder / "output")


STEPS = {"prepare": prepare, "whole": whole, "cell": cell}


def _built(folder: Path, plan: str, output: Path) -> Cost:
    data = folder / plan / SOURCE.name
    return run(Command((sys.executable, str(ROOT / "generate.py"), "build", str(data), "--output", str(output))))


if __name__ == "__main__":
    cost = STEPS[sys.argv[1]](Path(sys.argv[2]))
    print(json.dumps({"wall": cost.wall, "cpu": cost.cpu}))
