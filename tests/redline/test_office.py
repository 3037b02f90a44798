"""LibreOffice accepts and rejects the changes by its own commands, and saves the papers that they were made from."""

import re
from collections.abc import Callable

import pytest

from tests.redline.office import by_office
from tests.redline.papers import PAIRS, marked, plainly_written

pytestmark = pytest.mark.slow

# LibreOffice 7.4 leaves a chart where it is, whatever becomes of its run, and doubles the words of a content control.
BEYOND = {"a chart", "a blank", "blanks change places"}
# It holds a merged cell in its first row: where that row has gone, the label stays, but with a rule below it.
SPLIT = {"rows: a row comes first", "rows: the first row goes", "rows: a row moves to the end"}
NAMES = [name for name in PAIRS if name not in BEYOND]
Saved = dict[tuple[str, str], list[str]]


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Saved:
    """Return by pair and by what was done what LibreOffice saves, all of it from one start."""
    jobs: dict[tuple[str, str], tuple[bytes, str]] = {}
    for name in NAMES:
        docx, (old, new) = marked(*PAIRS[name]), PAIRS[name]
        jobs |= {(name, "Accept"): (docx, "Accept"), (name, "Reject"): (docx, "Reject")}
        jobs |= {(name, "old"): (plainly_written(old), ""), (name, "new"): (plainly_written(new), "")}
    found = by_office(list(jobs.values()), tmp_path_factory.mktemp("office"))
    return dict(zip(jobs, found, strict=True))


def seen(name: str) -> Callable[[list[str]], list[str]]:
    return lambda lines: [re.sub(r"[|^](?=])", "", each) for each in lines] if name in SPLIT else lines


@pytest.mark.parametrize("name", NAMES)
def test_accepting_all_gives_the_new_paper(name: str, saved: Saved) -> None:
    assert seen(name)(saved[name, "Accept"]) == seen(name)(saved[name, "new"])


@pytest.mark.parametrize("name", NAMES)
def test_rejecting_all_gives_the_old_paper(name: str, saved: Saved) -> None:
    assert seen(name)(saved[name, "Reject"]) == seen(name)(saved[name, "old"])
