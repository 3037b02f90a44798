"""Work that is counted and not timed: in instructions of Python, which no load of the machine changes."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest


def steps(work: Callable[[], object]) -> int:
    """Return how many instructions of Python some work takes."""
    counted, before = 0, sys.gettrace()

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal counted
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        counted += event == "opcode"
        return trace

    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return counted


def assert_in_proportion(work_on: Callable[[int], Callable[[], object]], few: int) -> None:
    """Hold the work on `few` things, on twice and four times as many to growing as they do, and no faster."""
    works = [work_on(number) for number in (few, 2 * few, 4 * few)]
    works[0]()  # what is made once and kept is not counted
    once, twice, four_times = map(steps, works)
    assert (four_times - twice) / (twice - once) == pytest.approx(2, rel=0.1)
