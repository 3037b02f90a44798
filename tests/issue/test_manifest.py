"""manifest.json: the papers that stand in a folder, and what they were made from."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from yinfa.issue.manifest import NAME, Issued, digests, manifest, sha256, still_standing

INPUTS = [{"path": "plan.yaml", "sha256": "0" * 64}]
PDF = Issued("plan", None, None, "某县规划", "pdf", "某县规划.pdf", 40, sha256(b"pdf"))
DOCX = replace(PDF, format="docx", path="某县规划.docx", sha256=sha256(b"docx"))


def issue(folder: Path, *papers: Issued, inputs: list[dict[str, str]] = INPUTS) -> list[dict[str, Any]]:
    """Write these papers and their manifest into a folder as a run does, and return what it lists."""
    for each in papers:
        (folder / each.path).write_bytes(each.format.encode())
    (folder / NAME).write_bytes(manifest(list(papers), inputs, still_standing(folder, inputs)))
    found = json.loads((folder / NAME).read_text(encoding="utf-8"))
    assert found["inputs"] == inputs
    documents: list[dict[str, Any]] = found["documents"]
    return documents


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


def test_one_format_after_the_other_lists_both(tmp_path: Path) -> None:
    """As long as they come from the same inputs."""
    issue(tmp_path, PDF)
    assert [each["format"] for each in issue(tmp_path, DOCX)] == ["docx", "pdf"]
    assert [each["format"] for each in issue(tmp_path, replace(PDF, pages=41))] == ["docx", "pdf"]


def test_papers_of_other_inputs_are_no_longer_listed(tmp_path: Path) -> None:
    """They may say something else."""
    issue(tmp_path, PDF)
    later = [{"path": "plan.yaml", "sha256": "1" * 64}]
    assert [each["format"] for each in issue(tmp_path, DOCX, inputs=later)] == ["docx"]


def test_a_paper_that_was_changed_or_removed_is_no_longer_listed(tmp_path: Path) -> None:
    """The manifest never lies about what stands there."""
    issue(tmp_path, PDF)
    (tmp_path / PDF.path).write_bytes(b"edited in Acrobat")
    assert [each["format"] for each in issue(tmp_path, DOCX)] == ["docx"]
    (tmp_path / DOCX.path).unlink()
    assert still_standing(tmp_path, INPUTS) == []


@pytest.mark.parametrize(
    "damaged",
    [b"", b"{", b"[]", b"null", b"\xff", b'{"documents": []}', b'{"documents": [1], "inputs": []}', b'{"inputs": []}'],
)
def test_a_damaged_manifest_is_written_anew(tmp_path: Path, damaged: bytes) -> None:
    """Never a crash."""
    (tmp_path / NAME).write_bytes(damaged)
    assert still_standing(tmp_path, []) == []
    assert len(issue(tmp_path, PDF)) == 1


def test_a_manifest_cannot_point_out_of_its_folder(tmp_path: Path) -> None:
    """Nothing else is read."""
    folder = tmp_path / "xian"
    folder.mkdir()
    (tmp_path / "x").write_bytes(b"pdf")
    lying = replace(PDF, path="../x")
    (folder / NAME).write_bytes(manifest([lying], INPUTS))
    assert still_standing(folder, INPUTS) == []
