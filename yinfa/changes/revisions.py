"""The files of a plan as they were in a revision of git, read out beside what is there: nothing is checked out."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from yinfa.diagnostics import Diagnostic, Faults, Origin, Severity

SECONDS = 60
_FILES = (b"100644", b"100755")  # plain ones: no links, no other repositories


class NoGit(OSError):
    """There is no git on this machine: `str()` says so in Chinese."""


@contextmanager
def revision_of(folder: Path, revision: str) -> Iterator[tuple[Path, str]]:
    """Lend a folder with the files that a plan's folder had in a revision, and how a drafter calls it.

    Raise `Faults` where there is no such revision or the folder was not in it, and `NoGit`.
    """
    commit = _commit(folder, revision)
    with TemporaryDirectory(prefix="yinfa-") as name:
        there = Path(name) / folder.resolve().name
        there.mkdir()
        listed = [entry for entry in _git(folder, "ls-tree", "-r", "-z", commit).split(b"\0") if entry]
        for entry in listed:
            _write(folder, entry, there)
        if not listed:
            raise _fault(folder, f"版本“{revision}”里没有这个数据文件夹", "核对版本和文件夹，或换一个较近的版本")
        yield there, f"{folder.as_posix()}@{revision}"


def _commit(folder: Path, revision: str) -> str:
    """Return the commit that a drafter means. Raise `Faults` where there is none."""
    if _run(folder, "rev-parse", "--git-dir").returncode:
        raise _fault(folder, "这个数据文件夹不在 git 版本库里", "用两个文件夹比较：diff 旧文件夹 新文件夹")
    found = _run(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if found.returncode:
        raise _fault(folder, f"版本库里没有版本“{revision}”", "用 git log 查看有哪些版本")
    return found.stdout.decode().strip()


def _write(folder: Path, entry: bytes, there: Path) -> None:
    """Write a file of a revision; what would lie outside of the folder, or is none, is left out."""
    about, _, name = entry.partition(b"\t")
    mode, _, blob = about.split(b" ")
    path = PurePosixPath(name.decode("utf-8", "surrogateescape"))
    if mode in _FILES and not path.is_absolute() and ".." not in path.parts:
        target = there / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(_git(folder, "cat-file", "blob", blob.decode()))


def _git(folder: Path, *arguments: str) -> bytes:
    done = _run(folder, *arguments)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise _fault(folder, f"git 出错：{said[-1] if said else done.returncode}", "在这个文件夹里运行 git status 看看")
    return done.stdout


def _run(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    try:
        return subprocess.run(  # noqa: S603  the arguments are ours, a revision stands behind --end-of-options
            ["git", "-C", str(folder), *arguments],  # noqa: S607  the one that the drafter has
            capture_output=True,
            check=False,
            timeout=SECONDS,
        )
    except FileNotFoundError as error:
        raise NoGit("这台机器没有 git，不能比较两个版本。请安装 git，或用两个文件夹比较。") from error
    except subprocess.TimeoutExpired as error:
        raise _fault(folder, f"git 用了 {SECONDS} 秒还没有完成", "在这个文件夹里运行 git status 看看") from error


def _fault(folder: Path, message: str, hint: str) -> Faults:
    return Faults([Diagnostic("revision", Severity.FAULT, message, Origin(folder.as_posix()), hint)])
