"""Several files of a folder changed all or none, and only those that still are what was read.

The new files are written beside the old ones, then the journal, then all are renamed. Killed before there is a journal,
a run has changed nothing; killed later, it is finished by whoever next comes to the folder (`recover`) before anything
in it is read. Who was reading when the files were renamed, a matter of milliseconds, may have read old and new ones.
"""

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from yinfa.issue.journal import JOURNAL, UNDO, Change, read, written
from yinfa.issue.whole import Unwritable, locked, stage, sweep, sync_folder, told, write_whole
from yinfa.paths import CACHE

__all__ = ["Change", "recover", "save"]


def save(folder: Path, changes: Sequence[Change]) -> None:
    """Make the changes of files in `folder` and the folders below. Raise `Unwritable`: then none is made.

    A file behind a link is written, not the link; it may be read and written by whom it could.
    """
    if not changes:
        return
    journal = written(folder, changes)
    with locked(CACHE):
        _settle(folder)
        with _staged(changes) as staged:
            write_whole(folder / JOURNAL, journal)
            try:
                for change, new in zip(changes, staged, strict=True):
                    ask(change)
                    with told(change.path):
                        new.replace(change.target)
            except BaseException:
                with told(folder):
                    (folder / JOURNAL).replace(folder / UNDO)  # which needs no room on the disk
                _settle(folder)
                raise
            _close(folder / JOURNAL, changes)


def recover(folder: Path) -> None:
    """Finish, or take back, what a killed run left half done in `folder`; a run that is at it is waited for.

    Raise `Unwritable` where that cannot be done: what is in the folder must not be read then.
    """
    if any((folder / name).is_file() for name in (JOURNAL, UNDO)):
        with locked(CACHE):
            _settle(folder)


def _settle(folder: Path) -> None:
    """Finish what the journal of a folder tells of; take it back where it says so, or somebody changed a file since."""
    for journal in (each for each in (folder / UNDO, folder / JOURNAL) if each.is_file()):
        changes = read(folder, journal)
        with told(journal):
            back = journal.name == UNDO or any(each.now not in (each.stood, each.data) for each in changes)
            for each in changes:
                _put(each, each.data if back else each.stood, each.stood if back else each.data)
            _sweep(changes)
            _close(journal, changes)


def _put(change: Change, old: bytes | None, new: bytes | None) -> None:
    """Put `new` in the place of `old`, None being no file; whatever else stands there is left."""
    if change.now != old or old == new:
        return
    with told(change.path):
        if new is None:
            change.target.unlink()
        else:
            _stage(change, new).replace(change.target)


def _close(journal: Path, changes: Iterable[Change]) -> None:
    """Remove the journal, once what it tells of is sure to stay."""
    for folder in _folders(changes):
        sync_folder(folder)
    with told(journal):
        journal.unlink()
    sync_folder(journal.parent)


@contextmanager
def _staged(changes: Sequence[Change]) -> Iterator[list[Path]]:
    """Hold the new files, each beside the one whose place it is to take; those that did not take it are removed."""
    for each in changes:
        ask(each)
    _sweep(changes)
    staged: list[Path] = []
    try:
        staged.extend(_stage(each, each.data) for each in changes)  # as far as it comes
        yield staged
    finally:
        for new in staged:
            with suppress(OSError):
                new.unlink(missing_ok=True)


def _stage(change: Change, data: bytes) -> Path:
    """Return a file with `data` that is its owner's, and may be read and written by whom it could."""
    new = stage(change.target, data)
    with suppress(FileNotFoundError):
        stood = change.target.stat()
        with suppress(
            OSError, AttributeError
        ):  # only an administrator may; where nobody may (Windows), nobody needs to
            os.chown(new, stood.st_uid, stood.st_gid)
        new.chmod(stat.S_IMODE(stood.st_mode))
    return new


def _sweep(changes: Iterable[Change]) -> None:
    for folder in _folders(changes):
        sweep(folder)


def _folders(changes: Iterable[Change]) -> tuple[Path, ...]:
    return tuple(dict.fromkeys(each.target.parent for each in changes))


def ask(change: Change) -> None:
    """Raise `Unwritable` where the file is not as it was read, or is not to be written."""
    path = change.path
    try:
        now = change.now
        allowed = now is None or path.stat().st_mode & stat.S_IWUSR
    except OSError as error:
        raise Unwritable(f"不能改写 {path}：文件读不了") from error
    if now is None and change.stood is not None:
        raise Unwritable(f"不能改写 {path}：文件已不在原处")
    if now != change.stood:
        raise Unwritable(f"没有改写 {path}：文件刚被别的程序改过，请保存好再运行一次")
    if not allowed:
        raise Unwritable(f"不能改写 {path}：文件设了只读，请先取消只读")
