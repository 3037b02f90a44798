"""A plan's files as they were in a revision of git, read beside what stands there."""

import subprocess
from pathlib import Path

import pytest

from tests.plans import write_plan
from yinfa.changes.revisions import NoGit, revision_of
from yinfa.cli import run
from yinfa.commands.shared import DONE
from yinfa.diagnostics import Faults


def git(folder: Path, *arguments: str) -> None:
    """Run git in a folder, as nobody in particular."""
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Return a folder that said 一 in the first revision and says 二 in the second, and 三 without one."""
    folder = tmp_path / "data" / "xian"
    (folder / "text").mkdir(parents=True)
    git(tmp_path, "init", "-q")
    for words in ("一", "二"):
        (folder / "text" / "中文.yaml").write_text(words, encoding="utf-8")
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "-q", "-m", words)
    (folder / "text" / "中文.yaml").write_text("三", encoding="utf-8")
    return folder


@pytest.mark.parametrize(("revision", "words"), [("HEAD", "二"), ("HEAD~1", "一")])
def test_the_files_of_a_revision_are_lent(revision: str, words: str, plan: Path) -> None:
    with revision_of(plan, revision) as (folder, name):
        assert {path.relative_to(folder).as_posix() for path in folder.rglob("*.yaml")} == {"text/中文.yaml"}
        assert (folder / "text" / "中文.yaml").read_text(encoding="utf-8") == words
        assert name == f"{plan.as_posix()}@{revision}"
    assert not folder.exists()


def test_what_stands_there_is_left_alone(plan: Path) -> None:
    with revision_of(plan, "HEAD~1"):
        pass
    assert (plan / "text" / "中文.yaml").read_text(encoding="utf-8") == "三"


@pytest.mark.parametrize("revision", ["nosuch", "--help", "--output=x", "HEAD~9", "HEAD:data"])
def test_no_such_revision_is_told(revision: str, plan: Path) -> None:
    with pytest.raises(Faults, match=f"没有版本“{revision}”"), revision_of(plan, revision):
        pass


def test_a_folder_that_a_revision_does_not_have_is_told(plan: Path) -> None:
    new = plan.parent / "new"
    new.mkdir()
    with pytest.raises(Faults, match="里没有这个数据文件夹"), revision_of(new, "HEAD"):
        pass


def test_a_folder_outside_of_any_repository_is_told(tmp_path: Path) -> None:
    with pytest.raises(Faults, match="不在 git 版本库里"), revision_of(tmp_path, "HEAD"):
        pass


def test_a_link_of_a_revision_is_not_followed(plan: Path) -> None:
    (plan / "link.yaml").symlink_to("/etc/hostname")
    git(plan, "add", ".")
    git(plan, "commit", "-q", "-m", "link")
    with revision_of(plan, "HEAD") as (folder, _):
        assert not (folder / "link.yaml").exists()


def test_a_missing_git_is_told(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(plan))
    with pytest.raises(NoGit, match="没有 git"), revision_of(plan, "HEAD"):
        pass


@pytest.mark.slow
def test_two_revisions_of_a_plan_are_compared(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    git(tmp_path, "init", "-q")
    for money in (90000, 91000):
        plan = write_plan(tmp_path, ("项目!H2", money))
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "-q", "-m", str(money))
    write_plan(tmp_path, ("项目!H2", 92000))
    assert run(["diff", str(plan), "--from", "HEAD~1", "--to", "HEAD"]) == DONE
    said = capfd.readouterr().out
    assert f"比较：{plan.as_posix()}@HEAD~1 → {plan.as_posix()}@HEAD" in said
    assert "总投资：90000万元 → 91000万元" in said
    assert f"位置：{plan.as_posix()}@HEAD/projects.xlsx!项目!H2" in said
    assert run(["diff", str(plan), "--from", "HEAD"]) == DONE
    assert "总投资：91000万元 → 92000万元" in capfd.readouterr().out
