"""What makes files is known by a digest, which is another as soon as the program or the form is."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from yinfa.paths import ROOT

pytestmark = pytest.mark.slow
TOLD = "from yinfa.styling import load_style; from yinfa.writers.makers import makers; print(makers(load_style()))"


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the program, with its form and its fonts."""
    folder = tmp_path_factory.mktemp("program")
    for each in ("yinfa", "styles"):
        shutil.copytree(ROOT / each, folder / each, ignore=shutil.ignore_patterns("__pycache__"))
    if (ROOT / ".fonts").exists():
        (folder / ".fonts").symlink_to(ROOT / ".fonts")
    return folder


def digest(program: Path) -> str:
    """Return what a program says of itself."""
    return subprocess.run(
        [sys.executable, "-B", "-c", TOLD], cwd=program, check=True, capture_output=True, text=True
    ).stdout


def test_the_same_program_says_the_same_of_itself(program: Path) -> None:
    assert digest(program) == digest(program)
    assert len(digest(program).strip()) == 64


@pytest.mark.parametrize("file", ["styles/gbt9704.yaml", "yinfa/writers/pdf/css.py", "yinfa/writers/xlsx/new.py"])
def test_another_form_or_another_program_is_another_maker(program: Path, file: str) -> None:
    """Be it but a comment: which lines count is not for a digest to tell."""
    before = digest(program)
    with (program / file).open("a", encoding="utf-8") as changed:
        changed.write("\n# changed\n")
    assert digest(program) != before
