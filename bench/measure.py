"""Running a command in a fresh process and telling what it cost."""

import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

MB = 1_000_000
KIB = 1024  # the unit of ru_maxrss on Linux


class Failed(Exception):
    """A measured command ended with an error: the message is what it printed."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command line; `inner` where it prints its own stopwatch, started after its imports.

    What it `makes` is removed before each run: what stands already is not made again.
    """

    arguments: tuple[str, ...]
    inner: bool = False
    makes: Path | None = None


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the clock and of the processor, peak memory in MB of the whole process, spread of the runs."""

    wall: float
    cpu: float
    peak: float
    spread: float = 0.0


def run(command: Command) -> Cost:
    """Return what one run of `command` cost. Raise Failed if it did not succeed."""
    if command.makes:
        shutil.rmtree(command.makes, ignore_errors=True)
    start = time.perf_counter()
    with subprocess.Popen(command.arguments, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        printed = process.stdout.read() if process.stdout else ""
        _, status, usage = os.wait4(process.pid, 0)  # the usage of this child alone
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise Failed(f"{' '.join(command.arguments)}\n{printed}")
    peak = usage.ru_maxrss * KIB / MB
    if not command.inner:
        return Cost(wall, usage.ru_utime + usage.ru_stime, peak)
    inner = json.loads(printed.splitlines()[-1])
    return Cost(inner["wall"], inner["cpu"], peak)


def in_turn(commands: tuple[Command, ...], times: int) -> tuple[Cost, ...]:
    """Return the best cost of each command, run in turn `times` times so that all suffer the same noise."""
    rounds = [[run(each) for each in commands] for _ in range(times)]
    return tuple(best(costs) for costs in zip(*rounds, strict=True))


def best(costs: Iterable[Cost]) -> Cost:
    """Return the least time and the highest peak of several runs, and by how much the slowest exceeded the best."""
    listed = list(costs)
    cpu = [each.cpu for each in listed]
    return Cost(
        wall=min(each.wall for each in listed),
        cpu=min(cpu),
        peak=max(each.peak for each in listed),
        spread=max(cpu) / min(cpu) - 1,
    )
