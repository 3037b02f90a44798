"""The plans that are fuzzed: the samples, and the small plans of the tests, as bytes by their files."""

import tempfile
from functools import cache
from pathlib import Path

from tests.plans import write_plan
from yinfa.paths import DATA

Files = dict[str, bytes]
SMALL = {"small": (False, False), "action": (True, False), "evaluation": (False, True)}
NAMES = (*SMALL, "chengchuan", "pingyang", "tiantai")


@cache
def files_of(name: str) -> Files:
    """Return the files of a plan by their paths within it."""
    if name not in SMALL:
        return _read(DATA / name)
    action, evaluation = SMALL[name]
    with tempfile.TemporaryDirectory() as folder:
        return _read(write_plan(Path(folder), action=action, evaluation=evaluation))


def _read(folder: Path) -> Files:
    paths = sorted(each for each in folder.rglob("*") if each.is_file())
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in paths}


def write_files(folder: Path, files: Files) -> Path:
    """Write a plan into `folder` and return that."""
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder
