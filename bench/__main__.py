"""`python -m bench [--runs N] [--sizes 1 4 16]`: measure everything and print the tables."""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.cases import (
    CHARACTERS,
    CHECKED,
    INDICATORS,
    TASKS,
    UNITS,
    Case,
    Outcome,
    cases,
    checked,
    corrected,
    measure,
    prepare,
    results,
    splits,
    start_up,
)
from bench.table import costs, growth

NOTES = """\
Each figure is the best of its runs, each run a fresh process, ours and its baseline in turn; the spread is by how much
the slowest of ours took more CPU time. Steps are timed within the process, after its imports, which so count on
neither side; --help and the whole build are timed from outside, imports counted on both sides. Peak MB (10^6 bytes)
is that of the whole process. The aims are judged by CPU time, on which other work on the machine bears least.
DOCX is from the finished tree and its layout; PDF is from the finished tree, HTML and style sheet included.
Baselines: WeasyPrint alone on the final HTML and CSS, with the same fonts and options but without our patch of its
justification; python-docx writing the same paragraphs and tables by add_paragraph, add_table and cell.text; for the
whole build both, in one process. One cell corrected: whole commands on both sides, the baseline over an empty output,
ours over the papers of that. Growth: what one text more costs between the two larger sizes, to what it costs between
the two smaller ones; 1 is linear, whatever the fixed cost of a run."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Time and memory beside bare baselines.")
    parser.add_argument("--runs", type=int, default=3, help="runs of each measurement of the single text (default 3)")
    parser.add_argument("--sizes", type=int, nargs="*", default=[4, 16], help="how often the text is repeated besides")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="yinfa-bench-") as folder:
        for text in tables(Path(folder), given.runs, (1, *given.sizes)):
            print(text, flush=True)


def tables(folder: Path, runs: int, sizes: Sequence[int]) -> Iterator[str]:
    """Yield the head, each table as soon as it is measured (sizes, growth, splits, results, check), and the notes."""
    yield f"{machine()}\n"
    measured: dict[int, list[Outcome]] = {}
    for times in sizes:
        wanted = cases(prepare(folder / f"x{times}", times), times)
        extra = (start_up(),) if times == 1 else ()
        measured[times] = outcomes((*extra, *wanted), runs_for(times, runs))
        yield costs(title(times, runs_for(times, runs)), measured[times]) + "\n"
    if len(sizes) > 1:
        yield growth(measured) + "\n"
    yield costs(f"{TASKS} tasks, {UNITS} units (one run)", outcomes((splits(folder),), 1)) + "\n"
    yield costs(f"{INDICATORS} indicators with results of five years", outcomes((results(folder),), runs)) + "\n"
    title_of = f"check of {CHECKED} indicators, {CHARACTERS} characters of prose"
    yield costs(title_of, outcomes((checked(folder),), runs)) + "\n"
    yield costs(f"data/tiantai, one cell corrected (best of {runs})", outcomes((corrected(folder),), runs)) + "\n"
    yield NOTES


def runs_for(times: int, runs: int) -> int:
    """Return how often a measurement is repeated: a long text takes long, and noise matters less."""
    return runs if times == 1 else min(runs, 2)


def outcomes(wanted: Sequence[Case], runs: int) -> list[Outcome]:
    """Return what each case cost, saying on a terminal which is being measured."""
    found = []
    for case in wanted:
        if sys.stderr.isatty():
            print(f"  {case.name} ...", file=sys.stderr)
        found.append(measure(case, runs))
    return found


def title(times: int, runs: int) -> str:
    """Return the heading of a table."""
    text = "data/ruian" if times == 1 else f"data/ruian, its chapters {times} times"
    return f"{text} (best of {runs})"


def machine() -> str:
    """Return what the figures depend on."""
    load = os.getloadavg()[0]
    return f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} processors, load {load:.1f}"


if __name__ == "__main__":
    main()
