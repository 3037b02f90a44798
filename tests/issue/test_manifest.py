"""manifest.json: the papers that stand in a folder, and what they were made from."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from yinfa.issue.manifest import NAME, Inputs, Issued, Standing, digests, manifest, sha256, standing

INPUTS = [{"path": "plan.yaml", "sha256": "0" * 64}]
PDF = Issued("plan", None, None, "某县规划", "pdf", "某县规划.pdf", 40, sha256(b"pdf"), "0123")
DOCX = replace(PDF, format="docx", path="某县规划.docx", sha256=sha256(b"docx"), made_of="4567")


def issue(folder: Path, *papers: Issued, inputs: Inputs = INPUTS) -> None:
    """Write these papers and their manifest into a folder as a run does."""
    for each in papers:
        (folder / each.path).write_bytes(each.format.encode())
    (folder / NAME).write_bytes(manifest(papers, inputs))


def test_a_paper_is_listed_with_all_that_is_known_of_it() -> None:
    """In Chinese characters, ended by a newline."""
    text = manifest([PDF], INPUTS).decode()
    assert json.loads(text) == {
        "documents": [
            {
                "kind": "plan",
                "year": None,
                "unit": None,
                "title": "某县规划",
                "format": "pdf",
                "path": "某县规划.pdf",
                "pages": 40,
                "sha256": hashlib.sha256(b"pdf").hexdigest(),
                "made_of": "0123",
            }
        ],
        "inputs": INPUTS,
    }
    assert "某县规划" in text
    assert text.endswith("}\n")


def test_papers_are_listed_in_the_order_of_their_paths() -> None:
    """So that two runs write the same bytes."""
    assert manifest([PDF, DOCX], INPUTS) == manifest([DOCX, PDF], INPUTS)


def test_inputs_are_told_by_their_bytes(tmp_path: Path) -> None:
    """Relative to the plan's folder."""
    (tmp_path / "text").mkdir()
    (tmp_path / "text" / "plan.yaml").write_bytes(b"x")
    assert digests(tmp_path, ("text/plan.yaml",)) == [{"path": "text/plan.yaml", "sha256": sha256(b"x")}]


def test_what_stands_is_what_the_manifest_lists(tmp_path: Path) -> None:
    issue(tmp_path, PDF, DOCX)
    assert standing(tmp_path) == Standing((DOCX, PDF), INPUTS)


def test_a_paper_is_found_by_what_it_was_made_of(tmp_path: Path) -> None:
    """One whose pages are to be looked at again is not."""
    looked_at = replace(PDF, path="另一份.pdf", made_of="")
    issue(tmp_path, DOCX, PDF, looked_at)
    stood = standing(tmp_path)
    assert stood.find("0123") == PDF
    assert stood.find("9999") is None
    assert stood.find("") is None


def test_a_paper_that_was_changed_or_removed_no_longer_stands(tmp_path: Path) -> None:
    """The manifest is never believed."""
    issue(tmp_path, PDF, DOCX)
    (tmp_path / PDF.path).write_bytes(b"edited in Acrobat")
    assert standing(tmp_path).papers == (DOCX,)
    (tmp_path / DOCX.path).unlink()
    assert standing(tmp_path).papers == ()


@pytest.mark.parametrize(
    "damaged",
    [
        *(b"", b"{", b"[]", b"null", b"\xff", b"[" * 100_000),
        *(b'{"documents": []}', b'{"documents": [1], "inputs": []}', b'{"inputs": []}'),
        *(b'{"documents": [], "inputs": [1]}', b'{"documents": [], "inputs": [{"path": "x"}]}'),
        manifest([replace(PDF, title=["x"])], INPUTS),  # type: ignore[arg-type]
    ],
)
def test_nothing_stands_by_a_damaged_manifest(tmp_path: Path, damaged: bytes) -> None:
    """Never a crash."""
    (tmp_path / NAME).write_bytes(damaged)
    assert standing(tmp_path) == Standing()


def test_a_manifest_cannot_point_out_of_its_folder(tmp_path: Path) -> None:
    """Nothing else is read."""
    folder = tmp_path / "xian"
    folder.mkdir()
    (tmp_path / "x").write_bytes(b"pdf")
    issue(folder, DOCX)
    (folder / NAME).write_bytes(manifest([replace(PDF, path="../x")], INPUTS))
    assert standing(folder).papers == ()
