"""`make fuzz`: spoiled plans by the hundred for a minute, or as long as asked; a plan that breaks a rule is kept."""

import argparse
import sys
import time
import traceback
from collections import Counter
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, Verbosity, given, seed, settings

from tests.fuzz.mutations import ENTRANCES
from tests.fuzz.oracle import examine
from tests.fuzz.plans import Files, write_files

ROUND = 25  # examples of an entrance in a row
PRINTED = 20  # of so many plans, one is built


def main() -> int:
    """Fuzz every entrance in turn; return how many broke."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--entrance", choices=ENTRANCES, action="append")
    parser.add_argument("--keep", type=Path, default=Path(".cache/fuzz"), help="where plans that break a rule are kept")
    asked = parser.parse_args()
    counts: Counter[str] = Counter()
    began, random = time.monotonic(), Random(asked.seed)  # noqa: S311 (no secret)
    while time.monotonic() - began < asked.seconds:
        for entrance in asked.entrance or ENTRANCES:
            _round(entrance, random.randrange(1 << 30), counts, asked.keep, began + asked.seconds)
    print("，".join(f"{name} {count}" for name, count in sorted(counts.items())))  # noqa: T201
    return min(sum(count for name, count in counts.items() if name.startswith("broken")), 1)


def _round(entrance: str, number: int, counts: Counter[str], keep: Path, end: float) -> None:
    """Hold some plans of an entrance against the oracle; keep the smallest that breaks."""
    last: list[Files] = []

    @seed(number)
    @settings(
        max_examples=ROUND,
        deadline=None,
        database=None,
        verbosity=Verbosity.quiet,
        suppress_health_check=list(HealthCheck),
    )
    @given(ENTRANCES[entrance])
    def hold(files: Files) -> None:
        if time.monotonic() > end:
            return
        last[:] = [files]
        counts[entrance] += 1
        counts["faulty"] += examine(files, print_it=counts[entrance] % PRINTED == 0)

    try:
        hold()
    except Exception:  # what broke is told, and the next round begun
        counts[f"broken {entrance}"] += 1
        kept = write_files(keep / f"{entrance}-{number}", last[0])
        print(f"--- {kept}\n{traceback.format_exc(limit=-8)}", file=sys.stderr)  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())
