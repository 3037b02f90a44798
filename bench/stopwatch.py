"""The stopwatch within a measured process: it starts after the imports, so these count on neither side."""

import json
import time
from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")


def timed(work: Callable[[], Result]) -> Result:
    """Return what `work` returns, and print its seconds as the last line of the process."""
    wall, cpu = time.perf_counter(), time.process_time()
    result = work()
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    print(json.dumps({"wall": wall, "cpu": cpu}))
    return result
