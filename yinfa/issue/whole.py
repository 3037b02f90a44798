"""Files written whole or not at all: whatever happens in between, the old file stays as it was.

Several are first all laid beside the old ones, so that a disk that fills up changes none of them.
"""

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
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
    errno.ENOENT: "上一级文件夹不在，也不能新建，请换一个输出文件夹",
    errno.ELOOP: "路径中的链接互相指向，请换一个输出文件夹",
    errno.ENODEV: "那里是设备或管道，不是普通文件，请换一个文件名",
}


class Unwritable(OSError):
    """The output cannot be written: `str()` says in Chinese why, and what to do."""


@contextmanager
def locked(folder: Path, seconds: float = LOCK_SECONDS) -> Iterator[None]:
    """Hold the folder for this run alone; a second run waits. Raise `Unwritable` when it waited too long."""
    with told(folder):
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


def check_writable(folder: Path) -> None:
    """Raise `Unwritable` where nothing could be written into `folder`, as far as can be told without trying.

    It need not be there yet: then what counts is the folder that it would be made in.
    """
    with told(folder):
        standing = next(each for each in (folder.absolute(), *folder.absolute().parents) if os.path.lexists(each))
        if not standing.is_dir():
            raise OSError(errno.EEXIST if standing == folder.absolute() else errno.ENOTDIR, "")
        if not os.access(standing, os.W_OK | os.X_OK):
            raise OSError(errno.EACCES, "")


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path` so that either the old or the new content stands there, never a part."""
    write_all({path: data})


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write to each path its bytes, so that the old or the new content stands there, never a part of it.

    None is touched before all are on the disk. A symbolic link is replaced, its target left alone. Raise `Unwritable`
    when the disk is full, a folder may not be written, or a file is open elsewhere.
    """
    laid: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            laid[path] = stage(path, data)
        for path, new in laid.items():
            with told(path):
                new.replace(path)
    except BaseException:
        for new in laid.values():
            _remove(new)
        raise
    for folder in dict.fromkeys(path.parent for path in files):
        sync_folder(folder)


def stage(path: Path, data: bytes) -> Path:
    """Return a file beside `path`, readable by all, to be renamed to it, that holds `data` and is sure to stay.

    Raise `Unwritable` where that cannot be, or where no plain file may stand: nothing is left then.
    """
    with told(path):
        _refuse(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=TEMPORARY, dir=path.parent)
        new = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            new.chmod(0o644)
        except BaseException:
            _remove(new)
            raise
        return new


def _refuse(path: Path) -> None:
    """Raise OSError where a folder stands, or what the whole machine would miss: root can replace even /dev/null."""
    if path.exists() and not path.is_file():
        raise OSError(errno.EISDIR if path.is_dir() else errno.ENODEV, "")


def _remove(new: Path) -> None:
    with suppress(OSError):
        new.unlink()


@contextmanager
def whole_folder(folder: Path) -> Iterator[Path]:
    """Give a new folder to write into that becomes `folder` at the end: there it stands whole or not at all.

    What a killed run left half written beside it is removed, so two runs must not do it at once. Raise `Unwritable`
    when it cannot be written, or when `folder` holds anything.
    """
    with told(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        for stale in folder.parent.glob(f"{TEMPORARY}*/"):
            shutil.rmtree(stale, ignore_errors=True)
        unfinished = Path(tempfile.mkdtemp(prefix=TEMPORARY, dir=folder.parent))
        try:
            unfinished.chmod(0o755)
            yield unfinished
            unfinished.replace(folder)
        except BaseException:
            shutil.rmtree(unfinished, ignore_errors=True)
            raise
        sync_folder(folder.parent)


def sweep(folder: Path) -> None:
    """Remove what a killed run left half written in `folder`. Only who holds the lock may do so."""
    for stale in folder.glob(f"{TEMPORARY}*"):
        with suppress(OSError):
            stale.unlink()


def sync_folder(folder: Path) -> None:
    """See to it that what was renamed in `folder` stays so, should the machine stop."""
    with suppress(OSError):  # not every system can open a folder
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Raise `Unwritable` in the place of an error of the system: it says in Chinese why `path` cannot be written."""
    try:
        yield
    except Unwritable:
        raise
    except OSError as error:
        reason = REASONS.get(error.errno or 0, f"{error.strerror or error}，请检查磁盘和输出文件夹")
        raise Unwritable(f"不能写入 {path}：{reason}") from error
