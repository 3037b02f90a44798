"""Files written whole or not at all: whatever happens in between, the old file stays as it was."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

TEMPORARY = ".yinfa-"
LOCK = ".yinfa.lock"
LOCK_SECONDS = 60

# Why a system refuses to write, in the drafter's words.
REASONS = {
    errno.EACCES: "没有权限，或文件正被 Word/WPS 打开，请关闭后再试",
    errno.EPERM: "没有权限，或文件正被 Word/WPS 打开，请关闭后再试",
    errno.EROFS: "磁盘是只读的，请换一个输出文件夹",
    errno.ENOSPC: "磁盘已满，请腾出空间后再试",
    errno.EDQUOT: "磁盘配额已用完，请腾出空间后再试",
    errno.EFBIG: "文件超过系统允许的大小，请换一个输出文件夹",
    errno.ENAMETOOLONG: "路径太长，请换一个输出文件夹",
    errno.EISDIR: "那里已有同名的文件夹，请移走或改名",
    errno.ENOTDIR: "路径中有一级是文件，不是文件夹",
    errno.EEXIST: "那里已有同名的文件，不是文件夹",
}


class Unwritable(OSError):
    """The output cannot be written: `str()` says in Chinese why, and what to do."""


@contextmanager
def locked(folder: Path, seconds: float = LOCK_SECONDS) -> Iterator[None]:
    """Hold the folder for this run alone; a second run waits. Raise `Unwritable` when it waited too long."""
    with _told(folder):
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / LOCK)
        try:
            lock.acquire(timeout=seconds)
        except Timeout as error:
            raise Unwritable(f"另一次生成正在写 {folder}，请等它结束后再试") from error
    try:
        yield
    finally:
        lock.release()


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path` so that either the old or the new content stands there, never a part.

    A symbolic link is replaced, its target left alone. Raise `Unwritable` when the disk is full, the folder may not be
    written, or the file is open elsewhere.
    """
    with _told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=TEMPORARY, dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(name).chmod(0o644)
            Path(name).replace(path)
        except BaseException:
            with suppress(OSError):
                Path(name).unlink()
            raise
        _sync_folder(path.parent)


def sweep(folder: Path) -> None:
    """Remove what a killed run left half written in `folder`. Only who holds the lock may do so."""
    for stale in folder.glob(f"{TEMPORARY}*"):
        with suppress(OSError):
            stale.unlink()


def _sync_folder(folder: Path) -> None:
    with suppress(OSError):  # not every system can open a folder
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except Unwritable:
        raise
    except OSError as error:
        reason = REASONS.get(error.errno or 0, f"{error.strerror or error}，请检查磁盘和输出文件夹")
        raise Unwritable(f"不能写入 {path}：{reason}") from error
