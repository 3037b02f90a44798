"""What is measured: each step beside its bare baseline, with the aim for the ratio of the two."""

import sys
from dataclasses import dataclass
from pathlib import Path

from bench.measure import Command, Cost, in_turn, run

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "data" / "ruian"
MOST_MEMORY = 250  # MB, of the whole build of the single text
TASKS, UNITS = 300, 60  # of the plan whose duties are split
SPLITS_CPU, SPLITS_MEMORY = 60, 500  # s and MB, of all its splits in every format

INDICATORS = 60  # of the plan whose results are evaluated
RESULTS_CPU = 5  # s, of its report in both formats
CHECKED, CHARACTERS = 300, 60_000  # indicators and characters of prose of the plan that is checked
CHECK_CPU = 3  # s
CORRECTED = 0.25  # of the full build of data/tiantai


@dataclass(frozen=True, slots=True)
class Case:
    """Something measured: its name, its command, its baseline's name and command.

    The aims are the highest ratio of the two, and the most seconds of the processor and MB of memory.
    """

    name: str
    ours: Command
    baseline: str = ""
    bare: Command | None = None
    aim: float | None = None
    peak_aim: float | None = None
    cpu_aim: float | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a case and its baseline cost."""

    case: Case
    ours: Cost
    bare: Cost | None = None

    @property
    def ratio(self) -> float | None:
        """Return our processor time to the baseline's: other work on the machine bears on it least."""
        return self.ours.cpu / self.bare.cpu if self.bare else None

    @property
    def clock_ratio(self) -> float | None:
        """Return our time on the clock to the baseline's."""
        return self.ours.wall / self.bare.wall if self.bare else None


def start_up() -> Case:
    """Return the command's start-up beside the import of what any such command needs."""
    help_ = _python(str(ROOT / "generate.py"), "--help")
    return Case("--help", help_, "import click, jinja2", _python("-c", "import click, jinja2"), 2)


def cases(folder: Path, times: int) -> tuple[Case, ...]:
    """Return the steps and the whole build of a text repeated `times` times, as bench.papers wrote it into `folder`."""
    return (
        Case("load + check", _step("load", folder), "PyYAML, openpyxl", _bare("load", folder)),
        Case("compose", _step("compose", folder)),
        Case("DOCX", _step("docx", folder), "python-docx", _bare("docx", folder), 1.3),
        Case("PDF", _step("pdf", folder), "WeasyPrint", _bare("pdf", folder), 1),
        _whole(folder, MOST_MEMORY if times == 1 else None),
    )


def splits(folder: Path) -> Case:
    """Return the whole command over a plan of many tasks and units, whose papers are the splits of duties."""
    run(_python("-m", "bench.duties", str(folder / "splits"), str(TASKS), str(UNITS)))
    return Case("splits of duties", _build(folder, "splits"), peak_aim=SPLITS_MEMORY, cpu_aim=SPLITS_CPU)


def results(folder: Path) -> Case:
    """Return the whole command over a plan of many indicators with results, whose paper is their evaluation."""
    run(_python("-m", "bench.results", str(folder / "results"), str(INDICATORS)))
    return Case("evaluation", _build(folder, "results"), peak_aim=MOST_MEMORY, cpu_aim=RESULTS_CPU)


def checked(folder: Path) -> Case:
    """Return the command that checks a plan of many indicators, each with results, and of much prose."""
    run(_python("-m", "bench.results", str(folder / "checked"), str(CHECKED), str(CHARACTERS)))
    check = _python(str(ROOT / "generate.py"), "check", str(folder / "checked"))
    return Case("check", check, cpu_aim=CHECK_CPU)


def corrected(folder: Path) -> Case:
    """Return the build of a plan of which one cell is corrected, beside the build of all its papers."""
    work = str(folder / "corrected")
    run(_python("-m", "bench.corrected", "prepare", work))
    cell, whole = (
        Command(_python("-m", "bench.corrected", each, work).arguments, inner=True) for each in ("cell", "whole")
    )
    return Case("one cell corrected", cell, "full build", whole, CORRECTED)


def measure(case: Case, times: int) -> Outcome:
    """Return what a case and its baseline cost, the best of `times` runs of each in turn."""
    commands = (case.ours, case.bare) if case.bare else (case.ours,)
    ours, *bare = in_turn(commands, times)
    return Outcome(case, ours, bare[0] if bare else None)


def prepare(folder: Path, times: int) -> Path:
    """Write into `folder` what the cases of a text repeated `times` times are given, in a process of its own."""
    folder.mkdir()
    run(_python("-m", "bench.papers", str(SOURCE), str(folder), str(times)))
    return folder


def _whole(folder: Path, most_memory: float | None) -> Case:
    """Return the whole command, imports and all, beside one bare process that does the work of both writers."""
    bare = Command(_bare("both", folder).arguments)
    return Case("whole build", _build(folder, "data"), "both of these", bare, 1.3, most_memory)


def _build(folder: Path, plan: str) -> Command:
    """Return the command that builds all papers of a plan into an empty output."""
    data, output = folder / plan, folder / "output"
    arguments = _python(str(ROOT / "generate.py"), "build", str(data), "--output", str(output)).arguments
    return Command(arguments, makes=output)


def _step(name: str, folder: Path) -> Command:
    return Command(_python("-m", "bench.steps", name, str(folder)).arguments, inner=True)


def _bare(name: str, folder: Path) -> Command:
    return Command(_python("-m", "bench.baselines", name, str(folder)).arguments, inner=True)


def _python(*arguments: str) -> Command:
    return Command((sys.executable, *arguments))
