"""Files written whole or not at all: whatever happens in between, the old file stays as it was."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

TEMPORARY = ".yinfa-"
LOCK = ".yinfa.lock"
LOCK_SECONDS = 60


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
            os.replace(name, path)
        except BaseException:
            with suppress(OSError):
                os.unlink(name)
            raise
        _sync_folder(path.parent)


def sweep(folder: Path) -> None:
    """Remove what a killed run left half written in `folder` and below."""
    for stale in folder.rglob(f"{TEMPORARY}*"):
        with suppress(OSError):
            stale.unlink()


def _sync_folder(folder: Path) -> None:
    with suppress(OSError, PermissionError):  # not every system can open a folder
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
    except PermissionError as error:
        raise Unwritable(f"不能写入 {path}：没有权限，或文件正被 Word/WPS 打开，请关闭后再试") from error
    except OSError as error:
        raise Unwritable(f"不能写入 {path}：{error.strerror or error}；请检查磁盘空间和输出文件夹") from error
