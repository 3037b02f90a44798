"""The command `issue`: a build is kept for good, with its data, or nothing is kept."""

import json
from pathlib import Path

import pytest

from tests.plans import write_plan
from yinfa.cli import run
from yinfa.commands.shared import DATA_FAULT, DONE
from yinfa.freezing import issue
from yinfa.issue.manifest import digests
from yinfa.issue.whole import Unwritable
from yinfa.issued import issues_of
from yinfa.pipeline import Request

pytestmark = pytest.mark.slow


def test_an_issue_holds_files_manifest_inputs_and_printings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan, output = write_plan(tmp_path), tmp_path / "output"
    assert run(["issue", str(plan), "--output", str(output)]) == DONE
    (kept,) = issues_of(output, "xian")
    assert f"已存档：{kept.folder}" in capsys.readouterr().out
    manifest = json.loads((kept.folder / "manifest.json").read_text(encoding="utf-8"))
    assert {each["path"] for each in manifest["documents"]} == {"某县质量强县规划.docx", "某县质量强县规划.pdf"}
    assert len(kept.standing().papers) == 2
    assert all(
        (output / "xian" / each.path).read_bytes() == (kept.folder / each.path).read_bytes()
        for each in kept.standing().papers
    )
    files = tuple(each["path"] for each in manifest["inputs"])
    assert digests(kept.inputs, files) == digests(plan, files) == manifest["inputs"]
    (paper,) = kept.printings()
    assert paper.document.title == "某县质量强县规划"
    assert set(paper.pages) <= set(range(1, manifest["documents"][0]["pages"] + 1))


def test_issuing_again_what_was_issued_keeps_nothing_more(tmp_path: Path) -> None:
    plan, output = write_plan(tmp_path), tmp_path / "output"
    for _ in range(2):
        assert run(["issue", str(plan), "--output", str(output)]) == DONE
    assert [each.id for each in issues_of(output, "xian")] == ["001"]


def test_only_the_kinds_asked_for_are_kept(tmp_path: Path) -> None:
    plan, output = write_plan(tmp_path, evaluation=True), tmp_path / "output"
    assert run(["issue", str(plan), "--kind", "plan", "--output", str(output)]) == DONE
    (kept,) = issues_of(output, "xian")
    assert kept.id == "001-plan"
    assert {each.kind for each in kept.standing().papers} == {"plan"}


@pytest.mark.parametrize(("step", "time"), [("生成", 1), ("编排", 2), ("排版", 2)])
def test_what_is_changed_while_it_is_issued_is_not_kept(tmp_path: Path, step: str, time: int) -> None:
    """The data when the papers are made, the data when they are read again, a paper before it is kept."""
    plan, output, steps = write_plan(tmp_path), tmp_path / "output", list[str]()

    def meddle(words: str) -> None:
        steps.append(words.split()[0])
        if words.startswith(step) and steps.count(step) == time:
            changed = output / "xian" / "某县质量强县规划.pdf" if step == "排版" else plan / "text" / "plan.yaml"
            changed.write_bytes(changed.read_bytes() + b"\n")

    with pytest.raises(Unwritable, match="请再运行一次"):
        issue(Request((plan,), output, strict=True), meddle)
    assert issues_of(output, "xian") == ()


def test_what_holds_an_error_is_not_issued(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is told as by `build --strict`."""
    plan = write_plan(tmp_path, ("text/plan.yaml", "编制本规划", "编制本规划XX"))
    assert run(["issue", str(plan), "--output", str(tmp_path / "output")]) == DATA_FAULT
    assert "placeholder" in capsys.readouterr().err
    assert issues_of(tmp_path / "output", "xian") == ()


@pytest.mark.parametrize("name", ["issued", "Issued"])
def test_no_plan_may_take_the_folder_of_what_was_issued(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = write_plan(tmp_path, ("plan.yaml", "id: xian", f"id: {name}"))
    assert run(["build", str(plan), "--output", str(tmp_path / "output")]) == DATA_FAULT
    assert f"id“{name}”是印发存档所用的文件夹名" in capsys.readouterr().err
    assert not (tmp_path / "output").exists()
