"""What was issued: a folder that stands whole or not at all, and is read again as it was written."""

import shutil
from pathlib import Path

import pytest

from tests.specimen import specimen
from yinfa.diagnostics import Faults
from yinfa.document.printing import Printing
from yinfa.document.spots import spots_of
from yinfa.document.stored import keep
from yinfa.issue.manifest import Issued, manifest, sha256
from yinfa.issue.whole import TEMPORARY, Unwritable
from yinfa.issued import freeze, issues_of

PAPER = Printing(specimen(), 2013, None, (1,) * len(spots_of(specimen())))
LISTED = Issued("plan", 2013, None, PAPER.document.title, "pdf", "某县规划.pdf", 1, sha256(b"pdf"))
FILES = {
    "某县规划.pdf": b"pdf",
    "manifest.json": manifest((LISTED,), [{"path": "text/plan.yaml", "sha256": sha256(b"yaml")}]),
    "inputs/text/plan.yaml": b"yaml",
    "printings/某县规划.docx.json": keep(PAPER),
}


def test_what_is_issued_is_read_again(tmp_path: Path) -> None:
    issue = freeze(tmp_path, "xian", "", FILES)
    assert issues_of(tmp_path, "xian") == (issue,)
    assert (issue.id, issue.number, issue.kinds) == ("001", 1, "")
    assert (issue.inputs / "text" / "plan.yaml").read_bytes() == b"yaml"
    assert issue.printings() == (PAPER,)


def test_issues_are_numbered_on_and_say_of_which_kinds_they_are(tmp_path: Path) -> None:
    for number in range(1, 12):
        freeze(tmp_path, "xian", "plan", FILES | {"某县规划.pdf": str(number).encode()})
    freeze(tmp_path, "xian", "notice-plan", FILES)
    assert [each.id for each in issues_of(tmp_path, "xian")][-2:] == ["011-plan", "012-notice-plan"]
    assert issues_of(tmp_path, "xian")[-1].kinds == "notice-plan"


def test_the_very_same_is_not_issued_twice(tmp_path: Path) -> None:
    """Though another version of the program made it; of other kinds, or of another plan, it is another."""
    first = freeze(tmp_path, "xian", "", FILES)
    assert freeze(tmp_path, "xian", "", FILES | {"manifest.json": b"{}"}) == first
    assert freeze(tmp_path, "xian", "plan", FILES).number == 2
    assert freeze(tmp_path, "zhen", "", FILES).number == 1


def test_what_lost_a_file_since_or_got_one_is_issued_anew(tmp_path: Path) -> None:
    freeze(tmp_path, "xian", "", FILES)
    assert freeze(tmp_path, "xian", "", FILES | {"inputs/more.yaml": b"yaml"}).number == 2
    assert freeze(tmp_path, "xian", "", FILES).number == 3


def test_what_was_taken_back_meanwhile_is_issued_anew(tmp_path: Path) -> None:
    for file in (b"pdf", b"corrected", b"pdf"):
        freeze(tmp_path, "xian", "", FILES | {"某县规划.pdf": file})
    assert len(issues_of(tmp_path, "xian")) == 3


def test_a_folder_that_cannot_be_finished_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Unwritable):
        freeze(tmp_path, "xian", "", FILES | {"某县规划.pdf/x": b"a folder of the name of a file"})
    assert list((tmp_path / "issued" / "xian").iterdir()) == []


def test_what_a_killed_run_left_is_removed_by_the_next(tmp_path: Path) -> None:
    left = tmp_path / "issued" / "xian" / f"{TEMPORARY}left"
    left.mkdir(parents=True)
    (left / "half").write_bytes(b"x")
    freeze(tmp_path, "xian", "", FILES)
    assert not left.exists()


@pytest.mark.parametrize("spoilt", [b"", b"{}", keep(PAPER)[:-20]])
def test_a_damaged_paper_is_named(tmp_path: Path, spoilt: bytes) -> None:
    issue = freeze(tmp_path, "xian", "", FILES)
    (issue.folder / "printings" / "某县规划.docx.json").write_bytes(spoilt)
    with pytest.raises(Faults) as caught:
        issue.printings()
    (told,) = caught.value.diagnostics
    assert told.code == "issued-damaged"
    assert str(told.origin).endswith("printings/某县规划.docx.json")


@pytest.mark.parametrize("file", ["inputs/text/plan.yaml", "manifest.json"])
@pytest.mark.parametrize("spoilt", [None, b"edited"])
def test_what_was_lost_or_edited_is_named(tmp_path: Path, file: str, spoilt: bytes | None) -> None:
    """A check that has nothing to compare with must not be silent."""
    issue = freeze(tmp_path, "xian", "", FILES)
    (issue.folder / file).unlink() if spoilt is None else (issue.folder / file).write_bytes(spoilt)
    with pytest.raises(Faults) as caught:
        issue.printings()
    assert [str(told.origin).endswith(f"/001/{file}") for told in caught.value.diagnostics] == [True]


def test_papers_whose_trees_are_gone_are_told(tmp_path: Path) -> None:
    issue = freeze(tmp_path, "xian", "", FILES)
    shutil.rmtree(issue.folder / "printings")
    with pytest.raises(Faults, match="缺失"):
        issue.printings()


def test_what_else_lies_there_is_no_issue(tmp_path: Path) -> None:
    for name in ("notes", "12", "0x1", "001 - 副本"):
        (tmp_path / "issued" / "xian" / name).mkdir(parents=True)
    (tmp_path / "issued" / "xian" / "005").write_bytes(b"a file")
    assert issues_of(tmp_path, "xian") == ()
